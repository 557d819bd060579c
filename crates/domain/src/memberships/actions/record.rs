//! Recording one event of a membership, and taking one back.

use std::collections::HashMap;

use db::values;
use kernel::{Actor, Day, Id, Refusal};

use crate::books::{Batch, schema};
use crate::memberships::model::{Event, EventKind, NewEvent, Spell};
use crate::memberships::rules::{self, Kept, Standing};
use crate::memberships::store;
use crate::people::{self, Sex};
use crate::units::{self, must_be_open, must_not_outlive};
use crate::{App, Result, documents};

/// Records what happened to a member.
pub fn record(app: &App, actor: &Actor, new: &NewEvent) -> Result<Id> {
    app.write(actor, "memberships.record", new.kind.name().vi, |batch| {
        let event = record_in(batch, new)?;
        batch.answers(event);
        Ok(event)
    })
}

/// Records an event inside a batch.
pub(crate) fn record_in(batch: &mut Batch<'_, '_>, new: &NewEvent) -> Result<Id> {
    batch.not_in_the_future(new.on)?;
    let kept = check_units(batch, new)?;
    check_reach(batch, new, kept)?;
    let federation = batch.federation();
    let basics = store::person_basics(batch.reader()?, federation, new.person)?;
    let (sex, birth) = basics.ok_or_else(|| unknown_person(new.person))?;
    let born = people::birth_floor(birth.as_deref());
    rules::check(new.kind, new.unit, new.other, new.on, born)?;
    let mut events = store::events_of(batch.reader()?, federation, new.person)?;
    let event = draft(new, kept, &events);
    events.push(event.clone());
    // The new event's id is not made yet; it is the latest of its day.
    let (spells, _) = rules::fold(&events)?;
    must_not_outlive_units(batch, &spells)?;
    let document = match &new.document {
        Some(paper) => Some(documents::find_or_add(batch, paper)?),
        None => None,
    };
    let id = append(batch, new, &event, document)?;
    let event = Event {
        id,
        transfer: event.transfer.or(Some(id).filter(|_| new.kind == EventKind::Sent)),
        ..event
    };
    for posting in rules::postings_of(&event, kept, sex == Some(Sex::Female)) {
        batch.post(id, posting)?;
    }
    refresh(batch, new.person)?;
    Ok(id)
}

/// Who moves a member from one unit to another on one day must have a say in both; who has a say in one introduces, or
/// receives.
fn check_reach(batch: &mut Batch<'_, '_>, new: &NewEvent, kept: Kept) -> Result<()> {
    match (new.kind, new.other) {
        (EventKind::Transferred, Some(other)) => {
            if kept.unit {
                batch.must_reach(new.unit)?;
            }
            if kept.other { batch.must_reach(other) } else { Ok(()) }
        }
        (EventKind::Received, Some(other)) if kept.other => batch.must_reach(other),
        (EventKind::Received | EventKind::Returned, _) => Ok(()),
        _ if kept.unit => batch.must_reach(new.unit),
        _ => Ok(()),
    }
}

/// The ends that are kept here must stand on the day.
fn check_units(batch: &mut Batch<'_, '_>, new: &NewEvent) -> Result<Kept> {
    let federation = batch.federation();
    let mut kept = Kept { unit: true, other: false };
    for (place, unit) in [Some(new.unit), new.other].into_iter().enumerate() {
        let Some(unit) = unit else { continue };
        let state = units::load(batch.reader()?, federation, unit)?;
        must_be_open(&state, new.on)?;
        if place == 0 {
            kept.unit = !state.is_external();
        } else {
            kept.other = !state.is_external();
        }
    }
    Ok(kept)
}

/// No spell runs on at a unit that has ended.
fn must_not_outlive_units(batch: &mut Batch<'_, '_>, spells: &[Spell]) -> Result<()> {
    let federation = batch.federation();
    for spell in spells {
        let unit = units::load(batch.reader()?, federation, spell.unit)?;
        must_not_outlive(&unit, spell.to)?;
    }
    Ok(())
}

