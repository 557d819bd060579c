//! The own account: posts, password, second factor, sign-ins, tokens.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{self, MyAccount, SignInRow};
use kernel::Refusal;
use maud::{Markup, html};

use super::{factor, owner, tokens, words};
use crate::accounts::sign_ins;
use crate::door::words as door;
use crate::frame::{form_key, unplaced};
use crate::identity;
use crate::parts::form::{self, Field};
use crate::parts::post;
use crate::problem::Problem;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page with what one of its forms was refused for.
pub(crate) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let session = owner(visit)?;
    let say = visit.say;
    let mine = accounts::my_account(&visit.app, &visit.actor)?;
    let token = visit.token.as_deref().unwrap_or_default();
    let rows = accounts::my_sign_ins(&visit.app, &visit.actor, token)?;
    let content = html! {
        (head(visit, &mine))
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(visit, refusal.code))) }
            (own_posts(visit, &mine))
            section.sheet {
                header { h2 { (say.text(words::SIGN_INS)) } }
                (sign_ins(say, &rows, &|row| end_form(visit, row)))
            }
            div.grid.g2.even {
                (password_sheet(visit, refusal))
                (factor::sheet(visit, &mine, refusal))
            }
            (identity::own_sheet(visit, &mine, refusal))
            (tokens::sheet(visit, refusal)?)
        }
    };
    unplaced(visit, status, &session.account.name, &content)
}

/// The head of the own pages, with their tabs.
pub(super) fn head(visit: &Visit, mine: &MyAccount) -> Markup {
    let say = visit.say;
    let tab = |path: &str, name| {
        let current = (visit.path == path
            || visit.path.starts_with(&format!("{path}/")) && path != "/me")
            .then_some("page");
        html! { a href=(path) aria-current=[current] { (say.text(name)) } }
    };
    html! {
        div.head { div {
            h1 lang="vi" { (mine.account.name) }
            p { (say.fill(words::LEAD, &[("login", &mine.account.login)])) }
        } }
        @if mine.account.person.is_some() {
            nav.tabs { (tab("/me", words::TAB_ACCOUNT)) (tab("/me/record", words::TAB_RECORD)) }
        }
    }
}

/// The field a refusal of this page is about.
fn field_of(visit: &Visit, code: &str) -> Option<&'static str> {
    match code {
        "wrong_password" if visit.path == "/me/identity" => Some("tie_password"),
        "wrong_password" if visit.path == "/me/second/end" => Some("password"),
        "wrong_password" => Some("old"),
        "password_too_short" | "password_too_long" | "password_guessed_first" => Some("new"),
        "bad_token" | "not_allowed" => Some("name"),
        "bad_token_days" | "bad_day" => Some("to"),
        "wrong_code" => Some("code"),
        _ => None,
    }
}

/// What is wrong with a field of this page.
pub(super) fn wrong<'r>(
    visit: &Visit,
    refusal: Option<&'r Refusal>,
    field: &str,
) -> Option<&'r str> {
    refusal.filter(|no| field_of(visit, no.code) == Some(field)).map(|no| &*no.message)
}

fn own_posts(visit: &Visit, mine: &MyAccount) -> Markup {
    let say = visit.say;
    html! {
        section.sheet {
            header { h2 { (say.text(words::MY_POSTS)) } a href="/why" { (say.text(words::WHY)) } }
            @if mine.posts.is_empty() { div.pad { p.mut { (say.text(words::NO_POSTS)) } } }
            @else { ul.rows.posts { @for each in &mine.posts { li { (post::line(say, each)) } } } }
        }
    }
}

fn password_sheet(visit: &Visit, refusal: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let field = |name, label, autocomplete| Field {
        kind: "password",
        autocomplete,
        most: 256,
        error: wrong(visit, refusal, name),
        ..Field::new(name, say.text(label), "")
    };
    let old = field("old", words::OLD_PASSWORD, "current-password");
    let new = Field {
        hint: say.text(door::PASSWORD_HINT),
        ..field("new", words::NEW_PASSWORD, "new-password")
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::PASSWORD)) } }
            form.form.pad method="post" action="/me/password" {
                (form_key(visit))
                (form::input(say, &old))
                (form::input(say, &new))
                div.acts { button.btn { (say.text(words::CHANGE_PASSWORD)) } }
            }
        }
    }
}

fn end_form(visit: &Visit, row: &SignInRow) -> Markup {
    let say = visit.say;
    html! {
        @if row.is_this { span.tag.info { (say.text(words::THIS_ONE)) } } @else {
            form method="post" action="/me/sign-ins/end" {
                (form_key(visit))
                (form::hidden("mark", &row.mark))
                button.btn { (say.text(words::END_IT)) }
            }
        }
    }
}

/// Goes back to a page with a message, or shows this one with what was refused.
pub(crate) fn back<T>(
    visit: &Visit,
    told: Result<T, domain::Error>,
    message: &str,
) -> Result<Response, Problem> {
    match told {
        Ok(_) => visit.done("/me", message),
        Err(domain::Error::Refused(refusal)) => {
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// Changes the password.
pub(super) fn password(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let token = visit.token.as_deref().unwrap_or_default();
    let (old, new) = (visit.form.exact("old"), visit.form.exact("new"));
    let told = accounts::change_password(&visit.app, &visit.actor, token, old, new);
    back(visit, told, visit.say.text(words::PASSWORD_CHANGED))
}

/// Ends one sign-in.
pub(super) fn end_sign_in(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let told = accounts::revoke_sign_in(&visit.app, &visit.actor, visit.form.text("mark"));
    back(visit, told, visit.say.text(words::SIGN_IN_ENDED))
}
