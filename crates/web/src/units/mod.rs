//! Units on the web: finding one, and the tree of them.

mod filters;
mod find;
mod place;
mod tree;
mod words;

use axum::response::Response;
use domain::units::Format;

use crate::routes::Route;

pub(crate) use find::list;
pub(crate) use place::Place;

/// The address of a unit's record.
pub(crate) fn record_path(_code: &str) -> String {
    "/".to_owned()
}

fn download(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    tree::attachment(name, format, bytes)
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
];
