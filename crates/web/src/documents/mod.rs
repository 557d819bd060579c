//! Papers on the web: the register within reach, one paper with its files and what it caused, entering and numbering.

mod caused;
mod enter;
mod files;
mod list;
mod page;
mod words;

use kernel::{Id, Refusal};

use crate::problem::Problem;
use crate::routes::Route;
use crate::site::Visit;

const READ: &[&str] = &["documents.read", "units.read"];
const RECORD: &[&str] = &["documents.read", "documents.record", "units.read"];

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/documents",
        "papers about a unit and all under it, found and filtered",
        READ,
        list::page,
    ),
    Route::page(
        "/documents/new",
        "the form of a paper that came, or of one to be numbered",
        RECORD,
        enter::page,
    ),
    Route::upload(
        "/documents/new",
        "a paper entered in a register, or given the next number",
        RECORD,
        enter::send,
    ),
    Route::page(
        "/documents/{id}",
        "one paper: its files, its registers, what it caused",
        READ,
        page::page,
    ),
    Route::upload("/documents/{id}/files", "a file attached to a paper", RECORD, files::attach),
    Route::page(
        "/documents/{id}/files/{file}",
        "a file of a paper; noted",
        &["documents.file"],
        files::give,
    ),
    Route::form(
        "/documents/{id}/files/{file}/withdraw",
        "a file taken off a paper",
        RECORD,
        files::withdraw,
    ),
    Route::form(
        "/documents/{id}/withdraw",
        "a paper taken out of a register",
        RECORD,
        enter::withdraw,
    ),
];

/// The address of a paper.
pub(crate) fn path_of(document: Id) -> String {
    format!("/documents/{document}")
}

/// The paper of an address: `/documents/{id}/…`.
fn document_of(visit: &Visit) -> Result<Id, Problem> {
    visit.id_at(2).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_document",
            "Sổ không có văn bản này",
            "Tìm trong danh sách văn bản",
        ))
    })
}
