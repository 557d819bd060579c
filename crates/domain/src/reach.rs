//! How far an actor's posts reach: asked before a unit's figures or people are read, and where lists are bounded.
//!
//! A power reaches a unit as the organisation stands today (an ended unit: as it stood last), or as it stood on the day
//! that is asked about.

use std::collections::HashSet;

use db::Tx;
use kernel::actor::Hold;
use kernel::{Actor, Day, Id};
use ledger::Stretch;

use crate::books::{end_of_range, read_paths};
use crate::{App, Result, policy, units};

/// The parts of the organisation a reader may see: the whole, or the ranges of today's paths under the posts held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bounds {
    /// Everything.
    Whole,
    /// Paths from the first text up to, and without, the second.
    Ranges(Vec<(String, String)>),
}

impl App {
    /// Refuses unless the actor holds an action's power at a unit, today or on a day.
    pub(crate) fn must_reach(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        action: &str,
        unit: Id,
        on: Day,
    ) -> Result<()> {
        self.allow(actor, action)?;
        if actor.holds().is_none() {
            return Ok(());
        }
        let power = policy::power_for(action);
        let path = read_paths(tx, self.federation, &[unit])?.remove(&unit).unwrap_or_default();
        let today = ledger::paths::on(&path, self.today()).or(path.last());
        let then = ledger::paths::on(&path, on);
        let reached = |stretch: &Stretch| actor.may_at(power, &stretch.chain);
        if today.is_some_and(reached) || then.is_some_and(reached) {
            return Ok(());
        }
        let name = units::load(tx, self.federation, unit)?.name;
        Err(actor.out_of_reach(power, &name).into())
    }

    /// Those of some units at which the actor holds an action's power today, found out in one reading.
    pub(crate) fn reached(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        action: &str,
        units: &[Id],
    ) -> Result<HashSet<Id>> {
        let power = policy::power_for(action);
        let paths = read_paths(tx, self.federation, units)?;
        let today = self.today();
        let reaches = |unit: &Id| {
            let path = paths.get(unit)?;
            let stretch = ledger::paths::on(path, today).or(path.last())?;
            actor.may_at(power, &stretch.chain).then_some(*unit)
        };
        Ok(units.iter().filter_map(reaches).collect())
    }

    /// Refuses unless the actor holds an action's power in the whole of the books: everywhere, or at every unit whose
    /// books are kept here.
    pub(crate) fn must_reach_all(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        action: &str,
    ) -> Result<()> {
        let bounds = self.bounds(tx, actor, action)?;
        if bounds == Bounds::Whole {
            return Ok(());
        }
        match units::outside(tx, self.federation, &bounds)? {
            None => Ok(()),
            Some(_) => Err(actor.out_of_reach(policy::power_for(action), "toàn bộ sổ").into()),
        }
    }

    /// Where an action's power holds today, for lists.
    pub(crate) fn bounds(&self, tx: &mut Tx<'_>, actor: &Actor, action: &str) -> Result<Bounds> {
        self.allow(actor, action)?;
        let Some(holds) = actor.holds() else { return Ok(Bounds::Whole) };
        let power = policy::power_for(action);
        let holds: Vec<&Hold> = holds.iter().filter(|hold| hold.powers.contains(&power)).collect();
        if holds.iter().any(|hold| hold.unit == Hold::WHOLE) {
            return Ok(Bounds::Whole);
        }
        let units: Vec<Id> = holds.iter().map(|hold| hold.unit).collect();
        let paths = read_paths(tx, self.federation, &units)?;
        let today = self.today();
        let range = |hold: &&Hold| {
            let path = paths.get(&hold.unit)?;
            let own = ledger::paths::on(path, today).or(path.last())?.path();
            let end = if hold.below { end_of_range(&own) } else { format!("{own}!") };
            Some((own, end))
        };
        Ok(Bounds::Ranges(holds.iter().filter_map(range).collect()))
    }

    /// The same of a unit and all under it, as the organisation stands today.
    pub(crate) fn bounds_under(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        action: &str,
        scope: Id,
    ) -> Result<Bounds> {
        let reached = self.bounds(tx, actor, action)?;
        let path = read_paths(tx, self.federation, &[scope])?.remove(&scope).unwrap_or_default();
        let Some(stretch) = ledger::paths::on(&path, self.today()).or(path.last()) else {
            return Ok(Bounds::Ranges(Vec::new()));
        };
        let own = stretch.path();
        let end = end_of_range(&own);
        let ranges = match reached {
            Bounds::Whole => vec![(own, end)],
            Bounds::Ranges(ranges) => {
                let both =
                    |(low, high): (String, String)| (low.max(own.clone()), high.min(end.clone()));
                ranges.into_iter().map(both).filter(|(low, high)| low < high).collect()
            }
        };
        Ok(Bounds::Ranges(ranges))
    }
}

impl Bounds {
    /// A condition on a column of today's paths, and the values it takes from a place on.
    pub(crate) fn condition(&self, column: &str, first: usize) -> (String, Vec<String>) {
        let Self::Ranges(ranges) = self else { return ("1 = 1".to_owned(), Vec::new()) };
        if ranges.is_empty() {
            return ("1 = 0".to_owned(), Vec::new());
        }
        let each = |place: usize| {
            let (low, high) = (first + place * 2, first + place * 2 + 1);
            format!("({column} >= ${low} AND {column} < ${high})")
        };
        let parts: Vec<String> = (0..ranges.len()).map(each).collect();
        let values = ranges.iter().flat_map(|(low, high)| [low.clone(), high.clone()]).collect();
        (format!("({})", parts.join(" OR ")), values)
    }
}
