//! What was made public: open to anybody, without a look at who asks. Reports with their lines, articles word by word,
//! the same for a conference hall; nothing that stays inside.

pub(crate) mod hall;
mod list;
mod one;
mod words;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/cong-bo/{code}", "what a unit made public", &[], list::page).open(),
    Route::page("/cong-bo/{code}/{id}", "a public report or article", &[], one::page).open(),
    Route::page(
        "/cong-bo/{code}/{id}/hoi-truong",
        "the large figures of a public report",
        &[],
        one::hall,
    )
    .open(),
];
