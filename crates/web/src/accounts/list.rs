//! The list of accounts within reach.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{AccountRow, accounts};
use maud::{Markup, html};

use super::words;
use crate::frame::unplaced;
use crate::parts::post;
use crate::problem::Problem;
use crate::site::Visit;
use crate::words as common;

/// Accounts on a page.
const AT_ONCE: usize = 50;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let say = visit.say;
    let typed = visit.raw.get("name").unwrap_or_default();
    let after = visit.raw.get("after").unwrap_or_default();
    let mut rows = accounts(&visit.app, &visit.actor, typed, after, AT_ONCE + 1)?;
    let more = rows.len() > AT_ONCE;
    rows.truncate(AT_ONCE);
    let content = html! {
        div.head {
            div { h1 { (say.text(common::ACCOUNTS)) } p { (say.text(words::LEAD)) } }
            div.acts { a.btn.main href="/accounts/new" { (say.text(words::OPEN_NEW)) } }
        }
        form.find.wide role="search" action="/accounts" method="get" aria-label=(say.text(words::FIND)) {
            label.vh for="tim" { (say.text(words::FIND)) }
            input id="tim" name="name" type="search" maxlength="60" placeholder=(say.text(words::FIND)) value=(typed) autocomplete="off";
            button.btn { (say.text(common::SEARCH)) }
        }
        section.sheet {
            @if rows.is_empty() {
                div.empty { h2 { (say.text(words::NOTHING_FOUND)) } p { (say.text(words::NOTHING_FOUND_DO)) } }
            } @else { (table(visit, &rows)) }
            @if more || !after.is_empty() { (turn(visit, &rows, more, typed)) }
        }
    };
    unplaced(visit, StatusCode::OK, say.text(common::ACCOUNTS), &content)
}

fn table(visit: &Visit, rows: &[AccountRow]) -> Markup {
    let say = visit.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(common::ACCOUNTS)) }
            thead { tr { @for head in [words::NAME, words::LOGIN, words::POSTS_TODAY] { th scope="col" { (say.text(head)) } } } }
            tbody { @for AccountRow { account, posts } in rows { tr {
                th scope="row" {
                    a href={ "/accounts/" (account.login) } lang="vi" { (account.name) }
                    @if !account.is_open { " " span.tag { (say.text(words::CLOSED)) } }
                }
                td data-l=(say.text(words::LOGIN)) { span { (account.login) } }
                td data-l=(say.text(words::POSTS_TODAY)) { span {
                    @if posts.is_empty() { span.st { "– " (say.text(words::NO_POSTS)) } }
                    @for each in posts { span.under { (say.text(each.role.name)) ", " span lang="vi" { (post::place(say, each)) } } }
                } }
            } } }
        } }
    }
}

fn turn(visit: &Visit, rows: &[AccountRow], more: bool, typed: &str) -> Markup {
    let say = visit.say;
    let to = |after: &str| {
        let mut fields = form_urlencoded::Serializer::new(String::new());
        fields.append_pair("name", typed).append_pair("after", after);
        format!("/accounts?{}", fields.finish())
    };
    html! {
        nav.pager aria-label=(say.text(common::PAGES)) {
            span {}
            ol {
                li { a href=(to("")) { (say.text(words::FROM_THE_START)) } }
                @if let Some(last) = rows.last().filter(|_| more) {
                    li { a rel="next" href=(to(&last.account.login)) { (say.text(words::NEXT_ONES)) } }
                }
            }
        }
    }
}
