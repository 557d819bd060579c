//! Spreadsheets in and out, within limits; knows no register.

mod limits;
mod model;
mod read;
mod refusal;

pub use limits::Limits;
pub use model::{Cell, Format, Formula, Merge, Row, Run, Sheet, Value, Workbook, column_letters};
pub use read::{read_bytes, read_file};
pub use refusal::{Lookalike, Refusal};
