//! Whole scopes put to the rules: candidates with records, and sweeps over every member.

use std::collections::HashMap;
use std::sync::Arc;

use db::Tx;
use kernel::{Actor, Day, Id};
use ledger::Stretch;
use rules::{Asker, Case, Subject};

use super::{Owners, awards_in, known_of, must_be_for};
use crate::eligibility::model::{Candidate, Candidates, Record, Sweep, SweepRow};
use crate::eligibility::rules::{facts_of, service_of};
use crate::eligibility::store::{self, Standing};
use crate::{App, Result, units};

/// People with records looked at for one page of candidates; more than the committees of a province have.
const ON_RECORD_MAX: i64 = 20_000;
/// Members looked at in one sweep.
const SWEEP_MAX: i64 = 2_000_000;
/// People named in a sweep.
const PROPOSED_MAX: usize = 1_000;

/// Every outcome with its code, best first.
const STATES: [rules::State; 6] = [
    rules::State::Eligible,
    rules::State::MeetsKnown,
    rules::State::NeedsEvidence,
    rules::State::OnHold,
    rules::State::NotEligible,
    rules::State::NoRule,
];

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
