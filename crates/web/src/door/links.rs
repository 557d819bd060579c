//! Links that work once: a password set, the first account opened.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{self, NewAccount};
use kernel::Refusal;
use maud::html;

use super::{frame, words};
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::{Visit, see_other};
use crate::words as common;

fn token(visit: &Visit) -> &str {
    visit.path.rsplit('/').next().unwrap_or_default()
}

fn password_field(say: Say) -> Field<'static> {
    Field {
        kind: "password",
        hint: say.text(words::PASSWORD_HINT),
        autocomplete: "new-password",
        most: 256,
        ..Field::new("password", say.text(words::PASSWORD), "")
    }
}

fn spent(visit: &Visit, refusal: &Refusal) -> Response {
    let say = visit.say;
    let body = html! {
        div.form {
            h1 { (say.text(words::SPENT)) }
            (form::refused(say, refusal, None))
            div.acts { a.btn.main href="/sign-in" { (say.text(common::SIGN_IN)) } }
        }
    };
    frame::page(visit, StatusCode::GONE, say.text(words::SPENT), &body)
}

/// Where a password is set.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    set_door(visit, StatusCode::OK, None)
}

fn set_door(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let say = visit.say;
    let account = match accounts::whose_link(&visit.app, token(visit)) {
        Ok(Some(account)) => account,
        Ok(None) => return Ok(see_other(&format!("/first/{}", token(visit)))),
        Err(domain::Error::Refused(refusal)) => return Ok(spent(visit, &refusal)),
        Err(error) => return Err(error.into()),
    };
    let lead = say.fill(words::SET_LEAD, &[("login", &account.login), ("name", &account.name)]);
    let body = html! {
        form.form method="post" action=(visit.path) {
            div { h1 { (say.text(words::SET_PASSWORD)) } p.mut { (lead) } }
            @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("password"))) }
            input type="hidden" name="login" value=(account.login) autocomplete="username";
            (form::input(say, &password_field(say)))
            (form::acts(say, words::SET_PASSWORD, None))
        }
    };
    Ok(frame::page(visit, status, say.text(words::SET_PASSWORD), &body))
}

/// Sets it.
pub(super) fn set(visit: &Visit) -> Result<Response, Problem> {
    match accounts::use_link(&visit.app, token(visit), visit.form.exact("password")) {
        Ok(_) => Ok(see_other("/sign-in")),
        Err(domain::Error::Refused(refusal)) if refusal.code == "link_spent" => {
            Ok(spent(visit, &refusal))
        }
        Err(domain::Error::Refused(refusal)) => {
            set_door(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// Where the first account is opened.
pub(super) fn first_page(visit: &Visit) -> Result<Response, Problem> {
    first_door(visit, StatusCode::OK, None)
}

fn first_door(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let say = visit.say;
    match accounts::whose_link(&visit.app, token(visit)) {
        Ok(None) => {}
        Ok(Some(_)) => return Ok(see_other("/sign-in")),
        Err(domain::Error::Refused(refusal)) => return Ok(spent(visit, &refusal)),
        Err(error) => return Err(error.into()),
    }
    let name = Field {
        autocomplete: "name",
        most: 60,
        ..Field::new("name", say.text(words::FULL_NAME), visit.form.text("name"))
    };
    let login = Field {
        autocomplete: "username",
        hint: say.text(words::LOGIN_HINT),
        most: 40,
        ..Field::new("login", say.text(words::LOGIN), visit.form.text("login"))
    };
    let body = html! {
        form.form method="post" action=(visit.path) {
            div { h1 { (say.text(words::FIRST)) } p.mut { (say.text(words::FIRST_LEAD)) } }
            @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("login"))) }
            (form::input(say, &name))
            (form::input(say, &login))
            (form::input(say, &password_field(say)))
            (form::acts(say, words::OPEN, None))
        }
    };
    Ok(frame::page(visit, status, say.text(words::FIRST), &body))
}

/// Opens it.
pub(super) fn first(visit: &Visit) -> Result<Response, Problem> {
    let new = NewAccount {
        login: visit.form.text("login").to_owned(),
        name: visit.form.text("name").to_owned(),
        person: None,
    };
    match accounts::use_first_link(&visit.app, token(visit), &new, visit.form.exact("password")) {
        Ok(_) => Ok(see_other("/sign-in")),
        Err(domain::Error::Refused(refusal)) if refusal.code == "link_spent" => {
            Ok(spent(visit, &refusal))
        }
        Err(domain::Error::Refused(refusal)) => {
            first_door(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}
