//! What leaned on an honour: later ones whose conditions it met, found by judging them with it and without it.

use std::sync::Arc;

use db::Tx;
use kernel::{Actor, Day, Id};
use rules::facts::Held;
use rules::{Answer, Asker, Case, Facts, Subject, Trace};

use super::{Owners, chain_of, known_of, known_of_unit};
use crate::eligibility::history_store::{self, HonourOf};
use crate::eligibility::rules::{Known, facts_of_unit, facts_of_year};
use crate::eligibility::store;
use crate::people::must_reach_person;
use crate::{App, Result, people};

/// A later honour whose condition the first one met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaned {
    /// The later honour.
    pub honour: Id,
    /// Its award's code.
    pub award: String,
    /// Its day.
    pub on: Day,
    /// Number of its paper.
    pub document: String,
    /// The condition that is no longer met, in words.
    pub condition: String,
    /// Where the condition stands.
    pub clause: String,
}

/// The later honours of the same person or unit that the first one was needed for, by the rules of their own days.
pub fn leaned_on(app: &App, actor: &Actor, honour: Id) -> Result<Vec<Leaned>> {
    app.allow(actor, "eligibility.read")?;
    app.db.read(|tx| {
        let Some(first) = history_store::honour(tx, app.federation, honour)? else {
            return Ok(Vec::new());
        };
        let names = match first.person {
            Some(person) => {
                let kept = people::kept_of(tx, app.federation, &[person])?;
                let person = kept.get(&person).copied().unwrap_or(person);
                must_reach_person(app, tx, actor, "eligibility.read", person)?;
                people::names_of(tx, app.federation, &[person])?.into_keys().collect()
            }
            None if first.is_collective => {
                app.must_reach(tx, actor, "eligibility.read", first.unit, app.today())?;
                Vec::new()
            }
            None => return Ok(Vec::new()),
        };
        let later = history_store::later(tx, app.federation, &first, &names)?;
        let mut found = Vec::new();
        for each in later {
            found.extend(judged(app, tx, &first, &each)?);
        }
        Ok(found)
    })
}

/// The conditions of a later honour that only the first one meets.
fn judged(app: &App, tx: &mut Tx<'_>, first: &HonourOf, each: &HonourOf) -> Result<Vec<Leaned>> {
    let held = Held {
        code: first.award.clone(),
        year: first.year,
        achievement: first.achievement.clone(),
        trace: Trace::new(format!("honour:{}", first.id), first.document.clone()),
    };
    let not_these = |held: &mut Vec<Held>| {
        let these = [first.id, each.id].map(|id| format!("honour:{id}"));
        held.retain(|other| !these.contains(&other.trace.reference));
    };
    let chain = chain_of(app, tx, each.unit, each.on)?;
    let owners = Owners::read(app, tx)?.of(&chain);
    let (subject, without, with): (Subject, Facts, Facts) = match first.person {
        Some(person) => {
            let kept = people::kept_of(tx, app.federation, &[person])?;
            let person = kept.get(&person).copied().unwrap_or(person);
            let records = store::records(tx, app.federation, &[person])?;
            let mut known =
                known_of(app, tx, &[person], each.on)?.remove(&person).unwrap_or_default();
            not_these(&mut known.held);
            let facts =
                |known: &Known| facts_of_year(&records, known, (each.on, each.on), each.year);
            let without = facts(&known);
            known.held.push(held);
            (Subject::Person, without, facts(&known))
        }
        None => {
            let mut known = known_of_unit(app, tx, each.unit, (each.on, each.year))?;
            not_these(&mut known.held);
            let without = facts_of_unit(&known, each.on);
            known.held.push(held);
            (Subject::Collective, without, facts_of_unit(&known, each.on))
        }
    };
    let case = Case { award: &each.award, subject, on: each.on, year: each.year, owners: &owners };
    let asker = Asker::new();
    let judge = app.catalogue().judge(&asker);
    let with = judge.verdict(case, &Arc::new(with));
    let without = judge.verdict(case, &Arc::new(without));
    let leaned = with
        .findings
        .iter()
        .zip(&without.findings)
        .filter(|(with, without)| with.answer == Answer::Met && without.answer != Answer::Met);
    Ok(leaned
        .map(|(finding, _)| Leaned {
            honour: each.id,
            award: each.award.clone(),
            on: each.on,
            document: each.document.clone(),
            condition: finding.says.clone(),
            clause: finding.clause.to_string(),
        })
        .collect())
}
