//! The mechanism all slices share: every write is a batch; every batch is chained; every posting reaches its scopes.
//!
//! Not here: what a record means. Slices append facts and postings; `books` keeps the projections in step and proves
//! them.

mod backup;
mod batch;
mod days;
pub mod doctor;
mod dump;
mod paths;
pub mod schema;
mod spread;
pub(crate) mod tree;

pub use backup::BackupReport;
pub(crate) use backup::verify as verify_backup;
pub use batch::Batch;
pub(crate) use batch::{begin_federation, first_answer};
pub(crate) use days::{catch_up as catch_up_days, scopes as day_scopes};
pub(crate) use paths::{chunked, end_of_range, last_path, read as read_paths};
pub use schema::Table;
