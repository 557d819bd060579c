//! Many members at once: those who arrive with a list, those who go with a unit.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use db::{Value, values};
use kernel::{Actor, Day, Id};
use ledger::account::{self, Account};

use super::record;
use crate::books::{Batch, schema};
use crate::documents::DocumentRef;
use crate::memberships::model::{Admission, Event, EventKind, NewEvent, Spell};
use crate::memberships::rules::{self, Kept};
use crate::memberships::store;
use crate::people::{self, Cohort, NewPerson, PersonWriter, Ready, Sex};
use crate::units::{self, UnitState, must_be_open, must_not_outlive};
use crate::{App, Result, documents};

/// A member of a unit on a day.
pub(crate) struct Member {
    pub(crate) person: Id,
    pub(crate) sex: Option<Sex>,
}

/// The members of a unit at the end of a day, in name order.
pub(crate) fn members_on(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<Vec<Member>> {
    let federation = batch.federation();
    let rows = store::members_on(batch.reader()?, federation, unit, on)?;
    Ok(rows.into_iter().map(|(person, sex)| Member { person, sex }).collect())
}

/// How many members the ledger counts at a unit at the end of a day, those without a name among them.
pub(crate) fn counted_on(batch: &mut Batch<'_, '_>, unit: Id, on: Day) -> Result<i64> {
    let federation = batch.federation();
    store::counted_on(batch.reader()?, federation, unit, on)
}

/// How many people a unit sent who were not answered yet.
pub(crate) fn in_transit_from(batch: &mut Batch<'_, '_>, unit: Id) -> Result<i64> {
    let federation = batch.federation();
    store::in_transit_from(batch.reader()?, federation, unit)
}

/// Ends the membership of everyone in a unit that ends.
pub(crate) fn end_with_unit(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    members: &[Member],
    flow: Account,
    unit_event: Id,
    document: Option<Id>,
) -> Result<()> {
    let reason = if flow == account::ENDED_STRUCK_OFF { "struck_off" } else { "dissolved" };
    for member in members {
        let row = values![
            EventKind::EndedWithUnit.code(),
            member.person,
            unit,
            on,
            None::<i64>,
            None::<i64>,
            reason,
            document,
            unit_event,
            None::<i64>,
            None::<i64>
        ];
        let id = batch.append(&schema::MEMBER_EVENT, row)?;
        let event = Event {
            id,
            kind: EventKind::EndedWithUnit,
            unit,
            on,
            other: None,
            transfer: None,
            reason: Some(reason.to_owned()),
            from_outside: false,
        };
        let kept = Kept { unit: true, other: false };
        for posting in rules::postings_of(&event, kept, member.sex == Some(Sex::Female)) {
            batch.post(id, posting)?;
        }
        store::end_spell(batch, member.person, unit, (on, id))?;
        crate::people::set_status(batch, member.person, None, "left")?;
    }
    Ok(())
}

/// Carries people from a unit to its successor.
pub(crate) fn carry(
    batch: &mut Batch<'_, '_>,
    from: Id,
    to: Id,
    on: Day,
    people: &[Id],
    document: &DocumentRef,
) -> Result<()> {
    for person in people {
        let event = NewEvent {
            other: Some(to),
            document: Some(document.clone()),
            ..NewEvent::new(EventKind::Carried, *person, from, on)
        };
        record::record_in(batch, &event)?;
    }
    Ok(())
}

/// A person new to the books who becomes a member in one stroke.
pub(crate) struct Arrival<'n> {
    pub(crate) person: &'n NewPerson,
    pub(crate) kind: EventKind,
    pub(crate) unit: Id,
    pub(crate) on: Day,
    /// The end outside, for a transfer in.
    pub(crate) from_outside: Option<Id>,
    pub(crate) document: Option<Id>,
    pub(crate) unit_event: Option<Id>,
    pub(crate) import: Option<Id>,
}

/// Writes arrivals a buffer at a time: no query a person, since nobody knew them before.
#[derive(Default)]
pub(crate) struct Arrivals {
    people: PersonWriter,
    spells: Vec<Vec<Value<'static>>>,
}

