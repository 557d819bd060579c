//! The SQL of what stands behind filed reports.

use db::{Row, Tx, values};
use kernel::{Id, Instant, Period};

use super::kept::{Basis, Input, Wording};
use super::model::{Key, State, Step, state_from};
use crate::Result;
use crate::books::{Batch, chunked, schema};
use crate::figures::State as CellState;

/// Filed reports listed of a unit at most: four forms, twice a year, for twenty-five years.
const FILED_MAX: i64 = 200;

/// Keeps a wording, or finds it kept already.
pub(super) fn write_wording(batch: &mut Batch<'_, '_>, wording: &Wording) -> Result<Id> {
    let (federation, (hash, body)) = (batch.federation(), wording.body()?);
    let sql = "SELECT id FROM report_definition WHERE federation_id = $1 AND hash = $2";
    let known = batch.reader()?.find(sql, &values![federation, &hash], |row| row.id(0))?;
    match known {
        Some(id) => Ok(id),
        None => {
            let row = values![wording.form.code.clone(), hash, body];
            batch.append(&schema::REPORT_DEFINITION, row)
        }
    }
}

/// Writes on which wording a version is filed.
pub(super) fn write_basis(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    version: i64,
    definition: Id,
) -> Result<Id> {
    let federation = batch.federation();
    let unit = crate::units::load(batch.reader()?, federation, key.unit)?;
    let Period { from, to } = key.period;
    let form = key.form.code.clone();
    let kind = unit.kind.code();
    let row = values![key.unit, form, from, to, version, definition, unit.code, unit.name, kind];
    batch.append(&schema::REPORT_BASIS, row)
}

/// Writes the units directly below and what of them is summed.
pub(super) fn write_inputs(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    version: i64,
    inputs: &[Input],
) -> Result<()> {
    let Period { from, to } = key.period;
    for input in inputs {
        let (form, number) = input.summed.clone().unzip();
        let row = values![
            key.unit,
            key.form.code.clone(),
            from,
            to,
            version,
            input.unit,
            input.code.clone(),
            input.name.clone(),
            form,
            number,
            input.package
        ];
        batch.append(&schema::REPORT_INPUT, row)?;
    }
    Ok(())
}

/// What a version was filed on; nothing for one filed before the books kept it.
pub(super) fn basis(
    tx: &mut Tx<'_>,
    federation: Id,
    key: &Key,
    version: i64,
) -> Result<Option<Basis>> {
    let sql = "SELECT d.body, b.unit_code, b.unit_name, b.unit_kind FROM report_basis b
        JOIN report_definition d ON d.federation_id = b.federation_id AND d.id = b.definition_id
        WHERE b.federation_id = $1 AND b.unit_id = $2 AND b.from_on = $3 AND b.to_on = $4 AND b.form = $5
          AND b.version = $6";
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code, version];
    let text =
        |row: &Row<'_>, place| -> Result<String, db::DbError> { Ok(row.text(place)?.to_owned()) };
    let found = tx.find(sql, &values, |row| {
        Ok((text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 3)?))
    })?;
    let Some((body, unit_code, unit_name, unit_kind)) = found else { return Ok(None) };
    Ok(Some(Basis { wording: Wording::read(&body)?, unit_code, unit_name, unit_kind }))
}

/// The last wording of a form that a report was filed on.
pub(super) fn last_wording(tx: &mut Tx<'_>, federation: Id, form: &str) -> Result<Option<Wording>> {
    let sql = "SELECT body FROM report_definition WHERE federation_id = $1 AND form = $2 ORDER BY id DESC LIMIT 1";
    let body = tx.find(sql, &values![federation, form], |row| Ok(row.text(0)?.to_owned()))?;
    body.map(|body| Wording::read(&body)).transpose()
}

/// The units directly below a version and what of them was summed, by code.
pub(super) fn inputs(
    tx: &mut Tx<'_>,
    federation: Id,
    key: &Key,
    version: i64,
) -> Result<Vec<Input>> {
    let sql = "SELECT below_id, below_code, below_name, below_form, below_version, package_id FROM report_input
        WHERE federation_id = $1 AND unit_id = $2 AND from_on = $3 AND to_on = $4 AND form = $5 AND version = $6
        ORDER BY id";
    let Period { from, to } = key.period;
    let values = values![federation, key.unit, from, to, &key.form.code, version];
    Ok(tx.query(sql, &values, |row| {
        let form = row.opt_text(3)?.map(str::to_owned);
        Ok(Input {
            unit: row.id(0)?,
            code: row.text(1)?.to_owned(),
            name: row.text(2)?.to_owned(),
            summed: form.zip(row.opt_int(4)?),
            package: row.opt_id(5)?,
        })
    })?)
}

