//! Writing a table down as a file, and noting that it left the books.

use kernel::{Actor, Id, Refusal};
use sheets::write::{Column, CsvWriter, Field, Table as Sheet, WriteError, Writer};

use super::model::{Cell, Format, Paper, Table};
use crate::{App, Error, Result};

/// Rows of one file at most; a longer list is asked for in parts.
const ROWS_MAX: usize = 200_000;
/// Letters of what is noted of a print at most.
const DETAIL_MAX: usize = 300;
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
    let titles: Vec<&str> = table.titles.iter().map(String::as_str).collect();
    let columns: Vec<Column> =
        table.columns.iter().map(|(title, width)| Column::new(title.clone(), *width)).collect();
    let sheet = Sheet { name: &table.name, titles: &titles, columns: &columns };
    let bytes = file(&sheet, &table.rows, format).map_err(|error| refused(&error))?;
    let detail = format!("{}, {} dòng, .{}", table.name, table.rows.len(), format.ending());
    app.note(actor, what, subject, Some(&detail))?;
    Ok(bytes)
}

/// Notes that what a reader sees of a unit is put on paper.
pub fn print(app: &App, actor: &Actor, paper: Paper, unit: Id, detail: &str) -> Result<()> {
    app.db.read(|tx| app.must_reach(tx, actor, paper.action(), unit, app.today()))?;
    let detail: String = detail.chars().take(DETAIL_MAX).collect();
    app.note(actor, paper.noted(), Some(unit), Some(&detail))
}

fn refused(error: &WriteError) -> Error {
    Refusal::new(error.code(), error.vi(), "Thu hẹp danh sách, hoặc chọn dạng tệp khác").into()
}

/// Rows as the bytes of a file; the one place that knows what a Vietnamese spreadsheet opens.
pub(crate) fn file(
    sheet: &Sheet<'_>,
    rows: impl IntoIterator<Item = impl AsRef<[Cell]>>,
    format: Format,
) -> Result<Vec<u8>, WriteError> {
    match format {
        Format::Csv => {
            let mut writer = CsvWriter::new(Vec::new(), SEPARATOR, sheet.columns)?;
            rows.into_iter().try_for_each(|row| writer.row(&fields(row.as_ref())))?;
            writer.finish()
        }
        Format::Xlsx => {
            let mut writer = Writer::new();
            let mut written = writer.sheet(sheet)?;
            rows.into_iter().try_for_each(|row| written.row(&fields(row.as_ref())))?;
            writer.into_bytes()
        }
    }
}

fn fields(row: &[Cell]) -> Vec<Field<'_>> {
    row.iter().map(field).collect()
}

fn field(cell: &Cell) -> Field<'_> {
    match cell {
        Cell::Empty => Field::Empty,
        Cell::Text(text) => Field::Text(text),
        Cell::Integer(number) => Field::Integer(*number),
        Cell::Percent(hundredths) => Field::Percent(*hundredths),
        Cell::Sum(rows, value) => Field::Sum(rows, *value),
        Cell::Date(day) => Field::Date(day.date()),
    }
}
