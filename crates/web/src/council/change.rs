//! A session changed before anybody votes: its day, where it is, what it is about, its quorum.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Stage, change_session, room};
use kernel::{Id, Power, Refusal};
use maud::html;

use super::plan::{self, Told};
use super::{PATH, crumbs, framed, room_path, session_of, words as w};
use crate::frame::form_key;
use crate::parts::form;
use crate::problem::{Problem, of_form};
use crate::site::{Visit, see_other};

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Changes it.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    match carry_out(visit, session) {
        Ok(()) => visit.done(&room_path(session), visit.say.text(w::CHANGED)),
        Err(error) => {
            let refusal = of_form(error)?;
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
    }
}

fn carry_out(visit: &Visit, session: Id) -> Result<(), domain::Error> {
    let council = room(&visit.app, &visit.actor, session)?.council.id;
    change_session(&visit.app, &visit.actor, session, &plan::read(visit, council)?)
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let session = session_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let room = room(&visit.app, &visit.actor, session)?;
    if room.stage != Stage::Planned {
        return Ok(see_other(&question.to(&room_path(session))));
    }
    let say = question.say;
    let here = room_path(session);
    let name = say.fill(w::SESSION_OF, &[("day", &say.day(room.on))]);
    let title = say.text(w::CHANGE);
    let above =
        [(format!("{PATH}/{}", room.council.id), room.council.name.clone()), (here.clone(), name)];
    let told = if refusal.is_some() { Told::typed(visit) } else { Told::of(&room) };
    let lead = if room.matters.is_empty() { w::CHANGE_LEAD } else { w::CHANGE_KEEPS };
    let content = html! {
        (crumbs(&question, &above, title))
        div.head { div { h1 { (title) } p { (say.text(lead)) } } }
        form.sheet method="post" action=(question.to(&format!("{here}/change"))) { div.pad.form {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            (plan::fields(say, &told))
            (form::acts(say, w::CHANGE, Some(&question.to(&here))))
        } }
    };
    framed(visit, (&question, &place), status, title, &content)
}
