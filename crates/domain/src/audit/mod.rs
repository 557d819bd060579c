//! The trail as it is read: who wrote what, who saw what, and whether the chain holds.
//!
//! It names people and units of the whole of the books, and a line cannot be taken to one unit without losing what makes
//! it a trail; so it is read by who holds the power over the whole of the books, and by nobody else. What concerns one
//! person is told to that person (`own`).

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{batches, entries, verify};
pub use model::{BatchRow, Entry, TrailAsked, Verified};
