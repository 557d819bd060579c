//! The close of a session: a reason for whatever did not pass.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Matter, close_session};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::session_form::{self, Parts};
use super::{agenda, room_path, session_of, tag, words as w};
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

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
    carried_out(
        visit,
        close_session(&visit.app, &visit.actor, session, &reasons),
        |()| visit.done(&format!("{}/minutes", room_path(session)), visit.say.text(w::CLOSED)),
        show,
    )
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    session_form::show(visit, status, w::CLOSE, |question, room| {
        let (say, here) = (question.say, room_path(room.id));
        let form = html! {
            form.sheet method="post" action=(question.to(&format!("{here}/close"))) { div.pad.form {
                (form_key(visit))
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                @for matter in &room.matters { (one(visit, say, matter)) }
                (form::acts(say, w::CLOSE, Some(&question.to(&here))))
            } }
        };
        Ok(Parts { lead: html! { p { (say.text(w::CLOSE_LEAD)) } }, form })
    })
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
