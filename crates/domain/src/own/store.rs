//! The SQL of one's own: lines of the trail about a person, requests and their answers.

use db::{Tx, values};
use kernel::{Id, Instant};

use super::model::{Look, Request};
use crate::Result;

/// The latest lines of the trail about a person.
pub(super) fn looks(tx: &mut Tx<'_>, federation: Id, person: Id, limit: i64) -> Result<Vec<Look>> {
    let sql = "SELECT b.recorded_at, e.actor, e.what, b.reason FROM audit_entry e
               JOIN batch b ON b.federation_id = e.federation_id AND b.number = e.batch
               WHERE e.federation_id = $1 AND e.subject = $2 ORDER BY e.id DESC LIMIT $3";
    Ok(tx.query(sql, &values![federation, person, limit], |row| {
        Ok(Look {
            at: Instant(row.int(0)?).iso(),
            actor: row.text(1)?.to_owned(),
            what: row.text(2)?.to_owned(),
            reason: row.text(3)?.to_owned(),
        })
    })?)
}

/// The requests of a person with their answers, the latest first.
pub(super) fn requests(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Vec<Request>> {
    let sql = "SELECT r.id, r.field, r.asked, r.why, a.accepted, a.why, b.recorded_at, ab.recorded_at
               FROM correction_request r
               JOIN batch b ON b.federation_id = r.federation_id AND b.number = r.batch
               LEFT JOIN correction_request a ON a.federation_id = r.federation_id AND a.answers = r.id
               LEFT JOIN batch ab ON ab.federation_id = a.federation_id AND ab.number = a.batch
               WHERE r.federation_id = $1 AND r.person_id = $2 AND r.answers IS NULL ORDER BY r.id DESC LIMIT 100";
    Ok(tx.query(sql, &values![federation, person], |row| {
        Ok(Request {
            id: row.id(0)?.to_string(),
            field: row.text(1)?.to_owned(),
            asked: row.text(2)?.to_owned(),
            why: row.opt_text(3)?.map(str::to_owned),
            accepted: row.opt_int(4)?.map(|told| told != 0),
            answer: row.opt_text(5)?.map(str::to_owned),
            asked_at: Instant(row.int(6)?).iso(),
            answered_at: row.opt_int(7)?.map(|at| Instant(at).iso()),
        })
    })?)
}
