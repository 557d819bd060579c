//! Asking for long work, watching it, taking it back.

use kernel::{Actor, Id, Instant, Refusal};

use crate::jobs::model::{Job, Standing, State};
use crate::jobs::{kinds, store};
use crate::{App, Error, Result, files};

/// Drafts and open jobs of one account at most; each may hold a file of 20 MB.
const OPEN_MAX: i64 = 40;
const LIST_MAX: i64 = 100;
const FAILED_TOLD: i64 = 5;
const DAY: i64 = 24 * 60 * 60 * 1_000;
/// A draft nobody came back to is forgotten after a week, an ended job after a month.
const DRAFT_DAYS: i64 = 7;
const ENDED_DAYS: i64 = 30;

/// Long work to be asked for.
pub struct NewJob<'j> {
    /// What sort of work it is.
    pub kind: &'static str,
    /// The unit it is about, which the actor must reach.
    pub unit: Option<Id>,
    /// What is asked, as the kind writes it.
    pub input: &'j str,
    /// The file it comes with: name and bytes.
    pub file: Option<(&'j str, &'j [u8])>,
    /// Prepared first, or asked for at once.
    pub is_draft: bool,
}

/// Asks for long work, or begins to prepare it.
pub fn ask(app: &App, actor: &Actor, new: &NewJob<'_>) -> Result<Id> {
    let kind = kinds::kind(new.kind)?;
    let action = kind.action;
    app.allow(actor, action)?;
    must_have_name(actor)?;
    let today = app.today();
    let job = Job {
        id: app.ids.next(&*app.clock),
        kind: new.kind.to_owned(),
        account: actor.account,
        actor: actor.name.clone(),
        unit: new.unit,
        input: new.input.to_owned(),
        file: None,
        state: if new.is_draft { State::Draft } else { State::Waiting },
        stage: String::new(),
        done: 0,
        total: 0,
        answer: None,
        answer_file: None,
        deaths: 0,
        made_at: app.now(),
        began_at: None,
        ended_at: None,
    };
    app.db.write(|tx| {
        if kind.is_whole {
            app.must_reach_all(tx, actor, action)?;
            // Two at once of a work on the whole of the books would make each other wait and tell nothing more.
            if let Some(job) = store::under_way(tx, app.federation, new.kind)? {
                return Err(already_under_way(&job));
            }
        }
        if let Some(unit) = new.unit {
            app.must_reach(tx, actor, action, unit, today)?;
        }
        if store::open_of(tx, app.federation, actor.account)? >= OPEN_MAX {
            return Err(too_many());
        }
        let put = |(name, bytes)| files::put_in(app, tx, name, bytes);
        let file = new.file.map(put).transpose()?;
        store::insert(tx, app.federation, &Job { file, ..job.clone() })?;
        Ok(job.id)
    })
}

fn already_under_way(job: &Job) -> Error {
    Refusal::new(
        "already_under_way",
        format!("{} đã giao việc này lúc {}, việc chưa xong", job.actor, job.made_at.vi()),
        "Chờ việc ấy xong rồi làm lại nếu cần",
    )
    .into()
}

/// How the jobs of the books stand, for who keeps the whole of them.
pub fn standing(app: &App, actor: &Actor) -> Result<Standing> {
    app.db.read(|tx| {
        app.must_reach_all(tx, actor, "books.health")?;
        let (counts, failed) = store::standing(tx, app.federation, FAILED_TOLD)?;
        Ok(Standing { counts, failed })
    })
}

fn too_many() -> Error {
    Refusal::new(
        "too_many_jobs",
        format!("Đã có {OPEN_MAX} việc đang chuẩn bị hoặc đang chờ"),
        "Chờ việc cũ xong, hoặc bỏ bớt bản xem trước không dùng nữa",
    )
    .into()
}

/// A job runs later, as an account or as the operator; a reader without an account cannot ask for one.
fn must_have_name(actor: &Actor) -> Result<()> {
    if actor.account.is_some() || actor.may(kernel::Power::Administer) {
        return Ok(());
    }
    Err(Refusal::new("sign_in_first", "Việc này cần một tài khoản", "Đăng nhập rồi làm lại").into())
}

/// A job of one's own, with how far it is now.
pub fn find(app: &App, actor: &Actor, id: Id) -> Result<Job> {
    let job = app.db.read(|tx| store::load(tx, app.federation, id))?;
    let own = |job: &Job| job.account == actor.account && must_have_name(actor).is_ok();
    job.filter(own).map(|job| with_live(app, job)).ok_or_else(|| unknown(id))
}

fn with_live(app: &App, job: Job) -> Job {
    match app.board.live(job.id) {
        Some(live) if job.state == State::Running => {
            Job { stage: live.stage, done: live.done, total: live.total, ..job }
        }
        _ => job,
    }
}

fn unknown(id: Id) -> Error {
    Refusal::new("unknown_job", format!("Không có việc {id}"), "Mở lại danh sách việc").into()
}

/// One's own jobs, the latest first.
pub fn mine(app: &App, actor: &Actor) -> Result<Vec<Job>> {
    must_have_name(actor)?;
    let jobs = app.db.read(|tx| store::list(tx, app.federation, actor.account, LIST_MAX))?;
    Ok(jobs.into_iter().map(|job| with_live(app, job)).collect())
}

/// Changes what a draft asks.
pub fn change_draft(app: &App, actor: &Actor, id: Id, input: &str) -> Result<()> {
    find(app, actor, id)?;
    let changed = app.db.write(|tx| store::set_input(tx, app.federation, id, input))?;
    if changed { Ok(()) } else { Err(not_in_draft()) }
}

/// Asks for what was prepared.
pub fn submit(app: &App, actor: &Actor, id: Id) -> Result<()> {
    find(app, actor, id)?;
    let step = (State::Draft, State::Waiting);
    let passed = app.db.write(|tx| store::pass(tx, app.federation, id, step, None))?;
    if passed { Ok(()) } else { Err(not_in_draft()) }
}

fn not_in_draft() -> Error {
    Refusal::new(
        "already_asked",
        "Việc này đã được giao, không sửa được nữa",
        "Xem kết quả của việc; cần khác thì làm lại từ đầu",
    )
    .into()
}

/// Takes a job back. What runs stops at its next step; what is written already stays.
pub fn cancel(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let job = find(app, actor, id)?;
    // The books are busy while a job writes, so a running one is told without them.
    if app.board.cancel(id) || job.state.is_over() {
        return Ok(());
    }
    app.db.write(|tx| {
        for from in [State::Draft, State::Waiting] {
            if store::pass(tx, app.federation, id, (from, State::Cancelled), None)? {
                let reason = crate::jobs::model::reason_text(&crate::jobs::board::cancelled());
                store::end(tx, app.federation, id, (State::Cancelled, &reason), app.now())?;
            }
        }
        Ok(())
    })
}

/// Forgets what nobody will ask about any more, and sweeps its files.
pub fn forget_old(app: &App) -> Result<()> {
    let before = |days: i64| Instant(app.now().0 - days * DAY);
    let ends = (before(DRAFT_DAYS), before(ENDED_DAYS));
    app.db.write(|tx| store::delete_before(tx, app.federation, ends))?;
    files::sweep(app).map(drop)
}
