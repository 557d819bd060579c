//! A list of members as a file.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::people::{Format, export_members};

use super::asked::Asked;
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
    let (media, end) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => {
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
        }
    };
    // A code has small letters, digits and hyphens only.
    let name = format!("attachment; filename=\"doan-vien_{}.{end}\"", place.card.code);
    let headers = [(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
