//! Reading and writing the stretches of units.

use std::collections::HashMap;

use db::{Row, Tx, Value, values};
use kernel::{Block, Id, UnitKind};
use ledger::{Cause, Class, Stretch};

use crate::{Error, Result};

/// How many ids one statement names; they are our own integers, so they stand in the text.
const CHUNK: usize = 500;

/// Calls `work` with lists of ids, a chunk at a time.
pub(crate) fn chunked(ids: &[Id], mut work: impl FnMut(&str) -> Result<()>) -> Result<()> {
    for chunk in ids.chunks(CHUNK) {
        let list: Vec<String> = chunk.iter().map(|id| id.0.to_string()).collect();
        work(&list.join(", "))?;
    }
    Ok(())
}

/// Reads one stretch from `from_on, to_on, path, block, kind, cause` starting at a column.
pub(crate) fn stretch(row: &Row<'_>, first: usize) -> Result<Stretch, db::DbError> {
    let wrong = |column| db::DbError::Inconsistent { sql: "unit_path".to_owned(), column };
    Ok(Stretch {
        from: row.day(first)?,
        to: row.day(first + 1)?,
        chain: Stretch::chain_of(row.text(first + 2)?).ok_or_else(|| wrong(first + 2))?,
        class: Class {
            block: Block::from_code(row.text(first + 3)?).ok_or_else(|| wrong(first + 3))?,
            kind: UnitKind::from_code(row.text(first + 4)?).ok_or_else(|| wrong(first + 4))?,
        },
        cause: Cause::from_code(row.text(first + 5)?).ok_or_else(|| wrong(first + 5))?,
    })
}

const STRETCHES: &str = "SELECT unit_id, from_on, to_on, path, block, kind, cause FROM unit_path
    WHERE federation_id = $1";

/// The stretches of some units, in order of days.
pub(crate) fn read(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
) -> Result<HashMap<Id, Vec<Stretch>>> {
    let mut found: HashMap<Id, Vec<Stretch>> = HashMap::new();
    let mut take = |row: &Row<'_>| -> Result<(), db::DbError> {
        found.entry(row.id(0)?).or_default().push(stretch(row, 1)?);
        Ok(())
    };
    // One unit is what nearly every page and every right asks about: with its id bound, the statement stays prepared.
    if let [unit] = units {
        let sql = format!("{STRETCHES} AND unit_id = $2 ORDER BY from_on");
        tx.each(&sql, &values![federation, *unit], take)?;
    } else {
        chunked(units, |list| {
            let sql = format!("{STRETCHES} AND unit_id IN ({list}) ORDER BY unit_id, from_on");
            tx.each(&sql, &values![federation], &mut take).map_err(Error::from)
        })?;
    }
    Ok(found)
}

/// Where a unit stood last, and with it the units below; a path nobody stands under for a unit that has none.
pub(crate) fn last_path(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<String> {
    let paths = read(tx, federation, &[unit])?;
    let last = paths.get(&unit).and_then(|path| path.last());
    Ok(last.map_or_else(|| "!".to_owned(), Stretch::path))
}

/// The rows of a unit's stretches.
pub(crate) fn rows(federation: Id, unit: Id, stretches: &[Stretch]) -> Vec<Vec<Value<'static>>> {
    stretches
        .iter()
        .map(|stretch| {
            let (block, kind) = (stretch.class.block.code(), stretch.class.kind.code());
            let cause = stretch.cause.code();
            values![federation, unit, stretch.from, stretch.to, stretch.path(), block, kind, cause]
                .into()
        })
        .collect()
}

/// The columns of those rows.
pub(crate) const COLUMNS: [&str; 8] =
    ["federation_id", "unit_id", "from_on", "to_on", "path", "block", "kind", "cause"];

/// The first text after every path under this one: `/` is followed by `0` in the order of bytes.
pub(crate) fn end_of_range(path: &str) -> String {
    format!("{}0", path.trim_end_matches('/'))
}
