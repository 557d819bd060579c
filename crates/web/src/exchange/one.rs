//! One package that was taken in.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exchange::{Shown, package};
use kernel::{Id, Refusal};
use maud::html;

use super::{parts, words};
use crate::frame::{self, Frame};
use crate::parts::download;
use crate::problem::{Problem, respond};
use crate::site::Visit;

fn shown(visit: &Visit) -> Result<Shown, Problem> {
    let id = visit.id_at(2).ok_or_else(|| {
        let (no, then) = ("Sổ không có gói báo cáo này", "Mở lại danh sách gói đã nhận");
        Problem::Refused(Refusal::new("unknown_package", no, then))
    })?;
    Ok(package(&visit.app, &visit.actor, id)?)
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (found, head) = visit.steady(|| shown(visit))?;
    let (say, row) = (question.say, &found.row);
    let title = say.text(words::PACKAGE);
    let here = question.of_unit(&row.unit).in_period(row.period);
    let content = html! {
        nav.crumbs aria-label=(say.text(crate::words::PATH)) { ol {
            li { a href=(question.to("/exchange")) { (say.text(words::EXCHANGE)) } }
            li aria-current="page" lang="vi" { (row.unit_name) }
        } }
        div.head {
            div {
                h1 lang="vi" { (found.body.form.name) }
                p {
                    @if row.is_superseded { span.tag { (say.text(words::SUPERSEDED)) } }
                    @else { span.tag.good { (say.text(words::COUNTS)) } }
                    " " a href=(here.to("/reports")) lang="vi" { (row.unit_name) } " · " (say.period(row.period))
                    " · " (say.moment_text(&row.recorded_at)) ", " span lang="vi" { (row.actor) }
                }
            }
            div.acts { a.btn href=(question.to(&format!("/exchange/{}/file", row.package))) { (say.text(words::DOWNLOAD_FILE)) } }
        }
        div.gap {
            section.sheet { (parts::facts(say, &found.body, &found.signature, &row.unit_name)) }
            (parts::cells(say, &found.body))
            (parts::behind(say, &found.body))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, title, &content)))
}

/// The file as it came.
pub(super) fn file(visit: &Visit) -> Result<Response, Problem> {
    let found = shown(visit)?;
    let name = format!("{}-{}-ban-{}.json", found.row.unit, found.row.form, found.row.version);
    let detail = format!("{} {}", found.row.unit, found.row.hash);
    visit.app.note(
        &visit.actor,
        "exchange.file_taken",
        Id::parse(&found.row.package),
        Some(&detail),
    )?;
    Ok(download(&name, "application/json", found.file))
}
