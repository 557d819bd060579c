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
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use actions::{
    admit_in, carry, counted_on, end_with_unit, in_transit_from, members_on, record_in, refresh,
    repost, reverse_all_of, reverse_in, reverse_lives, write_again_all_of,
};
pub use actions::{admit_many, record, record_many, reverse_event};
pub use model::{Admission, EventKind, LeaveReason, NewEvent};
pub(crate) use rules::check_birth;
pub(crate) use store::{import_events, is_member_of, life_line, spells_of_all};
