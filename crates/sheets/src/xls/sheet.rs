//! A worksheet's records: cells, hidden rows and columns, merged areas.

use std::collections::HashSet;

use super::formula::is_external;
use super::globals::{Globals, Listed};
use super::record::{BOF, EOF, Records, Segments, f64_at, u16_at, u32_at};
use crate::budget::{Budget, SheetBuilder};
use crate::strings::text_cell;
use crate::{Cell, Formula, Merge, Refusal, Sheet, Value};

const ROW: u16 = 0x0208;
const COL_INFO: u16 = 0x007D;
const MERGED_CELLS: u16 = 0x00E5;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027E;
const MUL_RK: u16 = 0x00BD;
const LABEL_SST: u16 = 0x00FD;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00D6;
const BOOL_ERR: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const STRING: u16 = 0x0207;

pub(super) fn read(
    listed: &Listed,
    stream: &[u8],
    globals: &Globals,
    budget: &mut Budget<'_>,
) -> Result<Sheet, Refusal> {
    let at = stream.get(listed.position..);
    let at = at.ok_or_else(|| Refusal::corrupt("a sheet begins beyond the end"))?;
    let builder = SheetBuilder::new(listed.name.clone(), listed.hidden, budget);
    let mut cells = Cells { globals, builder, hidden_rows: HashSet::new(), awaiting: None };
    let mut records = Records::new(at);
    // A chart on the sheet is a stream within the stream, with cells of its own.
    let mut depth = 0_u32;
    while let Some((kind, data)) = records.next()? {
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            STRING if depth == 1 => cells.formula_text(&mut records.continued(data)?)?,
            LABEL | RICH_LABEL if depth == 1 => cells.label(&mut records.continued(data)?)?,
            kind if depth == 1 => {
                let taken = cells.take(kind, data)?;
                taken.ok_or_else(|| Refusal::corrupt(format!("a short record {kind:#06x}")))?;
            }
            _ => {}
        }
    }
    cells.finish()
}

struct Cells<'g, 'b, 'l> {
    globals: &'g Globals,
    builder: SheetBuilder<'b, 'l>,
    hidden_rows: HashSet<u32>,
    /// A formula whose result is a text, which comes in a record of its own.
    awaiting: Option<(u16, Cell)>,
}

/// Where a cell stands and which format it has.
struct Place {
    row: u16,
    col: u16,
    look: u16,
}

impl Place {
    fn at(data: &[u8]) -> Option<Self> {
        Some(Self { row: u16_at(data, 0)?, col: u16_at(data, 2)?, look: u16_at(data, 4)? })
    }
}

