//! A draft filled, with what its lines are held against.

use db::Tx;
use kernel::Actor;

use super::fill;
use crate::figures::Figure;
use crate::reports::checks::{Books, Returned};
use crate::reports::model::{Cell, Key};
use crate::{App, Result, activities};

/// Units under a scope whose last records are read to hold a typed line against: above that the draft would wait for them.
const UNITS_MAX: i64 = 2_000;

/// The cells of a draft, and what the books say beside them.
pub(super) fn filled(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    key: &Key,
    typed: &[Cell],
) -> Result<(Vec<Cell>, Books)> {
    let (cells, figures) = fill::filled(tx, app, actor, (key.unit, key.period), key.form, typed)?;
    let returned = returned(tx, app, actor, key, &cells, &figures)?;
    Ok((cells, Books { figures, returned }))
}

/// What the last records of registers say by the last day, for the lines that name a field of one; nothing for who may not
/// read the registers there.
fn returned(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    key: &Key,
    cells: &[Cell],
    figures: &[Figure],
) -> Result<Vec<Returned>> {
    let last = key.period.last();
    let units = figures.iter().find(|figure| figure.indicator == "units.closing");
    let is_few = units.and_then(|figure| figure.value).is_some_and(|units| units <= UNITS_MAX);
    // While reports below are missing nothing is held against anything.
    let is_whole = |cell: &Cell| cell.gathered.is_none_or(|all| all.missing() == 0);
    let is_told = |line: &str| {
        let cell = cells.iter().find(|cell| cell.line == line);
        cell.is_some_and(|cell| cell.value.is_some() && is_whole(cell))
    };
    let named: Vec<_> = key
        .form
        .lines
        .iter()
        .filter(|line| is_few && is_told(&line.code))
        .filter_map(|line| Some((line, activities::standing_field(line.beside.as_deref()?)?)))
        .collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    match app.must_reach(tx, actor, "activities.read", key.unit, last) {
        Err(error) if error.refusal().is_some() => return Ok(Vec::new()),
        reached => reached?,
    }
    let mut returned = Vec::with_capacity(named.len());
    for (line, field) in named {
        let on = last.min(app.today());
        let (units, sum) = activities::standing_sum(tx, app, key.unit, field, on)?;
        returned.push(Returned { line: line.code.clone(), units, sum });
    }
    Ok(returned)
}