fn draft(new: &NewEvent, kept: Kept, events: &[Event]) -> Event {
    let last = Id(i64::MAX);
    let pending = match rules::fold(events) {
        Ok((_, Standing::InTransit { transfer, .. })) => Some(transfer),
        _ => None,
    };
    let answers = matches!(new.kind, EventKind::Received | EventKind::Returned);
    Event {
        id: last,
        kind: new.kind,
        unit: new.unit,
        on: new.on,
        other: new.other,
        transfer: pending.filter(|_| answers),
        reason: new.reason.map(|reason| reason.code().to_owned()),
        from_outside: !kept.unit,
    }
}

fn append(
    batch: &mut Batch<'_, '_>,
    new: &NewEvent,
    event: &Event,
    document: Option<Id>,
) -> Result<Id> {
    let row = values![
        new.kind.code(),
        new.person,
        new.unit,
        new.on,
        new.other,
        event.transfer,
        event.reason.clone(),
        document,
        new.unit_event,
        new.import,
        None::<i64>
    ];
    batch.append(&schema::MEMBER_EVENT, row)
}

fn unknown_person(person: Id) -> Refusal {
    Refusal::new(
        "unknown_person",
        format!("Sổ không có người mang số {person}"),
        "Tìm lại người này theo tên hoặc số căn cước",
    )
}

/// Works out a person's spells and present standing afresh from the events.
pub(crate) fn refresh(batch: &mut Batch<'_, '_>, person: Id) -> Result<()> {
    let federation = batch.federation();
    let events = store::events_of(batch.reader()?, federation, person)?;
    let (mut spells, standing) = rules::fold(&events)?;
    drop_external(batch, &mut spells)?;
    store::rewrite_spells(batch, person, &spells)?;
    let (unit, status) = match standing {
        Standing::Member(unit)
            if spells.last().is_some_and(|s| s.unit == unit && s.to.is_none()) =>
        {
            (Some(unit), "member")
        }
        Standing::InTransit { from, .. } => (Some(from), "in_transit"),
        Standing::Member(_) | Standing::Nobody => (None, "left"),
    };
    people::set_status(batch, person, unit, status)
}

/// Days at a unit kept elsewhere are no spell of these books.
fn drop_external(batch: &mut Batch<'_, '_>, spells: &mut Vec<Spell>) -> Result<()> {
    let federation = batch.federation();
    let mut kept = Vec::with_capacity(spells.len());
    for spell in spells.drain(..) {
        if !units::load(batch.reader()?, federation, spell.unit)?.is_external() {
            kept.push(spell);
        }
    }
    *spells = kept;
    Ok(())
}

/// Refuses a birth after the first thing that stands of a member's life.
pub(crate) fn must_be_born_before(batch: &mut Batch<'_, '_>, person: Id, born: Day) -> Result<()> {
    let federation = batch.federation();
    let events = store::events_of(batch.reader()?, federation, person)?;
    events.first().map_or(Ok(()), |first| Ok(rules::check_birth(first.on, born)?))
}

/// Takes an event back: its postings are reversed, and what remains must still make sense.
pub fn reverse_event(app: &App, actor: &Actor, event: Id) -> Result<()> {
    app.write(actor, "memberships.record", "Hủy một việc đã ghi", |batch| {
        take_back(batch, event)
    })
}

/// The same inside a batch.
pub(super) fn take_back(batch: &mut Batch<'_, '_>, event: Id) -> Result<()> {
    let federation = batch.federation();
    let Some(person) = store::person_of_event(batch.reader()?, federation, event)? else {
        return Err(Refusal::new(
            "unknown_event",
            format!("Không có việc {event} đang có hiệu lực"),
            "Mở hồ sơ đoàn viên để xem các việc đã ghi",
        )
        .into());
    };
    let events = store::events_of(batch.reader()?, federation, person)?;
    let rest: Vec<Event> = events.iter().filter(|each| each.id != event).cloned().collect();
    let (spells, _) = rules::fold(&rest)?;
    must_not_outlive_units(batch, &spells)?;
    let reversed = events.into_iter().find(|each| each.id == event);
    reversed.into_iter().try_for_each(|each| reverse_in(batch, person, &each, None))?;
    refresh(batch, person)
}

