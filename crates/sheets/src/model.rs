//! What a workbook holds, whatever format it came in: sheets, rows, cells, and how they looked.

use std::sync::Arc;

/// The file format a workbook was found to have, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Office Open XML, `.xlsx`.
    Xlsx,
    /// The old binary format (BIFF), `.xls`.
    Xls,
    /// OpenDocument, `.ods`.
    Ods,
    /// Separated text.
    Csv,
}

/// A workbook as read: only what is there, nothing calculated, nothing fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// The format found in the content.
    pub format: Format,
    /// CSV only: the name of the text encoding found (`UTF-8`, `UTF-16LE`, `UTF-16BE`,
    /// `windows-1258`, `windows-1252`).
    pub encoding: Option<String>,
    /// CSV only: the field separator found.
    pub separator: Option<char>,
    /// Serial dates count from 1904 rather than from 1900.
    pub date_1904: bool,
    /// The sheets in the order of their tabs; a CSV file is one sheet.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// Whether no sheet holds a cell.
    pub fn is_empty(&self) -> bool {
        self.sheets.iter().all(|sheet| sheet.rows.is_empty())
    }
}

/// One sheet: its rows with content, in ascending order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The name on the tab; empty for CSV.
    pub name: String,
    /// The tab is hidden.
    pub hidden: bool,
    /// Only rows that hold cells, ascending by number.
    pub rows: Vec<Row>,
    /// Merged areas, in the order of the file.
    pub merges: Vec<Merge>,
    /// Hidden columns, 0-based, ascending.
    pub hidden_columns: Vec<u32>,
}

/// One row that holds something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// As the spreadsheet shows it, from 1; for CSV the number of the record, the header included.
    pub number: u32,
    /// The row is hidden.
    pub hidden: bool,
    /// Ascending by column, without empty cells.
    pub cells: Vec<Cell>,
    /// CSV only: how many fields the record has, empty ones included.
    pub field_count: Option<u32>,
}

impl Row {
    /// The cell in this 0-based column, if it holds something.
    pub fn cell(&self, col: u32) -> Option<&Cell> {
        self.cells.binary_search_by_key(&col, |cell| cell.col).ok().map(|at| &self.cells[at])
    }
}

/// One cell that holds a value or a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// 0-based column.
    pub col: u32,
    /// The stored value; for a formula without a stored result an empty text.
    pub value: Value,
    /// The font's name, of the longest run where a cell mixes fonts; `None` where the format
    /// does not tell.
    pub font: Option<Arc<str>>,
    /// The cell's number format shows a date or a time.
    pub date_format: bool,
    /// The formula, which is never run.
    pub formula: Option<Formula>,
    /// The runs of a text that mixes fonts, in order; empty otherwise.
    pub runs: Vec<Run>,
}

impl Cell {
    /// A cell that holds this value and nothing else.
    pub fn new(col: u32, value: Value) -> Self {
        Self { col, value, font: None, date_format: false, formula: None, runs: Vec::new() }
    }
}

/// What a cell stores. A date is a number whose cell has a date format.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text as stored: not trimmed, not normalised.
    Text(String),
    /// A number; a serial date stays the serial it is.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A spreadsheet error such as `#N/A`.
    Error(String),
}

/// A formula as written in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// Without the leading `=`; empty for a cell that shares the formula of another, and in
    /// `.xls`, which does not keep formulas as text.
    pub text: String,
    /// Refers to another file, to the network or to another program.
    pub external: bool,
    /// The file stores a result.
    pub has_value: bool,
}

/// A part of a cell's text in one font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Length of this part in bytes of the cell's text.
    pub bytes: usize,
    /// The font's name, `None` where the run does not set one.
    pub font: Option<Arc<str>>,
}

/// A merged area, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row as shown, from 1.
    pub first_row: u32,
    /// Last row as shown, from 1.
    pub last_row: u32,
    /// First column, 0-based.
    pub first_col: u32,
    /// Last column, 0-based.
    pub last_col: u32,
}

impl Merge {
    /// Whether it spans more than one cell.
    pub fn is_area(&self) -> bool {
        self.first_row != self.last_row || self.first_col != self.last_col
    }

    /// Whether a cell lies in it.
    pub fn contains(&self, row: u32, col: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row)
            && (self.first_col..=self.last_col).contains(&col)
    }
}

/// The letters of a 0-based column: 0 is `A`, 26 is `AA`.
pub fn column_letters(col: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(col) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_a_spreadsheet_shows_them() {
        let shown = [0, 25, 26, 51, 52, 701, 702, 16_383].map(column_letters);
        assert_eq!(shown, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
