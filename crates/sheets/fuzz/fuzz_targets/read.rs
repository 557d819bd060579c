//! Any bytes are read or refused; limits hold and nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sheets::{Limits, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { unpacked_bytes: 4 << 20, rows: 500, cells: 5_000, ..Limits::default() };
    if let Ok(book) = read_bytes("a.csv", bytes, &limits) {
        let cells: usize = book.sheets.iter().flat_map(|s| &s.rows).map(|r| r.cells.len()).sum();
        assert!(cells as u64 <= limits.cells);
        assert!(book.sheets.iter().all(|sheet| sheet.rows.len() <= limits.rows as usize));
    }
});
