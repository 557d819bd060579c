//! An approved report as a package to be sent.

use axum::response::Response;
use domain::exchange::pack;
use domain::reports::{Key, Report, known_form};
use kernel::Power;
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::parts::download;
use crate::problem::Problem;
use crate::site::Visit;

/// The file: the version asked for, or the last one.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let code = visit.part(2);
    let form = known_form(&visit.app, code, question.period)?;
    let key = Key { unit: place.card.id, form, period: question.period };
    let version = visit.raw.get("version").and_then(|typed| typed.parse().ok());
    let package = pack(&visit.app, &visit.actor, &key, version)?;
    Ok(download(&package.name, "application/json", package.file))
}

/// The way to it from the page of a report that counts above.
pub(crate) fn door(visit: &Visit, question: &Question, key: &Key, report: &Report) -> Markup {
    let address = question.to(&format!("/reports/{}/package", key.form.code));
    html! {
        @if report.state.counts() && visit.actor.may(Power::WriteReports) {
            a.btn href=(address) { (question.say.text(words::SEND)) }
        }
    }
}
