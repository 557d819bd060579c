//! What members ask to be corrected, on the web: the list of those who keep the records, and the answer to each.

mod answer;
mod list;
mod words;

use crate::routes::Route;

const CORRECT: &[&str] = &["people.correct", "people.search"];

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/corrections",
        "what members ask to be corrected, within reach",
        &["people.correct"],
        list::page,
    ),
    Route::page(
        "/corrections/{id}",
        "one such request, with the record beside it",
        CORRECT,
        answer::page,
    ),
    Route::form("/corrections/{id}", "a request accepted or declined", CORRECT, answer::send),
];
