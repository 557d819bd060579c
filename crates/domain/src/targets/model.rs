//! What a target is.

use kernel::{Id, Period};

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
