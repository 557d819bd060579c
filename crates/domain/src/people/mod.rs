//! People: who the members are. Sensitive columns stand apart, sealed.
//!
//! A person's facts are versions; old values are kept. Identity numbers are readable only with the key kept outside the
//! database; what the chain holds of them is a salted commitment, so that erasure leaves every hash verifiable.
//! Not here: membership, which is a matter of spells.

mod actions;
mod cohort;
mod likeness;
mod list_model;
mod list_store;
mod merged_store;
mod model;
mod profile_store;
mod ready;
mod seal;
mod store;
mod suspects_store;
#[cfg(test)]
mod tests;
mod withdrawal_store;

pub use actions::{
    EXPORT_MAX, correct, export_members, find_duplicates, find_twins, members, merge, merges,
    person_card, profile, search, suspects, tell_apart, told_apart, unmerge,
};
pub(crate) use actions::{correct_in, facts, mask, must_reach_person, whole_card};
pub(crate) use cohort::Cohort;
pub use likeness::{Agreement, Likeness, Point, Trait};
pub use list_model::{Cursor, Filter, MemberPage, MemberRow, Status, Years};
pub(crate) use merged_store::{MERGES, kept_of, names_of};
pub use model::{
    Apart, Change, Duplicate, Look, Merge, NewPerson, PersonCard, PersonRow, Profile, Record, Sex,
    Suspects, Suspicion, Twin,
};
pub(crate) use profile_store::twins_in;
pub(crate) use ready::{Ready, ahead, search_keys};
pub use seal::{Keys, Sensitive};
pub(crate) use store::{Known, PersonWriter, birth_floor, known_by_identity, set_status};
pub(crate) use store::{known_number, merged_into, must_be_named, must_stand, places_of};
#[cfg(test)]
pub(crate) use store::{unit_of, write_person};
pub(crate) use suspects_store::wrong_pair;
pub(crate) use withdrawal_store::withdraw;
