//! Targets: what a decision asks of a unit in a period, revised by later decisions, cascaded to the units below.
//!
//! A target is never edited: a revision is one more row, and the later decision for the same period holds. The sum of
//! the units below stands beside the parent's own target and is never forced to equal it.

mod actions;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use actions::write_target;
pub use actions::{TARGETED, children_sum, grid, history, revise, set_targets};
pub use model::{ChildSum, Grid, GridRow, NewTarget, Revision, Seen};
pub(crate) use store::{before_import, standing};
