//! Activities on the web: the registers side by side, each with its list, form and records; the lists of who owes what.
//!
//! Every page is made from the register's description: a new register has its pages without a line here.

mod fields;
mod form;
mod hub;
mod intake;
mod list;
mod obligations;
mod record;
mod stated;
mod words;

pub(crate) use list::ENDS_SOON;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/activities",
        "the registers of a unit and their figures",
        &["activities.read", "figures.read", "units.read"],
        hub::page,
    ),
    Route::page(
        "/activities/stated",
        "the form of a count that a unit states without records",
        &["activities.record", "units.read"],
        stated::page,
    ),
    Route::form(
        "/activities/stated",
        "such a count written",
        &["activities.record", "units.read"],
        stated::write,
    ),
    Route::page(
        "/activities/{register}",
        "the records of a register under a unit",
        &["activities.read", "units.read"],
        list::page,
    ),
    Route::page(
        "/activities/{register}/list.xlsx",
        "the same as a workbook",
        &["activities.read", "units.read"],
        list::give,
    ),
    Route::page(
        "/activities/{register}/list.csv",
        "the same as separated text",
        &["activities.read", "units.read"],
        list::give,
    ),
    Route::page(
        "/activities/{register}/new",
        "the form of a record",
        &["activities.record", "units.read"],
        form::page,
    ),
    Route::form(
        "/activities/{register}/new",
        "a record written",
        &["activities.record", "units.read"],
        form::write,
    ),
    Route::page(
        "/activities/{register}/import",
        "the form that takes in records of a spreadsheet",
        &["activities.record", "units.read"],
        intake::page,
    ),
    Route::upload(
        "/activities/{register}/import",
        "such records looked at, and the good ones written",
        &["activities.record", "units.read"],
        intake::send,
    ),
    Route::page(
        "/activities/{register}/{id}",
        "a record with its fields, people and paper",
        &["activities.read"],
        record::page,
    ),
    Route::page(
        "/activities/{register}/{id}/correct",
        "the form that corrects a record",
        &["activities.record"],
        form::page_of,
    ),
    Route::form(
        "/activities/{register}/{id}/correct",
        "a record corrected",
        &["activities.record"],
        form::correct,
    ),
    Route::form(
        "/activities/{register}/{id}/withdraw",
        "a record withdrawn, with a reason",
        &["activities.record"],
        record::withdraw,
    ),
    Route::page(
        "/obligations",
        "how the units below one stand towards each obligation of a year",
        &["activities.read", "units.read"],
        obligations::page,
    ),
    Route::page(
        "/obligations/{code}",
        "the units towards one obligation, each with its standing",
        &["activities.read", "units.read"],
        obligations::list,
    ),
];
