//! Which rows below a header are data: headings, totals, repeated headers, prepared running
//! numbers and the signatures below the table are not.

mod wording;

use sheets::{Cell, Row, Value};

use crate::columns::Field;
use crate::header::{is_blank, is_number_row};
use crate::heading::{holds, words};
use crate::legacy::label;
use crate::table::{Line, Table};
use wording::{is_ordinal, is_signature, is_total, sounds_like_block, sounds_like_heading};

/// Why a row is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The heading of a block of units.
    Block,
    /// The heading of a group of people.
    Group,
    /// The sum of a block.
    Subtotal,
    /// The sum of the list.
    Total,
    /// The header once more.
    RepeatHeader,
    /// A running number and nothing else.
    Prenumbered,
    /// Place and date, signatures, notes below the table.
    Footer,
}

/// A row that is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NotData {
    /// As the spreadsheet shows it.
    pub row: u32,
    /// What it is.
    pub what: What,
}

/// The heading of a block or a group; it holds until the next one.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    /// As written, decoded.
    pub text: String,
    /// How many data rows stand above it.
    pub start: usize,
}

/// A row of printed sums.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TotalRow<'a> {
    /// Its cells.
    pub row: &'a Row,
    /// The heading it stands under, or is itself.
    pub heading: Option<usize>,
    /// What it sums up.
    pub sums: Sums,
    /// How many data rows stand above it, and above the sum before it.
    pub at: usize,
    /// See above.
    pub since: usize,
}

/// Which rows a printed sum is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sums {
    /// The whole list.
    All,
    /// The rows above, back to a heading or to the sum before.
    Above,
    /// The rows below, in the row of a heading.
    Below,
}

/// Sorts every row below the header of a table.
pub(crate) fn sort(table: &mut Table<'_>) {
    let sheet = table.sheet;
    let start = sheet.rows.partition_point(|row| row.number <= table.header.end());
    let numbered = is_numbered(table, start);
    let mut heading = None;
    let mut since = 0;
    for row in &sheet.rows[start..] {
        let at = table.lines.len();
        let Some(kind) = kind_of(table, row, numbered) else { continue };
        match kind {
            Kind::Data => table.lines.push(Line { row, heading }),
            Kind::Heading(text, is_sum) => {
                heading = Some(table.headings.len());
                table.headings.push(Heading { text, start: at });
                let what = if table.header.role.of_people() { What::Group } else { What::Block };
                table.not_data.push(NotData { row: row.number, what });
                if is_sum {
                    table.totals.push(TotalRow { row, heading, sums: Sums::Below, at, since });
                }
            }
            Kind::Total { of_part } => {
                let sums = if of_part { Sums::Above } else { Sums::All };
                table.totals.push(TotalRow { row, heading, sums, at, since });
                since = at;
            }
            Kind::Other(what) => table.not_data.push(NotData { row: row.number, what }),
            Kind::End => {
                table.not_data.push(NotData { row: row.number, what: What::Footer });
                break;
            }
        }
    }
    trim_tail(table, numbered);
    name_totals(table);
}

/// A sum of the whole list stands at its head or its end; elsewhere it is a sum of a part. A sum of
/// a part at the end of a list without parts is the sum of the whole.
fn name_totals(table: &mut Table<'_>) {
    let end = table.lines.len();
    let has_parts = !table.headings.is_empty();
    for total in &mut table.totals {
        let is_between = total.at > 0 && total.at < end;
        total.sums = match total.sums {
            Sums::All if is_between => Sums::Above,
            Sums::Above if !has_parts && total.since == 0 && !is_between => Sums::All,
            sums => sums,
        };
        let what = if total.sums == Sums::All { What::Total } else { What::Subtotal };
        if total.sums != Sums::Below {
            table.not_data.push(NotData { row: total.row.number, what });
        }
    }
    table.not_data.sort_by_key(|not| not.row);
}

/// What a row turned out to be.
enum Kind {
    Data,
    /// Its text, and whether sums are printed in the same row.
    Heading(String, bool),
    Total {
        of_part: bool,
    },
    Other(What),
    /// The signatures: nothing below belongs to the table.
    End,
}

/// Whether most rows of the list carry a running number.
fn is_numbered(table: &Table<'_>, start: usize) -> bool {
    let Some(col) = table.column(Field::Stt) else { return false };
    let rows = &table.sheet.rows[start..];
    let numbered = rows.iter().filter(|row| row.cell(col).is_some_and(is_running_number)).count();
    2 * numbered > rows.len().min(20)
}

fn is_running_number(cell: &Cell) -> bool {
    running_number(cell).is_some()
}

/// More rows than any sheet has.
const RUNNING_MAX: i64 = 10_000_000;

/// The running number in a cell: `12`, `12.`, `012`.
pub(crate) fn running_number(cell: &Cell) -> Option<i64> {
    match &cell.value {
        Value::Number(number) if number.fract() == 0.0 => Some(*number as i64),
        Value::Text(text) => text.trim().trim_end_matches(['.', ')']).parse().ok(),
        _ => None,
    }
    .filter(|number: &i64| (0..=RUNNING_MAX).contains(number))
}

