//! How fast a workbook is read, as a ratio to calamine reading the same cells.
#![expect(clippy::print_stdout, reason = "a measurement tells its result")]

use std::io::Cursor;
use std::path::Path;
use std::time::{Duration, Instant};

use calamine::{Reader, open_workbook_auto_from_rs};
use sheets::{Limits, read_bytes};

const ROUNDS: usize = 15;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: readers FILE")?;
    let bytes = std::fs::read(Path::new(&path))?;
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    let mut cells = (0, 0);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        cells.0 = our_cells(&path, &bytes)?;
        ours.push(start.elapsed());
        let start = Instant::now();
        cells.1 = their_cells(&bytes)?;
        theirs.push(start.elapsed());
    }
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!("ours {ours:?} ({} cells), calamine {theirs:?} ({})", cells.0, cells.1);
    println!("ratio {ratio:.2}");
    Ok(())
}

fn our_cells(path: &str, bytes: &[u8]) -> Result<usize, sheets::Refusal> {
    let book = read_bytes(path, bytes, &Limits::default())?;
    Ok(book.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.len()).sum())
}

fn their_cells(bytes: &[u8]) -> Result<usize, calamine::Error> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))?;
    Ok(book.worksheets().iter().map(|(_, range)| range.used_cells().count()).sum())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
