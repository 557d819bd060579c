//! The SQL of papers: names and managers of a day, as the books knew them.

use db::{DbError, Tx, values};
use kernel::{Day, Id, UnitKind};

use super::model::Signed;
use crate::Result;
use crate::certificates::Signer;

/// Later than any batch.
pub(super) const NOW: i64 = i64::MAX;

/// What a unit was called and was on a day, as it was known at a batch.
pub(super) fn named(
    tx: &mut Tx<'_>,
    (federation, unit): (Id, Id),
    on: Day,
    known: i64,
) -> Result<Option<(String, UnitKind)>> {
    let sql = "SELECT v.name, v.kind FROM unit_version v
        WHERE v.federation_id = $1 AND v.unit_id = $2 AND v.from_on <= $3 AND v.batch <= $4 AND v.retracts IS NULL
            AND NOT EXISTS (SELECT 1 FROM unit_version r WHERE r.federation_id = v.federation_id
                AND r.unit_id = v.unit_id AND r.retracts = v.id AND r.batch <= $4)
        ORDER BY v.from_on DESC, v.id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, unit, on, known], |row| {
        let kind = UnitKind::from_code(row.text(1)?).unwrap_or(UnitKind::Grassroots);
        Ok((row.text(0)?.to_owned(), kind))
    })?)
}

/// The unit that managed another on a day, as it was known at a batch.
pub(super) fn manager(
    tx: &mut Tx<'_>,
    (federation, unit): (Id, Id),
    on: Day,
    known: i64,
) -> Result<Option<Id>> {
    let sql = "SELECT l.manager_id FROM unit_line l
        WHERE l.federation_id = $1 AND l.unit_id = $2 AND l.line = 'line' AND l.from_on <= $3 AND l.batch <= $4
            AND l.retracts IS NULL
            AND NOT EXISTS (SELECT 1 FROM unit_line r WHERE r.federation_id = l.federation_id
                AND r.unit_id = l.unit_id AND r.retracts = l.id AND r.batch <= $4)
        ORDER BY l.from_on DESC, l.id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, unit, on, known], |row| row.opt_id(0))?.flatten())
}

/// Where and by whom the last certificate of a unit was signed, of those known at a batch.
pub(super) fn signed(
    tx: &mut Tx<'_>,
    (federation, unit): (Id, Id),
    known: i64,
) -> Result<Option<Signed>> {
    let sql = "SELECT place, signed_as, signer FROM certificate
        WHERE federation_id = $1 AND unit_id = $2 AND batch <= $3 ORDER BY id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, unit, known], |row| {
        let lines = row.text(1)?.lines().map(str::to_owned).collect();
        let signer = Signer { lines, name: row.text(2)?.to_owned() };
        Ok::<_, DbError>(Signed { place: row.text(0)?.to_owned(), signer })
    })?)
}
