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
mod employers;
mod events;
mod model;
mod rules;
mod store;
mod succession;
#[cfg(test)]
mod tests;

pub(crate) use actions::{close_line, reopen, retract_line, write_new_unit};
pub use actions::{
    find_units, is_kept_elsewhere, open_many, open_unit, scope_of_code, subtree_now, unit_card,
};
pub(crate) use employers::add_employer;
pub use employers::{Employer, prospects, record_visit};
pub(crate) use events::{EndHow, write_end, write_move};
pub use events::{end_unit, hand_over, move_many, move_unit, reclassify, rename, restore, suspend};
pub use model::{Entry, Method, NewUnit, UnitCard, UnitRow};
pub(crate) use rules::must_be_open;
pub(crate) use store::{UnitState, load, load_by_code};
pub use succession::{Share, Succession, succeed};
