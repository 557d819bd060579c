//! Spreadsheets in and out, within limits; knows no register.
//!
//! [`read_file`] and [`read_bytes`] take `.xlsx`, `.xls`, `.ods` and separated text, known by
//! content, and give a [`Workbook`]: only what is there, with fonts, hidden rows and columns,
//! merged areas and formulas as written. Nothing is run, fetched, trimmed or normalised, and what
//! a file declares about its own size is not believed: [`Limits`] count what really comes. What
//! cannot be read is a [`Refusal`] that says in Vietnamese what to do.
//!
//! The readers are our own over `zip`, `quick-xml`, `cfb` and `csv`: the readers there are (calamine
//! 0.38) reserve memory for the area a sheet declares or repeats, and tell neither hidden rows nor
//! the fonts of old `.xls` files, without which old Vietnamese encodings are guesswork. Tests hold
//! both against each other; `examples/readers.rs` compares their speed.
//!
//! [`write`](mod@write) writes tables and gives marked rows back.

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
pub mod write;
mod xls;
mod xlsx;
mod xml;

pub use limits::Limits;
pub use model::{Cell, Format, Formula, Merge, Row, Run, Sheet, Value, Workbook, column_letters};
pub use read::{read_bytes, read_file};
pub use refusal::{Lookalike, Refusal};
