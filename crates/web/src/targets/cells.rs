//! The cells of the grid as they are typed and pasted, read into changes.

use std::collections::HashMap;

use domain::targets::{Grid, NewTarget, Seen, TARGETED};
use kernel::{Id, Period};

use crate::form::Form;
use crate::parts::typed;

/// Lines of a paste that are read at most.
const LINES_MAX: usize = 2_000;

/// The name of a cell's field; the one with what was seen there begins with `o`.
pub(super) fn field(kind: char, unit: Id, column: usize) -> String {
    format!("{kind}-{unit}-{column}")
}

/// A number as typed: empty is none.
pub(super) fn number(typed: &str) -> Result<Option<i64>, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed::count(typed).map(Some).map_err(|_| typed.chars().take(30).collect())
}

/// The cells of a form: every one that was shown, with what stood there. A cell that cannot be read is named.
pub(super) fn read(form: &Form, period: Period) -> Result<Vec<Seen>, String> {
    let mut found = Vec::new();
    for (name, typed) in form.fields() {
        let Some((unit, column)) = cell_of(name) else { continue };
        let seen = number(form.text(&field('o', unit, column)))?;
        let indicator = TARGETED[column].to_owned();
        found
            .push(Seen { new: NewTarget { unit, indicator, period, value: number(typed)? }, seen });
    }
    Ok(found)
}

fn cell_of(name: &str) -> Option<(Id, usize)> {
    let (unit, column) = name.strip_prefix("v-")?.rsplit_once('-')?;
    let column = column.parse().ok().filter(|column| *column < TARGETED.len())?;
    Some((Id::parse(unit)?, column))
}

/// What a paste says: the cells it fills, and the names it could not place.
#[derive(Default)]
pub(super) struct Pasted {
    pub(super) cells: HashMap<(Id, usize), String>,
    pub(super) unknown: Vec<String>,
}

/// Reads lines of a unit and its numbers, as a spreadsheet gives them to the clipboard.
pub(super) fn paste(text: &str, grid: &Grid) -> Pasted {
    let mut pasted = Pasted::default();
    let plain = |text: &str| vietnamese::fold::fold(text);
    let rows: Vec<_> = std::iter::once(&grid.own).chain(&grid.below).collect();
    for line in text.lines().take(LINES_MAX).filter(|line| !line.trim().is_empty()) {
        let mut parts = line.split('\t').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let row = rows.iter().find(|row| row.code == name || plain(&row.name) == plain(name));
        let Some(row) = row else {
            pasted.unknown.push(name.chars().take(60).collect());
            continue;
        };
        for (column, value) in
            parts.enumerate().take(TARGETED.len()).filter(|(_, value)| !value.is_empty())
        {
            pasted.cells.insert((row.unit, column), value.to_owned());
        }
    }
    pasted
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::targets::GridRow;

    #[test]
    fn a_paste_finds_units_by_code_or_name_and_tells_the_ones_it_does_not_know() {
        let row = |id, code: &str, name: &str| GridRow {
            unit: Id(id),
            code: code.to_owned(),
            name: name.to_owned(),
            values: vec![None; TARGETED.len()],
        };
        let below = vec![row(2, "a", "CĐCS May Hạ Đình"), row(3, "b", "CĐCS Dược")];
        let grid =
            Grid { own: row(1, "k", "LĐLĐ quận Khúc"), below, total: 2, sums: Vec::new() };
        let pasted = paste("cdcs may ha dinh\t1.200\t\t3\nb\t5\nai đó\t7\n\n", &grid);
        assert_eq!(pasted.cells.len(), 3);
        assert_eq!(pasted.cells[&(Id(2), 0)], "1.200");
        assert_eq!(pasted.cells[&(Id(2), 2)], "3");
        assert_eq!(pasted.unknown, ["ai đó"]);
        assert_eq!(number("1.200"), Ok(Some(1200)));
        assert_eq!(number(" "), Ok(None));
        assert!(number("nhiều").is_err());
    }
}
