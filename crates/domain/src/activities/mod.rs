//! Activities: what unions did, one mechanism with a register for each sort of thing.
//!
//! ```text
//! recorded ─► corrected (a later version of the same record; the old one stays readable) ─► withdrawn, with a reason
//! ```
//!
//! A register is a description: its forms, its fields with their kinds and limits, the checks that go across fields, and
//! what a record adds to which account. The description stands in one file of `registers/` and nowhere else; form, list,
//! import, export and trace follow from it. Every version of a record posts under its own id, and its postings are
//! reversed when a later version replaces it. A count that a unit only states stands beside the register and is never
//! added to it. Not here: who is obliged to do what (`obligations`).

mod actions;
mod columns;
mod lines;
mod list_store;
mod model;
mod register;
pub mod registers;
mod rules;
mod stated_store;
mod store;
#[cfg(test)]
mod tests;
mod workbook;

pub(crate) use actions::standing_sum;
pub use actions::{
    card, correct, ending, list, look_at_lines, must_record_at, name_people, record, record_many,
    state_count, take_lines, withdraw,
};
pub use columns::{Column, columns, row_of};
pub use lines::LINES_MAX;
pub use model::{
    Activity, Asked, FieldValue, NewActivity, NewStated, Page, Stated, TakenLine, Together,
};
pub use register::{Field, FieldKind, Form, Once, Place, Register};
pub use registers::{REGISTERS, find, standing_field};
pub(crate) use stated_store::of_scope as stated_of;
pub(crate) use store::STANDS;
pub use workbook::lines_of_file;
