//! Emulation and commendation on the web: honours and the papers that gave them, movements and contests, initiatives, and
//! the roll of honour that a federation shows to everybody.

mod contest;
mod delegates;
mod emulation;
mod ends;
mod initiatives;
mod list;
mod new;
mod page;
mod paper;
mod part;
mod recovery;
mod registrations;
mod roll;
mod rows;
mod switch;
mod words;

pub(crate) use part::{of_person, of_unit};

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/honours", "honours and papers of a unit", &["honours.read"], list::page),
    Route::page(
        "/honours/new",
        "the form of a decision or proposal with its list",
        &["honours.record"],
        new::page,
    ),
    Route::upload(
        "/honours/new",
        "a decision or proposal with its list",
        &["honours.record"],
        new::write,
    ),
    Route::upload(
        "/honours/list",
        "a list read from a spreadsheet into the form",
        &["honours.record"],
        new::upload,
    ),
    Route::form(
        "/honours/roll",
        "the public roll opened or closed",
        &["honours.publish"],
        switch::write,
    ),
    Route::page("/honours/{id}", "a paper with its list", &["honours.read"], paper::page),
    Route::form(
        "/honours/{id}/end",
        "a line revoked, not granted, or taken out",
        &["honours.record"],
        ends::write,
    ),
    Route::page(
        "/emulation",
        "movements, waves, contests, conferences",
        &["honours.read"],
        emulation::page,
    ),
    Route::form("/emulation", "one of them recorded", &["honours.record"], emulation::write),
    Route::page(
        "/emulation/{id}",
        "one of them with what belongs to it",
        &["honours.read"],
        contest::page,
    ),
    Route::form(
        "/emulation/{id}/launch",
        "launched to the units below",
        &["honours.record"],
        contest::launch_below,
    ),
    Route::form(
        "/emulation/{id}/lines",
        "entries, contestants and judges of a contest",
        &["honours.record"],
        contest::write,
    ),
    Route::form(
        "/emulation/{id}/register",
        "a unit registered to a movement",
        &["honours.record"],
        registrations::write,
    ),
    Route::form(
        "/emulation/{id}/answer",
        "a registration accepted or sent back",
        &["honours.record"],
        registrations::answer,
    ),
    Route::form(
        "/emulation/{id}/delegates",
        "exemplars sent to the next level",
        &["honours.record"],
        delegates::write,
    ),
    Route::form(
        "/honours/{id}/recovery",
        "what came back of a revoked honour",
        &["honours.record"],
        recovery::write,
    ),
    Route::page("/initiatives", "initiatives of a unit", &["honours.read"], initiatives::page),
    Route::form(
        "/initiatives",
        "an initiative recognised",
        &["honours.record"],
        initiatives::write,
    ),
    Route::page("/so-vang/{code}", "the public roll of honour", &[], roll::page).open(),
];
