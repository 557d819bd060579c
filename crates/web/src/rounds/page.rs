//! What the pages of this slice share: ids in paths, who may record, ways back.

use kernel::{Id, Power, Refusal, Text};
use maud::{Markup, html};

use crate::address::Question;
use crate::problem::Problem;
use crate::site::Visit;

/// The id at a place of the path.
pub(super) fn id_at(visit: &Visit, place: usize) -> Result<Id, Problem> {
    visit.id_at(place).ok_or_else(|| {
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
