//! Reorganisations: the list of a decision, which does something to many units at once.
//!
//! ```text
//! file ─► sheets ─► intake (rows, verdicts) ─► acts, in the order in which they must be written ─► rehearsed, nothing stays
//!    ▲                                                                                                    │
//!    └── mended and sent again ◄── the list with a column of reasons ◄── any row refused ◄────────────────┤
//!                                                                                      none: written once, as one batch
//! ```
//!
//! A decision is carried out whole or not at all: one row that a rule refuses keeps the others out too. What was
//! written can be taken back whole while nothing has come to depend on it. Not here: what each act does (`units`).

mod actions;
mod draft;
mod model;
mod names;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod undo_store;

pub(crate) use actions::{Desk, run_job};
pub use actions::{
    again, answer, decide, given_back, history, look, prepare, replace, sheet_to_fill, submit, undo,
};
pub use draft::{Decision, Draft};
pub use intake::Deed;
pub use model::{Looked, Past, SeenRow};
