//! The SQL of targets.

use db::{Tx, values};
use kernel::{Id, Instant, Period};

use super::model::{ChildSum, NewTarget, Revision};
use crate::books::{chunked, end_of_range};
use crate::{Result, units};

/// For each indicator of a period, the targets of the units directly under a path, and that of the unit itself. What those
/// passed on to units of their own is in what they were asked.
pub(super) fn sums_under(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    path: &str,
    period: Period,
) -> Result<Vec<ChildSum>> {
    // The latest decision for the same unit, indicator and period holds.
    let sql = "SELECT t.indicator, CAST(SUM(CASE WHEN t.unit_id <> $2 THEN t.value ELSE 0 END) AS BIGINT),
            SUM(CASE WHEN t.unit_id <> $2 THEN 1 ELSE 0 END),
            CAST(SUM(CASE WHEN t.unit_id = $2 THEN t.value END) AS BIGINT)
        FROM target t
        JOIN unit_path u ON u.federation_id = t.federation_id AND u.unit_id = t.unit_id
            AND u.path >= $3 AND u.path < $4 AND LENGTH(u.path) <= $8 AND u.from_on <= $5 AND u.to_on > $5
        WHERE t.federation_id = $1 AND t.from_on = $6 AND t.to_on = $7 AND t.value IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM target l WHERE l.federation_id = t.federation_id
              AND l.unit_id = t.unit_id AND l.indicator = t.indicator AND l.from_on = t.from_on
              AND l.to_on = t.to_on AND l.id > t.id)
        GROUP BY t.indicator ORDER BY t.indicator";
    let (end, longest) = (end_of_range(path), (path.len() + units::ID_LENGTH) as i64);
    let Period { from, to } = period;
    let values = values![federation, unit, path, end, period.last(), from, to, longest];
    Ok(tx.query(sql, &values, |row| {
        let indicator = row.text(0)?.to_owned();
        Ok(ChildSum { indicator, sum: row.int(1)?, units: row.int(2)?, own: row.opt_int(3)? })
    })?)
}

/// The target that holds for a unit, an indicator and a period, if one does.
pub(crate) fn standing(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    indicator: &str,
    period: Period,
) -> Result<Option<i64>> {
    let sql =
        "SELECT value FROM target WHERE federation_id = $1 AND unit_id = $2 AND indicator = $3
               AND from_on = $4 AND to_on = $5 ORDER BY id DESC LIMIT 1";
    let values = values![federation, unit, indicator, period.from, period.to];
    Ok(tx.find(sql, &values, |row| row.opt_int(0))?.flatten())
}

/// The targets that an import set, each with the value it had before.
pub(crate) fn before_import(tx: &mut Tx<'_>, federation: Id, import: Id) -> Result<Vec<NewTarget>> {
    let sql = "SELECT DISTINCT t.unit_id, t.indicator, t.from_on, t.to_on,
            (SELECT b.value FROM target b WHERE b.federation_id = t.federation_id AND b.unit_id = t.unit_id
                AND b.indicator = t.indicator AND b.from_on = t.from_on AND b.to_on = t.to_on
                AND COALESCE(b.import_id, 0) <> $2 ORDER BY b.id DESC LIMIT 1)
        FROM target t WHERE t.federation_id = $1 AND t.import_id = $2
        ORDER BY t.unit_id, t.indicator, t.from_on";
    Ok(tx.query(sql, &values![federation, import], |row| {
        let period = Period { from: row.day(2)?, to: row.day(3)? };
        let (unit, indicator) = (row.id(0)?, row.text(1)?.to_owned());
        Ok(NewTarget { unit, indicator, period, value: row.opt_int(4)? })
    })?)
}

/// The targets that hold for some units and a period: unit, indicator, value.
pub(super) fn standing_of(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    period: Period,
) -> Result<Vec<(Id, String, i64)>> {
    let mut found = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT t.unit_id, t.indicator, t.value FROM target t
             WHERE t.federation_id = $1 AND t.unit_id IN ({list}) AND t.from_on = $2 AND t.to_on = $3
               AND t.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM target l
                   WHERE l.federation_id = t.federation_id AND l.unit_id = t.unit_id
                     AND l.indicator = t.indicator AND l.from_on = t.from_on AND l.to_on = t.to_on AND l.id > t.id)"
        );
        let read = |row: &db::Row<'_>| Ok((row.id(0)?, row.text(1)?.to_owned(), row.int(2)?));
        found.extend(tx.query(&sql, &values![federation, period.from, period.to], read)?);
        Ok(())
    })?;
    Ok(found)
}

/// Every decision on a unit's targets of a period, the latest first.
pub(super) fn decisions(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    period: Period,
) -> Result<Vec<Revision>> {
    let sql = "SELECT t.indicator, t.value, d.number, d.issued_on, d.issuer, b.recorded_at, b.actor FROM target t
        JOIN batch b ON b.federation_id = t.federation_id AND b.number = t.batch
        LEFT JOIN document d ON d.federation_id = t.federation_id AND d.id = t.document_id
        WHERE t.federation_id = $1 AND t.unit_id = $2 AND t.from_on = $3 AND t.to_on = $4
        ORDER BY t.id DESC LIMIT 200";
    let text =
        |row: &db::Row<'_>, column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    Ok(tx.query(sql, &values![federation, unit, period.from, period.to], |row| {
        Ok(Revision {
            indicator: row.text(0)?.to_owned(),
            value: row.opt_int(1)?,
            number: text(row, 2)?,
            issued_on: text(row, 3)?,
            issuer: text(row, 4)?,
            recorded_at: Instant(row.int(5)?),
            actor: row.text(6)?.to_owned(),
        })
    })?)
}
