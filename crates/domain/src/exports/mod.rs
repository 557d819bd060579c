//! Exports: any table of a page as a file a spreadsheet opens, or on paper, noted in the audit trail.
//!
//! CSV is UTF-8 with its mark and `;` between the fields: a Vietnamese Excel writes decimals with a comma and so parts
//! fields at `;`. Text that a spreadsheet would run stays text. Not here: what a table holds and who may read it; the
//! slice that makes the table asks that.

mod actions;
mod model;
#[cfg(test)]
mod tests;

pub(crate) use actions::file;
pub use actions::{export, print};
pub use model::{Cell, Format, Paper, Table};
