//! Figures on the web: the overview of a unit, and the way back from each figure to names and papers.

mod answers;
mod below;
mod blocks;
mod export;
mod list;
mod months;
mod movement;
mod overview;
mod pyramid;
mod steps;
mod targets;
mod tiles;
mod trace;
mod words;

use crate::routes::Route;

pub(crate) use answers::{family, indicator_name, name};
pub(crate) use movement::both as movements;
pub(crate) use overview::crumbs;
pub(crate) use targets::rows as target_rows;
pub(crate) use tiles::strip;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/", "the overview of a unit", &["figures.read", "units.read"], overview::page),
    Route::page(
        "/figures.xlsx",
        "the figures of a unit as a workbook",
        &["figures.read", "units.read"],
        export::give,
    ),
    Route::page(
        "/figures.csv",
        "the figures of a unit as separated text",
        &["figures.read", "units.read"],
        export::give,
    ),
    Route::page(
        pyramid::PATH,
        "members by age and sex",
        &["figures.read", "units.read"],
        pyramid::page,
    ),
    Route::page(
        "/figures/{indicator}",
        "where a figure comes from; with .csv behind it, its whole list",
        &["figures.read", "figures.trace", "units.read"],
        trace::page,
    ),
];
