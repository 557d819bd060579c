//! The SQL of imports.

use std::collections::HashSet;

use db::{Tx, values};
use kernel::{Day, Id, Instant};

use crate::Result;
use crate::books::end_of_range;
use crate::reach::Bounds;

/// An import as it was written down: kind, file, hash, unit, day.
pub(super) type RunRow = (String, String, String, Option<Id>, Option<Day>);

/// An import by its id, if it is one and not the undoing of one.
pub(super) fn load_run(tx: &mut Tx<'_>, federation: Id, import: Id) -> Result<Option<RunRow>> {
    let sql = "SELECT kind, file_name, file_hash, unit_id, as_of FROM import_run
               WHERE federation_id = $1 AND id = $2 AND undoes IS NULL";
    Ok(tx.find(sql, &values![federation, import], |row| {
        let owned = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
        Ok((owned(0)?, owned(1)?, owned(2)?, row.opt_id(3)?, row.opt_day(4)?))
    })?)
}

/// Whether an import was taken back.
pub(super) fn is_undone(tx: &mut Tx<'_>, federation: Id, import: Id) -> Result<bool> {
    let sql = "SELECT 1 FROM import_run WHERE federation_id = $1 AND undoes = $2";
    Ok(tx.find(sql, &values![federation, import], |_| Ok(()))?.is_some())
}

/// The people an import brought who still stand in the lists.
pub(super) fn people_brought(tx: &mut Tx<'_>, federation: Id, import: Id) -> Result<Vec<Id>> {
    let sql = "SELECT DISTINCT f.person_id FROM person_fact f
               JOIN person p ON p.federation_id = f.federation_id AND p.id = f.person_id
               WHERE f.federation_id = $1 AND f.import_id = $2 AND f.withdrawn = 0 ORDER BY f.person_id";
    Ok(tx.query(sql, &values![federation, import], |row| row.id(0))?)
}

/// The events of units that came with an import, latest first: id, unit, kind, day.
pub(super) fn unit_events(
    tx: &mut Tx<'_>,
    federation: Id,
    import: Id,
) -> Result<Vec<(Id, Id, String, Day)>> {
    let sql = "SELECT id, unit_id, kind, on_day FROM unit_event
               WHERE federation_id = $1 AND import_id = $2 AND reverses IS NULL ORDER BY id DESC";
    Ok(tx.query(sql, &values![federation, import], |row| {
        Ok((row.id(0)?, row.id(1)?, row.text(2)?.to_owned(), row.day(3)?))
    })?)
}

/// An employer as it was written down: id, name, search key, tax number.
pub(super) type EmployerRow = (Id, String, String, Option<String>);

/// The employers an import wrote down: id, name, search key, tax number.
pub(super) fn employers_brought(
    tx: &mut Tx<'_>,
    federation: Id,
    import: Id,
) -> Result<Vec<EmployerRow>> {
    let sql = "SELECT id, name, search_key, tax_number FROM employer
               WHERE federation_id = $1 AND import_id = $2 AND withdraws IS NULL ORDER BY id";
    Ok(tx.query(sql, &values![federation, import], |row| {
        let tax = row.opt_text(3)?.map(str::to_owned);
        Ok((row.id(0)?, row.text(1)?.to_owned(), row.text(2)?.to_owned(), tax))
    })?)
}

/// The names of the units that ever stood below a path.
pub(super) fn names_below(tx: &mut Tx<'_>, federation: Id, path: &str) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT n.name FROM unit_path p
               JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
               WHERE p.federation_id = $1 AND p.path > $2 AND p.path < $3";
    let values = values![federation, path, end_of_range(path)];
    Ok(tx.query(sql, &values, |row| Ok(row.text(0)?.to_owned()))?)
}

fn id_and_name(row: &db::Row<'_>) -> Result<(Id, String), db::DbError> {
    Ok((row.id(0)?, row.text(1)?.to_owned()))
}

/// The units that are no grassroots unions, or ever were not.
pub(super) fn units_above_and_outside(
    tx: &mut Tx<'_>,
    federation: Id,
) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT n.unit_id, n.name FROM unit_now n
               WHERE n.federation_id = $1 AND EXISTS (SELECT 1 FROM unit_path p
                   WHERE p.federation_id = n.federation_id AND p.unit_id = n.unit_id
                     AND p.kind NOT IN ('cdcs', 'nghiep_doan', 'cdcs_tv'))";
    Ok(tx.query(sql, &values![federation], id_and_name)?)
}

