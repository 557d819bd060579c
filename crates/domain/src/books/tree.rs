//! Keeping the organisation's paths in step with its statements, and its past in step with late ones.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use db::{Tx, values};
use kernel::{Block, Day, Id, Refusal, UnitKind};
use ledger::{Cause, Class, LineStatement, Stretch, Tree, VersionStatement};

use super::batch::Batch;
use super::paths::{self, chunked};
use crate::{Error, Result};

/// The line of managers; sector lines and area teams are other chains and never mix with it.
pub(crate) const LINE: &str = "line";

/// Reads the statements of some units (all when `None`) known up to a batch, withdrawn ones left out.
pub(crate) fn statements(
    tx: &mut Tx<'_>,
    federation: Id,
    units: Option<&[Id]>,
    known_to: i64,
) -> Result<Tree> {
    let mut tree = Tree::default();
    let mut read = |filter: &str| -> Result<()> {
        read_lines(tx, federation, filter, known_to, &mut tree)?;
        read_versions(tx, federation, filter, known_to, &mut tree)
    };
    match units {
        None => read("")?,
        Some(units) => chunked(units, |list| read(&format!("AND unit_id IN ({list})")))?,
    }
    Ok(tree)
}

fn read_lines(
    tx: &mut Tx<'_>,
    federation: Id,
    filter: &str,
    known_to: i64,
    tree: &mut Tree,
) -> Result<()> {
    let sql = format!(
        "SELECT id, unit_id, from_on, manager_id, cause, retracts FROM unit_line
         WHERE federation_id = $1 AND batch <= $2 AND line = '{LINE}' {filter} ORDER BY id"
    );
    let rows = tx.query(&sql, &values![federation, known_to], |row| {
        let cause = Cause::from_code(row.text(4)?).unwrap_or(Cause::Reorganised);
        let statement = LineStatement { from: row.day(2)?, manager: row.opt_id(3)?, cause };
        Ok((row.id(0)?, row.id(1)?, statement, row.opt_id(5)?))
    })?;
    for (unit, statement) in standing(rows) {
        tree.state_line(unit, statement);
    }
    Ok(())
}

fn read_versions(
    tx: &mut Tx<'_>,
    federation: Id,
    filter: &str,
    known_to: i64,
    tree: &mut Tree,
) -> Result<()> {
    let sql = format!(
        "SELECT id, unit_id, from_on, block, kind, retracts FROM unit_version
         WHERE federation_id = $1 AND batch <= $2 {filter} ORDER BY id"
    );
    let rows = tx.query(&sql, &values![federation, known_to], |row| {
        let class = Class {
            block: Block::from_code(row.text(3)?).unwrap_or(Block::Other),
            kind: UnitKind::from_code(row.text(4)?).unwrap_or(UnitKind::Grassroots),
        };
        Ok((row.id(0)?, row.id(1)?, VersionStatement { from: row.day(2)?, class }, row.opt_id(5)?))
    })?;
    for (unit, statement) in standing(rows) {
        tree.state_version(unit, statement);
    }
    Ok(())
}

/// The statements that were not withdrawn, in the order told.
fn standing<T>(rows: Vec<(Id, Id, T, Option<Id>)>) -> impl Iterator<Item = (Id, T)> {
    let withdrawn: HashSet<Id> = rows.iter().filter_map(|(_, _, _, retracts)| *retracts).collect();
    rows.into_iter()
        .filter(move |(id, _, _, retracts)| retracts.is_none() && !withdrawn.contains(id))
        .map(|(_, unit, statement, _)| (unit, statement))
}

impl Batch<'_, '_> {
    /// Works out afresh the paths of a unit and of everything that stood or will stand under it from a day on, and
    /// moves the roll-ups of their past with them. Called after its statements changed from that day.
    pub(crate) fn restate(&mut self, unit: Id, from: Day) -> Result<()> {
        let units = self.units_under_from(unit, from)?;
        self.load_paths(&units)?;
        let before: HashMap<Id, Rc<[Stretch]>> =
            units.iter().filter_map(|id| Some((*id, Rc::clone(self.paths.get(id)?)))).collect();
        let after = self.work_out(&units)?;
        self.keep_days_of_uppers(&after)?;
        self.keep_rollups_of_managers(&after)?;
        if before.values().any(|path| !path.is_empty()) {
            self.move_the_past(&units, &before, &after, from)?;
            crate::reports::follow_units(self, &before, &after)?;
        }
        self.write_paths(&units, after)
    }

    /// The unit and every unit that stands under it on some day from a day on.
    pub(super) fn units_under_from(&mut self, unit: Id, from: Day) -> Result<Vec<Id>> {
        let mut units = vec![unit];
        let mut seen = HashSet::from([unit]);
        let federation = self.app.federation;
        for stretch in self.path(unit)?.iter().filter(|stretch| stretch.to > from) {
            let path = stretch.path();
            let sql = "SELECT DISTINCT unit_id FROM unit_path
                       WHERE federation_id = $1 AND path >= $2 AND path < $3 AND to_on > $4";
            let values = values![federation, &path, paths::end_of_range(&path), from];
            let found = self.reader()?.query(sql, &values, |row| row.id(0))?;
            units.extend(found.into_iter().filter(|id| seen.insert(*id)));
        }
        Ok(units)
    }

