//! Taking in a roster of members.

use std::collections::{HashMap, HashSet};

use intake::{MemberRow, SheetReading};
use kernel::{Id, Refusal};
use vietnamese::date::PartialDate;

use super::matching::Units;
use super::model::Run;
use super::store;
use crate::Result;
use crate::books::Batch;
use crate::memberships::{Admission, EventKind, admit_in};
use crate::people::{self, Known, NewPerson, Sensitive, Sex};

/// Writes the accepted rows of a roster: each becomes a member brought forward on the list's day.
pub(super) fn write(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &Units,
    sheet: &SheetReading,
    rows: &[MemberRow],
) -> Result<()> {
    let accepted: Vec<&MemberRow> = rows.iter().filter(|row| row.verdict.is_accepted()).collect();
    let known = known_people(batch, accepted.iter().filter_map(|row| row.person.cccd.as_deref()))?;
    let roster_of = sheet.unit.as_deref().and_then(|name| units.find(name)).unwrap_or(run.scope);
    let mut admissions = Vec::with_capacity(accepted.len());
    let mut open: HashSet<Id> = HashSet::new();
    for row in accepted {
        let result = admission(batch, run, units, row, roster_of, &known, &mut open);
        if let Some(admission) = run.tally(sheet.sheet.as_ref(), row.row, result)? {
            admissions.push(admission);
        }
    }
    admit_in(batch, &admissions, Some(run.import)).map(drop)
}

fn admission(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &Units,
    row: &MemberRow,
    roster_of: Id,
    known: &HashMap<String, Known>,
    open: &mut HashSet<Id>,
) -> Result<Admission> {
    let unit = match &row.unit {
        Some(name) => units.must_find(Some(name))?,
        None => roster_of,
    };
    if open.insert(unit) {
        let federation = batch.federation();
        let state = crate::units::load(batch.reader()?, federation, unit)?;
        let stands = crate::units::must_be_open(&state, run.as_of);
        if let Err(refusal) = stands.and_then(|()| crate::units::must_not_outlive(&state, None)) {
            open.remove(&unit);
            return Err(refusal.into());
        }
    }
    if let Some(same) = row.person.cccd.as_ref().and_then(|number| known.get(number)) {
        return Err(already_known(batch, row, same)?.into());
    }
    let person = person_of(row, run.import);
    people::must_be_named(&person)?;
    let born = people::birth_floor(person.birth.as_deref());
    crate::memberships::check_birth(run.as_of, born)?;
    Ok(Admission {
        person,
        kind: EventKind::BroughtForward,
        unit,
        on: run.as_of,
        from_outside: None,
        document: None,
        unit_event: None,
    })
}

fn already_known(batch: &mut Batch<'_, '_>, row: &MemberRow, same: &Known) -> Result<Refusal> {
    let federation = batch.federation();
    let unit = store::unit_name_of(batch.reader()?, federation, same.person)?;
    let at = unit.map(|name| format!(", đang ở {name}")).unwrap_or_default();
    let name = row.person.name.clone().unwrap_or_default();
    let same_name = vietnamese::fold::match_key(&name) == same.match_key;
    Ok(if same_name {
        Refusal::new(
            "already_in_books",
            format!("Sổ đã có {name} với số căn cước này{at}"),
            "Bỏ dòng này; nếu đổi nơi sinh hoạt, ghi chuyển sinh hoạt",
        )
    } else {
        Refusal::new(
            "cccd_of_another",
            format!("Số căn cước của {name} trùng với {} trong sổ{at}", same.name),
            "Kiểm tra lại số căn cước của cả hai người",
        )
    })
}

/// People in the books by identity number.
pub(super) fn known_people<'n>(
    batch: &mut Batch<'_, '_>,
    numbers: impl Iterator<Item = &'n str>,
) -> Result<HashMap<String, Known>> {
    let numbers: Vec<&str> = numbers.collect();
    let indexes: Vec<Vec<u8>> =
        numbers.iter().map(|number| batch.app.keys.index_of(number)).collect();
    let federation = batch.federation();
    let mut found = people::known_by_identity(batch.reader()?, federation, &indexes)?;
    let pairs = numbers.into_iter().zip(indexes);
    Ok(pairs
        .filter_map(|(number, index)| Some((number.to_owned(), found.remove(&index)?)))
        .collect())
}

/// The sex of a reading.
pub(super) fn sex_of(sex: vietnamese::id::Sex) -> Sex {
    match sex {
        vietnamese::id::Sex::Male => Sex::Male,
        vietnamese::id::Sex::Female => Sex::Female,
    }
}

/// The person of a reading; what did not fit its field is kept in the notes.
pub(super) fn person_from(person: &intake::Person, import: Id) -> NewPerson {
    NewPerson {
        name: person.name.clone().unwrap_or_default(),
        sex: person.sex.map(sex_of),
        birth: person.birth.map(PartialDate::iso),
        sensitive: Sensitive {
            cccd: person.cccd.clone(),
            cmnd: person.cmnd.clone(),
            ethnicity: None,
        },
        import: Some(import),
        ..NewPerson::default()
    }
}

fn person_of(row: &MemberRow, import: Id) -> NewPerson {
    let mut person = person_from(&row.person, import);
    person.joined = row.join_date.map(PartialDate::iso);
    person.hometown.clone_from(&row.hometown);
    person.job.clone_from(&row.job);
    person.phone.clone_from(&row.phone);
    person.union_title.clone_from(&row.union_title);
    person.sensitive.ethnicity.clone_from(&row.ethnicity);
    let kept = row.kept.iter().map(|kept| format!("{}: {}", kept.field, kept.raw));
    let notes: Vec<String> = row.note.clone().into_iter().chain(kept).collect();
    person.note = Some(notes.join("; ")).filter(|note| !note.is_empty());
    person
}
