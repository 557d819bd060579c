//! The SQL of employers without a union, within reach.

use db::{Row, Tx, Value, values};
use kernel::Id;

use super::model::{Employer, Prospect};
use crate::Result;
use crate::reach::Bounds;

/// Employers that host no open union, by name: those that were approached from a unit within bounds, or came with a list
/// of such a unit; a page of them.
pub(super) fn within(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    (skip, most): (i64, i64),
) -> Result<Vec<Prospect>> {
    let (condition, ranges) = bounds.condition("p.path", 4);
    let reached = match bounds {
        Bounds::Whole => "1 = 1".to_owned(),
        Bounds::Ranges(_) => format!(
            "(EXISTS (SELECT 1 FROM prospect_visit v
                 JOIN unit_path p ON p.federation_id = v.federation_id AND p.unit_id = v.scope_id
                     AND p.to_on = '9999-12-31'
                 WHERE v.federation_id = e.federation_id AND v.employer_id = e.id AND {condition})
              OR EXISTS (SELECT 1 FROM import_run r
                 JOIN unit_path p ON p.federation_id = r.federation_id AND p.unit_id = r.unit_id
                     AND p.to_on = '9999-12-31'
                 WHERE r.federation_id = e.federation_id AND r.id = e.import_id AND {condition}))"
        ),
    };
    let last = |column: &str| {
        format!(
            "(SELECT {column} FROM prospect_visit v WHERE v.federation_id = e.federation_id AND v.employer_id = e.id
              ORDER BY v.on_day DESC, v.id DESC LIMIT 1)"
        )
    };
    let sql = format!(
        "SELECT e.id, e.name, e.tax_number, e.address, e.workers, (SELECT COUNT(*) FROM prospect_visit v
                 WHERE v.federation_id = e.federation_id AND v.employer_id = e.id), {}, {}, {}
         FROM employer e WHERE e.federation_id = $1 AND e.withdraws IS NULL
           AND NOT EXISTS (SELECT 1 FROM employer w
               WHERE w.federation_id = e.federation_id AND w.search_key = e.search_key AND w.withdraws = e.id)
           AND NOT EXISTS (SELECT 1 FROM unit_version u
               JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
               WHERE u.federation_id = e.federation_id AND u.employer_id = e.id AND n.ended_on IS NULL)
           AND {reached}
         ORDER BY e.search_key, e.id LIMIT $2 OFFSET $3",
        last("v.on_day"),
        last("v.outcome"),
        last("v.workers"),
    );
    let mut values = values![federation, most, skip].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    let owned =
        |row: &Row<'_>, column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    Ok(tx.query(&sql, &values, |row| {
        let told = row.opt_int(8)?;
        Ok(Prospect {
            id: row.id(0)?,
            employer: Employer {
                name: row.text(1)?.to_owned(),
                tax_number: owned(row, 2)?,
                address: owned(row, 3)?,
                workers: told.or(row.opt_int(4)?),
            },
            visits: row.int(5)?,
            last_on: row.opt_day(6)?,
            outcome: owned(row, 7)?,
        })
    })?)
}
