//! Reading honours and papers.

use kernel::{Actor, Id, Period};

use crate::awards::model::{Commendation, CommendationRow, HonourFilter, HonourPage, HonourRow};
use crate::awards::{list_store, store};
use crate::{App, Result, people};

/// The honours of somebody or something, with whether the reader sees them.
pub type HonoursOf = Vec<HonourRow>;

/// A page of honours under a scope that the reader must reach.
pub fn honours(app: &App, actor: &Actor, filter: &HonourFilter, most: usize) -> Result<HonourPage> {
    app.db.read(|tx| {
        let last = filter.days.map_or_else(|| app.today(), Period::last);
        match filter.scope {
            Some(scope) => app.must_reach(tx, actor, "honours.read", scope, last)?,
            None => app.must_reach_all(tx, actor, "honours.read")?,
        }
        let most = most.clamp(1, 5_000);
        let mut rows = list_store::list(tx, app.federation, app.today(), filter, most + 1)?;
        let more = rows.len() > most;
        rows.truncate(most);
        let next = rows.last().filter(|_| more).map(|row| (row.on, row.id));
        Ok(HonourPage { rows, next })
    })
}

/// The papers kept by the units under a scope.
pub fn commendations(
    app: &App,
    actor: &Actor,
    (scope, now): (Id, bool),
    days: Period,
    page: (usize, usize),
) -> Result<Vec<CommendationRow>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "honours.read", scope, days.last())?;
        let place = (scope, now, app.today());
        list_store::heads(tx, app.federation, place, days, page)
    })
}

/// One paper with its list.
pub fn commendation(app: &App, actor: &Actor, id: Id) -> Result<Commendation> {
    app.allow(actor, "honours.read")?;
    app.db.read(|tx| {
        let (keeper, on) =
            list_store::keeper(tx, app.federation, id)?.ok_or_else(store::unknown)?;
        app.must_reach(tx, actor, "honours.read", keeper, on)?;
        let may_record = app.must_reach(tx, actor, "honours.record", keeper, on).is_ok();
        let found = list_store::commendation(tx, app.federation, id)?;
        found.map(|told| Commendation { may_record, ..told }).ok_or_else(|| store::unknown().into())
    })
}

/// The honours of a person, for who may see that person.
pub fn honours_of_person(app: &App, actor: &Actor, person: Id) -> Result<HonoursOf> {
    app.allow(actor, "honours.read")?;
    app.db.read(|tx| {
        people::must_reach_person(app, tx, actor, "honours.read", person)?;
        list_store::of_person(tx, app.federation, person)
    })
}

/// The honours of a unit as a collective.
pub fn honours_of_unit(app: &App, actor: &Actor, unit: Id) -> Result<HonoursOf> {
    app.allow(actor, "honours.read")?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "honours.read", unit, app.today())?;
        list_store::of_unit(tx, app.federation, unit)
    })
}

/// How many of the people honoured under a scope in some days are women the books know.
pub fn women_honoured(
    app: &App,
    actor: &Actor,
    (scope, now): (Id, bool),
    days: Period,
) -> Result<i64> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "honours.read", scope, days.last())?;
        list_store::women(tx, app.federation, app.today(), (scope, now), days)
    })
}
