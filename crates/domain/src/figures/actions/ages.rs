//! Members of a scope by age and sex.

use db::Tx;
use kernel::{Actor, Day};

use super::ask;
use crate::books::read_paths;
use crate::figures::ages::{Ages, Counted};
use crate::figures::ages_store;
use crate::figures::model::Query;
use crate::{App, Result};

/// The members of a scope by age and sex at the end of the question's last day, as the organisation stood on it. None for
/// another view, an earlier knowledge or a part of the columns: people are read as the books know them now.
///
/// Every member of the scope is read, some 2 µs each; of a large part of all people, less than 1 µs each.
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
        let counts = counted(app, tx, &stretch.path(), on)?;
        Ok(Some(Ages::of(&counts, on)))
    })
}

/// Members up to which nothing is gained by looking for a better way: a twentieth of a second.
const FEW: usize = 20_000;
/// To look one member up costs as much as to read so many people one after the other.
const LOOK_UP: i64 = 6;

/// The members under a path by sex and year of birth, the shorter way: each looked up, or found among all people.
fn counted(app: &App, tx: &mut Tx<'_>, path: &str, on: Day) -> Result<Vec<Counted>> {
    let members = ages_store::members(tx, app.federation, path, on)?;
    let many = members.len() as i64;
    if members.len() > FEW && many * LOOK_UP > ages_store::people(tx, app.federation)? {
        return ages_store::among_all(tx, app.federation, &members);
    }
    ages_store::one_by_one(tx, app.federation, path, on)
}