fn kind_of(table: &Table<'_>, row: &Row, numbered: bool) -> Option<Kind> {
    let stt = table.column(Field::Stt);
    let number = stt.and_then(|col| row.cell(col)).filter(|cell| !is_blank(cell));
    let has_number = number.is_some_and(is_running_number);
    let mut filled = row.cells.iter().filter(|cell| !is_blank(cell) && in_table(table, cell.col));
    if has_number {
        return match filled.nth(1) {
            None => Some(Kind::Other(What::Prenumbered)),
            Some(_) if is_prepared(table, row) => Some(Kind::Other(What::Prenumbered)),
            Some(second) if is_count(second) && is_number_row(row) => {
                Some(Kind::Other(What::RepeatHeader))
            }
            Some(_) => Some(Kind::Data),
        };
    }
    let first = filled.next()?;
    if repeats_header(table, row) {
        return Some(Kind::Other(What::RepeatHeader));
    }
    let texts: Vec<(u32, String)> = text_cells(table, row);
    if let Some((_, text)) = texts.first()
        && let Some(of_part) = is_total(text)
        && texts.len() <= 2
    {
        let carried = ["trang", "mang sang"].iter().any(|word| holds(&words(text), word));
        // A sum carried from page to page sums up what no heading tells.
        let page = Kind::Other(What::Subtotal);
        return Some(if carried { page } else { Kind::Total { of_part } });
    }
    if has_proof(table, row) {
        return Some(Kind::Data);
    }
    if texts.len() <= 3 && texts.iter().any(|(_, text)| is_signature(text)) {
        return Some(Kind::End);
    }
    let _ = first;
    Some(heading_or_data(table, row, &texts, numbered))
}

/// Whether a row of people holds only what a template fills in before anybody is named.
fn is_prepared(table: &Table<'_>, row: &Row) -> bool {
    const OF_TEMPLATE: [Field; 5] =
        [Field::Stt, Field::Unit, Field::Group, Field::Ethnicity, Field::Sex];
    let mut filled = row.cells.iter().filter(|cell| !is_blank(cell));
    table.header.role.of_people()
        && filled
            .all(|cell| table.field_at(cell.col).is_none_or(|field| OF_TEMPLATE.contains(&field)))
}

/// Whether a row holds a birth date, an identity or a tax number: in the same columns signatures
/// have words.
fn has_proof(table: &Table<'_>, row: &Row) -> bool {
    let fields = [Field::Dob, Field::DobMale, Field::DobFemale, Field::Cccd, Field::Mst];
    fields.into_iter().filter_map(|field| table.own_cell(row, field)).any(|cell| {
        match &cell.value {
            Value::Number(_) => true,
            Value::Text(text) => {
                text.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '\'')
            }
            _ => false,
        }
    })
}

/// A row without running number, birth date or identity number: a heading when one text stands
/// alone, or with sums only.
fn heading_or_data(table: &Table<'_>, row: &Row, texts: &[(u32, String)], numbered: bool) -> Kind {
    let said: Vec<&(u32, String)> = texts.iter().filter(|(_, text)| !is_ordinal(text)).collect();
    let [(_, text)] = said.as_slice() else {
        return if said.is_empty() { Kind::Other(What::Footer) } else { Kind::Data };
    };
    let figures = row.cells.iter().filter(|cell| is_count(cell)).count();
    let has_ordinal = said.len() < texts.len();
    let is_heading = if table.has(Field::Stt) && numbered {
        figures == 0 || has_ordinal || sounds_like_heading(text)
    } else {
        figures == 0 && (sounds_like_heading(text) || table.is_merged_wide(row.number))
            || has_ordinal
            || sounds_like_block(text)
    };
    if is_heading { Kind::Heading((*text).clone(), figures > 0) } else { Kind::Data }
}

/// Headings and totals at the very end head nothing: notes below the table. So do rows without
/// a running number that say next to nothing, below a gap, in a numbered list.
fn trim_tail(table: &mut Table<'_>, numbered: bool) {
    while numbered
        && let [.., before, last] = table.lines.as_slice()
        && last.number() > before.number() + 1
        && table.own_cell(last.row, Field::Stt).is_none()
        && last.row.cells.iter().filter(|cell| !is_blank(cell)).count() <= 2
    {
        let row = last.number();
        table.lines.pop();
        table.not_data.push(NotData { row, what: What::Footer });
    }
    let last_data = table.lines.last().map_or(0, Line::number);
    for not in &mut table.not_data {
        if not.row > last_data && matches!(not.what, What::Block | What::Group) {
            not.what = What::Footer;
        }
    }
    table.not_data.sort_by_key(|not| not.row);
}

fn in_table(table: &Table<'_>, col: u32) -> bool {
    let columns = &table.header.columns;
    columns.binary_search_by_key(&col, |column| column.col).is_ok()
}

fn text_cells(table: &Table<'_>, row: &Row) -> Vec<(u32, String)> {
    let cells = row.cells.iter().filter(|cell| !is_blank(cell) && in_table(table, cell.col));
    let texts = cells.filter(|cell| matches!(cell.value, Value::Text(_)) && !is_count(cell));
    texts.map(|cell| (cell.col, label(cell))).collect()
}

fn is_count(cell: &Cell) -> bool {
    match &cell.value {
        Value::Number(_) => true,
        Value::Text(text) => {
            let text = text.trim();
            text.starts_with(|c: char| c.is_ascii_digit())
                && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'))
        }
        _ => false,
    }
}

/// Whether a row says again what the header says in the same columns.
fn repeats_header(table: &Table<'_>, row: &Row) -> bool {
    let mut same = 0;
    let mut filled = 0;
    for cell in row.cells.iter().filter(|cell| !is_blank(cell)) {
        filled += 1;
        let Value::Text(text) = &cell.value else { return false };
        let mut header = table.header.rows.clone();
        let repeats = header.any(|number| {
            crate::header::row_at(table.sheet, number)
                .and_then(|row| row.cell(cell.col))
                .is_some_and(
                    |above| matches!(&above.value, Value::Text(t) if t.trim() == text.trim()),
                )
        });
        same += usize::from(repeats);
    }
    same >= 2 && 2 * same > filled
}
