//! Counting what is taken in, and building sheets that never outgrow the limits.

use crate::{Cell, Limits, Refusal, Row, Sheet, Value, column_letters};

/// What one workbook has used of its limits so far.
pub(crate) struct Budget<'l> {
    limits: &'l Limits,
    cells: u64,
    text_bytes: u64,
}

impl<'l> Budget<'l> {
    pub(crate) fn new(limits: &'l Limits) -> Self {
        Self { limits, cells: 0, text_bytes: 0 }
    }

    fn take(&mut self, sheet: &str, row: u32, cell: &Cell) -> Result<(), Refusal> {
        let limits = self.limits;
        if cell.col >= limits.columns {
            return Err(Refusal::TooManyColumns { sheet: sheet.to_owned(), limit: limits.columns });
        }
        self.cells += 1;
        if self.cells > limits.cells {
            return Err(Refusal::TooManyCells { limit: limits.cells });
        }
        let texts = [text_of(&cell.value), cell.formula.as_ref().map_or("", |f| &f.text)];
        for text in texts {
            self.text_bytes += text.len() as u64;
            if text.len() > limits.text_chars && text.encode_utf16().count() > limits.text_chars {
                let cell = format!("{}{row}", column_letters(cell.col));
                let limit = limits.text_chars;
                return Err(Refusal::TextTooLong { sheet: sheet.to_owned(), cell, limit });
            }
        }
        if self.text_bytes > limits.text_bytes {
            return Err(Refusal::TooMuchText { limit: limits.text_bytes });
        }
        Ok(())
    }
}

fn text_of(value: &Value) -> &str {
    match value {
        Value::Text(text) | Value::Error(text) => text,
        Value::Number(_) | Value::Bool(_) => "",
    }
}

/// A sheet while it is read: cells come in one by one, blanks are let go at once.
pub(crate) struct SheetBuilder<'b, 'l> {
    budget: &'b mut Budget<'l>,
    sheet: Sheet,
    row: Row,
    hidden_columns: Vec<bool>,
}

impl<'b, 'l> SheetBuilder<'b, 'l> {
    pub(crate) fn new(name: String, hidden: bool, budget: &'b mut Budget<'l>) -> Self {
        let sheet = Sheet { name, hidden, ..Sheet::default() };
        Self { budget, sheet, row: Row::default(), hidden_columns: Vec::new() }
    }

    pub(crate) fn sheet_mut(&mut self) -> &mut Sheet {
        &mut self.sheet
    }

    /// Begins a row; the one before is kept if it holds anything.
    pub(crate) fn open_row(&mut self, number: u32, hidden: bool) -> Result<&mut Row, Refusal> {
        self.close_row()?;
        let row = Row { number, hidden, ..Row::default() };
        self.row = row;
        Ok(&mut self.row)
    }

    pub(crate) fn limits(&self) -> &'l Limits {
        self.budget.limits
    }

    pub(crate) fn row_number(&self) -> u32 {
        self.row.number
    }

    /// Adds a cell to the open row unless it is blank.
    pub(crate) fn put(&mut self, cell: Cell) -> Result<(), Refusal> {
        if is_blank(&cell) {
            return Ok(());
        }
        self.budget.take(&self.sheet.name, self.row.number, &cell)?;
        if self.row.cells.capacity() == 0 {
            let width = self.sheet.rows.last().map_or(8, |row| row.cells.len());
            self.row.cells.reserve_exact(width.max(1));
        }
        self.row.cells.push(cell);
        Ok(())
    }

    /// Marks columns hidden, both ends included; those beyond the limit hold nothing anyway.
    pub(crate) fn hide_columns(&mut self, first: u32, last: u32) {
        let end = last.saturating_add(1).min(self.budget.limits.columns) as usize;
        let first = first as usize;
        if first < end {
            if self.hidden_columns.len() < end {
                self.hidden_columns.resize(end, false);
            }
            self.hidden_columns[first..end].fill(true);
        }
    }

    fn close_row(&mut self) -> Result<(), Refusal> {
        if self.row.cells.is_empty() {
            return Ok(());
        }
        let limit = self.budget.limits.rows;
        if self.sheet.rows.len() >= limit as usize {
            return Err(Refusal::TooManyRows { sheet: self.sheet.name.clone(), limit });
        }
        let mut row = std::mem::take(&mut self.row);
        put_in_order(&mut row.cells, |cell| cell.col);
        self.sheet.rows.push(row);
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<Sheet, Refusal> {
        self.close_row()?;
        join_split_rows(&mut self.sheet.rows);
        let hidden = (0..).zip(&self.hidden_columns).filter(|(_, hidden)| **hidden);
        self.sheet.hidden_columns = hidden.map(|(col, _)| col).collect();
        Ok(self.sheet)
    }
}

