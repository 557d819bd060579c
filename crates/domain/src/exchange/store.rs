//! The SQL of exchange.

use db::{DbError, Row, Tx, Value, values};
use kernel::{Day, Id, Instant, Period};

use super::model::{Body, Counted, NewKey, PeerKey, ReceivedRow, SentRow, Signature};
use crate::Result;
use crate::books::{Batch, chunked, schema};
use crate::figures::State as CellState;
use crate::reach::Bounds;
use crate::reports::state_from;
use crate::signing;

/// Keys listed at most; an office trusts as many installations as report to it.
const KEYS_MAX: i64 = 2_000;

/// Where a unit stood last.
const LAST_PATH: &str = "u.from_on = (SELECT MAX(l.from_on) FROM unit_path l
    WHERE l.federation_id = u.federation_id AND l.unit_id = u.unit_id)";

fn key_of(row: &Row<'_>) -> Result<PeerKey, DbError> {
    let key = row.text(4)?.to_owned();
    let (own, ended) = (row.opt_day(7)?, row.opt_day(9)?);
    Ok(PeerKey {
        id: row.id(0)?,
        unit: row.id(1)?,
        unit_code: row.text(2)?.to_owned(),
        unit_name: row.text(3)?.to_owned(),
        fingerprint: signing::fingerprint(&key),
        key,
        code: row.text(5)?.to_owned(),
        from: row.day(6)?,
        to: own.into_iter().chain(ended).min(),
        note: row.opt_text(8)?.map(str::to_owned),
    })
}

fn select_keys(condition: &str) -> String {
    format!(
        "SELECT k.id, k.unit_id, c.code, n.name, k.public_key, k.code, k.from_on, k.to_on, k.note,
             (SELECT MIN(e.to_on) FROM peer_key e WHERE e.federation_id = k.federation_id
                 AND e.public_key = k.public_key AND e.ends = k.id)
         FROM peer_key k
         JOIN unit c ON c.federation_id = k.federation_id AND c.id = k.unit_id
         JOIN unit_now n ON n.federation_id = k.federation_id AND n.unit_id = k.unit_id
         JOIN unit_path u ON u.federation_id = k.federation_id AND u.unit_id = k.unit_id AND {LAST_PATH}
         WHERE k.federation_id = $1 AND k.ends IS NULL AND {condition}
         ORDER BY k.id DESC LIMIT $2"
    )
}

/// Every entry of a key, the latest first.
pub(super) fn keys_called(tx: &mut Tx<'_>, federation: Id, key: &str) -> Result<Vec<PeerKey>> {
    let sql = select_keys("k.public_key = $3");
    Ok(tx.query(&sql, &values![federation, KEYS_MAX, key], key_of)?)
}

