//! What can be done with memberships: one event or many recorded, taken back, carried with a unit.

mod admit;
mod bulk;
mod preview;
mod record;
mod transfers;

pub use admit::admit;
pub(crate) use bulk::{admit_in, carry, counted_on, end_with_unit, in_transit_from, members_on};
pub use bulk::{admit_many, record_many};
pub use preview::{preview, preview_admission, preview_reversal};
pub(crate) use record::{
    must_be_born_before, record_in, refresh, repost, reverse_all_of, reverse_in, reverse_lives,
    write_again_all_of,
};
pub use record::{record, reverse_event};
pub use transfers::{may_record, transfer_kind, transfers};
