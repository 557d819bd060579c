//! An account is opened.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{NewAccount, open_account};
use kernel::{Id, Refusal};
use maud::html;

use super::words;
use crate::frame::unplaced;
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::Visit;

/// The form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::ManageAccounts).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// The field a refusal is about.
fn field_of(code: &str) -> Option<&'static str> {
    match code {
        "bad_login" | "login_taken" => Some("login"),
        "bad_person_name" => Some("name"),
        "unknown_person" | "out_of_reach" => Some("person"),
        _ => None,
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let say = visit.say;
    let wrong = |name| refusal.filter(|no| field_of(no.code) == Some(name)).map(|no| &*no.message);
    let field = |name, label, most| Field {
        most,
        error: wrong(name),
        ..Field::new(name, say.text(label), visit.form.text(name))
    };
    let login = Field { hint: say.text(words::LOGIN_HINT), ..field("login", words::LOGIN, 40) };
    let person = Field {
        hint: say.text(words::PERSON_HINT),
        is_optional: true,
        ..field("person", words::PERSON, 13)
    };
    let content = html! {
        div.head { div { h1 { (say.text(words::OPEN_NEW)) } p { (say.text(words::OPEN_LEAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(refusal.code))) }
        section.sheet { form.form.pad method="post" action="/accounts/new" {
            (crate::frame::form_key(visit))
            (form::input(say, &field("name", words::NAME, 60)))
            (form::input(say, &login))
            (form::input(say, &person))
            (form::acts(say, words::OPEN_NEW, Some("/accounts")))
        } }
    };
    unplaced(visit, status, say.text(words::OPEN_NEW), &content)
}

/// Opens it.
pub(super) fn open(visit: &Visit) -> Result<Response, Problem> {
    let person = match person_typed(visit) {
        Ok(person) => person,
        Err(refusal) => return show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal)),
    };
    let (login, name) = (visit.form.text("login").to_owned(), visit.form.text("name").to_owned());
    match open_account(&visit.app, &visit.actor, &NewAccount { login, name, person }) {
        Ok(_) => {
            let login = visit.form.text("login").to_lowercase();
            let message = visit.say.fill(words::OPENED, &[("login", &login)]);
            visit.done(&format!("/accounts/{login}"), &message)
        }
        Err(domain::Error::Refused(refusal)) if refusal.code != "not_allowed" => {
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// The member that was typed by the number of the record; none where nothing was.
pub(super) fn person_typed(visit: &Visit) -> Result<Option<Id>, Refusal> {
    let Some(typed) = visit.form.some("person") else { return Ok(None) };
    Id::parse(typed).map(Some).ok_or_else(|| bad_person(typed))
}

fn bad_person(typed: &str) -> Refusal {
    let typed: String = typed.chars().take(20).collect();
    Refusal::new(
        "unknown_person",
        format!("“{typed}” không phải là số hồ sơ"),
        "Chép số 13 ký tự từ trang đoàn viên, hoặc để trống",
    )
}
