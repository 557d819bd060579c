//! Reading reports: as they stand, as they were filed, and what moved since.

use db::Tx;
use kernel::{Actor, Id, Period};

use super::{fill, held, kept};
use crate::exchange;
use crate::figures::{self, Query};
use crate::reports::checks::Books;
use crate::reports::form::{Line, What};
use crate::reports::model::{
    BelowRow, Cell, Difference, Key, Report, Source, State, Step, StepTold, Typist, Version,
};
use crate::reports::{calls, checks, rules, store};
use crate::{App, Result, units};

/// Entries told as causes of one difference at most.
const CAUSES: usize = 50;

/// A report: as it was filed while it waits or is approved, as the books would fill it while it is drafted. A version
/// number asks for what was filed under it.
pub fn read(app: &App, actor: &Actor, key: &Key, version: Option<i64>) -> Result<Report> {
    app.db.read(|tx| report(tx, app, actor, key, version))
}

pub(super) fn report(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    key: &Key,
    asked: Option<i64>,
) -> Result<Report> {
    key.form.must_report_on(key.period)?;
    app.must_reach(tx, actor, "reports.read", key.unit, key.period.last())?;
    let unit = units::load(tx, app.federation, key.unit)?;
    let steps = store::steps(tx, app.federation, key)?;
    let state = state_of(&steps);
    let last = steps.last().map_or(0, |step| step.version);
    let shown = asked.filter(|version| (1..=last).contains(version));
    let is_filed = shown.is_some() || !state.is_open();
    let version = shown.unwrap_or(if is_filed { last } else { last + 1 });
    let (cells, books) = if is_filed {
        (filed(tx, app, key, version)?, Books::default())
    } else {
        let typed = typed(tx, app, key, last)?;
        held::filled(tx, app, actor, key, &typed)?
    };
    let before = before(tx, app, key)?;
    let mut findings = rules::findings(key.form, &cells, &before);
    findings.extend(checks::findings(key.form, &cells, &books));
    // What was sent back with the last version is what the next one is to mend.
    let remarked = if is_filed { version } else { last };
    Ok(Report {
        form: &key.form.code,
        form_name: &key.form.name,
        unit: unit.code,
        unit_name: unit.name,
        period: key.period.code(),
        state,
        version,
        findings,
        remarks: store::remarks(tx, app.federation, key, remarked)?,
        cells,
        typists: typists(tx, app, key, version)?,
        due: calls::due_of(tx, app, key)?,
        steps,
    })
}

/// Who typed what stands in a version: of rows that say the same one after the other the first one, because filing writes
/// what was typed once more.
fn typists(tx: &mut Tx<'_>, app: &App, key: &Key, version: i64) -> Result<Vec<Typist>> {
    let mut last: Vec<(Cell, Typist)> = Vec::new();
    for (cell, typist) in store::typed_rows(tx, app.federation, key, version)? {
        match last.iter_mut().find(|(known, _)| known.line == cell.line) {
            Some((known, _)) if *known == cell => {}
            Some(known) => *known = (cell, typist),
            None => last.push((cell, typist)),
        }
    }
    Ok(last.into_iter().map(|(_, typist)| typist).collect())
}

pub(super) fn state_of(steps: &[StepTold]) -> State {
    steps.last().map_or(State::Drafted, |told| State::after(told.step))
}

/// What the unit typed for the version after `last`, over what it typed before.
pub(super) fn typed(tx: &mut Tx<'_>, app: &App, key: &Key, last: i64) -> Result<Vec<Cell>> {
    let mut typed = store::cells(tx, app.federation, key, last + 1)?;
    let earlier = store::cells(tx, app.federation, key, last)?;
    let is_new = |cell: &Cell, known: &[Cell]| !known.iter().any(|each| each.line == cell.line);
    for cell in earlier.into_iter().filter(|cell| cell.source == Source::Typed) {
        if is_new(&cell, &typed) {
            typed.push(cell);
        }
    }
    Ok(typed)
}

