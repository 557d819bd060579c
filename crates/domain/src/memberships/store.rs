//! The SQL of memberships.

use std::collections::HashSet;

use db::{Tx, Value, values};
use kernel::{Day, Id};

use super::model::{Event, EventKind, Spell};
use crate::Result;
use crate::books::{Batch, chunked, schema};
use crate::people::{Cohort, Sex};

/// The standing events of a person: not reversed, and no reversals.
pub(super) fn events_of(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Vec<Event>> {
    let sql = format!(
        "SELECT {EVENT} FROM member_event e
         WHERE e.federation_id = $1 AND e.person_id = $2 AND e.reverses IS NULL AND e.id NOT IN (
             SELECT reverses FROM member_event
             WHERE federation_id = $1 AND person_id = $2 AND reverses IS NOT NULL)
         ORDER BY e.on_day, e.id"
    );
    Ok(tx.query(&sql, &values![federation, person], event)?)
}

/// The columns that [`event`] reads of a `member_event e`. Only a transfer asks where its unit's books are kept.
const EVENT: &str = "e.id, e.kind, e.unit_id, e.on_day, e.other_id, e.transfer_id, e.reason,
    CASE WHEN e.kind = 'transferred' AND EXISTS (SELECT 1 FROM unit_version v
        WHERE v.federation_id = e.federation_id AND v.unit_id = e.unit_id AND v.kind = 'ngoai')
    THEN 1 ELSE 0 END";

fn event(row: &db::Row<'_>) -> Result<Event, db::DbError> {
    let wrong = || db::DbError::Inconsistent { sql: "member_event".to_owned(), column: 1 };
    Ok(Event {
        id: row.id(0)?,
        kind: EventKind::from_code(row.text(1)?).ok_or_else(wrong)?,
        unit: row.id(2)?,
        on: row.day(3)?,
        other: row.opt_id(4)?,
        transfer: row.opt_id(5)?,
        reason: row.opt_text(6)?.map(str::to_owned),
        from_outside: row.int(7)? != 0,
    })
}

/// The person an event is about, and when the event was reversed already, nothing.
pub(super) fn person_of_event(tx: &mut Tx<'_>, federation: Id, event: Id) -> Result<Option<Id>> {
    let sql = "SELECT person_id FROM member_event e WHERE federation_id = $1 AND id = $2 AND reverses IS NULL
               AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = $1
                   AND r.person_id = e.person_id AND r.reverses = e.id)";
    Ok(tx.find(sql, &values![federation, event], |row| row.id(0))?)
}

/// Sex and birth of a person who must be in the lists.
pub(super) fn person_basics(
    tx: &mut Tx<'_>,
    federation: Id,
    person: Id,
) -> Result<Option<(Option<Sex>, Option<String>)>> {
    let sql = "SELECT sex, birth FROM person WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, person], |row| {
        Ok((row.opt_text(0)?.and_then(Sex::from_code), row.opt_text(1)?.map(str::to_owned)))
    })?)
}

pub(super) fn spell_row(
    federation: Id,
    (person, cohort): (Id, Cohort),
    spell: &Spell,
) -> Vec<Value<'static>> {
    let Spell { unit, from, to, start, end } = *spell;
    values![federation, person, from, start, unit, to, end, cohort.number()].into()
}

/// Writes the spells of a person, who stands in the lists, afresh.
pub(super) fn rewrite_spells(
    batch: &mut Batch<'_, '_>,
    person: Id,
    spells: &[Spell],
) -> Result<()> {
    let federation = batch.federation();
    let tx = batch.reader()?;
    let sql = "DELETE FROM spell WHERE federation_id = $1 AND person_id = $2";
    tx.execute(sql, &values![federation, person])?;
    let (sex, birth) = person_basics(tx, federation, person)?.unwrap_or_default();
    let cohort = Cohort::of(sex, birth.as_deref());
    let rows: Vec<_> =
        spells.iter().map(|spell| spell_row(federation, (person, cohort), spell)).collect();
    tx.insert_many("spell", &schema::SPELL, &rows, "")?;
    Ok(())
}

