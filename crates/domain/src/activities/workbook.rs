//! A workbook as lines of text with tabs: the first sheet that has the headings of a register, from those on.

use kernel::Refusal;
use sheets::{Cell, Limits, Row, Value};
use vietnamese::date::{DateSystem, PartialDate, from_serial};

use super::lines::{self, LINES_MAX};
use super::register::Register;

/// Cells of a row that are read: far more than any register has columns.
const CELLS_MAX: u32 = 60;

/// Reads a workbook or separated text into lines, the headings first.
pub fn lines_of_file(
    register: &'static Register,
    name: &str,
    bytes: &[u8],
) -> Result<String, Refusal> {
    let book = sheets::read_bytes(name, bytes, &Limits::default()).map_err(|refusal| {
        let then = "Lưu lại tệp dạng .xlsx hoặc .csv rồi gửi lại";
        Refusal::new(refusal.code(), refusal.vi(), then)
    })?;
    let days = if book.date_1904 { DateSystem::From1904 } else { DateSystem::From1900 };
    for sheet in &book.sheets {
        let rows: Vec<String> = sheet.rows.iter().map(|row| line(row, days)).collect();
        let head = rows.iter().take(20).position(|row| lines::heads(register, row).is_ok());
        if let Some(head) = head {
            return Ok(rows[head..]
                .iter()
                .take(LINES_MAX + 1)
                .cloned()
                .collect::<Vec<_>>()
                .join("\n"));
        }
    }
    Err(lines::headings_missing())
}

fn line(row: &Row, days: DateSystem) -> String {
    let last = row.cells.last().map_or(0, |cell| cell.col).min(CELLS_MAX);
    let cell = |col: u32| row.cell(col).map(|cell| text(cell, days)).unwrap_or_default();
    (0..=last).map(cell).collect::<Vec<_>>().join("\t")
}

/// A value as a person would type it; tabs and line ends would be other cells.
fn text(cell: &Cell, days: DateSystem) -> String {
    match &cell.value {
        Value::Text(text) | Value::Error(text) => text.replace(['\t', '\r', '\n'], " "),
        Value::Number(number) if cell.date_format => from_serial(*number as i64, days)
            .map_or_else(|| number.to_string(), |day| PartialDate::from(day).iso()),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => if *truth { "có" } else { "" }.to_owned(),
    }
}