/// What of a measure each unit below had in its own books' report: unit, form, version, state, value.
pub(super) type Told = (Id, String, i64, CellState, Option<i64>);

/// What some units filed under a measure for a period, every version of it.
pub(super) fn told(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    (period, measure): (Period, &str),
) -> Result<Vec<Told>> {
    let mut found = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT unit_id, form, version, state, value FROM report_cell
             WHERE federation_id = $1 AND unit_id IN ({list}) AND from_on = $2 AND to_on = $3 AND measure = $4
               AND source = 'summed'"
        );
        found.extend(tx.query(
            &sql,
            &values![federation, period.from, period.to, measure],
            |row| {
                let state = state_from(row.text(3)?);
                Ok((row.id(0)?, row.text(1)?.to_owned(), row.int(2)?, state, row.opt_int(4)?))
            },
        )?);
        Ok(())
    })?;
    Ok(found)
}

/// What reports of some units say something of, in whichever version: unit, form, version, measure.
pub(super) fn measures(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    period: Period,
) -> Result<Vec<(Id, String, i64, String)>> {
    let mut found = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT unit_id, form, version, measure FROM report_cell
             WHERE federation_id = $1 AND unit_id IN ({list}) AND from_on = $2 AND to_on = $3
               AND measure IS NOT NULL AND source = 'summed' AND state <> 'not_reported'"
        );
        found.extend(tx.query(&sql, &values![federation, period.from, period.to], |row| {
            let owned = |place| Ok::<_, db::DbError>(row.text(place)?.to_owned());
            Ok((row.id(0)?, owned(1)?, row.int(2)?, owned(3)?))
        })?);
        Ok(())
    })?;
    Ok(found)
}

/// The moment a batch was recorded.
pub(super) fn recorded_at(tx: &mut Tx<'_>, federation: Id, batch: i64) -> Result<Option<Instant>> {
    let sql = "SELECT recorded_at FROM batch WHERE federation_id = $1 AND number = $2";
    Ok(tx.find(sql, &values![federation, batch], |row| Ok(Instant(row.int(0)?)))?)
}

/// A report that was filed, with the wording its last version was filed on.
pub(super) struct Filed {
    pub(super) form: String,
    pub(super) period: Period,
    pub(super) version: i64,
    pub(super) state: State,
    pub(super) definition: Option<Id>,
}

/// The reports of a unit that were ever filed, each with its last version and where it stands; the latest days first.
pub(super) fn filed(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<Filed>> {
    let sql = "SELECT s.form, s.from_on, s.to_on, s.version, s.step, b.definition_id FROM report_step s
        LEFT JOIN report_basis b ON b.federation_id = s.federation_id AND b.unit_id = s.unit_id
            AND b.from_on = s.from_on AND b.to_on = s.to_on AND b.form = s.form AND b.version = s.version
        WHERE s.federation_id = $1 AND s.unit_id = $2 AND NOT EXISTS (
            SELECT 1 FROM report_step l WHERE l.federation_id = s.federation_id AND l.unit_id = s.unit_id
                AND l.from_on = s.from_on AND l.to_on = s.to_on AND l.form = s.form AND l.id > s.id)
        ORDER BY s.to_on DESC, s.from_on, s.form LIMIT $3";
    Ok(tx.query(sql, &values![federation, unit, FILED_MAX], |row| {
        Ok(Filed {
            form: row.text(0)?.to_owned(),
            period: Period { from: row.day(1)?, to: row.day(2)? },
            version: row.int(3)?,
            state: Step::from_code(row.text(4)?).map_or(State::Drafted, State::after),
            definition: row.opt_id(5)?,
        })
    })?)
}

/// A wording that is kept.
pub(super) fn wording(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Wording>> {
    let sql = "SELECT body FROM report_definition WHERE federation_id = $1 AND id = $2";
    let body = tx.find(sql, &values![federation, id], |row| Ok(row.text(0)?.to_owned()))?;
    body.map(|body| Wording::read(&body)).transpose()
}
