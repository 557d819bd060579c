//! Asking for figures, and for the way back from one.

mod ages;
mod ask;
mod below;
mod compare;
mod populations;
mod trace;

pub use ages::ages;
pub use ask::{
    breakdown, figure, figures, figures_by_block, figures_with_populations, head, monthly,
};
pub(crate) use ask::{figures_in, must_be_known};
pub use below::{below, page_below};
pub use compare::compare;
pub(crate) use trace::recorded_since;
pub use trace::trace;
