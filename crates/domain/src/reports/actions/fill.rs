//! Filling the lines of a form: from the books, from what was typed, from the reports below.

use db::Tx;
use kernel::{Actor, Id};

use crate::figures::{self, FigureSet, Query, State as CellState};
use crate::reports::form::What;
use crate::reports::model::{Cell, Gathered, Key, Source};
use crate::reports::store::{self, Standing};
use crate::{App, Result, units};

/// Every cell of a report as the books would fill it now; `typed` is what the unit wrote itself.
pub(super) fn cells(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    key: &Key,
    typed: &[Cell],
) -> Result<Vec<Cell>> {
    let code = units::load(tx, app.federation, key.unit)?.code;
    let set = figures::figures_in(tx, app, actor, &Query::of(&code, key.period))?;
    let gathered = gather(tx, app, key)?;
    let mut cells: Vec<Cell> = Vec::with_capacity(key.form.lines.len());
    for line in &key.form.lines {
        let cell = match line.what() {
            What::Heading => continue,
            What::Indicator(indicator) => computed(&line.code, indicator, &set),
            What::Typed(measure) => {
                let own = typed.iter().find(|cell| cell.line == line.code);
                summed(&line.code, own, gathered.as_ref().map(|all| all.of(measure)))
            }
            What::Sum(lines) => sum_of(&line.code, lines, &cells),
        };
        cells.push(cell);
    }
    Ok(cells)
}

fn blank(line: &str, source: Source) -> Cell {
    Cell {
        line: line.to_owned(),
        state: CellState::NotReported,
        value: None,
        target: None,
        source,
        typed: None,
        note: None,
        gathered: None,
    }
}

fn computed(line: &str, indicator: &str, set: &FigureSet) -> Cell {
    let blank = blank(line, Source::Computed);
    match set.figures.iter().find(|figure| figure.indicator == indicator) {
        // What is owed is held over who owes it; everything else over what was asked.
        Some(figure) => {
            let target = figure.ratio.map(|[_, planned]| planned).or(figure.target);
            Cell { state: figure.state, value: figure.value, target, ..blank }
        }
        None => blank,
    }
}

/// What a unit did itself is kept apart from the sum of the units below, and both make the cell.
fn summed(line: &str, own: Option<&Cell>, gathered: Option<Gathered>) -> Cell {
    let typed = own.and_then(|cell| cell.value);
    let below = gathered.filter(|all| all.reported > 0).map(|all| all.sum);
    let value = match (typed, below) {
        (None, None) => None,
        (typed, below) => Some(typed.unwrap_or(0).saturating_add(below.unwrap_or(0))),
    };
    let state = if value.is_some() { CellState::Value } else { CellState::NotReported };
    let note = own.and_then(|cell| cell.note.clone());
    Cell { state, value, typed, note, gathered, ..blank(line, Source::Summed) }
}

fn sum_of(line: &str, lines: &[String], cells: &[Cell]) -> Cell {
    let values: Vec<i64> = lines
        .iter()
        .filter_map(|code| cells.iter().find(|cell| cell.line == *code)?.value)
        .collect();
    let blank = blank(line, Source::Lines);
    if values.is_empty() {
        return blank;
    }
    let sum = values.iter().fold(0_i64, |sum, value| sum.saturating_add(*value));
    Cell { state: CellState::Value, value: Some(sum), ..blank }
}

/// What the approved reports of the units directly below hold.
struct Below {
    due: i64,
    sums: Vec<(String, i64, i64)>,
}

impl Below {
    fn of(&self, measure: &str) -> Gathered {
        let found = self.sums.iter().find(|(name, ..)| name == measure);
        let (sum, reported) = found.map_or((0, 0), |(_, sum, count)| (*sum, *count));
        Gathered { sum, reported, due: self.due }
    }
}

fn gather(tx: &mut Tx<'_>, app: &App, key: &Key) -> Result<Option<Below>> {
    let below = units::directly_below(tx, app, key.unit, key.period.last())?;
    if below.is_empty() {
        return Ok(None);
    }
    let ids: Vec<Id> = below.iter().map(|(id, _)| *id).collect();
    let standing = store::standing(tx, app.federation, &ids, key.period)?;
    let mut approved: Vec<&Standing> = standing.iter().filter(|each| each.state.counts()).collect();
    approved.sort_by(|a, b| a.unit.cmp(&b.unit).then(a.form.cmp(&b.form)));
    let sums = store::sums_of(tx, app.federation, key.period, &approved)?;
    Ok(Some(Below { due: ids.len() as i64, sums }))
}
