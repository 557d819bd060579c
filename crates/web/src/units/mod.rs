//! Units on the web: finding one, and the units directly below another.

mod find;
mod place;

use crate::routes::Route;

pub(crate) use find::list;
pub(crate) use place::Place;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route {
        path: "/units",
        what: "units found by name, or the units below one",
        actions: &["figures.read", "units.read"],
        work: find::page,
    },
    Route {
        path: "/units.json",
        what: "the same for the search box, at most 8",
        actions: &["units.read"],
        work: find::json,
    },
];
