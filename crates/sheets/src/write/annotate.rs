//! Rows given back to the clerk: the same sheets, only the rows that need work, and why.

mod cells;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rust_xlsxwriter::{Format, Workbook as Book, Worksheet};

use super::WriteError;
use super::xlsx::free_name;
use crate::{Cell, Merge, Sheet, Value, Workbook};
use cells::{CellWriter, Formats, Part, column};

/// The headings of the columns that are added; found again when the file comes back once more.
const HEADINGS: [&str; 2] = ["Lý do", "Đề nghị sửa"];
/// Merged areas looked at on one sheet; real sheets have some hundreds.
const MOST_MERGES: usize = 10_000;
/// Areas that lie over each other, as only a damaged file has them, must not multiply.
const MOST_COPIES: usize = 200_000;

/// Why a row is given back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// What is wrong.
    pub why: String,
    /// What to write instead; empty where nothing can be proposed.
    pub proposal: String,
}

/// What is given back of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The sheet's place in the workbook, from 0.
    pub sheet: usize,
    /// The row the new headings stand in, from 1; 0 for a sheet without headings.
    pub header_row: u32,
    /// All rows up to this one are kept where they are: titles and headings.
    pub head_rows: u32,
    /// Other rows to keep, such as the headings of blocks the rows stand in.
    pub kept: BTreeSet<u32>,
    /// The rows given back.
    pub reasons: BTreeMap<u32, Reason>,
}

/// The bytes of an `.xlsx` file with the marked rows as they were, values, days and fonts kept,
/// and two columns more. Formulas are given back as their stored results.
pub fn annotate(workbook: &Workbook, marked: &[Marked]) -> Result<Vec<u8>, WriteError> {
    let mut book = Book::new();
    let mut names = HashSet::new();
    let mut formats = Formats::new(workbook.date_1904);
    for marked in marked {
        let Some(source) = workbook.sheets.get(marked.sheet) else {
            continue;
        };
        let sheet = book.add_worksheet();
        let name = if source.name.is_empty() { "Dữ liệu" } else { &source.name };
        sheet.set_name(free_name(name, &mut names))?;
        write_sheet(source, marked, sheet, &mut formats)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write_sheet(
    source: &Sheet,
    marked: &Marked,
    sheet: &mut Worksheet,
    formats: &mut Formats,
) -> Result<(), WriteError> {
    let width = own_width(source, marked);
    merge_head(source, marked, width, sheet);
    sheet.set_freeze_panes(marked.head_rows, 0)?;
    let filled = filled_from_above(source, marked);
    let mut out = CellWriter::new(sheet, formats);
    let mut next = marked.head_rows;
    for row in source.rows.iter().filter(|row| is_wanted(row.number, marked)) {
        let at = if row.number <= marked.head_rows { row.number.saturating_sub(1) } else { next };
        next = next.max(at + 1);
        let part = part_of(row.number, marked);
        for cell in row.cells.iter().filter(|cell| cell.col < width) {
            out.cell(at, part, cell)?;
        }
        for cell in filled.get(&row.number).into_iter().flatten() {
            if row.cell(cell.col).is_none() {
                out.cell(at, part, cell)?;
            }
        }
        if let Some(reason) = marked.reasons.get(&row.number) {
            out.added(at, width, [&reason.why, &reason.proposal])?;
        }
    }
    if marked.header_row > 0 {
        out.added(marked.header_row - 1, width, HEADINGS)?;
    }
    out.set_widths()
}

/// How many columns the sheet itself has: without the headings of an earlier round.
fn own_width(source: &Sheet, marked: &Marked) -> u32 {
    let header = source.rows.iter().find(|row| row.number == marked.header_row);
    let added = header.and_then(|row| {
        let is_heading = |cell: &&Cell| matches!(&cell.value, Value::Text(t) if t == HEADINGS[0]);
        row.cells.iter().find(is_heading)
    });
    if let Some(cell) = added {
        return cell.col;
    }
    let rows = source.rows.iter().filter(|row| is_wanted(row.number, marked));
    rows.filter_map(|row| row.cells.last()).map(|cell| cell.col + 1).max().unwrap_or(0)
}

fn part_of(row: u32, marked: &Marked) -> Part {
    match row {
        row if row < marked.header_row => Part::Title,
        row if row <= marked.head_rows => Part::Heading,
        _ => Part::Body,
    }
}

fn is_wanted(row: u32, marked: &Marked) -> bool {
    row <= marked.head_rows || marked.kept.contains(&row) || marked.reasons.contains_key(&row)
}

/// Merged headings stay merged. One that overlaps another is left as single cells.
fn merge_head(source: &Sheet, marked: &Marked, width: u32, sheet: &mut Worksheet) {
    let head = |merge: &&Merge| merge.last_row <= marked.head_rows;
    for merge in source.merges.iter().filter(head).take(MOST_MERGES) {
        let last_col = merge.last_col.min(width.saturating_sub(1));
        let merge = Merge { last_col, ..*merge };
        if merge.first_col <= last_col && merge.is_area() {
            let (first, last) =
                (merge.first_row.saturating_sub(1), merge.last_row.saturating_sub(1));
            let (left, right) = (column(merge.first_col), column(last_col));
            drop(sheet.merge_range(first, left, last, right, "", &Format::new()));
        }
    }
}

/// Cells merged downwards hold for every row they cover: each row gets its own copy, since the
/// rows around it are gone.
fn filled_from_above<'s>(source: &'s Sheet, marked: &Marked) -> BTreeMap<u32, Vec<&'s Cell>> {
    let mut filled: BTreeMap<u32, Vec<&Cell>> = BTreeMap::new();
    let mut copies = 0;
    let downwards =
        |merge: &&Merge| merge.first_row < merge.last_row && merge.last_row > marked.head_rows;
    for merge in source.merges.iter().filter(downwards).take(MOST_MERGES) {
        let top = source.rows.binary_search_by_key(&merge.first_row, |row| row.number);
        let Some(cell) = top.ok().and_then(|at| source.rows[at].cell(merge.first_col)) else {
            continue;
        };
        for (row, _) in marked.reasons.range(merge.first_row + 1..=merge.last_row) {
            filled.entry(*row).or_default().push(cell);
            copies += 1;
            if copies == MOST_COPIES {
                return filled;
            }
        }
    }
    filled
}
