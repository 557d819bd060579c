//! One line of a report opened: what it means, what it was made of, what was recorded since.

use db::Tx;
use kernel::{Actor, Id, Instant};

use super::{fill, kept, read};
use crate::exchange::{self, Reported};
use crate::figures::{self, Query, State as CellState};
use crate::reports::form::What;
use crate::reports::kept::{Basis, Definition, Input};
use crate::reports::model::{Cell, Difference, Key, Source, Step, StepTold};
use crate::reports::{kept_store, store};
use crate::{App, Result, units};

/// Entries told as causes at most.
const CAUSES: usize = 50;

/// A line of a report with what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTold {
    /// Its cell.
    pub cell: Cell,
    /// The version it is of; none for a draft.
    pub version: Option<i64>,
    /// When that was filed.
    pub filed_at: Option<Instant>,
    /// What its indicator counts: as it was when the version was filed, where that was kept.
    pub definition: Option<Definition>,
    /// Whether wording and definition are those that were kept when the version was filed.
    pub is_kept: bool,
    /// Whether the program of today can still count it.
    pub is_counted: bool,
    /// The units directly below, and what of each is in it.
    pub inputs: Vec<InputTold>,
    /// What the books would fill today, with the entries since; none where nothing moved.
    pub moved: Option<Difference>,
    /// What packages of units directly below say of the same indicator. It is never added.
    pub beside: Option<Reported>,
}

/// A unit below and its value in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputTold {
    /// The unit, what of it was summed, and the package it came in.
    pub input: Input,
    /// The state of its cell; none for a line that is not summed from below.
    pub state: Option<CellState>,
    /// The value.
    pub value: Option<i64>,
}

/// Opens a line. The key is that of [`super::at_filing`].
pub fn line(
    app: &App,
    actor: &Actor,
    key: &Key,
    asked: Option<i64>,
    code: &str,
) -> Result<LineTold> {
    app.db.read(|tx| {
        let report = read::report(tx, app, actor, key, asked)?;
        let version = kept::shown(tx, app, key, asked)?;
        let line = key.form.line(code).ok_or_else(|| kept::unknown_line(code))?;
        let cell = report.cells.iter().find(|cell| cell.line == code);
        let cell = cell.cloned().ok_or_else(|| kept::unknown_line(code))?;
        let basis = match version {
            Some(version) => kept_store::basis(tx, app.federation, key, version)?,
            None => None,
        };
        let submitted = report
            .steps
            .iter()
            .find(|told| told.step == Step::Submit && Some(told.version) == version);
        let filed_at = match submitted {
            Some(told) => kept_store::recorded_at(tx, app.federation, told.batch)?,
            None => None,
        };
        let is_counted = kept::is_counted(key.form, line);
        let moved = match submitted.filter(|_| is_counted) {
            Some(told) => moved(tx, app, actor, key, (told, &cell))?,
            None => None,
        };
        Ok(LineTold {
            definition: line.indicator.as_deref().and_then(|code| definition(basis.as_ref(), code)),
            is_kept: basis.is_some(),
            inputs: inputs(
                tx,
                app,
                key,
                version.filter(|_| basis.is_some()),
                line.measure.as_deref(),
            )?,
            beside: beside(tx, app, key, line.indicator.as_deref())?,
            cell,
            version,
            filed_at,
            is_counted,
            moved,
        })
    })
}

fn definition(basis: Option<&Basis>, indicator: &str) -> Option<Definition> {
    match basis {
        Some(basis) => basis.wording.definition(indicator).cloned(),
        None => Definition::of(indicator),
    }
}

/// What packages say of the same indicator.
fn beside(
    tx: &mut Tx<'_>,
    app: &App,
    key: &Key,
    indicator: Option<&str>,
) -> Result<Option<Reported>> {
    let Some(indicator) = indicator else { return Ok(None) };
    let received = exchange::received_below(tx, app, key.unit, key.period)?;
    Ok(received.indicators.get(indicator).copied())
}

/// Of a filed version, what was written down with it; of a draft, what would be summed now.
fn inputs(
    tx: &mut Tx<'_>,
    app: &App,
    key: &Key,
    version: Option<i64>,
    measure: Option<&str>,
) -> Result<Vec<InputTold>> {
    let inputs = match version {
        Some(version) => kept_store::inputs(tx, app.federation, key, version)?,
        None => kept::inputs(tx, app, key)?,
    };
    let Some(measure) = measure else {
        return Ok(inputs
            .into_iter()
            .map(|input| InputTold { input, state: None, value: None })
            .collect());
    };
    let units: Vec<Id> =
        inputs.iter().filter(|each| each.package.is_none()).map(|each| each.unit).collect();
    let told = kept_store::told(tx, app.federation, &units, (key.period, measure))?;
    let packages: Vec<Id> = inputs.iter().filter_map(|each| each.package).collect();
    let came = exchange::values_of(tx, app.federation, &packages, measure)?;
    // What a report of the unit in these books said is not summed of its package once more.
    let said_here = |input: &Input| {
        inputs.iter().filter(|own| own.unit == input.unit && own.package.is_none()).any(|own| {
            told.iter().any(|(unit, form, version, state, _)| {
                *unit == own.unit
                    && own.summed.as_ref().is_some_and(|(f, v)| f == form && v == version)
                    && *state != CellState::NotReported
            })
        })
    };
    let value = |input: &Input| match (&input.summed, input.package) {
        (Some(_), Some(_)) if said_here(input) => None,
        (Some(_), Some(package)) => {
            came.iter().find(|each| each.0 == package).map(|each| (each.1, each.2))
        }
        (Some((form, version)), None) => told
            .iter()
            .find(|each| each.0 == input.unit && each.1 == *form && each.2 == *version)
            .map(|each| (each.3, each.4)),
        (None, _) => None,
    };
    let shown = |input: &Input| {
        let found = value(input);
        let state = found.map_or(CellState::NotReported, |(state, _)| state);
        let value = found.and_then(|(_, value)| value);
        InputTold { state: Some(state), value, input: input.clone() }
    };
    Ok(inputs.iter().map(shown).collect())
}

/// What the books would fill otherwise today than a version says.
fn moved(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    key: &Key,
    (told, filed): (&StepTold, &Cell),
) -> Result<Option<Difference>> {
    let typed: Vec<Cell> = store::cells(tx, app.federation, key, told.version)?
        .into_iter()
        .filter(|cell| cell.source == Source::Typed)
        .collect();
    let now = fill::cells(tx, app, actor, key, &typed)?;
    let now = now.iter().find(|cell| cell.line == filed.line);
    let Some((now, line)) =
        now.zip(key.form.line(&filed.line)).filter(|(now, _)| now.value != filed.value)
    else {
        return Ok(None);
    };
    let causes = match line.what() {
        What::Indicator(code) => {
            let scope = units::load(tx, app.federation, key.unit)?.code;
            let query = Query::of(&scope, key.period);
            let since = told.ledger_seq;
            figures::recorded_since(tx, app, actor, key.unit, (code, &query), since, CAUSES)?
        }
        _ => Vec::new(),
    };
    let (line, text) = (filed.line.clone(), &*line.text);
    Ok(Some(Difference { line, text, filed: filed.value, now: now.value, causes }))
}
