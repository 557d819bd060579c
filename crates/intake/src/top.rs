//! The upper rows of a sheet, where titles and headers stand, with the cells merged there.

use std::ops::RangeInclusive;

use sheets::{Merge, Row, Sheet, Value};

use crate::header::is_blank;
use crate::heading::{Heading, words};
use crate::legacy::label;

/// Rows looked at before giving up: titles are never longer.
const ROWS: usize = 60;
/// Columns beyond this many are no part of a list.
const COLUMNS: u32 = 256;
/// A line with more texts than this is a header, not a title.
const TITLE_TEXTS: usize = 3;

/// The upper rows.
#[derive(Debug)]
pub(crate) struct Top<'a> {
    /// Rows with content, from the top.
    pub rows: &'a [Row],
    merges: Vec<Merge>,
    name: &'a str,
}

impl<'a> Top<'a> {
    /// The upper rows of a sheet.
    pub(crate) fn of(sheet: &'a Sheet) -> Self {
        let rows = &sheet.rows[..sheet.rows.len().min(ROWS)];
        let last = rows.last().map_or(0, |row| row.number);
        let merges = sheet.merges.iter().filter(|merge| merge.first_row <= last).take(2_000);
        Self { rows, merges: merges.copied().collect(), name: &sheet.name }
    }

    /// The row shown under this number.
    pub(crate) fn row(&self, number: u32) -> Option<&'a Row> {
        let at = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        Some(&self.rows[at])
    }

    /// The name of the tab and every title line above this row, as folded words.
    pub(crate) fn titles(&self, start: u32) -> Vec<String> {
        let above = self.rows.iter().take_while(|row| row.number < start);
        let lines = above.filter(|row| texts(row) <= TITLE_TEXTS);
        let cells = lines.flat_map(|row| &row.cells).filter(|cell| !is_blank(cell));
        cells.map(|cell| words(&label(cell))).chain([words(self.name)]).collect()
    }

    /// The headings of these rows, from the left: a merged cell stands over every column it covers.
    pub(crate) fn headings(&self, rows: &RangeInclusive<u32>) -> Vec<Heading> {
        let mut headings: Vec<Heading> = Vec::new();
        for number in rows.clone() {
            let Some(row) = self.row(number) else { continue };
            for cell in row.cells.iter().filter(|cell| cell.col < COLUMNS && !is_blank(cell)) {
                let merge = self.merge_from(number, cell.col);
                let last = merge.map_or(cell.col, |merge| merge.last_col.min(COLUMNS));
                let text = label(cell);
                for col in cell.col..=last {
                    heading_at(&mut headings, col).push(&text);
                }
            }
            if number < *rows.end() {
                self.spread_unmerged(row, &mut headings);
            }
        }
        headings.retain(|heading| !heading.is_empty());
        headings
    }

    /// A group heading that is not merged stands over the blank cells to its right whose own
    /// heading comes in the next row.
    fn spread_unmerged(&self, row: &Row, headings: &mut Vec<Heading>) {
        let Some(next) = self.row(row.number + 1) else { return };
        let mut over: Option<(u32, String)> = None;
        for below in next.cells.iter().filter(|cell| cell.col < COLUMNS && !is_blank(cell)) {
            let own = row.cells.iter().rev().find(|cell| cell.col <= below.col && !is_blank(cell));
            let Some(own) = own else { continue };
            if own.col == below.col {
                let merged = self.merge_from(row.number, own.col).is_some();
                over = (!merged).then(|| (own.col, label(own)));
            } else if let Some((col, text)) = &over
                && *col == own.col
                && !self.is_merged_at(row.number, below.col)
            {
                heading_at(headings, below.col).push(text);
            }
        }
    }

    fn merge_from(&self, row: u32, col: u32) -> Option<&Merge> {
        self.merges.iter().find(|merge| merge.first_row == row && merge.first_col == col)
    }

    fn is_merged_at(&self, row: u32, col: u32) -> bool {
        self.merges.iter().any(|merge| merge.contains(row, col))
    }

    /// Whether a merged cell reaches down into this row.
    pub(crate) fn is_inside(&self, row: u32) -> bool {
        self.merges.iter().any(|merge| merge.first_row < row && row <= merge.last_row)
    }

    /// The last row that a cell of this row is merged down to, at most so many rows.
    pub(crate) fn merged_down_to(&self, row: u32, rows_max: u32) -> u32 {
        let from = self.merges.iter().filter(|merge| merge.first_row == row);
        let down = from.filter(|merge| merge.last_row - merge.first_row < rows_max);
        down.map(|merge| merge.last_row).max().unwrap_or(row)
    }
}

fn heading_at(headings: &mut Vec<Heading>, col: u32) -> &mut Heading {
    let at = match headings.binary_search_by_key(&col, |heading| heading.col) {
        Ok(at) => at,
        Err(at) => {
            headings.insert(at, Heading::new(col));
            at
        }
    };
    &mut headings[at]
}

/// How many texts stand in a row.
pub(crate) fn texts(row: &Row) -> usize {
    row.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)) && !is_blank(cell)).count()
}
