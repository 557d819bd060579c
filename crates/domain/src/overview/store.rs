//! The SQL of what waits and of the last entries: each statement bounded, within ranges of today's paths.

use db::{Tx, Value, values};
use kernel::{Day, Id, Instant};

use super::model::{COUNTED_TO, Ending, Entry, LOOKED_THROUGH, NAMED, Refused, RefusedImport};
use crate::Result;
use crate::books::chunked;
use crate::reach::Bounds;

/// Postings of a scope up to which all of them are looked at for its last entries.
const POSTINGS_READ: i64 = 6_000;
/// The last postings of the books, looked at for a larger one.
const POSTINGS_BACK: i64 = 4_000;
/// The last imports of the books that are looked at.
const IMPORTS_BACK: i64 = 500;

/// The path where units are found by their place in the tree.
const BY_PATH: &str = "u.path";
/// The path where the unit is known already: worked out, so that no planner looks for it by the index of paths.
const BY_UNIT: &str = "(u.path || '')";

/// A condition on the path `u` of a unit on a day, which stands at place 2, and all values of the statement.
fn within(
    federation: Id,
    today: Day,
    (bounds, path): (&Bounds, &str),
    more: &[i64],
) -> (String, Vec<Value<'static>>) {
    let mut values = values![federation, today].to_vec();
    values.extend(more.iter().map(|number| Value::from(*number)));
    let (condition, ranges) = bounds.condition(path, values.len() + 1);
    values.extend(ranges.into_iter().map(Value::from));
    let stands = "u.federation_id = $1 AND u.from_on <= $2 AND u.to_on > $2";
    (format!("{stands} AND {condition}"), values.into_iter().map(Value::into_owned).collect())
}

fn count(tx: &mut Tx<'_>, sql: &str, values: &[Value<'_>]) -> Result<i64> {
    Ok(tx.find(sql, values, |row| row.int(0))?.unwrap_or(0))
}

/// Members in transit from, and to, units within bounds.
pub(super) fn in_transit(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
) -> Result<(i64, i64)> {
    let (within, values) = within(federation, today, (bounds, BY_UNIT), &[COUNTED_TO]);
    let mut counted = [0; 2];
    for (place, end) in ["e.unit_id", "e.other_id"].into_iter().enumerate() {
        // Who is in transit is found by the index of those who are no members.
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT e.id FROM person p CROSS JOIN member_event e CROSS JOIN unit_path u
             WHERE p.federation_id = $1 AND p.status <> 'member' AND p.status = 'in_transit'
               AND e.federation_id = $1 AND e.person_id = p.id AND e.kind = 'sent' AND e.reverses IS NULL
               AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = $1
                   AND r.person_id = p.id AND r.reverses = e.id)
               AND NOT EXISTS (SELECT 1 FROM member_event a WHERE a.federation_id = $1
                   AND a.person_id = p.id AND a.transfer_id = e.id AND a.id <> e.id AND a.reverses IS NULL
                   AND NOT EXISTS (SELECT 1 FROM member_event t WHERE t.federation_id = $1
                       AND t.person_id = p.id AND t.reverses = a.id))
               AND u.unit_id = {end} AND {within} LIMIT $3) w"
        );
        counted[place] = count(tx, &sql, &values)?;
    }
    Ok(counted.into())
}

/// People of units within bounds, counted no further than duplicates are looked for.
pub(super) fn people_up_to(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
) -> Result<i64> {
    let (within, values) = within(federation, today, (bounds, BY_PATH), &[LOOKED_THROUGH + 1]);
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT p.id FROM unit_path u CROSS JOIN person p
         WHERE {within} AND p.federation_id = $1 AND p.unit_id = u.unit_id LIMIT $3) w"
    );
    count(tx, &sql, &values)
}

/// Units within bounds, counted no further than obligations are worked out for.
pub(super) fn units_up_to(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
) -> Result<i64> {
    let (within, values) = within(federation, today, (bounds, BY_PATH), &[COUNTED_TO]);
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT u.unit_id FROM unit_path u WHERE {within} LIMIT $3) w"
    );
    count(tx, &sql, &values)
}

