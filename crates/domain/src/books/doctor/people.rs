//! The list of people and their sealed fields against the facts.

use std::collections::{BTreeMap, BTreeSet};

use db::{Row, Tx, values};
use kernel::Id;

use super::Report;
use super::projections::tell;
use super::tally::Tally;
use crate::people::{search_keys, wrong_pair};
use crate::{App, Result};

/// What the latest fact tells of a person.
struct Told {
    name: String,
    sex: Option<String>,
    birth: Option<String>,
    commitment: Option<String>,
    withdrawn: bool,
    merged: bool,
}

type Latest = BTreeMap<Id, Told>;

/// People looked at together: some thirty megabytes.
const SLICE: i64 = if cfg!(test) { 2 } else { 100_000 };

/// People from an id to below another.
type Slice = (i64, i64);

const ALL: Slice = (i64::MIN, i64::MAX);

pub(super) fn examine(tx: &mut Tx<'_>, app: &App, report: &mut Report) -> Result<()> {
    let mut keys = Tally::default();
    let mut from = ALL.0;
    loop {
        let end = end_of_slice(tx, app, from)?;
        let slice = (from, end.unwrap_or(ALL.1));
        let latest = latest(tx, app, slice)?;
        lists(tx, app, slice, &latest, report)?;
        secrets(tx, app, slice, &latest, report)?;
        for (id, told) in latest.iter().filter(|(_, told)| !told.withdrawn) {
            search_keys(&told.name).iter().for_each(|key| keys.add(&(id.0, key)));
        }
        let Some(end) = end else { break };
        from = end;
    }
    if kept_keys(tx, app)? != keys {
        let latest = latest(tx, app, ALL)?;
        names(tx, app, &latest, report)?;
    }
    if let Some((person, other)) = wrong_pair(tx, app.federation)? {
        let what = format!("Cặp nghi trùng với hồ sơ {other} thiếu hoặc thừa");
        tell(report, "pairs", "suspect_pair", person.to_string(), what);
    }
    Ok(())
}

/// The id at which the slice after this one begins; none for the last.
fn end_of_slice(tx: &mut Tx<'_>, app: &App, from: i64) -> Result<Option<i64>> {
    let sql = "SELECT person_id FROM person_fact WHERE federation_id = $1 AND person_id >= $2
               ORDER BY person_id LIMIT 1 OFFSET $3";
    let end = tx.find(sql, &values![app.federation, from, SLICE], |row| row.int(0))?;
    // Somebody with more facts than a slice takes is looked at whole.
    Ok(end.map(|end| end.max(from.saturating_add(1))))
}

/// The search keys as they are kept.
fn kept_keys(tx: &mut Tx<'_>, app: &App) -> Result<Tally> {
    let mut keys = Tally::default();
    let sql = "SELECT person_id, suffix FROM name_suffix WHERE federation_id = $1";
    tx.each(sql, &values![app.federation], |row| {
        keys.add(&(row.int(0)?, row.text(1)?));
        Ok(())
    })?;
    Ok(keys)
}

fn owned(row: &Row<'_>, column: usize) -> Result<Option<String>, db::DbError> {
    Ok(row.opt_text(column)?.map(str::to_owned))
}

fn latest(tx: &mut Tx<'_>, app: &App, (from, to): Slice) -> Result<Latest> {
    let mut latest = Latest::new();
    let sql =
        "SELECT person_id, name, sex, birth, commitment, withdrawn, merged_into FROM person_fact
               WHERE federation_id = $1 AND person_id >= $2 AND person_id < $3 ORDER BY person_id, id";
    tx.each(sql, &values![app.federation, from, to], |row| {
        let told = Told {
            name: row.text(1)?.to_owned(),
            sex: owned(row, 2)?,
            birth: owned(row, 3)?,
            commitment: owned(row, 4)?,
            withdrawn: row.int(5)? != 0,
            merged: row.opt_int(6)?.is_some(),
        };
        latest.insert(row.id(0)?, told);
        Ok(())
    })?;
    Ok(latest)
}

