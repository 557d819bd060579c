//! A report as a workbook.

use axum::response::Response;
use domain::exports::Format;
use domain::reports::{export, read};

use super::key_of;
use crate::parts::download;
use crate::problem::Problem;
use crate::site::Visit;

/// The file: the version asked for, or the report as it stands.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let key = key_of(visit, &question, &place)?;
    let version = visit.raw.get("version").and_then(|typed| typed.parse().ok());
    let report = read(&visit.app, &visit.actor, &key, version)?;
    let bytes = export(&visit.app, &visit.actor, &key, &report, Format::Xlsx)?;
    let name = format!("bao-cao-{}-{}.xlsx", report.unit, report.period);
    Ok(download(&name, Format::Xlsx.content_type(), bytes))
}
