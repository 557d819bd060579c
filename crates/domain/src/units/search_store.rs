//! The SQL of the search for units: every name a unit ever bore, and its code, from each word on.

use std::collections::BTreeSet;

use db::{Tx, Value, values};
use kernel::Id;

use super::model::UnitRow;
use super::store::{row_columns, unit_row};
use crate::Result;
use crate::books::{Batch, chunked};

/// Words of a name that search begins at; the longest names of units have some fifteen.
const WORDS: usize = 16;
/// Letters of a key: more of a name nobody types.
const LETTERS: usize = 64;
/// Rows of the index that are looked at for one answer: about 30 ms at the worst.
const LOOKED_AT: i64 = 2_000;
/// Words of a question that are looked up one by one.
const ASKED_WORDS: usize = 6;

/// The keys of a name or a code.
pub(crate) fn keys_of(text: &str) -> Vec<String> {
    let folded = vietnamese::fold::fold(text);
    let spaced = folded.replace(['-', '.', '/', '(', ')', '"'], " ");
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let both = [&folded, &spaced];
    let cut = |key: &str| key.chars().take(LETTERS).collect::<String>();
    let keys: BTreeSet<String> = both
        .iter()
        .flat_map(|text| vietnamese::fold::suffixes(text).take(WORDS))
        .map(cut)
        .collect();
    keys.into_iter().collect()
}

/// Lets a unit be found by a name and by its code.
pub(super) fn index(batch: &mut Batch<'_, '_>, unit: Id, name: &str) -> Result<()> {
    let federation = batch.federation();
    let tx = batch.reader()?;
    let sql = "SELECT code FROM unit WHERE federation_id = $1 AND id = $2";
    let code = tx.find(sql, &values![federation, unit], |row| Ok(row.text(0)?.to_owned()))?;
    let mut keys = keys_of(name);
    keys.extend(keys_of(code.as_deref().unwrap_or_default()));
    insert(tx, federation, unit, keys)
}

fn insert(tx: &mut Tx<'_>, federation: Id, unit: Id, mut keys: Vec<String>) -> Result<()> {
    keys.sort_unstable();
    keys.dedup();
    let rows: Vec<Vec<Value<'static>>> =
        keys.into_iter().map(|key| values![federation, key, unit].to_vec()).collect();
    let again = "ON CONFLICT (federation_id, suffix, unit_id) DO NOTHING";
    Ok(tx.insert_many("unit_suffix", &["federation_id", "suffix", "unit_id"], &rows, again)?)
}

/// Takes a unit out of the search, by every name it ever had.
pub(super) fn forget(batch: &mut Batch<'_, '_>, unit: Id) -> Result<()> {
    let federation = batch.federation();
    let tx = batch.reader()?;
    let sql = "SELECT name FROM unit_version WHERE federation_id = $1 AND unit_id = $2
               UNION SELECT code FROM unit WHERE federation_id = $1 AND id = $2";
    let names = tx.query(sql, &values![federation, unit], |row| Ok(row.text(0)?.to_owned()))?;
    for key in names.iter().flat_map(|name| keys_of(name)) {
        let sql =
            "DELETE FROM unit_suffix WHERE federation_id = $1 AND suffix = $2 AND unit_id = $3";
        tx.execute(sql, &values![federation, key, unit])?;
    }
    Ok(())
}

/// Lets a unit be found by the names that stand and no others, after one was withdrawn.
pub(super) fn index_anew(batch: &mut Batch<'_, '_>, unit: Id) -> Result<()> {
    forget(batch, unit)?;
    for told in super::store::versions(batch, unit)? {
        index(batch, unit, &told.name)?;
    }
    Ok(())
}

/// Builds the index of books that were written before there was one.
pub(crate) fn catch_up(tx: &mut Tx<'_>, federation: Id) -> Result<()> {
    let any = |tx: &mut Tx<'_>, table: &str| -> Result<bool> {
        let sql = format!("SELECT 1 FROM {table} WHERE federation_id = $1 LIMIT 1");
        Ok(tx.find(&sql, &values![federation], |_| Ok(()))?.is_some())
    };
    if any(tx, "unit_suffix")? || !any(tx, "unit_now")? {
        return Ok(());
    }
    let mut rows: BTreeSet<(String, Id)> = BTreeSet::new();
    for (unit, name) in names_of_all(tx, federation)? {
        rows.extend(keys_of(&name).into_iter().map(|key| (key, unit)));
    }
    let rows: Vec<Vec<Value<'static>>> =
        rows.into_iter().map(|(key, unit)| values![federation, key, unit].to_vec()).collect();
    Ok(tx.insert_many("unit_suffix", &["federation_id", "suffix", "unit_id"], &rows, "")?)
}

/// Every standing name and the code of every unit that is in the books.
pub(crate) fn names_of_all(tx: &mut Tx<'_>, federation: Id) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT n.unit_id, v.name FROM unit_now n
               JOIN unit_version v ON v.federation_id = n.federation_id AND v.unit_id = n.unit_id
               WHERE n.federation_id = $1 AND v.retracts IS NULL AND NOT EXISTS (
                   SELECT 1 FROM unit_version r WHERE r.federation_id = v.federation_id
                       AND r.unit_id = v.unit_id AND r.retracts = v.id)
               UNION SELECT n.unit_id, u.code FROM unit_now n
               JOIN unit u ON u.federation_id = n.federation_id AND u.id = n.unit_id
               WHERE n.federation_id = $1";
    Ok(tx.query(sql, &values![federation], |row| Ok((row.id(0)?, row.text(1)?.to_owned())))?)
}

