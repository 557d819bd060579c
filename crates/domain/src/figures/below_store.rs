//! The SQL of figures of many units at once, so that a list of them is not a list of questions.

use std::collections::{HashMap, HashSet};

use db::{Row, Tx, values};
use kernel::{Id, Period};
use ledger::Account;
use ledger::views::{Sum, Sums};

use super::store::{STOCKS, class, own, own_of_one_class, parts};
use crate::books::{chunked, read_paths};
use crate::{Error, Result};

/// The sums of each of some units: of those that manage others from their roll-ups, of the others from their postings.
pub(crate) fn sums(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    period: Period,
) -> Result<HashMap<Id, Sums>> {
    let mut scopes: HashSet<Id> = HashSet::new();
    chunked(units, |list| {
        let sql =
            format!("SELECT unit_id FROM scope WHERE federation_id = $1 AND unit_id IN ({list})");
        scopes.extend(tx.query(&sql, &values![federation], |row| row.id(0))?);
        Ok(())
    })?;
    let (managing, plain): (Vec<Id>, Vec<Id>) =
        units.iter().copied().partition(|unit| scopes.contains(unit));
    let mut sums = rolled(tx, federation, &managing, period)?;
    sums.extend(owned(tx, federation, &plain, period)?);
    Ok(sums)
}

fn rolled(
    tx: &mut Tx<'_>,
    federation: Id,
    scopes: &[Id],
    period: Period,
) -> Result<HashMap<Id, Sums>> {
    let mut sums: HashMap<Id, Sums> = HashMap::new();
    let months = (period.from.month().number(), period.to.month().number());
    chunked(scopes, |list| {
        let sql = format!(
            "SELECT scope_id, account, block, kind, CAST(SUM(CASE WHEN month < $2 THEN quantity ELSE 0 END) AS BIGINT),
                 CAST(SUM(CASE WHEN month >= $2 THEN quantity ELSE 0 END) AS BIGINT)
             FROM rollup WHERE federation_id = $1 AND scope_id IN ({list}) AND month < $3
               AND (month >= $2 OR account IN ({STOCKS}))
             GROUP BY scope_id, account, block, kind"
        );
        tx.each(&sql, &values![federation, months.0, months.1.max(months.0)], |row| {
            let key = (Account(row.int(1)? as i32), class(row, 2)?);
            let sum = Sum { before: row.int(4)?, during: row.int(5)? };
            sums.entry(row.id(0)?).or_default().add_sum(key, sum);
            Ok(())
        })
        .map_err(Error::from)
    })?;
    for (days, before, during) in parts(period) {
        part(tx, federation, scopes, days, |scope, key, quantity| {
            let sum = Sum { before: before * quantity, during: during * quantity };
            sums.entry(scope).or_default().add_sum(key, sum);
        })?;
    }
    Ok(sums)
}

/// What each of some scopes sees on the days of a part of a month, along its own paths.
fn part(
    tx: &mut Tx<'_>,
    federation: Id,
    scopes: &[Id],
    days: Period,
    mut take: impl FnMut(Id, (Account, ledger::Class), i64),
) -> Result<()> {
    let last = days.last();
    chunked(scopes, |list| {
        let sql = format!(
            "SELECT c.unit_id, p.account, u.block, u.kind, ou.block, ou.kind, CAST(SUM(p.quantity) AS BIGINT)
             FROM unit_path c CROSS JOIN unit_path u
             JOIN posting p ON p.federation_id = u.federation_id AND p.unit_id = u.unit_id
                 AND p.on_day >= $2 AND p.on_day <= $3 AND p.on_day >= u.from_on AND p.on_day < u.to_on
                 AND p.on_day >= c.from_on AND p.on_day < c.to_on
             LEFT JOIN unit_path ou ON ou.federation_id = p.federation_id AND ou.unit_id = p.other_id
                 AND ou.from_on <= p.on_day AND ou.to_on > p.on_day AND ou.path >= c.path AND ou.path < {END}
             WHERE c.federation_id = $1 AND c.unit_id IN ({list}) AND c.from_on <= $3 AND c.to_on > $2
               AND u.federation_id = $1 AND u.path >= c.path AND u.path < {END} AND u.from_on <= $3 AND u.to_on > $2
             GROUP BY c.unit_id, p.account, u.block, u.kind, ou.block, ou.kind"
        );
        tx.each(&sql, &values![federation, days.from, last], |row: &Row<'_>| {
            let (account, home) = (Account(row.int(1)? as i32), class(row, 2)?);
            let inside = row.opt_text(4)?.is_some().then(|| class(row, 4)).transpose()?;
            if let Some(seen) = ledger::effect::seen_as(account, home, inside) {
                take(row.id(0)?, (seen, home), row.int(6)?);
            }
            Ok(())
        })?;
        let sql = format!(
            "SELECT scope_id, account, block, kind, quantity FROM bridge
             WHERE federation_id = $1 AND scope_id IN ({list}) AND on_day >= $2 AND on_day <= $3"
        );
        tx.each(&sql, &values![federation, days.from, last], |row| {
            take(row.id(0)?, (Account(row.int(1)? as i32), class(row, 2)?), row.int(4)?);
            Ok(())
        })
        .map_err(Error::from)
    })
}

/// The end of the range of paths under `c`, as `end_of_range` makes it.
const END: &str = "(SUBSTR(c.path, 1, LENGTH(c.path) - 1) || '0')";

/// Units that manage none; those whose class changed are folded along their paths, one by one.
fn owned(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    period: Period,
) -> Result<HashMap<Id, Sums>> {
    let mut sums: HashMap<Id, Sums> = HashMap::new();
    let paths = read_paths(tx, federation, units)?;
    let mut columns = HashMap::new();
    for (unit, path) in &paths {
        let Some(column) = path.first().map(|stretch| stretch.class) else { continue };
        if path.iter().all(|stretch| stretch.class == column) {
            columns.insert(*unit, column);
        } else {
            sums.insert(*unit, own(tx, federation, *unit, period)?);
        }
    }
    let single: Vec<Id> = columns.keys().copied().collect();
    own_of_one_class(tx, federation, &single, period, |unit, account, sum| {
        if let Some(column) = columns.get(&unit) {
            sums.entry(unit).or_default().add_sum((account, *column), sum);
        }
    })?;
    Ok(sums)
}
