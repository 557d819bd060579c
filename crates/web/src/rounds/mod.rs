//! Rounds on the web: opened, answered by called units with files, appraised, opened to members, decided rung by rung.

mod act;
mod call;
mod file;
mod life;
mod list;
mod nominate;
mod nomination;
mod one;
mod open;
mod opening;
mod outcome;
mod page;
mod part;
mod tags;
mod words;

pub(crate) use part::lists_for_member;
pub(crate) use words::TITLE;

use crate::routes::Route;

const READ: &[&str] = &["rounds.read"];
const NOMINATE: &[&str] = &["rounds.nominate"];
const OPEN: &[&str] = &["rounds.open"];

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/rounds", "rounds that concern a unit", READ, list::page),
    Route::page("/rounds/new", "the form of a round", OPEN, open::page),
    Route::form("/rounds/new", "a round opened", OPEN, open::send),
    Route::page("/rounds/{id}", "a round: calls, quotas, what stands where", READ, one::page),
    Route::form("/rounds/{id}/call", "units called", OPEN, call::call),
    Route::form("/rounds/{id}/change", "a round closed, reopened, prolonged", OPEN, call::change),
    Route::form("/rounds/{id}/quotas", "quotas stated anew by a paper", OPEN, call::quotas),
    Route::page(
        "/rounds/{id}/nominate",
        "the form of a nomination: whom, for what, what the rules say",
        NOMINATE,
        nominate::page,
    ),
    Route::form("/rounds/{id}/nominate", "a nomination begun", NOMINATE, nominate::send),
    Route::page(
        "/rounds/{id}/outcome",
        "files of a rung to send up, decide, refuse or open to members",
        &["rounds.decide"],
        outcome::page,
    ),
    Route::form(
        "/rounds/{id}/outcome",
        "files sent up, decided, refused or opened to members",
        &["rounds.decide"],
        outcome::send,
    ),
    Route::page(
        "/nominations/{id}",
        "a nomination: its file, verdict, life, who holds it",
        READ,
        nomination::page,
    ),
    Route::form("/nominations/{id}/file", "texts of a file", NOMINATE, file::fill),
    Route::upload("/nominations/{id}/files", "a file attached", NOMINATE, file::attach),
    Route::page("/nominations/{id}/files/{file}", "a file; noted", READ, file::give),
    Route::form(
        "/nominations/{id}/files/{file}/withdraw",
        "a file taken off",
        NOMINATE,
        file::withdraw,
    ),
    Route::form(
        "/nominations/{id}/act",
        "appraised, returned, recalled, withdrawn, looked at again",
        &["rounds.appraise"],
        act::send,
    ),
    Route::page("/openings/{id}", "a list opened to members for comment", &[], opening::page),
    Route::form("/openings/{id}", "a comment, or the office's answer", &[], opening::send),
];
