//! Reading rounds, and lists of nominations.

use std::collections::HashMap;

use kernel::{Actor, Id, UnitKind};

use super::place;
use crate::books::{end_of_range, last_path};
use crate::reach::Bounds;
use crate::rounds::model::State;
use crate::rounds::standing::rung_of;
use crate::rounds::store::Known;
use crate::rounds::told::{NominationFilter, NominationRow, PersonNear, RoundCard, RoundRow};
use crate::rounds::{comment_store, list_store, read_store, store};
use crate::{App, Result, units};

/// Rounds on a page of the list.
const ROUNDS: usize = 200;

/// The rounds that concern a unit, the latest first: its own, those that call it or a unit above it, and those of the
/// units under it.
pub fn rounds(app: &App, actor: &Actor, unit: Id) -> Result<Vec<RoundRow>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "rounds.read", unit, app.today())?;
        let chain = place::chain_of(tx, app.federation, unit, app.today())?;
        let path = last_path(tx, app.federation, unit)?;
        let under = (&*path, &*end_of_range(&path));
        read_store::list(tx, app.federation, (&chain, under), ROUNDS)
    })
}

/// A round as the reader sees it: nominations and calls within reach.
pub fn round(app: &App, actor: &Actor, id: Id) -> Result<RoundCard> {
    app.allow(actor, "rounds.read")?;
    app.db.read(|tx| {
        let (federation, today) = (app.federation, app.today());
        let told = read_store::find(tx, federation, id)?;
        let opener = told.head.unit.0;
        if !place::may_see(app, tx, actor, id, opener)? {
            return Err(store::unknown_round().into());
        }
        let bounds = app.bounds(tx, actor, "rounds.read")?;
        let ids = list_store::ids(tx, federation, id, &bounds, &NominationFilter::default())?;
        let known = store::load_many(tx, federation, &ids)?;
        let reaches_opener = app.must_reach(tx, actor, "rounds.read", opener, today).is_ok();
        let mut calls = read_store::calls(tx, federation, id)?;
        for call in &mut calls {
            let own = |each: &&Known| {
                each.called == call.called.0 && each.standing.state != State::Withdrawn
            };
            call.nominations = known.iter().filter(own).count() as i64;
            let gone = |each: &&Known| each.standing.senders.contains(&call.called.0);
            call.sent = known.iter().filter(own).filter(gone).count() as i64;
        }
        if !reaches_opener {
            let mut seen = Vec::new();
            for call in calls {
                if app.must_reach(tx, actor, "rounds.read", call.called.0, today).is_ok() {
                    seen.push(call);
                }
            }
            calls = seen;
        }
        let count = |state: State| {
            let of = known.iter().filter(|each| each.standing.state == state);
            (state, of.count() as i64)
        };
        let counts = State::ALL.iter().map(|state| count(*state)).filter(|(_, n)| *n > 0).collect();
        let mut openings = Vec::new();
        for (opening, unit, name, from, to) in comment_store::of_round(tx, federation, id)? {
            if app.must_reach(tx, actor, "rounds.read", unit, today).is_ok() {
                openings.push((opening, name, from, to));
            }
        }
        let may_change = app.must_reach(tx, actor, "rounds.open", opener, today).is_ok();
        let may_nominate = !told.head.is_closed
            && told.head.due_on >= today
            && app.allow(actor, "rounds.nominate").is_ok();
        Ok(RoundCard { round: told, calls, counts, openings, may_change, may_nominate })
    })
}

/// The nominations of a round within reach that are asked for, in the order of awards and names, and how many there are.
pub fn nominations(
    app: &App,
    actor: &Actor,
    round: Id,
    filter: &NominationFilter,
) -> Result<(Vec<NominationRow>, usize)> {
    app.allow(actor, "rounds.read")?;
    app.db.read(|tx| {
        let head = read_store::find_head(tx, app.federation, round)?;
        if !place::may_see(app, tx, actor, round, head.unit.0)? {
            return Err(store::unknown_round().into());
        }
        let bounds: Bounds = app.bounds(tx, actor, "rounds.read")?;
        let ids = list_store::ids(tx, app.federation, round, &bounds, filter)?;
        let places: HashMap<Id, usize> =
            ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let mut known = store::load_many(tx, app.federation, &ids)?;
        known.retain(|each| {
            filter.state.is_none_or(|state| state == each.standing.state)
                && filter.holder.is_none_or(|holder| each.standing.seat() == Some(holder))
        });
        known.sort_by_key(|each| places.get(&each.id).copied());
        let all = known.len();
        let (first, rows) = filter.page;
        let rows = if rows == 0 { 500 } else { rows.min(500) };
        let page: Vec<Known> = known.into_iter().skip(first).take(rows).collect();
        Ok((list_store::rows(tx, app.federation, &page)?, all))
    })
}

/// Members under a unit who might be nominated, by a part of the name.
pub fn people_near(app: &App, actor: &Actor, unit: Id, typed: &str) -> Result<Vec<PersonNear>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "rounds.nominate", unit, app.today())?;
        let path = last_path(tx, app.federation, unit)?;
        let typed: String = typed.chars().take(100).collect();
        list_store::people_near(tx, app.federation, (&path, &end_of_range(&path)), &typed)
    })
}

/// The units directly under one that may be called: id, code, name.
pub fn units_below(app: &App, actor: &Actor, unit: Id) -> Result<Vec<(Id, String, String)>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "rounds.open", unit, app.today())?;
        let below = units::directly_below(tx, app, unit, app.today())?;
        let stands = |row: &units::UnitRow| {
            // A row tells a kind by its name.
            let kind = UnitKind::ALL.iter().find(|kind| kind.name().vi == row.kind);
            row.ended_on.is_none() && kind.copied().and_then(rung_of).is_some()
        };
        let found = below.into_iter().filter(|(_, row)| stands(row));
        Ok(found.map(|(id, row)| (id, row.code, row.name)).collect())
    })
}
