//! Reading the trail, and proving the chain it hangs on.

use kernel::Actor;

use super::model::{BatchRow, Entry, TrailAsked, Verified};
use super::store;
use crate::books::doctor;
use crate::{App, Result, keeping};

/// Lines of the trail, the latest first.
pub fn entries(app: &App, actor: &Actor, asked: &TrailAsked) -> Result<Vec<Entry>> {
    app.db.read(|tx| {
        app.must_reach_all(tx, actor, "audit.read")?;
        store::entries(tx, app.federation, asked)
    })
}

/// Batches, the latest first.
pub fn batches(app: &App, actor: &Actor, asked: &TrailAsked) -> Result<Vec<BatchRow>> {
    app.db.read(|tx| {
        app.must_reach_all(tx, actor, "audit.read")?;
        store::batches(tx, app.federation, asked)
    })
}

/// Works the hashes of the last batches out again from the rows that stand in the tables, as many as a page can wait
/// for. What seems broken there is looked at once more with the whole chain before it is said. When it was done is kept.
pub fn verify(app: &App, actor: &Actor) -> Result<Verified> {
    let verified = app.db.read(|tx| {
        app.must_reach_all(tx, actor, "audit.read")?;
        doctor::examine_end(tx, app)
    })?;
    keeping::write_chain_proved(app, actor, &verified)?;
    Ok(verified)
}
