//! Reading rounds, and lists of nominations.

use std::collections::HashMap;

use kernel::{Actor, Id, UnitKind};

use super::place;
use crate::books::{end_of_range, last_path};
use crate::reach::Bounds;
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::State;
use crate::rounds::standing::rung_of;
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
        let known = known_store::load_many(tx, federation, &ids)?;
        let reaches_opener = app.must_reach(tx, actor, "rounds.read", opener, today).is_ok();
        let mut calls = read_store::calls(tx, federation, id)?;
        let places: HashMap<Id, usize> =
            calls.iter().enumerate().map(|(place, call)| (call.called.0, place)).collect();
        for each in known.iter().filter(|each| each.standing.state != State::Withdrawn) {
            let Some(place) = places.get(&each.called) else { continue };
            calls[*place].nominations += 1;
            calls[*place].sent += i64::from(each.standing.senders.contains(&each.called));
        }
        if !reaches_opener {
            let called: Vec<Id> = calls.iter().map(|call| call.called.0).collect();
            let seen = place::reached(app, tx, actor, &called)?;
            calls.retain(|call| seen.contains(&call.called.0));
        }
        let count = |state: State| {
            let of = known.iter().filter(|each| each.standing.state == state);
            (state, of.count() as i64)
        };
        let counts = State::ALL.iter().map(|state| count(*state)).filter(|(_, n)| *n > 0).collect();
        let all = comment_store::of_round(tx, federation, id)?;
        let openers: Vec<Id> = all.iter().map(|(_, unit, ..)| *unit).collect();
        let seen = place::reached(app, tx, actor, &openers)?;
        let openings = all.into_iter().filter(|(_, unit, ..)| seen.contains(unit));
        let openings = openings.map(|(id, _, name, from, to)| (id, name, from, to)).collect();
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
        let mut known = known_store::load_many(tx, app.federation, &ids)?;
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
