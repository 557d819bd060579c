//! Memberships: who is a member of which unit, from which day to which, and why.
//!
//! ```text
//!            admitted · recognised · restored · brought forward
//!   nobody ───────────────────────────────────────────────────► member at a unit
//!      ▲                                                        │  │        ▲
//!      │ left · ended with unit · corrected                     │  │ sent   │ received (elsewhere) · returned
//!      └────────────────────────────────────────────────────────┘  ▼        │
//!              transferred · carried: member at another unit    in transit ─┘
//! ```
//!
//! Events are facts; spells are worked out from them. A member has one unit on a day. Rejoining is a new spell. A
//! transfer within the books has both ends on the day it is received; until then the person is in transit.

mod actions;
mod life_store;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    admit, admit_many, may_record, preview, preview_admission, preview_reversal, record,
    record_many, reverse_event, transfer_kind, transfers,
};
pub(crate) use actions::{
    admit_in, carry, counted_on, end_with_unit, in_transit_from, members_on, must_be_born_before,
    record_in, refresh, repost, reverse_all_of, reverse_in, reverse_lives, write_again_all_of,
};
pub(crate) use life_store::life;
pub use model::{
    Admission, Effect, EventKind, LeaveReason, LifeEvent, NewEvent, Pending, UnitName,
};
pub(crate) use rules::check_birth;
pub(crate) use store::{
    SpellRow, each_spell, events_of_batch, import_events, is_member_of, life_line,
};
