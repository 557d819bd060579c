//! Exchange: a report made into a signed file by one installation, and taken in by another.
//!
//! ```text
//! approved version ─send► package (canonical JSON, Ed25519) ─by file or HTTP─► look ─receive► counted above, marked
//!                                                                               │
//!                                              keys: whose packages are trusted ┘
//! ```
//!
//! The same version always makes the same contents, so a package received twice is received once. A later version of a
//! report takes the place of an earlier one; both stay, byte for byte as they came. Received figures are what somebody
//! reported: they are summed into the lines that are summed from reports below, shown beside the lines that the books
//! count, and never become postings. Where a unit has an approved report in these books, that one counts. The format is
//! told in `docs/PACKAGES.md`. Not here: how a report is filled, filed and approved (`reports`).

mod actions;
mod canonical;
mod model;
mod open;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Package, Shown, add_key, end_key, inside, keys, look, make_key, pack, package, receive,
    received, sent,
};
pub(crate) use actions::{counted_below, received_below};
pub use model::{
    Body, CellTold, Changed, Counted, DaysTold, InputTold, Look, NewKey, PeerKey, ReceivedBelow,
    ReceivedRow, Reported, SentRow, Signature, Standing, StepTold, Taken, UnitTold,
};
pub use rules::{FORMAT, PACKAGE_BYTES_MAX, SCHEMA};
pub(crate) use store::{first_received, values_of};