impl Arrivals {
    /// Writes one arrival; the caller has checked that the unit stands on the day.
    pub(crate) fn add(
        &mut self,
        batch: &mut Batch<'_, '_>,
        arrival: &Arrival<'_>,
        ready: Ready,
    ) -> Result<Id> {
        let born = crate::people::birth_floor(arrival.person.birth.as_deref());
        let (unit, other) = match arrival.from_outside {
            Some(outside) => (outside, Some(arrival.unit)),
            None => (arrival.unit, None),
        };
        rules::check(arrival.kind, unit, other, arrival.on, born)?;
        let new = (arrival.person, ready);
        let person = self.people.add(batch, new, Some(arrival.unit), "member")?;
        let row = values![
            arrival.kind.code(),
            person,
            unit,
            arrival.on,
            other,
            None::<i64>,
            None::<&str>,
            arrival.document,
            arrival.unit_event,
            arrival.import,
            None::<i64>
        ];
        let id = batch.append(&schema::MEMBER_EVENT, row)?;
        let event = Event {
            id,
            kind: arrival.kind,
            unit,
            on: arrival.on,
            other,
            transfer: None,
            reason: None,
            from_outside: arrival.from_outside.is_some(),
        };
        let kept = Kept { unit: arrival.from_outside.is_none(), other: true };
        for posting in rules::postings_of(&event, kept, arrival.person.sex == Some(Sex::Female)) {
            batch.post(id, posting)?;
        }
        let spell = Spell { unit: arrival.unit, from: arrival.on, to: None, start: id, end: None };
        let cohort = Cohort::of(arrival.person.sex, arrival.person.birth.as_deref());
        self.spells.push(store::spell_row(batch.federation(), (person, cohort), &spell));
        Ok(person)
    }

    /// Writes what waits.
    pub(crate) fn finish(mut self, batch: &mut Batch<'_, '_>) -> Result<()> {
        self.people.flush(batch)?;
        batch.reader()?.insert_many("spell", &schema::SPELL, &self.spells, "")?;
        Ok(())
    }
}

/// Writes down many people who are new to the books, as one batch. Gives back their ids in the order given.
pub fn admit_many(
    app: &App,
    actor: &Actor,
    reason: &str,
    admissions: &[Admission],
) -> Result<Vec<Id>> {
    app.write(actor, "memberships.record", reason, |batch| admit_in(batch, admissions, None))
}

/// The same inside a batch.
pub(crate) fn admit_in(
    batch: &mut Batch<'_, '_>,
    admissions: &[Admission],
    import: Option<Id>,
) -> Result<Vec<Id>> {
    let units: Vec<Id> = admissions.iter().map(|each| each.unit).collect();
    batch.load_paths(&units)?;
    let mut known: HashMap<Id, UnitState> = HashMap::new();
    let mut arrivals = Arrivals::default();
    let mut admitted = Vec::with_capacity(admissions.len());
    let keys = &batch.app.keys;
    people::ahead(
        keys,
        admissions,
        |admission| &admission.person,
        |admission, ready| {
            batch.not_in_the_future(admission.on)?;
            let state = unit_state(batch, &mut known, admission.unit)?;
            must_be_open(state, admission.on)?;
            must_not_outlive(state, None)?;
            let document = match &admission.document {
                Some(paper) => Some(documents::find_or_add(batch, paper)?),
                None => None,
            };
            let arrival = Arrival {
                person: &admission.person,
                kind: admission.kind,
                unit: admission.unit,
                on: admission.on,
                from_outside: admission.from_outside,
                document,
                unit_event: admission.unit_event,
                import,
            };
            admitted.push(arrivals.add(batch, &arrival, ready)?);
            Ok(())
        },
    )?;
    arrivals.finish(batch)?;
    Ok(admitted)
}

fn unit_state<'k>(
    batch: &mut Batch<'_, '_>,
    known: &'k mut HashMap<Id, UnitState>,
    unit: Id,
) -> Result<&'k UnitState> {
    match known.entry(unit) {
        Entry::Occupied(state) => Ok(state.into_mut()),
        Entry::Vacant(place) => {
            let federation = batch.federation();
            Ok(place.insert(units::load(batch.reader()?, federation, unit)?))
        }
    }
}

/// Records many events as one batch.
pub fn record_many(app: &App, actor: &Actor, reason: &str, events: &[NewEvent]) -> Result<Vec<Id>> {
    app.write(actor, "memberships.record", reason, |batch| {
        events.iter().map(|event| record::record_in(batch, event)).collect()
    })
}
