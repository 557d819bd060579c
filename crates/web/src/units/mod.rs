//! Units on the web: found by name, the tree of them, the record of one, what happens to it; employers without a union.

mod effect;
mod event;
mod events;
mod filters;
mod find;
mod place;
mod profile;
mod prospects;
mod tabs;
mod timeline;
mod tree;
mod words;

use crate::address::Question;
use crate::routes::Route;

pub(crate) use effect::sheets as effects;
pub(crate) use find::list;
pub(crate) use place::Place;
pub(crate) use timeline::event_name;

/// The address of a unit's record.
pub(crate) fn record_path(code: &str) -> String {
    format!("/units/{code}")
}

/// The way to a unit's record, the rest of the question kept.
pub(crate) fn record_door(question: &Question, code: &str) -> String {
    Question { unit: None, ..question.whole() }.to(&record_path(code))
}

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/units",
        "units found by name, or the units below one",
        &["figures.read", "units.read"],
        find::page,
    ),
    Route::page(
        "/units.csv",
        "the units below one, as separated text",
        &["figures.read", "units.read"],
        tree::csv,
    ),
    Route::page(
        "/units.xlsx",
        "the units below one, as a workbook",
        &["figures.read", "units.read"],
        tree::xlsx,
    ),
    Route::page(
        "/units.json",
        "the same for the search box, at most 8",
        &["units.read"],
        find::json,
    ),
    Route::page(
        "/prospects",
        "employers without a union, within reach",
        &["figures.read", "units.read"],
        prospects::page,
    ),
    Route::form(
        "/prospects",
        "a visit to one of them recorded",
        &["units.read", "units.record"],
        prospects::record,
    ),
    Route::page("/units/{code}", "the record of a unit", &["units.read"], profile::page),
    Route::page("/units/{code}/{tab}", "a tab of it", &["units.read"], tabs::page),
    Route::page(
        "/units/{code}/do",
        "what may be recorded of a unit",
        &["units.read", "units.record"],
        events::choose,
    ),
    Route::page(
        "/units/{code}/do/{event}",
        "the form of an event of a unit",
        &["units.read", "units.record"],
        events::page,
    ),
    Route::form(
        "/units/{code}/do/{event}",
        "the effect of an event of a unit, and then its writing",
        &["units.read", "units.record"],
        events::send,
    ),
];
