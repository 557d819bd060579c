//! Reading units: by code, by name, one by one, by superior.

use db::Tx;
use kernel::actor::Hold;
use kernel::{Actor, Day, Id};

use crate::units::model::{UnitCard, UnitRow};
use crate::units::store::{self, UnitState};
use crate::{App, Result};

/// The id of a code.
pub fn scope_of_code(app: &App, actor: &Actor, code: &str) -> Result<Id> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| Ok(store::load_by_code(tx, app.federation, code)?.id))
}

/// Whether a unit's books are kept elsewhere, so that no figure is asked of it.
pub fn is_kept_elsewhere(app: &App, actor: &Actor, unit: Id) -> Result<bool> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| Ok(store::load(tx, app.federation, unit)?.is_external()))
}

/// One unit with its managers on a day.
pub fn unit_card(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<UnitCard> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| {
        let state = store::load(tx, app.federation, unit)?;
        let paths = crate::books::read_paths(tx, app.federation, &[unit])?;
        let chain = paths
            .get(&unit)
            .and_then(|path| ledger::paths::on(path, on).or(path.last()))
            .map_or_else(Vec::new, |stretch| stretch.chain[1..].to_vec());
        let mut managers = Vec::with_capacity(chain.len());
        for id in chain {
            let manager = store::load(tx, app.federation, id)?;
            managers.push((id, manager.code, manager.name));
        }
        let UnitState { id, code, name, kind, opened_on, ended_on, .. } = state;
        Ok(UnitCard { id, code, name, kind, opened_on, ended_on, managers })
    })
}

/// Units whose name begins a word with what was typed, with or without marks; open ones first.
pub fn find_units(app: &App, actor: &Actor, typed: &str, limit: usize) -> Result<Vec<UnitRow>> {
    app.allow(actor, "units.read")?;
    let key = vietnamese::fold::fold(typed);
    let pattern = format!("%{}%", key.replace(['%', '_'], ""));
    app.db.read(|tx| store::find_like(tx, app.federation, &pattern, typed, limit.min(500) as i64))
}

/// The units directly under a unit on a day, by name.
pub fn subtree_now(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<Vec<UnitRow>> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| {
        let rows = directly_below(tx, app, unit, on)?;
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    })
}

/// The same inside a reading, with ids.
pub(crate) fn directly_below(
    tx: &mut Tx<'_>,
    app: &App,
    unit: Id,
    on: Day,
) -> Result<Vec<(Id, UnitRow)>> {
    let paths = crate::books::read_paths(tx, app.federation, &[unit])?;
    let Some(stretch) = paths.get(&unit).and_then(|path| ledger::paths::on(path, on)) else {
        return Ok(Vec::new());
    };
    store::directly_under(tx, app.federation, &stretch.path(), on)
}

/// The unit at which a reader begins who names none, with its managers on a day: that of the reader's latest post whose
/// unit stands, the
/// province's federation, else what stands highest. None in books without a unit.
pub fn home(app: &App, actor: &Actor, on: Day) -> Result<Option<UnitCard>> {
    app.allow(actor, "units.read")?;
    let held: Vec<Id> = actor.holds().unwrap_or_default().iter().map(|hold| hold.unit).collect();
    let unit = app.db.read(|tx| {
        let mut first = None;
        for unit in held.into_iter().filter(|unit| *unit != Hold::WHOLE) {
            if store::load(tx, app.federation, unit)?.ended_on.is_none_or(|ended| ended > on) {
                return Ok(Some(unit));
            }
            first = first.or(Some(unit));
        }
        first.map_or_else(|| store::home(tx, app.federation), |unit| Ok(Some(unit)))
    })?;
    unit.map(|unit| unit_card(app, actor, unit, on)).transpose()
}
