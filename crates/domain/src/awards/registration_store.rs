//! The SQL of registrations to a movement, and of where a movement is seen.

use db::{Row, Tx, values};
use kernel::{Day, Id, Instant};

use super::emulation_model::{Registration, RegistrationStep};
use crate::Result;
use crate::books::{Batch, schema};

/// The units a movement was launched to, with where their registration stands, by name.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    emulation: Id,
    most: usize,
) -> Result<Vec<Registration>> {
    let sql = format!(
        "SELECT l.unit_id, u.code, n.name, r.step, r.on_day, r.pledge, r.note, b.recorded_at FROM emulation_launch l
         JOIN unit u ON u.federation_id = l.federation_id AND u.id = l.unit_id
         JOIN unit_now n ON n.federation_id = l.federation_id AND n.unit_id = l.unit_id
         LEFT JOIN emulation_registration r ON r.federation_id = l.federation_id
             AND r.emulation_id = l.emulation_id AND r.unit_id = l.unit_id
             AND NOT EXISTS (SELECT 1 FROM emulation_registration x WHERE x.federation_id = r.federation_id
                 AND x.emulation_id = r.emulation_id AND x.unit_id = r.unit_id AND x.id > r.id)
         LEFT JOIN batch b ON b.federation_id = r.federation_id AND b.number = r.batch
         WHERE l.federation_id = $1 AND l.emulation_id = $2 ORDER BY n.search_key, u.code LIMIT {most}"
    );
    Ok(tx.query(&sql, &values![federation, emulation], registration)?)
}

/// The same of one unit; none where it was not launched there.
pub(super) fn of_unit(
    tx: &mut Tx<'_>,
    federation: Id,
    emulation: Id,
    unit: Id,
) -> Result<Option<Registration>> {
    let sql = "SELECT l.unit_id, u.code, n.name, r.step, r.on_day, r.pledge, r.note, b.recorded_at FROM emulation_launch l
         JOIN unit u ON u.federation_id = l.federation_id AND u.id = l.unit_id
         JOIN unit_now n ON n.federation_id = l.federation_id AND n.unit_id = l.unit_id
         LEFT JOIN emulation_registration r ON r.federation_id = l.federation_id
             AND r.emulation_id = l.emulation_id AND r.unit_id = l.unit_id
             AND NOT EXISTS (SELECT 1 FROM emulation_registration x WHERE x.federation_id = r.federation_id
                 AND x.emulation_id = r.emulation_id AND x.unit_id = r.unit_id AND x.id > r.id)
         LEFT JOIN batch b ON b.federation_id = r.federation_id AND b.number = r.batch
         WHERE l.federation_id = $1 AND l.emulation_id = $2 AND l.unit_id = $3 LIMIT 1";
    Ok(tx.find(sql, &values![federation, emulation, unit], registration)?)
}

fn registration(row: &Row<'_>) -> Result<Registration, db::DbError> {
    let text = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    Ok(Registration {
        unit: (row.id(0)?, row.text(1)?.to_owned(), row.text(2)?.to_owned()),
        step: row.opt_text(3)?.and_then(RegistrationStep::from_code),
        on: row.opt_day(4)?,
        pledge: text(5)?,
        note: text(6)?,
        recorded_at: row.opt_int(7)?.map(|at| Instant(at).vi()),
    })
}

/// The units that a movement was launched to and whose path lies within bounds today: whether there is one.
pub(super) fn launched_within(
    tx: &mut Tx<'_>,
    federation: Id,
    emulation: Id,
    bounds: &crate::reach::Bounds,
    today: Day,
) -> Result<bool> {
    let (within, ranges) = bounds.condition("p.path", 4);
    let sql = format!(
        "SELECT 1 FROM emulation_launch l
         JOIN unit_path p ON p.federation_id = l.federation_id AND p.unit_id = l.unit_id
             AND p.from_on <= $3 AND p.to_on > $3
         WHERE l.federation_id = $1 AND l.emulation_id = $2 AND {within} LIMIT 1"
    );
    let mut given = values![federation, emulation, today].to_vec();
    given.extend(ranges.into_iter().map(db::Value::from));
    Ok(tx.find(&sql, &given, |_| Ok(()))?.is_some())
}

/// Writes a step of a registration.
pub(super) fn append(
    batch: &mut Batch<'_, '_>,
    (emulation, unit): (Id, Id),
    on: Day,
    step: RegistrationStep,
    (pledge, note): (Option<String>, Option<String>),
) -> Result<Id> {
    let row = values![emulation, unit, on, step.code(), pledge, note];
    batch.append(&schema::EMULATION_REGISTRATION, row)
}
