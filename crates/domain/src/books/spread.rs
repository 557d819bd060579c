//! Spreading a posting: what each managing unit's roll-up and bridges see of it.

use std::collections::HashSet;
use std::rc::Rc;

use db::{Value, values};
use kernel::{Day, Id};
use ledger::effect::{self, Effect};
use ledger::{Posting, Stretch};

use super::batch::Batch;
use super::days;
use super::paths::{self, chunked};
use crate::Result;

impl Batch<'_, '_> {
    /// Adds the effects of a posting to the roll-ups of the scopes that keep one.
    pub(super) fn spread(&mut self, posting: &Posting) -> Result<()> {
        let path = self.path(posting.unit)?;
        let other = match posting.other {
            Some(unit) => self.path(unit)?,
            None => Rc::from([]),
        };
        let keeps = self.keeps_rollup(posting.unit)?;
        self.know_day_scopes()?;
        self.spread_along(posting, &path, &other, keeps, 1);
        Ok(())
    }

    /// Adds (`sign` 1) or takes away (`sign` −1) the effects of a posting along given paths.
    pub(super) fn spread_along(
        &mut self,
        posting: &Posting,
        path: &[Stretch],
        other: &[Stretch],
        unit_keeps_rollup: bool,
        sign: i64,
    ) {
        let mut told = Vec::new();
        effect::effects_of(posting, path, other, &mut |effect| {
            // Whatever stands above another unit keeps a roll-up; the unit itself may not.
            if effect.scope != posting.unit || unit_keeps_rollup {
                told.push(effect);
            }
        });
        for effect in told {
            self.add_effect(effect, posting.unit, sign);
        }
    }

    pub(super) fn add_effect(&mut self, effect: Effect, unit: Id, sign: i64) {
        self.add_to_day(&effect, sign);
        let Effect { scope, account, class, on, quantity, bridge } = effect;
        let key = (scope, account, on.month().number(), class);
        *self.rollups.entry(key).or_default() += sign * quantity;
        if bridge {
            let key = (scope, account, on, unit, class);
            *self.bridges.entry(key).or_default() += sign * quantity;
        }
    }

    /// The stretches of a unit.
    pub(crate) fn path(&mut self, unit: Id) -> Result<Rc<[Stretch]>> {
        if let Some(path) = self.paths.get(&unit) {
            return Ok(Rc::clone(path));
        }
        self.load_paths(&[unit])?;
        Ok(self.paths.get(&unit).cloned().unwrap_or_else(|| Rc::from([])))
    }

    /// Reads the stretches of many units at once, before an action that will need them all.
    pub(crate) fn load_paths(&mut self, units: &[Id]) -> Result<()> {
        let missing: HashSet<Id> =
            units.iter().copied().filter(|unit| !self.paths.contains_key(unit)).collect();
        let missing: Vec<Id> = missing.into_iter().collect();
        let federation = self.app.federation;
        for (unit, stretches) in paths::read(self.tx, federation, &missing)? {
            self.paths.insert(unit, Rc::from(stretches));
        }
        for unit in missing {
            self.paths.entry(unit).or_insert_with(|| Rc::from([]));
        }
        Ok(())
    }

    /// Whether a unit manages others, now or ever, and so keeps a roll-up.
    pub(super) fn keeps_rollup(&mut self, unit: Id) -> Result<bool> {
        if let Some(known) = self.scopes.get(&unit) {
            return Ok(*known);
        }
        let sql = "SELECT 1 FROM scope WHERE federation_id = $1 AND unit_id = $2";
        let found = self.tx.find(sql, &values![self.app.federation, unit], |_| Ok(()))?;
        self.scopes.insert(unit, found.is_some());
        Ok(found.is_some())
    }

