//! Report packages from other installations.

use axum::response::Response;
use domain::exchange::receive;
use kernel::Actor;

use super::answer::carry_out;
use super::shapes::TakenIn;
use crate::problem::Problem;
use crate::site::Visit;

/// Takes a package in: the body of the request is the file, byte for byte.
pub(super) fn take_in(visit: &Visit) -> Result<Response, Problem> {
    let work =
        |actor: &Actor| receive(&visit.app, actor, &visit.form.json).map(|taken| taken.answer());
    let shape = |told: String| {
        let (id, standing) = told.split_once(' ').unwrap_or((&told, ""));
        TakenIn { id: id.to_owned(), standing: standing.to_owned() }
    };
    carry_out(visit, work, shape)
}
