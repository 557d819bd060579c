//! Reading: which format the content is in, and the reader for it.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader};

use crate::{Cell, Format, Limits, Lookalike, Refusal, Row, Sheet, Value, Workbook};

/// Reads a workbook from disk.
pub fn read_file(path: &Path, limits: &Limits) -> Result<Workbook, Refusal> {
    let unreadable = |error: std::io::Error| Refusal::Unreadable { detail: error.to_string() };
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limits.file_bytes + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    read_bytes(&path.to_string_lossy(), &bytes, limits)
}

/// Reads a workbook from memory. The content decides the format; the name only tells text that
/// calls itself a workbook from text that is meant as a list.
pub fn read_bytes(name: &str, bytes: &[u8], limits: &Limits) -> Result<Workbook, Refusal> {
    let _ = name;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(Refusal::TooLarge { limit: limits.file_bytes });
    }
    if bytes.is_empty() {
        return Err(Refusal::NotAWorkbook { found: Lookalike::Empty });
    }
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|error| Refusal::Corrupt { detail: error.to_string() })?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book
            .worksheet_range(&name)
            .map_err(|error| Refusal::Corrupt { detail: error.to_string() })?;
        let first = range.start().unwrap_or_default();
        let rows = (first.0 + 1..).zip(range.rows()).map(|(number, cells)| Row {
            number,
            cells: (first.1..).zip(cells).filter_map(|(col, data)| cell(col, data)).collect(),
            ..Row::default()
        });
        let rows = rows.filter(|row| !row.cells.is_empty()).collect();
        sheets.push(Sheet { name, rows, ..Sheet::default() });
    }
    Ok(Workbook { format: Format::Xlsx, encoding: None, separator: None, date_1904: false, sheets })
}

fn cell(col: u32, data: &Data) -> Option<Cell> {
    let value = match data {
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Value::Text(text.clone())
        }
        Data::Bool(truth) => Value::Bool(*truth),
        Data::DateTime(date) => Value::Number(date.as_f64()),
        Data::Error(error) => Value::Error(error.to_string()),
        _ => return None,
    };
    let date_format = matches!(data, Data::DateTime(_));
    Some(Cell { date_format, ..Cell::new(col, value) })
}
