//! Recording what the rules ask, and asking the rules.

use std::collections::HashMap;
use std::sync::Arc;

use db::{Tx, values};
use kernel::{Actor, Day, Id, Refusal};
use ledger::Stretch;
use rules::{Asker, Case, Catalogue, Difference, Subject, Trace};

use super::history_store;
use super::model::{
    Candidate, Candidates, Explained, Missing, NewRecord, Record, RecordSort, Sweep, SweepRow,
};
use super::rules::{Known, Ranked, UnitKnown, facts_of, facts_of_unit, must_be_sound, service_of};
use super::store::{self, Standing};
use crate::books::{Batch, read_paths, schema};
use crate::people::{must_reach_person, must_stand, places_of};
use crate::{App, Result, documents, units};

/// People with records looked at for one page of candidates; more than the committees of a province have.
const ON_RECORD_MAX: i64 = 20_000;
/// Members looked at in one sweep.
const SWEEP_MAX: i64 = 2_000_000;
/// People named in a sweep.
const PROPOSED_MAX: usize = 1_000;
/// Records of one person: far more than a life in the union has.
const RECORDS_MAX: usize = 500;

/// Every outcome with its code, best first.
const STATES: [rules::State; 6] = [
    rules::State::Eligible,
    rules::State::MeetsKnown,
    rules::State::NeedsEvidence,
    rules::State::OnHold,
    rules::State::NotEligible,
    rules::State::NoRule,
];

/// Writes a record of a person, at the unit the person belongs to.
pub fn record(app: &App, actor: &Actor, new: &NewRecord) -> Result<Id> {
    must_be_sound(new, app.today())?;
    app.write(actor, "eligibility.record", new.sort.name().vi, |batch| {
        let federation = batch.federation();
        must_reach_person(app, batch.reader()?, actor, "eligibility.record", new.person)?;
        must_stand(batch.reader()?, federation, new.person)?;
        if store::records(batch.reader()?, federation, &[new.person])?.len() >= RECORDS_MAX {
            return Err(Refusal::new(
                "too_many_records",
                format!("Người này đã có {RECORDS_MAX} mục"),
                "Gộp các mục liền nhau, hủy mục ghi thừa",
            )
            .into());
        }
        write(batch, new, None, false)
    })
}

/// Puts another version in the place of a record.
pub fn correct_record(app: &App, actor: &Actor, record: Id, new: &NewRecord) -> Result<()> {
    must_be_sound(new, app.today())?;
    app.write(actor, "eligibility.record", "Sửa mục hồ sơ xét khen thưởng", |batch| {
        let stands = standing(app, batch, actor, new.person, record)?;
        if stands.sort != new.sort {
            return Err(other_sort().into());
        }
        write(batch, new, Some(record), false).map(drop)
    })
}

/// Takes a record out; it stays readable in the books.
pub fn withdraw_record(app: &App, actor: &Actor, person: Id, record: Id) -> Result<()> {
    app.write(actor, "eligibility.record", "Hủy mục hồ sơ xét khen thưởng", |batch| {
        let stands = standing(app, batch, actor, person, record)?;
        let new = NewRecord {
            person,
            sort: stands.sort,
            kind: stands.kind,
            title: stands.title,
            from: stands.from,
            last: stands.until.map(Day::previous),
            document: None,
        };
        write(batch, &new, Some(record), true).map(drop)
    })
}

fn other_sort() -> Refusal {
    Refusal::new("other_sort", "Mục này thuộc phần khác của hồ sơ", "Hủy mục cũ rồi ghi mục mới")
}

/// A record of a person that stands, and that the actor reaches.
fn standing(
    app: &App,
    batch: &mut Batch<'_, '_>,
    actor: &Actor,
    person: Id,
    record: Id,
) -> Result<Record> {
    let federation = batch.federation();
    must_reach_person(app, batch.reader()?, actor, "eligibility.record", person)?;
    let records = store::records(batch.reader()?, federation, &[person])?;
    records.into_iter().find(|each| each.id == record).ok_or_else(|| {
        Refusal::new(
            "unknown_record",
            "Không có mục này trong hồ sơ, hoặc mục đã được hủy",
            "Mở lại hồ sơ để xem các mục đang có",
        )
        .into()
    })
}

