//! Paths: for each unit, the stretches of days in which the chain of managers above it and its class are the same.
//!
//! The organisation is told by *statements*: "from this day on, this unit's manager is …", "from this day on, its
//! block and kind are …". A statement holds until the unit's next one, so a unit never has two managers on one day.
//! A late statement is simply one more; a withdrawn one is left out by whoever reads the statements.

use std::collections::{BTreeSet, HashMap, HashSet};

use kernel::{Block, Day, Id, UnitKind};

use crate::walk;

/// Why a chain changed; a hand-over is also counted as units handed over and received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The unit was founded or entered the books here.
    Founded,
    /// The unit was handed over by one superior to another.
    HandOver,
    /// The organisation above the unit was rearranged.
    Reorganised,
}

impl Cause {
    /// The stable code, as stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Founded => "founded",
            Self::HandOver => "hand_over",
            Self::Reorganised => "reorganised",
        }
    }

    /// The cause with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Founded, Self::HandOver, Self::Reorganised].into_iter().find(|c| c.code() == code)
    }
}

/// The columns of a breakdown: block and kind of unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class {
    /// Khối.
    pub block: Block,
    /// Kind of unit.
    pub kind: UnitKind,
}

/// From a day on, a unit is managed by another, or by none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineStatement {
    /// First day it holds.
    pub from: Day,
    /// The manager; `None` for the root, and for a unit between two managers.
    pub manager: Option<Id>,
    /// Why the line changed.
    pub cause: Cause,
}

/// From a day on, a unit is of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionStatement {
    /// First day it holds.
    pub from: Day,
    /// The class.
    pub class: Class,
}

/// A stretch of days with one chain and one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub from: Day,
    /// First day after.
    pub to: Day,
    /// The unit itself first, then its managers upwards.
    pub chain: Vec<Id>,
    /// Block and kind.
    pub class: Class,
    /// Why the stretch began.
    pub cause: Cause,
}

impl Stretch {
    /// Whether the unit stands under a scope (or is it) during the stretch.
    pub fn is_under(&self, scope: Id) -> bool {
        self.chain.contains(&scope)
    }

    /// The chain as one text, root first, ids joined with `/`; "under S" is then a range of texts.
    pub fn path(&self) -> String {
        let mut path = String::with_capacity(self.chain.len() * 14);
        for id in self.chain.iter().rev() {
            path.push_str(&id.to_string());
            path.push('/');
        }
        path
    }

    /// Reads a path back into a chain.
    pub fn chain_of(path: &str) -> Option<Vec<Id>> {
        path.trim_end_matches('/').rsplit('/').map(Id::parse).collect()
    }
}

/// The stretch of a unit on a day; days before the first stretch have none.
pub fn on(stretches: &[Stretch], day: Day) -> Option<&Stretch> {
    let index = stretches.partition_point(|each| each.from <= day);
    index.checked_sub(1).map(|last| &stretches[last]).filter(|each| day < each.to)
}

/// The managers form a ring, so no chain exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// A unit on the ring.
    pub unit: Id,
}

/// What is known of the organisation: the statements of every unit concerned.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    lines: HashMap<Id, Vec<LineStatement>>,
    versions: HashMap<Id, Vec<VersionStatement>>,
}

impl Tree {
    /// Adds a line statement. Of two for the same day the later added holds.
    pub fn state_line(&mut self, unit: Id, statement: LineStatement) {
        let lines = self.lines.entry(unit).or_default();
        insert_by_day(lines, statement, |each| each.from);
    }

    /// Adds a version statement. Of two for the same day the later added holds.
    pub fn state_version(&mut self, unit: Id, statement: VersionStatement) {
        let versions = self.versions.entry(unit).or_default();
        insert_by_day(versions, statement, |each| each.from);
    }

