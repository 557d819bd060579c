//! Taking an event back: looked at, then reversed. What was recorded stays readable.

use axum::http::StatusCode;
use axum::response::Response;
use domain::memberships::{Effect, LifeEvent, may_record, preview_reversal, reverse_event};
use domain::people::{Profile, profile};
use kernel::{Id, Refusal};
use maud::html;

use super::page::{crumbs, person_of, profile_at, shown};
use super::{effects, words as w};
use crate::frame::form_key;
use crate::parts::form;
use crate::problem::Problem;
use crate::site::Visit;

/// What it would do.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let asked = visit.raw.get("event").unwrap_or_default().to_owned();
    let (person, event) = found(visit, &asked)?;
    look(visit, &person, &event)
}

/// Carried out.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let (person, event) = found(visit, visit.form.text("event"))?;
    match reverse_event(&visit.app, &visit.actor, event.id) {
        Ok(()) => {
            let what = visit.say.text(event.kind.name());
            let message = visit.say.fill(w::TAKEN_BACK, &[("what", what)]);
            visit.done(&format!("/members/{}", person.id), &message)
        }
        Err(domain::Error::Refused(refusal)) => {
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, &person, &event, &Err(refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// The event of this person, and of nobody else.
fn found(visit: &Visit, asked: &str) -> Result<(Profile, LifeEvent), Problem> {
    may_record(&visit.app, &visit.actor)?;
    let person = profile(&visit.app, &visit.actor, person_of(visit)?)?;
    let id = Id::parse(asked);
    let event = person.events.iter().find(|event| Some(event.id) == id).cloned();
    let event = event.ok_or_else(|| {
        let (no, then) = ("Không có việc này đang có hiệu lực", "Mở hồ sơ để xem các việc đã ghi");
        Problem::Refused(Refusal::new("unknown_event", no, then))
    })?;
    Ok((person, event))
}

fn look(visit: &Visit, person: &Profile, event: &LifeEvent) -> Result<Response, Problem> {
    match preview_reversal(&visit.app, &visit.actor, event.id) {
        Ok(effects) => show(visit, StatusCode::OK, person, event, &Ok(effects)),
        Err(domain::Error::Refused(refusal))
            if !matches!(refusal.code, "not_allowed" | "out_of_reach") =>
        {
            show(visit, StatusCode::OK, person, event, &Err(refusal))
        }
        Err(error) => Err(error.into()),
    }
}

fn show(
    visit: &Visit,
    status: StatusCode,
    person: &Profile,
    event: &LifeEvent,
    found: &Result<Vec<Effect>, Refusal>,
) -> Result<Response, Problem> {
    let say = visit.say;
    let title = say.text(w::TAKE_BACK);
    shown(visit, status, title, |question| {
        html! {
            (crumbs(question, Some((person.id, &person.facts.name)), title))
            div.head { div { h1 { (title) }
                p { (person.facts.name) " · " b { (say.text(event.kind.name())) } ", " (say.day(event.on)) ", "
                    (event.unit.name) }
            } }
            form.gap method="post" action={ "/members/" (person.id) "/take-back" } {
                (form_key(visit))
                (form::hidden("event", &event.id.to_string()))
                @match found {
                    Ok(effects) => (effects::table(say, effects)),
                    Err(refusal) => (form::refused(say, refusal, None)),
                }
                div.acts {
                    @if found.is_ok() { button.btn.stop { (say.text(w::TAKE_BACK)) } }
                    a.btn.bare href=(profile_at(question, person.id)) { (say.text(crate::words::GO_BACK)) }
                }
            }
        }
    })
}
