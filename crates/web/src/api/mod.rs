//! The API: the same actions for programs, as JSON under `/api/v1`. A program shows a token, gives what it asks a name
//! (`Idempotency-Key`) when it must happen at most once, and is told of problems as RFC 9457 says.

mod answer;
mod figures;
mod members;
mod openapi;
mod packages;
mod shapes;
mod targets;
mod units;

pub(crate) use answer::{problem, who_are_you};

use crate::routes::Route;

/// The routes of the API; `openapi::CALLS` describes each.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/api/v1/openapi.json", "the description of the API", &[], openapi::give).open(),
    Route::page("/api/v1/units", "units found by name", &["units.read"], units::found),
    Route::form("/api/v1/units", "a unit founded", &["units.record"], units::found_one),
    Route::page("/api/v1/units/{code}", "one unit", &["units.read"], units::one),
    Route::page(
        "/api/v1/units/{code}/below",
        "the units directly below",
        &["units.read"],
        units::below,
    ),
    Route::page(
        "/api/v1/units/{code}/figures",
        "every figure of a unit",
        &["figures.read"],
        figures::all,
    ),
    Route::page(
        "/api/v1/units/{code}/figures/{indicator}/trace",
        "the lines behind a figure",
        &["figures.trace"],
        figures::trace_of,
    ),
    Route::page(
        "/api/v1/units/{code}/targets",
        "targets of a unit",
        &["figures.read"],
        targets::read,
    ),
    Route::form(
        "/api/v1/units/{code}/targets",
        "targets set by a decision",
        &["targets.set"],
        targets::set,
    ),
    Route::upload(
        "/api/v1/packages",
        "a report package taken in",
        &["exchange.receive"],
        packages::take_in,
    ),
    Route::page("/api/v1/members", "members found by name", &["people.search"], members::found),
    Route::form("/api/v1/members", "a member admitted", &["memberships.record"], members::admit),
    Route::page("/api/v1/members/{id}", "one member", &["people.search"], members::one),
    Route::form(
        "/api/v1/members/{id}/events",
        "what happened to a member",
        &["memberships.record"],
        members::event,
    ),
];
