//! The SQL of parts of months: what one or more scopes see on some days that no roll-up tells apart.
//!
//! What manages managing units keeps a roll-up by the day. Of others two ways give the same rows: unit by unit, which
//! costs a search for each unit, and by the days, which costs what happened on them anywhere in the books. The one that
//! costs less is taken.

use std::collections::{HashMap, HashSet};

use db::{Row, Tx, values};
use kernel::{Id, Period};
use ledger::{Account, Class};

use super::store::{class, prefixes};
use crate::Result;
use crate::books::{chunked, end_of_range};

/// Units up to which a scope is read unit by unit without asking further. Tests take both ways.
const FEW_UNITS: i64 = if cfg!(test) { 2 } else { 200 };
/// Units that are counted at most: of more than these the days are read.
const MANY_UNITS: i64 = 50_000;
/// Postings of the whole books on those days that cost as much as the search for one unit.
const POSTINGS_A_UNIT: i64 = 3;

/// What is seen of a scope: account, class, quantity.
type Seen = ((Account, Class), i64);

/// What a scope sees on some days: postings of units under it, transfers inside left out, bridges.
pub(super) fn of_scope(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    days: Period,
) -> Result<Vec<Seen>> {
    let mut found = Vec::new();
    if by_day(tx, federation, &[scope])?.contains(&scope) {
        kept_by_day(tx, federation, &[scope], days, |_, key, quantity| {
            found.push((key, quantity))
        })?;
        return Ok(found);
    }
    for prefix in prefixes(tx, federation, scope, days)? {
        let range = (prefix.as_str(), end_of_range(&prefix));
        let tables = shorter_way(tx, federation, (range.0, &range.1), days)?;
        let sql = format!(
            "SELECT p.account, u.block, u.kind, ou.block, ou.kind, CAST(SUM(p.quantity) AS BIGINT)
             FROM {tables}
             LEFT JOIN unit_path ou ON ou.federation_id = p.federation_id AND ou.unit_id = p.other_id
                 AND ou.from_on <= p.on_day AND ou.to_on > p.on_day AND ou.path >= $2 AND ou.path < $3
             WHERE u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on <= $5 AND u.to_on > $4
                 AND p.federation_id = $1 AND p.unit_id = u.unit_id AND p.on_day >= $4 AND p.on_day <= $5
                 AND p.on_day >= u.from_on AND p.on_day < u.to_on
             GROUP BY p.account, u.block, u.kind, ou.block, ou.kind"
        );
        let values = values![federation, range.0, range.1, days.from, days.last()];
        tx.each(&sql, &values, |row| {
            let (account, home) = (Account(row.int(0)? as i32), class(row, 1)?);
            let inside = row.opt_text(3)?.is_some().then(|| class(row, 3)).transpose()?;
            if let Some(seen) = ledger::effect::seen_as(account, home, inside) {
                found.push(((seen, home), row.int(5)?));
            }
            Ok(())
        })?;
    }
    bridges(tx, federation, &[scope], days, |_, key, quantity| found.push((key, quantity)))?;
    Ok(found)
}

/// Those of some scopes that keep a roll-up by the day.
fn by_day(tx: &mut Tx<'_>, federation: Id, scopes: &[Id]) -> Result<HashSet<Id>> {
    let mut found = HashSet::new();
    chunked(scopes, |list| {
        let sql = format!(
            "SELECT unit_id FROM day_scope WHERE federation_id = $1 AND unit_id IN ({list})"
        );
        found.extend(tx.query(&sql, &values![federation], |row| row.id(0))?);
        Ok::<_, crate::Error>(())
    })?;
    Ok(found)
}

/// What such scopes see on some days, bridges among it.
fn kept_by_day(
    tx: &mut Tx<'_>,
    federation: Id,
    scopes: &[Id],
    days: Period,
    mut take: impl FnMut(Id, (Account, Class), i64),
) -> Result<()> {
    chunked(scopes, |list| {
        let sql = format!(
            "SELECT scope_id, account, block, kind, CAST(SUM(quantity) AS BIGINT) FROM rollup_day
             WHERE federation_id = $1 AND scope_id IN ({list}) AND on_day >= $2 AND on_day <= $3
             GROUP BY scope_id, account, block, kind"
        );
        tx.each(&sql, &values![federation, days.from, days.last()], |row| {
            take(row.id(0)?, (Account(row.int(1)? as i32), class(row, 2)?), row.int(4)?);
            Ok(())
        })
        .map_err(crate::Error::from)
    })
}

