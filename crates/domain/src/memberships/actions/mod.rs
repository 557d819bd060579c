//! What can be done with memberships: one event or many recorded, taken back, carried with a unit.

mod bulk;
mod record;

pub(crate) use bulk::{admit_in, carry, counted_on, end_with_unit, in_transit_from, members_on};
pub use bulk::{admit_many, record_many};
pub use record::{record, reverse_event};
pub(crate) use record::{
    record_in, refresh, repost, reverse_all_of, reverse_in, reverse_lives, write_again_all_of,
};
