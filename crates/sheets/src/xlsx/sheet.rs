//! A worksheet part: rows, cells, merged areas, hidden columns.

use quick_xml::events::{BytesStart, Event};

use super::cell;
use super::strings;
use super::styles::Styles;
use super::workbook::Listed;
use crate::budget::{Budget, SheetBuilder};
use crate::formula;
use crate::strings::{FontNames, RichText, StringTable};
use crate::xml::{Xml, attribute, flag, number};
use crate::{Merge, Refusal, Sheet};

/// The last row a spreadsheet program has.
const LAST_ROW: u32 = 1_048_576;

/// What all sheets of a workbook share.
pub(super) struct Context {
    pub(super) styles: Styles,
    pub(super) shared: StringTable,
    pub(super) date_1904: bool,
}

pub(super) fn read(
    listed: &Listed,
    text: &str,
    context: &Context,
    budget: &mut Budget<'_>,
) -> Result<Sheet, Refusal> {
    let mut xml = Xml::new(&listed.part, text);
    let mut builder = SheetBuilder::new(listed.name.clone(), listed.hidden, budget);
    loop {
        match xml.next()? {
            Event::Eof => return builder.finish(),
            Event::Start(start) => match start.local_name().as_ref() {
                "sheetData" => Rows::new(&mut xml, context, &mut builder).read()?,
                "col" if flag(&start, "hidden") => {
                    if let (Some(first), Some(last)) =
                        (number(&start, "min"), number(&start, "max"))
                    {
                        builder.hide_columns(first.saturating_sub(1), last.saturating_sub(1));
                    }
                }
                "mergeCell" => {
                    let area = attribute(&start, "ref").and_then(|area| merge(&area));
                    builder.sheet_mut().merges.extend(area);
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// Reads `B4:C9`.
fn merge(area: &str) -> Option<Merge> {
    let (first, last) = area.split_once(':')?;
    let ((first_col, first_row), (last_col, last_row)) = (reference(first)?, reference(last)?);
    Some(Merge { first_row, last_row, first_col, last_col })
        .filter(|merge| first_row <= last_row && first_col <= last_col && merge.is_area())
}

/// Reads `B4` as its 0-based column and its row.
fn reference(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let row = cell[digits..].parse().ok().filter(|row| (1..=LAST_ROW).contains(row))?;
    Some((column(&cell.as_bytes()[..digits])?, row))
}

/// The 0-based column of its letters.
fn column(letters: &[u8]) -> Option<u32> {
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let value = |letter: &u8| match letter {
        b'A'..=b'Z' => Some(u32::from(letter - b'A') + 1),
        b'a'..=b'z' => Some(u32::from(letter - b'a') + 1),
        _ => None,
    };
    let number = letters.iter().try_fold(0, |sum, letter| Some(sum * 26 + value(letter)?))?;
    Some(number - 1)
}

/// Reading the rows of one sheet, with room that is used again for every cell.
struct Rows<'r, 'x, 'b, 'l> {
    xml: &'r mut Xml<'x>,
    context: &'r Context,
    builder: &'r mut SheetBuilder<'b, 'l>,
    fonts: FontNames,
    shared_formulas: formula::Shared,
    raw: cell::Raw,
}

impl<'r, 'x, 'b, 'l> Rows<'r, 'x, 'b, 'l> {
    fn new(
        xml: &'r mut Xml<'x>,
        context: &'r Context,
        builder: &'r mut SheetBuilder<'b, 'l>,
    ) -> Self {
        let fonts = FontNames::default();
        let shared_formulas = formula::Shared::default();
        Self { xml, context, builder, fonts, shared_formulas, raw: cell::Raw::default() }
    }

    fn read(mut self) -> Result<(), Refusal> {
        loop {
            match self.xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == "row" => {
                    let number = number(&start, "r").unwrap_or(self.builder.row_number() + 1);
                    if !(1..=LAST_ROW).contains(&number) {
                        return Err(self.xml.corrupt("a row beyond the last row"));
                    }
                    self.builder.open_row(number, flag(&start, "hidden"))?;
                    self.read_row()?;
                }
                Event::Start(_) => self.xml.skip()?,
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(self.xml.corrupt("rows without their end")),
                _ => {}
            }
        }
    }

    fn read_row(&mut self) -> Result<(), Refusal> {
        let mut next_column = 0;
        loop {
            match self.xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == "c" => {
                    self.raw.begin(&start, next_column);
                    next_column = self.raw.col + 1;
                    self.read_cell()?;
                    if let Some(cell) = self.raw.cell(self.context) {
                        let cell = cell.map_err(|detail| self.xml.corrupt(detail))?;
                        self.builder.put(cell)?;
                    }
                }
                Event::Start(_) => self.xml.skip()?,
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(self.xml.corrupt("a row without its end")),
                _ => {}
            }
        }
    }

    fn read_cell(&mut self) -> Result<(), Refusal> {
        loop {
            match self.xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "v" => {
                        self.raw.has_value = true;
                        self.xml.element_text(&mut self.raw.value)?;
                    }
                    "f" => self.read_formula(&start)?,
                    "is" => {
                        let rich: &mut RichText = &mut self.raw.inline;
                        strings::read_item(self.xml, &mut self.fonts, rich)?;
                    }
                    _ => self.xml.skip()?,
                },
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(self.xml.corrupt("a cell without its end")),
                _ => {}
            }
        }
    }

    fn read_formula(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        let shared = attribute(start, "t").is_some_and(|kind| kind == "shared");
        let group = if shared { number(start, "si") } else { None };
        let mut text = String::new();
        self.xml.element_text(&mut text)?;
        let external = self.shared_formulas.is_external(&text, group);
        self.raw.formula = Some((text, external));
        Ok(())
    }
}

/// The column of a cell's reference, such as 1 of `B4`.
pub(super) fn column_of(reference: &str) -> Option<u32> {
    let bytes = reference.as_bytes();
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    column(&bytes[..letters])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_nonsense_is_not() {
        assert_eq!(reference("A1"), Some((0, 1)));
        assert_eq!(reference("XFD1048576"), Some((16_383, LAST_ROW)));
        for nonsense in ["", "A", "7", "A0", "A1048577", "AAAA1", "Ă1", "A1B", "$A$1"] {
            assert_eq!(reference(nonsense), None, "{nonsense}");
        }
        assert_eq!(column_of("AB12"), Some(27));
    }

    #[test]
    fn a_merged_area_of_one_cell_or_upside_down_is_none() {
        assert_eq!(
            merge("B4:C9"),
            Some(Merge { first_row: 4, last_row: 9, first_col: 1, last_col: 2 })
        );
        assert_eq!([merge("B4:B4"), merge("C9:B4"), merge("B4")], [None; 3]);
    }
}
