//! The imports within reach, the latest first.

use kernel::Actor;

use crate::imports::store;
pub use crate::imports::store::ImportRow;
use crate::{App, Result, units};

/// So many imports of a unit and the units below after the first ones are skipped, and whether there are more.
pub fn history(
    app: &App,
    actor: &Actor,
    unit: &str,
    (skip, take): (usize, usize),
) -> Result<(Vec<ImportRow>, bool)> {
    let scope = units::scope_of_code(app, actor, unit)?;
    let mut rows = app.db.read(|tx| {
        app.must_reach(tx, actor, "imports.run", scope, app.today())?;
        let bounds = app.bounds(tx, actor, "imports.run")?;
        let own = crate::books::last_path(tx, app.federation, scope)?;
        store::list(tx, app.federation, &bounds, &own, (skip, take + 1))
    })?;
    let more = rows.len() > take;
    rows.truncate(take);
    Ok((rows, more))
}
