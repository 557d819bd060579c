//! `.xls`: the old binary format.

use std::io::Cursor;

use calamine::{Data, Reader};

use crate::{Cell, Format, Limits, Refusal, Row, Sheet, Value, Workbook};

pub(crate) fn read(bytes: &[u8], _limits: &Limits) -> Result<Workbook, Refusal> {
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
    Ok(Workbook { format: Format::Xls, encoding: None, separator: None, date_1904: false, sheets })
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
