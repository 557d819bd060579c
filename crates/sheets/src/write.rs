//! Workbooks and separated text out: typed columns, written row by row in constant memory, and
//! nothing a spreadsheet program would run.

mod annotate;
mod csv;
mod neutral;
mod xlsx;

use jiff::civil::Date;
use rust_xlsxwriter::XlsxError;

pub use annotate::{Marked, Reason, annotate};
pub use csv::CsvWriter;
pub use neutral::{is_formula_text, neutral};
pub use xlsx::{SheetWriter, Writer};

/// The number format of text: what is typed into such a cell stays the text it is.
const TEXT_FORMAT: u8 = 49;

/// A column of a table that is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// Width in characters, as a spreadsheet shows it.
    pub width: u16,
}

impl Column {
    /// A column with this heading, wide enough for so many characters.
    pub fn new(title: impl Into<String>, width: u16) -> Self {
        Self { title: title.into(), width }
    }
}

/// A table that is written: lines above it, then its columns.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The name on the tab; what a tab cannot hold is put right.
    pub name: &'a str,
    /// Lines above the heading.
    pub titles: &'a [&'a str],
    /// The columns from the left.
    pub columns: &'a [Column],
}

/// One value of a row that is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field<'a> {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like: an identity number keeps its zeros, a formula stays a text.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A percentage in hundredths of a percent: 13.340 is 133,4%.
    Percent(i64),
    /// A calendar day.
    Date(Date),
    /// The sum of cells of this column in rows of this table, counted from 0, written as a formula with its value.
    Sum(&'a [usize], i64),
}

/// A table that could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// More rows or columns than a sheet has (1,048,576 × 16,384).
    #[error("more rows or columns than a sheet has")]
    TooLarge,
    /// A text longer than a cell holds (32,767 characters).
    #[error("a text longer than a cell holds")]
    TextTooLong,
    /// The disk or the library would not.
    #[error("not written: {detail}")]
    Failed {
        /// The message, for the log.
        detail: String,
    },
}

impl WriteError {
    /// The stable name of this error, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::TextTooLong => "text_too_long",
            Self::Failed { .. } => "not_written",
        }
    }

    /// What is wrong and what to do, in Vietnamese.
    pub fn vi(&self) -> &'static str {
        match self {
            Self::TooLarge => {
                "Bảng dài hoặc rộng hơn một trang tính. Đề nghị xuất ra .csv hoặc chia nhỏ."
            }
            Self::TextTooLong => {
                "Có nội dung dài hơn 32.767 ký tự, một ô không chứa được. Đề nghị xuất ra .csv."
            }
            Self::Failed { .. } => {
                "Không ghi được tệp. Đề nghị kiểm tra chỗ trống trên đĩa và quyền ghi."
            }
        }
    }
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooLarge,
            XlsxError::MaxStringLengthExceeded => Self::TextTooLong,
            other => Self::Failed { detail: other.to_string() },
        }
    }
}

impl From<std::io::Error> for WriteError {
    fn from(error: std::io::Error) -> Self {
        Self::Failed { detail: error.to_string() }
    }
}

/// A percentage in hundredths as it is read in Vietnamese: `133,4%`, `−0,05%` with a hyphen.
fn percent_text(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match (part, part % 10) {
        (0, _) => format!("{sign}{whole}%"),
        (_, 0) => format!("{sign}{whole},{}%", part / 10),
        _ => format!("{sign}{whole},{part:02}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_lose_their_trailing_zeros_and_nothing_else() {
        let shown = [13_340, 10_333, 10_000, 5, -5, 0, -12_050].map(percent_text);
        assert_eq!(shown, ["133,4%", "103,33%", "100%", "0,05%", "-0,05%", "0%", "-120,5%"]);
    }
}
