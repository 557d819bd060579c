//! The SQL of a rehearsal: what a batch wrote, and what it touches that somebody still works on.

use db::{Tx, values};
use kernel::{Day, Id};
use ledger::account;

use super::model::{Open, Posted, TargetTouched};
use crate::Result;
use crate::books::chunked;

/// Targets of the units touched that are shown.
const TARGETS: usize = 100;

/// The head of the chain: everything after these numbers is new.
pub(super) fn head(tx: &mut Tx<'_>, federation: Id) -> Result<i64> {
    let sql = "SELECT seq FROM chain_head WHERE federation_id = $1";
    Ok(tx.find(sql, &values![federation], |row| row.int(0))?.unwrap_or(0))
}

/// The units of some codes that the books know now.
pub(super) fn known(tx: &mut Tx<'_>, federation: Id, codes: &[&str]) -> Result<Vec<Id>> {
    let mut ids = Vec::with_capacity(codes.len());
    for code in codes {
        let sql = "SELECT u.id FROM unit u JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.id
                   WHERE u.federation_id = $1 AND u.code = $2";
        ids.extend(tx.find(sql, &values![federation, *code], |row| row.id(0))?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// The postings after a number, added up by account and day.
pub(super) fn posted_after(tx: &mut Tx<'_>, federation: Id, seq: i64) -> Result<Vec<Posted>> {
    let sql = "SELECT account, on_day, CAST(SUM(quantity) AS BIGINT), COUNT(DISTINCT unit_id) FROM posting
               WHERE federation_id = $1 AND seq > $2 AND account < 1000
               GROUP BY account, on_day ORDER BY account, on_day";
    Ok(tx.query(sql, &values![federation, seq], |row| {
        Ok(Posted {
            account: row.int(0)? as i32,
            on: row.day(1)?,
            quantity: row.int(2)?,
            units: row.int(3)?,
        })
    })?)
}

/// The members who moved or ended by events after a number: kind of event and how many.
pub(super) fn member_events(
    tx: &mut Tx<'_>,
    federation: Id,
    (first, last): (i64, i64),
) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT m.kind, COUNT(*) FROM member_event m WHERE m.federation_id = $1 AND m.id > $2 AND m.batch > $3
               AND m.reverses IS NULL GROUP BY m.kind ORDER BY m.kind";
    let read = |row: &db::Row<'_>| Ok((row.text(0)?.to_owned(), row.int(1)?));
    Ok(tx.query(sql, &values![federation, first, last], read)?)
}

/// The number of the last batch.
pub(super) fn last_batch(tx: &mut Tx<'_>, federation: Id) -> Result<i64> {
    let sql = "SELECT number FROM chain_head WHERE federation_id = $1";
    Ok(tx.find(sql, &values![federation], |row| row.int(0))?.unwrap_or(0))
}

/// The standing targets of some units for periods that run beyond a day.
pub(super) fn targets(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    on: Day,
) -> Result<Vec<TargetTouched>> {
    let mut found = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT u.code, n.name, t.indicator, t.from_on, t.to_on, t.value FROM target t
             JOIN unit u ON u.federation_id = t.federation_id AND u.id = t.unit_id
             JOIN unit_now n ON n.federation_id = t.federation_id AND n.unit_id = t.unit_id
             WHERE t.federation_id = $1 AND t.unit_id IN ({list}) AND t.to_on > $2 AND t.value IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM target l WHERE l.federation_id = t.federation_id
                   AND l.unit_id = t.unit_id AND l.indicator = t.indicator AND l.from_on = t.from_on
                   AND l.to_on = t.to_on AND l.id > t.id)
             ORDER BY u.code, t.from_on, t.indicator"
        );
        found.extend(tx.query(&sql, &values![federation, on], |row| {
            Ok(TargetTouched {
                code: row.text(0)?.to_owned(),
                unit: row.text(1)?.to_owned(),
                indicator: row.text(2)?.to_owned(),
                period: kernel::Period { from: row.day(3)?, to: row.day(4)? },
                value: row.int(5)?,
            })
        })?);
        Ok(())
    })?;
    found.truncate(TARGETS);
    Ok(found)
}

/// What is still open at some units: members sent and not answered, and posts held there.
pub(super) fn open_work(tx: &mut Tx<'_>, federation: Id, units: &[Id], on: Day) -> Result<Open> {
    let mut open = Open::default();
    chunked(units, |list| {
        let mut count = |sql: &str, values: &[db::Value<'_>]| -> Result<i64> {
            Ok(tx.find(sql, values, |row| row.int(0))?.unwrap_or(0))
        };
        let sql = format!(
            "SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) FROM posting
             WHERE federation_id = $1 AND account = $2 AND unit_id IN ({list})"
        );
        open.sent += count(&sql, &values![federation, account::SENT.0])?;
        let sql = format!(
            "SELECT COUNT(*) FROM post_fact p WHERE p.federation_id = $1 AND p.unit_id IN ({list})
               AND p.from_on <= $2 AND (p.to_on IS NULL OR p.to_on > $2)
               AND NOT EXISTS (SELECT 1 FROM post_fact l WHERE l.federation_id = p.federation_id
                   AND l.post_id = p.post_id AND l.id > p.id)"
        );
        open.posts += count(&sql, &values![federation, on])?;
        let sql = format!(
            "SELECT COUNT(*) FROM correction_request c WHERE c.federation_id = $1 AND c.unit_id IN ({list})
               AND c.answers IS NULL AND NOT EXISTS (SELECT 1 FROM correction_request a
                   WHERE a.federation_id = c.federation_id AND a.answers = c.id)"
        );
        open.requests += count(&sql, &values![federation])?;
        Ok(())
    })?;
    Ok(open)
}
