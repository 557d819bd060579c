//! Transfers between units: straight, or introduced and answered.

use kernel::{Actor, Id};

use crate::memberships::life_store;
use crate::memberships::model::{EventKind, Pending};
use crate::{App, Error, Result, units};

/// Rows of the list of those who wait.
const MOST: i64 = 500;

/// Those in transit from or to units where the actor records members, the longest waiting first.
pub fn transfers(app: &App, actor: &Actor) -> Result<Vec<Pending>> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "memberships.record")?;
        life_store::pending(tx, app.federation, app.today(), &bounds, MOST)
    })
}

/// How an actor moves a member to a unit: straight where both ends are within reach or the other books are kept
/// elsewhere, else by introduction.
pub fn transfer_kind(app: &App, actor: &Actor, to: Id) -> Result<EventKind> {
    app.db.read(|tx| {
        if units::load(tx, app.federation, to)?.is_external() {
            return Ok(EventKind::Transferred);
        }
        match app.must_reach(tx, actor, "memberships.record", to, app.today()) {
            Ok(()) => Ok(EventKind::Transferred),
            Err(Error::Refused(refusal)) if refusal.code == "out_of_reach" => Ok(EventKind::Sent),
            Err(error) => Err(error),
        }
    })
}

/// Passes for who may record members anywhere: before an empty form is shown.
pub fn may_record(app: &App, actor: &Actor) -> Result<()> {
    app.allow(actor, "memberships.record")
}
