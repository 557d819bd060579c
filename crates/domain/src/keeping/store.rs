//! The SQL of what was done to keep the books safe, and of what a copy is held against.

use db::{Row, Tx, values};
use kernel::{Id, Instant};

use super::model::{Upkeep, UpkeepKind};
use crate::Result;

/// Lines of each kind that are kept.
const LINES: i64 = 200;

const COLUMNS: &str = "id, kind, actor, began_at, ended_at, subject, is_good, answer";

fn upkeep(row: &Row<'_>) -> Result<Upkeep, db::DbError> {
    Ok(Upkeep {
        id: row.id(0)?,
        kind: UpkeepKind::from_code(row.text(1)?).unwrap_or(UpkeepKind::Chain),
        actor: row.text(2)?.to_owned(),
        began_at: Instant(row.int(3)?),
        ended_at: Instant(row.int(4)?),
        subject: row.opt_text(5)?.map(str::to_owned),
        is_good: row.int(6)? != 0,
        answer: row.text(7)?.to_owned(),
    })
}

/// Writes a line down and forgets those of its kind that are too many.
pub(super) fn insert(tx: &mut Tx<'_>, federation: Id, line: &Upkeep) -> Result<()> {
    let sql = format!(
        "INSERT INTO upkeep (federation_id, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    let kind = line.kind.code();
    let values = values![
        federation,
        line.id,
        kind,
        &line.actor,
        line.began_at.0,
        line.ended_at.0,
        line.subject.clone(),
        i64::from(line.is_good),
        &line.answer
    ];
    tx.execute(&sql, &values)?;
    let sql = "DELETE FROM upkeep WHERE federation_id = $1 AND kind = $2 AND id <=
                   (SELECT id FROM upkeep WHERE federation_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1 OFFSET $3)";
    tx.execute(sql, &values![federation, kind, LINES])?;
    Ok(())
}

/// The lines of a kind, the latest first.
pub(super) fn list(tx: &mut Tx<'_>, federation: Id, kind: UpkeepKind) -> Result<Vec<Upkeep>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM upkeep WHERE federation_id = $1 AND kind = $2 ORDER BY id DESC"
    );
    Ok(tx.query(&sql, &values![federation, kind.code()], upkeep)?)
}

/// The last line of a kind.
pub(super) fn find_last(
    tx: &mut Tx<'_>,
    federation: Id,
    kind: UpkeepKind,
) -> Result<Option<Upkeep>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM upkeep WHERE federation_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1"
    );
    Ok(tx.find(&sql, &values![federation, kind.code()], upkeep)?)
}

/// When a batch was written, and its hash.
pub(super) fn find_batch(
    tx: &mut Tx<'_>,
    federation: Id,
    number: i64,
) -> Result<Option<(Instant, String)>> {
    let sql = "SELECT recorded_at, hash FROM batch WHERE federation_id = $1 AND number = $2";
    let row = |row: &Row<'_>| Ok((Instant(row.int(0)?), row.text(1)?.to_owned()));
    Ok(tx.find(sql, &values![federation, number], row)?)
}

/// The last batch that was known at a moment.
pub(super) fn batch_known_at(tx: &mut Tx<'_>, federation: Id, at: Instant) -> Result<i64> {
    let sql = "SELECT number FROM batch WHERE federation_id = $1 AND recorded_at <= $2
               ORDER BY recorded_at DESC, number DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, at.0], |row| row.int(0))?.unwrap_or(0))
}

/// Rows of a table of facts up to a batch.
pub(super) fn rows_to(tx: &mut Tx<'_>, federation: Id, table: &str, batch: i64) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) FROM {table} WHERE federation_id = $1 AND batch <= $2");
    Ok(tx.find(&sql, &values![federation, batch], |row| row.int(0))?.unwrap_or(0))
}

/// The codes of units that nobody manages today and whose books are kept here.
pub(super) fn tops(tx: &mut Tx<'_>, federation: Id, most: usize) -> Result<Vec<String>> {
    let sql = "SELECT u.code, p.path FROM unit_path p JOIN unit u ON u.federation_id = $1 AND u.id = p.unit_id
               WHERE p.federation_id = $1 AND p.to_on = '9999-12-31' AND p.kind <> 'ngoai' ORDER BY p.path";
    let mut tops = Vec::new();
    tx.each(sql, &values![federation], |row| {
        let is_top = row.text(1)?.trim_end_matches('/').matches('/').count() == 0;
        if is_top && tops.len() < most {
            tops.push(row.text(0)?.to_owned());
        }
        Ok(())
    })?;
    Ok(tops)
}
