//! What the pages of this slice share: their frame, ids in paths, ways back.

use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Id, Power, Refusal, Text};
use maud::{Markup, html};

use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::Place;

/// The id at a place of the path.
pub(super) fn id_at(visit: &Visit, place: usize) -> Result<Id, Problem> {
    let part = visit.path.split('/').nth(place).unwrap_or_default();
    Id::parse(part).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_round",
            "Sổ không có đợt xét hay hồ sơ này",
            "Tìm lại trong danh sách đợt xét",
        ))
    })
}

/// The id in a path `/rounds/{id}…` or `/nominations/{id}…`.
pub(super) fn id_of(visit: &Visit) -> Result<Id, Problem> {
    id_at(visit, 2)
}

/// Refuses who may record nothing of this slice, before anything else is looked at.
pub(super) fn must_record(visit: &Visit) -> Result<(), Problem> {
    visit.actor.must(Power::RecordHonours).map_err(Problem::Refused)
}

/// A page in its frame.
pub(super) fn framed(
    visit: &Visit,
    (question, place): (&Question, Option<&Place>),
    status: StatusCode,
    title: &str,
    content: &Markup,
) -> Result<Response, Problem> {
    let head = domain::figures::head(&visit.app)?;
    let frame = Frame { visit, question, place, head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, content)))
}

/// The way here from the lists above.
pub(super) fn crumbs(question: &Question, above: &[(String, &str)], here: &str) -> Markup {
    let say = question.say;
    html! {
        nav.crumbs aria-label=(say.text(crate::words::PATH)) { ol {
            @for (to, name) in above { li { a href=(to) lang="vi" { (name) } } }
            li aria-current="page" lang="vi" { (here) }
        } }
    }
}

/// The crumb of the list of rounds.
pub(super) fn to_list(question: &Question) -> (String, &'static str) {
    (question.to("/rounds"), question.say.text(super::TITLE))
}

/// The address of a round.
pub(super) fn round_at(question: &Question, round: Id) -> String {
    question.to(&format!("/rounds/{round}"))
}

/// The address of a nomination.
pub(super) fn nomination_at(question: &Question, nomination: Id) -> String {
    question.to(&format!("/nominations/{nomination}"))
}

/// An empty state.
pub(super) fn empty(question: &Question, (what, then): (Text, Text)) -> Markup {
    let say = question.say;
    html! { div.empty { h2 { (say.text(what)) } p { (say.text(then)) } } }
}
