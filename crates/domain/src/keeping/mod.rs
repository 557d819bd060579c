//! Keeping the books safe: copies of them, trials of those copies, examinations, and how all of it stands.
//!
//! ```text
//! backup asked for ─► copied ─► read back ─► named ─► tried by a drill … ─► removed when enough newer ones stand
//! ```
//!
//! Copies stand in one folder, made by jobs, whole or not at all: a file has its name only after it was read back. A
//! *drill* restores one into throw-away books, has the doctor prove them and holds their figures against the living
//! books as these were known at the copy's last batch. What was done is kept in a list that passes; the books say nothing
//! of it. A copy holds everybody, so all of this asks for a power over the whole of the books. Not here: how a copy is
//! made and restored, and what the doctor proves (`books`).

mod actions;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    TakenBackup, ask_backup, ask_drill, ask_examination, examine, health, take_backup,
};
pub(crate) use actions::{backup_job, drill_job, examination_job, write_chain_proved};
pub use model::{Backup, Difference, Drill, Examination, Found, Health, Upkeep, UpkeepKind};
pub use rules::KEPT;
