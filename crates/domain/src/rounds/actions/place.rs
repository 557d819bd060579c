//! Where units stand, and what must have happened on a rung: what several actions ask.

use std::collections::HashSet;

use db::Tx;
use kernel::{Actor, Day, Id, Refusal};
use ledger::Stretch;

use crate::awards::Level;
use crate::books::read_paths;
use crate::rounds::known_store::Known;
use crate::rounds::model::{Item, RoundAward};
use crate::rounds::rules::{self, Before};
use crate::rounds::standing::{above, rung_of};
use crate::rounds::{comment_store, read_store};
use crate::units::{self, UnitState};
use crate::{App, Result};

/// The stretch of a unit on a day; today's when the books do not tell of that day.
pub(super) fn stretch_of(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
) -> Result<Option<Stretch>> {
    let path = read_paths(tx, federation, &[unit])?.remove(&unit).unwrap_or_default();
    Ok(ledger::paths::on(&path, on).or(path.last()).cloned())
}

/// A unit and its managers on a day, the nearest first.
pub(super) fn chain_of(tx: &mut Tx<'_>, federation: Id, unit: Id, on: Day) -> Result<Vec<Id>> {
    let found = stretch_of(tx, federation, unit, on)?;
    Ok(found.map_or_else(|| vec![unit], |stretch| stretch.chain))
}

/// A unit that stands on a rung of its own.
pub(super) fn on_rung(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<(UnitState, Level)> {
    let state = units::load(tx, federation, unit)?;
    match rung_of(state.kind) {
        Some(rung) => Ok((state, rung)),
        None => Err(Refusal::new(
            "no_rung",
            format!("{} không tự xét khen thưởng", state.name),
            "Lập hồ sơ ở công đoàn cơ sở quản lý đơn vị này",
        )
        .into()),
    }
}

/// Where a file goes from a unit: the unit above, none outside these books, and the rung there.
pub(super) fn next_of(
    tx: &mut Tx<'_>,
    federation: Id,
    (unit, rung): (Id, Level),
    on: Day,
) -> Result<(Option<UnitState>, Level)> {
    let chain = chain_of(tx, federation, unit, on)?;
    for each in chain.iter().skip(1) {
        let state = units::load(tx, federation, *each)?;
        if let Some(there) = rung_of(state.kind).filter(|there| *there > rung) {
            return Ok((Some(state), there));
        }
    }
    Ok((None, above(rung).unwrap_or(rung)))
}

/// The line of the round for a nomination's award.
pub(super) fn line_of<'a>(awards: &'a [RoundAward], award: &str) -> Option<&'a RoundAward> {
    awards.iter().find(|line| line.award == award)
}

/// The checklist of an award in a round.
pub(super) fn checklist_of(awards: &[RoundAward], award: &str) -> Vec<Item> {
    line_of(awards, award).map(|line| line.items.clone()).unwrap_or_default()
}

/// What must have happened to a nomination on the rung where it lies.
pub(super) fn before(
    tx: &mut Tx<'_>,
    federation: Id,
    known: &Known,
    (awards, comment): (&[RoundAward], Option<Level>),
) -> Result<Before> {
    let standing = &known.standing;
    let council =
        line_of(awards, &known.award).is_some_and(|line| line.council.contains(&standing.level));
    let (mut opened_to, mut open_objections) = (None, 0);
    if let Some(opening) = standing.opening {
        opened_to = Some(comment_store::load(tx, federation, opening)?.to);
        open_objections = comment_store::open_objections(tx, federation, (opening, known.id))?;
    }
    let comment = rules::opens_list(comment, standing.level);
    Ok(Before { council, comment, opened_to, open_objections })
}

/// Whether somebody sees a round: reaches the unit that opened it, or holds a post at a unit that was called, or under
/// one.
pub(super) fn may_see(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    round: Id,
    opener: Id,
) -> Result<bool> {
    app.allow(actor, "rounds.read")?;
    let today = app.today();
    if app.must_reach(tx, actor, "rounds.read", opener, today).is_ok() {
        return Ok(true);
    }
    for hold in actor.holds().unwrap_or_default() {
        let chain = chain_of(tx, app.federation, hold.unit, today)?;
        if read_store::call_of(tx, app.federation, (round, &chain))?.is_some() {
            return Ok(true);
        }
    }
    // A unit that was called stands under a post: whoever looks after it sees the round too.
    let calls = read_store::calls(tx, app.federation, round)?;
    let called: Vec<Id> = calls.iter().map(|call| call.called.0).collect();
    Ok(!reached(app, tx, actor, &called)?.is_empty())
}

/// Those of some units at which an actor may read nominations today.
pub(super) fn reached(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    units: &[Id],
) -> Result<HashSet<Id>> {
    app.reached(tx, actor, "rounds.read", units)
}

/// A day of an outcome: it is not before the last step that has a day of its own.
pub(super) fn must_follow(known: &Known, on: Day) -> Result<(), Refusal> {
    if on >= known.standing.told_on {
        return Ok(());
    }
    let message = format!(
        "Ngày {} trước bước trước đó của hồ sơ {} ({})",
        on.vi(),
        known.named,
        known.standing.told_on.vi()
    );
    Err(Refusal::new("before_last_step", message, "Kiểm tra lại ngày"))
}