impl Cells<'_, '_, '_> {
    /// Takes a record; `None` if it is shorter than its kind.
    fn take(&mut self, kind: u16, data: &[u8]) -> Result<Option<()>, Refusal> {
        let value = match kind {
            ROW => return Ok(self.row(data)),
            COL_INFO => return Ok(self.columns(data)),
            MERGED_CELLS => return Ok(self.merges(data)),
            MUL_RK => return self.numbers(data),
            FORMULA => return self.formula(data),
            LABEL_SST => return self.shared_text(data),
            NUMBER => f64_at(data, 6).and_then(number),
            RK => u32_at(data, 6).map(packed_number),
            BOOL_ERR => data.get(6..8).map(|pair| match pair {
                [code, 1] => Value::Error(error_name(*code).to_owned()),
                [truth, _] => Value::Bool(*truth != 0),
                _ => Value::Text(String::new()),
            }),
            _ => return Ok(Some(())),
        };
        let (Some(place), Some(value)) = (Place::at(data), value) else {
            return Ok(None);
        };
        let cell = self.cell(&place, value);
        self.put(place.row, cell).map(Some)
    }

    fn row(&mut self, data: &[u8]) -> Option<()> {
        let row = u32::from(u16_at(data, 0)?) + 1;
        if data.get(12)? & 0x20 != 0 {
            self.hidden_rows.insert(row);
        }
        Some(())
    }

    fn columns(&mut self, data: &[u8]) -> Option<()> {
        let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?);
        if data.get(8)? & 1 == 1 {
            self.builder.hide_columns(first.into(), last.into());
        }
        Some(())
    }

    fn merges(&mut self, data: &[u8]) -> Option<()> {
        for area in data.get(2..)?.chunks_exact(8) {
            let at = |offset| u16_at(area, offset).map(u32::from);
            let (first_row, last_row) = (at(0)? + 1, at(2)? + 1);
            let merge = Merge { first_row, last_row, first_col: at(4)?, last_col: at(6)? };
            let ordered = first_row <= last_row && merge.first_col <= merge.last_col;
            self.builder.sheet_mut().merges.extend(Some(merge).filter(|m| ordered && m.is_area()));
        }
        Some(())
    }

    fn numbers(&mut self, data: &[u8]) -> Result<Option<()>, Refusal> {
        let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return Ok(None);
        };
        let Some(numbers) = data.get(4..data.len() - 2) else {
            return Ok(None);
        };
        for (col, packed) in (first..).zip(numbers.chunks_exact(6)) {
            let (Some(look), Some(number)) = (u16_at(packed, 0), u32_at(packed, 2)) else {
                return Ok(None);
            };
            let cell = self.cell(&Place { row, col, look }, packed_number(number));
            self.put(row, cell)?;
        }
        Ok(Some(()))
    }

    fn shared_text(&mut self, data: &[u8]) -> Result<Option<()>, Refusal> {
        let (Some(place), Some(index)) = (Place::at(data), u32_at(data, 6)) else {
            return Ok(None);
        };
        let Some((text, runs)) = self.globals.strings.get(index) else {
            return Err(Refusal::corrupt("a cell refers to a text that is not there"));
        };
        let (font, _) = self.globals.look(place.look);
        let cell = text_cell(u32::from(place.col), text, runs, font.as_ref());
        self.put(place.row, cell).map(Some)
    }

    fn label(&mut self, segments: &mut Segments<'_>) -> Result<(), Refusal> {
        let place = (segments.u16(), segments.u16(), segments.u16());
        let text = self.globals.dialect.long(segments);
        let ((Some(row), Some(col), Some(look)), Some(text)) = (place, text) else {
            return Err(Refusal::corrupt("a text is cut off"));
        };
        let cell = self.cell(&Place { row, col, look }, Value::Text(text));
        self.put(row, cell)
    }

    fn formula(&mut self, data: &[u8]) -> Result<Option<()>, Refusal> {
        let (Some(place), Some(result)) = (Place::at(data), data.get(6..14)) else {
            return Ok(None);
        };
        let tokens = data.get(22..).unwrap_or_default();
        let tokens = &tokens[..tokens.len().min(usize::from(u16_at(data, 20).unwrap_or(0)))];
        let external = is_external(tokens, &self.globals.books);
        let (value, awaits_text) = match result {
            [0, .., 0xFF, 0xFF] => (Some(Value::Text(String::new())), true),
            [1, _, truth, .., 0xFF, 0xFF] => (Some(Value::Bool(*truth != 0)), false),
            [2, _, code, .., 0xFF, 0xFF] => {
                (Some(Value::Error(error_name(*code).to_owned())), false)
            }
            [_, .., 0xFF, 0xFF] => (Some(Value::Text(String::new())), false),
            _ => (f64_at(result, 0).and_then(number), false),
        };
        let Some(value) = value else { return Ok(None) };
        let mut cell = self.cell(&place, value);
        let has_value = !awaits_text;
        cell.formula = Some(Formula { text: String::new(), external, has_value });
        if awaits_text {
            self.flush()?;
            self.awaiting = Some((place.row, cell));
            return Ok(Some(()));
        }
        self.put(place.row, cell).map(Some)
    }

    fn formula_text(&mut self, segments: &mut Segments<'_>) -> Result<(), Refusal> {
        let Some(text) = self.globals.dialect.long(segments) else {
            return Err(Refusal::corrupt("a text is cut off"));
        };
        if let Some((_, cell)) = &mut self.awaiting {
            cell.value = Value::Text(text);
            cell.formula.iter_mut().for_each(|formula| formula.has_value = true);
        }
        self.flush()
    }

    fn cell(&self, place: &Place, value: Value) -> Cell {
        let (font, date) = self.globals.look(place.look);
        let date_format = date && matches!(value, Value::Number(_));
        Cell { font, date_format, ..Cell::new(u32::from(place.col), value) }
    }

    fn put(&mut self, row: u16, cell: Cell) -> Result<(), Refusal> {
        self.flush()?;
        self.put_now(row, cell)
    }

    fn flush(&mut self) -> Result<(), Refusal> {
        let awaiting = self.awaiting.take();
        awaiting.map_or(Ok(()), |(row, cell)| self.put_now(row, cell))
    }

    fn put_now(&mut self, row: u16, cell: Cell) -> Result<(), Refusal> {
        let number = u32::from(row) + 1;
        if self.builder.row_number() != number {
            self.builder.open_row(number, false)?;
        }
        self.builder.put(cell)
    }

    fn finish(mut self) -> Result<Sheet, Refusal> {
        self.flush()?;
        let mut sheet = self.builder.finish()?;
        for row in &mut sheet.rows {
            row.hidden = self.hidden_rows.contains(&row.number);
        }
        Ok(sheet)
    }
}

fn number(value: f64) -> Option<Value> {
    value.is_finite().then_some(Value::Number(value))
}

/// Thirty bits of a number, and two that say: an integer, a hundredth.
fn packed_number(packed: u32) -> Value {
    let value = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from(packed as i32 >> 2),
    };
    let value = if packed & 1 == 1 { value / 100.0 } else { value };
    Value::Number(if value.is_finite() { value } else { 0.0 })
}

fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_integers_hundredths_or_short_fractions() {
        assert_eq!(packed_number(1250 << 2 | 2), Value::Number(1250.0));
        assert_eq!(packed_number((-3_i32 << 2) as u32 | 2), Value::Number(-3.0));
        assert_eq!(packed_number(7989 << 2 | 3), Value::Number(79.89));
        assert_eq!(packed_number((1.5_f64.to_bits() >> 32) as u32), Value::Number(1.5));
    }
}
