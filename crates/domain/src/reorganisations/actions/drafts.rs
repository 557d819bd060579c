//! Preparing a reorganisation: its list put away with its decision, looked at, mended, and at last asked for.

use kernel::{Actor, Id, Refusal};

use super::run::{open, read};
use crate::jobs::{self, NewJob, State};
use crate::reorganisations::draft::{Decision, Draft};
use crate::{App, Result, units};

/// Begins to prepare a reorganisation of the units under a unit. A file that cannot be read is refused at once, and
/// nothing is kept of it.
pub fn prepare(
    app: &App,
    actor: &Actor,
    unit: &str,
    decision: Decision,
    (file_name, bytes): (&str, &[u8]),
) -> Result<Id> {
    app.allow(actor, "units.record")?;
    let scope = units::scope_of_code(app, actor, unit)?;
    app.db.read(|tx| app.must_reach(tx, actor, "units.record", scope, app.today()))?;
    decision.check(app.today())?;
    read(app, file_name, bytes)?;
    let draft = Draft { file_name: file_name.to_owned(), unit: unit.to_owned(), decision };
    put(app, actor, &draft, bytes)
}

fn put(app: &App, actor: &Actor, draft: &Draft, bytes: &[u8]) -> Result<Id> {
    let unit = units::scope_of_code(app, actor, &draft.unit)?;
    let input = draft.text()?;
    let file = Some((&*draft.file_name, bytes));
    let kind = "reorganisation";
    jobs::ask(app, actor, &NewJob { kind, unit: Some(unit), input: &input, file, is_draft: true })
}

/// Changes the decision behind a list that is being prepared.
pub fn decide(app: &App, actor: &Actor, id: Id, decision: Decision) -> Result<()> {
    app.allow(actor, "units.record")?;
    let job = own(app, actor, id)?;
    decision.check(app.today())?;
    let draft = Draft { decision, ..Draft::of(&job)? };
    jobs::change_draft(app, actor, id, &draft.text()?)
}

/// Puts a mended list in the place of one that is being prepared, under the same decision.
pub fn replace(app: &App, actor: &Actor, id: Id, (file_name, bytes): (&str, &[u8])) -> Result<Id> {
    app.allow(actor, "units.record")?;
    let job = own(app, actor, id)?;
    read(app, file_name, bytes)?;
    let draft = Draft { file_name: file_name.to_owned(), ..Draft::of(&job)? };
    let next = put(app, actor, &draft, bytes)?;
    jobs::cancel(app, actor, id)?;
    Ok(next)
}

/// Prepares a list anew that could not be written because the books had changed meanwhile.
pub fn again(app: &App, actor: &Actor, id: Id) -> Result<Id> {
    app.allow(actor, "units.record")?;
    let job = own(app, actor, id)?;
    let (draft, bytes) = open(app, &job)?;
    put(app, actor, &draft, &bytes)
}

/// Asks for a reorganisation that was prepared; the worker carries it out.
pub fn submit(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.allow(actor, "units.record")?;
    let job = own(app, actor, id)?;
    // Asked for twice, as by a second click: it is on its way already.
    if matches!(job.state, State::Waiting | State::Running | State::Done) {
        return Ok(());
    }
    let looked = super::look(app, actor, id)?.1;
    if !looked.is_ready() {
        return Err(not_ready(looked.counts[2]).into());
    }
    jobs::submit(app, actor, id)
}

/// The job of a reorganisation of one's own.
pub(super) fn own(app: &App, actor: &Actor, id: Id) -> Result<jobs::Job> {
    let job = jobs::find(app, actor, id)?;
    if job.kind == "reorganisation" {
        return Ok(job);
    }
    let message = format!("Không có bản sắp xếp {id}");
    Err(Refusal::new("unknown_reorganisation", message, "Mở lại trang Sắp xếp tổ chức").into())
}

/// The refusal of a list that is not written because rows of it are refused.
pub(super) fn not_ready(refused: usize) -> Refusal {
    let message = match refused {
        0 => "Danh sách này chưa ghi được".to_owned(),
        count => format!("{count} dòng của danh sách không ghi được, nên chưa ghi dòng nào"),
    };
    Refusal::new("rows_refused", message, "Tải danh sách kèm lý do, sửa rồi gửi lại")
}