    /// The stretches as the statements now tell them.
    fn work_out(&mut self, units: &[Id]) -> Result<HashMap<Id, Vec<Stretch>>> {
        let federation = self.app.federation;
        let tree = statements(self.reader()?, federation, Some(units), i64::MAX)?;
        let changing: HashSet<Id> = units.iter().copied().collect();
        let managers =
            units.iter().flat_map(|unit| tree.lines(*unit)).filter_map(|line| line.manager);
        let above: Vec<Id> = managers.filter(|id| !changing.contains(id)).collect();
        self.load_paths(&above)?;
        let mut known: HashMap<Id, Vec<Stretch>> = HashMap::new();
        for id in above {
            known.insert(id, self.path(id)?.to_vec());
        }
        for unit in units {
            tree.stretches_into(*unit, &mut known).map_err(|ring| Error::from(cycle(ring.unit)))?;
        }
        known.retain(|unit, _| changing.contains(unit));
        Ok(known)
    }

    /// A unit that manages others for the first time starts a roll-up with its own past.
    fn keep_rollups_of_managers(&mut self, after: &HashMap<Id, Vec<Stretch>>) -> Result<()> {
        let managers: HashSet<Id> = after
            .values()
            .flatten()
            .flat_map(|stretch| stretch.chain[1..].iter().copied())
            .collect();
        for manager in managers {
            if self.keeps_rollup(manager)? {
                continue;
            }
            self.scopes.insert(manager, true);
            let federation = self.app.federation;
            let sql = "INSERT INTO scope (federation_id, unit_id) VALUES ($1, $2)";
            self.tx.execute(sql, &values![federation, manager])?;
            let path = self.path(manager)?;
            for posting in self.postings_touched(&[manager], Day::MIN)? {
                if posting.unit == manager {
                    self.start_rollup(&posting, &path)?;
                }
            }
        }
        Ok(())
    }

    fn start_rollup(&mut self, posting: &ledger::Posting, path: &[Stretch]) -> Result<()> {
        let other = match posting.other {
            Some(unit) => self.path(unit)?,
            None => Rc::from([]),
        };
        let mut own = Vec::new();
        ledger::effect::effects_of(posting, path, &other, &mut |effect| {
            if effect.scope == posting.unit {
                own.push(effect);
            }
        });
        for effect in own {
            self.add_effect(effect, posting.unit, 1);
        }
        Ok(())
    }

    /// Takes the effects of the past away along the old paths and adds them along the new ones.
    fn move_the_past(
        &mut self,
        units: &[Id],
        before: &HashMap<Id, Rc<[Stretch]>>,
        after: &HashMap<Id, Vec<Stretch>>,
        from: Day,
    ) -> Result<()> {
        for posting in self.postings_touched(units, from)? {
            let keeps = self.keeps_rollup(posting.unit)?;
            let [mut old, mut new] = [Vec::new(), Vec::new()];
            for end in [Some(posting.unit), posting.other] {
                let Some(id) = end else {
                    old.push(Rc::from([]));
                    new.push(Rc::from([]));
                    continue;
                };
                let standing = self.path(id)?;
                old.push(before.get(&id).cloned().unwrap_or_else(|| Rc::clone(&standing)));
                new.push(after.get(&id).map_or(standing, |path| Rc::from(path.as_slice())));
            }
            self.spread_along(&posting, &old[0], &old[1], keeps, -1);
            self.spread_along(&posting, &new[0], &new[1], keeps, 1);
        }
        Ok(())
    }

    fn write_paths(&mut self, units: &[Id], after: HashMap<Id, Vec<Stretch>>) -> Result<()> {
        let federation = self.app.federation;
        chunked(units, |list| {
            let sql =
                format!("DELETE FROM unit_path WHERE federation_id = $1 AND unit_id IN ({list})");
            self.tx.execute(&sql, &values![federation])?;
            Ok(())
        })?;
        let rows: Vec<_> =
            after.iter().flat_map(|(unit, path)| paths::rows(federation, *unit, path)).collect();
        self.tx.insert_many("unit_path", &paths::COLUMNS, &rows, "")?;
        for (unit, path) in after {
            self.paths.insert(unit, Rc::from(path));
        }
        Ok(())
    }
}

fn cycle(unit: Id) -> Refusal {
    Refusal::new(
        "cycle_in_managers",
        format!("Đơn vị {unit} sẽ quản lý chính đơn vị đang quản lý nó"),
        "Chọn đơn vị cấp trên khác",
    )
}
