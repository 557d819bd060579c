//! The SQL of lists opened to members, and of what was said.

use db::{Tx, values};
use kernel::{Day, Id, Instant, Refusal};

use super::model::CommentSort;
use super::told::CommentTold;
use crate::Result;
use crate::books::{Batch, schema};

/// A list that was opened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub(super) id: Id,
    pub(super) round: Id,
    pub(super) unit: Id,
    pub(super) from: Day,
    pub(super) to: Day,
}

/// Writes that a list is open from a day up to and without another.
pub(super) fn append_opening(
    batch: &mut Batch<'_, '_>,
    (round, unit): (Id, Id),
    (from, to): (Day, Day),
) -> Result<Id> {
    batch.append(&schema::ROUND_OPENING, values![round, unit, from, to])
}

/// Writes a comment, or the office's answer to one.
pub(super) fn append_comment(
    batch: &mut Batch<'_, '_>,
    opening: &Opening,
    nomination: Id,
    (sort, body): (CommentSort, &str),
    (named, answers): (Option<&str>, Option<Id>),
) -> Result<Id> {
    let row = values![
        opening.id,
        nomination,
        opening.unit,
        sort.code(),
        body.trim().to_owned(),
        named.map(|named| named.trim().to_owned()),
        answers
    ];
    batch.append(&schema::ROUND_COMMENT, row)
}

/// A list that must be there.
pub(super) fn load(tx: &mut Tx<'_>, federation: Id, opening: Id) -> Result<Opening> {
    let sql = "SELECT id, round_id, unit_id, from_on, to_on FROM round_opening WHERE federation_id = $1 AND id = $2";
    let found = tx.find(sql, &values![federation, opening], |row| {
        Ok(Opening {
            id: row.id(0)?,
            round: row.id(1)?,
            unit: row.id(2)?,
            from: row.day(3)?,
            to: row.day(4)?,
        })
    })?;
    found.ok_or_else(|| unknown().into())
}

/// The refusal of a list that is not there, or not for the reader.
pub(super) fn unknown() -> Refusal {
    Refusal::new(
        "unknown_opening",
        "Không có danh sách lấy ý kiến này",
        "Mở lại đợt xét để tìm danh sách",
    )
}

/// The lists of a round: id, unit, unit's name today, first day, first day after.
pub(super) fn of_round(
    tx: &mut Tx<'_>,
    federation: Id,
    round: Id,
) -> Result<Vec<(Id, Id, String, Day, Day)>> {
    let sql = "SELECT o.id, o.unit_id, n.name, o.from_on, o.to_on FROM round_opening o
         JOIN unit_now n ON n.federation_id = o.federation_id AND n.unit_id = o.unit_id
         WHERE o.federation_id = $1 AND o.round_id = $2 ORDER BY o.id";
    Ok(tx.query(sql, &values![federation, round], |row| {
        Ok((row.id(0)?, row.id(1)?, row.text(2)?.to_owned(), row.day(3)?, row.day(4)?))
    })?)
}

/// The nominations on a list.
pub(super) fn lines(tx: &mut Tx<'_>, federation: Id, opening: &Opening) -> Result<Vec<Id>> {
    let sql = "SELECT nomination_id FROM nomination_step
         WHERE federation_id = $1 AND round_id = $2 AND opening_id = $3 ORDER BY nomination_id";
    Ok(tx.query(sql, &values![federation, opening.round, opening.id], |row| row.id(0))?)
}

/// Lists that stand open on a day at one of some units.
pub(super) fn open_at(
    tx: &mut Tx<'_>,
    federation: Id,
    chain: &[Id],
    on: Day,
) -> Result<Vec<(Id, String, Day)>> {
    let mut found = Vec::new();
    crate::books::chunked(chain, |list| {
        let sql = format!(
            "SELECT o.id, r.name, o.to_on FROM round_opening o
             JOIN round r ON r.federation_id = o.federation_id AND r.id = o.round_id
             WHERE o.federation_id = $1 AND o.unit_id IN ({list}) AND o.from_on <= $2 AND o.to_on > $2
             ORDER BY o.to_on, o.id"
        );
        found.extend(tx.query(&sql, &values![federation, on], |row| {
            Ok((row.id(0)?, row.text(1)?.to_owned(), row.day(2)?))
        })?);
        Ok(())
    })?;
    Ok(found)
}

const COMMENT: &str =
    "SELECT c.id, c.nomination_id, c.sort, c.body, c.named, b.actor, b.recorded_at, c.answers
    FROM round_comment c
    JOIN batch b ON b.federation_id = c.federation_id AND b.number = c.batch
    WHERE c.federation_id = $1";

fn comment(row: &db::Row<'_>) -> Result<CommentTold, db::DbError> {
    let named = row.opt_text(4)?.filter(|named| !named.is_empty());
    let by = named.map_or_else(|| row.text(5), Ok)?;
    Ok(CommentTold {
        id: row.id(0)?,
        nomination: row.id(1)?,
        sort: CommentSort::from_code(row.text(2)?).unwrap_or(CommentSort::Objects),
        body: row.text(3)?.to_owned(),
        by: by.to_owned(),
        recorded_at: Instant(row.int(6)?),
        answers: row.opt_id(7)?,
    })
}

/// What was said of a nomination.
pub(super) fn of_nomination(
    tx: &mut Tx<'_>,
    federation: Id,
    nomination: Id,
) -> Result<Vec<CommentTold>> {
    let sql = format!("{COMMENT} AND c.nomination_id = $2 ORDER BY c.id");
    Ok(tx.query(&sql, &values![federation, nomination], comment)?)
}

/// What was said on a list.
pub(super) fn of_opening(tx: &mut Tx<'_>, federation: Id, opening: Id) -> Result<Vec<CommentTold>> {
    let sql = format!("{COMMENT} AND c.opening_id = $2 ORDER BY c.id");
    Ok(tx.query(&sql, &values![federation, opening], comment)?)
}

/// A comment: its list, its nomination, what it is, whether it was answered.
pub(super) fn find(
    tx: &mut Tx<'_>,
    federation: Id,
    comment: Id,
) -> Result<Option<(Id, Id, CommentSort, bool)>> {
    let sql = "SELECT c.opening_id, c.nomination_id, c.sort, (SELECT MIN(1) FROM round_comment a
             WHERE a.federation_id = c.federation_id AND a.opening_id = c.opening_id AND a.answers = c.id)
         FROM round_comment c WHERE c.federation_id = $1 AND c.id = $2";
    Ok(tx.find(sql, &values![federation, comment], |row| {
        let sort = CommentSort::from_code(row.text(2)?).unwrap_or(CommentSort::Objects);
        Ok((row.id(0)?, row.id(1)?, sort, row.opt_int(3)?.is_some()))
    })?)
}

/// Objections to a nomination on a list that nobody answered.
pub(super) fn open_objections(
    tx: &mut Tx<'_>,
    federation: Id,
    (opening, nomination): (Id, Id),
) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM round_comment c
         WHERE c.federation_id = $1 AND c.opening_id = $2 AND c.nomination_id = $3 AND c.sort = 'objects'
           AND NOT EXISTS (SELECT 1 FROM round_comment a WHERE a.federation_id = c.federation_id
               AND a.opening_id = c.opening_id AND a.answers = c.id)";
    Ok(tx.find(sql, &values![federation, opening, nomination], |row| row.int(0))?.unwrap_or(0))
}
