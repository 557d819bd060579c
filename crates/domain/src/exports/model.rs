//! A table to be written.

use kernel::Day;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A percentage in hundredths of a percent: 13.340 is 133,4%.
    Percent(i64),
    /// A day.
    Date(Day),
    /// The sum of this column's cells in some rows of the table, counted from 0: a formula in a workbook.
    Sum(Vec<usize>, i64),
}

impl Cell {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number that may be missing.
    pub fn number(value: Option<i64>) -> Self {
        value.map_or(Self::Empty, Self::Integer)
    }

    /// An exact fraction as a percentage, rounded half-up; nothing over nothing is nothing.
    pub fn ratio(done: i64, planned: i64) -> Self {
        let hundredths = vietnamese::number::Fraction::new(done, planned)
            .and_then(|fraction| fraction.percent(2))
            .map(|percent| percent.units);
        hundredths.map_or(Self::Empty, Self::Percent)
    }
}

/// A table: lines above, headings with their widths, rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The name of the sheet.
    pub name: String,
    /// Lines above the headings: what it is, whose, for which days. Not in CSV, where programs read the first line.
    pub titles: Vec<String>,
    /// Headings from the left, and how many characters wide each column is.
    pub columns: Vec<(String, u16)>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// What a table is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Separated text.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// By the ending of a file name.
    pub fn from_ending(ending: &str) -> Option<Self> {
        match ending {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The ending of file names.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The name by which browsers know it.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// What of a unit is put on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Its figures.
    Figures,
    /// Its members.
    Members,
    /// Its targets.
    Targets,
}

impl Paper {
    /// The action by which it is read.
    pub(super) const fn action(self) -> &'static str {
        match self {
            Self::Figures | Self::Targets => "figures.read",
            Self::Members => "people.search",
        }
    }

    /// What the audit trail calls it.
    pub(super) const fn noted(self) -> &'static str {
        match self {
            Self::Figures => "figures.printed",
            Self::Members => "people.printed",
            Self::Targets => "targets.printed",
        }
    }
}
