//! Taking a file in, and taking an import back.

mod run;
mod undo;

pub use run::{dry_run, refused_by_reading, run, workbook_of_refused};
pub use undo::undo;
