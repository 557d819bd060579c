//! A unit's record: what it is and was, what happened to it, who managed it, which papers and batches tell of it.

use kernel::{Actor, Day, Id};

use super::read::card_of;
use crate::units::model::{ManagerTold, MemberName, Paper, Profile, Trail};
use crate::units::profile_store;
use crate::{App, Result};

/// Members offered for sharing out at most; a larger unit is divided by a list.
const SHARED_MOST: i64 = 1_500;

/// The record of a unit. Names are for everybody who may read units; numbers of members only within reach.
pub fn profile(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<Profile> {
    app.allow(actor, "units.read")?;
    let federation = app.federation;
    app.db.read(|tx| {
        let card = card_of(tx, app, unit, on)?;
        let reaches = app.must_reach(tx, actor, "figures.read", unit, on).is_ok();
        let versions = profile_store::versions(tx, federation, unit)?;
        let events = profile_store::events(tx, federation, unit)?;
        let path =
            crate::books::read_paths(tx, federation, &[unit])?.remove(&unit).unwrap_or_default();
        let above = path.iter().filter_map(|stretch| stretch.chain.get(1).copied());
        let mut named: Vec<Id> = events
            .iter()
            .flat_map(|event| event.others.iter().copied().chain([event.unit]))
            .collect();
        named.extend(above);
        named.sort_unstable();
        named.dedup();
        let names = profile_store::names(tx, federation, &named)?;
        let events = events.into_iter().map(|event| {
            let mut told = event.told;
            told.at = (event.unit != unit).then(|| names.get(&event.unit).cloned()).flatten();
            told.others = event.others.iter().filter_map(|id| names.get(id).cloned()).collect();
            told.members = told.members.filter(|_| reaches);
            told
        });
        let mut managers: Vec<ManagerTold> = Vec::new();
        for stretch in &path {
            let manager = stretch.chain.get(1).and_then(|id| names.get(id).cloned());
            match managers
                .last_mut()
                .filter(|last| last.manager == manager && last.to == stretch.from)
            {
                Some(last) => last.to = stretch.to,
                None => managers.push(ManagerTold { from: stretch.from, to: stretch.to, manager }),
            }
        }
        Ok(Profile { card, reaches, versions, events: events.collect(), managers })
    })
}

/// The papers that concern a unit, each with how often it is named; the newest first.
pub fn unit_papers(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<Vec<(Paper, i64)>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "figures.read", unit, on)?;
        profile_store::papers(tx, app.federation, unit)
    })
}

/// Who wrote what about a unit, and who took its data away; for who may read the audit trail there.
pub fn unit_trail(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<Vec<Trail>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "audit.read", unit, on)?;
        profile_store::trail(tx, app.federation, unit)
    })
}

/// The members of a unit, to be sent to its successors: none where there are too many to tick.
pub fn members_to_share(
    app: &App,
    actor: &Actor,
    unit: Id,
    on: Day,
) -> Result<Option<Vec<MemberName>>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "people.search", unit, on)?;
        let names = profile_store::member_names(tx, app.federation, unit, on, SHARED_MOST + 1)?;
        Ok(Some(names).filter(|names| names.len() as i64 <= SHARED_MOST))
    })
}

/// Passes where the actor may record what happens to a unit; so a form is shown to nobody who cannot send it.
pub fn must_record_at(app: &App, actor: &Actor, unit: Id) -> Result<()> {
    app.db.read(|tx| app.must_reach(tx, actor, "units.record", unit, app.today()))
}

/// A fresh name for a command that a form will send.
pub fn fresh_command(app: &App) -> String {
    app.ids.next(&*app.clock).to_string()
}