pub(crate) fn is_blank(cell: &Cell) -> bool {
    cell.formula.is_none()
        && matches!(&cell.value, Value::Text(text) if text.chars().all(char::is_whitespace))
}

/// Sorts by key; of two with the same key the later one stands, as in a spreadsheet program.
fn put_in_order<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u32) {
    if items.is_sorted_by(|a, b| key(a) < key(b)) {
        return;
    }
    items.reverse();
    items.sort_by_key(&key);
    items.dedup_by_key(|item| key(item));
}

/// Some programs write the rows of a sheet, or the cells of a row, in another order.
fn join_split_rows(rows: &mut Vec<Row>) {
    if rows.is_sorted_by(|a, b| a.number < b.number) {
        return;
    }
    rows.sort_by_key(|row| row.number);
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        match joined.last_mut() {
            Some(last) if last.number == row.number => {
                last.hidden |= row.hidden;
                last.cells.extend(row.cells);
                put_in_order(&mut last.cells, |cell| cell.col);
            }
            _ => joined.push(row),
        }
    }
    *rows = joined;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(col: u32, text: &str) -> Cell {
        Cell::new(col, Value::Text(text.to_owned()))
    }

    #[test]
    fn rows_and_cells_out_of_order_are_put_in_order_and_the_later_cell_stands() {
        let limits = Limits::default();
        let mut budget = Budget::new(&limits);
        let mut sheet = SheetBuilder::new("S".to_owned(), false, &mut budget);
        for (row, col, value) in [(5, 1, "b"), (5, 0, "a"), (2, 0, "x"), (5, 1, "c"), (9, 0, " ")] {
            sheet.open_row(row, false).unwrap();
            sheet.put(text(col, value)).unwrap();
        }
        let sheet = sheet.finish().unwrap();
        let numbers: Vec<u32> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 5]);
        assert_eq!(sheet.rows[1].cells, [text(0, "a"), text(1, "c")]);
    }

    #[test]
    fn blanks_cost_nothing_wherever_they_stand() {
        let limits = Limits { rows: 1, columns: 1, cells: 1, ..Limits::default() };
        let mut budget = Budget::new(&limits);
        let mut sheet = SheetBuilder::new("S".to_owned(), false, &mut budget);
        for row in 1..1000 {
            sheet.open_row(row, false).unwrap();
            sheet.put(text(row * 2, "\u{a0} ")).unwrap();
        }
        assert_eq!(sheet.finish().unwrap().rows, []);
    }

    #[test]
    fn the_first_cell_too_many_is_refused() {
        let refusal = |limits: Limits| {
            let mut budget = Budget::new(&limits);
            let mut sheet = SheetBuilder::new("S".to_owned(), false, &mut budget);
            let mut fill = || -> Result<(), Refusal> {
                for row in 1..4 {
                    sheet.open_row(row, false)?;
                    sheet.put(text(0, "năm chữ"))?;
                    sheet.put(text(1, "hai"))?;
                }
                Ok(())
            };
            fill().and_then(|()| sheet.finish().map(drop)).map_err(|refusal| refusal.code())
        };
        assert_eq!(refusal(Limits::default()), Ok(()));
        assert_eq!(refusal(Limits { cells: 5, ..Limits::default() }), Err("too_many_cells"));
        assert_eq!(refusal(Limits { rows: 2, ..Limits::default() }), Err("too_many_rows"));
        assert_eq!(refusal(Limits { columns: 1, ..Limits::default() }), Err("too_many_columns"));
        assert_eq!(refusal(Limits { text_chars: 6, ..Limits::default() }), Err("text_too_long"));
        assert_eq!(refusal(Limits { text_chars: 7, ..Limits::default() }), Ok(()));
        assert_eq!(refusal(Limits { text_bytes: 30, ..Limits::default() }), Err("too_much_text"));
    }
}