/// Reverses an event inside a batch without asking what remains.
pub(crate) fn reverse_in(
    batch: &mut Batch<'_, '_>,
    person: Id,
    event: &Event,
    import: Option<Id>,
) -> Result<()> {
    batch.reverse(event.id)?;
    append_reversal(batch, person, event, import)
}

fn append_reversal(
    batch: &mut Batch<'_, '_>,
    person: Id,
    event: &Event,
    import: Option<Id>,
) -> Result<()> {
    let (kind, reason, none) = (event.kind.code(), event.reason.clone(), None::<i64>);
    let row = values![
        kind,
        person,
        event.unit,
        event.on,
        event.other,
        event.transfer,
        reason,
        none,
        none,
        import,
        event.id
    ];
    batch.append(&schema::MEMBER_EVENT, row).map(drop)
}

/// Reverses everything that some people ever did, given all their standing events: as if they had never been here.
pub(crate) fn reverse_lives(
    batch: &mut Batch<'_, '_>,
    events: &[(Id, Event)],
    import: Id,
) -> Result<()> {
    let records: Vec<Id> = events.iter().map(|(_, event)| event.id).collect();
    batch.reverse_many(&records)?;
    for (person, event) in events {
        append_reversal(batch, *person, event, Some(import))?;
    }
    let people: Vec<Id> = events.iter().map(|(person, _)| *person).collect();
    store::delete_spells(batch, &people)
}

/// Reverses everything a person did: the losing side of a merge, or an undone import.
pub(crate) fn reverse_all_of(batch: &mut Batch<'_, '_>, person: Id) -> Result<()> {
    let federation = batch.federation();
    for event in store::events_of(batch.reader()?, federation, person)?.iter().rev() {
        reverse_in(batch, person, event, None)?;
    }
    store::rewrite_spells(batch, person, &[])
}

/// Writes again the events that a merge reversed, word for word.
pub(crate) fn write_again_all_of(batch: &mut Batch<'_, '_>, person: Id) -> Result<()> {
    let federation = batch.federation();
    let basics = store::person_basics(batch.reader()?, federation, person)?;
    let (sex, _) = basics.ok_or_else(|| unknown_person(person))?;
    let mut again: HashMap<Id, Id> = HashMap::new();
    for reversed in store::reversed_by_merge(batch.reader()?, federation, person)? {
        let old = reversed.event;
        let transfer = old.transfer.map(|sent| again.get(&sent).copied().unwrap_or(sent));
        let row = values![
            old.kind.code(),
            person,
            old.unit,
            old.on,
            old.other,
            transfer,
            old.reason.clone(),
            reversed.document,
            reversed.unit_event,
            reversed.import,
            None::<i64>
        ];
        let id = batch.append(&schema::MEMBER_EVENT, row)?;
        again.insert(old.id, id);
        let kept = kept_ends(batch, old.unit, old.other)?;
        for posting in
            rules::postings_of(&Event { id, transfer, ..old }, kept, sex == Some(Sex::Female))
        {
            batch.post(id, posting)?;
        }
    }
    refresh(batch, person)
}

/// Which ends are kept in these books, whether they stand or not.
fn kept_ends(batch: &mut Batch<'_, '_>, unit: Id, other: Option<Id>) -> Result<Kept> {
    let federation = batch.federation();
    let unit = !units::load(batch.reader()?, federation, unit)?.is_external();
    let other = match other {
        Some(other) => !units::load(batch.reader()?, federation, other)?.is_external(),
        None => false,
    };
    Ok(Kept { unit, other })
}

/// Moves the postings of a person's events between "women" and not, after the sex was corrected.
pub(crate) fn repost(batch: &mut Batch<'_, '_>, person: Id, sex: Option<Sex>) -> Result<()> {
    let federation = batch.federation();
    for event in store::events_of(batch.reader()?, federation, person)? {
        batch.reverse(event.id)?;
        let kept = kept_ends(batch, event.unit, event.other)?;
        for posting in rules::postings_of(&event, kept, sex == Some(Sex::Female)) {
            batch.post(event.id, posting)?;
        }
    }
    Ok(())
}
