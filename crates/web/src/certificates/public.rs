//! The open page: whether a certificate is genuine and stands. It tells what is printed on the paper, and no more.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::certificates::{Public, Standing, public_keys, shown, standing};
use maud::{Markup, html};

use super::words as w;
use crate::door;
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::{Visit, see_other};

/// The address of the page of a code, as the square on the paper holds it.
pub(crate) fn address(visit: &Visit, code: &str) -> String {
    let books = visit.public_address().unwrap_or_else(|| "http://localhost".to_owned());
    let code = if code.is_empty() { String::new() } else { format!("/{}", shown(code)) };
    format!("{books}/xac-minh{code}")
}

/// Where a code is typed.
#[expect(clippy::unnecessary_wraps, reason = "every page of the table of routes has this shape")]
pub(super) fn ask(visit: &Visit) -> Result<Response, Problem> {
    if let Some(typed) = visit.raw.get("ma") {
        let code: String = typed.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
        return Ok(see_other(&format!("/xac-minh/{}", if code.is_empty() { "-" } else { &code })));
    }
    Ok(told(visit, StatusCode::OK, &html! {}))
}

/// What the books say of a code.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let say = visit.say;
    if !visit.turnstile.lets_in(&visit.visitor.network(), visit.app.now()) {
        let words = html! { section.note role="alert" {
            h2 { (say.text(w::TOO_MANY)) } p { (say.text(w::TOO_MANY_DO)) }
        } };
        return Ok(told(visit, StatusCode::TOO_MANY_REQUESTS, &words));
    }
    let typed = visit.path.rsplit('/').next().unwrap_or_default();
    let (status, words) = match standing(&visit.app, typed)? {
        Standing::Valid(facts) => (
            StatusCode::OK,
            html! {
                section.sheet role="status" {
                    header { h2 { span.tag.good { (say.text(w::VALID)) } " " (say.text(w::IS_VALID)) } }
                    (table(visit, &facts))
                    footer { (say.text(w::COMPARE_WITH)) }
                }
            },
        ),
        Standing::Revoked(facts, on) => (
            StatusCode::OK,
            html! {
                section.sheet role="alert" {
                    header { h2 { span.tag.bad { (say.text(w::REVOKED)) } " " (say.text(w::IS_REVOKED)) } }
                    p.pad { b { (say.fill(w::IS_REVOKED_ON, &[("day", &say.day(on))])) } }
                    (table(visit, &facts))
                }
            },
        ),
        Standing::Unknown => (
            StatusCode::NOT_FOUND,
            html! {
                section.note role="alert" {
                    h2 { (say.text(w::IS_UNKNOWN)) } p { (say.text(w::IS_UNKNOWN_DO)) }
                }
            },
        ),
    };
    Ok(told(visit, status, &words))
}

fn table(visit: &Visit, facts: &Public) -> Markup {
    let say = visit.say;
    let rows = [
        (w::RECIPIENT, &facts.recipient),
        (w::AWARD, &facts.award),
        (w::DECISION, &facts.decision),
        (w::DECIDED_ON, &say.day_text(&facts.decided_on)),
        (w::ISSUER, &facts.issuer),
        (w::NUMBER, &facts.number),
        (w::CODE, &shown(&facts.code)),
    ];
    html! {
        dl.kv.pad lang="vi" { @for (name, value) in rows {
            dt lang=(say.code()) { (say.text(name)) } dd { (value) }
        } }
    }
}

fn told(visit: &Visit, status: StatusCode, words: &Markup) -> Response {
    let say = visit.say;
    let hint = say.text(w::VERIFY_LEAD);
    let code = Field { most: 40, hint, ..Field::new("ma", say.text(w::CODE), "") };
    let title = say.text(w::VERIFY);
    let key = address(visit, "") + "/khoa";
    let body = html! {
        div.gap.verify {
            h1 { (title) }
            (words)
            form.form method="get" action="/xac-minh" {
                (form::input(say, &code))
                (form::acts(say, w::VERIFY_DO, None))
            }
            p.small.mut { (say.fill(w::OFFLINE, &[("address", &key)])) }
        }
    };
    door::frame::page(visit, status, title, &body)
}

/// The public keys, the one that signs now first: hexadecimal letters, and since when.
pub(super) fn keys(visit: &Visit) -> Result<Response, Problem> {
    let lines = public_keys(&visit.app)?;
    let lines: Vec<String> =
        lines.iter().map(|key| format!("ed25519 {} {}\n", key.key, key.since)).collect();
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((StatusCode::OK, headers, lines.concat()).into_response())
}
