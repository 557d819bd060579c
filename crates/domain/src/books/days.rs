//! Roll-ups by the day, of units that manage others that manage others.
//!
//! Such a unit sees thousands of unions, so the part of a month that a period cuts cannot be read union by union in the
//! time of a page. It keeps what it sees by the day as well as by the month: a few rows for each of its days, however
//! many postings there were. Whoever stands lower is read by its units.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use db::{Row, Tx, Value, values};
use kernel::{Day, Id};
use ledger::effect::{self, Effect};
use ledger::{Account, Class, Posting, Stretch};

use super::batch::Batch;
use super::paths;
use crate::Result;

/// A row of such a roll-up: scope, day, account, column.
pub(super) type DayKey = (Id, Day, Account, Class);

impl Batch<'_, '_> {
    /// Makes sure that this batch knows which units keep a roll-up by the day: there are few, so they are read at once.
    pub(super) fn know_day_scopes(&mut self) -> Result<()> {
        if self.day_scopes.is_none() {
            self.day_scopes = Some(scopes(self.tx, self.app.federation)?);
        }
        Ok(())
    }

    /// Adds an effect to the roll-up by the day of its scope, if the scope keeps one.
    pub(super) fn add_to_day(&mut self, effect: &Effect, sign: i64) {
        let Effect { scope, account, class, on, quantity, .. } = *effect;
        if self.day_scopes.as_ref().is_some_and(|scopes| scopes.contains(&scope)) {
            *self.rollup_days.entry((scope, on, account, class)).or_default() += sign * quantity;
        }
    }

    /// A unit that manages a managing unit for the first time starts its roll-up by the day with what it saw so far.
    pub(super) fn keep_days_of_uppers(&mut self, after: &HashMap<Id, Vec<Stretch>>) -> Result<()> {
        self.know_day_scopes()?;
        let uppers: HashSet<Id> = after
            .values()
            .flatten()
            .flat_map(|stretch| stretch.chain.iter().skip(2).copied())
            .collect();
        let known = self.day_scopes.get_or_insert_default();
        let mut new: Vec<Id> = uppers.into_iter().filter(|unit| known.insert(*unit)).collect();
        new.sort_unstable();
        let federation = self.app.federation;
        for upper in new {
            let sql = "INSERT INTO day_scope (federation_id, unit_id) VALUES ($1, $2)";
            self.tx.execute(sql, &values![federation, upper])?;
            // One that managed nobody starts both roll-ups together.
            if self.keeps_rollup(upper)? {
                self.start_days(upper)?;
            }
        }
        Ok(())
    }

    fn start_days(&mut self, upper: Id) -> Result<()> {
        let units = self.units_under_from(upper, Day::MIN)?;
        self.load_paths(&units)?;
        for posting in self.postings_touched(&units, Day::MIN)? {
            let path = self.path(posting.unit)?;
            let other = match posting.other {
                Some(unit) => self.path(unit)?,
                None => Rc::from([]),
            };
            let mut seen = Vec::new();
            effect::effects_of(&posting, &path, &other, &mut |effect| {
                if effect.scope == upper {
                    seen.push(effect);
                }
            });
            seen.iter().for_each(|effect| self.add_to_day(effect, 1));
        }
        Ok(())
    }

    /// Writes the roll-ups by the day that this batch moved.
    pub(super) fn write_days(&mut self) -> Result<()> {
        let moved: BTreeMap<DayKey, i64> = self.rollup_days.drain().collect();
        write(self.tx, self.app.federation, moved)
    }
}

fn write(tx: &mut Tx<'_>, federation: Id, moved: BTreeMap<DayKey, i64>) -> Result<()> {
    let rows: Vec<Vec<Value<'static>>> = moved
        .into_iter()
        .filter(|(_, quantity)| *quantity != 0)
        .map(|((scope, on, account, class), quantity)| {
            let (block, kind) = (class.block.code(), class.kind.code());
            values![federation, scope, on, account.0, block, kind, quantity].into()
        })
        .collect();
    Ok(tx.insert_many(
        "rollup_day",
        &["federation_id", "scope_id", "on_day", "account", "block", "kind", "quantity"],
        &rows,
        "ON CONFLICT (federation_id, scope_id, on_day, account, block, kind)
         DO UPDATE SET quantity = rollup_day.quantity + excluded.quantity",
    )?)
}

/// The units that keep a roll-up by the day.
pub(crate) fn scopes(tx: &mut Tx<'_>, federation: Id) -> Result<HashSet<Id>> {
    let sql = "SELECT unit_id FROM day_scope WHERE federation_id = $1";
    Ok(tx.query(sql, &values![federation], |row| row.id(0))?.into_iter().collect())
}

/// A posting summed with others of its kind, from `account, unit_id, other_id, on_day, quantity`.
pub(super) fn posting(row: &Row<'_>) -> Result<Posting, db::DbError> {
    Ok(Posting {
        account: Account(row.int(0)? as i32),
        unit: row.id(1)?,
        other: row.opt_id(2)?,
        on: row.day(3)?,
        quantity: row.int(4)?,
    })
}

/// Works out the roll-ups by the day of books that were written before there were any.
pub(crate) fn catch_up(tx: &mut Tx<'_>, federation: Id) -> Result<()> {
    if !scopes(tx, federation)?.is_empty() {
        return Ok(());
    }
    let mut paths: HashMap<Id, Vec<Stretch>> = HashMap::new();
    let sql = "SELECT unit_id, from_on, to_on, path, block, kind, cause FROM unit_path
               WHERE federation_id = $1 ORDER BY unit_id, from_on";
    tx.each(sql, &values![federation], |row| {
        paths.entry(row.id(0)?).or_default().push(paths::stretch(row, 1)?);
        Ok(())
    })?;
    let stretches = paths.values().flatten();
    let uppers: HashSet<Id> = stretches.flat_map(|s| s.chain.iter().skip(2).copied()).collect();
    if uppers.is_empty() {
        return Ok(());
    }
    let rows: Vec<Vec<Value<'static>>> =
        uppers.iter().map(|unit| values![federation, *unit].into()).collect();
    tx.insert_many("day_scope", &["federation_id", "unit_id"], &rows, "")?;
    let path = |unit: Id| paths.get(&unit).map_or(&[][..], Vec::as_slice);
    let mut seen: BTreeMap<DayKey, i64> = BTreeMap::new();
    let sql =
        "SELECT account, unit_id, other_id, on_day, CAST(SUM(quantity) AS BIGINT) FROM posting
               WHERE federation_id = $1 GROUP BY account, unit_id, other_id, on_day";
    tx.each(sql, &values![federation], |row| {
        let posting = posting(row)?;
        let other = posting.other.map_or(&[][..], path);
        effect::effects_of(&posting, path(posting.unit), other, &mut |effect| {
            if uppers.contains(&effect.scope) {
                let key = (effect.scope, effect.on, effect.account, effect.class);
                *seen.entry(key).or_default() += effect.quantity;
            }
        });
        Ok(())
    })?;
    write(tx, federation, seen)
}
