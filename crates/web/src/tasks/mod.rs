//! What is to be done: on a page of its own, and the blocks of it on the overview. Everything is worked out from the books
//! for the unit in scope and the reader's powers, and leads to where it is dealt with.

mod badge;
mod blocks;
mod calls;
mod duties;
mod gather;
mod page;
mod scores;
mod words;

pub(crate) use badge::{Badges, badge};
pub(crate) use blocks::{attention, last_written};
pub(crate) use gather::{Told, gather};

use crate::routes::Route;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[Route::page(
    "/tasks",
    "what waits for the reader in a unit and under it",
    &["figures.read", "units.read"],
    page::page,
)];
