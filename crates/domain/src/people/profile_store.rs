//! The SQL of profiles: where a person stands, who looked, what was corrected, who may be the same.

use db::{Tx, values};
use kernel::{Id, Instant};

use super::list_model::Status;
use super::model::{Change, Look, NewPerson, Sex};
use super::store::{FACTS, facts_of};
use crate::Result;
use crate::books::Batch;
use crate::memberships::UnitName;

/// Where a person stands: the unit of today, or the last one, and the status.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    federation: Id,
    person: Id,
) -> Result<(Option<UnitName>, Status)> {
    let sql = "SELECT p.status, n.unit_id, u.code, n.name FROM person p
         LEFT JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = COALESCE(p.unit_id,
             (SELECT s.unit_id FROM spell s WHERE s.federation_id = $1 AND s.person_id = p.id
              ORDER BY s.from_on DESC, s.start_event DESC LIMIT 1))
         LEFT JOIN unit u ON u.federation_id = $1 AND u.id = n.unit_id
         WHERE p.federation_id = $1 AND p.id = $2";
    let found = tx.find(sql, &values![federation, person], |row| {
        let text =
            |column| Ok::<_, db::DbError>(row.opt_text(column)?.unwrap_or_default().to_owned());
        let unit = match row.opt_id(1)? {
            Some(id) => Some(UnitName { id, code: text(2)?, name: text(3)? }),
            None => None,
        };
        Ok((unit, Status::from_code(row.text(0)?).unwrap_or(Status::Left)))
    })?;
    Ok(found.unwrap_or((None, Status::Left)))
}

/// Lines of a profile about who looked, at most.
const LOOKS: i64 = 20;

/// Who read the identity number, the latest first.
pub(super) fn looks(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Vec<Look>> {
    let sql = "SELECT a.actor, b.recorded_at FROM audit_entry a
         JOIN batch b ON b.federation_id = a.federation_id AND b.number = a.batch
         WHERE a.federation_id = $1 AND a.subject = $2 AND a.what = 'people.read_identity'
         ORDER BY a.id DESC LIMIT $3";
    Ok(tx.query(sql, &values![federation, person, LOOKS], |row| {
        Ok(Look { actor: row.text(0)?.to_owned(), at: Instant(row.int(1)?).vi() })
    })?)
}

/// The versions of what is known, the newest first, each with who told it and when.
pub(super) fn versions(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Vec<Change>> {
    let sql = format!(
        "SELECT {FACTS}, (SELECT b.actor FROM batch b WHERE b.federation_id = f.federation_id AND b.number = f.batch),
             (SELECT b.recorded_at FROM batch b WHERE b.federation_id = f.federation_id AND b.number = f.batch)
         FROM person_fact f WHERE federation_id = $1 AND person_id = $2 AND withdrawn = 0
         ORDER BY id DESC LIMIT 50"
    );
    Ok(tx.query(&sql, &values![federation, person], |row| {
        let (facts, _) = facts_of(row)?;
        let actor = row.opt_text(11)?.unwrap_or_default().to_owned();
        let at = row.opt_int(12)?.map(|at| Instant(at).vi()).unwrap_or_default();
        Ok(Change { facts, actor, at })
    })?)
}

/// Those who share an identity number, or name, full birth date and sex; the first of them first.
pub(super) fn twins(
    tx: &mut Tx<'_>,
    federation: Id,
    new: &NewPerson,
    index: Option<&[u8]>,
) -> Result<Vec<(Id, bool)>> {
    let mut found: Vec<(Id, bool)> = Vec::new();
    if let Some(index) = index {
        let sql = "SELECT s.person_id FROM person_secret s
             JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
             WHERE s.federation_id = $1 AND s.cccd_index = $2 ORDER BY s.person_id LIMIT 20";
        let ids = tx.query(sql, &values![federation, index.to_vec()], |row| row.id(0))?;
        found.extend(ids.into_iter().map(|id| (id, true)));
    }
    let whole = new.birth.as_deref().filter(|birth| birth.len() == 10);
    if let (Some(birth), Some(sex)) = (whole, new.sex.map(Sex::code)) {
        let key = vietnamese::fold::match_key(&new.name);
        let sql = "SELECT id FROM person WHERE federation_id = $1 AND match_key = $2 AND birth = $3
             AND sex = $4 ORDER BY id LIMIT 20";
        let ids = tx.query(sql, &values![federation, key, birth, sex], |row| row.id(0))?;
        for id in ids {
            if !found.iter().any(|(known, _)| *known == id) {
                found.push((id, false));
            }
        }
    }
    Ok(found)
}

/// The same inside a batch that is about to write the person.
pub(crate) fn twins_in(batch: &mut Batch<'_, '_>, new: &NewPerson) -> Result<Vec<(Id, bool)>> {
    let federation = batch.federation();
    let index = new.sensitive.cccd.as_deref().map(|number| batch.app.keys.index_of(number));
    twins(batch.reader()?, federation, new, index.as_deref())
}