/// The members of a unit at the end of a day: person, sex, and the event that began the spell.
pub(super) fn members_on(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
) -> Result<Vec<(Id, Option<Sex>)>> {
    let sql = "SELECT s.person_id, p.sex FROM spell s
               JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
               WHERE s.federation_id = $1 AND s.unit_id = $2 AND s.from_on <= $3
                 AND (s.to_on IS NULL OR s.to_on > $3) ORDER BY p.sort_key, p.id";
    Ok(tx.query(sql, &values![federation, unit, on], |row| {
        Ok((row.id(0)?, row.opt_text(1)?.and_then(Sex::from_code)))
    })?)
}

/// The stock of members of a unit at the end of a day.
pub(super) fn counted_on(tx: &mut Tx<'_>, federation: Id, unit: Id, on: Day) -> Result<i64> {
    let sql = "SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) FROM posting
               WHERE federation_id = $1 AND unit_id = $2 AND account = $3 AND on_day <= $4";
    let values = values![federation, unit, ledger::account::MEMBERS.0, on];
    Ok(tx.find(sql, &values, |row| row.int(0))?.unwrap_or(0))
}

/// How many people a unit sent who were not answered yet.
pub(super) fn in_transit_from(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<i64> {
    let sql = "SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) FROM posting
               WHERE federation_id = $1 AND unit_id = $2 AND account = $3";
    let account = ledger::account::SENT.0;
    Ok(tx.find(sql, &values![federation, unit, account], |row| row.int(0))?.unwrap_or(0))
}

/// The life line of a person: day, what, where.
pub(crate) fn life_line(
    tx: &mut Tx<'_>,
    federation: Id,
    person: Id,
) -> Result<Vec<(String, String, String)>> {
    let sql = "SELECT e.on_day, e.kind, n.name FROM member_event e
               LEFT JOIN unit_now n ON n.federation_id = e.federation_id AND n.unit_id = e.unit_id
               WHERE e.federation_id = $1 AND e.person_id = $2 AND e.reverses IS NULL AND e.id NOT IN (
                   SELECT reverses FROM member_event
                   WHERE federation_id = $1 AND person_id = $2 AND reverses IS NOT NULL)
               ORDER BY e.on_day, e.id";
    Ok(tx.query(sql, &values![federation, person], |row| {
        let kind = EventKind::from_code(row.text(1)?).map_or("", |kind| kind.name().vi);
        Ok((
            row.text(0)?.to_owned(),
            kind.to_owned(),
            row.opt_text(2)?.unwrap_or_default().to_owned(),
        ))
    })?)
}

/// A spell as it is kept: person, from, start, unit, to, end.
pub(crate) type SpellRow = (Id, Day, Id, Id, Option<Day>, Option<Id>);

/// Every spell that the standing events of everyone make: person, from, start, unit, to, end.
pub(crate) fn each_spell(
    tx: &mut Tx<'_>,
    federation: Id,
    mut take: impl FnMut(SpellRow),
) -> Result<()> {
    let sql = format!(
        "SELECT {EVENT}, e.person_id, e.reverses FROM member_event e
         WHERE e.federation_id = $1 ORDER BY e.person_id, e.id"
    );
    let external =
        "SELECT DISTINCT unit_id FROM unit_version WHERE federation_id = $1 AND kind = 'ngoai'";
    let external: HashSet<Id> =
        tx.query(external, &values![federation], |row| row.id(0))?.into_iter().collect();
    let mut events: Vec<Event> = Vec::new();
    let mut person = None;
    let mut close = |person: Option<Id>, events: &mut Vec<Event>| {
        // Events that make no spells show as a difference, which is what the doctor looks for.
        let (made, _) = super::rules::fold(events).unwrap_or_default();
        for spell in made.into_iter().filter(|spell| !external.contains(&spell.unit)) {
            let Some(person) = person else { continue };
            take((person, spell.from, spell.start, spell.unit, spell.to, spell.end));
        }
        events.clear();
    };
    tx.each(&sql, &values![federation], |row| {
        let next = Some(row.id(8)?);
        if next != person {
            close(person, &mut events);
            person = next;
        }
        match row.opt_id(9)? {
            Some(reversed) => events.retain(|event| event.id != reversed),
            None => events.push(event(row)?),
        }
        Ok(())
    })?;
    close(person, &mut events);
    Ok(())
}

/// The standing events that came with an import, latest first, each with its person.
pub(crate) fn import_events(
    tx: &mut Tx<'_>,
    federation: Id,
    import: Id,
) -> Result<Vec<(Id, Event)>> {
    let sql = format!(
        "SELECT {EVENT}, e.person_id FROM member_event e
         WHERE e.federation_id = $1 AND e.reverses IS NULL
           AND (e.import_id = $2 OR e.unit_event_id IN (
               SELECT id FROM unit_event WHERE federation_id = $1 AND import_id = $2 AND reverses IS NULL))
           AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
               AND r.person_id = e.person_id AND r.reverses = e.id)
         ORDER BY e.id DESC"
    );
    Ok(tx.query(&sql, &values![federation, import], |row| Ok((row.id(8)?, event(row)?)))?)
}

