//! The actions on reports.

mod article;
mod change;
mod export;
mod fill;
mod heading;
mod read;

pub use article::{Article, Run, article};
pub use change::{act, type_cells};
pub use export::export;
pub use heading::heading;
pub use read::{below, differences, read, versions};

use crate::Result;

/// Refuses to start with a form that does not hold.
pub fn must_have_forms() -> Result<()> {
    super::article::all()?;
    super::form::all().map(drop).map_err(Into::into)
}
