//! What a record would post, before it is written: worked out by writing it and taking it back.

use kernel::{Actor, Id};

use super::{admit, bulk, record};
use crate::memberships::life_store;
use crate::memberships::model::{Admission, Effect, NewEvent};
use crate::{App, Result};

/// What some events would post; refused as they would be.
pub fn preview(app: &App, actor: &Actor, events: &[NewEvent]) -> Result<Vec<Effect>> {
    app.try_out(actor, "memberships.record", |batch| {
        for event in events {
            record::record_in(batch, event)?;
        }
        let federation = batch.federation();
        life_store::effects(batch.reader()?, federation)
    })
}

/// What an admission would post; refused as it would be.
pub fn preview_admission(
    app: &App,
    actor: &Actor,
    admission: &Admission,
    despite_twins: bool,
) -> Result<Vec<Effect>> {
    app.try_out(actor, "memberships.record", |batch| {
        admit::must_be_new(batch, admission, despite_twins)?;
        bulk::admit_in(batch, std::slice::from_ref(admission), None)?;
        let federation = batch.federation();
        life_store::effects(batch.reader()?, federation)
    })
}

/// What taking an event back would post.
pub fn preview_reversal(app: &App, actor: &Actor, event: Id) -> Result<Vec<Effect>> {
    app.try_out(actor, "memberships.record", |batch| {
        record::take_back(batch, event)?;
        let federation = batch.federation();
        life_store::effects(batch.reader()?, federation)
    })
}
