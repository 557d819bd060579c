//! Reorganisations on the web: the list of a decision sent, looked at with everything it would do, written once or not
//! at all, taken back whole.

mod decision;
mod list;
mod preview;
mod result;
mod rows;
mod words;

use axum::response::Response;
use domain::jobs::{self, State};
use kernel::{Id, Power};

use crate::problem::Problem;
use crate::routes::Route;
use crate::site::{Visit, see_other};

const ACTIONS: &[&str] = &["units.record"];

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/reorganise",
        "reorganisations of a unit, and sending a list",
        ACTIONS,
        list::page,
    ),
    Route::upload(
        "/reorganise",
        "the list of a decision sent to be looked at",
        ACTIONS,
        list::send,
    ),
    Route::page(
        "/reorganise/list.xlsx",
        "the units below one as a workbook to fill",
        ACTIONS,
        list::sheet_to_fill,
    ),
    Route::form("/reorganise/undo", "a reorganisation taken back whole", ACTIONS, result::undo),
    Route::page(
        "/reorganise/{id}",
        "a list and what it would do, or what came of it",
        ACTIONS,
        page,
    )
    .heavy(),
    Route::form(
        "/reorganise/{id}/decision",
        "the decision behind a list mended",
        ACTIONS,
        preview::decide,
    ),
    Route::upload("/reorganise/{id}/file", "a mended list in its place", ACTIONS, preview::replace),
    Route::form("/reorganise/{id}/commit", "a list written, all of it", ACTIONS, preview::commit),
    Route::form("/reorganise/{id}/again", "a list prepared anew", ACTIONS, result::again),
    Route::page(
        "/reorganise/{id}/list.xlsx",
        "the list with the reasons beside its rows",
        ACTIONS,
        preview::given_back,
    )
    .heavy(),
];

/// The job an address is about; somebody without the power is told no more than that.
fn id(visit: &Visit) -> Result<Id, Problem> {
    visit.actor.must(Power::RecordUnits).map_err(Problem::Refused)?;
    visit.id_at(2).ok_or(Problem::NoPage)
}

/// The preview while it is prepared, the progress while it runs, what came of it after.
fn page(visit: &Visit) -> Result<Response, Problem> {
    let job = jobs::find(&visit.app, &visit.actor, id(visit)?)?;
    if job.kind != "reorganisation" {
        return Err(Problem::NoPage);
    }
    let (question, _) = visit.raw.understood(visit.today);
    match job.state {
        State::Draft => preview::page(visit),
        State::Waiting | State::Running => {
            Ok(see_other(&question.to(&format!("/jobs/{}", job.id))))
        }
        _ => result::page(visit, &job),
    }
}
