//! Every line of the five published accounts, printed from the records of the demonstration by the forms of the program,
//! each with its way back; what does not add up as it was published is said to be wrong, and why.

use domain::activities::{self, Asked};
use domain::awards::{self, EmulationKind};
use domain::figures::{Query, breakdown, trace};
use domain::reports::{Key, Report, What, find_form, read};
use domain::units::scope_of_code;
use domain::{documents, obligations};
use kernel::{Actor, Day, Id, Period};
use vietnamese::number::{Fraction, format_integer};

use crate::books::books;

fn reader() -> Actor {
    Actor::operator("người đọc")
}

fn scope(code: &str) -> Id {
    scope_of_code(books(), &reader(), code).unwrap()
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// A report: scenario, form, scope, period, and its lines as a reader expects them printed.
type Printed = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const REPORTS: &[Printed] = &[
    (
        "S0",
        "khen_thuong_cham_lo",
        "thanh-xuan",
        "2024-01-01..2024-07-31",
        &[
            ("II.1.1", "38"),
            ("II.2.1", "64"),
            ("II.3", "14"),
            ("II.4", "28"),
            ("II.2.2", "8"),
            ("II.2.3", "3"),
            ("II.2.4", "95"),
            ("III.1", "2"),
            ("III.2", "496"),
            ("IV.4", "979"),
        ],
    ),
    (
        "S0",
        "khen_thuong_cham_lo",
        "thanh-xuan",
        "2024-H1",
        &[("I.1", "275"), ("I.2", "19.874"), ("I.3", "901"), ("I.4", "9")],
    ),
    (
        "S1",
        "ket_qua_nam",
        "thanh-xuan",
        "2023",
        &[
            ("I.1", "66/66 (100%)"),
            ("I.2", "139/174 (79,89%)"),
            ("I.3", "193/193 (100%)"),
            ("I.4", "214/200 (107%)"),
            ("II.1", "3.335/2.500 (133,4%)"),
            ("II.2", "31/30 (103,33%)"),
            ("IV.4", "550/500 (110%)"),
            ("V.2", "34/30 (113,33%)"),
        ],
    ),
    ("S1", "ket_qua_nam", "thanh-xuan", "2024", &[("V.1", "2")]),
    (
        "S2",
        "khen_thuong_cham_lo",
        "hai-ba-trung",
        "2022",
        &[
            ("II.1", "52"),
            ("II.2", "43"),
            ("IV.1", "250"),
            ("IV.2", "9"),
            ("IV.3", "152"),
            ("IV.4", "247"),
            ("IV.6", "3.029"),
        ],
    ),
    (
        "S3",
        "thi_dua_nhieu_nam",
        "nam-tu-liem",
        "2015-01-01..2020-06-30",
        &[
            ("I.1", "101"),
            ("I.2", "30"),
            ("I.3", "2"),
            ("I.4", "2"),
            ("II.1", "5"),
            ("II.2", "7"),
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
            ("V.3", "2.365"),
            ("V.4", "60"),
            ("VI.1", "5"),
            ("VI.2", "4"),
            ("VI.3", "3"),
            ("VI.4", "12"),
            ("VI.5", "3"),
        ],
    ),
    (
        "S4",
        "doan_vien_cdcs",
        "hoan-kiem",
        "2021-H1",
        &[
            ("I.2", "21/27 (77,78%)"),
            ("I.2.1", "2"),
            ("I.2.2", "4"),
            ("I.3", "3"),
            ("I.4", "2"),
            ("II.2", "1.548/1.400 (110,57%)"),
            ("II.2.1", "41"),
            ("II.3", "194"),
            ("II.4", "66"),
            ("III.1", "7"),
            ("III.1.1", "4"),
            ("III.2", "22"),
            ("III.3", "15"),
            ("III.4", "210"),
            ("III.5", "62"),
            ("III.6", "13"),
            ("III.7", "9"),
        ],
    ),
    ("houses", "khen_thuong_cham_lo", "nam-tu-liem", "2022", &[("IV.5", "3")]),
];

fn report((_, form, unit, days, _): &Printed) -> (Key, Report) {
    let key = Key { unit: scope(unit), form: find_form(form).unwrap(), period: period(days) };
    let report = read(books(), &reader(), &key, None).unwrap();
    (key, report)
}

/// A line as the program prints it.
fn printed(report: &Report, line: &str) -> String {
    let cell = report.cells.iter().find(|cell| cell.line == line).unwrap();
    let value = cell.value.unwrap_or_else(|| panic!("{line}: {cell:?}"));
    match cell.target.and_then(|asked| Some((asked, Fraction::new(value, asked)?))) {
        Some((asked, rate)) => format!(
            "{}/{} ({})",
            format_integer(value),
            format_integer(asked),
            rate.percent_text(2)
        ),
        None => format_integer(value),
    }
}

#[test]
fn every_line_is_printed_exactly_by_a_form() {
    for asked in REPORTS {
        let (_, report) = report(asked);
        for (line, expected) in asked.4 {
            assert_eq!(printed(&report, line), *expected, "{} {} {line}", asked.0, asked.1);
        }
    }
}

#[test]
fn every_line_leads_back_to_lines_that_add_up_to_it() {
    for asked in REPORTS {
        let (key, report) = report(asked);
        for (line, _) in asked.4 {
            let What::Indicator(code) = key.form.line(line).unwrap().what() else {
                panic!("{line} is not counted from the books")
            };
            let told = trace(books(), &reader(), code, &Query::of(asked.2, key.period), 0, 100_000);
            let told = told.unwrap();
            let value = report.cells.iter().find(|cell| cell.line == *line).unwrap().value.unwrap();
            let opening = told.value - told.lines.iter().map(|line| line.quantity).sum::<i64>();
            assert_eq!(told.value, value, "{} {line} {code}", asked.0);
            assert_eq!(opening, 0, "{} {line} {code}: the lines make the figure", asked.0);
            assert!(value == 0 || !told.lines.is_empty(), "{} {line}", asked.0);
        }
    }
}

/// What the check of figures says of a published sentence: the passage, and what it should say.
fn alarms(text: &str) -> Vec<(String, Option<String>)> {
    let report = proof::check(text, &proof::Options::default()).unwrap();
    report.alarms().map(|finding| (finding.text.clone(), finding.expected.clone())).collect()
}

#[test]
fn what_does_not_add_up_as_published_is_said_to_be_wrong_and_what_would_be_right() {
    for (scenario, text, part, expected) in [
        (
            "S0",
            "Lãnh đạo quận trao Kỷ niệm chương “Vì sự nghiệp phát triển Công đoàn Việt Nam” cho 8 cá nhân.",
            "phát triển Công đoàn Việt Nam",
            None,
        ),
        (
            "S1",
            "Có 139/174 đơn vị ngoài nhà nước tổ chức hội nghị người lao động, đạt 79,88%.",
            "139/174",
            Some("79,89%"),
        ),
        ("S4", "Thành lập mới 21/27 CĐCS (đạt 87,5%).", "21/27", Some("77,78%")),
        ("S4", "Đại hội công đoàn các cấp nhiệm kỳ 2028-2023.", "2028-2023", Some("2023–2028")),
    ] {
        let told = alarms(text);
        let found = told.iter().find(|(passage, _)| passage.contains(part));
        let (_, should) = found.unwrap_or_else(|| panic!("{scenario}: {told:?}"));
        if let Some(expected) = expected {
            assert_eq!(should.as_deref(), Some(expected), "{scenario}");
        }
    }
    let both = "Có 139/174 đơn vị ngoài nhà nước tổ chức hội nghị người lao động (79,89%); 193/193 đơn vị ngoài nhà nước \
                tổ chức đối thoại (100%).";
    let report = proof::check(both, &proof::Options::default()).unwrap();
    let told = report.findings.iter().any(|finding| finding.kind == proof::Kind::Population);
    assert!(told, "two sizes of one population: {:?}", report.findings);
}

#[test]
fn the_two_populations_of_s1_open_as_lists() {
    let list = |code| obligations::duties(books(), &reader(), code, "thanh-xuan", 2023).unwrap();
    assert_eq!(list("conferences.workers").counts.obliged, 174);
    assert_eq!(list("dialogues").counts.obliged, 193);
    assert_eq!(list("conferences.officials").counts.obliged, 66);
}

#[test]
fn gifts_of_tet_are_told_by_level() {
    let told =
        trace(books(), &reader(), "care.tet.own", &Query::of("thanh-xuan", period("2023")), 0, 100);
    let mut gifts: Vec<i64> = told.unwrap().lines.iter().map(|line| line.quantity).collect();
    gifts.sort_unstable();
    assert_eq!(gifts, [130, 420], "the city's and the district's");
}

#[test]
fn movements_were_launched_by_block() {
    let told =
        awards::emulations(books(), &reader(), scope("thanh-xuan"), false, period("2024")).unwrap();
    let names: Vec<_> = told
        .iter()
        .filter(|row| row.told.kind == EmulationKind::Movement && row.launched > 0)
        .map(|row| row.told.name.as_str())
        .filter(|name| name.contains("khối"))
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn the_exemplars_of_s3_come_from_three_blocks() {
    let days = Query::of("nam-tu-liem", period("2015-01-01..2020-06-30"));
    let columns =
        breakdown(books(), &reader(), &days, &["awards.people.exemplars"], false).unwrap();
    let of = |codes: &[&str]| -> i64 {
        columns.iter().filter(|(code, ..)| codes.contains(code)).map(|(.., values)| values[0]).sum()
    };
    let public = of(&["hcsn", "phuong"]);
    let schools = of(&["giao_duc"]);
    let works = of(&["dn_nn", "dn_ngoai_nn", "fdi", "htx"]);
    assert!(public > 0 && schools > 0 && works > 0, "{public} {schools} {works}");
}

/// Rows of a register of a scope and period.
fn rows(register: &str, unit: &str, days: &str) -> i64 {
    let register = activities::find(register).unwrap();
    let asked = Asked { most: 1_000, ..Asked::default() };
    activities::list(books(), &reader(), register, (unit, period(days)), &asked).unwrap().total
}

#[test]
fn the_terms_of_the_congresses_stand_in_a_paper_and_in_the_register() {
    assert_eq!(rows("congresses", "hai-ba-trung", "2023"), 18);
    let text = "lần thứ XVIII".to_owned();
    let asked = documents::Asked { text, limit: 50, ..documents::Asked::default() };
    let found = documents::list(books(), &reader(), scope("hai-ba-trung"), &asked).unwrap();
    assert!(found.iter().any(|row| row.paper.title.contains("nhiệm kỳ 2018–2023")), "{found:?}");
}

#[test]
fn the_lists_of_s4_are_registers() {
    assert_eq!(rows("candidates", "hoan-kiem", "2021-H1"), 1);
    let approached = domain::units::prospects(books(), &reader(), 0, 100).unwrap();
    assert!(approached.len() >= 6, "enterprises reviewed and approached");
    let gone = trace(
        books(),
        &reader(),
        "units.handed_over",
        &Query::of("hoan-kiem", period("2021-H1")),
        0,
        10,
    );
    // Where each went stands in the record of the unit.
    let told: Vec<String> = gone
        .unwrap()
        .lines
        .iter()
        .map(|line| {
            let unit = scope(&line.unit_code);
            let on = Day::parse("2021-12-31").unwrap();
            format!("{:?}", domain::units::profile(books(), &reader(), unit, on).unwrap())
        })
        .collect();
    let told = told.join("\n");
    for place in ["Cát Hải", "Long Biên", "Vietcombank"] {
        assert!(told.contains(place), "{place}: {told}");
    }
}
