//! Taking in the movements of a period: nine kinds of sheet, laid into the books in the order in which one needs
//! the other: units, admissions, transfers, leavers, then units that went or ended.

use std::collections::HashMap;

use intake::{
    AdmissionRow, LeaverRow, LeavingReason, Person, PlanResultRow, Reading, Rows, SheetReading,
    TransferRow, UnitRow,
};
use kernel::{Day, Id, Refusal};

use super::matching::{self, Units, must_have_day, whole_day};
use super::members::{known_people, person_from};
use super::model::Run;
use super::{departures, summary, targets, units};
use crate::Result;
use crate::books::Batch;
use crate::memberships::{
    Admission, EventKind, LeaveReason, NewEvent, admit_in, is_member_of, record_in,
};
use crate::people::Known;

/// What the sheets of one workbook share.
struct Movements<'m> {
    eve: Day,
    openings: summary::Openings,
    /// Members brought forward by name, by unit.
    named: HashMap<Id, i64>,
    /// People by identity number: those of the books, then those this workbook names.
    people: HashMap<String, Id>,
    /// The founding of each union founded in the period.
    foundings: HashMap<Id, Id>,
    /// The day each person sent was sent, and the unit from which.
    received: HashMap<&'m str, &'m TransferRow>,
}

/// Writes a whole workbook of movements.
pub(super) fn write(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &mut Units,
    reading: &Reading,
) -> Result<()> {
    let first = run.period.map_or_else(|| first_day(run.as_of), |(from, _)| from);
    let mut shared = Movements {
        eve: first.previous(),
        openings: summary::Openings::new(),
        named: HashMap::new(),
        people: people_of(batch, reading)?,
        foundings: HashMap::new(),
        received: receipts(reading),
    };
    for_rows(reading, |sheet, rows| {
        let name = sheet.sheet.as_ref();
        match rows {
            Rows::Summary(rows) => {
                shared.openings = summary::write_units(batch, run, units, name, rows, shared.eve)?;
            }
            Rows::Founded(rows) => write_founded(batch, run, units, &mut shared, name, rows)?,
            _ => {}
        }
        Ok(())
    })?;
    for_rows(reading, |sheet, rows| write_people(batch, run, units, &mut shared, sheet, rows))?;
    summary::post_unnamed(batch, run, &shared.openings, &shared.named, shared.eve)?;
    for_rows(reading, |sheet, rows| {
        let name = sheet.sheet.as_ref();
        match rows {
            Rows::HandedOver(rows) => departures::write_handed_over(batch, run, units, name, rows),
            Rows::StruckOff(rows) => departures::write_struck_off(batch, run, units, name, rows),
            Rows::PlanAndResult(rows) => write_plan(batch, run, name, rows),
            _ => Ok(()),
        }
    })
}

/// The first day of the half-year a day lies in: the period of a report that does not say its own.
fn first_day(as_of: Day) -> Day {
    let month = as_of.month().number() % 100;
    Day::new(as_of.year(), if month <= 6 { 1 } else { 7 }, 1).unwrap_or(as_of)
}

fn for_rows<'r>(
    reading: &'r Reading,
    mut work: impl FnMut(&'r SheetReading, &'r Rows) -> Result<()>,
) -> Result<()> {
    // Founded unions must stand before the summary's, so that theirs are not taken for older ones.
    let founded = |sheet: &&SheetReading| matches!(sheet.rows, Rows::Founded(_));
    let order = reading
        .sheets
        .iter()
        .filter(founded)
        .chain(reading.sheets.iter().filter(|sheet| !founded(sheet)));
    order.into_iter().try_for_each(|sheet| work(sheet, &sheet.rows))
}

fn persons(reading: &Reading) -> Vec<&Person> {
    let mut persons = Vec::new();
    for sheet in &reading.sheets {
        match &sheet.rows {
            Rows::Admissions(rows) => persons.extend(rows.iter().map(|row| &row.person)),
            Rows::TransfersOut(rows) | Rows::TransfersIn(rows) => {
                persons.extend(rows.iter().map(|row| &row.person));
            }
            Rows::Leavers(rows) => persons.extend(rows.iter().map(|row| &row.person)),
            _ => {}
        }
    }
    persons
}

