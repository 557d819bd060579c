//! Figures: an indicator, of a scope, in a period, as of a day, as known at an instant, in a view of the organisation.
//!
//! The meaning of every figure is the fold in `ledger::views`. Where nothing asks for the past's knowledge or another
//! view, the same number is read from the roll-ups (scopes) or the unit's own postings (grassroots units).
//! Each figure leads back to its postings, records, people and papers by [`trace`]. Not here: targets' own life.

mod actions;
mod ages;
mod ages_store;
mod below_store;
mod bridge_store;
mod compare;
mod fold;
mod indicators;
mod like;
mod model;
mod part_store;
mod stock_store;
mod store;
#[cfg(test)]
pub(crate) mod tests;
mod trace_store;

pub use actions::{
    ages, below, breakdown, compare, figure, figures, figures_by_block, figures_with_populations,
    head, monthly, page_below, trace,
};
pub(crate) use actions::{figures_in, must_be_known, recorded_since};
pub use ages::{AgeBand, Ages};
pub(crate) use below_store::sums as sums_of_units;
pub use compare::{Comparison, Difference};
pub use indicators::{INDICATORS, Indicator, Part, What, find as find_indicator};
pub use like::{LeftOut, explain};
pub use model::{
    BelowPage, BelowRow, Beside, Column, Figure, FigureSet, Head, Query, State, Trace, TraceLine,
};
