//! Asking for figures, and for the way back from one.

mod ask;
mod below;
mod trace;

pub use ask::{breakdown, figure, figures, head, monthly};
pub use below::{below, page_below};
pub use trace::trace;