fn people_of(batch: &mut Batch<'_, '_>, reading: &Reading) -> Result<HashMap<String, Id>> {
    let numbers = persons(reading).into_iter().filter_map(|person| person.cccd.as_deref());
    let known: HashMap<String, Known> = known_people(batch, numbers)?;
    Ok(known.into_iter().map(|(number, known)| (number, known.person)).collect())
}

/// The rows of people received, by identity number: the other half of a transfer inside the scope.
fn receipts(reading: &Reading) -> HashMap<&str, &TransferRow> {
    let rows = reading.sheets.iter().filter_map(|sheet| match &sheet.rows {
        Rows::TransfersIn(rows) => Some(rows),
        _ => None,
    });
    let accepted = rows.flatten().filter(|row| row.verdict.is_accepted());
    accepted.filter_map(|row| Some((row.person.cccd.as_deref()?, row))).collect()
}

fn write_founded(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &mut Units,
    shared: &mut Movements<'_>,
    sheet: Option<&String>,
    rows: &[UnitRow],
) -> Result<()> {
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let result = units::write_unit(batch, run, units, row, true);
        if let Some((unit, event)) = run.tally(sheet, row.row, result)? {
            shared.foundings.insert(unit, event);
        }
    }
    Ok(())
}

fn write_people<'m>(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &mut Units,
    shared: &mut Movements<'m>,
    sheet: &'m SheetReading,
    rows: &'m Rows,
) -> Result<()> {
    let name = sheet.sheet.as_ref();
    match rows {
        Rows::Admissions(rows) => write_admissions(batch, run, units, shared, name, rows),
        Rows::TransfersOut(rows) => {
            for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
                let result = send(batch, run, units, shared, row);
                run.tally(name, row.row, result)?;
            }
            Ok(())
        }
        Rows::TransfersIn(rows) => {
            for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
                let result = receive(batch, run, units, shared, row);
                run.tally(name, row.row, result)?;
            }
            Ok(())
        }
        Rows::Leavers(rows) => {
            for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
                let result = leave(batch, run, units, shared, row);
                run.tally(name, row.row, result)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn write_admissions(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &Units,
    shared: &mut Movements<'_>,
    sheet: Option<&String>,
    rows: &[AdmissionRow],
) -> Result<()> {
    let mut admissions = Vec::with_capacity(rows.len());
    let mut numbers = Vec::with_capacity(rows.len());
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let result = admission(batch, run, units, shared, row);
        if let Some(admission) = run.tally(sheet, row.row, result)? {
            admissions.push(admission);
            numbers.push(row.person.cccd.clone());
        }
    }
    let ids = admit_in(batch, &admissions, Some(run.import))?;
    for (number, id) in numbers.into_iter().zip(ids) {
        shared.people.extend(number.map(|number| (number, id)));
    }
    Ok(())
}

fn admission(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &Units,
    shared: &Movements<'_>,
    row: &AdmissionRow,
) -> Result<Admission> {
    let unit = units.must_find(row.unit.as_deref())?;
    let on = must_have_day(row.decision_date)?;
    let federation = batch.federation();
    let state = crate::units::load(batch.reader()?, federation, unit)?;
    crate::units::must_be_open(&state, on)?;
    // All that would refuse this row is asked here: what goes in together is refused together.
    crate::units::must_not_outlive(&state, None)?;
    batch.not_in_the_future(on)?;
    let person = person_from(&row.person, run.import);
    crate::people::must_be_named(&person)?;
    if row.person.cccd.as_ref().is_some_and(|number| shared.people.contains_key(number)) {
        return Err(Refusal::new(
            "already_in_books",
            "Sổ đã có người mang số căn cước này",
            "Nếu trở lại tổ chức, ghi gia nhập lại; nếu đổi nơi, ghi chuyển sinh hoạt",
        )
        .into());
    }
    let how = row.how.as_deref().map(vietnamese::fold::fold).unwrap_or_default();
    let kind = if how.contains("cong nhan") { EventKind::Recognised } else { EventKind::Admitted };
    let at_founding = how.contains("thanh lap");
    let title = "Kết nạp đoàn viên";
    Ok(Admission {
        person,
        kind,
        unit,
        on,
        from_outside: None,
        document: matching::paper(row.decision_no.as_deref(), Some(on), &state.name, title),
        unit_event: shared.foundings.get(&unit).copied().filter(|_| at_founding),
    })
}

