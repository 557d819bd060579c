//! Long work: asked for, done by one worker thread, watched while it runs.
//!
//! ```text
//! draft ─► waiting ─► running ─► done | refused | failed
//!    └────────┴──────────┴─────► cancelled
//! ```
//!
//! A job runs as the account that asked, with the posts that account holds at that moment. What was running when the
//! program died is taken up again from its beginning; work that writes does so as one batch under the job's own
//! command, so it happens once even when the program died after the commit. A job that three programs died of is not
//! tried a fourth time: it is told as broken, or as done when its batch stands in the books. Jobs pass: they are no facts, and go away
//! some weeks after they ended. Not here: what a job does; each kind names its work.

mod actions;
mod board;
mod kinds;
mod model;
mod store;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use actions::claim;
pub use actions::{
    NewJob, Worker, ask, cancel, change_draft, find, forget_old, mine, resume, standing, step,
    submit,
};
pub(crate) use board::Board;
pub use board::Progress;
pub use kinds::Done;
pub use model::{Job, Standing, State};
pub use store::set_answer_file;

use kernel::Id;

/// The command under which a job writes, so that it writes once.
pub fn command_of(job: Id) -> String {
    format!("job-{job}")
}
