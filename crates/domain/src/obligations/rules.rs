//! How a unit stands towards an obligation, from facts alone.

use kernel::{Day, Id};

use super::model::Standing;
use super::regulations::Version;

/// What is known of a unit and a year.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// Workers as last returned.
    pub(super) workers: Option<i64>,
    /// The day it was held.
    pub(super) held: Option<Day>,
    /// The record of an exemption, and its reason.
    pub(super) exemption: Option<(Id, String)>,
}

/// An exemption goes before the headcount, and both before what was held: who was not obliged and held it all the same is
/// told apart, so that no rate can exceed the whole by them.
pub(super) fn standing(version: &Version, year: i16, facts: &Facts, today: Day) -> Standing {
    if let Some((record, reason)) = &facts.exemption {
        return Standing::Exempt { record: *record, reason: reason.clone() };
    }
    match (version.min_workers, facts.workers) {
        (Some(least), Some(workers)) if workers < least => return Standing::TooFewWorkers(workers),
        (Some(_), None) => return Standing::HeadcountUnknown,
        _ => {}
    }
    let due = version.due_in(year);
    match facts.held {
        Some(day) if day <= due => Standing::Held(day),
        Some(day) => Standing::HeldLate(day),
        None if today > due => Standing::Late,
        None => Standing::Due,
    }
}
