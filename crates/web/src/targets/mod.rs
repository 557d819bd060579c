//! Targets on the web: what was asked of a unit and what became of it; the grid in which they are set and revised.

mod cascaded;
mod cells;
mod grid;
mod list;
mod words;

pub(crate) use cascaded::cascaded;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/targets",
        "targets of a unit against its figures, and how they changed",
        &["figures.read", "units.read"],
        list::page,
    ),
    Route::page(
        "/targets/grid",
        "the grid of units and targets",
        &["figures.read", "targets.set"],
        grid::page,
    ),
    Route::form(
        "/targets/grid",
        "targets set or revised by a decision",
        &["targets.set"],
        grid::write,
    ),
];
