//! The SQL of figures of many units at once, so that a list of them is not a list of questions.

use std::collections::{HashMap, HashSet};

use db::{Tx, values};
use kernel::{Id, Period};
use ledger::Account;
use ledger::views::{Sum, Sums};

use super::part_store;
use super::store::{Cut, STOCKS, class, cut, own, own_of_one_class};
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
    let Cut { first, last, parts } = cut(period);
    let months = (first.number(), last.number());
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
    for (days, before, during) in parts {
        part_store::of_scopes(tx, federation, scopes, days, |scope, key, quantity| {
            let sum = Sum { before: before * quantity, during: during * quantity };
            sums.entry(scope).or_default().add_sum(key, sum);
        })?;
    }
    Ok(sums)
}

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