/// The standing events that a batch wrote from an id on, latest first, each with its person.
pub(crate) fn events_of_batch(
    tx: &mut Tx<'_>,
    federation: Id,
    (batch, first): (i64, Id),
) -> Result<Vec<(Id, Event)>> {
    let sql = format!(
        "SELECT {EVENT}, e.person_id FROM member_event e
         WHERE e.federation_id = $1 AND e.id > $2 AND e.batch = $3 AND e.reverses IS NULL
           AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
               AND r.person_id = e.person_id AND r.reverses = e.id)
         ORDER BY e.id DESC"
    );
    let values = values![federation, first, batch];
    Ok(tx.query(&sql, &values, |row| Ok((row.id(8)?, event(row)?)))?)
}

/// Ends the spell that runs at a unit, by an event on a day.
pub(super) fn end_spell(
    batch: &mut Batch<'_, '_>,
    person: Id,
    unit: Id,
    (on, event): (Day, Id),
) -> Result<()> {
    let federation = batch.federation();
    let sql = "UPDATE spell SET to_on = $1, end_event = $2
               WHERE federation_id = $3 AND person_id = $4 AND unit_id = $5 AND to_on IS NULL";
    batch.reader()?.execute(sql, &values![on, event, federation, person, unit])?;
    Ok(())
}

/// Whether a person is a member of a unit today.
pub(crate) fn is_member_of(tx: &mut Tx<'_>, federation: Id, person: Id, unit: Id) -> Result<bool> {
    let sql = "SELECT 1 FROM spell WHERE federation_id = $1 AND person_id = $2 AND unit_id = $3 AND to_on IS NULL";
    Ok(tx.find(sql, &values![federation, person, unit], |_| Ok(()))?.is_some())
}

/// An event as a merge took it away, with the papers it rests on.
pub(super) struct Reversed {
    pub(super) event: Event,
    pub(super) document: Option<Id>,
    pub(super) unit_event: Option<Id>,
    pub(super) import: Option<Id>,
}

/// The events of a person that the batch which last merged the record away reversed.
pub(super) fn reversed_by_merge(
    tx: &mut Tx<'_>,
    federation: Id,
    person: Id,
) -> Result<Vec<Reversed>> {
    let sql = format!(
        "SELECT {EVENT}, e.document_id, e.unit_event_id, e.import_id FROM member_event e
         JOIN member_event r ON r.federation_id = e.federation_id AND r.person_id = e.person_id
             AND r.reverses = e.id
         WHERE e.federation_id = $1 AND e.person_id = $2 AND r.batch = (
             SELECT MAX(batch) FROM person_fact
             WHERE federation_id = $1 AND person_id = $2 AND merged_into IS NOT NULL)
         ORDER BY e.on_day, e.id"
    );
    Ok(tx.query(&sql, &values![federation, person], |row| {
        let (document, unit_event, import) = (row.opt_id(8)?, row.opt_id(9)?, row.opt_id(10)?);
        Ok(Reversed { event: event(row)?, document, unit_event, import })
    })?)
}

/// Takes out the spells of some people.
pub(super) fn delete_spells(batch: &mut Batch<'_, '_>, people: &[Id]) -> Result<()> {
    let federation = batch.federation();
    let tx = batch.reader()?;
    chunked(people, |list| {
        let sql = format!("DELETE FROM spell WHERE federation_id = $1 AND person_id IN ({list})");
        tx.execute(&sql, &values![federation])?;
        Ok(())
    })
}
