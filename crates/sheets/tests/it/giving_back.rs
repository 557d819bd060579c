//! Rows given back to the clerk: as they were, with why.

use std::collections::{BTreeMap, BTreeSet};

use sheets::write::{Marked, Reason, annotate};
use sheets::{Limits, Merge, Value, Workbook, read_bytes};

use crate::common::{at, read_sample, text};

fn reason(why: &str, proposal: &str) -> Reason {
    Reason { why: why.to_owned(), proposal: proposal.to_owned() }
}

fn marked(header_row: u32, head_rows: u32, rows: &[(u32, Reason)]) -> Marked {
    let reasons: BTreeMap<u32, Reason> = rows.iter().cloned().collect();
    Marked { sheet: 0, header_row, head_rows, kept: BTreeSet::new(), reasons }
}

fn given_back(book: &Workbook, marked: &[Marked]) -> Workbook {
    read_bytes("a.xlsx", &annotate(book, marked).unwrap(), &Limits::default()).unwrap()
}

#[test]
fn rows_come_back_under_their_headings_with_fonts_and_a_reason() {
    let book = read_sample("doan-vien-vntime-co-khi-truong-son-ha.xlsx");
    let rows = [(12, reason("Sai ngày sinh", "1988")), (20, reason("=lý do", ""))];
    let back = given_back(&book, &[marked(7, 8, &rows)]);
    assert_eq!(text(&back, "A7"), text(&book, "A7"));
    assert_eq!([text(&back, "M7"), text(&back, "N7")], ["Lý do", "Đề nghị sửa"]);
    for (from, to) in [(12, 9), (20, 10)] {
        let (from, to) = (row(&book, from), row(&back, to));
        for (before, after) in from.cells.iter().zip(&to.cells) {
            assert_eq!((before.col, &before.value), (after.col, &after.value));
            assert_eq!((&before.font, before.date_format), (&after.font, after.date_format));
        }
        assert!(to.cells.len() > from.cells.len());
    }
    assert_eq!([text(&back, "M9"), text(&back, "N9")], ["Sai ngày sinh", "1988"]);
    assert_eq!(text(&back, "M10"), "=lý do");
    assert_eq!(back.sheets[0].rows.len(), row_count_above(&book, 8) + 2);
    assert!(!back.sheets[0].merges.is_empty(), "merged headings stay merged");
}

fn row(book: &Workbook, number: u32) -> &sheets::Row {
    book.sheets[0].rows.iter().find(|row| row.number == number).unwrap()
}

fn row_count_above(book: &Workbook, last: u32) -> usize {
    book.sheets[0].rows.iter().filter(|row| row.number <= last).count()
}

#[test]
fn days_of_the_1904_system_stay_the_same_days() {
    let book = read_sample("hostile-ngay-1904.xlsx");
    let back = given_back(&book, &[marked(3, 3, &[(4, reason("x", ""))])]);
    assert!(!back.date_1904);
    let day = at(&back, "D4").unwrap();
    assert_eq!((&day.value, day.date_format), (&Value::Number(26_576.0 + 1_462.0), true));
}

#[test]
fn a_formula_comes_back_as_its_result_or_empty_and_a_trap_as_text() {
    let book = read_sample("hostile-cong-thuc.xlsx");
    let rows: Vec<_> = (4..=9).map(|row| (row, reason("x", ""))).collect();
    let back = given_back(&book, &[marked(3, 3, &rows)]);
    assert_eq!([text(&back, "B4"), text(&back, "E7")], ["Dương Thị Yến", "031186260773"]);
    assert_eq!(at(&back, "A5").unwrap().value, Value::Number(2.0));
    assert_eq!(at(&back, "E8"), None);
    assert_eq!(text(&back, "G9"), "=cmd|' /C calc'!A0");
    assert!(back.sheets[0].rows.iter().all(|row| row.cells.iter().all(|c| c.formula.is_none())));
}

#[test]
fn a_value_merged_downwards_goes_with_each_row() {
    let book = read_sample("hostile-gop-o.xlsx");
    let back = given_back(&book, &[marked(3, 3, &[(6, reason("x", "")), (8, reason("y", ""))])]);
    assert_eq!([text(&back, "B4"), text(&back, "B5")], [text(&book, "B4"), text(&book, "B4")]);
}

#[test]
fn a_file_given_back_twice_has_the_columns_once() {
    let book = read_sample("doan-vien-phan-mem-nhan-su.csv");
    let once = given_back(&book, &[marked(1, 1, &[(5, reason("cũ", "")), (9, reason("cũ", "z"))])]);
    let twice = given_back(&once, &[marked(1, 1, &[(3, reason("mới", ""))])]);
    let last = |book: &Workbook| row(book, 1).cells.last().unwrap().col;
    assert_eq!((last(&once), last(&twice)), (13, 13));
    assert_eq!((text(&twice, "M2"), at(&twice, "N2")), ("mới", None));
    assert_eq!(text(&twice, "B2"), text(&book, "B9"));
    assert_eq!(text(&twice, "E2"), text(&book, "E9"), "a number typed as text keeps its zeros");
}

#[test]
fn blocks_kept_stand_between_the_rows_they_head_and_mixed_fonts_survive() {
    let book = read_sample("hai-phong-chu.xlsx");
    let mut marked = marked(1, 1, &[(3, reason("x", ""))]);
    marked.kept.insert(2);
    let back = given_back(&book, &[marked]);
    assert_eq!(at(&back, "B2").unwrap().runs, at(&book, "B2").unwrap().runs);
    assert_eq!(text(&back, "B3"), "TrÇn ThÞ");
    assert_eq!(text(&back, "C3"), "x");
}

#[test]
fn damaged_merges_and_unknown_sheets_do_no_harm() {
    let mut book = read_sample("hostile-gop-o.xlsx");
    let area = |first_row, last_row| Merge { first_row, last_row, first_col: 0, last_col: 16_383 };
    book.sheets[0].merges.extend([area(0, 2), area(1, 3), area(2, 3), area(3, u32::MAX)]);
    let reasons = [(5, reason("x", "")), (9_999, reason("không có dòng này", ""))];
    let nowhere = Marked { sheet: 9, ..marked(3, 3, &reasons) };
    let back = given_back(&book, &[marked(3, 3, &reasons), nowhere]);
    assert_eq!((back.sheets.len(), text(&back, "I4")), (1, "x"));
}
