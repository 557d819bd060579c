//! The SQL of files.

use db::{Tx, Value, values};
use kernel::Id;

use crate::Result;

/// Writes the parts of a file. Rows that stand already are touched, so that a sweep at the same moment and this one
/// never both believe to have been alone.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    federation: Id,
    hash: &str,
    parts: Vec<Vec<u8>>,
) -> Result<()> {
    let row = |(number, bytes): (usize, Vec<u8>)| {
        vec![
            Value::from(federation),
            Value::from(hash.to_owned()),
            Value::from(number as i64),
            Value::from(bytes),
        ]
    };
    let rows: Vec<Vec<Value<'static>>> = parts.into_iter().enumerate().map(row).collect();
    let columns = ["federation_id", "hash", "part", "bytes"];
    let tail = "ON CONFLICT (federation_id, hash, part) DO UPDATE SET part = excluded.part";
    // A part a statement: the engines hold a statement's values in memory.
    rows.chunks(1).try_for_each(|row| Ok(tx.insert_many("content", &columns, row, tail)?))
}

/// One part of a file, if there is one of this number.
pub(super) fn part(
    tx: &mut Tx<'_>,
    federation: Id,
    hash: &str,
    number: i64,
) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT bytes FROM content WHERE federation_id = $1 AND hash = $2 AND part = $3";
    let bytes = tx.find(sql, &values![federation, hash, number], |row| {
        Ok(row.opt_bytes(0)?.unwrap_or_default().to_vec())
    })?;
    Ok(bytes)
}

/// The files nothing refers to.
pub(super) fn unused(tx: &mut Tx<'_>, federation: Id) -> Result<Vec<String>> {
    let sql = "SELECT c.hash FROM content c WHERE c.federation_id = $1 AND c.part = 0
        AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.federation_id = c.federation_id AND a.hash = c.hash)
        AND NOT EXISTS (SELECT 1 FROM nomination_file n WHERE n.federation_id = c.federation_id AND n.hash = c.hash)
        AND NOT EXISTS (SELECT 1 FROM score_evidence v WHERE v.federation_id = c.federation_id AND v.hash = c.hash)
        AND NOT EXISTS (SELECT 1 FROM job j WHERE j.federation_id = c.federation_id AND j.file = c.hash)
        AND NOT EXISTS (SELECT 1 FROM job j WHERE j.federation_id = c.federation_id AND j.answer_file = c.hash)";
    Ok(tx.query(sql, &values![federation], |row| Ok(row.text(0)?.to_owned()))?)
}

/// Removes a file.
pub(super) fn delete(tx: &mut Tx<'_>, federation: Id, hash: &str) -> Result<()> {
    let sql = "DELETE FROM content WHERE federation_id = $1 AND hash = $2";
    tx.execute(sql, &values![federation, hash])?;
    Ok(())
}
