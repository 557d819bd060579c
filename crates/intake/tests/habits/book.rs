//! Small workbooks for a test, and what a reading says about them.

use intake::{Kind, MemberRow, Options, Reading, Rows, UnitRow, read};
use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use sheets::{Limits, read_bytes};

/// One cell: text, a number, or a day shown as one.
#[derive(Clone, Copy)]
pub(crate) enum C<'t> {
    T(&'t str),
    N(f64),
    D(u16, u8, u8),
    E,
}
pub(crate) use C::{D, E, N, T};

/// A sheet with these rows from this row on (from 1).
pub(crate) fn sheet<'w>(
    book: &'w mut Workbook,
    name: &str,
    rows: &[&[C<'_>]],
) -> &'w mut Worksheet {
    let sheet = book.add_worksheet();
    sheet.set_name(name).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in (0..).zip(rows) {
        for (col, cell) in (0..).zip(*cells) {
            match *cell {
                T(text) => sheet.write_string(row, col, text).unwrap(),
                N(number) => sheet.write_number(row, col, number).unwrap(),
                D(y, m, d) => {
                    let written = ExcelDateTime::from_ymd(y, m, d).unwrap();
                    sheet.write_datetime_with_format(row, col, &written, &day).unwrap()
                }
                E => sheet,
            };
        }
    }
    sheet
}

/// Reads a workbook as it would be on 30/6/2024.
pub(crate) fn reading(kind: Kind, book: &mut Workbook) -> Reading {
    let bytes = book.save_to_buffer().unwrap();
    reading_of("so.xlsx", &bytes, &Options::new(kind, date(2024, 6, 30)))
}

/// One sheet of rows, read.
pub(crate) fn of_rows(kind: Kind, rows: &[&[C<'_>]]) -> Reading {
    let mut book = Workbook::new();
    sheet(&mut book, "Sheet1", rows);
    reading(kind, &mut book)
}

/// Separated text, read.
pub(crate) fn of_csv(kind: Kind, text: &str) -> Reading {
    reading_of("so.csv", text.as_bytes(), &Options::new(kind, date(2024, 6, 30)))
}

/// Bytes of any format, read.
pub(crate) fn reading_of(name: &str, bytes: &[u8], options: &Options) -> Reading {
    let workbook = read_bytes(name, bytes, &Limits::default()).unwrap();
    read(&workbook, options)
}

/// The members of the first list.
pub(crate) fn members(reading: &Reading) -> &[MemberRow] {
    match reading.sheets.first().map(|sheet| &sheet.rows) {
        Some(Rows::Members(rows)) => rows,
        other => panic!("no roster: {other:?}, {:?} {:?}", reading.refused, reading.skipped),
    }
}

/// The units of the first list.
pub(crate) fn units(reading: &Reading) -> &[UnitRow] {
    match reading.sheets.first().map(|sheet| &sheet.rows) {
        Some(Rows::Units(rows)) => rows,
        other => panic!("no units: {other:?}, {:?} {:?}", reading.refused, reading.skipped),
    }
}

/// Name, sex and birth of each member.
pub(crate) fn people(reading: &Reading) -> Vec<String> {
    let person = |row: &MemberRow| {
        let sex = row.person.sex.map_or_else(|| "?".into(), |sex| sex.to_string());
        let birth = row.person.birth.map_or_else(|| "?".into(), vietnamese::date::PartialDate::iso);
        format!("{} {sex} {birth}", row.person.name.as_deref().unwrap_or("?"))
    };
    members(reading).iter().map(person).collect()
}

/// `row kind` of every finding that is more than information.
pub(crate) fn grave(reading: &Reading) -> Vec<String> {
    let problems = reading.sheets.iter().flat_map(|sheet| &sheet.problems);
    let grave = problems.filter(|problem| problem.severity > intake::Severity::Info);
    grave.map(|problem| format!("{} {}", problem.row, problem.kind.code())).collect()
}

/// Every finding of a sheet or of the workbook.
pub(crate) fn of_file(reading: &Reading) -> Vec<String> {
    let say = |found: &intake::FileProblem| {
        let place = found.place.clone().unwrap_or_default();
        format!("{} {place} {:?} {:?}", found.kind.code(), found.printed, found.computed)
    };
    reading.file_problems.iter().map(say).collect()
}
