//! What a target is.

use kernel::{Id, Instant, Period};

/// A target to be set.
#[derive(Clone, Debug)]
pub struct NewTarget {
    /// The unit of which it is asked.
    pub unit: Id,
    /// The indicator's code.
    pub indicator: String,
    /// The period.
    pub period: Period,
    /// How much; `None` takes the target back.
    pub value: Option<i64>,
}

/// What the units below were asked, beside what the unit itself was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildSum {
    /// The indicator.
    pub indicator: String,
    /// The unit's own target.
    pub own: Option<i64>,
    /// The sum over the units below that have one.
    pub sum: i64,
    /// How many units below have one.
    pub units: i64,
}

/// A target as a clerk saw it before changing it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What it shall be.
    pub new: NewTarget,
    /// What stood there when the page was opened.
    pub seen: Option<i64>,
}

/// One row of the grid: a unit, and its target for each indicator asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The unit.
    pub unit: Id,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its targets in the order of the indicators asked.
    pub values: Vec<Option<i64>>,
}

/// The targets of a unit and of the units directly below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The unit itself.
    pub own: GridRow,
    /// The units below, by name: those of the page asked for.
    pub below: Vec<GridRow>,
    /// How many there are in all.
    pub total: usize,
    /// For each indicator, the sum over all units directly below.
    pub sums: Vec<i64>,
}

/// One decision on a target: the latest one holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The indicator.
    pub indicator: String,
    /// What was asked; `None` where the target was taken back.
    pub value: Option<i64>,
    /// The number of the decision.
    pub number: Option<String>,
    /// Its day, ISO.
    pub issued_on: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When the books learned it.
    pub recorded_at: Instant,
    /// Who recorded it.
    pub actor: String,
}
