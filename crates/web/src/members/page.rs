//! What the pages about one person or one thing to do share: whom they are about, and their frame.

use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Id, Refusal};
use maud::Markup;

use super::list::PATH;
use super::words as w;
use crate::address::Question;
use crate::frame::framed;
use crate::parts;
use crate::problem::Problem;
use crate::site::Visit;

/// The person of an address: `/members/{id}/…`.
pub(crate) fn person_of(visit: &Visit) -> Result<Id, Problem> {
    visit.id_at(2).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_person",
            "Sổ không có người này",
            "Tìm lại người này theo tên hoặc số căn cước",
        ))
    })
}

/// The address of a person's profile.
pub(super) fn profile_at(question: &Question, person: Id) -> String {
    question.to(&format!("/members/{person}"))
}

/// A page in the frame of the unit that is looked at.
pub(super) fn shown(
    visit: &Visit,
    status: StatusCode,
    title: &str,
    content: impl Fn(&Question) -> Markup,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let content = content(&question);
    framed(visit, (&question, Some(&place)), status, title, &content)
}

/// The way from the list to here.
pub(super) fn crumbs(question: &Question, person: Option<(Id, &str)>, here: &str) -> Markup {
    let say = question.say;
    let mut way = vec![(question.to(PATH), say.text(w::MEMBERS))];
    way.extend(person.map(|(id, name)| (profile_at(question, id), name)));
    parts::crumbs(say, &way, here)
}
