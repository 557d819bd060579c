//! Preparing a reorganisation, looking at it, carrying it out, taking it back.

mod drafts;
mod look;
mod past;
mod run;
mod undo;

pub use drafts::{again, decide, prepare, replace, submit};
pub(crate) use look::Desk;
pub use look::look;
pub use past::{history, sheet_to_fill};
pub(crate) use run::run_job;
pub use run::{answer, given_back};
pub use undo::undo;
