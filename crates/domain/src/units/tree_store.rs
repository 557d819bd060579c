//! The SQL of the tree of units: a level or a stretch of it at a time, never the whole.

use std::collections::HashMap;

use db::{Tx, values};
use kernel::{Block, Day, Id, UnitKind};
use ledger::account;

use super::model::{Lives, UnitFilter, UnitRow};
use super::store::{ID_LENGTH, row_columns, unit_row};
use crate::Result;
use crate::books::{chunked, end_of_range};

/// Units looked at for one page of a filtered list below a unit; the next page goes on from there.
const LOOKED_AT: i64 = 2_000;

/// The conditions of a filter on a path `p` and a line of today `n`; `$2` is the day. The codes are our own words, not
/// what somebody typed.
fn conditions(filter: UnitFilter) -> String {
    let lives = match filter.lives {
        Lives::Open => "n.opened_on <= $2 AND (n.ended_on IS NULL OR n.ended_on > $2)",
        Lives::Ended => "n.ended_on IS NOT NULL AND n.ended_on <= $2",
        Lives::Either => "n.opened_on <= $2",
    };
    let kind = filter.kind.map(|kind| format!("p.kind = '{}'", UnitKind::code(kind)));
    let block = filter.block.map(|block| format!("p.block = '{}'", Block::code(block)));
    let all = ["p.from_on <= $2 AND p.to_on > $2".to_owned(), lives.to_owned()];
    let all: Vec<String> = all.into_iter().chain(kind).chain(block).collect();
    all.join(" AND ")
}

/// Whether no member counts at the unit itself at the end of the day.
fn memberless() -> String {
    format!(
        "COALESCE((SELECT SUM(t.quantity) FROM posting t WHERE t.federation_id = p.federation_id
             AND t.unit_id = p.unit_id AND t.account = {} AND t.on_day <= $2), 0) = 0",
        account::MEMBERS.0
    )
}

/// The units directly under a unit with a path on a day, by name. The statements of managers are asked, so that only
/// those who ever stood directly under it are read.
pub(super) fn directly_under(
    tx: &mut Tx<'_>,
    federation: Id,
    (manager, path): (Id, &str),
    on: Day,
    filter: UnitFilter,
) -> Result<Vec<Id>> {
    let empty = if filter.memberless { memberless() } else { "1 = 1".to_owned() };
    let sql = format!(
        "SELECT p.unit_id FROM (SELECT DISTINCT unit_id FROM unit_line
             WHERE federation_id = $1 AND manager_id = $3 AND retracts IS NULL) l
         JOIN unit_path p ON p.federation_id = $1 AND p.unit_id = l.unit_id
         JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = l.unit_id
         WHERE {} AND p.path > $4 AND p.path < $5 AND LENGTH(p.path) = $6 AND {empty}
         ORDER BY n.search_key, p.unit_id",
        conditions(filter)
    );
    let length = (path.len() + ID_LENGTH) as i64;
    let values = values![federation, on, manager, path, end_of_range(path), length];
    Ok(tx.query(&sql, &values, |row| row.id(0))?)
}

/// How many units stand open directly under a unit with a path on a day; sections and groups are parts of it.
pub(super) fn count_directly_under(
    tx: &mut Tx<'_>,
    federation: Id,
    (manager, path): (Id, &str),
    on: Day,
) -> Result<i64> {
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT DISTINCT unit_id FROM unit_line
             WHERE federation_id = $1 AND manager_id = $3 AND retracts IS NULL) l
         JOIN unit_path p ON p.federation_id = $1 AND p.unit_id = l.unit_id
         JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = l.unit_id
         WHERE {} AND p.path > $4 AND p.path < $5 AND LENGTH(p.path) = $6 AND p.kind NOT IN ('{}', '{}')",
        conditions(UnitFilter::default()),
        UnitKind::Section.code(),
        UnitKind::Group.code()
    );
    let length = (path.len() + ID_LENGTH) as i64;
    let values = values![federation, on, manager, path, end_of_range(path), length];
    Ok(tx.find(&sql, &values, |row| row.int(0))?.unwrap_or(0))
}

/// The units anywhere under a path, in the order of paths, after a place; and the place the next page goes on from.
pub(super) fn anywhere_under(
    tx: &mut Tx<'_>,
    federation: Id,
    (path, after): (&str, &str),
    on: Day,
    filter: UnitFilter,
    most: usize,
) -> Result<(Vec<Id>, Option<String>)> {
    let empty = if filter.memberless { memberless() } else { "1 = 1".to_owned() };
    let sql = format!(
        "SELECT p.unit_id, p.path, CASE WHEN {empty} THEN 1 ELSE 0 END FROM unit_path p
         JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
         WHERE p.federation_id = $1 AND p.path > $3 AND p.path < $4 AND {}
         ORDER BY p.path LIMIT $5",
        conditions(filter)
    );
    let looked_at = if filter.memberless { LOOKED_AT } else { most as i64 + 1 };
    // A place outside the range would lead out of what the reader may see.
    let start = if after.starts_with(path) { after } else { path };
    let values = values![federation, on, start, end_of_range(path), looked_at];
    let rows =
        tx.query(&sql, &values, |row| Ok((row.id(0)?, row.text(1)?.to_owned(), row.int(2)? == 1)))?;
    let ended = (rows.len() as i64) < looked_at;
    let mut found = Vec::new();
    let mut place = None;
    for (unit, path, keeps) in rows {
        if keeps && found.len() == most {
            return Ok((found, place));
        }
        if keeps {
            found.push(unit);
        }
        place = Some(path);
    }
    Ok((found, place.filter(|_| !ended)))
}

/// The rows of some units as they stood on a day, in the order given.
pub(super) fn rows_on(
    tx: &mut Tx<'_>,
    federation: Id,
    ids: &[Id],
    on: Day,
) -> Result<Vec<(Id, UnitRow)>> {
    let mut rows: Vec<(Id, UnitRow)> = Vec::new();
    chunked(ids, |list| {
        let sql = format!(
            "SELECT {} FROM unit_path p
             JOIN unit u ON u.federation_id = p.federation_id AND u.id = p.unit_id
             JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
             WHERE p.federation_id = $1 AND p.unit_id IN ({list}) AND p.from_on <= $2 AND p.to_on > $2",
            row_columns("$2")
        );
        let read = |row: &db::Row<'_>| Ok((row.id(0)?, unit_row(row)?));
        rows.extend(tx.query(&sql, &values![federation, on], read)?);
        Ok(())
    })?;
    let place: HashMap<Id, usize> =
        ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    rows.sort_by_key(|(id, _)| place.get(id).copied());
    Ok(rows)
}
