//! Asking the rules about one person or unit, and what every asking shares.

mod against;
mod candidates;
mod leaned;
mod records;

use std::collections::HashMap;
use std::sync::Arc;

use db::Tx;
use kernel::{Actor, Day, Id, Refusal};
use rules::{Asker, Case, Catalogue, Difference, Subject, Trace};

pub use against::{Against, Otherwise, against};
pub use candidates::{candidates, sweep};
pub use leaned::{Leaned, leaned_on};
pub use records::{correct_record, record, records_of, withdraw_record};

use super::history_store;
use super::model::{Explained, Missing, Record, RecordSort};
use super::rules::{Known, Ranked, UnitKnown, facts_of, facts_of_unit, facts_of_year, service_of};
use super::store;
use crate::books::read_paths;
use crate::people::{must_reach_person, places_of};
use crate::{App, Result, units};

/// Refuses an award nobody knows, or one that is for others.
pub(super) fn must_be_for(catalogue: &Catalogue, award: &str, subject: Subject) -> Result<()> {
    let known = catalogue.by_code(award).ok_or_else(|| {
        Refusal::new(
            "unknown_award",
            format!("Danh mục không có khen thưởng “{award}”"),
            "Chọn một mã trong danh mục khen thưởng",
        )
    })?;
    if known.subjects.contains(&subject) {
        return Ok(());
    }
    let whom = subject.name().vi.to_lowercase();
    Err(Refusal::new(
        "award_for_others",
        format!("{} không dành cho {whom}", known.title()),
        "Chọn khen thưởng khác",
    )
    .into())
}

/// The awards a subject can be given on a day in these books: those of a federation whose books are elsewhere are left out.
pub fn awards_here(app: &App, subject: Subject, on: Day) -> Result<Vec<&rules::Award>> {
    app.db.read(|tx| awards_in(app, tx, subject, on))
}

fn awards_in<'a>(
    app: &'a App,
    tx: &mut Tx<'_>,
    subject: Subject,
    on: Day,
) -> Result<Vec<&'a rules::Award>> {
    let mut found = Vec::new();
    for award in app.catalogue().on(on).filter(|award| award.subjects.contains(&subject)) {
        let is_here = match award.owner.as_deref() {
            None => true,
            Some(owner) => !store::units_of(tx, app.federation, &[owner])?.is_empty(),
        };
        if is_here {
            found.push(award);
        }
    }
    Ok(found)
}

/// The owners of rules among the units of a path.
pub(super) struct Owners(Vec<(Id, String)>);

impl Owners {
    pub(super) fn read(app: &App, tx: &mut Tx<'_>) -> Result<Self> {
        let rules = app.catalogue().rules().iter();
        let mut codes: Vec<&str> = rules.filter_map(|rule| rule.owner.as_deref()).collect();
        codes.sort_unstable();
        codes.dedup();
        Ok(Self(store::units_of(tx, app.federation, &codes)?))
    }

    pub(super) fn of(&self, chain: &[Id]) -> Vec<String> {
        let above = self.0.iter().filter(|(unit, _)| chain.contains(unit));
        above.map(|(_, code)| code.clone()).collect()
    }
}

/// Who a person's unit stands under on a day; today's when the books do not tell of that day.
pub(super) fn chain_of(app: &App, tx: &mut Tx<'_>, unit: Id, on: Day) -> Result<Vec<Id>> {
    let paths = read_paths(tx, app.federation, &[unit])?.remove(&unit).unwrap_or_default();
    let stretch = ledger::paths::on(&paths, on).or(paths.last());
    Ok(stretch.map(|stretch| stretch.chain.clone()).unwrap_or_default())
}

/// What the rules are put to for one person.
struct Brought {
    records: Vec<Record>,
    known: Known,
    owners: Vec<String>,
}

/// Everything the books know of a person for a day; refused out of reach.
fn bring(app: &App, actor: &Actor, person: Id, on: Day) -> Result<Brought> {
    app.db.read(|tx| {
        must_reach_person(app, tx, actor, "eligibility.read", person)?;
        let records = store::records(tx, app.federation, &[person])?;
        let known = known_of(app, tx, &[person], on)?.remove(&person).unwrap_or_default();
        let chain = match places_of(tx, app.federation, person)?.first() {
            Some(unit) => chain_of(app, tx, *unit, on)?,
            None => Vec::new(),
        };
        let owners = Owners::read(app, tx)?.of(&chain);
        Ok(Brought { records, known, owners })
    })
}

/// Discipline and open matters are for few eyes: that they were shown is noted.
fn note_matters(
    app: &App,
    actor: &Actor,
    person: Id,
    award: &str,
    records: &[Record],
) -> Result<()> {
    let is_matter =
        |record: &Record| matches!(record.sort, RecordSort::Discipline | RecordSort::Matter);
    if records.iter().any(is_matter) {
        app.note(actor, "eligibility.explained", Some(person), Some(award))?;
    }
    Ok(())
}

/// The verdict on a person by the rules of a day, with what is missing and from when it would be met. That a record of
/// discipline or an open matter was shown is noted.
pub fn explain(app: &App, actor: &Actor, person: Id, award: &str, on: Day) -> Result<Explained> {
    explain_year(app, actor, person, award, (on, on.year()))
}

