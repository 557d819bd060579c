//! The SQL of figures: roll-ups, bridges, and a unit's own postings.

use db::{Row, Tx, values};
use kernel::{Block, Day, Id, Month, Period, UnitKind};
use ledger::views::{self, Paths, Sum, Sums};
use ledger::{Account, Class, Posting};

use super::part_store;
use crate::books::{chunked, end_of_range, read_paths};
use crate::{Error, Result};

/// The stock accounts and their facets: only of these is what lies before the period asked.
pub(super) const STOCKS: &str = "100, 1100, 200";

pub(super) fn class(row: &Row<'_>, column: usize) -> Result<Class, db::DbError> {
    Ok(Class {
        block: Block::from_code(row.text(column)?).unwrap_or(Block::Other),
        kind: UnitKind::from_code(row.text(column + 1)?).unwrap_or(UnitKind::Grassroots),
    })
}

/// Whether a unit keeps a roll-up.
pub(super) fn keeps_rollup(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<bool> {
    let sql = "SELECT 1 FROM scope WHERE federation_id = $1 AND unit_id = $2";
    Ok(tx.find(sql, &values![federation, unit], |_| Ok(()))?.is_some())
}

/// The sums of a scope from its roll-up: whole months from the roll-up, parts of months from the ledger.
pub(super) fn rolled(tx: &mut Tx<'_>, federation: Id, scope: Id, period: Period) -> Result<Sums> {
    let mut sums = Sums::default();
    let Cut { first, last, parts } = cut(period);
    let mut take = |row: &Row<'_>, is_before: bool| {
        let key = (Account(row.int(0)? as i32), class(row, 1)?);
        let quantity = row.int(3)?;
        let (before, during) = if is_before { (quantity, 0) } else { (0, quantity) };
        sums.add_sum(key, Sum { before, during });
        Ok(())
    };
    let sql = format!(
        "SELECT account, block, kind, CAST(SUM(quantity) AS BIGINT) FROM rollup
         WHERE federation_id = $1 AND scope_id = $2 AND account IN ({STOCKS}) AND month < $3
         GROUP BY account, block, kind"
    );
    tx.each(&sql, &values![federation, scope, first.number()], |row| take(row, true))?;
    let sql = "SELECT account, block, kind, CAST(SUM(quantity) AS BIGINT) FROM rollup
         WHERE federation_id = $1 AND scope_id = $2 AND month >= $3 AND month < $4
         GROUP BY account, block, kind";
    tx.each(sql, &values![federation, scope, first.number(), last.number()], |row| {
        take(row, false)
    })?;
    for (days, before, during) in parts {
        for (key, quantity) in part_store::of_scope(tx, federation, scope, days)? {
            sums.add_sum(key, Sum { before: before * quantity, during: during * quantity });
        }
    }
    Ok(sums)
}

/// A period as whole months and some days.
pub(super) struct Cut {
    /// The first month that counts.
    pub(super) first: Month,
    /// The first month after.
    pub(super) last: Month,
    /// Days by which those months miss the period, and how what happened on them counts before it and in it.
    pub(super) parts: Vec<(Period, i64, i64)>,
}

/// Cuts a period. Where it begins or ends within a month, the shorter part of that month is read by the day: what is before
/// the cut, or what is after it.
pub(super) fn cut(period: Period) -> Cut {
    let parts_of = |day: Day| {
        let (first, next) = (day.month().first_day(), day.month().next().first_day());
        (Period { from: first, to: day }, Period { from: day, to: next })
    };
    let length = |part: Period| part.to.since(part.from);
    let (mut first, mut last) = (period.from.month(), period.to.month());
    let (lead, after) = parts_of(period.from);
    // The lead was counted with the months or with the tail, whichever covers it; it lies before the period.
    let mut parts = if length(lead) <= length(after) {
        vec![(lead, 1, -1)]
    } else {
        first = first.next();
        vec![(after, -1, 1)]
    };
    let (tail, rest) = parts_of(period.to);
    parts.push(if length(tail) <= length(rest) {
        (tail, 0, 1)
    } else {
        last = last.next();
        (rest, 0, -1)
    });
    parts.retain(|(days, _, _)| days.from < days.to);
    Cut { first, last, parts }
}

/// The paths a scope had on some days: everything under it has a path that begins with one of them.
pub(super) fn prefixes(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    days: Period,
) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT path FROM unit_path
               WHERE federation_id = $1 AND unit_id = $2 AND from_on < $3 AND to_on > $4";
    let values = values![federation, scope, days.to, days.from];
    Ok(tx.query(sql, &values, |row| Ok(row.text(0)?.to_owned()))?)
}

/// The sums of a grassroots unit from its own postings; along its path where its class changed.
pub(super) fn own(tx: &mut Tx<'_>, federation: Id, unit: Id, period: Period) -> Result<Sums> {
    let path = read_paths(tx, federation, &[unit])?.remove(&unit).unwrap_or_default();
    let Some(column) = path.first().map(|stretch| stretch.class) else {
        return Ok(Sums::default());
    };
    if path.iter().any(|stretch| stretch.class != column) {
        let postings = postings(tx, federation, &[unit], period, i64::MAX)?;
        return Ok(views::was(&postings, &Paths::from([(unit, path)]), unit, period));
    }
    let mut sums = Sums::default();
    own_of_one_class(tx, federation, &[unit], period, |_, account, sum| {
        sums.add_sum((account, column), sum);
    })?;
    Ok(sums)
}