/// The person of a row; one that the books do not know is brought forward at the unit on the eve of the period, where
/// the printed opening counts this person among those without a name.
fn person_at(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    shared: &mut Movements<'_>,
    person: &Person,
    unit: Id,
) -> Result<Id> {
    if let Some(id) = person.cccd.as_ref().and_then(|number| shared.people.get(number)) {
        return Ok(*id);
    }
    let named = shared.named.get(&unit).copied().unwrap_or(0);
    if let Some(opening) = shared.openings.get(&unit) {
        let federation = batch.federation();
        let name = crate::units::load(batch.reader()?, federation, unit)?.name;
        crate::units::must_have_as_many(*opening, named + 1, &name)?;
    } else {
        return Err(Refusal::new(
            "unknown_person",
            format!(
                "Sổ không có đoàn viên {} ở đơn vị này",
                person.name.clone().unwrap_or_default()
            ),
            "Nhập danh sách đoàn viên của đơn vị trước",
        )
        .into());
    }
    let mut new = person_from(person, run.import);
    if new.sex.is_none() {
        let number = person.cccd.as_deref().and_then(vietnamese::id::cccd::Cccd::from_digits);
        new.sex = number.map(|number| super::members::sex_of(number.sex()));
    }
    let admission = Admission {
        person: new,
        kind: EventKind::BroughtForward,
        unit,
        on: shared.eve,
        from_outside: None,
        document: None,
        unit_event: None,
    };
    let ids = admit_in(batch, &[admission], Some(run.import))?;
    *shared.named.entry(unit).or_default() += 1;
    let id = ids.first().copied().unwrap_or(Id(0));
    shared.people.extend(person.cccd.clone().map(|number| (number, id)));
    Ok(id)
}

fn event(run: &Run<'_>, kind: EventKind, person: Id, unit: Id, on: Day) -> NewEvent {
    NewEvent { import: Some(run.import), ..NewEvent::new(kind, person, unit, on) }
}

/// A person sent: out of the books at once, or in transit until the row of the receiving union says when.
fn send(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &mut Units,
    shared: &mut Movements<'_>,
    row: &TransferRow,
) -> Result<()> {
    let from = units.must_find(row.from_unit.as_deref())?;
    let on = must_have_day(row.day)?;
    let to_name = row.to_unit.clone().unwrap_or_default();
    let to = units.find_or_add_outside(batch, &to_name, run.import)?;
    let person = person_at(batch, run, shared, &row.person, from)?;
    let federation = batch.federation();
    let inside = !crate::units::load(batch.reader()?, federation, to)?.is_external();
    let letter = matching::paper(
        row.letter_no.as_deref(),
        Some(on),
        &to_name,
        "Giấy giới thiệu chuyển sinh hoạt",
    );
    let receipt = row.person.cccd.as_deref().and_then(|number| shared.received.get(number));
    let received_on = receipt.and_then(|receipt| receipt.day).and_then(whole_day);
    let base = NewEvent {
        other: Some(to),
        document: letter,
        ..event(run, EventKind::Transferred, person, from, on)
    };
    match received_on.filter(|_| inside) {
        // Received before it was sent: the sheets contradict each other; both ends stand on the day of sending.
        Some(day) if day <= on => record_in(batch, &base).map(drop),
        Some(day) => {
            record_in(batch, &NewEvent { kind: EventKind::Sent, ..base.clone() })?;
            record_in(batch, &NewEvent { kind: EventKind::Received, on: day, ..base }).map(drop)
        }
        None if inside => record_in(batch, &NewEvent { kind: EventKind::Sent, ..base }).map(drop),
        None => record_in(batch, &base).map(drop),
    }
}

