//! The SQL of taking people out of every list. Their facts stay.

use std::collections::{BTreeMap, BTreeSet};

use db::{Tx, Value, values};
use kernel::Id;

use super::model::NewPerson;
use super::store::{FACTS, fact_row, facts_of, unknown};
use super::suspects_store;
use crate::Result;
use crate::books::{Batch, chunked, schema};

/// Takes people out of every list: an undone import, or the losing side of a merge. Who was merged may come back, so
/// the sealed fields stay with the key; who never should have been here leaves none.
pub(crate) fn withdraw(
    batch: &mut Batch<'_, '_>,
    people: &[Id],
    merged_into: Option<Id>,
) -> Result<()> {
    let federation = batch.federation();
    let latest = latest_facts(batch.reader()?, federation, people)?;
    for person in people {
        let (facts, commitment) = latest.get(person).cloned().ok_or_else(|| unknown(*person))?;
        let row = fact_row(*person, &facts, commitment, true, merged_into);
        batch.append(&schema::PERSON_FACT, row)?;
    }
    let tx = batch.reader()?;
    delete_suffixes(tx, federation, people)?;
    suspects_store::delete_pairs(tx, federation, people)?;
    chunked(people, |list| {
        let sql = format!("DELETE FROM person WHERE federation_id = $1 AND id IN ({list})");
        tx.execute(&sql, &values![federation])?;
        if merged_into.is_none() {
            let sql = format!(
                "DELETE FROM person_secret WHERE federation_id = $1 AND person_id IN ({list})"
            );
            tx.execute(&sql, &values![federation])?;
        }
        Ok(())
    })
}

/// What is known of some people, with their commitments.
fn latest_facts(
    tx: &mut Tx<'_>,
    federation: Id,
    people: &[Id],
) -> Result<BTreeMap<Id, (NewPerson, Option<String>)>> {
    let mut latest = BTreeMap::new();
    chunked(people, |list| {
        let sql = format!(
            "SELECT {FACTS}, person_id FROM person_fact
             WHERE federation_id = $1 AND person_id IN ({list}) ORDER BY id"
        );
        // In the order of telling, so that the last told stays.
        tx.each(&sql, &values![federation], |row| {
            latest.insert(row.id(11)?, facts_of(row)?);
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(latest)
}

/// How many pairs of suffix and person one statement names.
const PAIRS: usize = 1_000;

/// Takes out the search keys of every name that people ever had.
pub(super) fn delete_suffixes(tx: &mut Tx<'_>, federation: Id, people: &[Id]) -> Result<()> {
    // A correction may already have renamed the row, so the old names are asked of the facts.
    let mut pairs: BTreeSet<(String, Id)> = BTreeSet::new();
    chunked(people, |list| {
        let sql = format!(
            "SELECT person_id, name FROM person_fact
             WHERE federation_id = $1 AND person_id IN ({list})"
        );
        tx.each(&sql, &values![federation], |row| {
            let (person, folded) = (row.id(0)?, vietnamese::fold::fold(row.text(1)?));
            let suffixes = vietnamese::fold::suffixes(&folded);
            pairs.extend(suffixes.map(|suffix| (suffix.to_owned(), person)));
            Ok(())
        })?;
        Ok(())
    })?;
    let pairs: Vec<(String, Id)> = pairs.into_iter().collect();
    for chunk in pairs.chunks(PAIRS) {
        let places: Vec<String> =
            chunk.iter().zip(2..).map(|((_, id), place)| format!("(${place}, {})", id.0)).collect();
        let sql = format!(
            "DELETE FROM name_suffix
             WHERE federation_id = $1 AND (suffix, person_id) IN (VALUES {})",
            places.join(", ")
        );
        let mut values = vec![Value::from(federation)];
        values.extend(chunk.iter().map(|(suffix, _)| Value::from(suffix.as_str())));
        tx.execute(&sql, &values)?;
    }
    Ok(())
}
