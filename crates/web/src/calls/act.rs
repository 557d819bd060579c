//! Opening a call, changing it for one unit, taking it back.

use axum::response::Response;
use domain::reports::{NewCall, extend, let_off, send_call, withdraw};
use kernel::{Day, Id, Refusal};

use super::{call_of, list, new, one, words};
use crate::parts::typed;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Opens a call.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let sent = new_call(visit)
        .map_err(Into::into)
        .and_then(|new| send_call(&visit.app, &visit.actor, place.card.id, &new));
    carried_out(
        visit,
        sent,
        |call| {
            let to = question.to(&format!("/report-calls/{call}"));
            visit.done(&to, question.say.text(words::SENT))
        },
        |visit, status, no| list::show(visit, &question, &place, status, no),
    )
}

fn new_call(visit: &Visit) -> Result<NewCall, Refusal> {
    let (form, period) = new::chosen(visit.form.text("what"))?;
    let remind = visit.form.text("remind").split([',', ';', ' ']).map(str::trim);
    let remind = remind
        .filter(|days| !days.is_empty())
        .map(|days| typed::count(days).map(|days| i32::try_from(days).unwrap_or(i32::MAX)))
        .collect::<Result<Vec<i32>, Refusal>>()?;
    let units = visit.form.all("who").map(unit).collect::<Result<Vec<Id>, Refusal>>()?;
    Ok(NewCall {
        form,
        period,
        due: due(visit)?,
        remind,
        locks: !visit.form.text("locks").is_empty(),
        note: visit.form.some("note").map(str::to_owned),
        units,
    })
}

fn due(visit: &Visit) -> Result<Day, Refusal> {
    typed::boxes(visit.form.boxes("due"))?.ok_or_else(|| {
        Refusal::new("due_missing", "Chưa ghi hạn nộp", "Ghi ngày, tháng, năm của hạn nộp")
    })
}

fn unit(text: &str) -> Result<Id, Refusal> {
    Id::parse(text).ok_or_else(|| {
        Refusal::new("unknown_unit", "Không rõ đơn vị đã chọn", "Tải lại trang rồi chọn lại")
    })
}

/// Gives one unit another day, or lets it off.
pub(super) fn change(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let call = call_of(visit)?;
    let lets_off = visit.form.text("what") == "let-off";
    let done = changed(visit, call, lets_off);
    carried_out(
        visit,
        done,
        |()| {
            let told = if lets_off { words::IS_LET_OFF } else { words::EXTENDED };
            visit.done(&question.to(&format!("/report-calls/{call}")), question.say.text(told))
        },
        |visit, status, no| one::show(visit, &question, &place, status, no),
    )
}

fn changed(visit: &Visit, call: Id, lets_off: bool) -> Result<(), domain::Error> {
    let which = unit(visit.form.text("which"))?;
    let reason = visit.form.text("reason");
    if lets_off {
        return let_off(&visit.app, &visit.actor, call, which, reason);
    }
    extend(&visit.app, &visit.actor, call, which, due(visit)?, reason)
}

/// Takes a call back.
pub(super) fn withdraw_call(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.question_and_place()?;
    withdraw(&visit.app, &visit.actor, call_of(visit)?)?;
    visit.done(&question.to("/report-calls"), question.say.text(words::WITHDRAWN))
}