    /// Every unit the tree knows.
    pub fn units(&self) -> impl Iterator<Item = Id> + '_ {
        self.lines.keys().copied()
    }

    /// The statements of a unit's line, by day.
    pub fn lines(&self, unit: Id) -> &[LineStatement] {
        self.lines.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// The stretches of every unit.
    pub fn all_stretches(&self) -> Result<HashMap<Id, Vec<Stretch>>, Cycle> {
        let mut known = HashMap::with_capacity(self.lines.len());
        for unit in self.lines.keys() {
            self.stretches_into(*unit, &mut known)?;
        }
        Ok(known)
    }

    /// The stretches of one unit; those of its managers are kept in `known` for the next.
    pub fn stretches_into(
        &self,
        unit: Id,
        known: &mut HashMap<Id, Vec<Stretch>>,
    ) -> Result<(), Cycle> {
        if known.contains_key(&unit) {
            return Ok(());
        }
        let lines = self.lines(unit);
        let chains = if self.leads_back(unit, known) {
            walk::chains(self, unit, known)?
        } else {
            for manager in lines.iter().filter_map(|line| line.manager) {
                self.stretches_into(manager, known)?;
            }
            chains_of(unit, lines, known)?
        };
        let stretches = classed(&chains, self.versions.get(&unit).map_or(&[], Vec::as_slice));
        known.insert(unit, stretches);
        Ok(())
    }

    /// Whether some manager of a manager of the unit, on whatever days, is the unit: a ring, or two units each of which
    /// managed the other at its time.
    fn leads_back(&self, unit: Id, known: &HashMap<Id, Vec<Stretch>>) -> bool {
        let mut seen = HashSet::new();
        let mut next = vec![unit];
        while let Some(below) = next.pop() {
            for manager in self.lines(below).iter().filter_map(|line| line.manager) {
                if manager == unit {
                    return true;
                }
                if !known.contains_key(&manager) && seen.insert(manager) {
                    next.push(manager);
                }
            }
        }
        false
    }
}

fn insert_by_day<T>(list: &mut Vec<T>, item: T, day: impl Fn(&T) -> Day) {
    match list.binary_search_by_key(&day(&item), &day) {
        Ok(same) => list[same] = item,
        Err(place) => list.insert(place, item),
    }
}

/// The chains of a unit before its class is known: its own statements cut by the stretches of each manager.
fn chains_of(
    unit: Id,
    lines: &[LineStatement],
    known: &HashMap<Id, Vec<Stretch>>,
) -> Result<Vec<Stretch>, Cycle> {
    let mut chains: Vec<Stretch> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let to = lines.get(index + 1).map_or(Day::MAX, |next| next.from);
        let above = line.manager.and_then(|manager| known.get(&manager));
        let mut days: BTreeSet<Day> = BTreeSet::from([line.from]);
        let inside = |day: &Day| line.from < *day && *day < to;
        days.extend(above.into_iter().flatten().flat_map(|s| [s.from, s.to]).filter(inside));
        let days: Vec<Day> = days.into_iter().collect();
        for (place, from) in days.iter().copied().enumerate() {
            let upper = above.and_then(|stretches| on(stretches, from));
            if upper.is_some_and(|stretch| stretch.is_under(unit)) {
                return Err(Cycle { unit });
            }
            let chain = chain_above(unit, line.manager, upper);
            let cause = if from == line.from {
                line.cause
            } else {
                upper.map_or(Cause::Reorganised, |s| s.cause)
            };
            let to = days.get(place + 1).copied().unwrap_or(to);
            push_or_extend(&mut chains, Stretch { from, to, chain, class: NO_CLASS, cause });
        }
    }
    Ok(chains)
}

/// A class for units that never stated one.
pub(crate) const NO_CLASS: Class = Class { block: Block::Other, kind: UnitKind::Grassroots };

fn chain_above(unit: Id, manager: Option<Id>, upper: Option<&Stretch>) -> Vec<Id> {
    let mut chain = vec![unit];
    match (upper, manager) {
        (Some(stretch), _) => chain.extend_from_slice(&stretch.chain),
        // A manager stated before its own first statement: it stands alone above the unit.
        (None, Some(manager)) => chain.push(manager),
        (None, None) => {}
    }
    chain
}

/// Cuts chains by the days on which the class changes.
fn classed(chains: &[Stretch], versions: &[VersionStatement]) -> Vec<Stretch> {
    let first = versions.first().map_or(NO_CLASS, |version| version.class);
    let mut result: Vec<Stretch> = Vec::with_capacity(chains.len());
    for chain in chains {
        let mut from = chain.from;
        let mut class =
            versions.iter().rev().find(|v| v.from <= chain.from).map_or(first, |v| v.class);
        for version in versions.iter().filter(|v| chain.from < v.from && v.from < chain.to) {
            push_or_extend(&mut result, Stretch { from, to: version.from, class, ..chain.clone() });
            (from, class) = (version.from, version.class);
        }
        push_or_extend(&mut result, Stretch { from, to: chain.to, class, ..chain.clone() });
    }
    result
}

/// Adds a stretch, or lengthens the last when nothing changed between them.
pub(crate) fn push_or_extend(stretches: &mut Vec<Stretch>, next: Stretch) {
    match stretches.last_mut() {
        Some(last)
            if last.to == next.from && last.chain == next.chain && last.class == next.class =>
        {
            last.to = next.to;
        }
        _ => stretches.push(next),
    }
}
