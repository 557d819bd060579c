//! Tables written and read back.

use jiff::civil::date;
use sheets::write::{Column, CsvWriter, Field, Table, WriteError, Writer};
use sheets::{Limits, Value, Workbook, read_bytes};

use crate::common::{at, cell, text};

fn columns() -> Vec<Column> {
    ["Họ tên", "Số CCCD", "Số đoàn viên", "Tỷ lệ", "Ngày"]
        .map(|title| Column::new(title, 18))
        .to_vec()
}

fn row() -> [Field<'static>; 5] {
    [
        Field::Text("Nguyễn Thị Ánh"),
        Field::Text("001187718726"),
        Field::Integer(3_335),
        Field::Percent(13_340),
        Field::Date(date(2021, 6, 30)),
    ]
}

fn written(rows: &[[Field<'_>; 5]]) -> Workbook {
    let mut writer = Writer::new();
    let columns = columns();
    let table =
        Table { name: "Đoàn viên", titles: &["DANH SÁCH", "Năm 2021"], columns: &columns };
    let mut sheet = writer.sheet(&table).unwrap();
    for row in rows {
        sheet.row(row).unwrap();
    }
    read_bytes("a.xlsx", &writer.into_bytes().unwrap(), &Limits::default()).unwrap()
}

#[test]
fn a_table_reads_back_as_it_was_written() {
    let book = written(&[row()]);
    assert_eq!(book.sheets[0].name, "Đoàn viên");
    assert_eq!([text(&book, "A1"), text(&book, "A2")], ["DANH SÁCH", "Năm 2021"]);
    assert_eq!(text(&book, "C3"), "Số đoàn viên");
    assert_eq!(text(&book, "B4"), "001187718726");
    assert_eq!(at(&book, "C4").unwrap().value, Value::Number(3_335.0));
    assert_eq!(at(&book, "D4").unwrap().value, Value::Number(1.334));
    let day = at(&book, "E4").unwrap();
    assert_eq!((&day.value, day.date_format), (&Value::Number(44_377.0), true));
}

#[test]
fn text_that_would_be_run_stays_text() {
    let formula = "=HYPERLINK(\"http://a\",\"b\")";
    let texts = [formula, "+84381057408", "-2+3", "@SUM(A1)", "\t=1+1", "a\rb_x0041_\u{1}"];
    let rows =
        texts.map(|t| [Field::Text(t), Field::Empty, Field::Empty, Field::Empty, Field::Empty]);
    let book = written(&rows);
    for (row, expected) in (4..).zip(texts) {
        let place = format!("A{row}");
        assert_eq!(text(&book, &place), expected);
        assert!(at(&book, &place).unwrap().formula.is_none());
    }
}

#[test]
fn what_a_number_cannot_hold_is_written_as_text() {
    let large = [
        Field::Integer(i64::MAX),
        Field::Integer(i64::MIN),
        Field::Percent(i64::MAX),
        Field::Date(date(1888, 2, 1)),
        Field::Empty,
    ];
    let book = written(&[large]);
    assert_eq!(text(&book, "A4"), "9223372036854775807");
    assert_eq!(text(&book, "B4"), "-9223372036854775808");
    assert_eq!(text(&book, "C4"), "92233720368547758,07%");
    assert_eq!(text(&book, "D4"), "01/02/1888");
}

#[test]
fn several_tables_stand_on_sheets_of_their_own() {
    let mut writer = Writer::new();
    for name in ["Kết nạp", "kết nạp", "a/b"] {
        let columns = [Column::new("Số", 8)];
        let table = Table { name, titles: &[], columns: &columns };
        let mut sheet = writer.sheet(&table).unwrap();
        for number in 0..2_000 {
            sheet.row(&[Field::Integer(number)]).unwrap();
        }
    }
    let bytes = writer.into_bytes().unwrap();
    let book = read_bytes("a.xlsx", &bytes, &Limits::default()).unwrap();
    let names: Vec<_> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Kết nạp", "kết nạp (2)", "a b"]);
    for sheet in &book.sheets {
        assert_eq!(cell(sheet, "A2001").unwrap().value, Value::Number(1_999.0));
    }
}

#[test]
fn a_text_too_long_for_a_cell_is_refused_and_not_cut() {
    let mut writer = Writer::new();
    let table = Table { name: "S", titles: &[], columns: &columns() };
    let mut sheet = writer.sheet(&table).unwrap();
    let long = "ư".repeat(32_768);
    assert_eq!(sheet.row(&[Field::Text(&long)]), Err(WriteError::TextTooLong));
}

#[test]
fn csv_opens_rightly_and_runs_nothing() {
    let mut writer = CsvWriter::new(Vec::new(), ';', &columns()).unwrap();
    writer.row(&row()).unwrap();
    let trap = "=cmd|' /C calc'!A0; \"x\"";
    writer
        .row(&[
            Field::Text(trap),
            Field::Empty,
            Field::Integer(-5),
            Field::Percent(-5),
            Field::Empty,
        ])
        .unwrap();
    let bytes = writer.finish().unwrap();
    let expected = "\u{feff}Họ tên;Số CCCD;Số đoàn viên;Tỷ lệ;Ngày\r\n\
        Nguyễn Thị Ánh;001187718726;3335;133,4%;30/06/2021\r\n\
        \"'=cmd|' /C calc'!A0; \"\"x\"\"\";;-5;-0,05%;\r\n";
    assert_eq!(String::from_utf8(bytes.clone()).unwrap(), expected);
    let book = read_bytes("a.csv", &bytes, &Limits::default()).unwrap();
    assert_eq!((book.separator, text(&book, "A3")), (Some(';'), &*format!("'{trap}")));
}

#[test]
fn a_sum_is_a_live_formula_with_its_value_and_a_number_in_csv() {
    let columns = [Column::new("TT", 5), Column::new("Số", 10)];
    let rows: [[Field<'_>; 2]; 3] = [
        [Field::Text("1"), Field::Integer(3)],
        [Field::Text("2"), Field::Integer(4)],
        [Field::Text("3"), Field::Sum(&[0, 1], 7)],
    ];
    let mut writer = Writer::new();
    let titles = ["BÁO CÁO", "Năm 2021"];
    let mut sheet = writer.sheet(&Table { name: "S", titles: &titles, columns: &columns }).unwrap();
    rows.iter().try_for_each(|row| sheet.row(row)).unwrap();
    let book = read_bytes("a.xlsx", &writer.into_bytes().unwrap(), &Limits::default()).unwrap();
    let cells = book.sheets[0].rows.iter().flat_map(|row| &row.cells);
    let formulas: Vec<_> = cells
        .filter_map(|cell| Some((cell.formula.as_ref()?.text.clone(), cell.value.clone())))
        .collect();
    // Two titles and the heading stand above: the first row of the table is the fourth.
    assert_eq!(formulas, [("B4+B5".to_owned(), Value::Number(7.0))]);
    let mut csv = CsvWriter::new(Vec::new(), ';', &columns).unwrap();
    rows.iter().try_for_each(|row| csv.row(row)).unwrap();
    let text = String::from_utf8(csv.finish().unwrap()).unwrap();
    assert!(text.ends_with("3;7\r\n"), "{text}");
}
