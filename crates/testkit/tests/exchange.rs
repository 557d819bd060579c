//! Exchange in the demonstration: what came from Long Biên is marked, and Hoàn Kiếm's own report left as a package.

use domain::exchange::{package, received, sent};
use domain::reports::{Key, below, find_form, line, read};
use domain::units::scope_of_code;
use kernel::{Actor, Id, Period};

use crate::books::books;

#[test]
fn the_city_counts_what_long_bien_sent_and_says_so() {
    let reader = Actor::operator("người đọc");
    let city = scope_of_code(books(), &reader, "ha-noi").unwrap();
    let period = Period::parse("2021-H1").unwrap();
    let key = Key { unit: city, form: find_form("doan_vien_cdcs").unwrap(), period };
    let report = read(books(), &reader, &key, None).unwrap();
    let cell = report.cells.iter().find(|cell| cell.line == "IV.1").unwrap();
    let gathered = cell.gathered.unwrap();
    assert_eq!((gathered.sum, gathered.received), (18_460, 1));
    let told = line(books(), &reader, &key, None, "II.2").unwrap();
    assert_eq!(told.beside.map(|beside| beside.sum), Some(642), "beside, and not in the figure");
    let rows = below(books(), &reader, city, period).unwrap();
    let marked: Vec<&str> =
        rows.iter().filter(|row| row.received.is_some()).map(|row| &*row.code).collect();
    assert_eq!(marked, ["long-bien"]);
    let came = received(books(), &reader, (0, 9)).unwrap();
    assert_eq!(came.len(), 1);
    let shown = package(books(), &reader, Id::parse(&came[0].package).unwrap()).unwrap();
    assert_eq!(shown.body.unit.code, "q-long-bien");
    let went = sent(books(), &reader, (0, 9)).unwrap();
    assert_eq!((went.len(), &*went[0].unit, went[0].version), (1, "hoan-kiem", 2));
}
