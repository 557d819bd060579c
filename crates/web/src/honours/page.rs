//! What the pages of this slice share: ids in paths, who may record, ways back.

use domain::awards::{Form, HonourRow, Level, Stage, award_name};
use kernel::{Id, Power, Refusal, Text};
use maud::{Markup, html};

use super::words as w;
use crate::address::Question;
use crate::parts;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The id in a path `/honours/{id}…`.
pub(super) fn id_of(visit: &Visit) -> Result<Id, Problem> {
    visit.id_at(2).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_honour",
            "Sổ không có mục này",
            "Tìm lại trong danh sách thi đua, khen thưởng",
        ))
    })
}

/// Whether the reader may record at all.
pub(super) fn may_record(visit: &Visit) -> bool {
    visit.is_signed_in() && visit.actor.may(Power::RecordHonours)
}

/// Refuses who may record nothing of this slice, before anything else is looked at.
pub(super) fn must_record(visit: &Visit) -> Result<(), Problem> {
    visit.actor.must(Power::RecordHonours).map_err(Problem::Refused)
}

/// The way from a list to here.
pub(super) fn crumbs(question: &Question, (path, list): (&str, Text), here: &str) -> Markup {
    let say = question.say;
    parts::crumbs(say, &[(question.to(path), say.text(list))], here)
}

/// The name of an award with its grade.
pub(super) fn award(say: Say, row: &HonourRow) -> Markup {
    html! {
        span lang="vi" { (award_name(&row.award)) }
        @if let Some(grade) = row.grade { ", " (say.fill(w::GRADE_N, &[("n", &grade.to_string())])) }
    }
}

/// Whether it stands: proposed, sent, revoked; nothing for what was decided and stands.
pub(super) fn state(say: Say, row: &HonourRow) -> Markup {
    html! {
        @match (&row.ended, row.stage) {
            (Some((how, on, cause)), _) => {
                span.tag.bad { (say.text(how.name())) }
                small.under.mut lang="vi" { (say.day(*on)) ": " (cause) }
            }
            (None, Stage::Decided) => {}
            (None, stage) => span.tag { (say.text(stage.name())) },
        }
        @if row.typed { span.tag.warn { (say.text(w::TYPED)) } " " b { (say.number(row.quantity)) } }
    }
}

/// The choices of a list of codes, an empty one first where `any` has a name.
pub(super) fn choices<T: Copy>(
    say: Say,
    any: Option<Text>,
    all: &[T],
    told: impl Fn(T) -> (&'static str, Text),
) -> Vec<(&'static str, &'static str)> {
    let first = any.map(|name| ("", say.text(name)));
    let rest = all.iter().map(|each| told(*each)).map(|(code, name)| (code, say.text(name)));
    first.into_iter().chain(rest).collect()
}

/// The levels as choices.
pub(super) fn levels(say: Say, any: Option<Text>) -> Vec<(&'static str, &'static str)> {
    choices(say, any, Level::ALL, |level| (level.code(), level.name()))
}

/// The forms as choices.
pub(super) fn forms(say: Say, any: Option<Text>) -> Vec<(&'static str, &'static str)> {
    choices(say, any, Form::ALL, |form| (form.code(), form.name()))
}
