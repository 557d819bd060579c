//! The SQL of what an action must know of nominations before it writes.

use db::{Row, Tx, Value, values};
use kernel::{Day, Id};

use super::model::{NewNomination, Step};
use super::standing::{Standing, StepRow};
use super::store::unknown_nomination;
use crate::Result;
use crate::awards::{Level, Subject};
use crate::books::chunked;

/// What an action must know of a nomination.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: Id,
    pub(super) round: Id,
    pub(super) unit: Id,
    pub(super) called: Id,
    pub(super) award: String,
    pub(super) level: Level,
    pub(super) subject: Subject,
    pub(super) of_unit: Id,
    pub(super) person: Option<Id>,
    pub(super) named: String,
    pub(super) unit_named: String,
    pub(super) block: String,
    pub(super) achievement: String,
    pub(super) standing: Standing,
}

const KNOWN: &str =
    "n.id, n.round_id, n.unit_id, n.called_id, n.award, n.level, n.subject, n.of_unit,
    n.person_id, n.named, n.unit_named, n.block, n.achievement";

/// A level by its code.
pub(super) fn level(row: &Row<'_>, column: usize) -> Result<Level, db::DbError> {
    Ok(Level::from_code(row.text(column)?).unwrap_or(Level::Grassroots))
}

fn known(row: &Row<'_>) -> Result<(Id, Known), db::DbError> {
    let id = row.id(0)?;
    // Every nomination has a first step in its own batch; the fold takes the place of this one.
    let standing = Standing {
        state: super::model::State::Drafted,
        holder: None,
        level: Level::Grassroots,
        senders: Vec::new(),
        opening: None,
        commendation: None,
        returned_by: None,
        since: Day::MIN,
        told_on: Day::MIN,
        was_sent: false,
    };
    let told = Known {
        id,
        round: row.id(1)?,
        unit: row.id(2)?,
        called: row.id(3)?,
        award: row.text(4)?.to_owned(),
        level: level(row, 5)?,
        subject: Subject::from_code(row.text(6)?).unwrap_or(Subject::Person),
        of_unit: row.id(7)?,
        person: row.opt_id(8)?,
        named: row.text(9)?.to_owned(),
        unit_named: row.text(10)?.to_owned(),
        block: row.text(11)?.to_owned(),
        achievement: row.text(12)?.to_owned(),
        standing,
    };
    Ok((id, told))
}

/// A nomination that must be there, with where it stands.
pub(super) fn load(tx: &mut Tx<'_>, federation: Id, nomination: Id) -> Result<Known> {
    let sql = format!("SELECT {KNOWN} FROM nomination n WHERE n.federation_id = $1 AND n.id = $2");
    let found = tx.find(&sql, &values![federation, nomination], known)?;
    let (_, told) = found.ok_or_else(unknown_nomination)?;
    let steps = steps_of(tx, federation, nomination)?;
    let standing = Standing::of(&steps).ok_or_else(unknown_nomination)?;
    Ok(Known { standing, ..told })
}

/// Every nomination of a round, with where it stands.
pub(super) fn load_round(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Vec<Known>> {
    let sql = format!(
        "SELECT {KNOWN} FROM nomination n WHERE n.federation_id = $1 AND n.round_id = $2 ORDER BY n.id"
    );
    let found = tx.query(&sql, &values![federation, round], known)?;
    let sql = "SELECT id, nomination_id, unit_id, step, holder_id, level, on_day, opening_id, commendation_id,
             session_id FROM nomination_step
         WHERE federation_id = $1 AND round_id = $2 ORDER BY nomination_id, id";
    let steps = tx.query(sql, &values![federation, round], step)?;
    Ok(fold(found, &steps))
}

/// The nominations of a round by which a called unit answers, with where they stand: quotas hold for each called unit.
pub(super) fn of_called(
    tx: &mut Tx<'_>,
    federation: Id,
    (round, called): (Id, Id),
) -> Result<Vec<Known>> {
    let sql = "SELECT id FROM nomination WHERE federation_id = $1 AND round_id = $2 AND called_id = $3 ORDER BY id";
    let ids: Vec<Id> = tx.query(sql, &values![federation, round, called], |row| row.id(0))?;
    load_many(tx, federation, &ids)
}

/// The nominations of a round whose last step leaves them appraised at a rung.
pub(super) fn appraised(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Vec<Id>> {
    let sql = "SELECT s.nomination_id FROM nomination_step s
         WHERE s.federation_id = $1 AND s.round_id = $2 AND s.step IN ('accepted', 'opened', 'reconsidered')
           AND NOT EXISTS (SELECT 1 FROM nomination_step l WHERE l.federation_id = s.federation_id
               AND l.nomination_id = s.nomination_id AND l.id > s.id)
         ORDER BY s.nomination_id";
    Ok(tx.query(sql, &values![federation, round], |row| row.id(0))?)
}

/// Some nominations, with where they stand.
pub(super) fn load_many(tx: &mut Tx<'_>, federation: Id, ids: &[Id]) -> Result<Vec<Known>> {
    let (mut found, mut steps) = (Vec::new(), Vec::new());
    chunked(ids, |list| {
        let sql = format!(
            "SELECT {KNOWN} FROM nomination n WHERE n.federation_id = $1 AND n.id IN ({list}) ORDER BY n.id"
        );
        found.extend(tx.query(&sql, &values![federation], known)?);
        let sql = format!(
            "SELECT id, nomination_id, unit_id, step, holder_id, level, on_day, opening_id, commendation_id,
                 session_id FROM nomination_step
             WHERE federation_id = $1 AND nomination_id IN ({list}) ORDER BY nomination_id, id"
        );
        steps.extend(tx.query(&sql, &values![federation], step)?);
        Ok(())
    })?;
    steps.sort_by_key(|step: &StepRow| (step.nomination, step.id));
    Ok(fold(found, &steps))
}

fn fold(found: Vec<(Id, Known)>, steps: &[StepRow]) -> Vec<Known> {
    let of = |id: Id| {
        let from = steps.partition_point(|step| step.nomination < id);
        let to = steps.partition_point(|step| step.nomination <= id);
        Standing::of(&steps[from..to])
    };
    found.into_iter().filter_map(|(id, told)| Some(Known { standing: of(id)?, ..told })).collect()
}

fn step(row: &Row<'_>) -> Result<StepRow, db::DbError> {
    let wrong = || db::DbError::Inconsistent { sql: "nomination_step".to_owned(), column: 3 };
    Ok(StepRow {
        id: row.id(0)?,
        nomination: row.id(1)?,
        unit: row.id(2)?,
        step: Step::from_code(row.text(3)?).ok_or_else(wrong)?,
        holder: row.opt_id(4)?,
        level: level(row, 5)?,
        on: row.day(6)?,
        opening: row.opt_id(7)?,
        commendation: row.opt_id(8)?,
        session: row.opt_id(9)?,
    })
}

/// The steps of a nomination, the first one first.
pub(super) fn steps_of(tx: &mut Tx<'_>, federation: Id, nomination: Id) -> Result<Vec<StepRow>> {
    let sql = "SELECT id, nomination_id, unit_id, step, holder_id, level, on_day, opening_id, commendation_id,
             session_id FROM nomination_step
         WHERE federation_id = $1 AND nomination_id = $2 ORDER BY id";
    Ok(tx.query(sql, &values![federation, nomination], step)?)
}

/// The standing proposal that was recorded of a nomination, if there is one.
pub(super) fn proposal(tx: &mut Tx<'_>, federation: Id, nomination: Id) -> Result<Option<Id>> {
    let sql = "SELECT h.id FROM honour h
         WHERE h.federation_id = $1 AND h.nomination_id = $2 AND h.stage = 'proposed'
           AND NOT EXISTS (SELECT 1 FROM honour_end e WHERE e.federation_id = h.federation_id
               AND e.honour_id = h.id)
           AND NOT EXISTS (SELECT 1 FROM honour a WHERE a.federation_id = h.federation_id AND a.answers = h.id
               AND NOT EXISTS (SELECT 1 FROM honour_end e WHERE e.federation_id = a.federation_id
                   AND e.honour_id = a.id AND e.how = 'withdrawn'))
         ORDER BY h.id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, nomination], |row| row.id(0))?)
}