    /// Writes the roll-ups and bridges that this batch moved.
    pub(super) fn write_projections(&mut self) -> Result<()> {
        let federation = self.app.federation;
        let mut rollups: Vec<_> =
            self.rollups.drain().filter(|(_, quantity)| *quantity != 0).collect();
        // A fixed order keeps pages close together and two writers from waiting for each other.
        rollups.sort_unstable();
        let rows: Vec<Vec<Value<'static>>> = rollups
            .into_iter()
            .map(|((scope, account, month, class), quantity)| {
                let (block, kind) = (class.block.code(), class.kind.code());
                values![federation, scope, account.0, month, block, kind, quantity].into()
            })
            .collect();
        self.tx.insert_many(
            "rollup",
            &["federation_id", "scope_id", "account", "month", "block", "kind", "quantity"],
            &rows,
            "ON CONFLICT (federation_id, scope_id, account, month, block, kind)
             DO UPDATE SET quantity = rollup.quantity + excluded.quantity",
        )?;
        let mut bridges: Vec<_> =
            self.bridges.drain().filter(|(_, quantity)| *quantity != 0).collect();
        bridges.sort_unstable();
        let rows: Vec<Vec<Value<'static>>> = bridges
            .into_iter()
            .map(|((scope, account, on, unit, class), quantity)| {
                let (block, kind) = (class.block.code(), class.kind.code());
                values![federation, scope, account.0, on, unit, block, kind, quantity].into()
            })
            .collect();
        self.tx.insert_many(
            "bridge",
            &[
                "federation_id",
                "scope_id",
                "account",
                "on_day",
                "unit_id",
                "block",
                "kind",
                "quantity",
            ],
            &rows,
            "ON CONFLICT (federation_id, scope_id, account, on_day, unit_id, block, kind)
             DO UPDATE SET quantity = bridge.quantity + excluded.quantity",
        )?;
        self.write_days()?;
        let cited = std::mem::take(&mut self.cited).into_iter();
        let rows: Vec<Vec<Value<'static>>> =
            cited.map(|(unit, paper)| values![federation, unit, paper].into()).collect();
        self.tx.insert_many(
            "document_unit",
            &["federation_id", "unit_id", "document_id"],
            &rows,
            "ON CONFLICT (federation_id, unit_id, document_id) DO NOTHING",
        )?;
        Ok(())
    }

    /// The postings of units, and those of others that name them as their other end, that may see other scopes when
    /// paths change from a day on: what lies before it is summed to one stock on the eve.
    pub(super) fn postings_touched(&mut self, units: &[Id], from: Day) -> Result<Vec<Posting>> {
        let federation = self.app.federation;
        let tx = self.reader()?;
        let mut postings = Vec::new();
        let moving: HashSet<Id> = units.iter().copied().collect();
        chunked(units, |list| {
            let sql = format!(
                "SELECT account, unit_id, other_id, on_day, CAST(SUM(quantity) AS BIGINT) FROM posting
                 WHERE federation_id = $1 AND on_day >= $2 AND unit_id IN ({list})
                 GROUP BY account, unit_id, other_id, on_day"
            );
            postings.extend(tx.query(&sql, &values![federation, from], days::posting)?);
            let sql = format!(
                "SELECT account, unit_id, NULL, $3, CAST(SUM(quantity) AS BIGINT) FROM posting
                 WHERE federation_id = $1 AND on_day < $2 AND unit_id IN ({list}) AND account IN ({STOCKS})
                 GROUP BY account, unit_id"
            );
            postings.extend(tx.query(
                &sql.replace("NULL, $3", "CAST(NULL AS BIGINT), CAST($3 AS TEXT)"),
                &values![federation, from, from.previous()],
                days::posting,
            )?);
            let sql = format!(
                "SELECT account, unit_id, other_id, on_day, CAST(SUM(quantity) AS BIGINT) FROM posting
                 WHERE federation_id = $1 AND on_day >= $2 AND other_id IN ({list}) AND unit_id NOT IN ({list})
                 GROUP BY account, unit_id, other_id, on_day"
            );
            // The unit may move too, in another chunk: then its own query told the posting already.
            let others = tx.query(&sql, &values![federation, from], days::posting)?;
            postings.extend(others.into_iter().filter(|posting| !moving.contains(&posting.unit)));
            Ok(())
        })?;
        Ok(postings)
    }
}

/// The stock accounts and their facets.
const STOCKS: &str = "100, 1100, 200";
