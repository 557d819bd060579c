//! The SQL of the trail.

use db::{Tx, Value, values};
use kernel::{Id, Instant};

use super::model::{BatchRow, Entry, TrailAsked};
use crate::Result;

/// A condition that grows, with its values.
struct Where {
    sql: String,
    values: Vec<Value<'static>>,
}

impl Where {
    fn and(&mut self, condition: &str, value: impl Into<Value<'static>>) {
        self.values.push(value.into());
        self.sql.push_str(" AND ");
        self.sql.push_str(&condition.replace('?', &format!("${}", self.values.len())));
    }
}

/// The first number a batch can have that was recorded at a moment or later.
fn batch_from(tx: &mut Tx<'_>, federation: Id, at: Instant) -> Result<i64> {
    let sql = "SELECT number FROM batch WHERE federation_id = $1 AND recorded_at >= $2
               ORDER BY recorded_at, number LIMIT 1";
    Ok(tx.find(sql, &values![federation, at.0], |row| row.int(0))?.unwrap_or(i64::MAX))
}

/// Who is meant by what was typed: a sign-in name stands for the newest name its account has in the books.
fn signature(tx: &mut Tx<'_>, federation: Id, typed: &str) -> Result<String> {
    let sql = "SELECT f.name FROM account_login g
               JOIN account_fact f ON f.federation_id = g.federation_id AND f.account_id = g.account_id
               WHERE g.federation_id = $1 AND g.login = $2 ORDER BY f.id DESC LIMIT 1";
    let login = typed.trim().to_lowercase();
    let name =
        tx.find(sql, &values![federation, login.clone()], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(name.map_or_else(|| typed.trim().to_owned(), |name| format!("{name} ({login})")))
}

/// Numbers of batches between two days: from, and up to but without.
fn span(tx: &mut Tx<'_>, federation: Id, asked: &TrailAsked) -> Result<(Option<i64>, Option<i64>)> {
    let mut at = |day| batch_from(tx, federation, Instant::start_of(day));
    let from = asked.from.map(&mut at).transpose()?;
    let to = asked.to.map(|day| at(day.next())).transpose()?;
    Ok((from, to))
}

/// Lines of the trail, the latest first.
pub(super) fn entries(tx: &mut Tx<'_>, federation: Id, asked: &TrailAsked) -> Result<Vec<Entry>> {
    let (from, to) = span(tx, federation, asked)?;
    let mut filter = Where { sql: String::new(), values: values![federation].to_vec() };
    if let Some(actor) = &asked.actor {
        filter.and("e.actor = ?", signature(tx, federation, actor)?);
    }
    if let Some(what) = &asked.what {
        filter.and("e.what = ?", what.clone());
    }
    if let Some(subject) = asked.subject {
        filter.and("e.subject = ?", subject);
    }
    if let Some(from) = from {
        filter.and("e.batch >= ?", from);
    }
    if let Some(to) = to {
        filter.and("e.batch < ?", to);
    }
    if let Some(before) = asked.before {
        filter.and("e.id < ?", before);
    }
    filter.values.push(Value::from(asked.limit.min(500) as i64));
    let sql = format!(
        "SELECT e.id, e.batch, b.recorded_at, e.actor, e.what, e.subject,
             COALESCE(p.name, a.name, d.number), e.detail
         FROM audit_entry e
         JOIN batch b ON b.federation_id = e.federation_id AND b.number = e.batch
         LEFT JOIN person p ON p.federation_id = e.federation_id AND p.id = e.subject
         LEFT JOIN document d ON d.federation_id = e.federation_id AND d.id = e.subject
         LEFT JOIN account_fact a ON a.federation_id = e.federation_id AND a.account_id = e.subject
             AND a.id = (SELECT MAX(l.id) FROM account_fact l
                 WHERE l.federation_id = e.federation_id AND l.account_id = e.subject)
         WHERE e.federation_id = $1{} ORDER BY e.id DESC LIMIT ${}",
        filter.sql,
        filter.values.len()
    );
    Ok(tx.query(&sql, &filter.values, |row| {
        let owned = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
        Ok(Entry {
            id: row.id(0)?,
            batch: row.int(1)?,
            at: Instant(row.int(2)?),
            actor: row.text(3)?.to_owned(),
            what: row.text(4)?.to_owned(),
            subject: row.opt_id(5)?,
            subject_name: owned(6)?,
            detail: owned(7)?,
        })
    })?)
}

/// Batches, the latest first.
pub(super) fn batches(
    tx: &mut Tx<'_>,
    federation: Id,
    asked: &TrailAsked,
) -> Result<Vec<BatchRow>> {
    let (from, to) = span(tx, federation, asked)?;
    let mut filter = Where { sql: String::new(), values: values![federation].to_vec() };
    if let Some(actor) = &asked.actor {
        filter.and("b.actor = ?", signature(tx, federation, actor)?);
    }
    if let Some(from) = from {
        filter.and("b.number >= ?", from);
    }
    if let Some(to) = to {
        filter.and("b.number < ?", to);
    }
    if let Some(before) = asked.before {
        filter.and("b.number < ?", before);
    }
    filter.values.push(Value::from(asked.limit.min(500) as i64));
    let sql = format!(
        "SELECT b.number, b.recorded_at, b.actor, b.reason, b.rows_written, b.hash FROM batch b
         WHERE b.federation_id = $1{} ORDER BY b.number DESC LIMIT ${}",
        filter.sql,
        filter.values.len()
    );
    Ok(tx.query(&sql, &filter.values, |row| {
        Ok(BatchRow {
            number: row.int(0)?,
            at: Instant(row.int(1)?),
            actor: row.text(2)?.to_owned(),
            reason: row.text(3)?.to_owned(),
            rows: row.int(4)?,
            hash: row.text(5)?.to_owned(),
        })
    })?)
}
