//! The SQL of requests: those that wait within bounds, one with its answer.

use db::{Row, Tx, Value, values};
use kernel::{Day, Id, Instant};

use super::model::{AnswerTold, Asked, Request};
use crate::Result;
use crate::books::Batch;
use crate::reach::Bounds;

/// Lets a request wait.
pub(crate) fn open(batch: &mut Batch<'_, '_>, request: Id, person: Id, unit: Id) -> Result<()> {
    let row = values![batch.federation(), request, person, unit].to_vec();
    let columns = ["federation_id", "request_id", "person_id", "unit_id"];
    Ok(batch.reader()?.insert_many("correction_open", &columns, &[row], "")?)
}

/// Takes an answered request off those that wait.
pub(super) fn close(batch: &mut Batch<'_, '_>, request: Id) -> Result<()> {
    let federation = batch.federation();
    let sql = "DELETE FROM correction_open WHERE federation_id = $1 AND request_id = $2";
    batch.reader()?.execute(sql, &values![federation, request])?;
    Ok(())
}

/// What is read of a request: `c` its row, `p` the person today, `u` and `n` the unit.
const ROW: &str =
    "c.id, c.person_id, p.name, k.code, n.name, c.field, c.asked, c.why, b.recorded_at,
    a.accepted, a.why, ab.recorded_at, ab.actor";

const JOINED: &str =
    "LEFT JOIN unit k ON k.federation_id = $1 AND k.id = COALESCE(p.unit_id, c.unit_id)
    LEFT JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = COALESCE(p.unit_id, c.unit_id)
    JOIN batch b ON b.federation_id = $1 AND b.number = c.batch
    LEFT JOIN correction_request a ON a.federation_id = $1 AND a.answers = c.id
    LEFT JOIN batch ab ON ab.federation_id = $1 AND ab.number = a.batch";

fn request(row: &Row<'_>) -> Result<Request, db::DbError> {
    let text = |column| Ok::<_, db::DbError>(row.opt_text(column)?.unwrap_or_default().to_owned());
    let answer = match row.opt_int(9)? {
        None => None,
        Some(accepted) => Some(AnswerTold {
            accepted: accepted != 0,
            said: row.opt_text(10)?.map(str::to_owned),
            at: Instant(row.opt_int(11)?.unwrap_or_default()),
            actor: text(12)?,
        }),
    };
    Ok(Request {
        id: row.id(0)?,
        person: row.id(1)?,
        name: text(2)?,
        unit: (text(3)?, text(4)?),
        field: text(5)?,
        asked: text(6)?,
        why: row.opt_text(7)?.map(str::to_owned),
        at: Instant(row.int(8)?),
        answer,
    })
}

/// The requests that wait for people of units within bounds, those that wait longest first.
pub(super) fn waiting(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): (&Bounds, Day),
    asked: Asked,
) -> Result<Vec<Request>> {
    let after = asked.after.map_or(0, |id| id.0);
    let (condition, ranges) = bounds.condition("(u.path || '')", 5);
    let sql = format!(
        "SELECT {ROW} FROM correction_open o JOIN correction_request c ON c.federation_id = $1 AND c.id = o.request_id
         LEFT JOIN person p ON p.federation_id = $1 AND p.id = c.person_id
         JOIN unit_path u ON u.federation_id = $1 AND u.unit_id = COALESCE(p.unit_id, c.unit_id)
             AND u.from_on <= $2 AND u.to_on > $2
         {JOINED}
         WHERE o.federation_id = $1 AND o.request_id > $3 AND {condition} ORDER BY o.request_id LIMIT $4"
    );
    let mut values = values![federation, today, after, asked.limit as i64].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    Ok(tx.query(&sql, &values, request)?)
}

/// One request with its answer.
pub(super) fn find(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Request>> {
    let sql = format!(
        "SELECT {ROW} FROM correction_request c
         LEFT JOIN person p ON p.federation_id = $1 AND p.id = c.person_id
         {JOINED} WHERE c.federation_id = $1 AND c.id = $2 AND c.answers IS NULL"
    );
    Ok(tx.find(&sql, &values![federation, id], request)?)
}

/// The first request that waits and should not, or should and does not.
pub(crate) fn stray(tx: &mut Tx<'_>, federation: Id) -> Result<Option<Id>> {
    const TOLD: &str = "SELECT r.id, r.person_id, r.unit_id FROM correction_request r
        WHERE r.federation_id = $1 AND r.answers IS NULL AND NOT EXISTS (
            SELECT 1 FROM correction_request a WHERE a.federation_id = $1 AND a.answers = r.id)";
    const KEPT: &str =
        "SELECT request_id, person_id, unit_id FROM correction_open WHERE federation_id = $1";
    for (one, other) in [(TOLD, KEPT), (KEPT, TOLD)] {
        let sql = format!("SELECT * FROM ({one} EXCEPT {other}) s LIMIT 1");
        if let Some(id) = tx.find(&sql, &values![federation], |row| row.id(0))? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
