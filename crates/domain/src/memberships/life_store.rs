//! The SQL of life lines, of people in transit, and of what a batch is about to post.

use std::collections::{BTreeMap, HashMap};

use db::{Row, Tx, Value, values};
use kernel::{Day, Id, Instant};
use ledger::Account;

use super::model::{Effect, EventKind, LeaveReason, LifeEvent, Pending, UnitName};
use crate::Result;
use crate::books::chunked;
use crate::reach::Bounds;

/// A unit whose id, code and name stand in three columns.
fn unit(row: &Row<'_>, first: usize) -> Result<Option<UnitName>, db::DbError> {
    let Some(id) = row.opt_id(first)? else { return Ok(None) };
    let text = |column| Ok::<_, db::DbError>(row.opt_text(column)?.unwrap_or_default().to_owned());
    Ok(Some(UnitName { id, code: text(first + 1)?, name: text(first + 2)? }))
}

fn no_unit() -> UnitName {
    UnitName { id: Id(0), code: String::new(), name: String::new() }
}

/// A paper whose number and day stand in two columns.
fn paper(row: &Row<'_>, first: usize) -> Result<Option<String>, db::DbError> {
    let day = row.opt_day(first + 1)?;
    let day = day.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
    Ok(row.opt_text(first)?.map(|number| format!("{number}{day}")))
}

/// The events of a person that stand, the newest first.
pub(crate) fn life(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Vec<LifeEvent>> {
    let sql =
        "SELECT e.id, e.kind, e.on_day, e.unit_id, uc.code, un.name, e.other_id, oc.code, o.name,
             e.reason, d.number, d.issued_on, b.recorded_at, b.actor
         FROM member_event e
         LEFT JOIN unit_now un ON un.federation_id = e.federation_id AND un.unit_id = e.unit_id
         LEFT JOIN unit uc ON uc.federation_id = e.federation_id AND uc.id = e.unit_id
         LEFT JOIN unit_now o ON o.federation_id = e.federation_id AND o.unit_id = e.other_id
         LEFT JOIN unit oc ON oc.federation_id = e.federation_id AND oc.id = e.other_id
         LEFT JOIN document d ON d.federation_id = e.federation_id AND d.id = e.document_id
         LEFT JOIN batch b ON b.federation_id = e.federation_id AND b.number = e.batch
         WHERE e.federation_id = $1 AND e.person_id = $2 AND e.reverses IS NULL AND e.id NOT IN (
             SELECT reverses FROM member_event
             WHERE federation_id = $1 AND person_id = $2 AND reverses IS NOT NULL)
         ORDER BY e.on_day DESC, e.id DESC";
    let wrong = || db::DbError::Inconsistent { sql: "member_event".to_owned(), column: 1 };
    Ok(tx.query(sql, &values![federation, person], |row| {
        Ok(LifeEvent {
            id: row.id(0)?,
            kind: EventKind::from_code(row.text(1)?).ok_or_else(wrong)?,
            on: row.day(2)?,
            unit: unit(row, 3)?.unwrap_or_else(no_unit),
            other: unit(row, 6)?,
            reason: row.opt_text(9)?.and_then(LeaveReason::from_code),
            document: paper(row, 10)?,
            recorded_at: row.opt_int(12)?.map(|at| Instant(at).vi()).unwrap_or_default(),
            actor: row.opt_text(13)?.unwrap_or_default().to_owned(),
        })
    })?)
}

/// Those in transit from or to units within bounds, the longest waiting first; and whether the actor's power holds
/// at the one end and at the other.
pub(super) fn pending(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
    most: i64,
) -> Result<Vec<Pending>> {
    let (from, first) = bounds.condition("fp.path", 4);
    let (to, second) = bounds.condition("tp.path", 4 + first.len());
    let sql = format!(
        "SELECT e.id, p.id, p.name, p.birth, e.unit_id, fc.code, fn.name, e.other_id, tc.code, tn.name,
             e.on_day, d.number, d.issued_on, CASE WHEN {from} THEN 1 ELSE 0 END,
             CASE WHEN {to} THEN 1 ELSE 0 END
         FROM person p CROSS JOIN member_event e
         JOIN unit_now fn ON fn.federation_id = $1 AND fn.unit_id = e.unit_id
         JOIN unit fc ON fc.federation_id = $1 AND fc.id = e.unit_id
         JOIN unit_now tn ON tn.federation_id = $1 AND tn.unit_id = e.other_id
         JOIN unit tc ON tc.federation_id = $1 AND tc.id = e.other_id
         JOIN unit_path fp ON fp.federation_id = $1 AND fp.unit_id = e.unit_id
             AND fp.from_on <= $2 AND fp.to_on > $2
         JOIN unit_path tp ON tp.federation_id = $1 AND tp.unit_id = e.other_id
             AND tp.from_on <= $2 AND tp.to_on > $2
         LEFT JOIN document d ON d.federation_id = $1 AND d.id = e.document_id
         WHERE p.federation_id = $1 AND p.status <> 'member' AND p.status = 'in_transit'
           AND e.federation_id = $1 AND e.person_id = p.id AND e.kind = 'sent' AND e.reverses IS NULL
           AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = $1
               AND r.person_id = p.id AND r.reverses = e.id)
           AND NOT EXISTS (SELECT 1 FROM member_event a WHERE a.federation_id = $1
               AND a.person_id = p.id AND a.transfer_id = e.id AND a.reverses IS NULL
               AND NOT EXISTS (SELECT 1 FROM member_event t WHERE t.federation_id = $1
                   AND t.person_id = p.id AND t.reverses = a.id))
           AND ({from} OR {to})
         ORDER BY e.on_day, e.id LIMIT $3"
    );
    let mut values = values![federation, today, most].to_vec();
    values.extend(first.into_iter().chain(second).map(Value::from));
    Ok(tx.query(&sql, &values, |row| {
        let (sends, receives) = (row.int(13)? != 0, row.int(14)? != 0);
        Ok(Pending {
            event: row.id(0)?,
            person: row.id(1)?,
            name: row.text(2)?.to_owned(),
            birth: row.opt_text(3)?.map(str::to_owned),
            from: unit(row, 4)?.unwrap_or_else(no_unit),
            to: unit(row, 7)?.unwrap_or_else(no_unit),
            on: row.day(10)?,
            document: paper(row, 11)?,
            may_receive: receives,
            may_return: receives || sends,
        })
    })?)
}

