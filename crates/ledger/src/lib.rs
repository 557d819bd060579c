//! The ledger as a deterministic machine: accounts, postings, paths, bridges, figures. Pure.
//!
//! ```text
//! statements (line, version) ──► paths: stretches of days with one chain above a unit
//! postings × paths           ──► effects: what each scope sees, bridges included
//! effects                    ──► roll-ups (scope × account × class × month) and figures in three views
//! batches of rows            ──► a chain of hashes
//! ```
//!
//! The laws are those of `docs/LEDGER.md`: Δ stock = Σ in − Σ out at every unit, and
//! opening + in − out + came − went = closing for every scope. Not here: where rows are kept, who may read them,
//! what a record means.

pub mod account;
pub mod chain;
pub mod effect;
pub mod paths;
pub mod views;
mod walk;

#[cfg(test)]
mod tests;

pub use account::{Account, CountKind, Role};
pub use effect::{Effect, Posting};
pub use paths::{Cause, Class, LineStatement, Stretch, Tree, VersionStatement};
