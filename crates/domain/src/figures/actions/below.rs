//! Figures of the units directly below another, all of them by a few statements.

use std::collections::HashMap;

use db::Tx;
use kernel::{Actor, Day, Id, UnitKind};
use ledger::views::{Sums, View};

use super::ask;
use crate::books::read_paths;
use crate::figures::model::{BelowPage, BelowRow, Query};
use crate::figures::{below_store, fold};
use crate::units::UnitsAsked;
use crate::{App, Result, units};

/// Indicators of each unit directly below the scope, on the day whose organisation the view looks at. The values stand
/// in the order of the indicators asked; a unit whose books are kept elsewhere has none. Units out of the reader's reach
/// are left out.
pub fn below(app: &App, actor: &Actor, query: &Query, codes: &[&str]) -> Result<Vec<BelowRow>> {
    let asked = UnitsAsked { most: usize::MAX, ..UnitsAsked::default() };
    Ok(page_below(app, actor, query, codes, &asked)?.rows)
}

/// The same of a page of them, narrowed down, at one level or at all.
pub fn page_below(
    app: &App,
    actor: &Actor,
    query: &Query,
    codes: &[&str],
    asked: &UnitsAsked,
) -> Result<BelowPage> {
    app.allow(actor, "figures.read")?;
    app.allow(actor, "units.read")?;
    let indicators = codes.iter().map(|code| ask::known(code)).collect::<Result<Vec<_>, _>>()?;
    let day = match query.view {
        View::Now => query.as_of.unwrap_or_else(|| app.today()),
        View::Was | View::Like => query.days().last(),
    };
    app.db.read(|tx| {
        let scope = ask::resolve(tx, app, &query.scope)?;
        app.must_reach(tx, actor, "figures.read", scope.id, day)?;
        let mut page = units::page_below(tx, app, scope.id, day, asked)?;
        if !reaches_all_below(tx, app, actor, scope.id, day)? {
            // A post may reach the scope and nothing below it.
            let before = page.rows.len();
            page.rows.retain(|(id, _)| app.must_reach(tx, actor, "figures.read", *id, day).is_ok());
            page.total = page.total.map(|total| total - (before - page.rows.len()));
        }
        let ids: Vec<Id> = page.rows.iter().map(|(id, _)| *id).collect();
        let sums =
            if codes.is_empty() { HashMap::new() } else { sums_of(tx, app, query, scope.id, ids)? };
        let nothing = Sums::default();
        let values = |id: Id| {
            let sums = sums.get(&id).unwrap_or(&nothing);
            indicators.iter().map(|each| each.value(sums, |class| query.passes(class))).collect()
        };
        let elsewhere = UnitKind::External.name().vi;
        let row = |(id, unit): (_, units::UnitRow)| {
            let values = (unit.kind != elsewhere).then(|| values(id));
            BelowRow { unit, values }
        };
        let rows = page.rows.into_iter().map(row).collect();
        Ok(BelowPage { rows, total: page.total, next: page.next })
    })
}

/// Whether every unit below a scope is reached, because a post stands there or above and reaches below.
fn reaches_all_below(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    scope: Id,
    day: Day,
) -> Result<bool> {
    /// Stands for any unit below; no unit has this id.
    const ANY: Id = Id(-1);
    if actor.holds().is_none() {
        return Ok(true);
    }
    let path = read_paths(tx, app.federation, &[scope])?.remove(&scope).unwrap_or_default();
    // As the scope stands today, or stood on the day: the same two that open the scope itself.
    let today = ledger::paths::on(&path, app.today()).or(path.last());
    let power = crate::policy::power_for("figures.read");
    let reached = |stretch: &ledger::Stretch| {
        let chain: Vec<Id> = std::iter::once(ANY).chain(stretch.chain.iter().copied()).collect();
        actor.may_at(power, &chain)
    };
    Ok(today.is_some_and(reached) || ledger::paths::on(&path, day).is_some_and(reached))
}

/// The sums of each of some units under a scope.
fn sums_of(
    tx: &mut Tx<'_>,
    app: &App,
    query: &Query,
    scope: Id,
    ids: Vec<Id>,
) -> Result<HashMap<Id, Sums>> {
    if query.is_plain() {
        return below_store::sums(tx, app.federation, &ids, query.days());
    }
    let known_to = ask::known_to(tx, app, query.known_at)?;
    let mut ground = fold::ground(tx, app, scope, known_to)?;
    let mut sums = HashMap::new();
    for id in ids {
        ground.turn_to(id);
        sums.insert(id, fold::folded(tx, app, id, query, &ground)?);
    }
    Ok(sums)
}
