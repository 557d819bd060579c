//! A list of members as a file.

use axum::response::Response;
use domain::exports::Format;
use domain::people::export_members;

use super::asked::Asked;
use crate::parts::download;
use crate::problem::Problem;
use crate::site::Visit;

/// As separated text.
pub(super) fn csv(visit: &Visit) -> Result<Response, Problem> {
    give(visit, Format::Csv)
}

/// As a workbook.
pub(super) fn xlsx(visit: &Visit) -> Result<Response, Problem> {
    give(visit, Format::Xlsx)
}

fn give(visit: &Visit, format: Format) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let asked = Asked::read(&visit.raw, &question);
    let (app, actor) = (&visit.app, &visit.actor);
    let bytes = export_members(app, actor, place.card.id, &asked.filter, format)?;
    let name = format!("doan-vien_{}.{}", place.card.code, format.ending());
    Ok(download(&name, format.content_type(), bytes))
}
