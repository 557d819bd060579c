//! The SQL of reports.

use db::{Row, Tx, values};
use kernel::{Id, Instant, Period};

use super::model::{
    Cell, Key, Source, State, Step, StepTold, Typed, Typist, state_code, state_from,
};
use super::sums_store;
use crate::Result;
use crate::books::{Batch, chunked, schema};

/// What filing a version writes: the version and the postings the books held.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filed {
    pub(super) version: i64,
    pub(super) ledger_seq: i64,
}

/// Writes a step; what counts above moves with it.
pub(super) fn write_step(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    step: Step,
    filed: Filed,
    note: Option<&str>,
) -> Result<Id> {
    let federation = batch.federation();
    let before = sums_store::counted(batch.reader()?, federation, key)?;
    let after = State::after(step).counts().then_some(filed.version);
    sums_store::follow_step(batch, key, (before, after))?;
    let Period { from, to } = key.period;
    let note = note.map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    let row = values![
        key.unit,
        key.form.code.clone(),
        from,
        to,
        filed.version,
        step.code(),
        note,
        filed.ledger_seq
    ];
    batch.append(&schema::REPORT_STEP, row)
}

/// Writes what was typed into a line.
pub(super) fn write_typed(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    version: i64,
    typed: &Typed,
) -> Result<Id> {
    let cell = Cell {
        line: typed.line.clone(),
        state: typed.said(),
        value: typed.value,
        target: None,
        source: Source::Typed,
        typed: typed.value,
        note: typed.note.clone(),
        gathered: None,
    };
    write_cell(batch, key, version, &cell)
}

/// Who typed what into the versions up to one, the first row first: line, state and value, note, who, when.
pub(super) fn typed_rows(
    tx: &mut Tx<'_>,
    federation: Id,
    key: &Key,
    version: i64,
) -> Result<Vec<(Cell, Typist)>> {
    let sql = "SELECT c.line, c.state, c.value, c.target, c.source, c.note, b.actor, b.recorded_at FROM report_cell c
        JOIN batch b ON b.federation_id = c.federation_id AND b.number = c.batch
        WHERE c.federation_id = $1 AND c.unit_id = $2 AND c.from_on = $3 AND c.to_on = $4 AND c.form = $5
          AND c.version <= $6 AND c.source = 'typed' ORDER BY c.id";
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code, version];
    Ok(tx.query(sql, &values, |row| {
        let (actor, recorded_at) = (row.text(6)?.to_owned(), Instant(row.int(7)?).vi());
        let typed = cell(row)?;
        let line = typed.line.clone();
        Ok((typed, Typist { line, actor, recorded_at }))
    })?)
}

/// Writes a cell of a version.
pub(super) fn write_cell(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    version: i64,
    cell: &Cell,
) -> Result<Id> {
    let Period { from, to } = key.period;
    let measure = key.form.line(&cell.line).and_then(|line| line.measure.clone());
    let row = values![
        key.unit,
        key.form.code.clone(),
        from,
        to,
        version,
        cell.line.clone(),
        measure,
        state_code(cell.state),
        cell.value,
        cell.target,
        cell.source.code(),
        cell.note.clone()
    ];
    batch.append(&schema::REPORT_CELL, row)
}

/// Writes the remark with which a line was sent back.
pub(super) fn write_remark(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    version: i64,
    (line, remark): (&str, &str),
) -> Result<Id> {
    let Period { from, to } = key.period;
    let (form, line) = (key.form.code.clone(), line.to_owned());
    let row = values![key.unit, form, from, to, version, line, remark.trim().to_owned()];
    batch.append(&schema::REPORT_REMARK, row)
}

