//! The SQL of evidence.

use db::{Row, Tx, values};
use kernel::Id;

use super::model::Evidence;
use crate::Result;
use crate::books::{Batch, schema};

/// Evidence as the books keep it, with the hash of its file.
pub(super) struct Kept {
    pub(super) told: Evidence,
    pub(super) hash: Option<String>,
    pub(super) media: Option<String>,
}

/// The evidence of a card that was not taken off, in the order it came.
pub(super) fn of_card(tx: &mut Tx<'_>, federation: Id, card: Id) -> Result<Vec<Kept>> {
    let sql = "SELECT e.id, e.item, e.said, e.name, e.bytes, e.hash, e.media FROM score_evidence e
         WHERE e.federation_id = $1 AND e.card_id = $2 AND e.withdraws IS NULL AND NOT EXISTS (
             SELECT 1 FROM score_evidence w WHERE w.federation_id = e.federation_id AND w.card_id = e.card_id
               AND w.withdraws = e.id)
         ORDER BY e.id";
    let read = |row: &Row<'_>| {
        let text = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
        Ok(Kept {
            told: Evidence {
                id: row.id(0)?,
                item: row.text(1)?.to_owned(),
                said: text(2)?,
                file: text(3)?.zip(row.opt_int(4)?),
            },
            hash: text(5)?,
            media: text(6)?,
        })
    };
    Ok(tx.query(sql, &values![federation, card], read)?)
}

/// A file to be written beside an item: hash, name, sort, bytes.
pub(super) type FileOf = (String, String, &'static str, i64);

/// Writes evidence, or that some was taken off.
pub(super) fn append(
    batch: &mut Batch<'_, '_>,
    (card, unit): (Id, Id),
    (item, said): (&str, Option<String>),
    file: Option<FileOf>,
    withdraws: Option<Id>,
) -> Result<Id> {
    let (hash, name, media, bytes) = match file {
        Some((hash, name, media, bytes)) => {
            (Some(hash), Some(name), Some(media.to_owned()), Some(bytes))
        }
        None => (None, None, None, None),
    };
    let row = values![card, unit, item.to_owned(), said, hash, name, media, bytes, withdraws];
    batch.append(&schema::SCORE_EVIDENCE, row)
}
