//! Calling more units, closing a round, giving it another last day or other quotas.

use axum::response::Response;
use domain::rounds::{RoundCard, RoundStep, call_units, change_quotas, change_round};
use domain::units::scope_of_code;
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{id_of, must_record, round_at};
use super::{one, open, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::parts::{paper, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Units typed at once at most.
const LINES_MAX: usize = 300;

/// The forms of who may change the round.
pub(super) fn sheet(visit: &Visit, question: &Question, told: &RoundCard) -> Markup {
    let say = question.say;
    let here = format!("/rounds/{}", told.round.head.id);
    let units = Field {
        most: 20_000,
        hint: say.text(w::CALL_LIST),
        ..Field::new("units", say.text(w::CALL_MORE), visit.form.text("units"))
    };
    let note =
        Field { most: 500, ..Field::new("note", say.text(w::REASON), visit.form.text("note")) };
    let closed = told.round.head.is_closed;
    html! {
        details.sheet {
            summary.pad { h2 { (say.text(w::CHANGE)) } }
            div.pad.grid.g2 {
                form.form method="post" action=(question.to(&format!("{here}/call"))) {
                    (form_key(visit))
                    (form::area(say, &units, 3))
                    (form::date(say, "due", say.text(w::DUE), visit.form.boxes("due"), None))
                    div.acts { button.btn { (say.text(w::CALL)) } }
                }
                form.form method="post" action=(question.to(&format!("{here}/change"))) {
                    (form_key(visit))
                    (form::input(say, &note))
                    @if !closed { (form::date(say, "until", say.text(w::NEW_DUE), visit.form.boxes("until"), None)) }
                    div.acts {
                        @if closed { button.btn name="step" value="reopened" { (say.text(w::REOPEN)) } } @else {
                            button.btn name="step" value="extended" { (say.text(w::EXTEND)) }
                            button.btn name="step" value="closed" { (say.text(w::CLOSE)) }
                        }
                    }
                }
                @if !closed { (quotas_form(visit, question, told)) }
            }
        }
    }
}

/// The form that states quotas anew, with those that hold.
fn quotas_form(visit: &Visit, question: &Question, told: &RoundCard) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let stand = told.round.quotas.iter().filter(|quota| quota.called.is_none());
    let stand: Vec<String> = stand.map(open::quota_line).collect();
    let lines = form.some("quotas").map_or_else(|| stand.join("\n"), str::to_owned);
    let quotas = Field {
        most: 8_000,
        hint: say.text(w::QUOTAS_HINT),
        ..Field::new("quotas", say.text(w::QUOTAS), &lines)
    };
    let why = Field {
        most: 300,
        ..Field::new("quotas-why", say.text(w::REASON), form.text("quotas-why"))
    };
    html! {
        form.form method="post" action=(question.to(&format!("/rounds/{}/quotas", told.round.head.id))) {
            (form_key(visit))
            p.mut { (say.text(w::REQUOTE_LEAD)) }
            (form::area(say, &quotas, 4))
            (paper::fields(visit, false, None))
            (form::input(say, &why))
            div.acts { button.btn { (say.text(w::REQUOTE)) } }
        }
    }
}

/// States quotas anew.
pub(super) fn quotas(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, _) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let told = || -> Result<(), domain::Error> {
        let quotas = open::quotas_of(visit.form.text("quotas"))?;
        let by = paper::read(visit, "Điều chỉnh chỉ tiêu đợt xét khen thưởng")?;
        let why = visit.form.text("quotas-why");
        change_quotas(&visit.app, &visit.actor, id, &quotas, (&by, why))
    };
    carried_out(
        visit,
        told(),
        |()| visit.done(&round_at(&question, id), visit.say.text(w::CHANGED)),
        one::show,
    )
}

/// The units of a text, one a line, by code or name.
pub(super) fn units_of(visit: &Visit, text: &str) -> Result<Vec<Id>, domain::Error> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > LINES_MAX {
        let message = format!("Danh sách có {} dòng, nhiều hơn {LINES_MAX}", lines.len());
        return Err(Refusal::new("list_too_long", message, "Gọi làm nhiều lần").into());
    }
    lines.into_iter().map(|line| unit_of(visit, line)).collect()
}

/// The unit of a code or a name.
pub(super) fn unit_of(visit: &Visit, typed: &str) -> Result<Id, domain::Error> {
    match scope_of_code(&visit.app, &visit.actor, typed) {
        Err(domain::Error::Refused(refusal)) if refusal.code == "unknown_unit" => {}
        told => return told,
    }
    match &visit.units_called(typed, 2)?[..] {
        [row] => scope_of_code(&visit.app, &visit.actor, &row.code),
        _ => {
            let message = format!("Không rõ đơn vị “{typed}”");
            Err(Refusal::new("unknown_unit", message, "Ghi mã của đơn vị, mỗi dòng một mã").into())
        }
    }
}

/// Calls units.
pub(super) fn call(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let told = || -> Result<usize, domain::Error> {
        let told = domain::rounds::round(&visit.app, &visit.actor, id)?;
        let due = typed::boxes(visit.form.boxes("due"))?.unwrap_or(told.round.head.due_on);
        let units = units_of(visit, visit.form.text("units"))?;
        let caller = if told.may_change { told.round.head.unit.0 } else { place.card.id };
        call_units(&visit.app, &visit.actor, (id, caller), &units, due)?;
        Ok(units.len())
    };
    carried_out(
        visit,
        told(),
        |count| {
            let say = visit.say;
            let message = say.fill(w::CALLED_DONE, &[("n", &say.number(count as i64))]);
            visit.done(&round_at(&question, id), &message)
        },
        one::show,
    )
}

/// Closes, reopens or prolongs.
pub(super) fn change(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, _) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let told = || -> Result<(), domain::Error> {
        let step = RoundStep::from_code(visit.form.text("step")).ok_or_else(|| {
            Refusal::new("unknown_step", "Không rõ việc cần làm", "Bấm một nút trên trang")
        })?;
        let due = typed::boxes(visit.form.boxes("until"))?;
        let due = due.filter(|_| step == RoundStep::Extended);
        change_round(&visit.app, &visit.actor, id, step, due, visit.form.text("note"))
    };
    carried_out(
        visit,
        told(),
        |()| visit.done(&round_at(&question, id), visit.say.text(w::CHANGED)),
        one::show,
    )
}