/// An entry.
pub(super) fn key(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<PeerKey>> {
    let sql = select_keys("k.id = $3");
    Ok(tx.find(&sql, &values![federation, KEYS_MAX, id], key_of)?)
}

/// The entries of the units within bounds, the latest first.
pub(super) fn keys(tx: &mut Tx<'_>, federation: Id, bounds: &Bounds) -> Result<Vec<PeerKey>> {
    let (condition, ranges) = bounds.condition("u.path", 3);
    let mut values: Vec<Value<'_>> = values![federation, KEYS_MAX].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    Ok(tx.query(&select_keys(&condition), &values, key_of)?)
}

/// Writes a key to be trusted.
pub(super) fn write_key(batch: &mut Batch<'_, '_>, new: &NewKey) -> Result<Id> {
    let (key, code) = (new.key.clone(), new.code.trim().to_owned());
    let none: Option<i64> = None;
    let row = values![new.unit, key, code, new.from, new.to, new.note.clone(), none];
    batch.append(&schema::PEER_KEY, row)
}

/// Writes that an entry holds no longer than to a day.
pub(super) fn write_end(
    batch: &mut Batch<'_, '_>,
    ended: &PeerKey,
    to: Day,
    why: &str,
) -> Result<Id> {
    let (key, code) = (ended.key.clone(), ended.code.clone());
    let row = values![ended.unit, key, code, ended.from, to, why.to_owned(), ended.id];
    batch.append(&schema::PEER_KEY, row)
}

/// Writes a package and its cells.
pub(super) fn write_package(
    batch: &mut Batch<'_, '_>,
    (trusted, period): (&PeerKey, Period),
    (body, signature): (&Body, &Signature),
    file: &[u8],
) -> Result<Id> {
    let Period { from, to } = period;
    let form = body.form.code.clone();
    let file = String::from_utf8_lossy(file).into_owned();
    let hash = signature.hash.clone();
    let row = values![trusted.unit, form, from, to, body.version, hash, trusted.id, file];
    let package = batch.append(&schema::REPORT_PACKAGE, row)?;
    for cell in &body.cells {
        let line = body.form.line(&cell.line);
        let row = values![
            trusted.unit,
            package,
            cell.line.clone(),
            line.and_then(|line| line.measure.clone()),
            line.and_then(|line| line.indicator.clone()),
            cell.state.clone(),
            cell.value,
            cell.source.clone()
        ];
        batch.append(&schema::RECEIVED_CELL, row)?;
    }
    Ok(package)
}

/// The package with these contents: its entry and version.
pub(super) fn by_hash(tx: &mut Tx<'_>, federation: Id, hash: &str) -> Result<Option<(Id, i64)>> {
    let sql = "SELECT id, version FROM report_package WHERE federation_id = $1 AND hash = $2";
    Ok(tx.find(sql, &values![federation, hash], |row| Ok((row.id(0)?, row.int(1)?)))?)
}

/// The last version of a report that was taken in: its entry and version.
pub(super) fn last_of(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    (form, period): (&str, Period),
) -> Result<Option<(Id, i64)>> {
    let sql = "SELECT id, version FROM report_package
        WHERE federation_id = $1 AND unit_id = $2 AND from_on = $3 AND to_on = $4 AND form = $5
        ORDER BY version DESC LIMIT 1";
    let values = values![federation, unit, period.from, period.to, form];
    Ok(tx.find(sql, &values, |row| Ok((row.id(0)?, row.int(1)?)))?)
}

/// A package as it came: unit, file, entry of its key.
pub(super) fn file(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<(Id, String)>> {
    let sql = "SELECT unit_id, file FROM report_package WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, id], |row| Ok((row.id(0)?, row.text(1)?.to_owned())))?)
}

/// One package on a list.
pub(super) fn row(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<ReceivedRow>> {
    let sql = select_received("p.id = $2", "");
    Ok(tx.find(&sql, &values![federation, id], received_row)?)
}

fn select_received(condition: &str, limit: &str) -> String {
    format!(
        "SELECT p.id, c.code, n.name, p.form, p.from_on, p.to_on, p.version, p.hash, b.recorded_at, b.actor,
             (SELECT MAX(l.version) FROM report_package l WHERE l.federation_id = p.federation_id
                 AND l.unit_id = p.unit_id AND l.from_on = p.from_on AND l.to_on = p.to_on AND l.form = p.form)
         FROM report_package p
         JOIN batch b ON b.federation_id = p.federation_id AND b.number = p.batch
         JOIN unit c ON c.federation_id = p.federation_id AND c.id = p.unit_id
         JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
         JOIN unit_path u ON u.federation_id = p.federation_id AND u.unit_id = p.unit_id AND {LAST_PATH}
         WHERE p.federation_id = $1 AND {condition} ORDER BY p.id DESC {limit}"
    )
}

fn received_row(row: &Row<'_>) -> Result<ReceivedRow, DbError> {
    let version = row.int(6)?;
    Ok(ReceivedRow {
        package: row.id(0)?.to_string(),
        unit: row.text(1)?.to_owned(),
        unit_name: row.text(2)?.to_owned(),
        form: row.text(3)?.to_owned(),
        period: Period { from: row.day(4)?, to: row.day(5)? },
        version,
        hash: row.text(7)?.to_owned(),
        recorded_at: Instant(row.int(8)?).vi(),
        actor: row.text(9)?.to_owned(),
        is_superseded: row.opt_int(10)?.is_some_and(|last| last > version),
    })
}

/// Packages of the units within bounds, the latest first.
pub(super) fn received(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    (skip, take): (i64, i64),
) -> Result<Vec<ReceivedRow>> {
    let (condition, ranges) = bounds.condition("u.path", 4);
    let mut values: Vec<Value<'_>> = values![federation, take, skip].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    Ok(tx.query(&select_received(&condition, "LIMIT $2 OFFSET $3"), &values, received_row)?)
}

/// Packages made of the reports of units within bounds, the latest first.
pub(super) fn sent(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    (skip, take): (i64, i64),
) -> Result<Vec<SentRow>> {
    let (condition, ranges) = bounds.condition("u.path", 4);
    let sql = format!(
        "SELECT c.code, n.name, s.form, s.from_on, s.to_on, s.version, s.hash, b.recorded_at, b.actor
         FROM package_sent s
         JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
         JOIN unit c ON c.federation_id = s.federation_id AND c.id = s.unit_id
         JOIN unit_now n ON n.federation_id = s.federation_id AND n.unit_id = s.unit_id
         JOIN unit_path u ON u.federation_id = s.federation_id AND u.unit_id = s.unit_id AND {LAST_PATH}
         WHERE s.federation_id = $1 AND {condition} ORDER BY s.id DESC LIMIT $2 OFFSET $3"
    );
    let mut values: Vec<Value<'_>> = values![federation, take, skip].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    Ok(tx.query(&sql, &values, |row| {
        Ok(SentRow {
            unit: row.text(0)?.to_owned(),
            unit_name: row.text(1)?.to_owned(),
            form: row.text(2)?.to_owned(),
            period: Period { from: row.day(3)?, to: row.day(4)? },
            version: row.int(5)?,
            hash: row.text(6)?.to_owned(),
            recorded_at: Instant(row.int(7)?).vi(),
            actor: row.text(8)?.to_owned(),
        })
    })?)
}

