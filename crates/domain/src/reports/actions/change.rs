//! Typing into a report and taking it a step further.

use kernel::{Actor, Day, Id, Refusal};

use super::{fill, kept, read};
use crate::books::{Batch, read_paths};
use crate::figures::State as CellState;
use crate::reports::calls;
use crate::reports::model::{Key, Report, State, Step, Typed};
use crate::reports::store::{self, Filed};
use crate::reports::{rules, sums_store};
use crate::{App, Result, policy};

/// Lines remarked on at once at most.
const REMARKS_MAX: usize = 200;

/// Writes what a unit typed into a report that is being filled.
pub fn type_cells(app: &App, actor: &Actor, key: &Key, typed: &[Typed]) -> Result<()> {
    key.form.must_report_on(key.period)?;
    typed.iter().try_for_each(|each| rules::check_typed(key.form, each))?;
    app.write(actor, "reports.write", "Ghi số vào báo cáo", |batch| {
        batch.must_reach(key.unit)?;
        let (state, last) = standing(batch, key)?;
        if !state.is_open() {
            return Err(not_open().into());
        }
        calls::must_be_open(batch, key, last > 0)?;
        let app = batch.app;
        let known = read::typed(batch.reader()?, app, key, last)?;
        for each in typed {
            let stands = known.iter().find(|cell| cell.line == each.line);
            let said = each.said();
            let is_nothing = said == CellState::NotReported && each.note.is_none();
            let same = stands.map_or(is_nothing, |cell| {
                (cell.state, cell.value, &cell.note) == (said, each.value, &each.note)
            });
            if !same {
                store::write_typed(batch, key, last + 1, each)?;
            }
        }
        Ok(())
    })
}

fn not_open() -> Refusal {
    Refusal::new(
        "report_not_open",
        "Báo cáo này đã nộp nên không ghi thêm được",
        "Chờ cấp trên trả lại, hoặc mở lại để sửa thành bản mới",
    )
}

/// Takes a report a step further. Filing keeps every cell as the books fill it at that moment; remarks go with sending
/// it back: line and words.
pub fn act(
    app: &App,
    actor: &Actor,
    key: &Key,
    step: Step,
    note: Option<&str>,
    remarks: &[(String, String)],
) -> Result<Report> {
    act_on(app, actor, key, (step, None), note, remarks)
}

/// The same to the version that was seen: one that was filed since is not approved or sent back unseen.
pub fn act_on(
    app: &App,
    actor: &Actor,
    key: &Key,
    (step, seen): (Step, Option<i64>),
    note: Option<&str>,
    remarks: &[(String, String)],
) -> Result<Report> {
    key.form.must_report_on(key.period)?;
    if remarks.len() > REMARKS_MAX {
        return Err(Refusal::new(
            "too_many_remarks",
            "Quá nhiều dòng bị nhận xét một lần",
            "Nêu lý do chung, và nhận xét những dòng chính",
        )
        .into());
    }
    let action = if matches!(step, Step::Submit) { "reports.write" } else { "reports.approve" };
    app.write(actor, action, reason(step), |batch| {
        batch.must_reach(key.unit)?;
        let (state, last) = standing(batch, key)?;
        rules::check_step(state, step, note)?;
        let version = if step == Step::Submit { last + 1 } else { last };
        if seen.is_some_and(|seen| seen != version) {
            return Err(rules::changed_meanwhile().into());
        }
        match step {
            Step::Return | Step::Approve => {
                must_be_above(batch, actor, key.unit, key.period.last())?;
                if step == Step::Approve {
                    must_count_once(batch, key, last)?;
                }
            }
            Step::Submit => calls::must_be_open(batch, key, last > 0)?,
            // What a call has locked is taken up again from above.
            Step::Reopen if calls::has_locked(batch, key)? => {
                must_be_above(batch, actor, key.unit, key.period.last())?
            }
            Step::Publish | Step::Reopen => {}
        }
        let federation = batch.federation();
        let ledger_seq = store::ledger_seq(batch.reader()?, federation)?;
        let filed = Filed { version, ledger_seq };
        match step {
            Step::Submit => file(batch, actor, key, version)?,
            Step::Return => {
                for (line, remark) in remarks.iter().filter(|(_, words)| !words.trim().is_empty()) {
                    rules::check_note(Some(remark))?;
                    must_have(key, line)?;
                    store::write_remark(batch, key, version, (line, remark))?;
                }
            }
            Step::Approve | Step::Publish | Step::Reopen => {}
        }
        store::write_step(batch, key, step, filed, note).map(drop)
    })?;
    read::read(app, actor, key, None)
}

fn reason(step: Step) -> &'static str {
    match step {
        Step::Submit => "Nộp báo cáo",
        Step::Return => "Trả lại báo cáo",
        Step::Approve => "Duyệt báo cáo",
        Step::Publish => "Công bố báo cáo",
        Step::Reopen => "Mở lại báo cáo để sửa",
    }
}

fn must_have(key: &Key, line: &str) -> Result<(), Refusal> {
    if key.form.line(line).is_some() {
        return Ok(());
    }
    let line: String = line.chars().take(20).collect();
    Err(Refusal::new("unknown_line", format!("Mẫu không có dòng {line}"), "Tải lại trang báo cáo"))
}

/// The same work reported by a unit on two forms for the same days would be summed twice above.
fn must_count_once(batch: &mut Batch<'_, '_>, key: &Key, version: i64) -> Result<()> {
    let federation = batch.federation();
    match sums_store::told_already(batch.reader()?, federation, key, version)? {
        Some((line, form)) => Err(rules::counted_already(&line, &form).into()),
        None => Ok(()),
    }
}

fn standing(batch: &mut Batch<'_, '_>, key: &Key) -> Result<(State, i64)> {
    let federation = batch.federation();
    let steps = store::steps(batch.reader()?, federation, key)?;
    Ok((read::state_of(&steps), steps.last().map_or(0, |step| step.version)))
}

/// Keeps every cell as it is filled now.
fn file(batch: &mut Batch<'_, '_>, actor: &Actor, key: &Key, version: i64) -> Result<()> {
    let app = batch.app;
    let typed = read::typed(batch.reader()?, app, key, version - 1)?;
    for cell in &typed {
        store::write_cell(batch, key, version, cell)?;
    }
    let cells = fill::cells(batch.reader()?, app, actor, key, &typed)?;
    for cell in &cells {
        store::write_cell(batch, key, version, cell)?;
    }
    kept::keep(batch, key, version)
}

/// A unit does not approve its own report: whoever does holds the power at the unit above it.
pub(crate) fn must_be_above(
    batch: &mut Batch<'_, '_>,
    actor: &Actor,
    unit: Id,
    last: Day,
) -> Result<()> {
    if actor.holds().is_none() {
        return Ok(());
    }
    let federation = batch.federation();
    let path = read_paths(batch.reader()?, federation, &[unit])?.remove(&unit);
    let path = path.unwrap_or_default();
    let today = batch.app.today();
    let stretch = ledger::paths::on(&path, today).or(ledger::paths::on(&path, last));
    let above = stretch.map_or(&[][..], |stretch| match stretch.chain.split_first() {
        Some((_, above)) => above,
        None => &[],
    });
    // The topmost unit has nobody above it and approves its own.
    if above.is_empty() || actor.may_at(policy::power_for("reports.approve"), above) {
        return Ok(());
    }
    Err(Refusal::new(
        "own_report",
        "Báo cáo do đơn vị cấp trên duyệt, đơn vị không tự duyệt báo cáo của mình",
        "Chờ cấp trên trực tiếp duyệt hoặc trả lại",
    )
    .into())
}
