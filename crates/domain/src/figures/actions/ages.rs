//! Members of a scope by age and sex.

use kernel::Actor;

use super::ask;
use crate::books::read_paths;
use crate::figures::ages::Ages;
use crate::figures::ages_store;
use crate::figures::model::Query;
use crate::{App, Result};

/// The members of a scope by age and sex at the end of the question's last day, as the organisation stood on it. None for
/// another view, an earlier knowledge or a part of the columns: people are read as the books know them now.
///
/// Every member of the scope is counted, some 0,4 µs each.
pub fn ages(app: &App, actor: &Actor, query: &Query) -> Result<Option<Ages>> {
    app.allow(actor, "figures.read")?;
    if !query.is_plain() || query.is_of_a_column() {
        return Ok(None);
    }
    let on = query.days().last();
    app.db.read(|tx| {
        let scope = ask::resolve(tx, app, &query.scope)?;
        app.must_reach(tx, actor, "figures.read", scope.id, on)?;
        let paths = read_paths(tx, app.federation, &[scope.id])?.remove(&scope.id);
        let path = paths.unwrap_or_default();
        let Some(stretch) = ledger::paths::on(&path, on) else { return Ok(None) };
        let tally = ages_store::members(tx, app.federation, &stretch.path(), on)?;
        Ok(Some(Ages::of(&tally, on)))
    })
}
