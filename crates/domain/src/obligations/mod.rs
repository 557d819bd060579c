//! Obligations: who is obliged to hold what, why, and by when.
//!
//! Nothing of it is stored. The rules are dated data (`regulations/obligations`); what a unit owes in a year follows from
//! its block, its headcount and the days on which it stood, and whether it did from the registers of `activities`. So
//! every denominator is a list of units that can be opened, and two figures with different populations show both.
//! Exemptions are records with a reason. Not here: the registers themselves.

mod actions;
mod model;
mod regulations;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use actions::population_of;
pub use actions::{duties, summary};
pub use model::{Counts, Duty, DutyList, Population, Standing};
pub use regulations::{Obligation, Version, all, find, of_indicator};
