//! The close of a session: a reason for whatever did not pass.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Matter, Stage, close_session, room};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{PATH, agenda, crumbs, framed, room_path, session_of, tag, words as w};
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, of_form};
use crate::say::Say;
use crate::site::{Visit, see_other};

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Closes it.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    let reasons = visit
        .form
        .fields()
        .filter_map(|(name, value)| Some((Id::parse(name.strip_prefix("r-")?)?, value.to_owned())));
    let reasons: Vec<(Id, String)> = reasons.collect();
    match close_session(&visit.app, &visit.actor, session, &reasons) {
        Ok(()) => visit.done(&format!("{}/minutes", room_path(session)), visit.say.text(w::CLOSED)),
        Err(error) => {
            let refusal = of_form(error)?;
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
    }
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
    let title = say.text(w::CLOSE);
    let above =
        [(format!("{PATH}/{}", room.council.id), room.council.name.clone()), (here.clone(), name)];
    let content = html! {
        (crumbs(&question, &above, title))
        div.head { div { h1 { (title) } p { (say.text(w::CLOSE_LEAD)) } } }
        form.sheet method="post" action=(question.to(&format!("{here}/close"))) { div.pad.form {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            @for matter in &room.matters { (one(visit, say, matter)) }
            (form::acts(say, w::CLOSE, Some(&question.to(&here))))
        } }
    };
    framed(visit, (&question, &place), status, title, &content)
}

fn one(visit: &Visit, say: Say, matter: &Matter) -> Markup {
    let fate = match matter.counted() {
        Some((.., true)) => tag(say, "good", w::PASSED),
        Some((.., false)) => tag(say, "bad", w::FAILED),
        None => tag(say, "warn", w::POSTPONED),
    };
    let passed = matter.counted().is_some_and(|(.., passed)| passed);
    let field = format!("r-{}", matter.id);
    let label = say.fill(w::REASON_OF, &[("item", &matter.place.to_string())]);
    let reason = Field {
        most: 1_000,
        hint: say.text(w::REASON_TOLD),
        ..Field::new(&field, &label, visit.form.text(&field))
    };
    html! {
        p { b lang="vi" { (matter.place) ". " (agenda::named(matter)) } " " (fate) }
        @if !passed { (form::area(say, &reason, 2)) }
    }
}
