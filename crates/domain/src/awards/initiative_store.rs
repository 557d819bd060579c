//! The SQL of initiatives and their authors.

use std::collections::HashMap;

use db::{Row, Tx, Value, values};
use kernel::{Day, Id, Period};

use super::emulation_model::{Author, Initiative, InitiativeKind, InitiativeRow};
use super::list_store::{paper, under};
use super::rules;
use crate::Result;
use crate::books::{Batch, chunked, schema};

/// Writes an initiative.
pub(super) fn append(batch: &mut Batch<'_, '_>, new: &Initiative, document: Id) -> Result<Id> {
    let (count, at_least) = new.count.unwrap_or((1, false));
    let row = values![
        new.unit,
        new.kind.code(),
        new.name.trim().to_owned(),
        new.level.code(),
        new.on,
        i64::from(new.year),
        new.field.clone(),
        new.benefit_vnd,
        document,
        new.first,
        new.emulation,
        count,
        i64::from(new.count.is_some()),
        i64::from(at_least),
        None::<String>,
        rules::search_key(&new.name, "")
    ];
    batch.append(&schema::INITIATIVE, row)
}

/// Whether the same stands in the books by the same paper, level and unit: what was sent twice.
pub(super) fn is_recognised(
    tx: &mut Tx<'_>,
    federation: Id,
    new: &Initiative,
    document: Id,
) -> Result<bool> {
    let sql = "SELECT 1 FROM initiative WHERE federation_id = $1 AND unit_id = $2 AND document_id = $3 AND kind = $4
         AND level = $5 AND typed = $6 AND search_key = $7 LIMIT 1";
    let (kind, level) = (new.kind.code(), new.level.code());
    let (typed, key) = (i64::from(new.count.is_some()), rules::search_key(&new.name, ""));
    let given = values![federation, new.unit, document, kind, level, typed, key];
    Ok(tx.find(sql, &given, |_| Ok(()))?.is_some())
}

/// Writes an author.
pub(super) fn append_author(
    batch: &mut Batch<'_, '_>,
    initiative: Id,
    author: &Author,
    named: &str,
) -> Result<Id> {
    let (parts, whole) = author.share;
    let row = values![initiative, author.unit, author.person, named.to_owned(), parts, whole];
    batch.append(&schema::INITIATIVE_AUTHOR, row)
}

const COLUMNS: &str =
    "i.id, u.code, n.name, i.kind, i.name, i.level, i.on_day, i.benefit_vnd, d.number, d.issued_on,
    i.quantity, i.typed, i.at_least";

const JOINS: &str = "JOIN unit u ON u.federation_id = i.federation_id AND u.id = i.unit_id
    JOIN unit_now n ON n.federation_id = i.federation_id AND n.unit_id = i.unit_id
    LEFT JOIN document d ON d.federation_id = i.federation_id AND d.id = i.document_id";

fn row(row: &Row<'_>) -> Result<InitiativeRow, db::DbError> {
    Ok(InitiativeRow {
        id: row.id(0)?,
        unit: (row.text(1)?.to_owned(), row.text(2)?.to_owned()),
        kind: InitiativeKind::from_code(row.text(3)?).unwrap_or(InitiativeKind::Improvement),
        name: row.text(4)?.to_owned(),
        level: super::store::level(row, 5)?,
        on: row.day(6)?,
        benefit_vnd: row.opt_int(7)?,
        document: paper(row, 8)?,
        quantity: row.int(10)?,
        typed: (row.int(11)? != 0, row.int(12)? != 0),
        authors: Vec::new(),
    })
}

/// The initiatives of the units under a scope, the latest first.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    place: (Id, bool, Day),
    days: Period,
    (skip, most): (usize, usize),
) -> Result<Vec<InitiativeRow>> {
    let mut given: Vec<Value<'static>> =
        values![federation, days.from.to_string(), days.to.to_string()].into();
    let told = under(tx, federation, place, ("i", "on_day"), &mut given)?;
    let sql = format!(
        "SELECT {COLUMNS} FROM initiative i {JOINS} {} WHERE i.federation_id = $1 AND i.on_day >= $2 AND i.on_day < $3
             AND {} ORDER BY i.on_day DESC, i.id DESC LIMIT {most} OFFSET {skip}",
        told.join, told.condition
    );
    let mut rows = tx.query(&sql, &given, row)?;
    dress(tx, federation, &mut rows)?;
    Ok(rows)
}

/// One initiative, with the unit it belongs to and the day.
pub(super) fn find(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<(Id, InitiativeRow)>> {
    let sql = format!(
        "SELECT {COLUMNS}, i.unit_id FROM initiative i {JOINS} WHERE i.federation_id = $1 AND i.id = $2"
    );
    let found = tx.find(&sql, &values![federation, id], |each| Ok((each.id(13)?, row(each)?)))?;
    let Some((unit, told)) = found else { return Ok(None) };
    let mut rows = vec![told];
    dress(tx, federation, &mut rows)?;
    Ok(rows.pop().map(|told| (unit, told)))
}

fn dress(tx: &mut Tx<'_>, federation: Id, rows: &mut [InitiativeRow]) -> Result<()> {
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    let mut authors: HashMap<Id, Vec<(String, (i64, i64))>> = HashMap::new();
    chunked(&ids, |list| {
        let sql = format!(
            "SELECT initiative_id, named, parts, whole FROM initiative_author
             WHERE federation_id = $1 AND initiative_id IN ({list}) ORDER BY initiative_id, id"
        );
        tx.each(&sql, &values![federation], |row| {
            let told = (row.text(1)?.to_owned(), (row.int(2)?, row.int(3)?));
            authors.entry(row.id(0)?).or_default().push(told);
            Ok(())
        })?;
        Ok(())
    })?;
    for row in rows {
        row.authors = authors.remove(&row.id).unwrap_or_default();
    }
    Ok(())
}
