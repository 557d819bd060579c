//! The worker: takes up one job after the other, as the account that asked for it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use kernel::{Actor, Refusal};

use crate::jobs::board::{CANCELLED, INTERRUPTED, Progress};
use crate::jobs::kinds::{self, Done};
use crate::jobs::model::{Job, State, reason_text};
use crate::jobs::store;
use crate::{App, Error, Result, accounts};

/// How often the worker looks for work, and for being asked to end.
const LOOK: Duration = Duration::from_millis(200);
/// Looks between two sweeps: about an hour.
const LOOKS_A_SWEEP: u32 = 18_000;

/// A job that so many programs died of is not tried again.
const DEATHS_MAX: i64 = 3;

/// Lets what was running when the program died wait again. To be called before the worker starts.
pub fn resume(app: &App) -> Result<u64> {
    app.db.write(|tx| store::wait_again(tx, app.federation))
}

/// Takes up the job that waits longest.
pub(crate) fn claim(app: &App) -> Result<Option<Job>> {
    // A look costs a read; only what is there to be done costs a write.
    let waits = app.db.read(|tx| store::first_in(tx, app.federation, State::Waiting))?;
    let Some(job) = waits else { return Ok(None) };
    let step = (State::Waiting, State::Running);
    let now = Some(app.now());
    let taken = app.db.write(|tx| store::pass(tx, app.federation, job.id, step, now))?;
    Ok(taken.then_some(job))
}

/// Does the job that waits longest; tells whether there was one.
pub fn step(app: &App) -> Result<bool> {
    let Some(job) = claim(app)? else { return Ok(false) };
    if job.deaths >= DEATHS_MAX {
        return give_up(app, &job).map(|()| true);
    }
    app.board.begin(job.id);
    let progress = Progress::of(&app.board, job.id);
    let worked = catch_unwind(AssertUnwindSafe(|| work(app, &job, &progress)));
    let (state, answer) = match worked {
        Ok(Ok(done)) => (State::Done, done.answer),
        Ok(Err(Error::Refused(refusal))) if refusal.code == INTERRUPTED => {
            return put_back(app, &job).map(|()| false);
        }
        Ok(Err(Error::Refused(refusal))) if refusal.code == CANCELLED => {
            (State::Cancelled, reason_text(&refusal))
        }
        Ok(Err(Error::Refused(refusal))) => (State::Refused, reason_text(&refusal)),
        Ok(Err(error)) => (State::Failed, reason_text(&ours(&error.to_string()))),
        Err(_) => (State::Failed, reason_text(&ours("lỗi của chương trình"))),
    };
    let ended =
        app.db.write(|tx| store::end(tx, app.federation, job.id, (state, &answer), app.now()));
    app.board.end(job.id);
    ended.map(|()| true)
}

/// A program that ends in order leaves its job to the next one; that is no death.
fn put_back(app: &App, job: &Job) -> Result<()> {
    let step = (State::Running, State::Waiting);
    app.board.end(job.id);
    app.db.write(|tx| store::pass(tx, app.federation, job.id, step, None)).map(drop)
}

/// Ends a job that programs die of, by what the books say of it: its batch is in them or it is not.
fn give_up(app: &App, job: &Job) -> Result<()> {
    app.db.write(|tx| {
        let command = crate::jobs::command_of(job.id);
        let (state, answer) = match store::written_answer(tx, app.federation, &command)? {
            Some(answer) => (State::Done, answer),
            None => (State::Failed, reason_text(&broken(job.deaths))),
        };
        store::end(tx, app.federation, job.id, (state, &answer), app.now())
    })
}

fn broken(deaths: i64) -> Refusal {
    Refusal::new(
        "job_broken",
        format!(
            "Chương trình đã dừng đột ngột {deaths} lần trong lúc làm việc này, nên không làm nữa"
        ),
        "Sổ không có gì thay đổi; xem nhật ký của máy chủ, rồi giao lại việc này",
    )
}

fn ours(detail: &str) -> Refusal {
    Refusal::new(
        "job_failed",
        format!("Việc dừng giữa chừng vì lỗi của máy: {detail}"),
        "Sổ không có gì thay đổi; làm lại, nếu vẫn lỗi thì báo người quản trị",
    )
}

fn work(app: &App, job: &Job, progress: &Progress<'_>) -> Result<Done> {
    let kind = kinds::kind(&job.kind)?;
    let actor = actor_of(app, job)?;
    progress.tell("", 0, 0)?;
    (kind.work)(app, &actor, job, progress)
}

/// Who asked, with the posts held now.
fn actor_of(app: &App, job: &Job) -> Result<Actor> {
    let Some(account) = job.account else { return Ok(Actor::operator(job.actor.clone())) };
    accounts::open_actor(app, account)?.ok_or_else(|| {
        Refusal::new(
            "account_closed",
            "Tài khoản đã giao việc này không còn dùng nữa",
            "Người khác có quyền giao lại việc này",
        )
        .into()
    })
}

/// The worker thread of a running program.
pub struct Worker {
    app: Arc<App>,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Takes up again what a program before left running, then whatever is asked. `told` hears of faults of ours.
    pub fn start(app: Arc<App>, told: impl Fn(&Error) + Send + 'static) -> Self {
        let ends = Arc::new(AtomicBool::new(false));
        let (asked, own) = (Arc::clone(&ends), Arc::clone(&app));
        let thread = std::thread::spawn(move || {
            let tell = |result: Result<()>| result.unwrap_or_else(|error| told(&error));
            tell(resume(&app).map(drop));
            let mut looks = 0_u32;
            while !asked.load(Ordering::Relaxed) {
                match step(&app) {
                    Ok(true) => continue,
                    Ok(false) => {}
                    Err(error) => told(&error),
                }
                if looks.is_multiple_of(LOOKS_A_SWEEP) {
                    tell(super::asking::forget_old(&app));
                }
                looks = looks.wrapping_add(1);
                std::thread::park_timeout(LOOK);
            }
        });
        Self { app: own, ends, thread: Some(thread) }
    }
}

impl Drop for Worker {
    /// Ends at the next step of the job under way, which the next program takes up again; a program that is killed
    /// instead loses nothing either.
    fn drop(&mut self) {
        self.app.board.end_all();
        self.ends.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}
