//! A whole scope judged by the rules of two days: the same people, the same facts, and who comes out otherwise.

use std::collections::HashMap;
use std::sync::Arc;

use kernel::{Actor, Day, Id};
use ledger::Stretch;
use rules::{Asker, Case, State, Subject};
use serde::Serialize;

use super::{Owners, known_of, must_be_for};
use crate::eligibility::model::Record;
use crate::eligibility::rules::facts_of;
use crate::eligibility::store;
use crate::{App, Result, units};

/// Members looked at.
const MEMBERS_MAX: i64 = 2_000_000;
/// People named who come out otherwise.
const NAMED_MAX: usize = 1_000;

/// Somebody whom the two texts answer differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Otherwise {
    /// The person.
    pub person: String,
    /// The name.
    pub name: String,
    /// The unit's name.
    pub unit: String,
    /// The outcome's code by the rules of the first day.
    pub first: &'static str,
    /// The same by those of the other.
    pub second: &'static str,
}

/// A scope by the rules of two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Against {
    /// The scope's name.
    pub scope: String,
    /// The day whose facts are looked at.
    pub on: String,
    /// The day whose rules are held against it.
    pub against: String,
    /// Members looked at.
    pub members: usize,
    /// How many come to which two outcomes: first, second, people.
    pub counts: Vec<(&'static str, &'static str, usize)>,
    /// Who comes out otherwise, at most a thousand.
    pub otherwise: Vec<Otherwise>,
}

/// Every member of a scope on a day, judged by the rules of that day and by those of another. With `recorded` only
/// those of whom there are records.
pub fn against(
    app: &App,
    actor: &Actor,
    scope: &str,
    (award, recorded): (&str, bool),
    (on, other): (Day, Day),
) -> Result<Against> {
    must_be_for(app.catalogue(), award, Subject::Person)?;
    app.db.read(|tx| {
        app.allow(actor, "eligibility.read")?;
        let unit = units::load_by_code(tx, app.federation, scope)?;
        app.must_reach(tx, actor, "eligibility.read", unit.id, on)?;
        let bounds = app.bounds_under(tx, actor, "eligibility.read", unit.id)?;
        let standing = store::members_on(tx, app.federation, &bounds, on, recorded, MEMBERS_MAX)?;
        let people: Vec<Id> = standing.iter().map(|each| each.person).collect();
        let mut records: HashMap<Id, Vec<Record>> = HashMap::new();
        for record in store::records(tx, app.federation, &people)? {
            records.entry(record.person).or_default().push(record);
        }
        let mut known = known_of(app, tx, &people, on)?;
        let owners = Owners::read(app, tx)?;
        let asker = Asker::new();
        let judge = app.catalogue().judge(&asker);
        let (none, mut counts) = (Vec::new(), Vec::<(State, State, usize)>::new());
        let mut otherwise = Vec::new();
        for each in &standing {
            let chain = Stretch::chain_of(&each.path).unwrap_or_default();
            let owners = owners.of(&chain);
            let known = known.remove(&each.person).unwrap_or_default();
            let records = records.get(&each.person).unwrap_or(&none);
            let facts = Arc::new(facts_of(records, &known, on, on));
            let case =
                Case { award, subject: Subject::Person, on, year: on.year(), owners: &owners };
            let first = judge.state(case, &facts);
            let second = judge.state(Case { on: other, ..case }, &facts);
            match counts.iter_mut().find(|(a, b, _)| (*a, *b) == (first, second)) {
                Some((_, _, count)) => *count += 1,
                None => counts.push((first, second, 1)),
            }
            if first != second && otherwise.len() < NAMED_MAX {
                otherwise.push(Otherwise {
                    person: each.person.to_string(),
                    name: each.name.clone(),
                    unit: each.unit_name.clone(),
                    first: first.code(),
                    second: second.code(),
                });
            }
        }
        counts.sort_unstable();
        Ok(Against {
            scope: unit.name,
            on: on.to_string(),
            against: other.to_string(),
            members: standing.len(),
            counts: counts.into_iter().map(|(a, b, count)| (a.code(), b.code(), count)).collect(),
            otherwise,
        })
    })
}
