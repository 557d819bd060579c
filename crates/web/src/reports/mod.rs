//! Reports on the web: the forms of a unit and where they stand, one report with its cells, what moved since it was filed.

mod act;
mod article;
mod list;
mod one;
mod sheet;
mod words;

use domain::reports::{Key, find_form};

use crate::address::Question;
use crate::problem::Problem;
use crate::routes::Route;
use crate::site::Visit;
use crate::units::Place;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/reports",
        "the reports of a unit for a period, and those of the units below",
        &["reports.read"],
        list::page,
    ),
    Route::page(
        "/reports/{form}",
        "one report: cells, remarks, what moved since it was filed",
        &["reports.read"],
        one::page,
    ),
    Route::page("/reports/{form}/xlsx", "one report as a workbook", &["reports.read"], sheet::give),
    Route::page(
        "/articles/{form}",
        "an article written from the books, with its check",
        &["reports.read"],
        article::page,
    ),
    Route::form(
        "/reports/{form}/cells",
        "what a unit types into its report",
        &["reports.write"],
        act::type_cells,
    ),
    Route::form(
        "/reports/{form}/step",
        "a report filed, sent back, approved, published or taken up again",
        &["reports.write", "reports.approve"],
        act::step,
    ),
];

/// The address of a report, the unit and period of the question kept.
fn door(question: &Question, form: &str) -> String {
    question.to(&format!("/reports/{form}"))
}

/// The report an address names.
fn key_of(visit: &Visit, question: &Question, place: &Place) -> Result<Key, Problem> {
    let form = visit.path.split('/').nth(2).unwrap_or_default();
    let form = find_form(form).map_err(Problem::Refused)?;
    Ok(Key { unit: place.card.id, form, period: question.period })
}
