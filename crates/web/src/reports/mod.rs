//! Reports on the web: the forms of a unit and where they stand, one report with its cells, what moved since it was filed.

mod act;
mod article;
mod cells;
mod hall;
mod line;
mod list;
mod one;
mod sheet;
mod words;

use domain::reports::{Key, at_filing, known_form};

pub(crate) use list::state_tag;

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
    Route::page(
        "/reports/{form}/line",
        "one line of a report: definition, units, entries since",
        &["reports.read"],
        line::page,
    ),
    Route::page(
        "/reports/{form}/hall",
        "the large figures of a report for a conference hall",
        &["reports.read"],
        hall::page,
    ),
    Route::form(
        "/articles/{form}/publish",
        "an article made public as it stands",
        &["reports.approve"],
        article::publish,
    ),
    Route::form(
        "/articles/{form}/withdraw",
        "a public article withdrawn",
        &["reports.approve"],
        article::withdraw,
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
    let form = visit.part(2);
    let form = known_form(&visit.app, form, question.period)?;
    let key = Key { unit: place.card.id, form, period: question.period };
    let version = visit.raw.get("version").and_then(|typed| typed.parse().ok());
    // A filed version is read on the form it was filed on, whatever became of that form since.
    Ok(at_filing(&visit.app, &visit.actor, &key, version)?)
}
