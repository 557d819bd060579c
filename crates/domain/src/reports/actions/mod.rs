//! The actions on reports.

mod article;
mod change;
mod export;
pub(super) mod fill;
mod heading;
mod held;
pub(super) mod kept;
mod line;
pub(super) mod read;

pub use article::{Article, Run, article};
pub(crate) use change::must_be_above;
pub use change::{act, act_on, type_cells};
pub use export::export;
pub use heading::heading;
pub(crate) use kept::{approved_version, counted_among, measures_among};
pub use kept::{at_filing, basis, filed, known_form};
pub use line::{InputTold, LineTold, line};
pub use read::{below, differences, read, versions};

use crate::Result;

/// Refuses to start with a form that does not hold.
pub fn must_have_forms() -> Result<()> {
    super::article::all()?;
    super::form::all().map(drop).map_err(Into::into)
}
