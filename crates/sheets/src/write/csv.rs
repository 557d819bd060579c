//! Separated text that Excel opens rightly: UTF-8 with its mark, line ends CRLF.

use std::io::Write;

use csv::{Terminator, WriterBuilder};

use super::{Column, Field, WriteError, neutral, percent_text};

/// Writes one table as CSV, row by row.
pub struct CsvWriter<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a table: the byte order mark and the headings. `separator` is an ASCII character;
    /// Excel in Vietnamese expects `;`.
    pub fn new(mut out: W, separator: char, columns: &[Column]) -> Result<Self, WriteError> {
        out.write_all("\u{feff}".as_bytes())?;
        let delimiter = u8::try_from(separator).unwrap_or(b';');
        let mut builder = WriterBuilder::new();
        builder.delimiter(delimiter).terminator(Terminator::CRLF);
        let mut writer = Self { out: builder.from_writer(out) };
        let titles: Vec<_> = columns.iter().map(|column| neutral(&column.title)).collect();
        writer.record(titles.iter().map(|title| title.as_bytes()))?;
        Ok(writer)
    }

    /// Writes one row; days as `dd/mm/yyyy`, percentages as `133,4%`.
    pub fn row(&mut self, fields: &[Field<'_>]) -> Result<(), WriteError> {
        let texts: Vec<_> = fields.iter().map(text_of).collect();
        self.record(texts.iter().map(|text| text.as_bytes()))
    }

    /// Ends the table and gives the writer back.
    pub fn finish(self) -> Result<W, WriteError> {
        self.out.into_inner().map_err(|error| WriteError::from(error.into_error()))
    }

    fn record<'r>(&mut self, fields: impl Iterator<Item = &'r [u8]>) -> Result<(), WriteError> {
        let failed = |error: csv::Error| WriteError::Failed { detail: error.to_string() };
        self.out.write_record(fields).map_err(failed)
    }
}

fn text_of<'f>(field: &Field<'f>) -> std::borrow::Cow<'f, str> {
    match field {
        Field::Empty => "".into(),
        Field::Text(text) => neutral(text),
        Field::Integer(number) | Field::Sum(_, number) => number.to_string().into(),
        Field::Percent(hundredths) => percent_text(*hundredths).into(),
        Field::Date(day) => day.strftime("%d/%m/%Y").to_string().into(),
    }
}