/// A version as it was filed.
pub(in crate::reports) fn filed(
    tx: &mut Tx<'_>,
    app: &App,
    key: &Key,
    version: i64,
) -> Result<Vec<Cell>> {
    let rows = store::cells(tx, app.federation, key, version)?;
    let (typed, mut cells): (Vec<Cell>, Vec<Cell>) =
        rows.into_iter().partition(|cell| cell.source == Source::Typed);
    for cell in &mut cells {
        cell.typed = typed.iter().find(|each| each.line == cell.line).and_then(|each| each.value);
    }
    let place = |cell: &Cell| key.form.lines.iter().position(|line| line.code == cell.line);
    cells.sort_by_key(place);
    Ok(cells)
}

/// The same report of a year before, as it was filed last; nothing where there was none.
fn before(tx: &mut Tx<'_>, app: &App, key: &Key) -> Result<Vec<Cell>> {
    let then = Key { period: key.period.year_before(), ..*key };
    match store::steps(tx, app.federation, &then)?.last() {
        Some(step) => filed(tx, app, &then, step.version),
        None => Ok(Vec::new()),
    }
}

/// Every version that was filed.
pub fn versions(app: &App, actor: &Actor, key: &Key) -> Result<Vec<Version>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", key.unit, key.period.last())?;
        let steps = store::steps(tx, app.federation, key)?;
        let filed = steps.into_iter().filter(|told| told.step == Step::Submit);
        Ok(filed
            .map(|told| Version {
                number: told.version,
                recorded_at: told.recorded_at,
                actor: told.actor,
            })
            .collect())
    })
}

/// What the books would fill otherwise today than was filed last, with the entries recorded since.
pub fn differences(app: &App, actor: &Actor, key: &Key) -> Result<Vec<Difference>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", key.unit, key.period.last())?;
        let steps = store::steps(tx, app.federation, key)?;
        let Some(told) = steps.iter().rev().find(|told| told.step == Step::Submit) else {
            return Ok(Vec::new());
        };
        let then = filed(tx, app, key, told.version)?;
        let typed: Vec<Cell> = store::cells(tx, app.federation, key, told.version)?
            .into_iter()
            .filter(|cell| cell.source == Source::Typed)
            .collect();
        let now = fill::cells(tx, app, actor, key, &typed)?;
        let mut found = Vec::new();
        for (filed, cell) in then
            .iter()
            .filter_map(|filed| Some((filed, now.iter().find(|cell| cell.line == filed.line)?)))
        {
            // What the program counts no more cannot have moved.
            let moved =
                |line: &&Line| filed.value != cell.value && kept::is_counted(key.form, line);
            let Some(line) = key.form.line(&filed.line).filter(moved) else {
                continue;
            };
            let causes = match line.what() {
                What::Indicator(code) => causes(tx, app, actor, key, (code, told.ledger_seq))?,
                _ => Vec::new(),
            };
            let (line, text) = (filed.line.clone(), &*line.text);
            found.push(Difference { line, text, filed: filed.value, now: cell.value, causes });
        }
        Ok(found)
    })
}

fn causes(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    key: &Key,
    (indicator, after): (&str, i64),
) -> Result<Vec<figures::TraceLine>> {
    let code = units::load(tx, app.federation, key.unit)?.code;
    let query = Query::of(&code, key.period);
    figures::recorded_since(tx, app, actor, key.unit, (indicator, &query), after, CAUSES)
}

/// Where the reports of the units directly below stand.
pub fn below(app: &App, actor: &Actor, unit: Id, period: Period) -> Result<Vec<BelowRow>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", unit, period.last())?;
        let rows = units::directly_below(tx, app, unit, period.last())?;
        let ids: Vec<Id> = rows.iter().map(|(id, _)| *id).collect();
        let standing = store::standing(tx, app.federation, &ids, period)?;
        let packages = exchange::counted_below(tx, app, unit, period)?;
        let told = |id: Id, row: &units::UnitRow| {
            let found = standing.iter().find(|each| each.unit == id);
            let came = packages.iter().find(|each| each.unit == id);
            BelowRow {
                received: came.map(|each| (each.package, each.version)),
                unit: id,
                code: row.code.clone(),
                name: row.name.clone(),
                form: found.map(|each| &each.form).or(came.map(|each| &each.form)).cloned(),
                state: found.map_or(State::Drafted, |each| each.state),
                since: found.map(|each| each.since.clone()),
            }
        };
        Ok(rows.iter().map(|(id, row)| told(*id, row)).collect())
    })
}
