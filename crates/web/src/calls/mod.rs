//! Calls for reports: opened for the units directly below, followed unit by unit, put off or let off from above.

mod act;
mod list;
mod new;
mod one;
mod words;

use kernel::Id;

use crate::problem::Problem;
use crate::routes::Route;
use crate::site::Visit;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/report-calls",
        "the calls for reports of a unit, and a form to open one",
        &["reports.read"],
        list::page,
    ),
    Route::form("/report-calls", "a call for reports opened", &["reports.call"], act::send),
    Route::page(
        "/report-calls/{id}",
        "one call: who filed in time, late or not at all",
        &["reports.read"],
        one::page,
    ),
    Route::page(
        "/report-calls/{id}/xlsx",
        "who filed in time, as a workbook",
        &["reports.read"],
        one::sheet,
    ),
    Route::form(
        "/report-calls/{id}/unit",
        "one unit of a call given another day, or let off",
        &["reports.call"],
        act::change,
    ),
    Route::form(
        "/report-calls/{id}/withdraw",
        "a call for reports taken back",
        &["reports.call"],
        act::withdraw_call,
    ),
];

/// The call an address names.
fn call_of(visit: &Visit) -> Result<Id, Problem> {
    visit.id_at(2).ok_or(Problem::NoPage)
}
