//! The SQL of papers: writing them down, registers and numbers, files; what is kept to find them, and its proof.

use std::collections::{BTreeMap, BTreeSet};

use db::{Row, Tx, Value, values};
use kernel::{Day, Id};

use super::model::{DocumentRef, Kind};
use super::rules;
use crate::Result;
use crate::books::{Batch, schema};

/// Columns of a paper from one on.
pub(super) fn paper(row: &Row<'_>, first: usize) -> Result<DocumentRef, db::DbError> {
    Ok(DocumentRef {
        number: row.text(first)?.to_owned(),
        issued_on: row.opt_day(first + 1)?,
        issuer: row.text(first + 2)?.to_owned(),
        title: row.text(first + 3)?.to_owned(),
    })
}

/// The document with this number, day and issuer, written down now if the books do not have it yet.
pub(crate) fn find_or_add(batch: &mut Batch<'_, '_>, paper: &DocumentRef) -> Result<Id> {
    if let Some(id) = batch.documents.get(paper) {
        return Ok(*id);
    }
    let id = look_up_or_write(batch, paper)?;
    batch.documents.insert(paper.clone(), id);
    Ok(id)
}

fn look_up_or_write(batch: &mut Batch<'_, '_>, paper: &DocumentRef) -> Result<Id> {
    let federation = batch.federation();
    let day = paper.issued_on.map(|day| day.to_string());
    let sql = "SELECT id FROM document WHERE federation_id = $1 AND number = $2 AND issuer = $3
               AND COALESCE(issued_on, '') = $4";
    let values = values![federation, &paper.number, &paper.issuer, day.clone().unwrap_or_default()];
    if let Some(id) = batch.reader()?.find(sql, &values, |row| row.id(0))? {
        return Ok(id);
    }
    let row = values![paper.number.clone(), day, paper.issuer.clone(), paper.title.clone()];
    let id = batch.append(&schema::DOCUMENT, row)?;
    index(batch.reader()?, federation, &[(id, paper.clone())])?;
    Ok(id)
}

/// Lets papers be listed and found.
fn index(tx: &mut Tx<'_>, federation: Id, papers: &[(Id, DocumentRef)]) -> Result<()> {
    let now = |(id, paper): &(Id, DocumentRef)| {
        let kind = rules::kind_of_number(&paper.number).code();
        let day = paper.issued_on.map(|day| day.to_string()).unwrap_or_default();
        values![federation, *id, kind, day, rules::search_key(paper)].to_vec()
    };
    let rows: Vec<Vec<Value<'static>>> = papers.iter().map(now).collect();
    let columns = ["federation_id", "document_id", "kind", "on_day", "search_key"];
    tx.insert_many("document_now", &columns, &rows, "")?;
    let keys = papers.iter().flat_map(|(id, paper)| {
        rules::suffixes(paper).into_iter().map(move |key| values![federation, key, *id].to_vec())
    });
    let rows: Vec<Vec<Value<'static>>> = keys.collect();
    Ok(tx.insert_many("document_suffix", &["federation_id", "suffix", "document_id"], &rows, "")?)
}