/// What the running batch has posted so far, by unit, account and day.
pub(super) fn effects(tx: &mut Tx<'_>, federation: Id) -> Result<Vec<Effect>> {
    // Added up here: asked for groups, the engine walks an index of all postings ever, because it has their order.
    let sql = "SELECT unit_id, account, on_day, quantity FROM posting
        WHERE federation_id = $1 AND seq > (SELECT seq FROM chain_head WHERE federation_id = $1) ORDER BY seq";
    let mut sums: BTreeMap<(Id, Day, i64), i64> = BTreeMap::new();
    tx.each(sql, &values![federation], |row| {
        *sums.entry((row.id(0)?, row.day(2)?, row.int(1)?)).or_default() += row.int(3)?;
        Ok(())
    })?;
    sums.retain(|_, quantity| *quantity != 0);
    let mut units: Vec<Id> = sums.keys().map(|(unit, ..)| *unit).collect();
    units.dedup();
    let names = names(tx, federation, &units)?;
    let mut effects: Vec<Effect> = sums
        .into_iter()
        .map(|((id, on, account), quantity)| {
            let unit = names.get(&id).cloned().unwrap_or_else(|| UnitName { id, ..no_unit() });
            Effect { unit, account: Account(account as i32), on, quantity }
        })
        .collect();
    // Within a name they stand in the order of the sums: unit, day, account.
    effects.sort_by(|a, b| a.unit.name.cmp(&b.unit.name));
    Ok(effects)
}

/// The codes and present names of some units.
fn names(tx: &mut Tx<'_>, federation: Id, units: &[Id]) -> Result<HashMap<Id, UnitName>> {
    let mut found = HashMap::with_capacity(units.len());
    chunked(units, |list| {
        let sql = format!(
            "SELECT c.id, c.code, n.name FROM unit c
             JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.id
             WHERE c.federation_id = $1 AND c.id IN ({list})"
        );
        let told = tx.query(&sql, &values![federation], |row| unit(row, 0))?;
        found.extend(told.into_iter().flatten().map(|unit| (unit.id, unit)));
        Ok(())
    })?;
    Ok(found)
}
