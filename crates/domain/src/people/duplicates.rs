//! Duplicates: found by identity number, or by name, birth date and sex; merged with the way back kept.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::store;
use crate::{App, Result, memberships};

/// Two records that may be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The earlier record.
    pub keep: Id,
    /// The later one.
    pub drop: Id,
    /// `cccd` or `name_birth_sex`.
    pub because: &'static str,
    /// The name they share.
    pub name: String,
}

/// Pairs that share an identity number, or name (tones kept, placement of marks folded), full birth date and sex.
pub fn find_duplicates(app: &App, actor: &Actor, limit: usize) -> Result<Vec<Duplicate>> {
    app.allow(actor, "people.search")?;
    let by_number = "SELECT MIN(s.person_id), MAX(s.person_id), MIN(p.name) FROM person_secret s
        JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
        WHERE s.federation_id = $1 AND s.cccd_index IS NOT NULL
        GROUP BY s.cccd_index HAVING COUNT(*) > 1 ORDER BY 1 LIMIT $2";
    let by_name = "SELECT MIN(id), MAX(id), MIN(name) FROM person
        WHERE federation_id = $1 AND birth IS NOT NULL AND LENGTH(birth) = 10 AND sex IS NOT NULL
        GROUP BY match_key, birth, sex HAVING COUNT(*) > 1 ORDER BY 1 LIMIT $2";
    app.db.read(|tx| {
        let mut found: Vec<Duplicate> = Vec::new();
        for (sql, because) in [(by_number, "cccd"), (by_name, "name_birth_sex")] {
            let values = values![app.federation, limit.min(1000) as i64];
            let pairs = tx.query(sql, &values, |row| {
                Ok(Duplicate {
                    keep: row.id(0)?,
                    drop: row.id(1)?,
                    because,
                    name: row.text(2)?.to_owned(),
                })
            })?;
            let new = |pair: &Duplicate| {
                !found.iter().any(|d| (d.keep, d.drop) == (pair.keep, pair.drop))
            };
            let pairs: Vec<Duplicate> = pairs.into_iter().filter(new).collect();
            found.extend(pairs);
        }
        Ok(found)
    })
}

/// Merges one record into another: the events of the dropped record are reversed as recorded in error, and its facts
/// stay, pointing to the one that is kept.
pub fn merge(app: &App, actor: &Actor, keep: Id, drop: Id) -> Result<()> {
    if keep == drop {
        return Err(
            Refusal::new("same_person", "Hai hồ sơ là một", "Chọn hai hồ sơ khác nhau").into()
        );
    }
    app.write(actor, "people.merge", "Gộp hai hồ sơ của một người", |batch| {
        let federation = batch.federation();
        store::load_facts(batch.reader()?, federation, keep)?;
        memberships::reverse_all_of(batch, drop)?;
        store::withdraw(batch, drop, Some(keep))
    })
}

/// Takes a merge back: the dropped record returns with the events it had.
pub fn unmerge(app: &App, actor: &Actor, dropped: Id) -> Result<()> {
    app.write(actor, "people.merge", "Tách lại hai hồ sơ đã gộp nhầm", |batch| {
        let federation = batch.federation();
        let sql = "SELECT merged_into FROM person_fact WHERE federation_id = $1 AND person_id = $2
                   ORDER BY id DESC LIMIT 1";
        let merged =
            batch.reader()?.find(sql, &values![federation, dropped], |row| row.opt_id(0))?;
        if merged.flatten().is_none() {
            return Err(
                Refusal::new("not_merged", "Hồ sơ này chưa được gộp", "Chọn hồ sơ đã gộp").into()
            );
        }
        store::reinstate(batch, dropped)?;
        memberships::write_again_all_of(batch, dropped)
    })
}
