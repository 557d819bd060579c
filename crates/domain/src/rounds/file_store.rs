//! The SQL of what stands in a file of nomination: texts, attached files, judgements, the verdict.

use std::collections::HashMap;

use db::{Tx, values};
use kernel::{Day, Id};

use super::model::Item;
use super::rules::Filled;
use super::standing::Standing;
use super::told::{FileOf, ItemTold};
use crate::Result;
use crate::books::{Batch, schema};

/// Writes a text into an item.
pub(super) fn append_cell(
    batch: &mut Batch<'_, '_>,
    (nomination, unit): (Id, Id),
    item: &str,
    body: &str,
) -> Result<Id> {
    let row = values![nomination, unit, item.to_owned(), body.trim().to_owned()];
    batch.append(&schema::NOMINATION_CELL, row)
}

/// Writes that a file belongs to an item, or no longer.
pub(super) fn append_file(
    batch: &mut Batch<'_, '_>,
    (nomination, unit): (Id, Id),
    file: &FileOf,
    withdraws: Option<Id>,
) -> Result<Id> {
    let row = values![
        nomination,
        unit,
        file.item.clone(),
        file.hash.clone(),
        file.name.clone(),
        file.media.clone(),
        file.bytes,
        withdraws
    ];
    batch.append(&schema::NOMINATION_FILE, row)
}

/// Writes a judgement on an item.
pub(super) fn append_mark(
    batch: &mut Batch<'_, '_>,
    (nomination, unit): (Id, Id),
    item: &str,
    reason: Option<&str>,
) -> Result<Id> {
    let accepted = i64::from(reason.is_none());
    let reason = reason.map(|reason| reason.trim().to_owned());
    let row = values![nomination, unit, item.to_owned(), accepted, reason];
    batch.append(&schema::NOMINATION_MARK, row)
}

/// What is kept of a verdict.
pub(super) struct NewVerdict {
    pub(super) on: Day,
    pub(super) year: i64,
    pub(super) state: &'static str,
    pub(super) rules: String,
    pub(super) why: Option<String>,
    /// Sentence, clause, answer, whether it counts, by what, what is missing.
    pub(super) findings: Vec<(String, String, &'static str, bool, String, String)>,
}

/// Writes a verdict with its conditions.
pub(super) fn append_verdict(
    batch: &mut Batch<'_, '_>,
    (nomination, unit): (Id, Id),
    told: NewVerdict,
) -> Result<Id> {
    let row = values![nomination, unit, told.on, told.year, told.state, told.rules, told.why];
    let verdict = batch.append(&schema::NOMINATION_VERDICT, row)?;
    for (place, (says, clause, answer, decides, used, missing)) in
        told.findings.into_iter().enumerate()
    {
        let (place, decides) = (place as i64 + 1, i64::from(decides));
        let row = values![verdict, unit, place, says, clause, answer, decides, used, missing];
        batch.append(&schema::NOMINATION_FINDING, row)?;
    }
    Ok(verdict)
}

/// The files of a nomination that stand.
pub(super) fn files(tx: &mut Tx<'_>, federation: Id, nomination: Id) -> Result<Vec<FileOf>> {
    let sql = "SELECT f.id, f.item, f.hash, f.name, f.media, f.bytes FROM nomination_file f
         WHERE f.federation_id = $1 AND f.nomination_id = $2 AND f.withdraws IS NULL AND NOT EXISTS (
             SELECT 1 FROM nomination_file w WHERE w.federation_id = f.federation_id
                 AND w.nomination_id = f.nomination_id AND w.withdraws = f.id)
         ORDER BY f.id";
    Ok(tx.query(sql, &values![federation, nomination], |row| {
        Ok(FileOf {
            id: row.id(0)?,
            item: row.text(1)?.to_owned(),
            hash: row.text(2)?.to_owned(),
            name: row.text(3)?.to_owned(),
            media: row.text(4)?.to_owned(),
            bytes: row.int(5)?,
        })
    })?)
}

/// The checklist of a nomination with what stands in it. A judgement counts where the unit that made it holds the file
/// since, or returned it to where it lies.
pub(super) fn items(
    tx: &mut Tx<'_>,
    federation: Id,
    (nomination, standing): (Id, &Standing),
    checklist: &[Item],
) -> Result<Vec<ItemTold>> {
    let sql = "SELECT item, body, id FROM nomination_cell WHERE federation_id = $1 AND nomination_id = $2 ORDER BY id";
    let mut cells: HashMap<String, (String, Id)> = HashMap::new();
    tx.each(sql, &values![federation, nomination], |row| {
        cells.insert(row.text(0)?.to_owned(), (row.text(1)?.to_owned(), row.id(2)?));
        Ok::<_, db::DbError>(())
    })?;
    let sql = "SELECT item, MAX(id) FROM nomination_file WHERE federation_id = $1 AND nomination_id = $2 GROUP BY item";
    let mut changed: HashMap<String, Id> = HashMap::new();
    tx.each(sql, &values![federation, nomination], |row| {
        changed.insert(row.text(0)?.to_owned(), row.id(1)?);
        Ok::<_, db::DbError>(())
    })?;
    let judge = standing.returned_by.or(standing.holder);
    let sql = "SELECT item, accepted, reason, id FROM nomination_mark
         WHERE federation_id = $1 AND nomination_id = $2 AND unit_id = $3 ORDER BY id";
    let mut marks: HashMap<String, (bool, Option<String>, Id)> = HashMap::new();
    if let Some(judge) = judge {
        tx.each(sql, &values![federation, nomination, judge], |row| {
            let told = (row.int(1)? != 0, row.opt_text(2)?.map(str::to_owned), row.id(3)?);
            marks.insert(row.text(0)?.to_owned(), told);
            Ok::<_, db::DbError>(())
        })?;
    }
    let files = files(tx, federation, nomination)?;
    let told = |item: &Item| {
        let cell = cells.get(&item.code);
        let last = cell.map(|(_, id)| *id).max(changed.get(&item.code).copied());
        let mark = marks.get(&item.code).map(|(accepted, reason, id)| {
            (*accepted, reason.clone(), last.is_some_and(|last| last > *id))
        });
        ItemTold {
            item: item.clone(),
            body: cell.map(|(body, _)| body.clone()).filter(|body| !body.is_empty()),
            files: files.iter().filter(|file| file.item == item.code).cloned().collect(),
            mark,
        }
    };
    Ok(checklist.iter().map(told).collect())
}

/// The same as the rules ask for it.
pub(super) fn filled(items: &[ItemTold]) -> Vec<Filled<'_>> {
    let one =
        |told: &ItemTold| (told.mark.as_ref()).map(|(accepted, _, stale)| (*accepted, *stale));
    items
        .iter()
        .map(|told| Filled {
            item: &told.item,
            has_text: told.body.is_some(),
            has_file: !told.files.is_empty(),
            mark: one(told),
        })
        .collect()
}
