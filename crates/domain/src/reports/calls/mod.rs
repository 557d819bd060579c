//! Calls for reports: a unit asks those directly below for a form by a day, and sees who filed in time.
//!
//! A call names the units that owe the report and the day by which each owes it. Who is late is told by the program's
//! own clock. A call that locks takes no first filing after its day unless the unit above gives a later one.

mod actions;
mod columns;
mod model;
mod rules;
mod store;

pub use actions::{calls, completeness, extend, let_off, owed, send_call, waiting, withdraw};
pub(super) use actions::{due_of, has_locked, must_be_open};
pub use columns::export_completeness;
pub use model::{Call, Counts, Due, Filing, NewCall, Owed, Owing, Waits};
