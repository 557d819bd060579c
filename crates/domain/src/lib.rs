//! The business of a federation, one folder a slice.
//!
//! Data goes one way: a page or a command calls an *action*; the action checks the actor's powers, asks pure *rules*,
//! and writes records and postings through one [`books::Batch`]; the *store* files hold the SQL. `books` is the one
//! mechanism all slices share: batches, postings, paths, roll-ups, the proof that they agree.

pub mod accounts;
pub mod activities;
pub mod app;
pub mod audit;
pub mod awards;
pub mod books;
pub mod certificates;
pub mod council;
pub mod documents;
pub mod eligibility;
pub mod error;
pub mod exchange;
pub mod exports;
pub mod figures;
pub mod files;
pub mod imports;
pub mod jobs;
pub mod keeping;
pub mod memberships;
pub mod obligations;
pub mod overview;
pub mod own;
pub mod papers;
pub mod parameters;
pub mod people;
pub mod policy;
pub mod reach;
pub mod reorganisations;
pub mod reports;
pub mod requests;
pub mod rounds;
pub mod scores;
pub mod signing;
pub mod targets;
pub mod units;

pub use app::App;
pub use error::{Error, Result};
