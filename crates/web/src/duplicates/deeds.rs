//! What is decided about a pair: one action each, then back to the list.

use axum::http::StatusCode;
use axum::response::Response;
use domain::people;
use kernel::{Id, Refusal, Text};

use super::{ANSWERED, PATH, answered, page, words};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

fn id(visit: &Visit, field: &str) -> Id {
    // An id that cannot be read names nobody, and is refused as such by the action.
    Id::parse(visit.form.text(field)).unwrap_or(Id(0))
}

/// Merges the other record of a pair into the one to keep.
pub(super) fn merge(visit: &Visit) -> Result<Response, Problem> {
    let (keep, a, b) = (id(visit, "keep"), id(visit, "a"), id(visit, "b"));
    let drop = if keep == a { b } else { a };
    let done = people::merge(&visit.app, &visit.actor, keep, drop);
    after(visit, done, PATH, words::MERGED, page::show)
}

/// Takes a merge back.
pub(super) fn unmerge(visit: &Visit) -> Result<Response, Problem> {
    let done = people::unmerge(&visit.app, &visit.actor, id(visit, "dropped"));
    after(visit, done, ANSWERED, words::UNMERGED, answered::show)
}

/// Says that a pair is two people.
pub(super) fn apart(visit: &Visit) -> Result<Response, Problem> {
    let pair = (id(visit, "a"), id(visit, "b"));
    let why = visit.form.some("why");
    let done = people::tell_apart(&visit.app, &visit.actor, pair, true, why);
    after(visit, done, PATH, words::TOLD_APART, page::show)
}

/// Takes that back, so that the pair comes again.
pub(super) fn again(visit: &Visit) -> Result<Response, Problem> {
    let pair = (id(visit, "a"), id(visit, "b"));
    let done = people::tell_apart(&visit.app, &visit.actor, pair, false, None);
    after(visit, done, ANSWERED, words::LISTED_AGAIN, answered::show)
}

fn after(
    visit: &Visit,
    done: Result<(), domain::Error>,
    path: &str,
    message: Text,
    again: fn(&Visit, StatusCode, Option<&Refusal>) -> Result<Response, Problem>,
) -> Result<Response, Problem> {
    carried_out(
        visit,
        done,
        |()| {
            let (question, _) = visit.raw.understood(visit.today);
            visit.done(&question.to(path), visit.say.text(message))
        },
        again,
    )
}
