//! Folding the ledger itself: for another view, or for what was known at a moment.

use std::collections::HashSet;

use db::Tx;
use kernel::{Day, Id};
use ledger::views::{self, Paths, Sums, View};

use super::like::compared_with;
use super::model::Query;
use super::store;
use crate::books::{read_paths, tree};
use crate::{App, Error, Result};

/// The organisation and the units that matter to a question.
pub(super) struct Ground {
    pub(super) paths: Paths,
    pub(super) units: Vec<Id>,
    pub(super) known_to: i64,
}

/// Reads the organisation as known up to a batch.
pub(super) fn organisation(tx: &mut Tx<'_>, app: &App, known_to: i64) -> Result<Paths> {
    let tree = tree::statements(tx, app.federation, None, known_to)?;
    tree.all_stretches()
        .map_err(|ring| Error::Broken(format!("đơn vị {} nằm trong một vòng quản lý", ring.unit)))
}

/// Reads the organisation as known up to a batch, as far as it matters, and which units ever stood under the scope. What
/// is known today stands in the paths already: only those of the scope's own units are read.
pub(super) fn ground(tx: &mut Tx<'_>, app: &App, scope: Id, known_to: i64) -> Result<Ground> {
    let paths = if known_to == i64::MAX {
        let units = store::ever_under(tx, app.federation, scope)?;
        read_paths(tx, app.federation, &units)?.into_iter().collect()
    } else {
        organisation(tx, app, known_to)?
    };
    let mut ground = Ground { paths, units: Vec::new(), known_to };
    ground.turn_to(scope);
    Ok(ground)
}

impl Ground {
    /// Looks at another scope of the same organisation.
    pub(super) fn turn_to(&mut self, scope: Id) {
        let ever_under =
            |path: &[ledger::Stretch]| path.iter().any(|stretch| stretch.is_under(scope));
        let units = self.paths.iter().filter(|(_, path)| ever_under(path)).map(|(unit, _)| *unit);
        self.units = units.collect();
    }
}

/// The units a view of a fixed set looks at.
pub(super) fn members_of_view(
    ground: &Ground,
    query: &Query,
    scope: Id,
    today: Day,
) -> HashSet<Id> {
    let units = ground.units.iter().copied();
    match query.view {
        View::Like => {
            let both = [query.days(), compared_with(query)];
            units
                .filter(|unit| views::under_throughout(&ground.paths, scope, both)(*unit))
                .collect()
        }
        View::Now | View::Was => {
            let day = query.organised_on(today);
            units.filter(|unit| views::under_on(&ground.paths, scope, day)(*unit)).collect()
        }
    }
}

/// The sums of a question, folded from the postings.
pub(super) fn folded(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Id,
    query: &Query,
    ground: &Ground,
) -> Result<Sums> {
    let period = query.days();
    if query.view == View::Was {
        let postings = store::postings(tx, app.federation, &ground.units, period, ground.known_to)?;
        return Ok(views::was(&postings, &ground.paths, scope, period));
    }
    let set = members_of_view(ground, query, scope, app.today());
    let units: Vec<Id> = set.iter().copied().collect();
    let postings = store::postings(tx, app.federation, &units, period, ground.known_to)?;
    Ok(views::of_set(&postings, &ground.paths, |unit| set.contains(&unit), period))
}

/// Whether a view looks at just those units, on each day of a period, that stood under the scope on it: then whatever
/// was set for the scope was set for what the view shows.
pub(super) fn is_same_whole(ground: &Ground, query: &Query, scope: Id, today: Day) -> bool {
    if query.view == View::Was {
        return true;
    }
    let days = query.days();
    let set = members_of_view(ground, query, scope, today);
    ground.units.iter().all(|unit| {
        let stretches = ground.paths.get(unit).map_or(&[][..], Vec::as_slice);
        let mut met = stretches.iter().filter(|s| s.from < days.to && days.from < s.to);
        met.all(|stretch| stretch.is_under(scope) == set.contains(unit))
    })
}
