//! Reading one nomination: its file, its verdict, its life, and what the reader may do with it now.

use db::Tx;
use kernel::{Actor, Id};

use super::place;
use crate::awards::Level;
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::State;
use crate::rounds::rules::{self, Before};
use crate::rounds::told::{May, NominationCard, Round};
use crate::rounds::{comment_store, file_store, list_store, read_store};
use crate::{App, Result, units};

/// One nomination, for who reaches the unit that nominates.
pub fn nomination(app: &App, actor: &Actor, id: Id) -> Result<NominationCard> {
    app.allow(actor, "rounds.read")?;
    app.db.read(|tx| {
        let (federation, today) = (app.federation, app.today());
        let known = known_store::load(tx, federation, id)?;
        app.must_reach(tx, actor, "rounds.read", known.unit, today)?;
        let round = read_store::find(tx, federation, known.round)?;
        let checklist = place::checklist_of(&round.awards, &known.award);
        let standing = &known.standing;
        let before = place::before(tx, federation, &known, (&round.awards, round.comment_level))?;
        let mut next = None;
        if let Some(holder) = standing.holder.filter(|_| standing.level < known.level) {
            let (unit, level) = place::next_of(tx, federation, (holder, standing.level), today)?;
            next = Some((unit.map(|unit| unit.name), level));
        }
        let open_until = match standing.opening {
            Some(opening) => Some((opening, comment_store::load(tx, federation, opening)?.to)),
            None => None,
        };
        let open_until = open_until.filter(|(_, to)| today < *to);
        let may = may(app, tx, actor, (&known, &round), before)?;
        let ripe = rules::must_be_ripe(standing, before, today);
        Ok(NominationCard {
            row: list_store::one(tx, federation, &known)?,
            unit_name: units::load(tx, federation, known.unit)?.name,
            items: file_store::items(tx, federation, (id, standing), &checklist)?,
            verdict: list_store::verdict(tx, federation, id)?,
            steps: list_store::life(tx, federation, id)?,
            comments: comment_store::of_nomination(tx, federation, id)?,
            open_until,
            after: list_store::after(tx, federation, id)?,
            next,
            needs_council: before.council,
            may,
            waits: ripe.err().filter(|_| matches!(standing.state, State::Accepted | State::Passed)),
            round,
        })
    })
}

/// What the actor may do with a nomination now: by the rights at the unit where it would be recorded, and by where the
/// file stands. The actions ask again.
fn may(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    (known, round): (&Known, &Round),
    before: Before,
) -> Result<Vec<May>> {
    let today = app.today();
    let standing = &known.standing;
    let mut reach = |action: &str, unit: Option<Id>| {
        unit.is_some_and(|unit| app.must_reach(tx, actor, action, unit, today).is_ok())
    };
    let at_seat = reach("rounds.appraise", standing.seat());
    let at_own = reach("rounds.nominate", Some(known.unit));
    let at_sender = reach("rounds.send", standing.senders.last().copied());
    let (state, inside) = (standing.state, !standing.is_outside());
    let is_own = standing.holder == Some(known.unit);
    let decides_here = standing.level >= known.level;
    let ripe = rules::must_be_ripe(standing, before, today).is_ok();
    let asks_here = before.council || before.comment || decides_here;
    let mut found = Vec::new();
    let mut add = |may: May, holds: bool| {
        if holds {
            found.push(may);
        }
    };
    add(May::Fill, state.is_open() && at_seat);
    let ready = state == State::Returned || (state == State::Drafted && !asks_here) || ripe;
    add(May::Send, at_seat && inside && !decides_here && ready && !state.is_over());
    let in_house = is_own && state.is_open() && asks_here && state == State::Drafted;
    add(May::Appraise, at_seat && inside && (state == State::Sent || in_house));
    let returnable =
        matches!(state, State::Sent | State::Accepted | State::Failed | State::Returned);
    add(May::Return, at_seat && inside && returnable && !standing.senders.is_empty());
    let openable = matches!(state, State::Accepted | State::Passed);
    add(May::Open, at_seat && inside && openable && standing.opening.is_none());
    add(May::Decide, at_seat && decides_here && ripe);
    let refusable = matches!(state, State::Sent | State::Accepted | State::Passed | State::Failed);
    add(May::Refuse, at_seat && refusable);
    add(May::Reconsider, at_seat && matches!(state, State::Failed | State::Refused));
    add(May::PassOn, at_seat && !inside && !state.is_over() && standing.level < known.level);
    // A level outside these books gives a file back by letter: who sent it takes it up again.
    add(May::Recall, at_sender && state == State::Sent);
    add(May::Withdraw, at_own && !state.is_over());
    let higher =
        place::line_of(&round.awards, &known.award).is_some_and(|line| line.higher_by.is_some());
    let above = round.awards.iter().any(|line| line.level > standing.level);
    let is_top = standing.level == Level::State;
    add(May::Higher, at_own && state == State::Refused && higher && above && !is_top);
    Ok(found)
}
