//! What the pages of this slice share: ids in paths, who may record, tags of states.

use domain::scores::State;
use kernel::{Id, Power, Refusal, Text};
use maud::{Markup, html};

use crate::address::Question;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The id in a path `/scores/cards/{id}…`.
pub(super) fn id_of(visit: &Visit) -> Result<Id, Problem> {
    id_at(visit, 3)
}

/// The id at a place of the path.
pub(super) fn id_at(visit: &Visit, place: usize) -> Result<Id, Problem> {
    visit.id_at(place).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_card",
            "Sổ không có mục này",
            "Tìm lại trong trang chấm điểm, xếp loại",
        ))
    })
}

/// Refuses who may record nothing of this slice, before anything else is looked at.
pub(super) fn must_record(visit: &Visit) -> Result<(), Problem> {
    visit.actor.must(Power::RecordHonours).map_err(Problem::Refused)
}

/// The way from the list to here.
pub(super) fn crumbs(question: &Question, between: Option<(&str, &str)>, here: &str) -> Markup {
    let say = question.say;
    html! {
        nav.crumbs aria-label=(say.text(crate::words::PATH)) { ol {
            li { a href=(question.to("/scores")) { (say.text(super::words::SCORES)) } }
            @if let Some((path, name)) = between { li lang="vi" { a href=(question.to(path)) { (name) } } }
            li aria-current="page" lang="vi" { (here) }
        } }
    }
}

/// Where a card stands, as a tag.
pub(super) fn state_tag(say: Say, state: State) -> Markup {
    let class = match state {
        State::Open => "tag",
        State::Returned => "tag bad",
        State::Submitted => "tag warn",
        State::Reviewed | State::Ranked => "tag good",
    };
    html! { span class=(class) { (say.text(state.name())) } }
}

/// The choices of a list of codes.
pub(super) fn choices<T: Copy>(
    say: Say,
    all: &[T],
    told: impl Fn(T) -> (&'static str, Text),
) -> Vec<(&'static str, &'static str)> {
    all.iter().map(|each| told(*each)).map(|(code, name)| (code, say.text(name))).collect()
}
