//! The SQL of a unit's record: its versions, events, papers and trail, each by an index of the unit.

use std::collections::HashMap;

use db::{Row, Tx, values};
use kernel::{Block, Day, Id, Instant, UnitKind};

use super::model::{EventTold, MemberName, Paper, Trail, VersionTold};
use crate::Result;
use crate::books::chunked;

/// Lines of a unit's trail that are shown, the newest.
const TRAIL: i64 = 200;

fn paper(row: &Row<'_>, first: usize) -> Result<Option<Paper>, db::DbError> {
    let Some(id) = row.opt_id(first)? else { return Ok(None) };
    let text =
        |column: usize| Ok::<_, db::DbError>(row.opt_text(column)?.unwrap_or_default().to_owned());
    Ok(Some(Paper {
        id,
        number: text(first + 1)?,
        issued_on: row.opt_day(first + 2)?,
        issuer: text(first + 3)?,
        title: text(first + 4)?,
    }))
}

/// What `paper` reads.
const PAPER: &str = "d.id, d.number, d.issued_on, d.issuer, d.title";

/// The standing versions of a unit, the earliest first; of two from one day the later told.
pub(super) fn versions(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<VersionTold>> {
    let sql = format!(
        "SELECT v.from_on, v.name, v.kind, v.block, v.address, e.name, {PAPER} FROM unit_version v
         LEFT JOIN employer e ON e.federation_id = v.federation_id AND e.id = v.employer_id
         LEFT JOIN document d ON d.federation_id = v.federation_id AND d.id = v.document_id
         WHERE v.federation_id = $1 AND v.unit_id = $2 AND v.retracts IS NULL AND NOT EXISTS (
             SELECT 1 FROM unit_version r WHERE r.federation_id = v.federation_id
                 AND r.unit_id = v.unit_id AND r.retracts = v.id)
         ORDER BY v.from_on DESC, v.id DESC"
    );
    let mut told = tx.query(&sql, &values![federation, unit], |row| {
        Ok(VersionTold {
            from: row.day(0)?,
            name: row.text(1)?.to_owned(),
            kind: UnitKind::from_code(row.text(2)?).unwrap_or(UnitKind::Grassroots),
            block: Block::from_code(row.text(3)?).unwrap_or(Block::Other),
            address: row.opt_text(4)?.map(str::to_owned),
            employer: row.opt_text(5)?.map(str::to_owned),
            document: paper(row, 6)?,
        })
    })?;
    told.dedup_by_key(|version| version.from);
    told.reverse();
    Ok(told)
}

/// The codes and present names of some units.
pub(crate) fn names(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
) -> Result<HashMap<Id, (String, String)>> {
    let mut found = HashMap::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT n.unit_id, u.code, n.name FROM unit_now n
             JOIN unit u ON u.federation_id = n.federation_id AND u.id = n.unit_id
             WHERE n.federation_id = $1 AND n.unit_id IN ({list})"
        );
        tx.each(&sql, &values![federation], |row| {
            found.insert(row.id(0)?, (row.text(1)?.to_owned(), row.text(2)?.to_owned()));
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(found)
}

/// The present names of the units that took over the members of one that ended on a day.
pub(crate) fn successors(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    ended: Day,
) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT n.name FROM unit_successor s
         JOIN unit_event e ON e.federation_id = s.federation_id AND e.id = s.event_id
         JOIN unit_now n ON n.federation_id = s.federation_id AND n.unit_id = s.to_unit
         WHERE s.federation_id = $1 AND s.from_unit = $2 AND e.on_day = $3 AND e.reverses IS NULL
           AND NOT EXISTS (SELECT 1 FROM unit_event r WHERE r.federation_id = e.federation_id AND r.reverses = e.id)
         ORDER BY n.name";
    Ok(tx.query(sql, &values![federation, unit, ended], |row| Ok(row.text(0)?.to_owned()))?)
}

/// An event with the ids of the units it names.
pub(super) struct Event {
    pub(super) id: Id,
    pub(super) unit: Id,
    pub(super) others: Vec<Id>,
    pub(super) told: EventTold,
}

/// What happened to a unit, and the endings of others whose members it took over; the earliest first.
pub(super) fn events(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<Event>> {
    let sql = format!(
        "SELECT e.id, e.unit_id, e.kind, e.on_day, e.other_id, e.reason, e.members, e.batch,
             (SELECT 1 FROM unit_event r WHERE r.federation_id = e.federation_id AND r.unit_id = e.unit_id
                  AND r.reverses = e.id), {PAPER}
         FROM unit_event e
         LEFT JOIN document d ON d.federation_id = e.federation_id AND d.id = e.document_id
         WHERE e.federation_id = $1 AND e.reverses IS NULL AND (e.unit_id = $2 OR e.id IN (
             SELECT s.event_id FROM unit_successor s WHERE s.federation_id = $1 AND s.to_unit = $2))
         ORDER BY e.on_day, e.id"
    );
    let mut events: Vec<Event> = tx.query(&sql, &values![federation, unit], |row| {
        let told = EventTold {
            kind: row.text(2)?.to_owned(),
            on: row.day(3)?,
            at: None,
            others: Vec::new(),
            reason: row.opt_text(5)?.map(str::to_owned),
            members: row.opt_int(6)?,
            batch: row.int(7)?,
            is_reversed: row.opt_int(8)?.is_some(),
            document: paper(row, 9)?,
        };
        let others = row.opt_id(4)?.into_iter().collect();
        Ok(Event { id: row.id(0)?, unit: row.id(1)?, others, told })
    })?;
    let sql =
        "SELECT event_id, to_unit FROM unit_successor WHERE federation_id = $1 AND from_unit = $2";
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.id(1)?));
    for (event, to) in tx.query(sql, &values![federation, unit], read)? {
        if let Some(event) = events.iter_mut().find(|each| each.id == event) {
            event.others.push(to);
        }
    }
    Ok(events)
}

