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

use db::Tx;
use kernel::{Day, Id};

use crate::Result;

/// What a unit was called on a day; none where the books do not tell of that day.
pub(crate) fn named_on(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
) -> Result<Option<String>> {
    Ok(store::named(tx, (federation, unit), on, store::NOW)?.map(|(name, _)| name))
}
