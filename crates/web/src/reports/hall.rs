//! The large figures of a report for a conference hall, for who may read it.

use axum::response::Response;
use domain::reports::read;

use super::{door, key_of};
use crate::problem::Problem;
use crate::published::hall::{Figure, Hall, page as show};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let key = key_of(visit, &question, &place)?;
    let version = visit.raw.get("version").and_then(|typed| typed.parse().ok());
    let report = read(&visit.app, &visit.actor, &key, version)?;
    // A hall has guests: what a form keeps inside is not on its wall.
    let lines = key.form.lines.iter().filter(|line| !line.internal).filter_map(|line| {
        let cell = report.cells.iter().find(|cell| cell.line == line.code)?;
        Figure::of(key.form, line, (cell.value, cell.target))
    });
    let hall = Hall {
        unit: &report.unit_name,
        name: &key.form.name,
        period: key.period,
        decimals: key.form.decimals,
        back: door(&question, &key.form.code),
        figures: lines.collect(),
    };
    Ok(show(visit, &hall))
}
