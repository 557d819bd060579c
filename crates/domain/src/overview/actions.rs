//! Asking what waits, and what was written last.

use db::Tx;
use kernel::{Actor, Id};

use crate::activities::{self, Activity};
use crate::obligations::{self, DutyList};
use crate::overview::model::{Entry, LOOKED_THROUGH, Waiting};
use crate::overview::store;
use crate::reach::Bounds;
use crate::{App, Error, Result};

/// Imports of so many days are looked at.
const DAYS_OF_IMPORTS: i32 = 30;
/// Posts that end within so many days are told of.
const DAYS_OF_POSTS: i32 = 30;

/// Obligations whose last day is so many days ahead are told of, and so many days behind.
const DAYS_NEAR: i32 = 90;
const DAYS_OVER: i32 = 180;
/// Units of a scope at most for which obligations are worked out, and agreements looked for, unasked.
const DUTY_UNITS: i64 = 400;

/// What waits for an actor in a unit and under it, as the organisation stands today.
pub fn waiting(app: &App, actor: &Actor, scope: Id) -> Result<Waiting> {
    app.allow(actor, "units.read")?;
    let (federation, today) = (app.federation, app.today());
    app.db.read(|tx| {
        app.must_reach(tx, actor, "units.read", scope, today)?;
        let mut waiting = Waiting::default();
        if let Some(bounds) = held(tx, app, actor, "memberships.record", scope)? {
            let (sent, coming) = store::in_transit(tx, federation, today, &bounds)?;
            waiting.to_be_answered = Some(sent);
            waiting.to_receive = Some(coming);
        }
        if let Some(bounds) = held(tx, app, actor, "people.correct", scope)? {
            waiting.corrections = Some(store::corrections(tx, federation, today, &bounds)?);
        }
        if let Some(bounds) = held(tx, app, actor, "imports.run", scope)? {
            let since = today.plus(-DAYS_OF_IMPORTS);
            waiting.refused = Some(store::refused(tx, federation, today, &bounds, since)?);
            waiting.refused_last = store::refused_last(tx, federation, today, &bounds, since)?;
        }
        if let Some(bounds) = held(tx, app, actor, "accounts.manage", scope)? {
            let to = today.plus(DAYS_OF_POSTS);
            waiting.ending = Some(store::ending(tx, federation, (today, to), &bounds)?);
        }
        Ok(waiting)
    })
}

/// Pairs of records that may be one person in a unit and under it: nothing for a scope too large to look through unasked,
/// or where the reader may not merge.
pub fn duplicates(app: &App, actor: &Actor, scope: Id) -> Result<Option<i64>> {
    app.allow(actor, "units.read")?;
    let (federation, today) = (app.federation, app.today());
    app.db.read(|tx| {
        app.must_reach(tx, actor, "units.read", scope, today)?;
        let Some(bounds) = held(tx, app, actor, "people.merge", scope)? else { return Ok(None) };
        if store::people_up_to(tx, federation, today, &bounds)? > LOOKED_THROUGH {
            return Ok(None);
        }
        store::pairs(tx, federation, today, &bounds).map(Some)
    })
}

/// Obligations of a unit and all under it whose last day is near or over, with who has not held them: nothing for a scope
/// too large to look through unasked, which has its own page.
pub fn duties_left(app: &App, actor: &Actor, scope: Id, code: &str) -> Result<Vec<DutyList>> {
    let today = app.today();
    let mut left = Vec::new();
    if is_large(app, actor, scope)? {
        return Ok(left);
    }
    for year in [today.year() - 1, today.year()] {
        for obligation in obligations::all() {
            let due = obligation.in_year(year).map(|version| version.due_in(year).since(today));
            if due.is_some_and(|days| (-DAYS_OVER..=DAYS_NEAR).contains(&days)) {
                left.push(obligations::duties(app, actor, &obligation.code, code, year)?);
            }
        }
    }
    left.retain(|list| list.counts.obliged > list.counts.held);
    Ok(left)
}

/// Agreements of a unit and all under it that end within so many days, the first to end first: nothing for a scope too
/// large to look through unasked, which has its own page.
pub fn agreements_ending(
    app: &App,
    actor: &Actor,
    scope: Id,
    code: &str,
    within: i32,
) -> Result<Vec<Activity>> {
    let Some(register) = activities::find("agreements") else { return Ok(Vec::new()) };
    if is_large(app, actor, scope)? {
        return Ok(Vec::new());
    }
    activities::ending(app, actor, register, code, within)
}

/// Whether a scope has more units than are looked through unasked, or none within reach.
fn is_large(app: &App, actor: &Actor, scope: Id) -> Result<bool> {
    app.allow(actor, "units.read")?;
    let (federation, today) = (app.federation, app.today());
    app.db.read(|tx| {
        app.must_reach(tx, actor, "units.read", scope, today)?;
        let Some(bounds) = held(tx, app, actor, "activities.read", scope)? else { return Ok(true) };
        Ok(store::units_up_to(tx, federation, today, &bounds)? > DUTY_UNITS)
    })
}

/// Where an actor's power holds in a unit and under it; none where it holds nowhere there.
fn held(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    action: &str,
    scope: Id,
) -> Result<Option<Bounds>> {
    match app.bounds_under(tx, actor, action, scope) {
        Ok(Bounds::Ranges(ranges)) if ranges.is_empty() => Ok(None),
        Ok(bounds) => Ok(Some(bounds)),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The last batches that count at units of a scope, the latest first. Of a large scope the last postings of the books are
/// looked at, so a quiet one may show nothing. Nothing for who may not read people: reasons may name them.
pub fn last_entries(app: &App, actor: &Actor, scope: Id, most: usize) -> Result<Vec<Entry>> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "units.read", scope, app.today())?;
        match held(tx, app, actor, "figures.trace", scope)? {
            Some(bounds) => store::entries(tx, app.federation, app.today(), &bounds, most),
            None => Ok(Vec::new()),
        }
    })
}
