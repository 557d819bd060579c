//! Prints what the reader sees in a file, one cell a line.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::path::Path;

use sheets::{Cell, Limits, Value, column_letters, read_file};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: dump FILE")?;
    let book = read_file(Path::new(&path), &Limits::default())
        .map_err(|refusal| format!("{}: {refusal}\n{}", refusal.code(), refusal.vi()))?;
    println!("{:?} {:?} {:?} 1904={}", book.format, book.encoding, book.separator, book.date_1904);
    for sheet in &book.sheets {
        println!("= {} hidden={} columns={:?}", sheet.name, sheet.hidden, sheet.hidden_columns);
        for row in &sheet.rows {
            for cell in &row.cells {
                let place = format!("{}{}", column_letters(cell.col), row.number);
                println!("{place}\t{}\t{}", if row.hidden { "hidden" } else { "" }, show(cell));
            }
        }
        let mut merges = sheet.merges.clone();
        merges.sort_by_key(|merge| (merge.first_row, merge.first_col));
        for merge in merges {
            println!("{merge:?}");
        }
    }
    Ok(())
}

fn show(cell: &Cell) -> String {
    let value = match &cell.value {
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number) => format!("{number}"),
        Value::Bool(truth) => format!("{truth}"),
        Value::Error(error) => error.clone(),
    };
    let date = if cell.date_format { " date" } else { "" };
    let font = cell.font.as_deref().unwrap_or("-");
    let formula = cell.formula.as_ref().map_or(String::new(), |formula| format!(" {formula:?}"));
    let runs = if cell.runs.is_empty() { String::new() } else { format!(" {:?}", cell.runs) };
    format!("{value}{date} [{font}]{formula}{runs}")
}
