//! Imports: a clerk's list taken into the books, row by row, and taken back whole.
//!
//! ```text
//! file ─► sheets (cells) ─► intake (typed rows, verdicts) ─► here: matched with the books, written as one batch
//!                                                        └─► rows that do not go in, with the reason
//! ```
//!
//! A dry run stops before the books. Rows that a rule of the books refuses join those the reading refused. An undone
//! import leaves the books as they were; what came to depend on it since is told by name.

mod actions;
mod departures;
mod draft;
mod matching;
mod members;
mod model;
mod movements;
mod store;
mod summary;
mod targets;
#[cfg(test)]
mod tests;
mod undo_store;
mod units;

pub use actions::{
    Class, Filter, ImportRow, JobOutcome, Look, LookColumn, LookRepair, LookRow, LookSheet,
    LookTotal, change, commit, dry_run, history, look, outcome, prepare, refused_by_reading,
    refused_file, run, undo, workbook_of_refused,
};
pub(crate) use actions::{Shelf, run_job};
pub use draft::{Draft, kind_from_code};
pub use intake::{Forced, Kind, Place};
pub(crate) use matching::{fresh_code, key as name_key};
pub use model::{Choices, Outcome, RefusedRow, Request, RowPlace};
