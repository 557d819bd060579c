//! What can be done with people: found, read, corrected, merged.

mod cards;
mod duplicates;

pub use cards::{correct, person_card, search};
pub use duplicates::{find_duplicates, merge, unmerge};
