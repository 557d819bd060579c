//! Everything a unit made public.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{PublicRow, public_list};
use maud::{Markup, html};

use super::words;
use crate::frame::{document, mark};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words as common;

/// What is not public is as if it were not there.
pub(super) fn or_no_page(error: domain::Error) -> Problem {
    match error {
        domain::Error::Refused(refusal) if refusal.code == "not_public" => Problem::NoPage,
        other => other.into(),
    }
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let code = visit.part(2);
    let told = public_list(&visit.app, code).map_err(or_no_page)?;
    let say = visit.say;
    let body = html! {
        a.skip href="#noi-dung" { (say.text(common::SKIP)) }
        header.crown { div.wrap {
            p.small.nb { span.brand { (mark()) (say.text(common::PRODUCT)) } }
            p lang="vi" { (told.unit_name) }
            h1 { (say.text(words::PUBLIC)) }
            p.sub { (say.text(words::LEAD)) }
        } }
        main.wrap id="noi-dung" tabindex="-1" {
            (rows(visit, code, words::REPORTS, &told.reports))
            (rows(visit, code, words::ARTICLES, &told.articles))
            @if told.has_roll { p { a.btn href={ "/so-vang/" (code) } { (say.text(words::ROLL)) } } }
            footer.foot { span { (say.text(words::FOOT)) } }
        }
    };
    let title = format!("{} · {}", say.text(words::PUBLIC), told.unit_name);
    Ok(respond(StatusCode::OK, document(say, &title, "public", &body)))
}

fn rows(visit: &Visit, code: &str, title: kernel::Text, rows: &[PublicRow]) -> Markup {
    let say = visit.say;
    html! { @if !rows.is_empty() {
        section {
            header { h2 { (say.text(title)) } }
            ul.names.list lang="vi" { @for row in rows { li {
                a href={ "/cong-bo/" (code) "/" (row.id) } { b { (row.title) } }
                small { (say.period(row.period)) " · " (say.fill(words::ON, &[("day", &say.day(row.on))])) }
            } } }
        }
    } }
}
