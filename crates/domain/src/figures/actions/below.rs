//! Figures of the units directly below another, all of them by a few statements.

use std::collections::HashMap;

use kernel::{Actor, UnitKind};
use ledger::views::{Sums, View};

use super::ask;
use crate::figures::model::{BelowRow, Query};
use crate::figures::{below_store, fold};
use crate::{App, Result, units};

/// Indicators of each unit directly below the scope, on the day whose organisation the view looks at. The values stand
/// in the order of the indicators asked; a unit whose books are kept elsewhere has none. Units out of the reader's reach
/// are left out.
pub fn below(app: &App, actor: &Actor, query: &Query, codes: &[&str]) -> Result<Vec<BelowRow>> {
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
        let mut rows = units::directly_below(tx, app, scope.id, day)?;
        if actor.holds().is_some() {
            // A post may reach the scope and nothing below it.
            rows.retain(|(id, _)| app.must_reach(tx, actor, "figures.read", *id, day).is_ok());
        }
        let ids: Vec<_> = rows.iter().map(|(id, _)| *id).collect();
        let sums: HashMap<_, Sums> = if query.is_plain() {
            below_store::sums(tx, app.federation, &ids, query.days())?
        } else {
            let known_to = ask::known_to(tx, app, query.known_at)?;
            let mut ground = fold::ground(tx, app, scope.id, known_to)?;
            let mut sums = HashMap::new();
            for id in ids {
                ground.turn_to(id);
                sums.insert(id, fold::folded(tx, app, id, query, &ground)?);
            }
            sums
        };
        let nothing = Sums::default();
        let values = |id: kernel::Id| {
            let sums = sums.get(&id).unwrap_or(&nothing);
            indicators.iter().map(|each| each.value(sums, |class| query.passes(class))).collect()
        };
        let elsewhere = UnitKind::External.name().vi;
        let row = |(id, unit): (_, units::UnitRow)| {
            let values = (unit.kind != elsewhere).then(|| values(id));
            BelowRow { unit, values }
        };
        Ok(rows.into_iter().map(row).collect())
    })
}