/// The units that ever stood at or under a path, the youngest last.
pub(super) fn units_under(
    tx: &mut Tx<'_>,
    federation: Id,
    path: &str,
) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT n.unit_id, n.name FROM unit_path p
               JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
               WHERE p.federation_id = $1 AND p.path >= $2 AND p.path < $3 ORDER BY n.opened_on";
    Ok(tx.query(sql, &values![federation, path, end_of_range(path)], id_and_name)?)
}

/// The codes of all units.
pub(super) fn codes(tx: &mut Tx<'_>, federation: Id) -> Result<HashSet<String>> {
    let sql = "SELECT c.code FROM unit c
               JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.id
               WHERE c.federation_id = $1";
    let codes = tx.query(sql, &values![federation], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(codes.into_iter().collect())
}

/// The units of these books without a superior; two are enough to know that there is not one.
pub(super) fn roots(tx: &mut Tx<'_>, federation: Id) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT n.unit_id, n.name FROM unit_now n
               JOIN unit_path p ON p.federation_id = n.federation_id AND p.unit_id = n.unit_id
                   AND p.to_on = '9999-12-31'
               WHERE n.federation_id = $1 AND LENGTH(p.path) = 14 AND p.kind <> 'ngoai' LIMIT 2";
    Ok(tx.query(sql, &values![federation], id_and_name)?)
}

/// The name of the unit of which a person is a member today.
pub(super) fn unit_name_of(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Option<String>> {
    let sql = "SELECT n.name FROM person p
               JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
               WHERE p.federation_id = $1 AND p.id = $2";
    Ok(tx.find(sql, &values![federation, person], |row| Ok(row.text(0)?.to_owned()))?)
}

/// An import as the history tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its id, by which it can be undone.
    pub id: Id,
    /// The list it was: `units`, `members`, `movements`, `targets`.
    pub kind: String,
    /// The name of its file.
    pub file_name: String,
    /// The unit it belonged to.
    pub unit: String,
    /// That unit's code.
    pub unit_code: String,
    /// The day its list was drawn up.
    pub as_of: Option<Day>,
    /// Rows that went in.
    pub accepted: i64,
    /// Rows that did not.
    pub refused: i64,
    /// Who took it in.
    pub actor: String,
    /// When.
    pub recorded_at: Instant,
    /// Whether it was taken back.
    pub is_undone: bool,
}

/// The imports of the units at or under a path, within bounds, the latest first.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    path: &str,
    (skip, take): (usize, usize),
) -> Result<Vec<ImportRow>> {
    let (condition, ranges) = bounds.condition("p.path", 6);
    let sql = format!(
        "SELECT i.id, i.kind, i.file_name, n.name, u.code, i.as_of, i.rows_accepted, i.rows_refused, b.actor,
             b.recorded_at, COALESCE((SELECT MAX(x.id) FROM import_run x
                 WHERE x.federation_id = i.federation_id AND x.undoes = i.id), 0)
         FROM import_run i
         JOIN batch b ON b.federation_id = i.federation_id AND b.number = i.batch
         JOIN unit u ON u.federation_id = i.federation_id AND u.id = i.unit_id
         JOIN unit_now n ON n.federation_id = i.federation_id AND n.unit_id = i.unit_id
         JOIN unit_path p ON p.federation_id = i.federation_id AND p.unit_id = i.unit_id
             AND p.from_on = (SELECT MAX(l.from_on) FROM unit_path l
                 WHERE l.federation_id = i.federation_id AND l.unit_id = i.unit_id)
         WHERE i.federation_id = $1 AND i.undoes IS NULL AND p.path >= $2 AND p.path < $3 AND {condition}
         ORDER BY i.id DESC LIMIT $4 OFFSET $5"
    );
    let mut values =
        values![federation, path, end_of_range(path), take as i64, skip as i64].to_vec();
    values.extend(ranges.into_iter().map(db::Value::from));
    Ok(tx.query(&sql, &values, |row| {
        let owned = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
        Ok(ImportRow {
            id: row.id(0)?,
            kind: owned(1)?,
            file_name: owned(2)?,
            unit: owned(3)?,
            unit_code: owned(4)?,
            as_of: row.opt_day(5)?,
            accepted: row.int(6)?,
            refused: row.int(7)?,
            actor: owned(8)?,
            recorded_at: Instant(row.int(9)?),
            is_undone: row.int(10)? != 0,
        })
    })?)
}
