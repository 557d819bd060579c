//! Whatever was read can be given back and read again with the same texts.
#![no_main]

use std::collections::{BTreeMap, BTreeSet};

use libfuzzer_sys::fuzz_target;
use sheets::write::{Marked, Reason, annotate};
use sheets::{Limits, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { unpacked_bytes: 1 << 20, rows: 200, cells: 1_000, ..Limits::default() };
    let Ok(book) = read_bytes("a.csv", bytes, &limits) else { return };
    let last = book.sheets[0].rows.last().map_or(1, |row| row.number);
    let reasons = BTreeMap::from([(last, Reason { why: "x".to_owned(), proposal: String::new() })]);
    let marked = Marked { sheet: 0, header_row: 1, head_rows: 1, kept: BTreeSet::new(), reasons };
    let back = annotate(&book, &[marked]).expect("what was read can be written");
    read_bytes("a.xlsx", &back, &Limits::default()).expect("what was written can be read");
});