/// The steps of a report, the first one first.
pub(super) fn steps(tx: &mut Tx<'_>, federation: Id, key: &Key) -> Result<Vec<StepTold>> {
    let sql = "SELECT s.step, s.version, s.note, b.recorded_at, b.actor, s.ledger_seq, s.batch FROM report_step s
        JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
        WHERE s.federation_id = $1 AND s.unit_id = $2 AND s.from_on = $3 AND s.to_on = $4 AND s.form = $5
        ORDER BY s.id";
    let values = values![federation, key.unit, key.period.from, key.period.to, &key.form.code];
    Ok(tx.query(sql, &values, |row| {
        Ok(StepTold {
            step: Step::from_code(row.text(0)?).unwrap_or(Step::Reopen),
            version: row.int(1)?,
            note: row.opt_text(2)?.map(str::to_owned),
            recorded_at: Instant(row.int(3)?).vi(),
            actor: row.text(4)?.to_owned(),
            ledger_seq: row.int(5)?,
            batch: row.int(6)?,
            on: Instant(row.int(3)?).day(),
        })
    })?)
}

/// The cells of a version; the last row of a line and a source holds.
pub(super) fn cells(tx: &mut Tx<'_>, federation: Id, key: &Key, version: i64) -> Result<Vec<Cell>> {
    let sql = "SELECT line, state, value, target, source, note FROM report_cell
        WHERE federation_id = $1 AND unit_id = $2 AND from_on = $3 AND to_on = $4 AND form = $5 AND version = $6
        ORDER BY id";
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code, version];
    let rows = tx.query(sql, &values, cell)?;
    let mut last: Vec<Cell> = Vec::with_capacity(rows.len());
    for row in rows {
        match last.iter_mut().find(|each| each.line == row.line && each.source == row.source) {
            Some(known) => *known = row,
            None => last.push(row),
        }
    }
    Ok(last)
}

fn cell(row: &Row<'_>) -> Result<Cell, db::DbError> {
    let (source, value) = (Source::from_code(row.text(4)?), row.opt_int(2)?);
    Ok(Cell {
        line: row.text(0)?.to_owned(),
        state: state_from(row.text(1)?),
        value,
        target: row.opt_int(3)?,
        source,
        typed: value.filter(|_| source == Source::Typed),
        note: row.opt_text(5)?.map(str::to_owned),
        gathered: None,
    })
}

/// The remarks on a version: line and words.
pub(super) fn remarks(
    tx: &mut Tx<'_>,
    federation: Id,
    key: &Key,
    version: i64,
) -> Result<Vec<(String, String)>> {
    let sql = "SELECT line, remark FROM report_remark
        WHERE federation_id = $1 AND unit_id = $2 AND from_on = $3 AND to_on = $4 AND form = $5 AND version = $6
        ORDER BY id";
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code, version];
    let read = |row: &Row<'_>| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()));
    Ok(tx.query(sql, &values, read)?)
}

/// Where the report of a unit stands: form, version, last step, its moment.
pub(super) struct Standing {
    pub(super) unit: Id,
    pub(super) form: String,
    pub(super) version: i64,
    pub(super) state: State,
    pub(super) since: String,
}

/// Where the reports of some units for a period stand, on any form.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    period: Period,
) -> Result<Vec<Standing>> {
    let mut found = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT s.unit_id, s.form, s.version, s.step, b.recorded_at FROM report_step s
             JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
             WHERE s.federation_id = $1 AND s.unit_id IN ({list}) AND s.from_on = $2 AND s.to_on = $3
               AND NOT EXISTS (SELECT 1 FROM report_step l WHERE l.federation_id = s.federation_id
                   AND l.unit_id = s.unit_id AND l.from_on = s.from_on AND l.to_on = s.to_on
                   AND l.form = s.form AND l.id > s.id)
             ORDER BY s.unit_id, s.form"
        );
        let rows = tx.query(&sql, &values![federation, period.from, period.to], |row| {
            Ok(Standing {
                unit: row.id(0)?,
                form: row.text(1)?.to_owned(),
                version: row.int(2)?,
                state: Step::from_code(row.text(3)?).map_or(State::Drafted, State::after),
                since: Instant(row.int(4)?).vi(),
            })
        })?;
        found.extend(rows);
        Ok(())
    })?;
    Ok(found)
}

/// How many postings the books hold.
pub(super) fn ledger_seq(tx: &mut Tx<'_>, federation: Id) -> Result<i64> {
    let sql = "SELECT seq FROM chain_head WHERE federation_id = $1";
    Ok(tx.find(sql, &values![federation], |row| row.int(0))?.unwrap_or(0))
}