/// Whether a package with these contents was made before.
pub(super) fn is_sent(tx: &mut Tx<'_>, federation: Id, hash: &str) -> Result<bool> {
    let sql = "SELECT id FROM package_sent WHERE federation_id = $1 AND hash = $2 LIMIT 1";
    Ok(tx.find(sql, &values![federation, hash], |row| row.id(0))?.is_some())
}

/// The packages that report on some days, the last version of each report.
pub(super) fn last_versions(
    tx: &mut Tx<'_>,
    federation: Id,
    period: Period,
) -> Result<Vec<Counted>> {
    let sql = "SELECT p.unit_id, p.form, p.version, p.id FROM report_package p
        WHERE p.federation_id = $1 AND p.to_on = $2 AND p.from_on = $3 AND NOT EXISTS (
            SELECT 1 FROM report_package l WHERE l.federation_id = p.federation_id AND l.unit_id = p.unit_id
                AND l.from_on = p.from_on AND l.to_on = p.to_on AND l.form = p.form AND l.version > p.version)
        ORDER BY p.unit_id, p.form";
    Ok(tx.query(sql, &values![federation, period.to, period.from], |row| {
        Ok(Counted {
            unit: row.id(0)?,
            form: row.text(1)?.to_owned(),
            version: row.int(2)?,
            package: row.id(3)?,
        })
    })?)
}

/// The units whose report on a form and its days was taken in, each with the day of the first package.
pub(crate) fn first_received(
    tx: &mut Tx<'_>,
    federation: Id,
    (form, period): (&str, Period),
) -> Result<Vec<(Id, Day)>> {
    let sql = "SELECT p.unit_id, MIN(b.recorded_at) FROM report_package p
        JOIN batch b ON b.federation_id = p.federation_id AND b.number = p.batch
        WHERE p.federation_id = $1 AND p.to_on = $2 AND p.from_on = $3 AND p.form = $4 GROUP BY p.unit_id";
    Ok(tx.query(sql, &values![federation, period.to, period.from, form], |row| {
        Ok((row.id(0)?, Instant(row.int(1)?).day()))
    })?)
}

/// A cell: package, measure, indicator, source, state, value.
pub(super) type Told = (Id, Option<String>, Option<String>, String, CellState, Option<i64>);

/// The cells of some packages.
pub(super) fn cells(tx: &mut Tx<'_>, federation: Id, packages: &[Id]) -> Result<Vec<Told>> {
    let mut found = Vec::new();
    chunked(packages, |list| {
        let sql = format!(
            "SELECT package_id, measure, indicator, source, state, value FROM received_cell
             WHERE federation_id = $1 AND package_id IN ({list}) ORDER BY package_id, id"
        );
        found.extend(tx.query(&sql, &values![federation], |row| {
            let text = |place| -> Result<Option<String>, DbError> {
                Ok(row.opt_text(place)?.map(str::to_owned))
            };
            let state = state_from(row.text(4)?);
            Ok((row.id(0)?, text(1)?, text(2)?, row.text(3)?.to_owned(), state, row.opt_int(5)?))
        })?);
        Ok(())
    })?;
    Ok(found)
}

/// What some packages say under a measure: package, state, value.
pub(crate) fn values_of(
    tx: &mut Tx<'_>,
    federation: Id,
    packages: &[Id],
    measure: &str,
) -> Result<Vec<(Id, CellState, Option<i64>)>> {
    let mut found = Vec::new();
    chunked(packages, |list| {
        let sql = format!(
            "SELECT package_id, state, value FROM received_cell
             WHERE federation_id = $1 AND package_id IN ({list}) AND measure = $2"
        );
        found.extend(tx.query(&sql, &values![federation, measure], |row| {
            Ok((row.id(0)?, state_from(row.text(1)?), row.opt_int(2)?))
        })?);
        Ok(())
    })?;
    Ok(found)
}
