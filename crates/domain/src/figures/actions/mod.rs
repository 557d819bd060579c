//! Asking for figures, and for the way back from one.

mod ask;
mod trace;

pub use ask::{breakdown, figure, figures, head, monthly};
pub use trace::trace;