/// The tables in the order in which they are read: by the units of a range of paths, or by the days.
fn shorter_way(
    tx: &mut Tx<'_>,
    federation: Id,
    (from, to): (&str, &str),
    days: Period,
) -> Result<&'static str> {
    const BY_UNITS: &str = "unit_path u CROSS JOIN posting p";
    const BY_DAYS: &str = "posting p CROSS JOIN unit_path u";
    let sql = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM unit_path
               WHERE federation_id = $1 AND path >= $2 AND path < $3 LIMIT $4) c";
    let values = values![federation, from, to, MANY_UNITS + 1];
    let units = tx.find(sql, &values, |row| row.int(0))?.unwrap_or(0);
    if units <= FEW_UNITS {
        return Ok(BY_UNITS);
    }
    let enough = units.min(MANY_UNITS) * POSTINGS_A_UNIT;
    let sql = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM posting
               WHERE federation_id = $1 AND on_day >= $2 AND on_day <= $3 LIMIT $4) c";
    let values = values![federation, days.from, days.last(), enough + 1];
    let postings = tx.find(sql, &values, |row| row.int(0))?.unwrap_or(0);
    Ok(if units <= MANY_UNITS && postings > enough { BY_UNITS } else { BY_DAYS })
}

/// The same of each of some scopes.
pub(super) fn of_scopes(
    tx: &mut Tx<'_>,
    federation: Id,
    scopes: &[Id],
    days: Period,
    mut take: impl FnMut(Id, (Account, Class), i64),
) -> Result<()> {
    let by_day = by_day(tx, federation, scopes)?;
    let (kept, scopes): (Vec<Id>, Vec<Id>) =
        scopes.iter().copied().partition(|scope| by_day.contains(scope));
    kept_by_day(tx, federation, &kept, days, &mut take)?;
    let scopes = &scopes[..];
    let paths = paths_of(tx, federation, scopes, days)?;
    let (low, high) = (paths.keys().min(), paths.keys().map(|path| end_of_range(path)).max());
    if let (Some(low), Some(high)) = (low, high) {
        let range = (low.as_str(), high.as_str());
        let tables = shorter_way(tx, federation, range, days)?;
        let sql = format!(
            "SELECT p.account, u.block, u.kind, o.block, o.kind, p.quantity, u.path, o.path
             FROM {tables}
             LEFT JOIN unit_path o ON o.federation_id = p.federation_id AND o.unit_id = p.other_id
                 AND o.from_on <= p.on_day AND o.to_on > p.on_day
             WHERE u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on <= $5 AND u.to_on > $4
                 AND p.federation_id = $1 AND p.unit_id = u.unit_id AND p.on_day >= $4 AND p.on_day <= $5
                 AND p.on_day >= u.from_on AND p.on_day < u.to_on"
        );
        let values = values![federation, range.0, range.1, days.from, days.last()];
        tx.each(&sql, &values, |row| {
            let (account, home) = (Account(row.int(0)? as i32), class(row, 1)?);
            let (path, other) = (row.text(6)?, row.opt_text(7)?);
            let other_class = if other.is_some() { Some(class(row, 3)?) } else { None };
            let quantity = row.int(5)?;
            for above in starts(path) {
                let Some(scope) = paths.get(above) else { continue };
                let inside = other_class.filter(|_| other.is_some_and(|o| o.starts_with(above)));
                if let Some(seen) = ledger::effect::seen_as(account, home, inside) {
                    take(*scope, (seen, home), quantity);
                }
            }
            Ok(())
        })?;
    }
    bridges(tx, federation, scopes, days, take)
}

/// The paths some units had on some days. A path tells all managers above, so whatever begins with one on a day stands
/// under its unit on that day.
fn paths_of(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    days: Period,
) -> Result<HashMap<String, Id>> {
    let mut paths = HashMap::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT path, unit_id FROM unit_path
             WHERE federation_id = $1 AND unit_id IN ({list}) AND from_on <= $2 AND to_on > $3"
        );
        let row = |row: &Row<'_>| Ok((row.text(0)?.to_owned(), row.id(1)?));
        paths.extend(tx.query(&sql, &values![federation, days.last(), days.from], row)?);
        Ok::<_, crate::Error>(())
    })?;
    Ok(paths)
}

/// The paths of a path's own unit and of all above it.
fn starts(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(place, _)| &path[..=place])
}

fn bridges(
    tx: &mut Tx<'_>,
    federation: Id,
    scopes: &[Id],
    days: Period,
    mut take: impl FnMut(Id, (Account, Class), i64),
) -> Result<()> {
    chunked(scopes, |list| {
        let sql = format!(
            "SELECT scope_id, account, block, kind, quantity FROM bridge
             WHERE federation_id = $1 AND scope_id IN ({list}) AND on_day >= $2 AND on_day <= $3"
        );
        tx.each(&sql, &values![federation, days.from, days.last()], |row| {
            take(row.id(0)?, (Account(row.int(1)? as i32), class(row, 2)?), row.int(4)?);
            Ok(())
        })
        .map_err(crate::Error::from)
    })
}
