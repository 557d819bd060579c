//! What is done with targets: set, revised, looked at side by side.

mod grid;
mod set;

pub use grid::{TARGETED, grid, history, revise};
pub(crate) use set::write_target;
pub use set::{children_sum, set_targets};
