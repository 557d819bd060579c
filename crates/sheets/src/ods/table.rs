//! A table: its columns, rows, repeated rows and cells, merged areas.

use std::ops::Range;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::cell::Tag;
use super::content;
use super::styles::Styles;
use crate::budget::{Budget, SheetBuilder, is_blank};
use crate::strings::RichText;
use crate::xml::{Xml, attribute, number};
use crate::{Cell, Merge, Refusal, Sheet};

pub(super) fn read(
    start: &BytesStart<'_>,
    xml: &mut Xml<'_>,
    styles: &Styles,
    date_1904: bool,
    budget: &mut Budget<'_>,
) -> Result<Sheet, Refusal> {
    let name = attribute(start, "name").unwrap_or_default().into_owned();
    let hidden = attribute(start, "style-name").is_some_and(|style| styles.hides_table(&style));
    let builder = SheetBuilder::new(name, hidden, budget);
    let columns = Vec::new();
    let mut table = Table { xml, styles, date_1904, builder, columns, next_column: 0, next_row: 1 };
    table.read()?;
    table.builder.finish()
}

struct Table<'t, 'x, 'b, 'l> {
    xml: &'t mut Xml<'x>,
    styles: &'t Styles,
    date_1904: bool,
    builder: SheetBuilder<'b, 'l>,
    /// Where a stretch of columns ends (the column after it) and the font its cells have.
    columns: Vec<(u32, Option<Arc<str>>)>,
    next_column: u32,
    next_row: u32,
}

impl Table<'_, '_, '_, '_> {
    fn read(&mut self) -> Result<(), Refusal> {
        // Columns and rows may stand in groups, which mean nothing here.
        let mut groups = 0_u32;
        loop {
            match self.xml.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-column" => {
                        self.column(&start);
                        self.xml.skip()?;
                    }
                    "table:table-row" => self.row(&start)?,
                    "table:table-columns"
                    | "table:table-header-columns"
                    | "table:table-column-group"
                    | "table:table-rows"
                    | "table:table-header-rows"
                    | "table:table-row-group" => groups += 1,
                    _ => self.xml.skip()?,
                },
                Event::End(_) if groups == 0 => return Ok(()),
                Event::End(_) => groups -= 1,
                Event::Eof => return Err(self.xml.corrupt("a table without its end")),
                _ => {}
            }
        }
    }

    fn column(&mut self, start: &BytesStart<'_>) {
        let repeated = number(start, "number-columns-repeated").unwrap_or(1).max(1);
        let end = self.next_column.saturating_add(repeated);
        if is_hidden(start) {
            self.builder.hide_columns(self.next_column, end - 1);
        }
        let style = attribute(start, "default-cell-style-name");
        let font = style.and_then(|style| self.styles.font("table-cell", &style));
        self.columns.push((end, font));
        self.next_column = end;
    }

    fn row(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        let repeated = number(start, "number-rows-repeated").unwrap_or(1).max(1);
        let hidden = is_hidden(start);
        let style = attribute(start, "default-cell-style-name");
        let font = style.and_then(|style| self.styles.font("table-cell", &style));
        let cells = self.cells(font.as_ref())?;
        let first = self.next_row;
        self.next_row = first.saturating_add(repeated);
        if cells.is_empty() {
            return Ok(());
        }
        for number in first..self.next_row {
            self.builder.open_row(number, hidden)?;
            for (columns, cell) in &cells {
                for col in columns.clone() {
                    self.builder.put(Cell { col, ..cell.clone() })?;
                }
            }
        }
        Ok(())
    }

    /// The cells of the row whose start was just read, blanks left out, each with the columns it
    /// is repeated in: they are written out only where they are counted.
    fn cells(&mut self, row_font: Option<&Arc<str>>) -> Result<Vec<(Range<u32>, Cell)>, Refusal> {
        let mut cells = Vec::new();
        let mut rich = RichText::default();
        let mut col = 0_u32;
        loop {
            let start = match self.xml.next()? {
                Event::Start(start) => start,
                Event::End(_) => return Ok(cells),
                Event::Eof => return Err(self.xml.corrupt("a row without its end")),
                _ => continue,
            };
            let tag = Tag::read(&start);
            let end = col.saturating_add(tag.repeated);
            match start.name().as_ref() {
                "table:table-cell" => {
                    rich.clear();
                    let most = self.builder.limits().text_chars.saturating_add(1);
                    content::read(self.xml, self.styles, &mut rich, most)?;
                    self.merge(&tag, col);
                    let font = self.font(&tag, col, row_font);
                    let cell = tag.cell(col, &rich, font, self.date_1904);
                    if !is_blank(&cell) {
                        cells.push((col..end, cell));
                    }
                }
                // What a merged area covers is not seen, whatever the file still holds there.
                "table:covered-table-cell" => self.xml.skip()?,
                _ => {
                    self.xml.skip()?;
                    continue;
                }
            }
            col = end;
        }
    }

    fn merge(&mut self, tag: &Tag<'_>, col: u32) {
        let merge = Merge {
            first_row: self.next_row,
            last_row: self.next_row.saturating_add(tag.rows_spanned - 1),
            first_col: col,
            last_col: col.saturating_add(tag.columns_spanned - 1),
        };
        self.builder.sheet_mut().merges.extend(Some(merge).filter(Merge::is_area));
    }

    fn font(&self, tag: &Tag<'_>, col: u32, row_font: Option<&Arc<str>>) -> Option<Arc<str>> {
        let own = tag.style.as_ref().and_then(|style| self.styles.font("table-cell", style));
        own.or_else(|| row_font.cloned()).or_else(|| {
            let at = self.columns.partition_point(|(end, _)| *end <= col);
            self.columns.get(at)?.1.clone()
        })
    }
}

fn is_hidden(start: &BytesStart<'_>) -> bool {
    attribute(start, "visibility").is_some_and(|visibility| visibility != "visible")
}
