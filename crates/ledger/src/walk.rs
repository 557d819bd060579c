//! Chains of units whose lines lead back to themselves over time: worked out day by day of change, by walking upwards.
//!
//! Two units may each manage the other at its own time; only on one and the same day is that a ring.

use std::collections::{BTreeSet, HashMap, HashSet};

use kernel::{Day, Id};

use crate::paths::{self, Cause, Cycle, LineStatement, NO_CLASS, Stretch, Tree};

type Known = HashMap<Id, Vec<Stretch>>;

/// The chains of a unit, each from a day on which something above it changes to the next.
pub(crate) fn chains(tree: &Tree, unit: Id, known: &Known) -> Result<Vec<Stretch>, Cycle> {
    let Some(first) = tree.lines(unit).first().map(|line| line.from) else { return Ok(Vec::new()) };
    let days: Vec<Day> =
        days_above(tree, unit, known).into_iter().filter(|d| *d >= first).collect();
    let mut chains = Vec::new();
    for (place, from) in days.iter().copied().enumerate() {
        let to = days.get(place + 1).copied().unwrap_or(Day::MAX);
        let (chain, cause) = chain_on(tree, unit, known, from)?;
        paths::push_or_extend(&mut chains, Stretch { from, to, chain, class: NO_CLASS, cause });
    }
    Ok(chains)
}

/// Every day on which the line of the unit, or of anyone who ever stood above it, changes.
fn days_above(tree: &Tree, unit: Id, known: &Known) -> BTreeSet<Day> {
    let mut days = BTreeSet::new();
    let mut seen = HashSet::from([unit]);
    let mut next = vec![unit];
    while let Some(below) = next.pop() {
        if let Some(stretches) = known.get(&below) {
            days.extend(stretches.iter().map(|stretch| stretch.from));
            continue;
        }
        days.extend(tree.lines(below).iter().map(|line| line.from));
        let managers = tree.lines(below).iter().filter_map(|line| line.manager);
        next.extend(managers.filter(|manager| seen.insert(*manager)));
    }
    days
}

/// The chain of a unit on a day, and why the lowest line that changed on it did.
fn chain_on(tree: &Tree, unit: Id, known: &Known, day: Day) -> Result<(Vec<Id>, Cause), Cycle> {
    let mut chain = vec![unit];
    let mut cause = None;
    let mut note = |from: Day, why: Cause| {
        if from == day {
            cause.get_or_insert(why);
        }
    };
    let mut top = unit;
    while let Some(line) = line_on(tree.lines(top), day) {
        note(line.from, line.cause);
        let Some(manager) = line.manager else { break };
        let upper = known.get(&manager).and_then(|stretches| paths::on(stretches, day));
        let above = upper.map_or_else(|| vec![manager], |stretch| stretch.chain.clone());
        if above.iter().any(|id| chain.contains(id)) {
            return Err(Cycle { unit });
        }
        chain.extend(above);
        if let Some(stretch) = upper {
            note(stretch.from, stretch.cause);
            break;
        }
        top = manager;
    }
    Ok((chain, cause.unwrap_or(Cause::Reorganised)))
}

fn line_on(lines: &[LineStatement], day: Day) -> Option<&LineStatement> {
    let index = lines.partition_point(|line| line.from <= day);
    index.checked_sub(1).map(|last| &lines[last])
}
