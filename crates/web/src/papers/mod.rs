//! Papers of an office: decisions, submission letters and reports, set as PDF or written as DOCX.
//!
//! What a paper says comes from its records; what they do not say (grounds, receivers, who signs) is drafted, shown in a
//! form, and mended there. Nothing of it is kept: the paper itself is. That it was set is noted.

mod document;
mod draft;
mod honours;
mod lists;
mod minutes;
mod report;
mod round;
mod set;
mod words;
mod writing;

use crate::routes::Route;

pub(crate) use document::door as decision_door;
pub(crate) use draft::written_out;
pub(crate) use honours::door;
pub(crate) use minutes::doors as minutes_doors;
pub(crate) use round::door as letter_door;
pub(crate) use set::{As, day_of, give, must_set, refused};
pub(crate) use words::NO_PRESS;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/honours/{id}/paper",
        "the wording of a decision or submission letter, drafted from its list",
        &["honours.print"],
        honours::page,
    ),
    Route::form(
        "/print/honours/{id}",
        "a decision or submission letter with its lists, as PDF or DOCX, noted",
        &["honours.print"],
        honours::write,
    ),
    Route::page(
        "/documents/{id}/paper",
        "the wording of a decision, drafted from what it caused",
        &["documents.print"],
        document::page,
    ),
    Route::form(
        "/print/documents/{id}",
        "that decision with its lists, as PDF or DOCX, noted",
        &["documents.print"],
        document::write,
    ),
    Route::page(
        "/rounds/{id}/letter",
        "the wording of the letter by which a unit submits the files of a round",
        &["rounds.read"],
        round::page,
    ),
    Route::form(
        "/print/rounds/{id}",
        "that letter with its lists, as PDF or DOCX, noted",
        &["rounds.read"],
        round::write,
    ),
    Route::page(
        "/council/sessions/{id}/minutes/pdf",
        "the minutes of a session, as PDF, noted",
        &["council.read"],
        minutes::pdf,
    ),
    Route::page(
        "/council/sessions/{id}/minutes/docx",
        "the same as DOCX, noted",
        &["council.read"],
        minutes::docx,
    ),
    Route::page(
        "/reports/{form}/pdf",
        "one report on paper, as PDF, noted",
        &["reports.read"],
        report::pdf,
    ),
    Route::page("/reports/{form}/docx", "the same as DOCX, noted", &["reports.read"], report::docx),
];
