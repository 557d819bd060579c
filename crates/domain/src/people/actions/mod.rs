//! What can be done with people: found, read, corrected, merged.

mod cards;
mod duplicates;
mod export;
mod list;
mod profile;
mod suspects;

pub use cards::{correct, person_card};
pub(crate) use cards::{correct_in, facts, mask, must_reach_person, whole_card};
pub use duplicates::{find_duplicates, merge, unmerge};
pub use export::{EXPORT_MAX, export_members};
#[cfg(test)]
pub(super) use list::{all, page};
pub use list::{members, search};
pub use profile::{find_twins, profile};
pub use suspects::{merges, suspects, tell_apart, told_apart};
