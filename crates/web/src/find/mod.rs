//! One box for everything: units and people whose names hold what was typed, each within reach.

mod page;
mod words;

pub(crate) use words::EVERYTHING;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] =
    &[Route::page("/find", "units and people found by name", &["units.read"], page::page)];
