//! Pages put on paper: that it was done is noted first, then the page is shown ready to be printed.
//!
//! Without a script the reader prints by the browser's own means; with one the dialog opens by itself.

mod words;

use axum::response::Response;
use domain::exports::{Paper, print};
use maud::{Markup, html};

use crate::frame::form_key;
use crate::problem::Problem;
use crate::routes::Route;
use crate::site::Visit;
use crate::words as common;

/// Figures: the overview, and comparisons.
pub(crate) const FIGURES: &str = "/print/figures";
/// Lists of members.
pub(crate) const MEMBERS: &str = "/print/members";
/// Targets.
pub(crate) const TARGETS: &str = "/print/targets";

/// The field of the address that shows a page ready to be printed.
const READY: (&str, &str) = ("print", "1");

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::form(FIGURES, "figures put on paper, noted", &["figures.read", "units.read"], figures),
    Route::form(
        MEMBERS,
        "a list of members put on paper, noted",
        &["people.search", "units.read"],
        members,
    ),
    Route::form(TARGETS, "targets put on paper, noted", &["figures.read", "units.read"], targets),
];

fn figures(visit: &Visit) -> Result<Response, Problem> {
    let page = match visit.form.text("page") {
        crate::compare::PATH => crate::compare::PATH,
        "/figures/ages" => "/figures/ages",
        _ => "/",
    };
    noted(visit, Paper::Figures, page)
}

fn members(visit: &Visit) -> Result<Response, Problem> {
    noted(visit, Paper::Members, "/members")
}

fn targets(visit: &Visit) -> Result<Response, Problem> {
    noted(visit, Paper::Targets, "/targets")
}

/// Notes it, and shows the page that was asked, ready.
fn noted(visit: &Visit, paper: Paper, page: &str) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = crate::say::Say::default();
    let detail =
        format!("{page}, {}, đến {}", say.period(question.period), say.day(question.last_day()));
    print(&visit.app, &visit.actor, paper, place.card.id, &detail)?;
    let mut raw = visit.raw.clone();
    raw.unless_asked(READY.0, READY.1);
    Ok(crate::site::see_other(&raw.to(page)))
}

/// Whether the page is shown to be printed.
pub(crate) fn is_ready(visit: &Visit) -> bool {
    visit.raw.get(READY.0) == Some(READY.1)
}

/// The button. Who did not sign in, at the demo, has the browser's own.
pub(crate) fn button(visit: &Visit, what: &str) -> Markup {
    let say = visit.say;
    let face = html! { i.i.i-print aria-hidden="true" {} (say.text(common::PRINT)) };
    html! {
        @if visit.is_signed_in() {
            form.print-form method="post" action=(visit.raw.to(what)) data-printed {
                (form_key(visit))
                input type="hidden" name="page" value=(visit.path);
                button.btn { (face) }
            }
        } @else {
            button.btn type="button" hidden data-print { (face) }
        }
    }
}

/// What stands on top of a page that is ready to be printed.
pub(crate) fn ready(visit: &Visit) -> Markup {
    html! {
        @if is_ready(visit) {
            p.note.no-print data-print-now {
                i.i.i-print aria-hidden="true" {} span { (visit.say.text(words::READY)) }
            }
        }
    }
}
