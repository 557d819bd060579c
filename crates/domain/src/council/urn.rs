//! The urns: secret votes between the opening of a ballot and its close, in the memory of this program alone.
//!
//! An urn holds four numbers. It knows no voter, no moment and no order, is never written to a disk, and is
//! read once: by the close, which writes the sums. Who stops the program before the close has lost the votes,
//! and the ballot is held again. Decision 0073 says why.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use kernel::Id;

use super::ballot_model::{Choice, Tally};

/// The urns that stand open, by ballot.
#[derive(Default)]
pub(crate) struct Urns {
    open: Mutex<HashMap<Id, Tally>>,
    /// Taken by whoever opens, votes or closes, until the books have answered.
    deed: Mutex<()>,
}

/// All urns, held: nobody else votes, opens or closes meanwhile. Pages are read all the same.
pub(super) struct Held<'u> {
    urns: &'u Urns,
    _deed: MutexGuard<'u, ()>,
}

impl Urns {
    /// Takes the urns for one action. That somebody voted and what the urn holds must change together.
    pub(super) fn hold(&self) -> Held<'_> {
        let deed = self.deed.lock().unwrap_or_else(PoisonError::into_inner);
        Held { urns: self, _deed: deed }
    }

    /// Whether a ballot has its urn in this program; what is in it is no question a page can ask.
    pub(super) fn has(&self, ballot: Id) -> bool {
        self.lock().contains_key(&ballot)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Id, Tally>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held<'_> {
    /// Sets up an empty urn.
    pub(super) fn set_up(&self, ballot: Id) {
        self.urns.lock().insert(ballot, Tally::default());
    }

    /// Whether a ballot has its urn here.
    pub(super) fn has(&self, ballot: Id) -> bool {
        self.urns.has(ballot)
    }

    /// Drops a vote into an urn.
    pub(super) fn drop_in(&self, ballot: Id, choice: Choice) {
        if let Some(tally) = self.urns.lock().get_mut(&ballot) {
            tally.add(choice);
        }
    }

    /// What an urn holds: asked by the close alone.
    pub(super) fn count(&self, ballot: Id) -> Option<Tally> {
        self.urns.lock().get(&ballot).copied()
    }

    /// Throws an urn away with what is in it.
    pub(super) fn throw_away(&self, ballot: Id) {
        self.urns.lock().remove(&ballot);
    }
}
