//! The business of a federation, one folder a slice.
//!
//! Data goes one way: a page or a command calls an *action*; the action checks the actor's powers, asks pure *rules*,
//! and writes records and postings through one [`books::Batch`]; the *store* files hold the SQL. `books` is the one
//! mechanism all slices share: batches, postings, paths, roll-ups, the proof that they agree.

pub mod accounts;
pub mod app;
pub mod audit;
pub mod books;
pub mod documents;
pub mod error;
pub mod exports;
pub mod figures;
pub mod files;
pub mod imports;
pub mod jobs;
pub mod memberships;
pub mod overview;
pub mod own;
pub mod parameters;
pub mod people;
pub mod policy;
pub mod reach;
pub mod targets;
pub mod units;

pub use app::App;
pub use error::{Error, Result};
