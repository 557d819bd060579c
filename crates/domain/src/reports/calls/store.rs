//! The SQL of calls for reports.

use std::collections::HashMap;

use db::{Row, Tx, values};
use kernel::{Day, Id, Instant, Period};

use super::model::{Call, Due, NewCall};
use crate::Result;
use crate::books::{Batch, chunked, schema};
use crate::reports::{Key, State, Step};

/// Writes a call of a unit; one that is withdrawn is written once more and says so.
pub(super) fn write_call(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    new: &NewCall,
    is_withdrawn: bool,
) -> Result<Id> {
    let remind: Vec<String> = new.remind.iter().map(ToString::to_string).collect();
    let note = new.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let row = values![
        unit,
        new.form.clone(),
        new.period.from,
        new.period.to,
        new.due,
        remind.join(","),
        new.locks,
        note.map(str::to_owned),
        is_withdrawn
    ];
    batch.append(&schema::REPORT_CALL, row)
}

/// Writes by which day a unit owes the report of a call; none lets it off.
pub(super) fn write_due(
    batch: &mut Batch<'_, '_>,
    (call, unit): (Id, Id),
    (form, period): (&str, Period),
    due: Option<Day>,
    reason: Option<&str>,
) -> Result<Id> {
    let reason = reason.map(|reason| reason.trim().to_owned());
    let row = values![call, unit, form.to_owned(), period.from, period.to, due, reason];
    batch.append(&schema::REPORT_DUE, row)
}

const SELECT: &str =
    "SELECT c.id, c.unit_id, c.form, c.from_on, c.to_on, c.due_on, c.remind, c.locks, c.note,
        b.recorded_at, b.actor FROM report_call c
    JOIN batch b ON b.federation_id = c.federation_id AND b.number = c.batch
    WHERE c.federation_id = $1 AND c.withdrawn = 0";
/// That no later row tells otherwise.
const LAST: &str = "NOT EXISTS (SELECT 1 FROM report_call l WHERE l.federation_id = c.federation_id
    AND l.unit_id = c.unit_id AND l.form = c.form AND l.from_on = c.from_on AND l.to_on = c.to_on AND l.id > c.id)";

fn call(row: &Row<'_>) -> Result<Call, db::DbError> {
    let (key, due_on) = (row.id(0)?, row.day(5)?);
    Ok(Call {
        id: key.to_string(),
        key,
        unit: row.id(1)?,
        form: row.text(2)?.to_owned(),
        period: Period { from: row.day(3)?, to: row.day(4)? },
        due: due_on.to_string(),
        due_on,
        remind: row.text(6)?.split(',').filter_map(|days| days.parse().ok()).collect(),
        locks: row.int(7)? != 0,
        note: row.opt_text(8)?.map(str::to_owned),
        recorded_at: Instant(row.int(9)?).vi(),
        actor: row.text(10)?.to_owned(),
    })
}

/// The calls of a unit that stand and whose day is not before another, the latest due first.
pub(super) fn calls(tx: &mut Tx<'_>, federation: Id, unit: Id, since: Day) -> Result<Vec<Call>> {
    let sql = format!(
        "{SELECT} AND c.unit_id = $2 AND c.due_on >= $3 AND {LAST} ORDER BY c.due_on DESC, c.id DESC LIMIT 200"
    );
    Ok(tx.query(&sql, &values![federation, unit, since], call)?)
}

/// A call that stands.
pub(super) fn find(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Call>> {
    Ok(tx.find(&format!("{SELECT} AND c.id = $2 AND {LAST}"), &values![federation, id], call)?)
}

/// The call of a unit for a form and its days that stands.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    (form, period): (&str, Period),
) -> Result<Option<Call>> {
    let sql = format!(
        "{SELECT} AND c.unit_id = $2 AND c.form = $3 AND c.from_on = $4 AND c.to_on = $5 AND {LAST}"
    );
    Ok(tx.find(&sql, &values![federation, unit, form, period.from, period.to], call)?)
}

/// A unit of a call: the last day it was given, and why it has one of its own.
pub(super) struct DueRow {
    pub(super) unit: Id,
    pub(super) due: Option<Day>,
    pub(super) reason: Option<String>,
}

/// The units of a call, each as it was told last. One that was called for the same by another unit since, because it
/// passed to it, is that one's to ask.
pub(super) fn dues(tx: &mut Tx<'_>, federation: Id, call: Id) -> Result<Vec<DueRow>> {
    let sql = "SELECT d.unit_id, d.due_on, d.reason FROM report_due d
        WHERE d.federation_id = $1 AND d.call_id = $2 AND NOT EXISTS (SELECT 1 FROM report_due l
            WHERE l.federation_id = d.federation_id AND l.unit_id = d.unit_id AND l.to_on = d.to_on
              AND l.form = d.form AND l.from_on = d.from_on AND l.id > d.id AND l.call_id <> d.call_id)
        ORDER BY d.unit_id, d.id";
    let rows = tx.query(sql, &values![federation, call], |row| {
        Ok(DueRow {
            unit: row.id(0)?,
            due: row.opt_day(1)?,
            reason: row.opt_text(2)?.map(str::to_owned),
        })
    })?;
    let mut last: Vec<DueRow> = Vec::with_capacity(rows.len());
    for row in rows {
        match last.last_mut().filter(|each| each.unit == row.unit) {
            Some(known) => *known = row,
            None => last.push(row),
        }
    }
    Ok(last)
}

