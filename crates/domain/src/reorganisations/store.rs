//! The SQL of reorganisations: the units a list may name, and what was written.

use std::collections::HashSet;

use db::{Tx, values};
use kernel::{Id, Instant};

use super::model::Past;
use super::names::Known;
use crate::Result;
use crate::books::end_of_range;
use crate::reach::Bounds;

/// Letters of an id in a path, with the stroke behind it.
const ID_LENGTH: usize = 14;

/// The units that stand at the last at or under a path, and those anywhere that are no grassroots unions: who receives
/// may be another's.
pub(super) fn units(tx: &mut Tx<'_>, federation: Id, path: &str) -> Result<Vec<Known>> {
    let sql = "SELECT n.unit_id, u.code, n.name, n.opened_on, n.ended_on, p.path FROM unit_path p
         JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
         JOIN unit u ON u.federation_id = p.federation_id AND u.id = p.unit_id
         WHERE p.federation_id = $1 AND p.to_on = '9999-12-31'
           AND ((p.path >= $2 AND p.path < $3) OR p.kind NOT IN ('cdcs', 'nghiep_doan', 'cdcs_tv', 'bo_phan', 'to'))
         ORDER BY n.unit_id";
    Ok(tx.query(sql, &values![federation, path, end_of_range(path)], |row| {
        let path = row.text(5)?;
        let ids: Vec<&str> = path.split('/').filter(|id| !id.is_empty()).collect();
        let manager = ids.len().checked_sub(2).and_then(|at| Id::parse(ids[at]));
        Ok(Known {
            id: row.id(0)?,
            code: row.text(1)?.to_owned(),
            name: row.text(2)?.to_owned(),
            opened_on: row.day(3)?,
            ended_on: row.opt_day(4)?,
            depth: path.len() / ID_LENGTH,
            manager,
        })
    })?)
}

/// The codes of all units that ever were.
pub(super) fn codes(tx: &mut Tx<'_>, federation: Id) -> Result<HashSet<String>> {
    let sql = "SELECT code FROM unit WHERE federation_id = $1";
    let codes = tx.query(sql, &values![federation], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(codes.into_iter().collect())
}

const PAST: &str =
    "r.id, r.file_name, u.code, n.name, r.on_day, d.number, d.issued_on, r.rows_written, b.actor,
    b.recorded_at, COALESCE((SELECT MAX(x.id) FROM reorganisation x
        WHERE x.federation_id = r.federation_id AND x.undoes = r.id), 0)";

const JOINED: &str = "reorganisation r
    JOIN batch b ON b.federation_id = r.federation_id AND b.number = r.batch
    JOIN document d ON d.federation_id = r.federation_id AND d.id = r.document_id
    JOIN unit u ON u.federation_id = r.federation_id AND u.id = r.unit_id
    JOIN unit_now n ON n.federation_id = r.federation_id AND n.unit_id = r.unit_id";

fn past(row: &db::Row<'_>) -> Result<Past, db::DbError> {
    let owned = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
    Ok(Past {
        id: row.id(0)?,
        file_name: owned(1)?,
        unit: (owned(2)?, owned(3)?),
        on: row.day(4)?,
        number: owned(5)?,
        issued_on: row.opt_day(6)?,
        rows: row.int(7)?,
        actor: owned(8)?,
        recorded_at: Instant(row.int(9)?),
        is_undone: row.int(10)? != 0,
    })
}

/// The reorganisations of the units at or under a path, within bounds, the latest first.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    path: &str,
    (skip, take): (usize, usize),
) -> Result<Vec<Past>> {
    let (condition, ranges) = bounds.condition("p.path", 6);
    let sql = format!(
        "SELECT {PAST} FROM {JOINED}
         JOIN unit_path p ON p.federation_id = r.federation_id AND p.unit_id = r.unit_id
             AND p.to_on = '9999-12-31'
         WHERE r.federation_id = $1 AND r.undoes IS NULL AND p.path >= $2 AND p.path < $3 AND {condition}
         ORDER BY r.id DESC LIMIT $4 OFFSET $5"
    );
    let mut values =
        values![federation, path, end_of_range(path), take as i64, skip as i64].to_vec();
    values.extend(ranges.into_iter().map(db::Value::from));
    Ok(tx.query(&sql, &values, past)?)
}

/// What was written down of one: decision, unit, day, file and its hash, rows, batch.
pub(super) struct Row {
    pub(super) document: Id,
    pub(super) unit: Id,
    pub(super) on: String,
    pub(super) file_name: String,
    pub(super) file_hash: String,
    pub(super) rows: i64,
    pub(super) batch: i64,
    pub(super) is_undone: bool,
}

/// A reorganisation by its id.
pub(super) fn load(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Row>> {
    let sql = "SELECT r.document_id, r.unit_id, r.on_day, r.file_name, r.file_hash, r.rows_written, r.batch,
             (SELECT COUNT(*) FROM reorganisation x WHERE x.federation_id = $1 AND x.undoes = r.id)
         FROM reorganisation r WHERE r.federation_id = $1 AND r.id = $2 AND r.undoes IS NULL";
    Ok(tx.find(sql, &values![federation, id], |row| {
        Ok(Row {
            document: row.id(0)?,
            unit: row.id(1)?,
            on: row.text(2)?.to_owned(),
            file_name: row.text(3)?.to_owned(),
            file_hash: row.text(4)?.to_owned(),
            rows: row.int(5)?,
            batch: row.int(6)?,
            is_undone: row.int(7)? > 0,
        })
    })?)
}