/// Pairs of people within bounds with one identity number, or one name, full birth date and sex.
pub(super) fn pairs(tx: &mut Tx<'_>, federation: Id, today: Day, bounds: &Bounds) -> Result<i64> {
    let (within, values) = within(federation, today, (bounds, BY_PATH), &[COUNTED_TO]);
    let (other, _) = bounds.condition("(o.path || '')", 4);
    // People are looked up by id once an index gave the id, so that no planner without measures walks them all.
    let here = format!("{within} AND i.federation_id = $1 AND i.unit_id = u.unit_id");
    let there = format!(
        "q.federation_id = $1 AND o.federation_id = $1 AND o.unit_id = q.unit_id
         AND o.from_on <= $2 AND o.to_on > $2 AND {other}"
    );
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT f.a, f.b FROM (
             SELECT p.id AS a, q.id AS b FROM unit_path u CROSS JOIN person i CROSS JOIN person p
                 CROSS JOIN person m CROSS JOIN person q CROSS JOIN unit_path o
             WHERE {here} AND p.federation_id = $1 AND p.id = i.id AND LENGTH(p.birth) = 10
               AND m.federation_id = $1 AND m.match_key = p.match_key AND m.birth = p.birth AND m.id - p.id > 0
               AND q.id = m.id AND q.sex = p.sex AND {there}
             UNION SELECT i.id AS a, q.id AS b FROM unit_path u CROSS JOIN person i CROSS JOIN person_secret s
                 CROSS JOIN person_secret t CROSS JOIN person q CROSS JOIN unit_path o
             WHERE {here} AND s.federation_id = $1 AND s.person_id = i.id AND s.cccd_index IS NOT NULL
               AND t.federation_id = $1 AND t.cccd_index = s.cccd_index AND t.person_id - i.id > 0
               AND q.id = t.person_id AND {there}) f LIMIT $3) w"
    );
    count(tx, &sql, &values)
}

/// Corrections asked for within bounds and not yet answered.
pub(super) fn corrections(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
) -> Result<i64> {
    let (within, values) = within(federation, today, (bounds, BY_UNIT), &[COUNTED_TO]);
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT o.request_id FROM correction_open o
             LEFT JOIN person p ON p.federation_id = $1 AND p.id = o.person_id CROSS JOIN unit_path u
         WHERE o.federation_id = $1 AND u.unit_id = COALESCE(p.unit_id, o.unit_id) AND {within} LIMIT $3) w"
    );
    count(tx, &sql, &values)
}

/// Imports within bounds since a day that refused rows and were not undone.
pub(super) fn refused(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
    since: Day,
) -> Result<Refused> {
    let since = Instant::start_of(since).0;
    let (within, values) = within(federation, today, (bounds, BY_UNIT), &[IMPORTS_BACK, since]);
    // The row that undoes an import comes after it, so it is among the last ones too.
    let sql = format!(
        "SELECT COUNT(*), CAST(COALESCE(SUM(r.rows_refused), 0) AS BIGINT)
         FROM (SELECT id, batch, unit_id, rows_refused FROM import_run WHERE federation_id = $1
               ORDER BY id DESC LIMIT $3) r
         JOIN batch b ON b.federation_id = $1 AND b.number = r.batch AND b.recorded_at >= $4
         JOIN unit_path u ON u.unit_id = r.unit_id
         WHERE r.rows_refused > 0 AND {within} AND r.id NOT IN (
             SELECT l.undoes FROM (SELECT undoes FROM import_run WHERE federation_id = $1
                                   ORDER BY id DESC LIMIT $3) l WHERE l.undoes IS NOT NULL)"
    );
    let read = |row: &db::Row<'_>| Ok(Refused { imports: row.int(0)?, rows: row.int(1)? });
    Ok(tx.find(&sql, &values, read)?.unwrap_or_default())
}

/// The last of these imports by name.
pub(super) fn refused_last(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
    since: Day,
) -> Result<Vec<RefusedImport>> {
    let since = Instant::start_of(since).0;
    let (within, values) =
        within(federation, today, (bounds, BY_UNIT), &[IMPORTS_BACK, since, NAMED]);
    let sql = format!(
        "SELECT r.file_name, c.code, n.name, r.rows_refused, b.recorded_at
         FROM (SELECT id, batch, unit_id, file_name, rows_refused FROM import_run WHERE federation_id = $1
               ORDER BY id DESC LIMIT $3) r
         JOIN batch b ON b.federation_id = $1 AND b.number = r.batch AND b.recorded_at >= $4
         JOIN unit_path u ON u.unit_id = r.unit_id
         JOIN unit c ON c.federation_id = $1 AND c.id = r.unit_id
         JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = r.unit_id
         WHERE r.rows_refused > 0 AND {within} AND r.id NOT IN (
             SELECT l.undoes FROM (SELECT undoes FROM import_run WHERE federation_id = $1
                                   ORDER BY id DESC LIMIT $3) l WHERE l.undoes IS NOT NULL)
         ORDER BY r.id DESC LIMIT $5"
    );
    Ok(tx.query(&sql, &values, |row| {
        Ok(RefusedImport {
            file_name: row.text(0)?.to_owned(),
            unit: (row.text(1)?.to_owned(), row.text(2)?.to_owned()),
            rows: row.int(3)?,
            at: Instant(row.int(4)?),
        })
    })?)
}

