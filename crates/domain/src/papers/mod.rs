//! Papers: what an office needs to write one that its records call for, and the note that it was written.
//!
//! The records say who is honoured or what was counted; a paper says besides whose office writes it, under which office
//! it stands, where and when, on which grounds. Names at the head of a paper are those of its day, as the books knew
//! them when it was written, so that a paper set again is the same. Not here: how a paper looks (`print`), what its
//! records mean (`awards`, `reports`).

mod actions;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{last_signer, letterhead, note};
pub use model::{Letterhead, Set, Signed};
pub use rules::commendation_regulation;
