//! How far running jobs are: kept in memory, because the books are busy while a job writes.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use kernel::{Id, Refusal};

use crate::Result;

/// What is known of a running job.
#[derive(Clone, Debug, Default)]
pub(super) struct Live {
    pub(super) stage: String,
    pub(super) done: i64,
    pub(super) total: i64,
    is_cancelled: bool,
}

/// The running jobs of this program.
#[derive(Default)]
pub(crate) struct Board {
    lives: Mutex<HashMap<Id, Live>>,
    ends: AtomicBool,
}

impl Board {
    fn lock(&self) -> MutexGuard<'_, HashMap<Id, Live>> {
        self.lives.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin(&self, job: Id) {
        self.lock().insert(job, Live::default());
    }

    pub(super) fn end(&self, job: Id) {
        self.lock().remove(&job);
    }

    pub(super) fn live(&self, job: Id) -> Option<Live> {
        self.lock().get(&job).cloned()
    }

    /// The program ends: what runs breaks off at its next step, and is taken up again by the next program.
    pub(super) fn end_all(&self) {
        self.ends.store(true, Ordering::Relaxed);
    }

    /// Asks a running job to stop at the next step it tells.
    pub(super) fn cancel(&self, job: Id) -> bool {
        self.lock().get_mut(&job).is_some_and(|live| {
            live.is_cancelled = true;
            true
        })
    }
}

/// By what a job tells how far it is.
pub struct Progress<'b> {
    board: Option<&'b Board>,
    job: Id,
}

impl<'b> Progress<'b> {
    pub(super) fn of(board: &'b Board, job: Id) -> Self {
        Self { board: Some(board), job }
    }

    /// Told to nobody: work that is no job.
    pub fn none() -> Self {
        Self { board: None, job: Id(0) }
    }

    /// Tells what is being done and how far it is. Refuses when the job was cancelled, and so ends its work.
    pub fn tell(&self, stage: &str, done: usize, total: usize) -> Result<()> {
        let Some(board) = self.board else { return Ok(()) };
        if board.ends.load(Ordering::Relaxed) {
            return Err(interrupted().into());
        }
        let mut lives = board.lock();
        let Some(live) = lives.get_mut(&self.job) else { return Ok(()) };
        if live.is_cancelled {
            return Err(cancelled().into());
        }
        if live.stage != stage {
            stage.clone_into(&mut live.stage);
        }
        (live.done, live.total) = (done as i64, total as i64);
        Ok(())
    }
}

/// The code by which a job ends because the program does.
pub(super) const INTERRUPTED: &str = "job_interrupted";

fn interrupted() -> Refusal {
    Refusal::new(
        INTERRUPTED,
        "Chương trình đang dừng, việc sẽ được làm lại từ đầu",
        "Chờ máy chạy lại",
    )
}

/// The code by which a cancelled job ends.
pub(super) const CANCELLED: &str = "job_cancelled";

pub(super) fn cancelled() -> Refusal {
    Refusal::new(CANCELLED, "Việc này đã được hủy, sổ không có gì thay đổi", "Làm lại khi cần")
}
