//! Preparing an import: the file put away, looked at, decided about, and at last asked for.

use kernel::{Actor, Id, Refusal};

use super::run::{self, kind_code};
use crate::imports::draft::Draft;
use crate::imports::model::{Choices, Request};
use crate::jobs::{self, NewJob, State};
use crate::{App, Result, units};

/// Decisions about single rows at most; who decides about more mends the file.
const DECISIONS_MAX: usize = 5_000;

/// Begins to prepare an import. A file that cannot be read is refused at once, and nothing is kept of it.
pub fn prepare(app: &App, actor: &Actor, request: &Request<'_>) -> Result<Id> {
    app.allow(actor, "imports.run")?;
    let Some(code) = request.unit else {
        return Err(Refusal::new(
            "unit_needed",
            "Chưa rõ danh sách thuộc đơn vị nào",
            "Chọn đơn vị",
        )
        .into());
    };
    let unit = units::scope_of_code(app, actor, code)?;
    app.db.read(|tx| app.must_reach(tx, actor, "imports.run", unit, app.today()))?;
    let choices = Choices { holds_doubtful: true, ..Choices::default() };
    run::prepare(app, request, &choices)?;
    let draft = Draft {
        kind: kind_code(request.kind).to_owned(),
        file_name: request.file_name.to_owned(),
        unit: code.to_owned(),
        as_of: request.as_of.map(|day| day.to_string()),
        choices,
    };
    let input = draft.text()?;
    let file = Some((request.file_name, request.bytes));
    jobs::ask(
        app,
        actor,
        &NewJob { kind: "import", unit: Some(unit), input: &input, file, is_draft: true },
    )
}

/// Changes what was decided about an import that is being prepared.
pub fn change(app: &App, actor: &Actor, id: Id, decide: impl FnOnce(&mut Choices)) -> Result<()> {
    app.allow(actor, "imports.run")?;
    let job = jobs::find(app, actor, id)?;
    let mut draft = Draft::of(&job)?;
    decide(&mut draft.choices);
    let Choices { forced, as_written, taken, left, .. } = &draft.choices;
    if forced.len() + as_written.len() + taken.len() + left.len() > DECISIONS_MAX {
        return Err(Refusal::new(
            "too_many_decisions",
            format!("Đã quyết định riêng hơn {DECISIONS_MAX} dòng"),
            "Sửa trong tệp rồi nhập lại",
        )
        .into());
    }
    jobs::change_draft(app, actor, id, &draft.text()?)
}

/// Asks for an import that was prepared; the worker carries it out.
pub fn commit(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.allow(actor, "imports.run")?;
    let job = jobs::find(app, actor, id)?;
    // Asked for twice, as by a second click: it is on its way already.
    if matches!(job.state, State::Waiting | State::Running | State::Done) {
        return Ok(());
    }
    jobs::submit(app, actor, id)
}
