//! Figures on the web: the overview of a unit, and the way back from each figure to names and papers.

mod answers;
mod below;
mod blocks;
mod list;
mod months;
mod movement;
mod overview;
mod steps;
mod targets;
mod tiles;
mod trace;

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route {
        path: "/",
        what: "the overview of a unit",
        actions: &["figures.read", "units.read"],
        work: overview::page,
    },
    Route {
        path: "/figures/{indicator}",
        what: "where a figure comes from; with .csv behind it, its whole list",
        actions: &["figures.read", "figures.trace", "units.read"],
        work: trace::page,
    },
];
