//! The SQL of one paper: whether it is within reach, who wrote it down, its entries, number, files and namesakes.

use db::{Tx, values};
use kernel::{Day, Id, Instant};

use super::list_store::{Bound, ROW, row};
use super::model::{DocumentRow, EntryTold, FileTold, Kind, SeriesTold, Way};
use crate::Result;
use crate::files::Media;
use crate::reach::Bounds;

/// Namesakes shown at most.
const NAMESAKES: i64 = 20;

/// Whether a paper is about a unit within bounds.
pub(super) fn is_about(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): (&Bounds, Day),
    document: Id,
) -> Result<bool> {
    let mut bound = Bound::new(federation);
    let paper = bound.put(document);
    let about = bound.about(bounds, today, "n.document_id");
    let sql = format!(
        "SELECT 1 FROM document_now n WHERE n.federation_id = $1 AND n.document_id = {paper} AND {about}"
    );
    Ok(tx.find(&sql, &bound.0, |_| Ok(()))?.is_some())
}

/// Its kind, and the batch that wrote it down: number, when, who.
pub(super) fn recorded(
    tx: &mut Tx<'_>,
    federation: Id,
    document: Id,
) -> Result<Option<(Kind, (i64, Instant, String))>> {
    let sql = "SELECT n.kind, b.number, b.recorded_at, b.actor FROM document d
               JOIN document_now n ON n.federation_id = d.federation_id AND n.document_id = d.id
               JOIN batch b ON b.federation_id = d.federation_id AND b.number = d.batch
               WHERE d.federation_id = $1 AND d.id = $2";
    Ok(tx.find(sql, &values![federation, document], |row| {
        let kind = Kind::from_code(row.text(0)?).unwrap_or(Kind::Other);
        Ok((kind, (row.int(1)?, Instant(row.int(2)?), row.text(3)?.to_owned())))
    })?)
}

/// The standing entries of a paper in registers of units within bounds; none says yet whether it may be taken out.
pub(super) fn entries(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): (&Bounds, Day),
    document: Id,
) -> Result<Vec<EntryTold>> {
    let mut bound = Bound::new(federation);
    let paper = bound.put(document);
    let within = bound.within(bounds, today, "(u.path || '')");
    let sql = format!(
        "SELECT e.id, e.unit_id, c.code, n.name, e.way, e.on_day, e.note, b.actor
         FROM document_entry e CROSS JOIN unit_path u
         JOIN unit c ON c.federation_id = $1 AND c.id = e.unit_id
         LEFT JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = e.unit_id
         JOIN batch b ON b.federation_id = $1 AND b.number = e.batch
         WHERE e.federation_id = $1 AND e.document_id = {paper} AND e.withdraws IS NULL AND NOT EXISTS (
             SELECT 1 FROM document_entry w WHERE w.federation_id = $1 AND w.document_id = e.document_id
                 AND w.withdraws = e.id) AND u.unit_id = e.unit_id AND {within} ORDER BY e.id"
    );
    Ok(tx.query(&sql, &bound.0, |row| {
        let code = row.text(2)?.to_owned();
        let name = row.opt_text(3)?.map_or_else(|| code.clone(), str::to_owned);
        Ok(EntryTold {
            id: row.id(0)?,
            unit: (row.id(1)?, code, name),
            way: Way::from_code(row.text(4)?).unwrap_or(Way::Incoming),
            on: row.day(5)?,
            note: row.opt_text(6)?.map(str::to_owned),
            actor: row.text(7)?.to_owned(),
            may_withdraw: false,
        })
    })?)
}

/// The number that a paper took from a series.
pub(super) fn series(tx: &mut Tx<'_>, federation: Id, document: Id) -> Result<Option<SeriesTold>> {
    let sql = "SELECT c.code, n.name, s.series, s.year, s.number FROM series_number s
               JOIN unit c ON c.federation_id = s.federation_id AND c.id = s.unit_id
               LEFT JOIN unit_now n ON n.federation_id = s.federation_id AND n.unit_id = s.unit_id
               WHERE s.federation_id = $1 AND s.document_id = $2 ORDER BY s.id LIMIT 1";
    Ok(tx.find(sql, &values![federation, document], |row| {
        let code = row.text(0)?.to_owned();
        let name = row.opt_text(1)?.map_or_else(|| code.clone(), str::to_owned);
        Ok(SeriesTold {
            unit: (code, name),
            kind: Kind::from_code(row.text(2)?).unwrap_or(Kind::Other),
            year: row.int(3)?,
            number: row.int(4)?,
        })
    })?)
}

/// The files of a paper that stand, the earliest first.
pub(super) fn files(tx: &mut Tx<'_>, federation: Id, document: Id) -> Result<Vec<FileTold>> {
    let sql =
        "SELECT a.id, a.name, a.media, a.bytes, a.hash, b.recorded_at, b.actor FROM attachment a
               JOIN batch b ON b.federation_id = a.federation_id AND b.number = a.batch
               WHERE a.federation_id = $1 AND a.document_id = $2 AND a.withdraws IS NULL
                 AND NOT EXISTS (SELECT 1 FROM attachment w WHERE w.federation_id = a.federation_id
                     AND w.document_id = a.document_id AND w.withdraws = a.id) ORDER BY a.id";
    Ok(tx.query(sql, &values![federation, document], |row| {
        Ok(FileTold {
            id: row.id(0)?,
            name: row.text(1)?.to_owned(),
            media: Media::from_ending(row.text(2)?),
            bytes: row.int(3)?,
            hash: row.text(4)?.to_owned(),
            at: Instant(row.int(5)?),
            actor: row.text(6)?.to_owned(),
            may_take: false,
        })
    })?)
}

/// Other papers with the same number and issuer that are about units within bounds.
pub(super) fn namesakes(
    tx: &mut Tx<'_>,
    federation: Id,
    (bounds, today): (&Bounds, Day),
    (document, number, issuer): (Id, &str, &str),
) -> Result<Vec<DocumentRow>> {
    let mut bound = Bound::new(federation);
    let (own, number) = (bound.put(document), bound.put(number.to_owned()));
    let issuer = bound.put(issuer.to_owned());
    let about = bound.about(bounds, today, "n.document_id");
    let most = bound.put(NAMESAKES);
    let sql = format!(
        "SELECT {ROW} FROM document d CROSS JOIN document_now n
         WHERE d.federation_id = $1 AND d.number = {number} AND d.issuer = {issuer} AND d.id <> {own}
           AND n.federation_id = $1 AND n.document_id = d.id AND {about}
         ORDER BY n.on_day DESC, n.document_id DESC LIMIT {most}"
    );
    Ok(tx.query(&sql, &bound.0, row)?)
}
