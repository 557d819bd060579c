//! The system as those who keep it see it: dated parameters, health, backups.

mod parameters;
pub(crate) mod words;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] =
    &[Route::page("/parameters", "dated parameters with their sources", &[], parameters::page)];
