//! The SQL of what is public.

use db::{Row, Tx, values};
use kernel::{Day, Id, Instant, Period};

use crate::Result;
use crate::books::{Batch, schema};

/// The last step of a report, where it is its publication.
pub(super) struct Published {
    pub(super) id: Id,
    pub(super) unit: Id,
    pub(super) form: String,
    pub(super) period: Period,
    pub(super) version: i64,
    pub(super) on: Day,
}

const REPORTS: &str = "SELECT s.id, s.unit_id, s.form, s.from_on, s.to_on, s.version, b.recorded_at FROM report_step s
    JOIN batch b ON b.federation_id = s.federation_id AND b.number = s.batch
    WHERE s.federation_id = $1 AND s.step = 'publish'
      AND NOT EXISTS (SELECT 1 FROM report_step l WHERE l.federation_id = s.federation_id AND l.unit_id = s.unit_id
          AND l.from_on = s.from_on AND l.to_on = s.to_on AND l.form = s.form AND l.id > s.id)";

fn published(row: &Row<'_>) -> Result<Published, db::DbError> {
    Ok(Published {
        id: row.id(0)?,
        unit: row.id(1)?,
        form: row.text(2)?.to_owned(),
        period: Period { from: row.day(3)?, to: row.day(4)? },
        version: row.int(5)?,
        on: Instant(row.int(6)?).day(),
    })
}

/// The reports of a unit that are public, the latest first.
pub(super) fn reports(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<Published>> {
    let sql = format!("{REPORTS} AND s.unit_id = $2 ORDER BY s.to_on DESC, s.id DESC LIMIT 200");
    Ok(tx.query(&sql, &values![federation, unit], published)?)
}

/// One of them.
pub(super) fn report(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Published>> {
    Ok(tx.find(&format!("{REPORTS} AND s.id = $2"), &values![federation, id], published)?)
}

/// An article that is public.
pub(super) struct Written {
    pub(super) id: Id,
    pub(super) unit: Id,
    pub(super) form: String,
    pub(super) period: Period,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) on: Day,
}

const ARTICLES: &str =
    "SELECT a.id, a.unit_id, a.form, a.from_on, a.to_on, a.title, a.body, b.recorded_at
    FROM report_article a
    JOIN batch b ON b.federation_id = a.federation_id AND b.number = a.batch
    WHERE a.federation_id = $1 AND a.withdraws IS NULL
      AND NOT EXISTS (SELECT 1 FROM report_article w WHERE w.federation_id = a.federation_id
          AND w.unit_id = a.unit_id AND w.withdraws = a.id)";

fn written(row: &Row<'_>) -> Result<Written, db::DbError> {
    Ok(Written {
        id: row.id(0)?,
        unit: row.id(1)?,
        form: row.text(2)?.to_owned(),
        period: Period { from: row.day(3)?, to: row.day(4)? },
        title: row.text(5)?.to_owned(),
        body: row.text(6)?.to_owned(),
        on: Instant(row.int(7)?).day(),
    })
}

/// The articles of a unit that are public, the latest first.
pub(super) fn articles(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<Written>> {
    let sql = format!("{ARTICLES} AND a.unit_id = $2 ORDER BY a.id DESC LIMIT 200");
    Ok(tx.query(&sql, &values![federation, unit], written)?)
}

/// One of them.
pub(super) fn article(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Written>> {
    Ok(tx.find(&format!("{ARTICLES} AND a.id = $2"), &values![federation, id], written)?)
}

/// Writes an article, or that an earlier one is withdrawn.
pub(super) fn write_article(
    batch: &mut Batch<'_, '_>,
    (unit, form, period): (Id, &str, Period),
    (title, body): (&str, &str),
    withdraws: Option<Id>,
) -> Result<Id> {
    let (title, body) = (title.to_owned(), body.to_owned());
    let row = values![unit, form.to_owned(), period.from, period.to, title, body, withdraws];
    batch.append(&schema::REPORT_ARTICLE, row)
}
