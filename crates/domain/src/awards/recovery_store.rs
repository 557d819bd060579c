//! The SQL of what a revoked honour gives back: what went with it, what came back.

use db::{Row, Tx, values};
use kernel::Id;

use super::model::{Given, NewRecovery, Recovered, Thing};
use crate::Result;
use crate::books::{Batch, schema};

fn thing(row: &Row<'_>, column: usize) -> Result<Thing, db::DbError> {
    Ok(Thing::from_code(row.text(column)?).unwrap_or(Thing::Paper))
}

/// What was handed over with the certificates of an honour, as long as the line stands.
pub(super) fn given(tx: &mut Tx<'_>, federation: Id, honour: Id) -> Result<Vec<Given>> {
    let sql = "SELECT d.what, d.amount_vnd, d.item, d.on_day, d.receiver FROM certificate c
         JOIN certificate_delivery d ON d.federation_id = c.federation_id AND d.certificate_id = c.id
         WHERE c.federation_id = $1 AND c.honour_id = $2 AND d.withdraws IS NULL AND NOT EXISTS (
             SELECT 1 FROM certificate_delivery w WHERE w.federation_id = d.federation_id
               AND w.certificate_id = d.certificate_id AND w.withdraws = d.id)
         ORDER BY d.on_day, d.id";
    Ok(tx.query(sql, &values![federation, honour], |row| {
        Ok(Given {
            what: thing(row, 0)?,
            amount_vnd: row.opt_int(1)?,
            item: row.opt_text(2)?.map(str::to_owned),
            on: row.day(3)?,
            receiver: row.text(4)?.to_owned(),
        })
    })?)
}

/// What came back of an honour: with the revocation itself, and later.
pub(super) fn recovered(tx: &mut Tx<'_>, federation: Id, honour: Id) -> Result<Vec<Recovered>> {
    let sql = "SELECT r.id, r.what, r.amount_vnd, r.item, r.on_day, r.giver FROM honour_recovery r
         WHERE r.federation_id = $1 AND r.honour_id = $2 AND r.withdraws IS NULL AND NOT EXISTS (
             SELECT 1 FROM honour_recovery w WHERE w.federation_id = r.federation_id
               AND w.honour_id = r.honour_id AND w.withdraws = r.id)
         ORDER BY r.on_day, r.id";
    let mut found = tx.query(sql, &values![federation, honour], |row| {
        Ok(Recovered {
            id: Some(row.id(0)?),
            what: thing(row, 1)?,
            amount_vnd: row.opt_int(2)?,
            item: row.opt_text(3)?.map(str::to_owned),
            on: row.day(4)?,
            giver: row.text(5)?.to_owned(),
        })
    })?;
    let sql = "SELECT e.on_day, e.recovered, e.recovered_vnd FROM honour_end e
         WHERE e.federation_id = $1 AND e.honour_id = $2 AND e.how = 'revoked'";
    let at_once = tx.query(sql, &values![federation, honour], |row| {
        let (on, item) = (row.day(0)?, row.opt_text(1)?.map(str::to_owned));
        let told = |what, item, amount_vnd| Recovered {
            id: None,
            what,
            amount_vnd,
            item,
            on,
            giver: String::new(),
        };
        let items = item.map(|item| told(Thing::Item, Some(item), None));
        let money = row.opt_int(2)?.map(|amount| told(Thing::Money, None, Some(amount)));
        Ok(items.into_iter().chain(money).collect::<Vec<_>>())
    })?;
    found.splice(0..0, at_once.into_iter().flatten());
    Ok(found)
}

/// Writes what came back, or that a line was a mistake.
pub(super) fn append(
    batch: &mut Batch<'_, '_>,
    (honour, unit): (Id, Id),
    new: &NewRecovery,
    withdraws: Option<Id>,
) -> Result<Id> {
    let item = new.item.as_deref().map(str::trim).filter(|item| !item.is_empty());
    let row = values![
        honour,
        unit,
        new.what.code(),
        new.on,
        new.amount_vnd,
        item.map(str::to_owned),
        new.giver.trim().to_owned(),
        withdraws
    ];
    batch.append(&schema::HONOUR_RECOVERY, row)
}
