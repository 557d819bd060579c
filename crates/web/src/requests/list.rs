//! The requests that wait for this reader's answer.

use axum::http::StatusCode;
use axum::response::Response;
use domain::requests::{Asked, Request, open};
use kernel::Id;
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::unplaced;
use crate::me;
use crate::members::said;
use crate::problem::Problem;
use crate::site::Visit;
use crate::words as common;

/// Requests on one page.
const AT_ONCE: usize = 50;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let after = visit.raw.get("after").and_then(Id::parse);
    let mut rows = open(&visit.app, &visit.actor, Asked { after, limit: AT_ONCE + 1 })?;
    let more = rows.len() > AT_ONCE;
    rows.truncate(AT_ONCE);
    let say = visit.say;
    let last = rows.last().filter(|_| more).map(|row| row.id.to_string());
    let content = html! {
        div.head { div { h1 { (say.text(words::TITLE)) } p { (say.text(words::LEAD)) } } }
        section.sheet {
            @if rows.is_empty() {
                div.empty { h2 { (say.text(words::NONE)) } p { (say.text(words::NONE_DO)) } }
            } @else { (table(visit, &question, &rows)) }
            @if last.is_some() || after.is_some() {
                nav.pager aria-label=(say.text(common::PAGES)) { span {} ol {
                    @if after.is_some() { li { a href=(question.to("/corrections")) { (say.text(words::FROM_START)) } } }
                    @if let Some(last) = &last {
                        li { a rel="next" href=(question.to_with("/corrections", &[("after", last)])) { (say.text(words::MORE)) } }
                    }
                } }
            }
        }
    };
    unplaced(visit, StatusCode::OK, say.text(words::TITLE), &content)
}

fn table(visit: &Visit, question: &Question, rows: &[Request]) -> Markup {
    let say = visit.say;
    let heads = [words::WHO, words::FIELD, words::ASKED, words::UNIT, words::SINCE];
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::TITLE)) }
            thead { tr { @for head in heads { th scope="col" { (say.text(head)) } } } }
            tbody { @for row in rows { tr {
                th scope="row" { a href=(question.to(&format!("/corrections/{}", row.id))) lang="vi" { (said::name(&row.name)) } }
                td data-l=(say.text(words::FIELD)) { span { (say.text(me::field_name(&row.field))) } }
                td data-l=(say.text(words::ASKED)) lang="vi" { span {
                    b { (row.asked) }
                    @if let Some(why) = &row.why { small.under.mut { (why) } }
                } }
                td data-l=(say.text(words::UNIT)) lang="vi" { span { (row.unit.1) } }
                td data-l=(say.text(words::SINCE)) { span.nb { (since(visit, row)) } }
            } } }
        } }
    }
}

/// Since when a request waits, and how many days that is.
fn since(visit: &Visit, row: &Request) -> String {
    let day = row.at.day();
    let days = visit.say.number(i64::from(visit.today.since(day)));
    visit.say.fill(words::SINCE_SAYS, &[("day", &visit.say.day(day)), ("n", &days)])
}
