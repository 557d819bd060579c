//! What lists of units export: one row a unit, as text that a spreadsheet opens rightly.

use kernel::{Actor, Day};
use sheets::write::{Column, Table};

use super::model::UnitsAsked;
use crate::exports::{self, Cell, Format};
use crate::figures::{self, BelowRow, Query};
use crate::{App, Error, Result};

/// Rows of one file at most: a province's whole list, in about two seconds.
const MOST: usize = 20_000;
/// Rows gathered at a time.
const AT_ONCE: usize = 2_000;

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
    let (title, columns) = (format!("Đơn vị thuộc {}", query.scope), columns());
    let sheet = Table { name: "Đơn vị", titles: &[&title], columns: &columns };
    exports::file(&sheet, rows.iter().map(cells), format)
        .map_err(|error| Error::Broken(error.to_string()))
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

fn day_cell(text: Option<&str>) -> Cell {
    let day = text.and_then(|text| Day::parse(text).ok());
    day.map_or(Cell::Empty, Cell::Date)
}

fn cells(row: &BelowRow) -> Vec<Cell> {
    let unit = &row.unit;
    let mut cells = vec![
        Cell::Text(unit.code.clone()),
        Cell::Text(unit.name.clone()),
        Cell::Text(unit.kind.to_owned()),
        unit.parent.clone().map_or(Cell::Empty, Cell::Text),
        day_cell(Some(&unit.opened_on)),
        day_cell(unit.ended_on.as_deref()),
    ];
    match &row.values {
        Some(values) => cells.extend(values.iter().map(|value| Cell::Integer(*value))),
        None => cells.extend(FIGURES.map(|_| Cell::Empty)),
    }
    cells
}
