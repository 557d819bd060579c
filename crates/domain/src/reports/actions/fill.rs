//! Filling the lines of a form: from the books, from what was typed, from the reports below.

use std::collections::BTreeMap;

use db::Tx;
use kernel::{Actor, Id, Period};
use vietnamese::number::format_integer;

use crate::exchange::{self, ReceivedBelow};
use crate::figures::{self, Figure, FigureSet, Query, State as CellState};
use crate::reports::form::{Form, What};
use crate::reports::model::{Cell, Gathered, Key, Source};
use crate::reports::sums::{Reach, Sum};
use crate::reports::sums_store;
use crate::{App, Result, units};

/// Every cell of a report as the books would fill it now; `typed` is what the unit wrote itself.
pub(super) fn cells(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    key: &Key,
    typed: &[Cell],
) -> Result<Vec<Cell>> {
    cells_of(tx, app, actor, (key.unit, key.period), key.form, typed)
}

/// The same on any form, also one that is not in force.
pub(in crate::reports) fn cells_of(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    of: (Id, Period),
    form: &Form,
    typed: &[Cell],
) -> Result<Vec<Cell>> {
    Ok(filled(tx, app, actor, of, form, typed)?.0)
}

/// The same, with every figure the books told for it.
pub(super) fn filled(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    (unit, period): (Id, Period),
    form: &Form,
    typed: &[Cell],
) -> Result<(Vec<Cell>, Vec<Figure>)> {
    let code = units::load(tx, app.federation, unit)?.code;
    let set = figures::figures_in(tx, app, actor, &Query::of(&code, period))?;
    let gathered = gather(tx, app, unit, period)?;
    let mut cells: Vec<Cell> = Vec::with_capacity(form.lines.len());
    for line in &form.lines {
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
    Ok((cells, set.figures))
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
        Some(figure) => {
            let (state, value, target) = (figure.state, figure.value, figure.target);
            measured(Cell { state, value, target, ..blank }, figure)
        }
        None => blank,
    }
}

/// What is owed is held over who owes it; everything else over what was asked. Where more was held than by who owes it, or
/// for another year, value over target would be no rate of anything: then who owes it is told apart.
fn measured(cell: Cell, figure: &Figure) -> Cell {
    match figure.ratio {
        Some([done, planned]) if figure.value == Some(done) => {
            Cell { target: Some(planned), ..cell }
        }
        Some([done, planned]) => {
            let [done, planned] = [done, planned].map(format_integer);
            let percent = figure.percent_vi.as_deref().unwrap_or("–");
            let note = format!("Đơn vị thuộc diện đã tổ chức: {done}/{planned} ({percent})");
            Cell { note: Some(note), ..cell }
        }
        None => cell,
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
    // Without a value the unit's own word tells why: a district that has no such work is not one that forgot.
    let why = own.map_or(CellState::NotReported, |cell| cell.state);
    let state = if value.is_some() { CellState::Value } else { why };
    let note = own.and_then(|cell| cell.note.clone());
    Cell { state, value, typed, note, gathered, ..blank(line, Source::Summed) }
}

/// A sum of lines adds the values there are; without any it says of itself what its lines say alike.
fn sum_of(line: &str, lines: &[String], cells: &[Cell]) -> Cell {
    let parts: Vec<&Cell> =
        lines.iter().filter_map(|code| cells.iter().find(|cell| cell.line == *code)).collect();
    let values: Vec<i64> = parts.iter().filter_map(|cell| cell.value).collect();
    let blank = blank(line, Source::Lines);
    if values.is_empty() {
        let first = parts.first().map_or(CellState::NotReported, |cell| cell.state);
        let alike = parts.iter().all(|cell| cell.state == first);
        return Cell { state: if alike { first } else { CellState::NotReported }, ..blank };
    }
    let sum = values.iter().fold(0_i64, |sum, value| sum.saturating_add(*value));
    Cell { state: CellState::Value, value: Some(sum), ..blank }
}

/// What the approved reports below hold, from the sums that are kept of them, and what came in packages.
struct Below {
    due: i64,
    sums: BTreeMap<(Reach, String), Sum>,
    received: ReceivedBelow,
    /// Whether a package came for these days, for whichever unit.
    packages: bool,
}

impl Below {
    fn of(&self, measure: &str) -> Gathered {
        let of = |reach| self.sums.get(&(reach, measure.to_owned())).copied().unwrap_or_default();
        let [direct, all] = [Reach::Below, Reach::All].map(of);
        // What is below a unit that reports by packages stands in its own books: here it is one report.
        let came = self.received.measures.get(measure).copied().unwrap_or_default();
        // One that came further down is in what the levels between reported, and in no sum of what units said themselves.
        let all = if self.packages { direct } else { all };
        Gathered {
            sum: direct.total.saturating_add(came.sum),
            reported: direct.valued + came.valued,
            due: self.due,
            not_obliged: direct.not_obliged + came.not_obliged,
            not_applicable: direct.not_applicable + came.not_applicable,
            straight: all.total.saturating_add(came.sum),
            straight_reported: all.valued + came.valued,
            received: came.valued,
        }
    }
}

fn gather(tx: &mut Tx<'_>, app: &App, unit: Id, period: Period) -> Result<Option<Below>> {
    let due = units::count_directly_below(tx, app, unit, period.last())?;
    if due == 0 {
        return Ok(None);
    }
    let sums = sums_store::of_scope(tx, app.federation, unit, period)?;
    let received = exchange::received_below(tx, app, unit, period)?;
    let packages = sums_store::has_packages(tx, app.federation, period)?;
    Ok(Some(Below { due, sums, received, packages }))
}
