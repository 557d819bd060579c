//! Where the table of a sheet begins, and which column tells what.
//!
//! A header is one to four rows of text, often merged, somewhere below titles; it is found by how
//! many of its headings are known words of the wanted list, never by its place.

use std::ops::RangeInclusive;

use sheets::{Cell, Merge, Row, Sheet, Value, column_letters};

use crate::columns::{Field, Role, Spec};
use crate::heading::{Heading, assign, holds, words};
use crate::legacy::label;

/// Rows looked at before giving up: titles are never longer.
const TOP_ROWS: usize = 60;
/// A better header than one already found stands near it: below a line that only looked like one.
const BELOW_ROWS: u32 = 12;
/// The tallest header seen in the field has three rows.
const HEADER_ROWS_MAX: u32 = 4;

/// One column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// 0-based.
    pub col: u32,
    /// What it tells; `None` for a column this list does not know.
    pub spec: Option<&'static Spec>,
    /// The heading as written, decoded, its levels joined by ` > `.
    pub title: String,
}

/// The header of one table.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// Which list it is.
    pub role: Role,
    /// First and last row of the header, as shown.
    pub rows: RangeInclusive<u32>,
    /// The row of column numbers below it, if there is one.
    pub number_row: Option<u32>,
    /// Every column with a heading, from the left.
    pub columns: Vec<Column>,
    /// How well it fits the list.
    pub score: u32,
}

impl Header {
    /// The 0-based column that tells this.
    pub(crate) fn column(&self, field: Field) -> Option<&Column> {
        self.columns.iter().find(|column| column.spec.is_some_and(|spec| spec.field == field))
    }

    /// Whether some column tells this.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The last row that belongs to the header, its numbers included.
    pub(crate) fn end(&self) -> u32 {
        self.number_row.unwrap_or(*self.rows.end())
    }
}

/// The best header on the sheet for one of these lists.
pub(crate) fn find(sheet: &Sheet, roles: &[Role]) -> Option<Header> {
    let mut best: Option<Header> = None;
    for row in sheet.rows.iter().take(TOP_ROWS).filter(|row| texts(row) >= 2) {
        if best.as_ref().is_some_and(|best| row.number > best.rows.end() + BELOW_ROWS) {
            break;
        }
        for &role in roles {
            let found = best_height(sheet, row.number, role);
            let titled = found.map(|found| titled(sheet, found));
            if let Some(found) = titled
                && best.as_ref().is_none_or(|best| found.score > best.score)
            {
                best = Some(found);
            }
        }
    }
    let mut best = best?;
    best.number_row = number_row(sheet, *best.rows.end());
    Some(best)
}

/// A sheet whose name or title says which list it is fits that list better.
fn titled(sheet: &Sheet, header: Header) -> Header {
    const TITLED: u32 = 150;
    let above = sheet.rows.iter().take_while(|row| row.number < *header.rows.start());
    let cells = above.flat_map(|row| &row.cells).filter(|cell| !is_blank(cell));
    let mut titles = cells.map(label).chain([sheet.name.clone()]).map(|text| words(&text));
    let says = |title: String| header.role.title_words().iter().any(|word| holds(&title, word));
    if titles.any(says) { Header { score: header.score + TITLED, ..header } } else { header }
}

/// The best header for one list that starts in this row.
fn best_height(sheet: &Sheet, start: u32, role: Role) -> Option<Header> {
    let least = start.max(merged_down_to(sheet, start));
    let mut best: Option<Header> = None;
    for end in start..start + HEADER_ROWS_MAX {
        let header = read(sheet, start..=end, role);
        let fits = end >= least && proves(&header);
        if fits && best.as_ref().is_none_or(|best| header.score > best.score) {
            best = Some(header.clone());
        }
        if !may_extend(sheet, end + 1, &header) {
            break;
        }
    }
    best
}

/// Whether the next row may be one more row of the header: text only, and nothing under the
/// running number or the subject.
fn may_extend(sheet: &Sheet, number: u32, header: &Header) -> bool {
    let Some(row) = row_at(sheet, number) else { return covered(sheet, number) };
    let only_text = row.cells.iter().all(|cell| match &cell.value {
        Value::Text(text) => text.chars().count() <= 60 && cell.formula.is_none(),
        _ => false,
    });
    let subject = [header.role.subject(), Field::Stt].map(|field| header.column(field));
    let under_subject = subject
        .into_iter()
        .flatten()
        .any(|column| row.cell(column.col).is_some_and(|cell| !is_blank(cell)));
    only_text && !under_subject
}

/// Reads these rows as a header of this list.
fn read(sheet: &Sheet, rows: RangeInclusive<u32>, role: Role) -> Header {
    let headings = headings(sheet, &rows);
    let (columns, score) = assign(headings, role.columns());
    let height = rows.end() - rows.start();
    Header { role, rows, number_row: None, columns, score: score.saturating_sub(15 * height) }
}

/// Whether enough known headings stand together for this list.
fn proves(header: &Header) -> bool {
    let (least, fields) = header.role.proof();
    let subject = header.role.subject();
    let has_subject = header.has(subject)
        || subject == Field::Name && header.has(Field::FamilyName) && header.has(Field::GivenName);
    has_subject && fields.iter().filter(|field| header.has(**field)).count() >= least
}

