//! The calls of a unit, and the form to open one.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Call, Form, all_forms, calls, form_among};
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::{new, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{crumbs, form};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::Place;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    show(visit, &question, &place, StatusCode::OK, None)
}

/// The page, with why a call was not opened.
pub(super) fn show(
    visit: &Visit,
    question: &Question,
    place: &Place,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (found, head) = visit.steady(|| Ok(calls(&visit.app, &visit.actor, place.card.id)?))?;
    let forms = all_forms(&visit.app)?;
    let say = question.say;
    let content = html! {
        (crumbs(say, &[(question.to("/reports"), say.text(words::REPORTS))], say.text(words::CALLS)))
        div.head { div { h1 { (say.text(words::CALLS)) } p { (place.card.name) ". " (say.text(words::LEAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            section.sheet {
                header { h2 { (say.text(words::OPENED)) } }
                @if found.is_empty() {
                    p.pad.mut { (say.text(words::NONE)) ". " (say.text(words::NONE_DO)) }
                } @else {
                    ul.rows.drafts { @for call in &found { (row(visit, question, (&forms, call))?) } }
                }
            }
            @if visit.actor.may(Power::ApproveReports) { (new::sheet(visit, question, place)?) }
        }
    };
    let frame = Frame { visit, question, place: Some(place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, say.text(words::CALLS), &content)))
}

fn row(
    visit: &Visit,
    question: &Question,
    (forms, call): (&[&'static Form], &Call),
) -> Result<Markup, Problem> {
    let say = question.say;
    let name = &form_among(&visit.app, forms, &call.form, call.period)?.name;
    let when = say.moment_text(&call.recorded_at);
    let by = [("when", &*when), ("who", &*call.actor)];
    Ok(html! { li { div {
        a href=(question.to(&format!("/report-calls/{}", call.key))) { (name) ", " (say.period(call.period)) }
        small.under.mut {
            (say.text(words::DUE)) " " b { (say.day(call.due_on)) }
            @if call.locks { " · " (say.text(words::LOCKED)) }
            " · " (say.fill(words::BY, &by))
        }
    } } })
}