/// Indexes the papers of books that were written before there was a list.
pub(crate) fn catch_up(tx: &mut Tx<'_>, federation: Id) -> Result<()> {
    let sql = "SELECT d.id, d.number, d.issued_on, d.issuer, d.title FROM document d
               WHERE d.federation_id = $1 AND NOT EXISTS (SELECT 1 FROM document_now n
                   WHERE n.federation_id = d.federation_id AND n.document_id = d.id)";
    let indexed = "SELECT 1 FROM document_now WHERE federation_id = $1 LIMIT 1";
    if tx.find(indexed, &values![federation], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    let papers = tx.query(sql, &values![federation], |row| Ok((row.id(0)?, paper(row, 1)?)))?;
    papers.chunks(500).try_for_each(|chunk| index(tx, federation, chunk))
}

/// Says what kind a paper is, as its register tells.
pub(super) fn update_kind(batch: &mut Batch<'_, '_>, document: Id, kind: Kind) -> Result<()> {
    let federation = batch.federation();
    let sql = "UPDATE document_now SET kind = $3 WHERE federation_id = $1 AND document_id = $2";
    batch.reader()?.execute(sql, &values![federation, document, kind.code()])?;
    Ok(())
}

/// One paper.
pub(super) fn find(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<DocumentRef>> {
    let sql = "SELECT number, issued_on, issuer, title FROM document WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, id], |row| paper(row, 0))?)
}

/// The kind that the standing entries of a paper tell; the latest one holds.
pub(super) fn kind_entered(tx: &mut Tx<'_>, federation: Id, document: Id) -> Result<Option<Kind>> {
    let sql = format!(
        "SELECT e.kind FROM document_entry e WHERE {STANDING} AND e.document_id = $2
                       ORDER BY e.id DESC LIMIT 1"
    );
    let kind = tx.find(&sql, &values![federation, document], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(kind.and_then(|code| Kind::from_code(&code)))
}

/// Entries and attachments that were not taken back.
const STANDING: &str = "e.federation_id = $1 AND e.withdraws IS NULL AND NOT EXISTS (SELECT 1 FROM document_entry w
    WHERE w.federation_id = e.federation_id AND w.document_id = e.document_id AND w.withdraws = e.id)";

/// The standing entries of a paper: id and unit.
pub(super) fn entries(tx: &mut Tx<'_>, federation: Id, document: Id) -> Result<Vec<(Id, Id)>> {
    let sql = format!(
        "SELECT e.id, e.unit_id FROM document_entry e WHERE {STANDING} AND e.document_id = $2 ORDER BY e.id"
    );
    Ok(tx.query(&sql, &values![federation, document], |row| Ok((row.id(0)?, row.id(1)?)))?)
}

/// The row of a standing entry as it was written: unit, way, kind, day.
pub(super) fn find_entry(
    tx: &mut Tx<'_>,
    federation: Id,
    (document, entry): (Id, Id),
) -> Result<Option<(Id, String, String, String)>> {
    let sql = format!(
        "SELECT e.unit_id, e.way, e.kind, e.on_day FROM document_entry e
                       WHERE {STANDING} AND e.document_id = $2 AND e.id = $3"
    );
    Ok(tx.find(&sql, &values![federation, document, entry], |row| {
        let text = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
        Ok((row.id(0)?, text(1)?, text(2)?, text(3)?))
    })?)
}

/// The last number of a series of a year, and the day of its paper.
pub(super) fn last_number(
    tx: &mut Tx<'_>,
    federation: Id,
    (unit, kind, year): (Id, Kind, i16),
) -> Result<Option<(i64, Day)>> {
    let sql = "SELECT s.number, d.issued_on FROM series_number s
               JOIN document d ON d.federation_id = s.federation_id AND d.id = s.document_id
               WHERE s.federation_id = $1 AND s.unit_id = $2 AND s.series = $3 AND s.year = $4
               ORDER BY s.number DESC LIMIT 1";
    let values = values![federation, unit, kind.code(), i64::from(year)];
    Ok(tx.find(sql, &values, |row| Ok((row.int(0)?, row.day(1)?)))?)
}

/// The number of the last paper that a unit issued, of a kind if told, whatever the year.
pub(super) fn last_issued(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    kind: Option<Kind>,
) -> Result<Option<String>> {
    let sql = "SELECT d.number FROM series_number s
               JOIN document d ON d.federation_id = s.federation_id AND d.id = s.document_id
               WHERE s.federation_id = $1 AND s.unit_id = $2 AND (CAST($3 AS TEXT) = '' OR s.series = $3)
               ORDER BY s.id DESC LIMIT 1";
    let values = values![federation, unit, kind.map_or("", Kind::code)];
    Ok(tx.find(sql, &values, |row| Ok(row.text(0)?.to_owned()))?)
}

/// Attachments of a paper that stand: id, hash, name.
pub(super) fn files(
    tx: &mut Tx<'_>,
    federation: Id,
    document: Id,
) -> Result<Vec<(Id, String, String, String, i64)>> {
    let sql = "SELECT a.id, a.hash, a.name, a.media, a.bytes FROM attachment a
               WHERE a.federation_id = $1 AND a.document_id = $2 AND a.withdraws IS NULL
                 AND NOT EXISTS (SELECT 1 FROM attachment w WHERE w.federation_id = a.federation_id
                     AND w.document_id = a.document_id AND w.withdraws = a.id) ORDER BY a.id";
    Ok(tx.query(sql, &values![federation, document], |row| {
        let text = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
        Ok((row.id(0)?, text(1)?, text(2)?, text(3)?, row.int(4)?))
    })?)
}

/// What is kept of papers, worked out again and compared: the first paper that differs, with what is wrong.
pub(crate) fn examine(tx: &mut Tx<'_>, federation: Id) -> Result<Vec<(&'static str, Id, String)>> {
    let mut found = Vec::new();
    let (mut rows, mut keys) = (BTreeMap::new(), BTreeSet::new());
    let sql = "SELECT id, number, issued_on, issuer, title FROM document WHERE federation_id = $1";
    for (id, paper) in
        tx.query(sql, &values![federation], |row| Ok((row.id(0)?, paper(row, 1)?)))?
    {
        let entered = kind_entered(tx, federation, id)?;
        let kind = entered.unwrap_or_else(|| rules::kind_of_number(&paper.number));
        let day = paper.issued_on.map(|day| day.to_string()).unwrap_or_default();
        rows.insert(id, (kind.code().to_owned(), day, rules::search_key(&paper)));
        keys.extend(rules::suffixes(&paper).into_iter().map(|key| (id, key)));
    }
    let sql =
        "SELECT document_id, kind, on_day, search_key FROM document_now WHERE federation_id = $1";
    let kept: BTreeMap<Id, (String, String, String)> = tx
        .query(sql, &values![federation], |row| {
            let text = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
            Ok((row.id(0)?, (text(1)?, text(2)?, text(3)?)))
        })?
        .into_iter()
        .collect();
    let differs = |id: &&Id| rows.get(*id) != kept.get(*id);
    if let Some(id) = rows.keys().chain(kept.keys()).find(differs) {
        found.push(("document_now", *id, "Danh sách văn bản không khớp văn bản đã ghi".to_owned()));
    }
    let sql = "SELECT document_id, suffix FROM document_suffix WHERE federation_id = $1";
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.text(1)?.to_owned()));
    let stored: BTreeSet<(Id, String)> =
        tx.query(sql, &values![federation], read)?.into_iter().collect();
    if let Some((id, key)) = keys.symmetric_difference(&stored).next() {
        let what = format!("Từ “{key}” để tìm văn bản không khớp văn bản đã ghi");
        found.push(("document_suffix", *id, what));
    }
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.id(1)?));
    let told: BTreeSet<(Id, Id)> =
        tx.query(&cited(), &values![federation], read)?.into_iter().collect();
    let sql = "SELECT unit_id, document_id FROM document_unit WHERE federation_id = $1";
    let kept: BTreeSet<(Id, Id)> = tx.query(sql, &values![federation], read)?.into_iter().collect();
    if let Some((_, document)) = told.symmetric_difference(&kept).next() {
        let what = "Những đơn vị mà văn bản nói đến không khớp các việc đã ghi".to_owned();
        found.push(("document_unit", *document, what));
    }
    Ok(found)
}

/// The units that facts name beside a paper, of every table that names both.
fn cited() -> String {
    let of = |table: &&schema::Table| {
        let name = table.name;
        table
            .cites()
            .into_iter()
            .flat_map(|(_, units)| units)
            .map(move |(_, unit)| {
                format!(
                    "SELECT {unit}, document_id FROM {name} WHERE federation_id = $1
                 AND document_id IS NOT NULL AND {unit} IS NOT NULL"
                )
            })
            .collect::<Vec<_>>()
    };
    schema::FACTS.iter().flat_map(of).collect::<Vec<_>>().join(" UNION ")
}
