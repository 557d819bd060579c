//! The SQL of who became whom: records merged into others, as long as the merge stands.

use std::collections::HashMap;

use db::{Tx, values};
use kernel::Id;

use crate::Result;
use crate::books::chunked;

/// A record merged into one that was merged again: more steps than ever happened in one life.
const STEPS: usize = 4;
/// From so many people on, all merges are read instead of those of each.
const MANY: usize = 500;

/// Facts that merge and are the latest of their person.
const STANDS: &str = "f.merged_into IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_fact l
    WHERE l.federation_id = f.federation_id AND l.person_id = f.person_id AND l.id > f.id)";

/// The merges that stand, as a table of a statement whose `$1` is the federation: who, and into whom.
pub(crate) const MERGES: &str =
    "(SELECT f.person_id, f.merged_into FROM person_fact f WHERE f.federation_id = $1
    AND f.merged_into IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_fact l
        WHERE l.federation_id = f.federation_id AND l.person_id = f.person_id AND l.id > f.id))";

/// The records some people go by in older facts: their own, and those merged into them. Each leads to who is asked about.
pub(crate) fn names_of(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<HashMap<Id, Id>> {
    let mut known: HashMap<Id, Id> = people.iter().map(|id| (*id, *id)).collect();
    let mut asked = people.to_vec();
    for _ in 0..STEPS {
        let found = merged_into_these(tx, federation, &asked)?;
        asked.clear();
        for (dropped, kept) in found {
            if let Some(who) = known.get(&kept).copied()
                && known.insert(dropped, who).is_none()
            {
                asked.push(dropped);
            }
        }
        if asked.is_empty() {
            break;
        }
    }
    Ok(known)
}

/// Records merged into some people, with whom. Merges are few: of many people all of them are read at once.
fn merged_into_these(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<Vec<(Id, Id)>> {
    let read = |row: &db::Row<'_>| Ok((row.id(0)?, row.id(1)?));
    let select = "SELECT f.person_id, f.merged_into FROM person_fact f WHERE f.federation_id = $1";
    if people.len() > MANY {
        let sql = format!("{select} AND {STANDS}");
        return Ok(tx.query(&sql, &values![federation], read)?);
    }
    let mut found = Vec::new();
    chunked(people, |list| {
        let sql = format!("{select} AND f.merged_into IN ({list}) AND {STANDS}");
        found.extend(tx.query(&sql, &values![federation], read)?);
        Ok(())
    })?;
    Ok(found)
}

/// Who some people are today: those that were merged, with the record that is kept. Others are not in it.
pub(crate) fn kept_of(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<HashMap<Id, Id>> {
    let mut kept: HashMap<Id, Id> = HashMap::new();
    let mut asked = people.to_vec();
    for _ in 0..STEPS {
        let mut found: HashMap<Id, Id> = HashMap::new();
        chunked(&asked, |list| {
            let sql = format!(
                "SELECT f.person_id, f.merged_into FROM person_fact f
                 WHERE f.federation_id = $1 AND f.person_id IN ({list}) AND {STANDS}"
            );
            let read = |row: &db::Row<'_>| Ok((row.id(0)?, row.id(1)?));
            found.extend(tx.query(&sql, &values![federation], read)?);
            Ok(())
        })?;
        if found.is_empty() {
            break;
        }
        for to in kept.values_mut() {
            *to = found.get(to).copied().unwrap_or(*to);
        }
        for (dropped, to) in &found {
            if people.contains(dropped) {
                kept.entry(*dropped).or_insert(*to);
            }
        }
        asked = found.into_values().collect();
    }
    Ok(kept)
}