/// Posts at units within bounds whose last day lies between two days, the first to end first.
pub(super) fn ending(
    tx: &mut Tx<'_>,
    federation: Id,
    (today, to): (Day, Day),
    bounds: &Bounds,
) -> Result<Vec<Ending>> {
    let mut values = values![federation, today, to, NAMED].to_vec();
    let (condition, ranges) = bounds.condition(BY_UNIT, values.len() + 1);
    values.extend(ranges.into_iter().map(Value::from));
    // The latest row of a post and of an account says what stands.
    let sql = format!(
        "SELECT a.login, a.name, p.role, n.name, p.to_on FROM post_fact p CROSS JOIN unit_path u
         JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = p.unit_id
         JOIN account_fact a ON a.federation_id = $1 AND a.account_id = p.account_id
             AND a.id = (SELECT MAX(l.id) FROM account_fact l WHERE l.federation_id = $1 AND l.account_id = p.account_id)
         WHERE p.federation_id = $1 AND p.to_on > $2 AND p.to_on <= $3 AND p.from_on < p.to_on AND p.id = (
             SELECT MAX(l.id) FROM post_fact l WHERE l.federation_id = $1 AND l.post_id = p.post_id)
           AND u.federation_id = $1 AND u.unit_id = p.unit_id AND u.from_on <= $2 AND u.to_on > $2 AND {condition}
           AND a.state = 'open'
         ORDER BY p.to_on, p.id LIMIT $4"
    );
    Ok(tx.query(&sql, &values, |row| {
        Ok(Ending {
            holder: (row.text(0)?.to_owned(), row.text(1)?.to_owned()),
            role: row.text(2)?.to_owned(),
            unit: row.text(3)?.to_owned(),
            on: row.day(4)?,
        })
    })?)
}

/// A batch found: its number, the least and the greatest unit it counts at.
type Found = (i64, Id, Id);

/// The last batches with postings at units within bounds.
pub(super) fn entries(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    bounds: &Bounds,
    most: usize,
) -> Result<Vec<Entry>> {
    let (within_small, values) = within(federation, today, (bounds, BY_PATH), &[POSTINGS_READ + 1]);
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT p.seq FROM unit_path u CROSS JOIN posting p
         WHERE {within_small} AND p.federation_id = $1 AND p.unit_id = u.unit_id LIMIT $3) w"
    );
    let is_small = count(tx, &sql, &values)? <= POSTINGS_READ;
    let most = most as i64;
    let (from, path, numbers, cut) = if is_small {
        // The index of units gives the numbers of postings, and these the batch.
        let read = "unit_path u CROSS JOIN posting i CROSS JOIN posting p";
        (read, BY_PATH, vec![most], None)
    } else {
        let last = "SELECT batch FROM posting WHERE federation_id = $1 ORDER BY seq DESC LIMIT 1 OFFSET $2";
        let cut = tx.find(last, &values![federation, POSTINGS_BACK - 1], |row| row.int(0))?;
        let window = "(SELECT federation_id, batch, unit_id FROM posting WHERE federation_id = $1
                       ORDER BY seq DESC LIMIT $4) p CROSS JOIN unit_path u";
        (window, BY_UNIT, vec![most, POSTINGS_BACK], cut)
    };
    let (within, values) = within(federation, today, (bounds, path), &numbers);
    let joined = if is_small {
        "i.federation_id = $1 AND i.unit_id = u.unit_id AND p.seq = i.seq"
    } else {
        "p.unit_id = u.unit_id"
    };
    let sql = format!(
        "SELECT p.batch, MIN(p.unit_id), MAX(p.unit_id) FROM {from}
         WHERE {within} AND p.federation_id = $1 AND {joined}
         GROUP BY p.batch ORDER BY p.batch DESC LIMIT $3"
    );
    let found: Vec<Found> =
        tx.query(&sql, &values, |row| Ok((row.int(0)?, row.id(1)?, row.id(2)?)))?;
    told(tx, federation, &found, cut)
}

/// The batches found with who, when and why. Of a batch that was looked at in part, it is not known which units it has.
fn told(tx: &mut Tx<'_>, federation: Id, found: &[Found], cut: Option<i64>) -> Result<Vec<Entry>> {
    let mut entries = Vec::with_capacity(found.len());
    let numbers: Vec<Id> = found.iter().map(|(number, _, _)| Id(*number)).collect();
    chunked(&numbers, |list| {
        let sql = format!(
            "SELECT number, recorded_at, actor, reason FROM batch WHERE federation_id = $1 AND number IN ({list})"
        );
        entries.extend(tx.query(&sql, &values![federation], |row| {
            Ok(Entry {
                batch: row.int(0)?,
                recorded_at: Instant(row.int(1)?),
                actor: row.text(2)?.to_owned(),
                reason: row.text(3)?.to_owned(),
                unit: None,
            })
        })?);
        Ok(())
    })?;
    let single = |entry: &Entry| {
        let (_, least, greatest) = found.iter().find(|(number, _, _)| *number == entry.batch)?;
        (least == greatest && Some(entry.batch) != cut).then_some(*least)
    };
    for entry in &mut entries {
        let Some(unit) = single(entry) else { continue };
        let sql = "SELECT u.code, n.name FROM unit u
                   JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.id
                   WHERE u.federation_id = $1 AND u.id = $2";
        let read = |row: &db::Row<'_>| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()));
        entry.unit = tx.find(sql, &values![federation, unit], read)?;
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.batch));
    Ok(entries)
}
