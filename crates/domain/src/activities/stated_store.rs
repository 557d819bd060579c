//! The SQL of counts that units state without records.

use db::{Tx, values};
use kernel::{Id, Period};

use crate::Result;

/// A stated count as stored: indicator, value, reason, who.
pub(crate) type StatedRow = (String, i64, String, String);

/// The counts stated for a unit and exactly this period; the latest statement holds.
pub(crate) fn of_scope(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    period: Period,
    known_to: i64,
) -> Result<Vec<StatedRow>> {
    let sql = "SELECT s.indicator, s.value, s.reason, b.actor FROM stated_count s
        JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
        WHERE s.federation_id = $1 AND s.unit_id = $2 AND s.from_on = $3 AND s.to_on = $4 AND s.batch <= $5
          AND s.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stated_count l
              WHERE l.federation_id = s.federation_id AND l.unit_id = s.unit_id AND l.indicator = s.indicator
                AND l.from_on = s.from_on AND l.to_on = s.to_on AND l.batch <= $5 AND l.id > s.id)
        ORDER BY s.indicator";
    let values = values![federation, unit, period.from, period.to, known_to];
    Ok(tx.query(sql, &values, |row| {
        let text = |column: usize| Ok::<_, db::DbError>(row.text(column)?.to_owned());
        Ok((text(0)?, row.int(1)?, text(2)?, text(3)?))
    })?)
}
