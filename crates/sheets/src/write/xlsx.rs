//! `.xlsx` out, in memory that does not grow with the rows.

use std::collections::HashSet;
use std::io::{Seek, Write};
use std::path::Path;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, utility};

use super::{Field, TEXT_FORMAT, Table, WriteError, is_formula_text, percent_text};
use crate::serial;

/// Excel's own limit for the name of a tab.
const LONGEST_NAME: usize = 31;
/// Whole numbers up to here are exact as the numbers of a spreadsheet.
const EXACT: u64 = 1 << 53;
const FONT: &str = "Times New Roman";

/// Writes a workbook of tables, one after the other, each row by row.
pub struct Writer {
    book: Workbook,
    formats: Formats,
    names: HashSet<String>,
}

struct Formats {
    title: Format,
    heading: Format,
    text: Format,
    formula_text: Format,
    integer: Format,
    /// With no, one and two decimals.
    percent: [Format; 3],
    date: Format,
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// An empty workbook.
    pub fn new() -> Self {
        let base = || Format::new().set_font_name(FONT).set_font_size(12);
        let text = base().set_num_format_index(TEXT_FORMAT);
        let formats = Formats {
            title: base().set_bold(),
            heading: base()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_border(FormatBorder::Thin)
                .set_background_color(0x00E8_EEF7),
            // Excel shows what follows as the text it is, even after somebody edits the cell.
            formula_text: text.clone().set_quote_prefix(),
            text,
            integer: base().set_num_format("#,##0"),
            percent: ["0%", "0.0%", "0.00%"].map(|code| base().set_num_format(code)),
            date: base().set_num_format("dd/mm/yyyy"),
        };
        Self { book: Workbook::new(), formats, names: HashSet::new() }
    }

    /// Begins a table on a sheet of its own: titles, headings, widths, the headings held in view.
    pub fn sheet(&mut self, table: &Table<'_>) -> Result<SheetWriter<'_>, WriteError> {
        let name = free_name(table.name, &mut self.names);
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        for (col, column) in (0..).zip(table.columns) {
            sheet.set_column_width(col, column.width)?;
        }
        let mut row = 0;
        for title in table.titles {
            sheet.write_string_with_format(row, 0, *title, &self.formats.title)?;
            row += 1;
        }
        for (col, column) in (0..).zip(table.columns) {
            sheet.write_string_with_format(row, col, &column.title, &self.formats.heading)?;
        }
        row += 1;
        sheet.set_freeze_panes(row, 0)?;
        Ok(SheetWriter { sheet, formats: &self.formats, first: row, row })
    }

    /// Writes the workbook to disk.
    pub fn save(mut self, path: &Path) -> Result<(), WriteError> {
        Ok(self.book.save(path)?)
    }

    /// Writes the workbook to a writer.
    pub fn write_to<W: Write + Seek + Send>(mut self, out: W) -> Result<(), WriteError> {
        Ok(self.book.save_to_writer(out)?)
    }

    /// The workbook as the bytes of its file.
    pub fn into_bytes(mut self) -> Result<Vec<u8>, WriteError> {
        Ok(self.book.save_to_buffer()?)
    }
}

/// Writes the rows of one table.
pub struct SheetWriter<'w> {
    sheet: &'w mut Worksheet,
    formats: &'w Formats,
    /// Where the first row of the table stands.
    first: u32,
    row: u32,
}

impl SheetWriter<'_> {
    /// Writes the next row, from the left.
    pub fn row(&mut self, fields: &[Field<'_>]) -> Result<(), WriteError> {
        for (col, field) in fields.iter().enumerate() {
            let col = u16::try_from(col).map_err(|_| WriteError::TooLarge)?;
            self.field(col, *field)?;
        }
        self.row += 1;
        Ok(())
    }

    fn field(&mut self, col: u16, field: Field<'_>) -> Result<(), WriteError> {
        match field {
            Field::Empty => Ok(()),
            Field::Text(text) => self.text(col, text),
            Field::Integer(number) => match exact(number) {
                Some(exact) => self.number(col, exact, &self.formats.integer),
                None => self.text(col, &number.to_string()),
            },
            Field::Percent(hundredths) => match exact(hundredths) {
                Some(exact) => {
                    let format = &self.formats.percent[decimals(hundredths)];
                    self.number(col, exact / 10_000.0, format)
                }
                None => self.text(col, &percent_text(hundredths)),
            },
            Field::Sum(rows, value) => self.sum(col, rows, value),
            Field::Date(day) => match serial::of_date(day, false) {
                Some(serial) => self.number(col, serial, &self.formats.date),
                // A spreadsheet knows no day before 1900.
                None => self.text(col, &day.strftime("%d/%m/%Y").to_string()),
            },
        }
    }

    fn sum(&mut self, col: u16, rows: &[usize], value: i64) -> Result<(), WriteError> {
        let cell = |row: &usize| utility::row_col_to_cell(self.first + *row as u32, col);
        let parts: Vec<String> = rows.iter().map(cell).collect();
        let formula = Formula::new(format!("={}", parts.join("+"))).set_result(value.to_string());
        self.sheet.write_formula_with_format(self.row, col, formula, &self.formats.integer)?;
        Ok(())
    }

    fn number(&mut self, col: u16, number: f64, format: &Format) -> Result<(), WriteError> {
        self.sheet.write_number_with_format(self.row, col, number, format)?;
        Ok(())
    }

    fn text(&mut self, col: u16, text: &str) -> Result<(), WriteError> {
        let run = is_formula_text(text);
        let format = if run { &self.formats.formula_text } else { &self.formats.text };
        self.sheet.write_string_with_format(self.row, col, text, format)?;
        Ok(())
    }
}

/// A whole number as a spreadsheet keeps it, if it can keep it exactly.
fn exact(number: i64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "up to 2^53 nothing is lost")]
    let float = number as f64;
    (number.unsigned_abs() <= EXACT).then_some(float)
}

/// How many decimals a percentage in hundredths needs.
fn decimals(hundredths: i64) -> usize {
    match hundredths {
        whole if whole % 100 == 0 => 0,
        tenth if tenth % 10 == 0 => 1,
        _ => 2,
    }
}

/// A name a tab can hold and no other tab has, compared without case as Excel does.
pub(super) fn free_name(wished: &str, taken: &mut HashSet<String>) -> String {
    let plain: String = wished
        .chars()
        .map(|c| if c.is_control() || "[]:*?/\\".contains(c) { ' ' } else { c })
        .collect();
    let plain = plain.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    let plain = if plain.is_empty() { "Trang" } else { plain };
    let mut number = 1;
    loop {
        let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
        let room = LONGEST_NAME - suffix.len();
        let name = format!("{}{suffix}", cut(plain, room).trim_end_matches(['\'', ' ']));
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

/// The start of a text that takes no more than so many UTF-16 units, as Excel counts.
fn cut(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, character)| {
        used += character.len_utf16();
        used > units
    });
    end.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_tabs_are_allowed_short_and_different() {
        let mut taken = HashSet::new();
        let mut name = |wished: &str| free_name(wished, &mut taken);
        assert_eq!(name("Kết nạp 1/2021"), "Kết nạp 1 2021");
        assert_eq!(name("KẾT NẠP 1 2021"), "KẾT NẠP 1 2021 (2)");
        assert_eq!(name("''"), "Trang");
        assert_eq!(name(""), "Trang (2)");
        let long = "Danh sách đoàn viên công đoàn cơ sở năm 2021";
        assert_eq!(name(long), "Danh sách đoàn viên công đoàn c");
        assert_eq!(name(long), "Danh sách đoàn viên công đo (2)");
    }
}
