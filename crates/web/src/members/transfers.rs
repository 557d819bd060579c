//! Those who were introduced to another unit and wait for an answer, for both ends.

use axum::http::StatusCode;
use axum::response::Response;
use domain::memberships::{EventKind, NewEvent, Pending, record, transfers};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{profile_at, shown};
use super::{said, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::{form, typed};
use crate::problem::Problem;
use crate::site::Visit;

/// The list.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// An answer.
pub(super) fn answer(visit: &Visit) -> Result<Response, Problem> {
    match work(visit) {
        Ok((name, message)) => {
            visit.done("/transfers", &visit.say.fill(message, &[("name", &name)]))
        }
        Err(domain::Error::Refused(refusal)) => {
            let status = match refusal.code {
                "not_allowed" | "out_of_reach" => StatusCode::FORBIDDEN,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            show(visit, status, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

fn work(visit: &Visit) -> Result<(String, kernel::Text), domain::Error> {
    let (app, actor, form) = (&visit.app, &visit.actor, &visit.form);
    let event = Id::parse(form.text("event"));
    let waiting = transfers(app, actor)?;
    let waits = waiting.into_iter().find(|each| Some(each.event) == event).ok_or_else(|| {
        let (no, then) =
            ("Không còn giấy giới thiệu này", "Có thể đã có người trả lời; xem lại danh sách");
        Refusal::new("transfer_already_answered", no, then)
    })?;
    let on = typed::boxes(form.boxes("on"))?.unwrap_or(visit.today);
    let (kind, message) = match form.text("answer") {
        "return" => (EventKind::Returned, w::RETURNED),
        _ => (EventKind::Received, w::RECEIVED),
    };
    let new = NewEvent::new(kind, waits.person, waits.from.id, on);
    record(app, actor, &NewEvent { other: Some(waits.to.id), ..new })?;
    Ok((waits.name, message))
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let say = visit.say;
    let waiting = transfers(&visit.app, &visit.actor)?;
    let title = say.text(w::TRANSFERS);
    shown(visit, status, title, |question| {
        html! {
            div.head { div { h1 { (title) } p { (say.text(w::TRANSFERS_LEAD)) } } }
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            section.sheet { (list(visit, question, &waiting)) }
        }
    })
}

/// The rows, each with its answers.
pub(super) fn list(visit: &Visit, question: &Question, waiting: &[Pending]) -> Markup {
    let say = question.say;
    html! {
        @if waiting.is_empty() {
            div.empty { h2 { (say.text(w::TRANSFERS_NONE)) } p { (say.text(w::TRANSFERS_NONE_DO)) } }
        } @else {
            ul.rows.waiting { @for each in waiting { li {
                i.i.i-wait.dim aria-hidden="true" {}
                span {
                    a href=(profile_at(question, each.person)) { (said::name(&each.name)) }
                    @if let Some(birth) = &each.birth { " " small.mut.nb { (said::day(say, birth)) } }
                    small { (each.from.name) " → " (each.to.name) }
                    small { (say.fill(w::SINCE, &[("day", &say.day(each.on)), ("n", &say.number(i64::from(visit.today.since(each.on))))]))
                        @if let Some(paper) = &each.document { " · " (paper) } }
                }
                (answers(visit, each))
            } } }
        }
    }
}

fn answers(visit: &Visit, each: &Pending) -> Markup {
    let say = visit.say;
    let date = visit.today.date();
    let today = [date.day().to_string(), date.month().to_string(), date.year().to_string()];
    let today = [&*today[0], &*today[1], &*today[2]];
    let is_tried = visit.form.text("event") == each.event.to_string();
    let day = if is_tried { visit.form.boxes("on") } else { today };
    let is_wrong = typed::boxes(day).is_err();
    // Who only sent has nobody to receive.
    let back = if each.may_receive { w::RETURN } else { w::CALL_BACK };
    html! {
        form.inline method="post" action="/transfers" {
            (form_key(visit))
            (form::hidden("event", &each.event.to_string()))
            span.date3 role="group" aria-label={ (say.text(w::ANSWER_DAY)) ": " (each.name) } {
                @for ((part, label), value) in [("d", w::DAY), ("m", w::MONTH), ("y", w::YEAR)].into_iter().zip(day) {
                    label { (say.text(label))
                        input class=(if part == "y" { "w8" } else { "w4" }) name={ "on-" (part) } inputmode="numeric"
                            maxlength="4" autocomplete="off" value=(value) aria-invalid=[is_wrong.then_some("true")];
                    }
                }
            }
            @if each.may_receive {
                button.btn name="answer" value="receive" { (say.text(w::RECEIVE)) span.vh { " " (each.name) } }
            }
            @if each.may_return {
                button.btn.bare name="answer" value="return" { (say.text(back)) span.vh { " " (each.name) } }
            }
        }
    }
}
