//! Eligibility: what the books know of a person or a unit, put to the rules of an award on a day.
//!
//! A register of *service records* holds what the rules ask and nothing else here tells: posts held in the union, yearly
//! grades, discipline, open matters, and that somebody *checked* a file whole up to a day. Only a check makes "there is
//! none" a fact; without one, what is not on record is unknown and the answer is "needs evidence". A record is never
//! edited: a correction is one more row, and a withdrawn one stays readable.
//!
//! Not here: the rules themselves (crate `rules`), nominations, votes and decisions.

mod actions;
mod history_store;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Against, Leaned, Otherwise, against, awards_here, candidates, compare, compare_unit,
    correct_record, explain, explain_unit, explain_unit_year, explain_year, leaned_on, record,
    records_of, sweep, withdraw_record,
};
pub use model::{
    CHECKS, Candidate, Candidates, Explained, GRADES, MATTERS, Missing, NewRecord, Record,
    RecordSort, SANCTIONS, SERVICE_KINDS, Sweep, SweepRow, name_of_kind,
};
pub(crate) use store::last_change;