/// Whether the honour that was decided for a nomination was taken out as recorded in error.
pub(super) fn was_taken_out(tx: &mut Tx<'_>, federation: Id, nomination: Id) -> Result<bool> {
    let sql = "SELECT e.how FROM honour h
         LEFT JOIN honour_end e ON e.federation_id = h.federation_id AND e.honour_id = h.id
         WHERE h.federation_id = $1 AND h.nomination_id = $2 AND h.stage = 'decided'
         ORDER BY h.id DESC, e.id DESC LIMIT 1";
    let how = tx.find(sql, &values![federation, nomination], |row| {
        Ok(row.opt_text(0)?.map(str::to_owned))
    })?;
    Ok(how.flatten().is_some_and(|how| how == "withdrawn"))
}

/// Whether somebody stands nominated for an award in a round already.
pub(super) fn same(
    tx: &mut Tx<'_>,
    federation: Id,
    new: &NewNomination,
    named: &str,
) -> Result<Vec<Id>> {
    let (whose, mut given) = whose(federation, new, named);
    given.push(new.award.clone().into());
    let sql = format!("SELECT id FROM nomination WHERE {whose} AND award = ${}", given.len());
    Ok(tx.query(&sql, &given, |row| row.id(0))?)
}

/// The nominations of the same person in a round, whatever the name was that day, or of the same collective: the condition
/// and its values. A whole unit is the same under another name.
fn whose(federation: Id, new: &NewNomination, named: &str) -> (String, Vec<Value<'static>>) {
    let subject = new.subject.code();
    let mut given: Vec<Value<'static>> = values![federation, new.round, subject].into();
    let whom = match new.person {
        Some(person) => {
            given.push(person.into());
            "person_id = $4"
        }
        None if new.named.is_none() => {
            given.push(new.of_unit.into());
            "of_unit = $4 AND named = unit_named"
        }
        None => {
            given.extend(values![new.of_unit, named.to_owned()]);
            "of_unit = $4 AND named = $5"
        }
    };
    (format!("federation_id = $1 AND round_id = $2 AND subject = $3 AND {whom}"), given)
}

/// The nominations of the same person or collective in a round.
pub(super) fn of_subject(
    tx: &mut Tx<'_>,
    federation: Id,
    new: &NewNomination,
    named: &str,
) -> Result<Vec<Id>> {
    let (whose, given) = whose(federation, new, named);
    let sql = format!("SELECT id FROM nomination WHERE {whose}");
    Ok(tx.query(&sql, &given, |row| row.id(0))?)
}

/// How many nominations a round has.
pub(super) fn count(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM nomination WHERE federation_id = $1 AND round_id = $2";
    Ok(tx.find(sql, &values![federation, round], |row| row.int(0))?.unwrap_or(0))
}

/// The sex of a person, as the books have it.
pub(super) fn is_woman(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<bool> {
    let sql = "SELECT sex FROM person WHERE federation_id = $1 AND id = $2";
    let sex =
        tx.find(sql, &values![federation, person], |row| Ok(row.opt_text(0)?.map(str::to_owned)))?;
    Ok(sex.flatten().as_deref() == Some(crate::people::Sex::Female.code()))
}
