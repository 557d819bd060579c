//! States and verdicts as words with a shape.

use domain::rounds::{NominationRow, RoundRow, State};
use kernel::Day;
use maud::{Markup, html};

use super::words as w;
use crate::say::Say;

/// Where a nomination stands.
pub(super) fn state(say: Say, state: State) -> Markup {
    let class = match state {
        State::Drafted | State::Withdrawn => "tag",
        State::Sent => "tag info",
        State::Returned => "tag warn",
        State::Accepted | State::Passed | State::Decided => "tag good",
        State::Failed | State::Refused => "tag bad",
    };
    html! { span class=(class) { (say.text(state.name())) } }
}

/// The outcome of the rules, by its code.
pub(super) fn verdict(say: Say, code: Option<&str>) -> Markup {
    use rules::State as Told;
    let all = [
        Told::Eligible,
        Told::MeetsKnown,
        Told::NeedsEvidence,
        Told::OnHold,
        Told::NotEligible,
        Told::NoRule,
    ];
    let found = all.into_iter().find(|each| Some(each.code()) == code);
    let class = match found {
        Some(Told::Eligible | Told::MeetsKnown) => "tag good",
        Some(Told::NeedsEvidence | Told::OnHold) => "tag warn",
        Some(Told::NotEligible) => "tag bad",
        Some(Told::NoRule) | None => "tag",
    };
    html! { @if let Some(found) = found { span class=(class) { (say.text(found.name())) } } @else { span.mut { "–" } } }
}

/// Whether a round takes files.
pub(super) fn round(say: Say, row: &RoundRow, today: Day) -> Markup {
    html! {
        @if row.is_closed { span.tag { (say.text(w::IS_CLOSED)) } }
        @else if row.due_on < today { span.tag.warn { (say.text(w::IS_OVER)) } }
        @else { span.tag.good { (say.text(w::IS_OPEN)) } }
    }
}

/// Who holds a file.
pub(super) fn holder(say: Say, row: &NominationRow) -> Markup {
    html! {
        @match &row.holder {
            _ if row.state.is_over() => span.mut { "–" },
            Some((_, name)) => span lang="vi" { (name) },
            None => span { (say.fill(w::OUTSIDE, &[("level", say.text(row.rung.name()))])) },
        }
    }
}
