//! The register: decisions by which certificates were issued, the latest first.

use axum::http::StatusCode;
use axum::response::Response;
use domain::certificates::{DecisionRow, register};
use kernel::Power;
use maud::{Markup, html};

use super::{PATH, address, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// Decisions on a page; older ones are found through the unit they belong to.
const ROWS: usize = 200;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (rows, head) = visit.steady(|| Ok(register(&visit.app, &visit.actor, (0, ROWS))?))?;
    let say = question.say;
    let lead = say.fill(w::LEAD, &[("address", &address(visit, ""))]);
    let content = html! {
        div.head {
            div { h1 { (say.text(w::CERTIFICATES)) } p { (lead) } }
            @if visit.actor.may(Power::RecordHonours) {
                div.acts { a.btn.main href=(question.to("/certificates/new")) { (say.text(w::ISSUE)) } }
            }
        }
        section.sheet {
            @if rows.is_empty() { p.pad.mut { (say.text(w::NONE_YET)) } }
            @else { (table(&question, &rows)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, say.text(w::CERTIFICATES), &content)))
}

fn table(question: &Question, rows: &[DecisionRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::CERTIFICATES)) }
            thead { tr {
                th scope="col" { (say.text(w::DECISION)) }
                th scope="col" { (say.text(w::DECIDED_ON)) }
                th scope="col" { (say.text(w::ISSUER)) }
                th.n scope="col" { (say.text(w::ISSUED)) }
                th.n scope="col" { (say.text(w::REVOKED_N)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" {
                    a href=(question.to(&format!("{PATH}/decision/{}", row.document))) { (row.decision) }
                }
                td data-l=(say.text(w::DECIDED_ON)) { span { (say.day(row.decided_on)) } }
                td data-l=(say.text(w::ISSUER)) { span lang="vi" { (row.issuer) } }
                td.n data-l=(say.text(w::ISSUED)) { span { (say.number(row.issued)) } }
                td.n data-l=(say.text(w::REVOKED_N)) { span { (say.number(row.revoked)) } }
            } } }
        } }
    }
}