fn lists(
    tx: &mut Tx<'_>,
    app: &App,
    (from, to): Slice,
    latest: &Latest,
    report: &mut Report,
) -> Result<()> {
    let standing = latest.iter().filter(|(_, told)| !told.withdrawn);
    let mut missing: BTreeSet<Id> = standing.map(|(id, _)| *id).collect();
    let sql = "SELECT id, name, sex, birth, match_key, sort_key FROM person
               WHERE federation_id = $1 AND id >= $2 AND id < $3 ORDER BY id";
    tx.each(sql, &values![app.federation, from, to], |row| {
        let id = row.id(0)?;
        let stands = missing.remove(&id);
        let kept = (row.text(1)?, row.opt_text(2)?, row.opt_text(3)?);
        let agrees = latest.get(&id).is_some_and(|told| {
            kept == (told.name.as_str(), told.sex.as_deref(), told.birth.as_deref())
        });
        let keys = row.text(4)? == vietnamese::fold::match_key(kept.0)
            && row.opt_bytes(5)? == Some(&vietnamese::name::sort_key(kept.0)[..]);
        if !(stands && agrees && keys) {
            let what = "Danh sách người không khớp hồ sơ đã ghi".to_owned();
            tell(report, "people", "person", id.to_string(), what);
        }
        Ok(())
    })?;
    if let Some(id) = missing.first() {
        let what = "Hồ sơ có trong sổ mà không có trong danh sách người".to_owned();
        tell(report, "people", "person", id.to_string(), what);
    }
    Ok(())
}

/// Every search key is one of the person's name, and each person has as many as the name makes.
fn names(tx: &mut Tx<'_>, app: &App, latest: &Latest, report: &mut Report) -> Result<()> {
    let mut seen: BTreeMap<Id, usize> = BTreeMap::new();
    let mut stray: Option<(Id, String)> = None;
    let keys_of = |id: &Id| {
        let told = latest.get(id).filter(|told| !told.withdrawn);
        told.map(|told| search_keys(&told.name)).unwrap_or_default()
    };
    let sql = "SELECT person_id, suffix FROM name_suffix WHERE federation_id = $1";
    tx.each(sql, &values![app.federation], |row| {
        let (id, suffix) = (row.id(0)?, row.text(1)?);
        if keys_of(&id).iter().any(|key| key == suffix) {
            *seen.entry(id).or_default() += 1;
        } else if stray.as_ref().is_none_or(|(first, _)| id < *first) {
            stray = Some((id, suffix.to_owned()));
        }
        Ok(())
    })?;
    if let Some((id, suffix)) = stray {
        let what = format!("Từ tìm “{suffix}” không thuộc tên người này");
        tell(report, "names", "name_suffix", id.to_string(), what);
    }
    let short = |id: &&Id| keys_of(id).len() != seen.get(*id).copied().unwrap_or(0);
    if let Some(id) = latest.keys().find(short) {
        let what = "Thiếu từ để tìm tên người này".to_owned();
        tell(report, "names", "name_suffix", id.to_string(), what);
    }
    Ok(())
}

/// A row emptied by lawful erasure has nothing left to compare, but it stands; a row that is gone was taken.
fn secrets(
    tx: &mut Tx<'_>,
    app: &App,
    (from, to): Slice,
    latest: &Latest,
    report: &mut Report,
) -> Result<()> {
    // Who was withdrawn and not merged never should have been here, and left nothing to open.
    let committed = latest
        .iter()
        .filter(|(_, told)| told.commitment.is_some() && (!told.withdrawn || told.merged));
    let mut missing: BTreeSet<Id> = committed.map(|(id, _)| *id).collect();
    let sql = "SELECT person_id, cccd_index, sealed FROM person_secret
               WHERE federation_id = $1 AND person_id >= $2 AND person_id < $3 ORDER BY person_id";
    tx.each(sql, &values![app.federation, from, to], |row| {
        let id = row.id(0)?;
        let expected = missing.remove(&id);
        let commitment = latest.get(&id).and_then(|told| told.commitment.as_deref());
        let opened = row.opt_bytes(2)?.map(|sealed| app.keys.open(sealed));
        let agrees = match opened {
            Some(Ok((fields, found))) => {
                let index = fields.cccd.as_deref().map(|number| app.keys.index_of(number));
                commitment == Some(found.as_str()) && row.opt_bytes(1)? == index.as_deref()
            }
            Some(Err(_)) => false,
            None => row.opt_bytes(1)?.is_none(),
        };
        if !(expected && agrees) {
            let what = "Dữ liệu niêm phong không khớp cam kết trong sổ".to_owned();
            tell(report, "secrets", "person_secret", id.to_string(), what);
        }
        Ok(())
    })?;
    if let Some(id) = missing.first() {
        let what = "Sổ có cam kết mà dữ liệu niêm phong không còn".to_owned();
        tell(report, "secrets", "person_secret", id.to_string(), what);
    }
    Ok(())
}
