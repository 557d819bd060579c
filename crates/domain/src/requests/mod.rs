//! Requests: what members ask to be corrected in their own records, answered by who keeps those records.
//!
//! A request waits at the unit its person belongs to today, until it is accepted or declined, once. To accept it is to
//! correct the record in the same batch, or to say what was done instead; to decline it asks for a reason, which the member
//! reads. Not here: asking, which is a member's `own` affair.

mod actions;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{answer, find, open};
pub use model::{Answer, AnswerTold, Asked, Request};
pub use rules::{applied, is_simple};
pub(crate) use store::{open as wait, stray};
