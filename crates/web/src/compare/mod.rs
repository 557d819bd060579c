//! Comparing: two periods, two days or two units side by side, every indicator, in each of the views.

mod asked;
mod file;
mod form;
mod page;
mod words;

use crate::routes::Route;

/// Where the page stands.
pub(crate) const PATH: &str = "/compare";

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        PATH,
        "the figures of two periods, days or units side by side",
        &["figures.read", "units.read"],
        page::page,
    ),
    Route::page(
        "/compare.xlsx",
        "the same as a workbook",
        &["figures.read", "units.read"],
        file::give,
    ),
    Route::page(
        "/compare.csv",
        "the same as separated text",
        &["figures.read", "units.read"],
        file::give,
    ),
];
