//! One copy of the books: what stands in it, what its trial found, and taking it away.

use axum::http::StatusCode;
use axum::response::Response;
use domain::keeping::{self, Backup};
use kernel::Refusal;
use maud::{Markup, html};

use super::{outcome, stream, words};
use crate::frame::{form_key, unplaced};
use crate::parts::crumbs;
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::{Visit, see_other};
use crate::words as common;

fn name(visit: &Visit) -> &str {
    visit.part(3)
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, None)
}

fn copy(visit: &Visit) -> Result<Backup, Problem> {
    let health = keeping::health(&visit.app, &visit.actor)?;
    health.backups.into_iter().find(|copy| copy.name == name(visit)).ok_or(Problem::NoPage)
}

fn show(visit: &Visit, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (say, copy) = (visit.say, copy(visit)?);
    let is_password = refusal.is_some_and(|refusal| refusal.code == "wrong_password");
    let content = html! {
        (crumbs(say, &[("/system".to_owned(), say.text(common::SYSTEM))], &copy.name))
        div.head {
            div { h1.codes { (copy.name) } p { (facts(visit, &copy)) } }
            form.acts method="post" action={ "/system/backups/" (copy.name) "/drill" } {
                (form_key(visit))
                button.btn.main { (say.text(words::DRILL_IT)) }
            }
        }
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, is_password.then_some("password"))) }
            section.sheet {
                header { h2 { (say.text(words::DRILL)) } p { (say.text(words::DRILL_LEAD)) } }
                div.pad { p {
                    (outcome::tag(say, copy.drill.as_ref()))
                    @if let Some(line) = &copy.drill { " " (say.moment(line.ended_at)) " · " span lang="vi" { (line.actor) } ": " (outcome::told(say, line)) }
                } }
            }
            @if let Some(line) = &copy.drill { (outcome::drill(say, line)) }
            (taking(visit, &copy, refusal.filter(|_| is_password)))
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    unplaced(visit, status, &copy.name, &content)
}

fn facts(visit: &Visit, copy: &Backup) -> Markup {
    let say = visit.say;
    let holds = copy.report().map(|report| {
        let rows = say.number(i64::try_from(report.rows).unwrap_or(i64::MAX));
        let batches = say.number(report.batches);
        say.fill(words::COPY_HOLDS, &[("rows", &rows), ("batches", &batches)])
    });
    html! {
        (words::size(say, i64::try_from(copy.bytes).unwrap_or(i64::MAX)))
        @match &copy.made {
            Some(line) => { " · " (say.moment(line.ended_at)) " · " span lang="vi" { (line.actor) } },
            None => { " · " (say.text(words::MADE_BY_NOBODY)) },
        }
        @if let Some(holds) = holds { " · " (holds) }
    }
}

/// The file is given to who types the own password once more.
fn taking(visit: &Visit, copy: &Backup, wrong: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let password = Field {
        kind: "password",
        autocomplete: "current-password",
        most: 200,
        error: wrong.map(|refusal| &*refusal.message),
        ..Field::new("password", say.text(words::OWN_PASSWORD), "")
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::TAKE)) } p { (say.text(words::TAKE_LEAD)) } }
            form.form.pad method="post" action={ "/system/backups/" (copy.name) "/take" } {
                (form_key(visit))
                (form::input(say, &password))
                div.acts { button.btn { (say.text(words::TAKE_IT)) } }
            }
        }
    }
}

/// Asks for a trial.
pub(super) fn drill(visit: &Visit) -> Result<Response, Problem> {
    match keeping::ask_drill(&visit.app, &visit.actor, name(visit)) {
        Ok(id) => Ok(see_other(&format!("/jobs/{id}"))),
        Err(domain::Error::Refused(refusal)) => show(visit, Some(&refusal)),
        Err(error) => Err(error.into()),
    }
}

/// Gives the file.
pub(super) fn take(visit: &Visit) -> Result<Response, Problem> {
    let password = visit.form.exact("password");
    match keeping::take_backup(&visit.app, &visit.actor, name(visit), password) {
        Ok(taken) => Ok(stream::file(taken)),
        Err(domain::Error::Refused(refusal)) => show(visit, Some(&refusal)),
        Err(error) => Err(error.into()),
    }
}
