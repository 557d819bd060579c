//! Forms of reports in the browser: which there are, one as the text of a file, and an editor whose every step is a plain
//! form that carries the whole draft with it, so that nothing is written before a version is put in force.

mod draft;
mod edit;
mod list;
mod page;
mod words;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/report-forms",
        "the forms of reports, every version",
        &["reports.read"],
        list::page,
    ),
    Route::page(
        "/report-forms/{code}/toml",
        "one version of a form as the text of a file",
        &["reports.read"],
        list::text,
    ),
    Route::page(
        "/report-forms/edit",
        "the editor of a form: a new one, or the next version",
        &["reports.form"],
        edit::page,
    ),
    Route::form(
        "/report-forms/edit",
        "a draft of a form changed, looked at on real figures, taken as a file or put in force",
        &["reports.form"],
        edit::step,
    ),
];
