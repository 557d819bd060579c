//! The overview of a unit: what waits for its reader, and what was written last.
//!
//! Every count is one bounded question within the unit and the reader's reach, and nothing that the reader may not do is
//! counted. Not here: the lists themselves, which stand with their slices; targets behind their pace, which the figures
//! know.

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{agreements_ending, duplicates, duties_left, last_entries, waiting};
pub use model::{
    COUNTED_TO, Ending, Entry, LOOKED_THROUGH, NAMED, Refused, RefusedImport, Waiting,
};