/// By which day a unit owes a report; nothing where nobody called for it.
pub(super) fn due_of(tx: &mut Tx<'_>, federation: Id, key: &Key) -> Result<Option<Due>> {
    let sql = "SELECT d.call_id, d.due_on, c.locks FROM report_due d
        JOIN report_call c ON c.federation_id = d.federation_id AND c.id = d.call_id
        WHERE d.federation_id = $1 AND d.unit_id = $2 AND d.to_on = $3 AND d.form = $4 AND d.from_on = $5
        ORDER BY d.id DESC LIMIT 1";
    let values = values![federation, key.unit, key.period.to, &key.form.code, key.period.from];
    Ok(tx.find(sql, &values, |row| {
        Ok(Due { call: row.id(0)?, on: row.opt_day(1)?, locks: row.int(2)? != 0 })
    })?)
}

/// A report that was called for at a unit: its form and days, and what was told last.
pub(super) struct CalledFor {
    pub(super) form: String,
    pub(super) period: Period,
    pub(super) due: Due,
    pub(super) remind: Vec<i32>,
}

/// What was called for at a unit, of days that ended since another.
pub(super) fn called_for(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    since: Day,
) -> Result<Vec<CalledFor>> {
    let sql = "SELECT d.form, d.from_on, d.to_on, d.call_id, d.due_on, c.locks, c.remind FROM report_due d
        JOIN report_call c ON c.federation_id = d.federation_id AND c.id = d.call_id
        WHERE d.federation_id = $1 AND d.unit_id = $2 AND d.to_on >= $3
          AND NOT EXISTS (SELECT 1 FROM report_due l WHERE l.federation_id = d.federation_id
              AND l.unit_id = d.unit_id AND l.to_on = d.to_on AND l.form = d.form AND l.from_on = d.from_on
              AND l.id > d.id)
        ORDER BY d.due_on, d.id";
    Ok(tx.query(sql, &values![federation, unit, since], |row| {
        Ok(CalledFor {
            form: row.text(0)?.to_owned(),
            period: Period { from: row.day(1)?, to: row.day(2)? },
            due: Due { call: row.id(3)?, on: row.opt_day(4)?, locks: row.int(5)? != 0 },
            remind: row.text(6)?.split(',').filter_map(|days| days.parse().ok()).collect(),
        })
    })?)
}

/// The day a unit first filed a report, and where the report stands.
pub(super) type Filed = (Option<Day>, State);

/// How the reports of some units on a form and its days came along.
pub(super) fn filed(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    (form, period): (&str, Period),
) -> Result<HashMap<Id, Filed>> {
    let mut found: HashMap<Id, Filed> = HashMap::with_capacity(units.len());
    chunked(units, |list| {
        let sql = format!(
            "SELECT s.unit_id, s.step, b.recorded_at FROM report_step s
             JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
             WHERE s.federation_id = $1 AND s.unit_id IN ({list}) AND s.from_on = $2 AND s.to_on = $3 AND s.form = $4
             ORDER BY s.unit_id, s.id"
        );
        tx.each(&sql, &values![federation, period.from, period.to, form], |row| {
            let step = Step::from_code(row.text(1)?).unwrap_or(Step::Reopen);
            let day = Instant(row.int(2)?).day();
            let (first, state) = found.entry(row.id(0)?).or_insert((None, State::Drafted));
            if step == Step::Submit && first.is_none() {
                *first = Some(day);
            }
            *state = State::after(step);
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(found)
}

/// Reports of some units that wait to be approved, of days that began since another: form, days, how many.
pub(super) fn waiting(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    since: Day,
) -> Result<Vec<(String, Period, i64)>> {
    let mut found: Vec<(String, Period, i64)> = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT s.form, s.from_on, s.to_on, COUNT(*) FROM report_step s
             WHERE s.federation_id = $1 AND s.unit_id IN ({list}) AND s.from_on >= $2 AND s.step = 'submit'
               AND NOT EXISTS (SELECT 1 FROM report_step l WHERE l.federation_id = s.federation_id
                   AND l.unit_id = s.unit_id AND l.from_on = s.from_on AND l.to_on = s.to_on AND l.form = s.form
                   AND l.id > s.id)
             GROUP BY s.form, s.from_on, s.to_on ORDER BY s.to_on, s.form"
        );
        tx.each(&sql, &values![federation, since], |row| {
            let (form, count) = (row.text(0)?, row.int(3)?);
            let period = Period { from: row.day(1)?, to: row.day(2)? };
            match found.iter_mut().find(|(code, days, _)| code == form && *days == period) {
                Some((.., sum)) => *sum += count,
                None => found.push((form.to_owned(), period, count)),
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(found)
}
