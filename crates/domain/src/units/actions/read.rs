//! Reading units: by code, by name, one by one, by superior.

use db::Tx;
use kernel::actor::Hold;
use kernel::{Actor, Day, Id};

use crate::units::model::{UnitCard, UnitRow, UnitsAsked};
use crate::units::store::{self, UnitState};
use crate::units::{search_store, tree_store};
use crate::{App, Result};

/// The id of a code.
pub fn scope_of_code(app: &App, actor: &Actor, code: &str) -> Result<Id> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| Ok(store::load_by_code(tx, app.federation, code)?.id))
}

/// One unit by its code, with its managers on a day.
pub fn card_of_code(app: &App, actor: &Actor, code: &str, on: Day) -> Result<UnitCard> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| {
        let state = store::load_by_code(tx, app.federation, code)?;
        with_managers(tx, app, state, on)
    })
}

/// One unit with its managers on a day.
pub fn unit_card(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<UnitCard> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| card_of(tx, app, unit, on))
}

/// The same inside a reading.
pub(super) fn card_of(tx: &mut Tx<'_>, app: &App, unit: Id, on: Day) -> Result<UnitCard> {
    let state = store::load(tx, app.federation, unit)?;
    with_managers(tx, app, state, on)
}

fn with_managers(tx: &mut Tx<'_>, app: &App, state: UnitState, on: Day) -> Result<UnitCard> {
    let paths = crate::books::read_paths(tx, app.federation, &[state.id])?;
    let chain = paths
        .get(&state.id)
        .and_then(|path| ledger::paths::on(path, on).or(path.last()))
        .map_or_else(Vec::new, |stretch| stretch.chain[1..].to_vec());
    let mut managers = Vec::with_capacity(chain.len());
    for id in chain {
        let manager = store::load(tx, app.federation, id)?;
        managers.push((id, manager.code, manager.name));
    }
    let UnitState { id, code, name, kind, opened_on, ended_on, .. } = state;
    Ok(UnitCard { id, code, name, kind, opened_on, ended_on, managers })
}

/// Units with a name, of now or of before, or a code in which what was typed begins a word, with or without marks; open
/// ones first. A name they no longer bear stands beside them.
pub fn find_units(app: &App, actor: &Actor, typed: &str, limit: usize) -> Result<Vec<UnitRow>> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| {
        let ids = search_store::find(tx, app.federation, typed)?;
        let mut rows = search_store::rows(tx, app.federation, &ids, limit.min(500))?;
        search_store::old_names(tx, app.federation, &mut rows, typed)?;
        Ok(rows)
    })
}

/// The units directly under a unit on a day, by name.
pub fn subtree_now(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<Vec<UnitRow>> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| {
        let rows = directly_below(tx, app, unit, on)?;
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    })
}

/// The units directly under a unit on a day, with ids, inside a reading.
pub(crate) fn directly_below(
    tx: &mut Tx<'_>,
    app: &App,
    unit: Id,
    on: Day,
) -> Result<Vec<(Id, UnitRow)>> {
    let asked = UnitsAsked { most: usize::MAX, ..UnitsAsked::default() };
    Ok(page_below(tx, app, unit, on, &asked)?.rows)
}

/// How many units stand directly under a unit on a day, inside a reading; its own sections and groups report to nobody.
pub(crate) fn count_directly_below(tx: &mut Tx<'_>, app: &App, unit: Id, on: Day) -> Result<i64> {
    let paths = crate::books::read_paths(tx, app.federation, &[unit])?;
    let Some(stretch) = paths.get(&unit).and_then(|path| ledger::paths::on(path, on)) else {
        return Ok(0);
    };
    tree_store::count_directly_under(tx, app.federation, (unit, &stretch.path()), on)
}

/// Units below another, a page of them.
pub(crate) struct Below {
    pub(crate) rows: Vec<(Id, UnitRow)>,
    /// How many there are in all, where that is known.
    pub(crate) total: Option<usize>,
    /// Where the next page begins, of a list of all levels.
    pub(crate) next: Option<String>,
}

/// A page of the units below a unit on a day.
pub(crate) fn page_below(
    tx: &mut Tx<'_>,
    app: &App,
    unit: Id,
    on: Day,
    asked: &UnitsAsked,
) -> Result<Below> {
    let federation = app.federation;
    let paths = crate::books::read_paths(tx, federation, &[unit])?;
    let Some(stretch) = paths.get(&unit).and_then(|path| ledger::paths::on(path, on)) else {
        return Ok(Below { rows: Vec::new(), total: Some(0), next: None });
    };
    let path = stretch.path();
    if asked.deep {
        let place = (&*path, &*asked.after);
        let (ids, next) =
            tree_store::anywhere_under(tx, federation, place, on, asked.filter, asked.most)?;
        let rows = tree_store::rows_on(tx, federation, &ids, on)?;
        return Ok(Below { rows, total: None, next });
    }
    let ids = tree_store::directly_under(tx, federation, (unit, &path), on, asked.filter)?;
    let shown: Vec<Id> = ids.iter().copied().skip(asked.skip).take(asked.most).collect();
    let rows = tree_store::rows_on(tx, federation, &shown, on)?;
    Ok(Below { rows, total: Some(ids.len()), next: None })
}

/// The unit at which a reader begins who names none, with its managers on a day: that of the reader's latest post whose
/// unit stands, the province's federation, else what stands highest. None in books without a unit.
pub fn home(app: &App, actor: &Actor, on: Day) -> Result<Option<UnitCard>> {
    app.allow(actor, "units.read")?;
    let held: Vec<Id> = actor.holds().unwrap_or_default().iter().map(|hold| hold.unit).collect();
    app.db.read(|tx| {
        let mut first = None;
        for unit in held.into_iter().filter(|unit| *unit != Hold::WHOLE) {
            let state = store::load(tx, app.federation, unit)?;
            if state.ended_on.is_none_or(|ended| ended > on) {
                return with_managers(tx, app, state, on).map(Some);
            }
            first = first.or(Some(unit));
        }
        let unit = match first {
            Some(unit) => Some(unit),
            None => store::home(tx, app.federation)?,
        };
        unit.map(|unit| card_of(tx, app, unit, on)).transpose()
    })
}
