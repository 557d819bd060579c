//! Writing a table down as a file, and noting that it left the books.

use kernel::{Actor, Id, Refusal};
use sheets::write::{Column, CsvWriter, Field, Table as Sheet, WriteError, Writer};

use super::model::{Cell, Format, Table};
use crate::{App, Error, Result};

/// Rows of one file at most; a longer list is asked for in parts.
const ROWS_MAX: usize = 200_000;
/// What a Vietnamese Excel parts fields at.
const SEPARATOR: char = ';';

/// The table as the bytes of a file. The audit trail keeps what was taken, how much of it, and by whom.
pub fn export(
    app: &App,
    actor: &Actor,
    (what, subject): (&str, Option<Id>),
    table: &Table,
    format: Format,
) -> Result<Vec<u8>> {
    if table.rows.len() > ROWS_MAX {
        return Err(Refusal::new(
            "export_too_long",
            format!("Danh sách dài hơn {ROWS_MAX} dòng"),
            "Thu hẹp phạm vi hoặc kỳ rồi tải lại",
        )
        .into());
    }
    let bytes = match format {
        Format::Csv => csv(table),
        Format::Xlsx => xlsx(table),
    };
    let bytes = bytes.map_err(|error| refused(&error))?;
    let detail = format!("{}, {} dòng, .{}", table.name, table.rows.len(), format.ending());
    app.note(actor, what, subject, Some(&detail))?;
    Ok(bytes)
}

fn refused(error: &WriteError) -> Error {
    Refusal::new(error.code(), error.vi(), "Thu hẹp danh sách, hoặc chọn dạng tệp khác").into()
}

fn columns(table: &Table) -> Vec<Column> {
    table.columns.iter().map(|(title, width)| Column::new(title.clone(), *width)).collect()
}

fn field(cell: &Cell) -> Field<'_> {
    match cell {
        Cell::Empty => Field::Empty,
        Cell::Text(text) => Field::Text(text),
        Cell::Integer(number) => Field::Integer(*number),
        Cell::Percent(hundredths) => Field::Percent(*hundredths),
        Cell::Date(day) => Field::Date(day.date()),
    }
}

fn csv(table: &Table) -> std::result::Result<Vec<u8>, WriteError> {
    let mut writer = CsvWriter::new(Vec::new(), SEPARATOR, &columns(table))?;
    for row in &table.rows {
        writer.row(&row.iter().map(field).collect::<Vec<_>>())?;
    }
    writer.finish()
}

fn xlsx(table: &Table) -> std::result::Result<Vec<u8>, WriteError> {
    let mut writer = Writer::new();
    let titles: Vec<&str> = table.titles.iter().map(String::as_str).collect();
    let columns = columns(table);
    let mut sheet =
        writer.sheet(&Sheet { name: &table.name, titles: &titles, columns: &columns })?;
    for row in &table.rows {
        sheet.row(&row.iter().map(field).collect::<Vec<_>>())?;
    }
    writer.into_bytes()
}
