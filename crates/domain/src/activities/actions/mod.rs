//! What is done with records: written, corrected, withdrawn, listed; and counts that are only stated.

mod intake;
mod read;
mod record;
mod stated;

pub use intake::{look_at_lines, take_lines};
pub(crate) use read::standing_sum;
pub use read::{card, ending, list, must_record_at, name_people};
pub use record::{correct, record, record_many, withdraw};
pub use stated::state_count;