/// The sums of some units from their own postings, by account.
pub(super) fn own_of_one_class(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    period: Period,
    mut take: impl FnMut(Id, Account, Sum),
) -> Result<()> {
    chunked(units, |list| {
        let sql = format!(
            "SELECT unit_id, account, CASE WHEN on_day < $2 THEN 1 ELSE 0 END, CAST(SUM(quantity) AS BIGINT)
             FROM posting WHERE federation_id = $1 AND unit_id IN ({list}) AND on_day < $3
             GROUP BY unit_id, account, CASE WHEN on_day < $2 THEN 1 ELSE 0 END"
        );
        tx.each(&sql, &values![federation, period.from, period.to], |row| {
            let quantity = row.int(3)?;
            let (before, during) = if row.int(2)? == 1 { (quantity, 0) } else { (0, quantity) };
            take(row.id(0)?, Account(row.int(1)? as i32), Sum { before, during });
            Ok(())
        })
        .map_err(Error::from)
    })
}

/// The last batch recorded up to a moment.
pub(super) fn batch_known_at(tx: &mut Tx<'_>, federation: Id, at: kernel::Instant) -> Result<i64> {
    let sql = "SELECT number FROM batch WHERE federation_id = $1 AND recorded_at <= $2
               ORDER BY recorded_at DESC, number DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, at.0], |row| row.int(0))?.unwrap_or(0))
}

/// The units that ever stood under a scope, by the paths of today's knowledge.
pub(super) fn ever_under(tx: &mut Tx<'_>, federation: Id, scope: Id) -> Result<Vec<Id>> {
    let sql = "SELECT DISTINCT path FROM unit_path WHERE federation_id = $1 AND unit_id = $2";
    let own = tx.query(sql, &values![federation, scope], |row| Ok(row.text(0)?.to_owned()))?;
    let mut units = Vec::new();
    for path in own {
        let sql =
            "SELECT unit_id FROM unit_path WHERE federation_id = $1 AND path >= $2 AND path < $3";
        let values = values![federation, &path, end_of_range(&path)];
        units.extend(tx.query(sql, &values, |row| row.id(0))?);
    }
    units.sort_unstable();
    units.dedup();
    Ok(units)
}

/// A target: its value and the period it was set for.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) indicator: String,
    pub(super) period: Period,
    pub(super) value: Option<i64>,
}

/// The targets of a unit whose periods hold a period, latest decision last, known up to a batch.
pub(super) fn targets(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    period: Period,
    known_to: i64,
) -> Result<Vec<Target>> {
    let sql = "SELECT indicator, from_on, to_on, value FROM target
               WHERE federation_id = $1 AND unit_id = $2 AND from_on <= $3 AND to_on >= $4 AND batch <= $5
               ORDER BY id";
    let values = values![federation, unit, period.from, period.to, known_to];
    Ok(tx.query(sql, &values, |row| {
        let period = Period { from: row.day(1)?, to: row.day(2)? };
        Ok(Target { indicator: row.text(0)?.to_owned(), period, value: row.opt_int(3)? })
    })?)
}

/// One account of a scope month by month.
pub(super) fn by_month(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    account: Account,
    months: (i32, i32),
) -> Result<Vec<(i32, i64)>> {
    let sql = "SELECT month, CAST(SUM(quantity) AS BIGINT) FROM rollup
               WHERE federation_id = $1 AND scope_id = $2 AND account = $3 AND month >= $4 AND month < $5
               GROUP BY month ORDER BY month";
    let values = values![federation, scope, account.0, months.0, months.1];
    Ok(tx.query(sql, &values, |row| Ok((row.int(0)? as i32, row.int(1)?)))?)
}

/// The head of the chain: number, seq, instant, hash.
pub(super) fn head(tx: &mut Tx<'_>, federation: Id) -> Result<(i64, i64, i64, String)> {
    let sql = "SELECT number, seq, recorded_at, hash FROM chain_head WHERE federation_id = $1";
    let head = tx.find(sql, &values![federation], |row| {
        Ok((row.int(0)?, row.int(1)?, row.int(2)?, row.text(3)?.to_owned()))
    })?;
    head.ok_or_else(|| Error::Broken("không có đầu chuỗi sổ".to_owned()))
}

/// A unit as it is told to the reader: id, name, first day, the day it ended.
pub(super) type NameRow = (Id, String, Day, Option<Day>);

/// The names and days of units, for explaining why they were left out.
pub(super) fn names(tx: &mut Tx<'_>, federation: Id, units: &[Id]) -> Result<Vec<NameRow>> {
    let mut found = Vec::new();
    crate::books::chunked(units, |list| {
        let sql = format!(
            "SELECT unit_id, name, opened_on, ended_on FROM unit_now WHERE federation_id = $1 AND unit_id IN ({list})"
        );
        found.extend(tx.query(&sql, &values![federation], |row| {
            Ok((row.id(0)?, row.text(1)?.to_owned(), row.day(2)?, row.opt_day(3)?))
        })?);
        Ok(())
    })?;
    Ok(found)
}

/// The postings of some units up to the end of a period, summed by unit, account, other end and day.
pub(super) fn postings(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    period: Period,
    known_to: i64,
) -> Result<Vec<Posting>> {
    let mut found = Vec::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT account, unit_id, other_id, on_day, CAST(SUM(quantity) AS BIGINT) FROM posting
             WHERE federation_id = $1 AND on_day < $2 AND batch <= $3 AND unit_id IN ({list})
             GROUP BY account, unit_id, other_id, on_day"
        );
        tx.each(&sql, &values![federation, period.to, known_to], |row| {
            found.push(Posting {
                account: Account(row.int(0)? as i32),
                unit: row.id(1)?,
                other: row.opt_id(2)?,
                on: row.day(3)?,
                quantity: row.int(4)?,
            });
            Ok(())
        })
        .map_err(Error::from)
    })?;
    Ok(found)
}
