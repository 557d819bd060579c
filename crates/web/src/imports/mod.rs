//! Imports on the web: a file sent, looked at, decided about, taken in by a job, taken back.

mod fields;
mod history;
mod preview;
mod result;
mod rows;
mod words;

pub(crate) use history::kind_name;

use axum::response::Response;
use domain::jobs::{self, State};
use kernel::Id;

use crate::problem::Problem;
use crate::routes::Route;
use crate::site::{Visit, see_other};

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/imports",
        "imports of a unit, and sending a file",
        &["imports.run"],
        history::page,
    ),
    Route::upload("/imports", "a list sent to be looked at", &["imports.run"], history::send),
    Route::form("/imports/undo", "an import taken back whole", &["imports.undo"], result::undo),
    Route::page(
        "/imports/{id}",
        "a list before it goes in, or what came of it",
        &["imports.run"],
        page,
    )
    .heavy(),
    Route::form(
        "/imports/{id}/columns",
        "what the columns of a list tell",
        &["imports.run"],
        preview::columns,
    )
    .heavy(),
    Route::form("/imports/{id}/rows", "rows taken or left out", &["imports.run"], preview::decide)
        .heavy(),
    Route::form("/imports/{id}/commit", "a list taken in", &["imports.run"], preview::commit),
    Route::page(
        "/imports/{id}/refused.xlsx",
        "the rows that do not go in, with reasons",
        &["imports.run"],
        result::refused,
    ),
];

/// The job an address is about.
fn id(visit: &Visit) -> Result<Id, Problem> {
    visit.id_at(2).ok_or(Problem::NoPage)
}

/// The preview while it is prepared, the progress while it runs, what came of it after.
fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::Import).map_err(Problem::Refused)?;
    let job = jobs::find(&visit.app, &visit.actor, id(visit)?)?;
    let (question, _) = visit.raw.understood(visit.today);
    match job.state {
        State::Draft => preview::page(visit),
        State::Waiting | State::Running => {
            Ok(see_other(&question.to(&format!("/jobs/{}", job.id))))
        }
        _ => result::page(visit, &job),
    }
}
