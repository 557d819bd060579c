//! A session changed before anybody votes: its day, where it is, what it is about, its quorum.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{change_session, room};
use kernel::{Id, Power, Refusal};
use maud::html;

use super::plan::{self, Told};
use super::session_form::{self, Parts};
use super::{room_path, session_of, words as w};
use crate::frame::form_key;
use crate::parts::form;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Changes it.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    carried_out(
        visit,
        carry_out(visit, session),
        |()| visit.done(&room_path(session), visit.say.text(w::CHANGED)),
        show,
    )
}

fn carry_out(visit: &Visit, session: Id) -> Result<(), domain::Error> {
    let council = room(&visit.app, &visit.actor, session)?.council.id;
    change_session(&visit.app, &visit.actor, session, &plan::read(visit, council)?)
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    session_form::show(visit, status, w::CHANGE, |question, room| {
        let (say, here) = (question.say, room_path(room.id));
        let told = if refusal.is_some() { Told::typed(visit) } else { Told::of(room) };
        let lead = if room.matters.is_empty() { w::CHANGE_LEAD } else { w::CHANGE_KEEPS };
        let form = html! {
            form.sheet method="post" action=(question.to(&format!("{here}/change"))) { div.pad.form {
                (form_key(visit))
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                (plan::fields(say, &told))
                (form::acts(say, w::CHANGE, Some(&question.to(&here))))
            } }
        };
        Ok(Parts { lead: html! { p { (say.text(lead)) } }, form })
    })
}
