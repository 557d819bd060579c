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
        let path = crate::books::read_paths(tx, app.federation, &[scope])?;
        let own = path.get(&scope).and_then(|path| path.last()).map(ledger::Stretch::path);
        store::list(tx, app.federation, &bounds, own.as_deref().unwrap_or("!"), (skip, take + 1))
    })?;
    let more = rows.len() > take;
    rows.truncate(take);
    Ok((rows, more))
}
