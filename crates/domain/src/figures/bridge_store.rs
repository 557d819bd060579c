//! The SQL of bridges in traces: which units came or went, with what they brought or took, and by which paper.

use std::collections::HashMap;

use db::{Tx, values};
use kernel::{Day, Id, Instant};
use ledger::account::Account;

use super::model::{Query, TraceLine, Window};
use super::trace_store::{column_condition, list, paper, unit_event_name};
use crate::books::chunked;
use crate::{Error, Result};

/// What crossed a boundary with one unit on one day.
pub(super) type Crossing = (Day, Id, i64);

/// What crossed the boundaries of a scope in a period on some accounts, less what crossed on others.
pub(super) fn crossings(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    (added, taken): (&[Account], &[Account]),
    query: &Query,
    window: Option<Window>,
) -> Result<Vec<Crossing>> {
    let days = query.days();
    let both: Vec<Account> = added.iter().chain(taken).copied().collect();
    let quantity = if taken.is_empty() {
        "g.quantity".to_owned()
    } else {
        format!("CASE WHEN g.account IN ({}) THEN -g.quantity ELSE g.quantity END", list(taken))
    };
    let sql = format!(
        "SELECT g.on_day, g.unit_id, CAST(SUM({quantity}) AS BIGINT) FROM bridge g
         WHERE g.federation_id = $1 AND g.scope_id = $2 AND g.account IN ({})
           AND g.on_day >= $3 AND g.on_day < $4{}
         GROUP BY g.on_day, g.unit_id HAVING SUM({quantity}) <> 0
         ORDER BY g.on_day, g.unit_id LIMIT $5 OFFSET $6",
        list(&both),
        column_condition("g", query)
    );
    let window = window.unwrap_or(Window { skip: 0, take: i32::MAX as usize });
    let values =
        values![federation, scope, days.from, days.to, window.take as i64, window.skip as i64];
    Ok(tx.query(&sql, &values, |row| Ok((row.day(0)?, row.id(1)?, row.int(2)?)))?)
}

/// Why a unit's line changed: the event, its paper, when and by whom it was recorded.
struct Why {
    event: String,
    document: Option<String>,
    recorded_at: String,
    actor: String,
}

/// The lines of crossings, in the order given. A unit whose manager was moved has no paper of its own.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    federation: Id,
    crossings: &[Crossing],
    known_to: i64,
) -> Result<Vec<TraceLine>> {
    let units: Vec<Id> = crossings.iter().map(|(_, unit, _)| *unit).collect();
    let names = names(tx, federation, &units)?;
    let mut why = reasons(tx, federation, &units, known_to)?;
    let mut lines = Vec::with_capacity(crossings.len());
    for (day, unit, quantity) in crossings {
        let (name, code) = names.get(unit).cloned().unwrap_or_default();
        let why = why.remove(&(*unit, *day)).unwrap_or_else(|| Why {
            event: "Theo cấp quản lý trên".to_owned(),
            document: None,
            recorded_at: String::new(),
            actor: String::new(),
        });
        lines.push(TraceLine {
            seq: 0,
            on: day.to_string(),
            unit: name,
            unit_code: code,
            quantity: *quantity,
            person: None,
            person_id: None,
            event: why.event,
            document: why.document,
            recorded_at: why.recorded_at,
            actor: why.actor,
        });
    }
    Ok(lines)
}

fn names(tx: &mut Tx<'_>, federation: Id, units: &[Id]) -> Result<HashMap<Id, (String, String)>> {
    let mut names = HashMap::new();
    chunked(units, |ids| {
        let sql = format!(
            "SELECT c.id, n.name, c.code FROM unit c
             JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.id
             WHERE c.federation_id = $1 AND c.id IN ({ids})"
        );
        tx.each(&sql, &values![federation], |row| {
            names.insert(row.id(0)?, (row.text(1)?.to_owned(), row.text(2)?.to_owned()));
            Ok(())
        })
        .map_err(Error::from)
    })?;
    Ok(names)
}

/// By unit and day, the event that stated the line in force from that day.
fn reasons(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    known_to: i64,
) -> Result<HashMap<(Id, Day), Why>> {
    let mut found = HashMap::new();
    chunked(units, |ids| {
        let sql = format!(
            "SELECT l.unit_id, l.from_on, e.kind, d.number, d.issued_on, b.recorded_at, b.actor FROM unit_line l
             JOIN unit_event e ON e.federation_id = l.federation_id AND e.id = l.event_id
             JOIN batch b ON b.federation_id = e.federation_id AND b.number = e.batch
             LEFT JOIN document d ON d.federation_id = e.federation_id AND d.id = e.document_id
             WHERE l.federation_id = $1 AND l.unit_id IN ({ids}) AND l.retracts IS NULL AND l.batch <= $2
               AND NOT EXISTS (SELECT 1 FROM unit_line r WHERE r.federation_id = $1
                   AND r.unit_id = l.unit_id AND r.retracts = l.id AND r.batch <= $2)
             ORDER BY l.id"
        );
        // Of two statements for one day the later told holds.
        tx.each(&sql, &values![federation, known_to], |row| {
            let why = Why {
                event: unit_event_name(row.text(2)?).to_owned(),
                document: paper(row, 3)?,
                recorded_at: Instant(row.int(5)?).vi(),
                actor: row.text(6)?.to_owned(),
            };
            found.insert((row.id(0)?, row.day(1)?), why);
            Ok(())
        })
        .map_err(Error::from)
    })?;
    Ok(found)
}