/// The headings of these rows, from the left: merged cells stand over every column they cover.
fn headings(sheet: &Sheet, rows: &RangeInclusive<u32>) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for number in rows.clone() {
        let is_last = number == *rows.end();
        if let Some(row) = row_at(sheet, number) {
            for cell in row.cells.iter().filter(|cell| !is_blank(cell)) {
                let merge = merge_from(sheet, number, cell.col);
                let last = merge.map_or(cell.col, |merge| merge.last_col.min(cell.col + 60));
                let text = label(cell);
                for col in cell.col..=last {
                    heading_at(&mut headings, col).push(&text);
                }
            }
        }
        if !is_last {
            spread_unmerged(sheet, number, rows, &mut headings);
        }
    }
    headings.retain(|heading| !heading.is_empty());
    headings
}

/// A group heading that is not merged stands over the blank cells to its right whose own heading
/// comes in the next row.
fn spread_unmerged(sheet: &Sheet, number: u32, rows: &RangeInclusive<u32>, to: &mut Vec<Heading>) {
    let (Some(row), Some(next)) = (row_at(sheet, number), row_at(sheet, number + 1)) else {
        return;
    };
    if number + 1 > *rows.end() {
        return;
    }
    let mut over: Option<(u32, String)> = None;
    for below in next.cells.iter().filter(|cell| !is_blank(cell)) {
        let own = row.cells.iter().rev().find(|cell| cell.col <= below.col && !is_blank(cell));
        let Some(own) = own else { continue };
        if own.col == below.col {
            over = (merge_from(sheet, number, own.col).is_none()).then(|| (own.col, label(own)));
        } else if let Some((col, text)) = &over
            && *col == own.col
            && !covered_at(sheet, number, below.col)
        {
            heading_at(to, below.col).push(text);
        }
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

/// The row of column numbers right below the header: `1 2 3`, `(1) (2) (3)`, `A B 1 2`.
fn number_row(sheet: &Sheet, end: u32) -> Option<u32> {
    row_at(sheet, end + 1).filter(|row| is_number_row(row)).map(|row| row.number)
}

/// Whether a row numbers the columns and does nothing else.
pub(crate) fn is_number_row(row: &Row) -> bool {
    let numbers: Vec<i64> = row.cells.iter().filter_map(column_number).collect();
    let ascending = numbers.windows(2).all(|pair| pair[0] < pair[1]);
    let letters = row.cells.iter().filter(|cell| is_column_letter(cell)).count();
    let counted = numbers.len() + letters;
    let starts_low = numbers.first().is_some_and(|first| *first <= 2);
    let blank = row.cells.iter().filter(|cell| is_blank(cell)).count();
    let all = counted == row.cells.len() - blank;
    numbers.len() >= 2 && starts_low && ascending && counted >= 3 && all
}

fn column_number(cell: &Cell) -> Option<i64> {
    match &cell.value {
        Value::Number(number) if number.fract() == 0.0 && !cell.date_format => Some(*number as i64),
        Value::Text(text) => {
            let inner = text.trim().trim_matches(['(', ')', '[', ']']);
            // `5=3+4` numbers the fifth column.
            inner.split('=').next().and_then(|number| number.trim().parse().ok())
        }
        _ => None,
    }
}

fn is_column_letter(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(text) if {
        let inner = text.trim().trim_matches(['(', ')']);
        inner.len() == 1 && inner.chars().all(|c| c.is_ascii_alphabetic())
    })
}

/// The row shown under this number, if it holds anything.
pub(crate) fn row_at(sheet: &Sheet, number: u32) -> Option<&Row> {
    sheet.rows.binary_search_by_key(&number, |row| row.number).ok().map(|at| &sheet.rows[at])
}

/// Whether a cell holds nothing to read.
pub(crate) fn is_blank(cell: &Cell) -> bool {
    match &cell.value {
        Value::Text(text) => {
            cell.formula.is_none() && text.chars().all(|c| c.is_whitespace() || c == '\u{200B}')
        }
        _ => false,
    }
}

/// The address of a cell as the spreadsheet shows it.
pub(crate) fn address(col: u32, row: u32) -> String {
    format!("{}{row}", column_letters(col))
}

fn texts(row: &Row) -> usize {
    row.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)) && !is_blank(cell)).count()
}

fn merge_from(sheet: &Sheet, row: u32, col: u32) -> Option<&Merge> {
    sheet.merges.iter().find(|merge| merge.first_row == row && merge.first_col == col)
}

fn covered_at(sheet: &Sheet, row: u32, col: u32) -> bool {
    sheet.merges.iter().any(|merge| {
        (merge.first_row..=merge.last_row).contains(&row)
            && (merge.first_col..=merge.last_col).contains(&col)
    })
}

fn covered(sheet: &Sheet, row: u32) -> bool {
    sheet.merges.iter().any(|merge| merge.first_row < row && row <= merge.last_row)
}

/// The last row that a cell of this row is merged down to.
fn merged_down_to(sheet: &Sheet, row: u32) -> u32 {
    let from = sheet.merges.iter().filter(|merge| merge.first_row == row);
    let down = from.filter(|merge| merge.last_row - merge.first_row < HEADER_ROWS_MAX);
    down.map(|merge| merge.last_row).max().unwrap_or(row)
}