/// Every key of the index, for the proof.
pub(crate) fn all_keys(tx: &mut Tx<'_>, federation: Id) -> Result<BTreeSet<(String, Id)>> {
    let sql = "SELECT suffix, unit_id FROM unit_suffix WHERE federation_id = $1";
    let mut keys = BTreeSet::new();
    tx.each(sql, &values![federation], |row| {
        keys.insert((row.text(0)?.to_owned(), row.id(1)?));
        Ok(())
    })?;
    Ok(keys)
}

/// The ids found for what was typed: where a name has the words side by side, else where it has all of them.
pub(super) fn find(tx: &mut Tx<'_>, federation: Id, typed: &str) -> Result<Vec<Id>> {
    let key: String = vietnamese::fold::fold(typed).chars().take(LETTERS).collect();
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = in_range(tx, federation, &key)?;
    let words: Vec<&str> = key.split(' ').take(ASKED_WORDS).collect();
    if words.len() > 1 && found.len() < LOOKED_AT as usize {
        let together = by_words(tx, federation, &words)?;
        let known: BTreeSet<Id> = found.iter().copied().collect();
        found.extend(together.into_iter().filter(|id| !known.contains(id)));
    }
    Ok(found)
}

fn in_range(tx: &mut Tx<'_>, federation: Id, key: &str) -> Result<Vec<Id>> {
    let sql = "SELECT unit_id FROM unit_suffix
               WHERE federation_id = $1 AND suffix >= $2 AND suffix < $3 ORDER BY suffix, unit_id LIMIT $4";
    let end = format!("{key}\u{10FFFF}");
    let rows = tx.query(sql, &values![federation, key, end, LOOKED_AT], |row| row.id(0))?;
    let mut seen = BTreeSet::new();
    Ok(rows.into_iter().filter(|id| seen.insert(*id)).collect())
}

/// Units whose present name holds every word, looked for by the rarest of them.
fn by_words(tx: &mut Tx<'_>, federation: Id, words: &[&str]) -> Result<Vec<Id>> {
    let mut rarest: Option<Vec<Id>> = None;
    for word in words {
        let ids = in_range(tx, federation, word)?;
        if rarest.as_ref().is_none_or(|known| ids.len() < known.len()) {
            rarest = Some(ids);
        }
    }
    let mut kept = Vec::new();
    chunked(&rarest.unwrap_or_default(), |list| {
        let sql = format!(
            "SELECT unit_id, search_key FROM unit_now WHERE federation_id = $1 AND unit_id IN ({list})"
        );
        tx.each(&sql, &values![federation], |row| {
            if begins_words(row.text(1)?, words) {
                kept.push(row.id(0)?);
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(kept)
}

/// Whether each of some words begins a word of a folded name.
fn begins_words(folded: &str, words: &[&str]) -> bool {
    let begun = |word: &&str| {
        folded.split([' ', '-', '(', '.', '/', '"']).any(|each| each.starts_with(*word))
    };
    words.iter().all(begun)
}

/// The rows of some units for lists, open ones first and then by name.
pub(super) fn rows(
    tx: &mut Tx<'_>,
    federation: Id,
    ids: &[Id],
    limit: usize,
) -> Result<Vec<UnitRow>> {
    let mut rows = Vec::new();
    chunked(ids, |list| {
        let sql = format!(
            "SELECT {} FROM unit_now n
             JOIN unit u ON u.federation_id = n.federation_id AND u.id = n.unit_id
             JOIN unit_path p ON p.federation_id = n.federation_id AND p.unit_id = n.unit_id
                 AND p.to_on = '9999-12-31'
             WHERE n.federation_id = $1 AND n.unit_id IN ({list})",
            row_columns("'9999-12-30'")
        );
        rows.extend(tx.query(&sql, &values![federation], unit_row)?);
        Ok(())
    })?;
    let key = |row: &UnitRow| {
        (row.ended_on.is_some(), vietnamese::fold::fold(&row.name), row.code.clone())
    };
    rows.sort_by_cached_key(key);
    rows.truncate(limit);
    Ok(rows)
}

/// For units that were found by a name they no longer bear: that name.
pub(super) fn old_names(
    tx: &mut Tx<'_>,
    federation: Id,
    rows: &mut [UnitRow],
    typed: &str,
) -> Result<()> {
    let key = vietnamese::fold::fold(typed);
    let words: Vec<&str> = key.split(' ').collect();
    let tells = |name: &str| {
        let folded = vietnamese::fold::fold(name);
        folded.contains(&key) || begins_words(&folded, &words)
    };
    for row in rows.iter_mut() {
        if tells(&row.name) || tells(&row.code) || tells(&row.code.replace('-', " ")) {
            continue;
        }
        let Some(unit) = Id::parse(&row.id) else { continue };
        let sql = "SELECT name FROM unit_version WHERE federation_id = $1 AND unit_id = $2
                   AND retracts IS NULL ORDER BY from_on DESC, id DESC";
        let names =
            tx.query(sql, &values![federation, unit], |name| Ok(name.text(0)?.to_owned()))?;
        row.formerly = names.into_iter().find(|name| tells(name));
    }
    Ok(())
}
