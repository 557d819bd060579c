//! What lists of units export: one row a unit, as text that a spreadsheet opens rightly.

use kernel::{Actor, Day};
use sheets::write::{Column, CsvWriter, Field, Table, WriteError, Writer};

use super::model::UnitsAsked;
use crate::figures::{self, BelowRow, Query};
use crate::{App, Error, Result};

/// Rows of one file at most: a province's whole list, in about two seconds.
const MOST: usize = 20_000;
/// Rows gathered at a time.
const AT_ONCE: usize = 2_000;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Separated text.
    Csv,
    /// A workbook.
    Xlsx,
}

/// The indicators that stand beside each unit.
const FIGURES: [&str; 3] = ["members.closing", "units.closing", "members.admitted"];

/// The units below a scope, narrowed as asked, as a file; which is noted in the audit trail.
pub fn export(
    app: &App,
    actor: &Actor,
    query: &Query,
    asked: &UnitsAsked,
    format: Format,
) -> Result<Vec<u8>> {
    let rows = gather(app, actor, query, asked)?;
    let detail = format!("{} đơn vị", rows.len());
    let scope = super::scope_of_code(app, actor, &query.scope)?;
    app.note(actor, "units.export", Some(scope), Some(&detail))?;
    let file = match format {
        Format::Csv => csv(&rows),
        Format::Xlsx => xlsx(&rows, &query.scope),
    };
    file.map_err(|error| Error::Broken(error.to_string()))
}

fn gather(app: &App, actor: &Actor, query: &Query, asked: &UnitsAsked) -> Result<Vec<BelowRow>> {
    let mut rows: Vec<BelowRow> = Vec::new();
    let mut asked = UnitsAsked { most: AT_ONCE, skip: 0, after: String::new(), ..asked.clone() };
    loop {
        let page = figures::page_below(app, actor, query, &FIGURES, &asked)?;
        let turned = page.rows.len();
        rows.extend(page.rows);
        asked.skip += turned;
        let more = match (page.next, page.total) {
            (Some(next), _) => {
                asked.after = next;
                true
            }
            (None, total) => turned > 0 && total.is_some_and(|total| asked.skip < total),
        };
        if !more || rows.len() >= MOST {
            rows.truncate(MOST);
            return Ok(rows);
        }
    }
}

fn columns() -> Vec<Column> {
    [
        ("Mã", 18),
        ("Tên đơn vị", 48),
        ("Loại", 26),
        ("Cấp trên trực tiếp", 40),
        ("Từ ngày", 12),
        ("Kết thúc", 12),
        ("Đoàn viên cuối kỳ", 16),
        ("CĐCS cuối kỳ", 14),
        ("Kết nạp trong kỳ", 16),
    ]
    .map(|(title, width)| Column::new(title, width))
    .to_vec()
}

fn day_field(text: Option<&str>) -> Field<'_> {
    let day = text.and_then(|text| Day::parse(text).ok());
    day.map_or(Field::Empty, |day| Field::Date(day.date()))
}

fn fields(row: &BelowRow) -> Vec<Field<'_>> {
    let unit = &row.unit;
    let mut fields = vec![
        Field::Text(&unit.code),
        Field::Text(&unit.name),
        Field::Text(unit.kind),
        unit.parent.as_deref().map_or(Field::Empty, Field::Text),
        day_field(Some(&unit.opened_on)),
        day_field(unit.ended_on.as_deref()),
    ];
    match &row.values {
        Some(values) => fields.extend(values.iter().map(|value| Field::Integer(*value))),
        None => fields.extend([Field::Empty; FIGURES.len()]),
    }
    fields
}

fn csv(rows: &[BelowRow]) -> Result<Vec<u8>, WriteError> {
    let mut file = CsvWriter::new(Vec::new(), ';', &columns())?;
    rows.iter().try_for_each(|row| file.row(&fields(row)))?;
    file.finish()
}

fn xlsx(rows: &[BelowRow], scope: &str) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Writer::new();
    let title = format!("Đơn vị thuộc {scope}");
    let columns = columns();
    let table = Table { name: "Đơn vị", titles: &[&title], columns: &columns };
    let mut sheet = workbook.sheet(&table)?;
    rows.iter().try_for_each(|row| sheet.row(&fields(row)))?;
    workbook.into_bytes()
}
