//! Asking for figures, and for the way back from one.

mod ages;
mod ask;
mod below;
mod trace;

pub use ages::ages;
pub(crate) use ask::must_be_known;
pub use ask::{breakdown, figure, figures, head, monthly};
pub use below::{below, page_below};
pub use trace::trace;
