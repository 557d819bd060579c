//! Where the table of a sheet begins, and which column tells what.
//!
//! A header is one to four rows of text, often merged, somewhere below titles; it is found by how
//! many of its headings are known words of the wanted list, never by its place.

use std::ops::RangeInclusive;

use sheets::{Cell, Row, Sheet, Value, column_letters};

use crate::columns::{Field, Role, Spec};
use crate::heading::{Heading, assign, holds, words};
use crate::top::{Top, texts};

/// No list numbers more columns.
const COLUMN_NUMBER_MAX: i64 = 100;
/// What one more row of header must be worth.
const ROW_COST: u32 = 15;
/// A better header than one already found stands near it: below a line that only looked like one.
const BELOW_ROWS: u32 = 12;
/// A sheet whose name or title says which list it is fits that list better.
const TITLED: u32 = 150;
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

    /// Lets a column tell what somebody decided; a field that another column told is taken from it. Letters and codes
    /// that this list does not have change nothing.
    pub(crate) fn force(&mut self, letters: &str, field: Option<&str>) {
        let spec = field.map(|code| self.role.columns().iter().find(|spec| spec.code == code));
        let Some(at) = self.columns.iter().position(|each| column_letters(each.col) == letters)
        else {
            return;
        };
        let spec = match spec {
            Some(None) => return,
            Some(Some(spec)) => Some(spec),
            None => None,
        };
        for column in &mut self.columns {
            if spec.is_some_and(|spec| column.spec.is_some_and(|own| own.field == spec.field)) {
                column.spec = None;
            }
        }
        self.columns[at].spec = spec;
    }

    /// The last row that belongs to the header, its numbers included.
    pub(crate) fn end(&self) -> u32 {
        self.number_row.unwrap_or(*self.rows.end())
    }
}

/// The best header on the sheet for one of these lists.
pub(crate) fn find(sheet: &Sheet, roles: &[Role]) -> Option<Header> {
    let top = Top::of(sheet);
    let mut best: Option<Header> = None;
    for row in top.rows.iter().filter(|row| texts(row) >= 2) {
        if best.as_ref().is_some_and(|best| row.number > best.rows.end() + BELOW_ROWS) {
            break;
        }
        if top.is_inside(row.number) {
            continue; // the middle of a header
        }
        let titles = top.titles(row.number);
        let rows = row.number..row.number + HEADER_ROWS_MAX;
        let heights: Vec<(RangeInclusive<u32>, Vec<Heading>)> = rows
            .map(|end| row.number..=end)
            .map(|rows| (rows.clone(), top.headings(&rows)))
            .collect();
        for &role in roles {
            if let Some(found) = best_height(&top, &heights, &titles, role)
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

/// The best header for one list among those that start in one row.
fn best_height(
    top: &Top<'_>,
    heights: &[(RangeInclusive<u32>, Vec<Heading>)],
    titles: &[String],
    role: Role,
) -> Option<Header> {
    let says = |title: &String| role.title_words().iter().any(|word| holds(title, word));
    let is_said = titles.iter().any(says);
    let mut best: Option<Header> = None;
    for (rows, headings) in heights {
        let least = top.merged_down_to(*rows.start(), HEADER_ROWS_MAX);
        let (columns, score) = assign(headings, role.columns());
        let height = rows.end() - rows.start();
        let bonus = if is_said { TITLED } else { 0 };
        let score = (score + bonus).saturating_sub(ROW_COST * height);
        let header = Header { role, rows: rows.clone(), number_row: None, columns, score };
        let goes_on = may_extend(top, rows.end() + 1, &header);
        let fits = *rows.end() >= least && proves(&header, is_said);
        if fits && best.as_ref().is_none_or(|best| header.score > best.score) {
            best = Some(header);
        }
        if !goes_on {
            break;
        }
    }
    best
}

/// Whether the next row may be one more row of the header: text only, and nothing under the
/// running number or the subject.
fn may_extend(top: &Top<'_>, number: u32, header: &Header) -> bool {
    let Some(row) = top.row(number) else { return top.is_inside(number) };
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

/// Whether enough known headings stand together for this list, and none of another.
fn proves(header: &Header, titled: bool) -> bool {
    let (one_of, untitled) = header.role.proof();
    let subject = header.role.subject();
    let has_subject = header.has(subject)
        || subject == Field::Name && header.has(Field::FamilyName) && header.has(Field::GivenName);
    let has_one = |fields: &[Field]| fields.iter().any(|field| header.has(*field));
    let others = header.columns.iter().filter(|column| column.spec.is_none());
    let is_contrary = |column: &Column| {
        let leaf = words(column.title.rsplit(" > ").next().unwrap_or(""));
        header.role.contrary().contains(&leaf.as_str())
    };
    has_subject
        && has_one(one_of)
        && (titled || untitled.is_empty() || has_one(untitled))
        && !others.into_iter().any(is_contrary)
}

/// The row of column numbers right below the header: `1 2 3`, `(1) (2) (3)`, `A B 1 2`.
fn number_row(sheet: &Sheet, end: u32) -> Option<u32> {
    row_at(sheet, end + 1).filter(|row| is_number_row(row)).map(|row| row.number)
}

/// Whether a row numbers the columns and does nothing else: every cell a small number or a single
/// letter, no two the same.
pub(crate) fn is_number_row(row: &Row) -> bool {
    let cells: Vec<&Cell> = row.cells.iter().filter(|cell| !is_blank(cell)).collect();
    let mut numbers: Vec<i64> = cells.iter().filter_map(|cell| column_number(cell)).collect();
    let letters = cells.iter().filter(|cell| is_column_letter(cell)).count();
    let (counted, all) = (numbers.len() + letters, cells.len());
    numbers.sort_unstable();
    let distinct = numbers.windows(2).all(|pair| pair[0] < pair[1]);
    let small = numbers.first().is_some_and(|least| (0..=2).contains(least))
        && numbers.last().is_some_and(|most| *most <= COLUMN_NUMBER_MAX);
    numbers.len() >= 2 && all >= 3 && counted == all && distinct && small
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
            let pending = cell.formula.as_ref().is_some_and(|formula| !formula.has_value);
            !pending && text.chars().all(|c| c.is_whitespace() || c == '\u{200B}')
        }
        _ => false,
    }
}

/// The address of a cell as the spreadsheet shows it.
pub(crate) fn address(col: u32, row: u32) -> String {
    format!("{}{row}", column_letters(col))
}
