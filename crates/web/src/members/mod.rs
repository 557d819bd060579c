//! Members on the web: lists, profiles, what happens to a member, transfers, duplicates.

mod asked;
mod file;
mod list;
mod said;
mod table;
mod words;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/members",
        "members of a unit and all under it, found and filtered",
        &["people.search", "units.read"],
        list::page,
    ),
    Route::page(
        "/members/list.csv",
        "the same as separated text",
        &["people.export", "people.search", "units.read"],
        file::csv,
    ),
    Route::page(
        "/members/list.xlsx",
        "the same as a workbook",
        &["people.export", "people.search", "units.read"],
        file::xlsx,
    ),
];