/// The papers that a unit's events, versions and targets name, the newest first.
pub(super) fn papers(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<(Paper, i64)>> {
    let sql = format!(
        "SELECT {PAPER}, t.times FROM (
             SELECT document_id, COUNT(*) AS times FROM (
                 SELECT document_id FROM unit_event WHERE federation_id = $1 AND unit_id = $2
                 UNION ALL SELECT document_id FROM unit_version WHERE federation_id = $1 AND unit_id = $2
                     AND retracts IS NULL
                 UNION ALL SELECT document_id FROM target WHERE federation_id = $1 AND unit_id = $2) a
             WHERE document_id IS NOT NULL GROUP BY document_id) t
         JOIN document d ON d.federation_id = $1 AND d.id = t.document_id
         ORDER BY COALESCE(d.issued_on, '') DESC, d.number"
    );
    let rows =
        tx.query(&sql, &values![federation, unit], |row| Ok((paper(row, 0)?, row.int(5)?)))?;
    Ok(rows.into_iter().filter_map(|(paper, times)| Some((paper?, times))).collect())
}

/// The batches that wrote something about a unit itself, and the lines of the audit trail about it; the newest first.
pub(super) fn trail(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<Trail>> {
    let sql = "SELECT b.number, b.recorded_at, b.actor, b.reason FROM (
                   SELECT batch FROM unit_event WHERE federation_id = $1 AND unit_id = $2
                   UNION SELECT batch FROM unit_version WHERE federation_id = $1 AND unit_id = $2
                   UNION SELECT batch FROM unit_line WHERE federation_id = $1 AND unit_id = $2
                   UNION SELECT batch FROM target WHERE federation_id = $1 AND unit_id = $2
                   UNION SELECT batch FROM activity WHERE federation_id = $1 AND unit_id = $2) t
               JOIN batch b ON b.federation_id = $1 AND b.number = t.batch
               ORDER BY b.number DESC LIMIT $3";
    let told = |row: &Row<'_>| {
        Ok(Trail {
            batch: row.int(0)?,
            recorded_at: Instant(row.int(1)?).vi(),
            actor: row.text(2)?.to_owned(),
            what: row.text(3)?.to_owned(),
        })
    };
    let mut lines = tx.query(sql, &values![federation, unit, TRAIL], told)?;
    let sql = "SELECT a.batch, b.recorded_at, a.actor, a.what || CASE WHEN a.detail IS NULL THEN '' ELSE ': ' || a.detail END
               FROM audit_entry a JOIN batch b ON b.federation_id = a.federation_id AND b.number = a.batch
               WHERE a.federation_id = $1 AND a.subject = $2 ORDER BY a.id DESC LIMIT $3";
    lines.extend(tx.query(sql, &values![federation, unit, TRAIL], told)?);
    lines.sort_by_key(|line| std::cmp::Reverse(line.batch));
    lines.truncate(TRAIL as usize);
    Ok(lines)
}

/// The members of a unit at the end of a day by name, at most so many.
pub(super) fn member_names(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
    most: i64,
) -> Result<Vec<MemberName>> {
    let sql = "SELECT s.person_id, p.name, p.birth FROM spell s
               JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
               WHERE s.federation_id = $1 AND s.unit_id = $2 AND s.from_on <= $3 AND (s.to_on IS NULL OR s.to_on > $3)
               ORDER BY p.sort_key, p.id LIMIT $4";
    Ok(tx.query(sql, &values![federation, unit, on, most], |row| {
        Ok(MemberName {
            id: row.id(0)?,
            name: row.text(1)?.to_owned(),
            birth: row.opt_text(2)?.map(str::to_owned),
        })
    })?)
}
