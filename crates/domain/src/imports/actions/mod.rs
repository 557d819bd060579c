//! Taking a file in: prepared and looked at, then done as a job; and taking an import back.

mod drafts;
mod history;
mod job;
mod look;
mod run;
mod undo;

pub use drafts::{change, commit, prepare};
pub use history::{ImportRow, history};
pub(crate) use job::run_job;
pub use job::{JobOutcome, outcome, refused_file};
pub(crate) use look::Shelf;
pub use look::{Class, Filter, Look, LookColumn, LookRepair, LookRow, LookSheet, LookTotal, look};
pub use run::{dry_run, refused_by_reading, run, workbook_of_refused};
pub use undo::undo;
