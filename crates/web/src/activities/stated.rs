//! The form of a count that a unit states without records.

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities::{NewStated, REGISTERS, state_count};
use kernel::{Power, Refusal};
use maud::html;

use super::hub;
use super::words as w;
use crate::frame::{self, Frame};
use crate::parts::form::{self, Field};
use crate::parts::{paper, typed};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

/// The form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordActivities).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Writes the count.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordActivities).map_err(Problem::Refused)?;
    let (question, place) = visit.question_and_place()?;
    let read = || -> Result<NewStated, Refusal> {
        Ok(NewStated {
            unit: place.card.id,
            indicator: visit.form.text("indicator").to_owned(),
            period: question.period,
            value: visit.form.some("value").map(typed::count).transpose()?,
            reason: visit.form.text("reason").to_owned(),
            document: paper::read_some(visit, "Số tự tổng hợp")?,
        })
    };
    let written = read()
        .map_err(domain::Error::from)
        .and_then(|new| state_count(&visit.app, &visit.actor, &new));
    carried_out(
        visit,
        written,
        |_| visit.done(&question.to("/activities"), question.say.text(w::STATED_WRITTEN)),
        show,
    )
}

fn show(visit: &Visit, status: StatusCode, told: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    domain::activities::must_record_at(&visit.app, &visit.actor, place.card.id)?;
    let say = question.say;
    let title = say.text(w::STATE_COUNT);
    let codes = REGISTERS.iter().flat_map(|register| register.indicators).copied();
    let names: Vec<(&str, String)> = codes.map(|code| (code, hub::name(&question, code))).collect();
    let choices: Vec<(&str, &str)> = names.iter().map(|(code, name)| (*code, &**name)).collect();
    let typed = &visit.form;
    let error = |codes: &[&str]| told.filter(|no| codes.contains(&no.code)).map(|no| &*no.message);
    let chosen = typed.some("indicator").or(visit.raw.get("indicator")).unwrap_or_default();
    let value = Field {
        is_optional: true,
        most: 22,
        error: error(&["bad_number", "bad_value"]),
        ..Field::new("value", say.text(w::COUNT_FIELD), typed.text("value"))
    };
    let reason = Field {
        most: 300,
        error: error(&["reason_missing"]),
        ..Field::new("reason", say.text(w::STATED_REASON), typed.text("reason"))
    };
    let content = html! {
        div.head { div {
            h1 { (title) }
            p { (place.card.name) ", " (say.period(question.period)) ". " (say.text(w::STATED_LEAD)) }
        } }
        section.sheet { form.form.pad method="post" action=(question.to("/activities/stated")) {
            @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
            (frame::form_key(visit))
            (form::select(say, &Field::new("indicator", say.text(w::INDICATOR_FIELD), chosen), &choices))
            (form::input(say, &value))
            (form::area(say, &reason, 3))
            (paper::fields(visit, true, told))
            (form::acts(say, w::WRITE, Some(&question.to("/activities"))))
        } }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: None };
    Ok(respond(status, frame::page(&frame, title, &content)))
}
