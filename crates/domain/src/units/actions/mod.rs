//! What can be done to units: opened, changed, joined and divided, read; and their employers.

mod change;
mod employers;
mod events;
mod open;
mod profile;
mod read;
mod rehearse;
mod succession;
mod take_back;

pub(crate) use change::write_act;
pub use change::{Act, Change, Founding, carry_out};
pub(crate) use employers::add_employer;
pub use employers::{prospects, record_visit};
pub(crate) use events::{EndHow, write_end, write_move};
pub use events::{end_unit, hand_over, move_many, move_unit, reclassify, rename, restore, suspend};
pub(crate) use open::{close_line, reopen, retract_line, write_new_unit};
pub use open::{open_many, open_unit};
pub use profile::{
    fresh_command, members_to_share, must_record_at, profile, unit_papers, unit_trail,
};
pub use read::{card_of_code, find_units, home, scope_of_code, subtree_now, unit_card};
pub(crate) use read::{count_directly_below, directly_below, page_below};
pub use rehearse::rehearse;
pub use succession::{Share, Succession, succeed};
pub(crate) use take_back::take_back;
