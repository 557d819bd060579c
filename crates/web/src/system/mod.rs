//! The system as those who keep it see it: dated parameters, health, copies of the books and their trials.

mod backup;
mod health;
mod outcome;
mod parameters;
mod stream;
pub(crate) mod words;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/parameters", "dated parameters with their sources", &[], parameters::page),
    Route::page(
        "/system",
        "how the books and their keeping stand",
        &["books.health"],
        health::page,
    ),
    Route::form(
        "/system/backup",
        "asks for a copy of the books",
        &["books.backup"],
        health::back_up,
    ),
    Route::form(
        "/system/examine",
        "has the doctor prove the books",
        &["books.doctor"],
        health::examine,
    ),
    Route::page(
        "/system/backups/{name}",
        "one copy and its trial",
        &["books.health"],
        backup::page,
    ),
    Route::form(
        "/system/backups/{name}/drill",
        "restores a copy for trial",
        &["books.drill"],
        backup::drill,
    ),
    Route::form(
        "/system/backups/{name}/take",
        "a copy as a file, with the password once more",
        &["books.take_backup"],
        backup::take,
    ),
];