fn write(
    batch: &mut Batch<'_, '_>,
    new: &NewRecord,
    corrects: Option<Id>,
    withdrawn: bool,
) -> Result<Id> {
    let federation = batch.federation();
    let unit = places_of(batch.reader()?, federation, new.person)?.first().copied();
    let unit = unit.ok_or_else(|| {
        Refusal::new(
            "no_unit",
            "Người này chưa từng thuộc đơn vị nào trong sổ",
            "Ghi kết nạp hoặc tiếp nhận trước",
        )
    })?;
    let document =
        (new.document.as_ref()).map(|paper| documents::find_or_add(batch, paper)).transpose()?;
    let title =
        new.title.as_ref().map(|title| title.trim().to_owned()).filter(|text| !text.is_empty());
    let row = values![
        new.person,
        unit,
        new.sort.code(),
        new.kind.clone(),
        title,
        new.from,
        new.last.map(Day::next),
        document,
        corrects,
        i64::from(withdrawn)
    ];
    batch.append(&schema::SERVICE_RECORD, row)
}

/// The records of a person as they stand.
pub fn records_of(app: &App, actor: &Actor, person: Id) -> Result<Vec<Record>> {
    app.db.read(|tx| {
        must_reach_person(app, tx, actor, "eligibility.read", person)?;
        store::records(tx, app.federation, &[person])
    })
}

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
    must_be_for(app.catalogue(), award, Subject::Person)?;
    let Brought { records, known, owners } = bring(app, actor, person, on)?;
    let case = Case { award, subject: Subject::Person, on, year: on.year(), owners: &owners };
    let facts_on = |day: Day| facts_of(&records, &known, day, on);
    let explained = judged(app.catalogue(), case, &mut { facts_on }, service_of(&records, on));
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
    must_be_for(app.catalogue(), award, Subject::Collective)?;
    let (known, owners) = bring_unit(app, actor, unit, on)?;
    let case = Case { award, subject: Subject::Collective, on, year: on.year(), owners: &owners };
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
    let (known, owners) = bring_unit(app, actor, unit, on)?;
    let case = Case { award, subject: Subject::Collective, on, year: on.year(), owners: &owners };
    Ok(app.catalogue().compare(case, other, &Arc::new(facts_of_unit(&known, on))))
}

/// What the books know of a unit for a day; refused out of reach.
fn bring_unit(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<(UnitKnown, Vec<String>)> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "eligibility.read", unit, on)?;
        let known = known_of_unit(app, tx, unit, on)?;
        let chain = chain_of(app, tx, unit, on)?;
        Ok((known, Owners::read(app, tx)?.of(&chain)))
    })
}

