//! A session called, and called off.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{NewSession, Share, call_session, cancel_session, council};
use kernel::{Id, Power, Refusal};
use maud::html;

use super::{PATH, crumbs, framed, id_at, room, room_path, session_of, words as w};
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::{Problem, of_form};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Calls it.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let council = id_at(visit, 2)?;
    match carry_out(visit, council) {
        Ok(id) => visit.done(&room_path(id), visit.say.text(w::CALLED)),
        Err(error) => {
            let refusal = of_form(error)?;
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
    }
}

fn carry_out(visit: &Visit, council: Id) -> Result<Id, domain::Error> {
    let form = &visit.form;
    let missing = || Refusal::new("bad_day", "Thiếu ngày họp", "Ghi ngày như 28/7/2026");
    let new = NewSession {
        council,
        on: typed::boxes(form.boxes("on"))?.ok_or_else(missing)?,
        place: form.text("place").to_owned(),
        title: form.text("title").to_owned(),
        quorum: Share::parse(form.text("quorum"))?,
        quorum_source: form.text("quorum-source").to_owned(),
    };
    call_session(&visit.app, &visit.actor, &new)
}

/// Calls it off.
pub(super) fn cancel(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    match cancel_session(&visit.app, &visit.actor, session) {
        Ok(()) => visit.done(&room_path(session), visit.say.text(w::CANCELLED)),
        Err(error) => room::refused(visit, &of_form(error)?),
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let id = id_at(visit, 2)?;
    let (question, place) = visit.question_and_place()?;
    let (council, _) = council(&visit.app, &visit.actor, id)?;
    let (say, form) = (question.say, &visit.form);
    let here = format!("{PATH}/{id}");
    let title = say.text(w::CALL);
    let quorum = Field {
        most: 10,
        hint: say.text(w::QUORUM_HINT),
        ..Field::new("quorum", say.text(w::QUORUM), form.text("quorum"))
    };
    let source = Field {
        most: 300,
        hint: say.text(w::SOURCE_HINT),
        ..Field::new("quorum-source", say.text(w::SOURCE), form.text("quorum-source"))
    };
    let about = Field {
        hint: say.text(w::ABOUT_HINT),
        ..Field::new("title", say.text(w::ABOUT), form.text("title"))
    };
    let at = Field {
        is_optional: true,
        most: 300,
        ..Field::new("place", say.text(w::PLACE), form.text("place"))
    };
    let content = html! {
        (crumbs(&question, &[(here.clone(), council.name.clone())], title))
        div.head { div { h1 { (title) } p lang="vi" { (council.name) } } }
        form.sheet method="post" action=(question.to(&format!("{here}/plan"))) { div.pad.form {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            (form::date(say, "on", say.text(w::DAY), form.boxes("on"), None))
            (form::input(say, &about))
            (form::input(say, &at))
            (form::input(say, &quorum))
            (form::input(say, &source))
            (form::acts(say, w::CALL, Some(&question.to(&here))))
        } }
    };
    framed(visit, (&question, &place), status, title, &content)
}