/// The same for merit of a year that may be over: what is asked in January is asked for the year before.
pub fn explain_year(
    app: &App,
    actor: &Actor,
    person: Id,
    award: &str,
    (on, year): (Day, i16),
) -> Result<Explained> {
    must_be_for(app.catalogue(), award, Subject::Person)?;
    let Brought { records, known, owners } = bring(app, actor, person, on)?;
    let case = Case { award, subject: Subject::Person, on, year, owners: &owners };
    let mut facts_on = |day: Day| {
        let then = year.saturating_add(day.year() - on.year());
        facts_of_year(&records, &known, (day, on), then)
    };
    let explained = judged(app.catalogue(), case, &mut facts_on, service_of(&records, on));
    note_matters(app, actor, person, award, &records)?;
    Ok(explained)
}

/// The same case by the rules of its day and by those of another; facts and year stay those of the first.
pub fn compare(
    app: &App,
    actor: &Actor,
    person: Id,
    award: &str,
    (on, other): (Day, Day),
) -> Result<Difference> {
    must_be_for(app.catalogue(), award, Subject::Person)?;
    let Brought { records, known, owners } = bring(app, actor, person, on)?;
    let case = Case { award, subject: Subject::Person, on, year: on.year(), owners: &owners };
    let facts = Arc::new(facts_of(&records, &known, on, on));
    let difference = app.catalogue().compare(case, other, &facts);
    note_matters(app, actor, person, award, &records)?;
    Ok(difference)
}

fn judged(
    catalogue: &Catalogue,
    case: Case<'_>,
    facts_on: &mut dyn FnMut(Day) -> rules::Facts,
    service: rules::service::Service,
) -> Explained {
    let asker = Asker::new();
    let judge = catalogue.judge(&asker);
    let verdict = judge.verdict(case, &Arc::new(facts_on(case.on)));
    let unmet = verdict.findings.iter().filter(|finding| finding.answer == rules::Answer::NotMet);
    let ahead = unmet
        .map(|finding| Missing {
            condition: finding.condition.clone(),
            from: judge.first_met(case, finding, facts_on).map(|day| day.to_string()),
        })
        .collect();
    Explained { verdict, ahead, service }
}

/// The verdict on a unit by the rules of a day.
pub fn explain_unit(app: &App, actor: &Actor, unit: Id, award: &str, on: Day) -> Result<Explained> {
    explain_unit_year(app, actor, unit, award, (on, on.year()))
}

/// The same for merit of a year that may be over.
pub fn explain_unit_year(
    app: &App,
    actor: &Actor,
    unit: Id,
    award: &str,
    (on, year): (Day, i16),
) -> Result<Explained> {
    must_be_for(app.catalogue(), award, Subject::Collective)?;
    let (known, owners) = bring_unit(app, actor, unit, (on, year))?;
    let case = Case { award, subject: Subject::Collective, on, year, owners: &owners };
    let mut facts_on = |day: Day| facts_of_unit(&known, day);
    Ok(judged(app.catalogue(), case, &mut facts_on, rules::service::Service::default()))
}

/// The same case of a unit by the rules of its day and by those of another.
pub fn compare_unit(
    app: &App,
    actor: &Actor,
    unit: Id,
    award: &str,
    (on, other): (Day, Day),
) -> Result<Difference> {
    must_be_for(app.catalogue(), award, Subject::Collective)?;
    let (known, owners) = bring_unit(app, actor, unit, (on, on.year()))?;
    let case = Case { award, subject: Subject::Collective, on, year: on.year(), owners: &owners };
    Ok(app.catalogue().compare(case, other, &Arc::new(facts_of_unit(&known, on))))
}

/// What the books know of a unit for a day and a year of merit; refused out of reach.
fn bring_unit(
    app: &App,
    actor: &Actor,
    unit: Id,
    (on, year): (Day, i16),
) -> Result<(UnitKnown, Vec<String>)> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "eligibility.read", unit, on)?;
        let known = known_of_unit(app, tx, unit, (on, year))?;
        let chain = chain_of(app, tx, unit, on)?;
        Ok((known, Owners::read(app, tx)?.of(&chain)))
    })
}

pub(super) fn known_of_unit(
    app: &App,
    tx: &mut Tx<'_>,
    unit: Id,
    (on, year): (Day, i16),
) -> Result<UnitKnown> {
    let state = units::load(tx, app.federation, unit)?;
    // A year is ranked when it is over: the decision may be later than the day that is looked at.
    let ranked = crate::scores::stood(tx, app.federation, unit, (year, app.today()))?;
    let ranked = ranked.map(|told| Ranked {
        points: told.points,
        weakest: told.weakest,
        leads: told.place == Some(1),
        best: told.grade.map(|grade| grade == "xuat_sac" || grade == "vung_manh"),
        trace: Trace::new(
            format!("ranking:{}", told.id),
            format!("Xếp loại năm {year} trong {}, {}", told.cluster, told.document),
        ),
    });
    Ok(UnitKnown {
        kind: state.kind.code().to_owned(),
        name: state.name,
        opened: Some(state.opened_on),
        changed: store::last_change(tx, app.federation, unit, on)?,
        held: history_store::held_by_unit(tx, app.federation, unit, on)?,
        ranked,
    })
}

/// What other registers know of some people on a day.
pub(super) fn known_of(
    app: &App,
    tx: &mut Tx<'_>,
    people: &[Id],
    on: Day,
) -> Result<HashMap<Id, Known>> {
    let mut known: HashMap<Id, Known> = HashMap::new();
    for (person, from, until) in store::spells(tx, app.federation, people)? {
        known.entry(person).or_default().spells.push((from, until));
    }
    for (person, held) in history_store::held(tx, app.federation, people, on)? {
        known.entry(person).or_default().held.push(held);
    }
    for (person, initiative) in history_store::initiatives(tx, app.federation, people, on)? {
        known.entry(person).or_default().initiatives.push(initiative);
    }
    Ok(known)
}