/// A person received. Those sent by a row of the same workbook are received already.
fn receive(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &mut Units,
    shared: &mut Movements<'_>,
    row: &TransferRow,
) -> Result<()> {
    let to = units.must_find(row.to_unit.as_deref())?;
    let on = must_have_day(row.day)?;
    let from_name = row.from_unit.clone().unwrap_or_default();
    let from = units.find_or_add_outside(batch, &from_name, run.import)?;
    let letter = matching::paper(
        row.letter_no.as_deref(),
        Some(on),
        &from_name,
        "Giấy giới thiệu chuyển sinh hoạt",
    );
    let federation = batch.federation();
    let inside = !crate::units::load(batch.reader()?, federation, from)?.is_external();
    let known = row.person.cccd.as_ref().and_then(|number| shared.people.get(number)).copied();
    if inside {
        if let Some(person) = known
            && is_member_of(batch.reader()?, federation, person, to)?
        {
            return Ok(());
        }
        let person = person_at(batch, run, shared, &row.person, from)?;
        let new = event(run, EventKind::Transferred, person, from, on);
        return record_in(batch, &NewEvent { other: Some(to), document: letter, ..new }).map(drop);
    }
    if let Some(person) = known {
        let new = event(run, EventKind::Transferred, person, from, on);
        return record_in(batch, &NewEvent { other: Some(to), document: letter, ..new }).map(drop);
    }
    let admission = Admission {
        person: person_from(&row.person, run.import),
        kind: EventKind::Transferred,
        unit: to,
        on,
        from_outside: Some(from),
        document: letter,
        unit_event: None,
    };
    let ids = admit_in(batch, &[admission], Some(run.import))?;
    shared.people.extend(row.person.cccd.clone().zip(ids.first().copied()));
    Ok(())
}

fn leave(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &Units,
    shared: &mut Movements<'_>,
    row: &LeaverRow,
) -> Result<()> {
    let unit = units.must_find(row.unit.as_deref())?;
    let on = must_have_day(row.day)?;
    // Left before the period began: the opening does not count this person any more.
    if on <= shared.eve {
        return Err(Refusal::new(
            "date_outside_period",
            format!("Ngày {} trước kỳ của danh sách", on.vi()),
            "Ghi việc này vào kỳ trước, hoặc sửa lại ngày",
        )
        .into());
    }
    let person = person_at(batch, run, shared, &row.person, unit)?;
    let reason = match row.why {
        LeavingReason::Retired => LeaveReason::Retired,
        LeavingReason::ContractEnded => LeaveReason::JobEnded,
        LeavingReason::Resigned => LeaveReason::OwnWish,
        LeavingReason::Expelled => LeaveReason::Expelled,
        LeavingReason::Died => LeaveReason::Died,
        LeavingReason::WentAbroad => LeaveReason::Abroad,
        LeavingReason::Unknown => LeaveReason::Other,
    };
    let document =
        matching::paper(row.decision_no.as_deref(), Some(on), run.issuer, "Thôi là đoàn viên");
    let new = event(run, EventKind::Left, person, unit, on);
    record_in(batch, &NewEvent { reason: Some(reason), document, ..new }).map(drop)
}

/// The plan of the year, set for the scope; the printed results are not believed, they are counted.
fn write_plan(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    sheet: Option<&String>,
    rows: &[PlanResultRow],
) -> Result<()> {
    let Some(year) = targets::year_with(run.as_of) else { return Ok(()) };
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let wording = row.indicator.as_deref().map(vietnamese::fold::fold).unwrap_or_default();
        let code = if wording.contains("thanh lap") {
            "units.founded"
        } else if wording.contains("ket nap") {
            "members.admitted"
        } else {
            continue;
        };
        let Some(planned) = row.planned.filter(|planned| *planned > 0) else { continue };
        let result = targets::set(batch, run, run.scope, (code, Some(planned)), year);
        run.tally(sheet, row.row, result)?;
    }
    Ok(())
}
