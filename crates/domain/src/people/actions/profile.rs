//! The profile of a person: what is known, what happened, who looked, who may be the same.

use kernel::{Actor, Id};

use super::cards::{mask, must_reach_person};
use crate::memberships::{self, LifeEvent};
use crate::people::list_model::Filter;
use crate::people::list_store::{self, Ground, Pace, Shown};
use crate::people::model::{NewPerson, Profile, Twin};
use crate::people::{profile_store, store};
use crate::reach::Bounds;
use crate::{App, Error, Result};

/// Everything a page says of one person; the identity number is masked.
pub fn profile(app: &App, actor: &Actor, person: Id) -> Result<Profile> {
    app.allow(actor, "people.search")?;
    app.db.read(|tx| {
        must_reach_person(app, tx, actor, "people.search", person)?;
        store::must_stand(tx, app.federation, person)?;
        let (facts, _) = store::load_facts(tx, app.federation, person)?;
        let sealed = store::load_sealed(tx, app.federation, person)?;
        let fields = sealed.map(|bytes| app.keys.open(&bytes)).transpose()?;
        let cccd = fields.and_then(|(fields, _)| fields.cccd);
        let events: Vec<LifeEvent> = memberships::life(tx, app.federation, person)?;
        let (unit, status) = profile_store::standing(tx, app.federation, person)?;
        let twins = twins(app, tx, actor, &facts, cccd.as_deref(), Some(person))?;
        let mut may = |action| match must_reach_person(app, tx, actor, action, person) {
            Ok(()) => Ok(true),
            Err(Error::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        };
        let (may_record, may_reveal) = (may("memberships.record")?, may("people.read_identity")?);
        let seen = profile_store::looks(tx, app.federation, person)?;
        let changes = profile_store::versions(tx, app.federation, person)?;
        let cccd_masked = cccd.as_deref().map(mask);
        Ok(Profile {
            id: person,
            facts,
            cccd_masked,
            unit,
            status,
            events,
            changes,
            seen,
            twins,
            may_record,
            may_reveal,
        })
    })
}

/// People in the books who may be a person not written yet. Of those out of reach only the fact is told.
pub fn find_twins(app: &App, actor: &Actor, new: &NewPerson) -> Result<Vec<Twin>> {
    app.allow(actor, "memberships.record")?;
    app.db.read(|tx| twins(app, tx, actor, new, new.sensitive.cccd.as_deref(), None))
}

fn twins(
    app: &App,
    tx: &mut db::Tx<'_>,
    actor: &Actor,
    new: &NewPerson,
    cccd: Option<&str>,
    but: Option<Id>,
) -> Result<Vec<Twin>> {
    let index = cccd.map(|number| app.keys.index_of(number));
    let mut found = profile_store::twins(tx, app.federation, new, index.as_deref())?;
    found.retain(|(id, _)| Some(*id) != but);
    let ids: Vec<Id> = found.iter().map(|(id, _)| *id).collect();
    let mut twins = Vec::new();
    let everyone = Bounds::Whole;
    for status in [None, Some(crate::people::Status::Left)] {
        let filter = Filter { status, ..Filter::default() };
        let (federation, today) = (app.federation, app.today());
        let ground =
            Ground { federation, today, bounds: &everyone, filter: &filter, pace: Pace::USUAL };
        let people = list_store::read_some(tx, &ground, &ids)?;
        for row in list_store::dress(tx, federation, people, Shown::Page)? {
            let by_number = found.iter().any(|(id, by_number)| *id == row.id && *by_number);
            let is_reached = must_reach_person(app, tx, actor, "people.search", row.id).is_ok();
            twins.push(Twin { row: is_reached.then_some(row), by_number });
        }
    }
    Ok(twins)
}
