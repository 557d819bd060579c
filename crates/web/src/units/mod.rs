//! Units on the web: finding one, and the units directly below another.

mod find;
mod place;

use crate::routes::Route;

pub(crate) use find::list;
pub(crate) use place::Place;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/units",
        "units found by name, or the units below one",
        &["figures.read", "units.read"],
        find::page,
    ),
    Route::page(
        "/units.json",
        "the same for the search box, at most 8",
        &["units.read"],
        find::json,
    ),
];
