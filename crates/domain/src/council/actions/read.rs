//! Reading councils and rooms.

use kernel::{Actor, Day, Id};

use super::vote::mark_urns;
use super::{load_council, load_room};
use crate::council::ballot_model::{Ballot, Way};
use crate::council::minutes::{Minutes, minutes};
use crate::council::model::{Council, CouncilRow, Room, SessionRow};
use crate::council::regulations::{self, VoteRule};
use crate::council::store;
use crate::{App, Result, papers, units};

/// Sessions of a list at most.
const SESSIONS_MAX: i64 = 100;

/// The councils within the reader's reach, and their sessions, the latest first.
pub fn councils(app: &App, actor: &Actor) -> Result<(Vec<CouncilRow>, Vec<SessionRow>)> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "council.read")?;
        let councils = store::councils(tx, app.federation, &bounds, app.today())?;
        let ids: Vec<Id> = councils.iter().map(|row| row.id).collect();
        let sessions = store::sessions(tx, app.federation, &ids, SESSIONS_MAX)?;
        Ok((councils, sessions))
    })
}

/// One council with its sessions.
pub fn council(app: &App, actor: &Actor, id: Id) -> Result<(Council, Vec<SessionRow>)> {
    app.allow(actor, "council.read")?;
    app.db.read(|tx| {
        let mut council = load_council(tx, app.federation, id)?;
        app.must_reach(tx, actor, "council.read", council.unit.0, app.today())?;
        council.may_manage =
            app.must_reach(tx, actor, "council.manage", council.unit.0, app.today()).is_ok();
        let sessions = store::sessions(tx, app.federation, &[id], SESSIONS_MAX)?;
        Ok((council, sessions))
    })
}

/// A session with everything in it that the reader may see.
pub fn room(app: &App, actor: &Actor, session: Id) -> Result<Room> {
    app.allow(actor, "council.read")?;
    app.db.read(|tx| {
        let mut room = load_room(tx, app.federation, session)?;
        let unit = room.council.unit.0;
        app.must_reach(tx, actor, "council.read", unit, app.today())?;
        room.council.may_manage =
            app.must_reach(tx, actor, "council.manage", unit, app.today()).is_ok();
        mark_urns(&mut room, |ballot| app.urns.has(ballot));
        let ballots = room.matters.iter_mut().flat_map(|matter| &mut matter.ballots);
        ballots.for_each(|ballot| hide(ballot, &actor.name));
        Ok(room)
    })
}

/// Until a second person entered the papers, nobody is shown what the first one did.
fn hide(ballot: &mut Ballot, reader: &str) {
    if ballot.way == Way::Paper && ballot.ended.is_none() && ballot.counters < 2 {
        ballot.counts.retain(|count| count.counter == reader);
    }
}

/// The rules about the councils of a unit on a day: those that decide, and the guesses that are only shown.
pub fn rules_for(
    app: &App,
    unit: Id,
    on: Day,
) -> Result<(Vec<&'static VoteRule>, Vec<&'static VoteRule>)> {
    let kind = app.db.read(|tx| units::load(tx, app.federation, unit))?.kind;
    let about = regulations::standard()?.votes.iter().filter(|rule| rule.is_about(kind, on));
    Ok(about.partition(|rule| rule.origin.mark.decides()))
}

/// The minutes of a session that was closed. The unit is called what it was called that day, as at the head of the paper.
pub fn minutes_of(app: &App, actor: &Actor, session: Id) -> Result<Minutes> {
    let room = room(app, actor, session)?;
    let unit = room.council.unit.0;
    let named = app.db.read(|tx| papers::named_on(tx, app.federation, unit, room.on))?;
    let told = minutes(&room)?;
    Ok(Minutes { unit: named.unwrap_or_else(|| told.unit.clone()), ..told })
}
