//! Units: the organisation, which keeps its past.
//!
//! ```text
//! founded / brought forward / formed ─► open ─► renamed, reclassified, suspended, handed over, moved … ─► ended
//!                                         ▲                                  struck off, dissolved, merged │
//!                                         └──────────────────── restored ◄────────────────────────────────┘
//! ```
//!
//! A unit's name, kind and block are *versions*, its manager is a *line*; both are statements "from this day on".
//! Nothing is deleted because the organisation changed. Not here: members (they move by `memberships`).

mod actions;
mod columns;
mod effect_store;
mod model;
mod profile_store;
mod prospect_store;
mod rules;
mod search_store;
mod store;
#[cfg(test)]
mod tests;
mod tree_store;

pub use actions::{
    Act, Change, Founding, Share, Succession, card_of_code, carry_out, end_unit, find_units,
    fresh_command, hand_over, home, members_to_share, move_many, move_unit, must_record_at,
    open_many, open_unit, profile, prospects, reclassify, record_visit, rehearse, rename, restore,
    scope_of_code, subtree_now, succeed, suspend, unit_card, unit_papers, unit_trail,
};
pub(crate) use actions::{
    EndHow, add_employer, close_line, count_directly_below, directly_below, page_below, reopen,
    retract_line, take_back, write_act, write_end, write_move, write_new_unit,
};
pub use columns::export;
pub use model::{
    Employer, Entry, EventTold, FigureMoved, Lives, ManagerTold, MemberName, Method, NewUnit, Open,
    Paper, Posted, Profile, Prospect, Rehearsal, ScopeMoved, TargetTouched, Trail, UnitCard,
    UnitFilter, UnitRow, UnitsAsked, VersionTold,
};
pub(crate) use profile_store::{names as names_of, successors};
pub(crate) use rules::{check_name, must_be_open, must_have_as_many, must_not_outlive};
pub(crate) use search_store::{all_keys, catch_up, keys_of, names_of_all};
pub(crate) use store::{ID_LENGTH, UnitState, load, load_by_code, outside};
