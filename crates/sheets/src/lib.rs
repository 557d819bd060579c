//! Spreadsheets in and out, within limits; knows no register.

mod budget;
mod formula;
mod limits;
mod model;
mod number_format;
mod ods;
mod package;
mod read;
mod refusal;
mod serial;
mod sniff;
mod strings;
mod text;
mod xls;
mod xlsx;
mod xml;

pub mod write;

pub use limits::Limits;
pub use model::{Cell, Format, Formula, Merge, Row, Run, Sheet, Value, Workbook, column_letters};
pub use read::{read_bytes, read_file};
pub use refusal::{Lookalike, Refusal};
