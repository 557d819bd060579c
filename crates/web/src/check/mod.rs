//! Soát số liệu on the web: a text pasted or sent as a file, with what it claims marked where it stands.
//!
//! The reckoning is `proof`'s; nothing of a text is kept. Not here: the command line, which prints the same findings.

mod books;
mod marked;
mod page;
mod sheet;
mod source;
mod words;

use crate::routes::Route;

/// Bytes of a text with its form at most; a saved page has up to 2 MB, and `proof` reads 4.
const BODY: usize = 6 * 1024 * 1024;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/check",
        "the form of a text to be checked",
        &["figures.read", "units.read"],
        page::page,
    ),
    Route {
        body: BODY,
        ..Route::upload(
            "/check",
            "a text checked: its claims with their verdicts; nothing is kept",
            &["figures.read", "units.read"],
            page::send,
        )
    },
];
