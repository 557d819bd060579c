//! Cells written again as they were: value, kind of number, font.

use std::collections::HashMap;
use std::sync::Arc;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

use crate::write::{TEXT_FORMAT, WriteError, is_formula_text};
use crate::{Cell, Value};

/// Days between the two date systems.
const FROM_1904: f64 = 1_462.0;
/// The widest a column is made, in characters.
const WIDEST: usize = 40;
/// As wide as a day.
const DAY_WIDTH: usize = 10;

/// Which part of the sheet a cell stands in.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// Above the headings; may run over the columns beside it.
    Title,
    /// The headings.
    Heading,
    /// The rows below.
    Body,
}

/// Writes the cells of one sheet and remembers how wide its columns must be.
pub(super) struct CellWriter<'w> {
    sheet: &'w mut Worksheet,
    formats: &'w mut Formats,
    widths: Vec<usize>,
}

impl<'w> CellWriter<'w> {
    pub(super) fn new(sheet: &'w mut Worksheet, formats: &'w mut Formats) -> Self {
        Self { sheet, formats, widths: Vec::new() }
    }

    /// Writes a cell in a 0-based row; a formula is its stored result or nothing.
    pub(super) fn cell(&mut self, row: u32, part: Part, cell: &Cell) -> Result<(), WriteError> {
        if cell.formula.as_ref().is_some_and(|formula| !formula.has_value) {
            return Ok(());
        }
        let format = self.formats.of(cell, part);
        let at = column(cell.col);
        match &cell.value {
            Value::Text(text) | Value::Error(text) => {
                if part != Part::Title {
                    self.measure(cell.col, text.chars().take(WIDEST).count());
                }
                if !self.rich(row, at, text, cell, &format)? {
                    self.sheet.write_string_with_format(row, at, text, &format)?;
                }
            }
            Value::Number(number) => {
                self.measure(cell.col, DAY_WIDTH);
                let shifted = cell.date_format && self.formats.date_1904;
                let number = if shifted { number + FROM_1904 } else { *number };
                self.sheet.write_number_with_format(row, at, number, &format)?;
            }
            Value::Bool(truth) => {
                self.sheet.write_boolean_with_format(row, at, *truth, &format)?;
            }
        }
        Ok(())
    }

    /// Writes a text that mixes fonts; false where it does not.
    fn rich(
        &mut self,
        row: u32,
        col: u16,
        text: &str,
        cell: &Cell,
        format: &Format,
    ) -> Result<bool, WriteError> {
        let mut rest = text;
        let mut parts = Vec::with_capacity(cell.runs.len());
        for run in &cell.runs {
            let Some((part, after)) = rest.split_at_checked(run.bytes) else {
                return Ok(false);
            };
            parts.push((font_format(run.font.as_ref()), part));
            rest = after;
        }
        if parts.is_empty() || !rest.is_empty() || parts.iter().any(|(_, part)| part.is_empty()) {
            return Ok(false);
        }
        let parts: Vec<(&Format, &str)> = parts.iter().map(|(font, part)| (font, *part)).collect();
        self.sheet.write_rich_string_with_format(row, col, &parts, format)?;
        Ok(true)
    }

    /// Writes what is added beside a row.
    pub(super) fn added(&mut self, row: u32, col: u32, texts: [&str; 2]) -> Result<(), WriteError> {
        let plain = Format::new()
            .set_font_name("Times New Roman")
            .set_font_color(Color::RGB(0x00B0_0020))
            .set_num_format_index(TEXT_FORMAT)
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        for (col, text) in (col..).zip(texts) {
            self.measure(col, text.chars().take(WIDEST).count());
            let run = is_formula_text(text);
            let format = if run { plain.clone().set_quote_prefix() } else { plain.clone() };
            self.sheet.write_string_with_format(row, column(col), text, &format)?;
        }
        Ok(())
    }

    fn measure(&mut self, col: u32, characters: usize) {
        let col = col as usize;
        if self.widths.len() <= col {
            self.widths.resize(col + 1, 0);
        }
        self.widths[col] = self.widths[col].max(characters);
    }

    pub(super) fn set_widths(self) -> Result<(), WriteError> {
        for (col, width) in (0..).zip(&self.widths).filter(|(_, width)| **width > 0) {
            self.sheet.set_column_width(col, u16::try_from(width + 2).unwrap_or(u16::MAX))?;
        }
        Ok(())
    }
}

/// A column for the library, which refuses the ones no sheet has.
pub(super) fn column(col: u32) -> u16 {
    u16::try_from(col).unwrap_or(u16::MAX)
}

/// One format for all cells that look alike.
pub(super) struct Formats {
    date_1904: bool,
    known: HashMap<(Option<Arc<str>>, Part, Look), Format>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Look {
    Plain,
    Text,
    FormulaText,
    LongNumber,
    Date,
    Moment,
}

impl Formats {
    pub(super) fn new(date_1904: bool) -> Self {
        Self { date_1904, known: HashMap::new() }
    }

    fn of(&mut self, cell: &Cell, part: Part) -> Format {
        let look = Look::of(cell);
        let make = || look.on(part.on(font_format(cell.font.as_ref())));
        self.known.entry((cell.font.clone(), part, look)).or_insert_with(make).clone()
    }
}

impl Part {
    fn on(self, format: Format) -> Format {
        match self {
            Self::Title => format.set_bold(),
            Self::Heading => format
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_border(FormatBorder::Thin),
            Self::Body => format.set_align(FormatAlign::Top),
        }
    }
}

impl Look {
    fn on(self, format: Format) -> Format {
        match self {
            Self::Plain => format,
            Self::Text => format.set_num_format_index(TEXT_FORMAT),
            Self::FormulaText => format.set_num_format_index(TEXT_FORMAT).set_quote_prefix(),
            Self::LongNumber => format.set_num_format("0"),
            Self::Date => format.set_num_format("dd/mm/yyyy"),
            Self::Moment => format.set_num_format("dd/mm/yyyy hh:mm"),
        }
    }

    fn of(cell: &Cell) -> Self {
        match &cell.value {
            Value::Text(text) if is_formula_text(text) => Self::FormulaText,
            Value::Text(_) => Self::Text,
            Value::Number(number) if cell.date_format => {
                if number.fract() == 0.0 {
                    Self::Date
                } else {
                    Self::Moment
                }
            }
            // An identity number kept as a number would show as 1,08E+11.
            Value::Number(number) if number.abs() >= 1e11 && number.fract() == 0.0 => {
                Self::LongNumber
            }
            _ => Self::Plain,
        }
    }
}

fn font_format(font: Option<&Arc<str>>) -> Format {
    font.map_or_else(Format::new, |font| Format::new().set_font_name(&**font))
}