pub(super) fn known_of_unit(app: &App, tx: &mut Tx<'_>, unit: Id, on: Day) -> Result<UnitKnown> {
    let state = units::load(tx, app.federation, unit)?;
    // A year is ranked when it is over: the decision may be later than the day that is looked at.
    let ranked = crate::scores::stood(tx, app.federation, unit, (on.year(), app.today()))?;
    let ranked = ranked.map(|told| Ranked {
        points: told.points,
        weakest: told.weakest,
        leads: told.place == Some(1),
        best: told.grade.map(|grade| grade == "xuat_sac" || grade == "vung_manh"),
        trace: Trace::new(
            format!("ranking:{}", told.id),
            format!("Xếp loại năm {} trong {}, {}", on.year(), told.cluster, told.document),
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

/// The people of a unit and all under it on a day of whom there are records, by outcome for an award, a page at a time.
/// Of all others nothing is known yet.
pub fn candidates(
    app: &App,
    actor: &Actor,
    scope: Id,
    (award, on): (&str, Day),
    (first, rows): (usize, usize),
) -> Result<Candidates> {
    must_be_for(app.catalogue(), award, Subject::Person)?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "eligibility.read", scope, on)?;
        let bounds = app.bounds_under(tx, actor, "eligibility.read", scope)?;
        let standing = store::members_on(tx, app.federation, &bounds, on, true, ON_RECORD_MAX + 1)?;
        let cut = standing.len() as i64 > ON_RECORD_MAX;
        let mut found = Vec::new();
        let mut take =
            |_: usize, state: rules::State, candidate: Candidate| found.push((state, candidate));
        judge_all(app, tx, &standing, &[award], on, &mut take)?;
        // The order of names stays within an outcome.
        found.sort_by_key(|(state, _)| *state);
        let of = |state| found.iter().filter(|(each, _)| *each == state).count();
        let counts = STATES.iter().map(|state| (state.code(), of(*state))).collect();
        let on_record = found.len();
        let rows = found.into_iter().skip(first).take(rows).map(|(_, each)| each).collect();
        Ok(Candidates { rows, counts, on_record, cut })
    })
}

/// Every member of a scope on a day against one award or against all of them.
pub fn sweep(app: &App, actor: &Actor, scope: &str, award: Option<&str>, on: Day) -> Result<Sweep> {
    if let Some(award) = award {
        must_be_for(app.catalogue(), award, Subject::Person)?;
    }
    app.db.read(|tx| {
        app.allow(actor, "eligibility.read")?;
        let unit = units::load_by_code(tx, app.federation, scope)?;
        app.must_reach(tx, actor, "eligibility.read", unit.id, on)?;
        let bounds = app.bounds_under(tx, actor, "eligibility.read", unit.id)?;
        let standing = store::members_on(tx, app.federation, &bounds, on, false, SWEEP_MAX)?;
        let awards: Vec<&rules::Award> = awards_in(app, tx, Subject::Person, on)?
            .into_iter()
            .filter(|each| award.is_none_or(|award| each.code == award))
            .collect();
        let codes: Vec<&str> = awards.iter().map(|award| award.code.as_str()).collect();
        let mut counts = vec![[0_usize; STATES.len()]; codes.len()];
        let mut proposed: Vec<(rules::State, Candidate)> = Vec::new();
        let mut take = |place: usize, state: rules::State, candidate: Candidate| {
            let column = STATES.iter().position(|each| *each == state).unwrap_or(STATES.len() - 1);
            counts[place][column] += 1;
            let good = state <= rules::State::MeetsKnown && award.is_some();
            if good && proposed.len() < PROPOSED_MAX {
                proposed.push((state, candidate));
            }
        };
        judge_all(app, tx, &standing, &codes, on, &mut take)?;
        proposed.sort_by_key(|(state, _)| *state);
        let rows = awards.iter().zip(counts).map(|(award, counts)| SweepRow {
            award: award.code.clone(),
            name: award.title(),
            counts: STATES.iter().map(|state| state.code()).zip(counts).collect(),
        });
        Ok(Sweep {
            scope: unit.name,
            on: on.to_string(),
            members: standing.len(),
            rows: rows.collect(),
            proposed: proposed.into_iter().map(|(_, each)| each).collect(),
        })
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

/// Judges people for awards: the place of the award, the outcome, the person.
fn judge_all(
    app: &App,
    tx: &mut Tx<'_>,
    standing: &[Standing],
    awards: &[&str],
    on: Day,
    take: &mut dyn FnMut(usize, rules::State, Candidate),
) -> Result<()> {
    let catalogue = app.catalogue();
    let people: Vec<Id> = standing.iter().map(|each| each.person).collect();
    let mut records: HashMap<Id, Vec<Record>> = HashMap::new();
    for record in store::records(tx, app.federation, &people)? {
        records.entry(record.person).or_default().push(record);
    }
    let mut known = known_of(app, tx, &people, on)?;
    let owners = Owners::read(app, tx)?;
    let mut of_unit: HashMap<Id, Vec<String>> = HashMap::new();
    let asker = Asker::new();
    let judge = catalogue.judge(&asker);
    let none = Vec::new();
    for each in standing {
        let owners = of_unit.entry(each.unit).or_insert_with(|| {
            Stretch::chain_of(&each.path).map(|chain| owners.of(&chain)).unwrap_or_default()
        });
        let known = known.remove(&each.person).unwrap_or_default();
        let records = records.get(&each.person).unwrap_or(&none);
        let facts = Arc::new(facts_of(records, &known, on, on));
        let months = service_of(records, on).months();
        for (place, award) in awards.iter().enumerate() {
            let case = Case { award, subject: Subject::Person, on, year: on.year(), owners };
            let state = judge.state(case, &facts);
            take(
                place,
                state,
                Candidate {
                    person: each.person.to_string(),
                    name: each.name.clone(),
                    unit: each.unit_name.clone(),
                    state: state.code(),
                    service_months: months,
                },
            );
        }
    }
    Ok(())
}
