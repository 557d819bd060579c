//! Scores on the web: clusters, sheets, cycles, a unit's own card, its review, the ranking of a cluster.

mod card;
mod clusters;
mod cycle;
mod evidence;
mod list;
mod page;
mod ranking;
mod review;
mod sheet;
mod sheet_form;
mod words;

use crate::routes::Route;

/// The name of the slice in the menu, and where others lead to it.
pub(crate) use words::{LINKS, SCORES};

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/scores",
        "clusters, cycles, cards and sheets of a unit",
        &["scores.read"],
        list::page,
    ),
    Route::form("/scores/clusters", "a cluster made", &["scores.manage"], clusters::write),
    Route::form(
        "/scores/clusters/{id}",
        "what a unit is in a cluster, changed",
        &["scores.manage"],
        clusters::change,
    ),
    Route::page(
        "/scores/sheets/new",
        "the form of a score sheet",
        &["scores.manage"],
        sheet_form::page,
    ),
    Route::form("/scores/sheets/new", "a score sheet made", &["scores.manage"], sheet_form::write),
    Route::page("/scores/sheets/{id}", "a score sheet", &["scores.read"], sheet::page),
    Route::form("/scores/cycles", "a cycle opened", &["scores.manage"], cycle::write),
    Route::page("/scores/cycles/{id}", "a cycle with its cards", &["scores.read"], cycle::page),
    Route::page(
        "/scores/cycles/{id}/ranking",
        "the ranking of a cluster",
        &["scores.read"],
        ranking::page,
    ),
    Route::page(
        "/scores/cycles/{id}/ranking.xlsx",
        "the same as a file",
        &["scores.read"],
        ranking::file,
    ),
    Route::form(
        "/scores/cycles/{id}/ranking",
        "a ranking decided or taken back",
        &["scores.manage"],
        ranking::write,
    ),
    Route::page("/scores/cards/{id}", "the card of a unit", &["scores.read"], card::page),
    Route::form("/scores/cards/{id}", "a card filled or sent", &["scores.fill"], card::write),
    Route::form(
        "/scores/cards/{id}/review",
        "a card reviewed, sent back or taken up again",
        &["scores.manage"],
        review::write,
    ),
    Route::upload(
        "/scores/cards/{id}/evidence",
        "evidence added to a card or taken off",
        &["scores.fill"],
        evidence::write,
    ),
    Route::page(
        "/scores/cards/{id}/evidence/{file}",
        "a file of evidence",
        &["scores.evidence"],
        evidence::give,
    ),
];
