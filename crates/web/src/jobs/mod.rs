//! Long work on the web: how far it is, and taking it back.

mod progress;
mod words;

use crate::routes::Route;

pub(crate) use progress::state;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/jobs/{id}", "how far a job of one's own is", &[], progress::page),
    Route::form("/jobs/{id}/cancel", "a job of one's own taken back", &[], progress::cancel),
];
