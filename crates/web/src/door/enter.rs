//! Signing in and out.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{self, Stage};
use kernel::Refusal;
use maud::{Markup, html};

use super::{frame, keep, next, with_token, words};
use crate::identity;
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::{Visit, see_other};
use crate::words as common;

/// The door; who is in already goes on.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    if visit.is_signed_in() {
        return Ok(see_other(next(visit.raw.get("next").unwrap_or("/"))));
    }
    Ok(door(visit, StatusCode::OK, "", None))
}

/// The door with why another way in was no use.
pub(crate) fn refused(visit: &Visit, status: StatusCode, refusal: &Refusal) -> Response {
    door(visit, status, "", Some(refusal))
}

fn door(visit: &Visit, status: StatusCode, login: &str, refusal: Option<&Refusal>) -> Response {
    let say = visit.say;
    // What another way in was refused for is no matter of the name.
    let field = Some("login").filter(|_| visit.path == "/sign-in");
    let asked = visit.raw.get("next").or_else(|| visit.form.some("next")).unwrap_or_default();
    let name = Field {
        hint: say.text(words::LOGIN_HINT),
        autocomplete: "username",
        most: 60,
        ..Field::new("login", say.text(words::LOGIN), login)
    };
    let password = Field {
        kind: "password",
        autocomplete: "current-password",
        most: 256,
        ..Field::new("password", say.text(words::PASSWORD), "")
    };
    let body = html! {
        (identity::farewell(visit))
        form.form method="post" action="/sign-in" {
            div { h1 { (say.text(common::SIGN_IN)) } p.mut { (say.text(words::LEAD)) } }
            @if let Some(refusal) = refusal { (form::refused_as(say, words::NOT_IN, refusal, field)) }
            @if !asked.is_empty() { (form::hidden("next", next(asked))) }
            (form::input(say, &name))
            (form::input(say, &password))
            (form::acts(say, common::SIGN_IN, None))
            p.mut.small { (say.text(words::NO_ACCOUNT)) }
        }
        (identity::door_part(visit, next(if asked.is_empty() { "/" } else { asked })))
        (demo(visit))
    };
    frame::page(visit, status, say.text(common::SIGN_IN), &body)
}

/// The accounts of the demo, each one press away.
fn demo(visit: &Visit) -> Markup {
    let say = visit.say;
    let known = &visit.settings.demo_accounts;
    html! {
        @if !known.is_empty() {
            section.form.demo-door {
                h2 { (say.text(words::DEMO_ACCOUNTS)) }
                ul.rows { @for account in known { li {
                    span { b { (account.login) } small { (account.about) } }
                    form method="post" action="/sign-in" {
                        (form::hidden("login", &account.login))
                        (form::hidden("password", &account.password))
                        button.btn { (say.text(words::DEMO_ENTER)) span.vh { " " (account.login) } }
                    }
                } } }
                @if visit.settings.open_reading { p { a href="/" { (say.text(words::DEMO_LOOK)) } } }
            }
        }
    }
}

/// Takes a name and a password.
pub(super) fn enter(visit: &Visit) -> Result<Response, Problem> {
    let login = visit.form.text("login");
    let told = accounts::sign_in(&visit.app, login, visit.form.exact("password"), &visit.visitor);
    match told {
        Ok(signed) if signed.stage == Stage::Half => {
            let to = format!("/sign-in/second?next={}", encoded(next(visit.form.text("next"))));
            Ok(with_token(visit, &signed, &to))
        }
        Ok(signed) => Ok(with_token(visit, &signed, next(visit.form.text("next")))),
        Err(domain::Error::Refused(refusal)) => {
            let status = if refusal.code == "too_many_tries" {
                StatusCode::TOO_MANY_REQUESTS
            } else {
                StatusCode::UNAUTHORIZED
            };
            Ok(door(visit, status, login, Some(&refusal)))
        }
        Err(error) => Err(error.into()),
    }
}

/// A text as a part of an address.
pub(crate) fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Where the code of the second step is typed.
pub(super) fn second_page(visit: &Visit) -> Result<Response, Problem> {
    match &visit.session {
        Some(session) if session.stage == Stage::Half => {
            Ok(second_door(visit, StatusCode::OK, None))
        }
        _ => Ok(see_other("/sign-in")),
    }
}

fn second_door(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Response {
    let say = visit.say;
    let asked = visit.raw.get("next").or_else(|| visit.form.some("next")).unwrap_or("/");
    let code = Field {
        autocomplete: "one-time-code",
        most: 20,
        ..Field::new("code", say.text(words::CODE), "")
    };
    let body = html! {
        form.form method="post" action="/sign-in/second" {
            div { h1 { (say.text(words::SECOND)) } p.mut { (say.text(words::SECOND_LEAD)) } }
            @if let Some(refusal) = refusal { (form::refused_as(say, words::NOT_IN, refusal, Some("code"))) }
            (form::hidden("next", next(asked)))
            (form::input(say, &code))
            (form::acts(say, words::CONTINUE, Some("/sign-in")))
        }
    };
    frame::page(visit, status, say.text(words::SECOND), &body)
}

/// Takes the code of the second step.
pub(super) fn second(visit: &Visit) -> Result<Response, Problem> {
    let Some(half) = &visit.token else { return Ok(see_other("/sign-in")) };
    match accounts::second_step(&visit.app, half, visit.form.text("code"), &visit.visitor) {
        Ok(signed) => Ok(with_token(visit, &signed, next(visit.form.text("next")))),
        Err(domain::Error::Refused(refusal)) => {
            Ok(second_door(visit, StatusCode::UNAUTHORIZED, Some(&refusal)))
        }
        Err(error) => Err(error.into()),
    }
}

/// The way out.
pub(super) fn leave(visit: &Visit) -> Result<Response, Problem> {
    if let Some(token) = &visit.token {
        accounts::sign_out(&visit.app, &visit.actor, token)?;
    }
    let to = if visit.settings.provider.is_some() { "/sign-in?left=1" } else { "/sign-in" };
    Ok(keep(visit, "", to))
}
