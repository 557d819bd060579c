//! The trail: who wrote what and who saw what, with filters, and the proof that the chain holds.

mod list;
pub(crate) mod words;

use crate::routes::Route;
use crate::say::Say;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/audit",
        "the trail of reads, exports, sign-ins and batches",
        &["audit.read"],
        list::page,
    ),
    Route::form("/audit/verify", "proves the end of the chain", &["audit.read"], list::verify),
];

/// What a line of the trail says happened; a code without words is shown as it is.
pub(crate) fn what_name(say: Say, code: &str) -> String {
    let found = words::WHATS.iter().find(|(each, _)| *each == code);
    found.map_or_else(|| code.to_owned(), |(_, name)| say.text(*name).to_owned())
}
