//! The rounds that concern a unit.

use axum::http::StatusCode;
use axum::response::Response;
use domain::rounds::{RoundRow, rounds};
use kernel::Power;
use maud::{Markup, html};

use super::page::{empty, round_at};
use super::{tags, words as w};
use crate::address::Question;
use crate::frame::framed;
use crate::problem::Problem;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let rows = rounds(&visit.app, &visit.actor, place.card.id)?;
    let say = question.say;
    let title = say.text(w::TITLE);
    let may_open = visit.is_signed_in() && visit.actor.may(Power::RecordHonours);
    let content = html! {
        div.head {
            div { h1 { (title) } p { (say.fill(w::LEAD, &[("unit", &place.card.name)])) } }
            @if may_open { div.acts { a.btn.main href=(question.to("/rounds/new")) { (say.text(w::NEW)) } } }
        }
        section.sheet {
            @if rows.is_empty() { (empty(&question, (w::NONE, w::NONE_DO))) } @else { (table(visit, &question, &rows)) }
        }
    };
    framed(visit, (&question, Some(&place)), StatusCode::OK, title, &content)
}

fn table(visit: &Visit, question: &Question, rows: &[RoundRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::TITLE)) }
            thead { tr {
                @for head in [w::NAME, w::OPENED_BY, w::OPENED_ON, w::DUE, w::STATE] { th scope="col" { (say.text(head)) } }
            } }
            tbody { @for row in rows { tr {
                th scope="row" {
                    a href=(round_at(question, row.id)) lang="vi" { (row.name) }
                    small.under.mut { (say.text(row.sort.name())) ", " (years(row)) }
                }
                td data-l=(say.text(w::OPENED_BY)) lang="vi" { span { (row.unit.2) } }
                td data-l=(say.text(w::OPENED_ON)) { span.nb { (say.day(row.opened_on)) } }
                td data-l=(say.text(w::DUE)) { span.nb { (say.day(row.due_on)) } }
                td data-l=(say.text(w::STATE)) { (tags::round(say, row, visit.today)) }
            } } }
        } }
    }
}

/// `2025`, or `2021–2025`.
pub(super) fn years(row: &RoundRow) -> String {
    let (first, last) = row.years;
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
