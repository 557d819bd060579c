//! The reports of the scenarios, printed line by line from the records of the demonstration.

use domain::reports::{Article, Key, Report, article, find_article, find_form, read};
use domain::units::scope_of_code;
use kernel::{Actor, Period};
use vietnamese::number::Fraction;

use crate::books::books;

fn report(form: &str, scope: &str, period: &str) -> Report {
    let reader = Actor::operator("người đọc");
    let unit = scope_of_code(books(), &reader, scope).unwrap();
    let period = Period::parse(period).unwrap();
    read(books(), &reader, &Key { unit, form: find_form(form).unwrap(), period }, None).unwrap()
}

/// A line as it is printed: `21`, or `21/27 (77,78%)` where something was asked or owed.
fn printed(report: &Report, line: &str) -> String {
    let cell = report.cells.iter().find(|cell| cell.line == line).unwrap();
    let value = cell.value.unwrap();
    match cell.target.and_then(|asked| Fraction::new(value, asked)) {
        Some(rate) => format!("{value}/{} ({})", cell.target.unwrap(), rate.percent_text(2)),
        None => value.to_string(),
    }
}

fn must_print(report: &Report, lines: &[(&str, &str)]) {
    for (line, expected) in lines {
        assert_eq!(printed(report, line), *expected, "{} dòng {line}", report.form_name);
    }
}

#[test]
fn the_half_year_of_hoan_kiem_in_2021_is_printed_line_by_line() {
    let report = report("doan_vien_cdcs", "hoan-kiem", "2021-H1");
    must_print(
        &report,
        &[
            ("I.2", "21/27 (77,78%)"),
            ("I.2.1", "2"),
            ("I.2.2", "4"),
            ("I.3", "3"),
            ("I.4", "2"),
            ("II.2", "1548/1400 (110,57%)"),
            ("II.2.1", "41"),
            ("II.3", "194"),
            ("II.4", "66"),
            ("III.1", "7"),
            ("III.1.1", "4"),
            ("III.2", "22"),
            ("III.3", "15"),
            ("III.4", "210"),
            ("III.5", "62"),
        ],
    );
}

#[test]
fn the_year_2023_of_thanh_xuan_is_printed_line_by_line_with_the_right_percentages() {
    let report = report("ket_qua_nam", "thanh-xuan", "2023");
    must_print(
        &report,
        &[
            ("I.1", "66/66 (100%)"),
            ("I.2", "139/174 (79,89%)"),
            ("I.3", "193/193 (100%)"),
            ("II.1", "3335/2500 (133,4%)"),
            ("II.2", "31/30 (103,33%)"),
        ],
    );
}

#[test]
fn the_campaign_of_nam_tu_liem_is_printed_line_by_line() {
    let report = report("thi_dua_nhieu_nam", "nam-tu-liem", "2015-01-01..2020-06-30");
    must_print(
        &report,
        &[
            ("I.1", "101"),
            ("I.2", "30"),
            ("I.3", "2"),
            ("I.4", "2"),
            ("II.1", "5"),
            ("III.1", "35"),
            ("III.2", "115"),
            ("III.3", "8"),
            ("III.4", "12"),
            ("III.5", "15"),
            ("III.6", "21"),
            ("IV.1", "149"),
            ("IV.2", "10"),
            ("V.1", "26"),
            ("V.2", "2"),
            ("V.3", "2365"),
        ],
    );
}

fn written(form: &str, scope: &str, period: &str) -> Article {
    let reader = Actor::operator("người đọc");
    let unit = scope_of_code(books(), &reader, scope).unwrap();
    let period = Period::parse(period).unwrap();
    article(books(), &reader, find_article(form).unwrap(), unit, period).unwrap()
}

#[test]
fn the_articles_of_two_scenarios_are_written_from_the_records_and_pass_the_check() {
    let year = written("tong_ket_nam", "thanh-xuan", "2023");
    let text = year.text();
    for expected in [
        "3.335/2.500 (đạt 133,4%)",
        "31/30 (đạt 103,33%)",
        "139/174 (đạt 79,89%)",
        "193 đơn vị tổ chức đối thoại",
    ] {
        assert!(text.contains(expected), "{expected} / {text}");
    }
    assert_eq!(year.alarms, [], "{text}");
    let half = written("sau_thang", "hoan-kiem", "2021-H1");
    let text = half.text();
    for expected in
        ["21/27 (đạt 77,78%)", "1.548/1.400 (đạt 110,57%)", "3 công đoàn cơ sở với 194 đoàn viên"]
    {
        assert!(text.contains(expected), "{expected} / {text}");
    }
    assert_eq!(half.alarms, [], "{text}");
}
