//! The SQL of stocks in traces: who or what makes up a stock at the end of a day.

use db::{Tx, Value, values};
use kernel::{Day, Id, Period};
use ledger::account::{self, Account};

use super::model::{Query, TraceLine, Window};
use super::store;
use super::trace_store::{OF_NO_REGISTER, column_condition, line};
use crate::books::{chunked, end_of_range};
use crate::{Error, Result};

/// A stock of a scope at the end of a day.
#[derive(Clone, Copy)]
pub(super) struct Stock<'q> {
    pub(super) scope: Id,
    pub(super) account: Account,
    pub(super) day: Day,
    pub(super) query: &'q Query,
}

/// The units under a path on a day, in the columns asked about.
fn under(query: &Query) -> String {
    let column = column_condition("u", query);
    format!(
        "u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on <= $4 AND u.to_on > $4{column}"
    )
}

/// Who or what makes up a stock: the members by unit and name, then the numbers of those without a name; or the units.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    federation: Id,
    stock: Stock<'_>,
    window: Window,
) -> Result<Vec<TraceLine>> {
    let Some(mut place) = place_of(tx, federation, stock)? else { return Ok(Vec::new()) };
    if stock.account.base() == account::UNITS {
        place.extend(values![window.take as i64, window.skip as i64]);
        return Ok(tx.query(&units_sql(stock.query), &place, line)?);
    }
    let (units, skip) = units_of_window(tx, stock, &place, window)?;
    let mut lines = Vec::new();
    if !units.is_empty() {
        place.extend(values![window.take as i64, skip as i64]);
        lines = tx.query(&members_sql(stock, &listed(&units)), &place, line)?;
    }
    if lines.len() < window.take {
        let named = match lines.len() {
            0 if window.skip > 0 => count_members(tx, stock, &place[..4])? as usize,
            shown => window.skip + shown,
        };
        let rest =
            Window { skip: window.skip.saturating_sub(named), take: window.take - lines.len() };
        place.truncate(4);
        let unnamed = tx.query(&unnamed_sql(stock), &place, line)?;
        lines.extend(rest.of(unnamed));
    }
    Ok(lines)
}

/// How many lines [`standing`] has in all.
pub(super) fn count(tx: &mut Tx<'_>, federation: Id, stock: Stock<'_>) -> Result<i64> {
    let Some(place) = place_of(tx, federation, stock)? else { return Ok(0) };
    if stock.account.base() == account::UNITS {
        let sql = format!(
            "SELECT COUNT(*) FROM unit_path u WHERE {} AND {COUNTED} = 1",
            under(stock.query)
        );
        return Ok(tx.find(&sql, &place, |row| row.int(0))?.unwrap_or(0));
    }
    let unnamed = tx.query(&unnamed_sql(stock), &place, |_| Ok(()))?.len() as i64;
    Ok(count_members(tx, stock, &place)? + unnamed)
}

/// Federation, path, end of the range of paths, day; none where the scope did not stand.
fn place_of(
    tx: &mut Tx<'_>,
    federation: Id,
    stock: Stock<'_>,
) -> Result<Option<Vec<Value<'static>>>> {
    let on = Period { from: stock.day, to: stock.day.next() };
    let prefix = store::prefixes(tx, federation, stock.scope, on)?.into_iter().next();
    Ok(prefix.map(|prefix| {
        let end = end_of_range(&prefix);
        values![federation, prefix, end, stock.day].to_vec()
    }))
}

/// Whose membership of a unit holds on the day; written so that one range of the index is read, in its order.
const HOLDS: &str = "s.from_on <= $4 AND COALESCE(s.to_on, '9999-12-31') > $4";

fn members_from(stock: Stock<'_>) -> String {
    let women = if stock.account.is_women() { "AND h.sex = 'nu'" } else { "" };
    format!(
        "FROM unit_path u
         JOIN spell s ON s.federation_id = u.federation_id AND s.unit_id = u.unit_id AND {HOLDS}
         JOIN person h ON h.federation_id = u.federation_id AND h.id = s.person_id {women}"
    )
}

/// The same without who they are, where only their number matters.
fn counted_from(stock: Stock<'_>) -> String {
    if stock.account.is_women() {
        return members_from(stock);
    }
    format!(
        "FROM unit_path u
         JOIN spell s ON s.federation_id = u.federation_id AND s.unit_id = u.unit_id AND {HOLDS}"
    )
}

/// Units whose members are counted at once; few in tests, so that they turn over.
const AT_ONCE: usize = if cfg!(test) { 2 } else { 100 };

fn listed(units: &[Id]) -> String {
    units.iter().map(|unit| unit.0.to_string()).collect::<Vec<_>>().join(", ")
}

/// The units, in the order of their paths, whose members fill a window, and how many of those stand before it. They are
/// counted from the first on and no further than the window reaches, so that its members alone are read and sorted.
fn units_of_window(
    tx: &mut Tx<'_>,
    stock: Stock<'_>,
    place: &[Value<'static>],
    window: Window,
) -> Result<(Vec<Id>, usize)> {
    let sql =
        format!("SELECT u.unit_id FROM unit_path u WHERE {} ORDER BY u.path", under(stock.query));
    let all = tx.query(&sql, place, |row| row.id(0))?;
    let (mut units, mut skip, mut left) = (Vec::new(), window.skip, window.take);
    for some in all.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT u.unit_id, COUNT(*) {} WHERE {} AND u.unit_id IN ({}) GROUP BY u.path, u.unit_id ORDER BY u.path",
            counted_from(stock),
            under(stock.query),
            listed(some)
        );
        let counts = tx.query(&sql, place, |row| Ok((row.id(0)?, row.int(1)? as usize)))?;
        for (unit, count) in counts {
            if units.is_empty() && count <= skip {
                skip -= count;
                continue;
            }
            let shown = if units.is_empty() { count - skip } else { count };
            units.push(unit);
            left = left.saturating_sub(shown);
            if left == 0 {
                return Ok((units, skip));
            }
        }
    }
    Ok((units, skip))
}

fn count_members(tx: &mut Tx<'_>, stock: Stock<'_>, place: &[Value<'_>]) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) {} WHERE {}", counted_from(stock), under(stock.query));
    Ok(tx.find(&sql, place, |row| row.int(0))?.unwrap_or(0))
}

/// The wanted members are found first, and only they lead on to events and papers.
fn members_sql(stock: Stock<'_>, units: &str) -> String {
    format!(
        "SELECT 0, m.on_day, n.name, c.code, 1, t.name, t.id, m.kind, CAST(NULL AS TEXT), d.number, d.issued_on,
             b.recorded_at, b.actor, {OF_NO_REGISTER}
         FROM (SELECT u.path, u.unit_id, s.start_event, h.id, h.name, h.sort_key {} WHERE {} AND u.unit_id IN ({units})
               ORDER BY u.path, h.sort_key, h.id LIMIT $5 OFFSET $6) t
         JOIN member_event m ON m.federation_id = $1 AND m.id = t.start_event
         JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = t.unit_id
         JOIN unit c ON c.federation_id = $1 AND c.id = t.unit_id
         JOIN batch b ON b.federation_id = $1 AND b.number = m.batch
         LEFT JOIN document d ON d.federation_id = $1 AND d.id = m.document_id
         ORDER BY t.path, t.sort_key, t.id",
        members_from(stock),
        under(stock.query)
    )
}

/// Members of whom only the number was told stand on records of units; one line a unit and record.
fn unnamed_sql(stock: Stock<'_>) -> String {
    format!(
        "SELECT 0, t.on_day, n.name, c.code, t.quantity, CAST(NULL AS TEXT), CAST(NULL AS BIGINT),
             CAST(NULL AS TEXT), e.kind, d.number, d.issued_on, b.recorded_at, b.actor, {OF_NO_REGISTER}
         FROM (SELECT u.path, u.unit_id, COALESCE(MAX(CASE WHEN p.quantity > 0 THEN p.on_day END), MAX(p.on_day)) AS on_day,
                   COALESCE(MAX(CASE WHEN p.quantity > 0 THEN e.id END), MAX(e.id)) AS event_id,
                   CAST(SUM(p.quantity) AS BIGINT) AS quantity
               FROM unit_path u CROSS JOIN unit_event e CROSS JOIN posting p
               WHERE {} AND e.federation_id = $1 AND e.unit_id = u.unit_id
                 AND p.federation_id = $1 AND p.record_id = e.id AND p.account = {} AND p.on_day <= $4
               GROUP BY u.path, u.unit_id HAVING SUM(p.quantity) <> 0) t
         JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = t.unit_id
         JOIN unit c ON c.federation_id = $1 AND c.id = t.unit_id
         JOIN unit_event e ON e.federation_id = $1 AND e.id = t.event_id
         JOIN batch b ON b.federation_id = $1 AND b.number = e.batch
         LEFT JOIN document d ON d.federation_id = $1 AND d.id = e.document_id
         ORDER BY t.path",
        under(stock.query),
        stock.account.0
    )
}

/// What a unit counts as a union by the records of its own events up to the day; a unit that ended may stand again.
const COUNTED: &str = "(SELECT CAST(SUM(p.quantity) AS BIGINT) FROM unit_event e
     JOIN posting p ON p.federation_id = e.federation_id AND p.record_id = e.id AND p.account = 200 AND p.on_day <= $4
     WHERE e.federation_id = $1 AND e.unit_id = u.unit_id)";

fn units_sql(query: &Query) -> String {
    format!(
        "SELECT 0, e.on_day, n.name, c.code, 1, CAST(NULL AS TEXT), CAST(NULL AS BIGINT), CAST(NULL AS TEXT), e.kind,
             d.number, d.issued_on, b.recorded_at, b.actor, {OF_NO_REGISTER}
         FROM (SELECT u.path, u.unit_id, (SELECT MAX(o.id) FROM unit_event o
                   JOIN posting q ON q.federation_id = o.federation_id AND q.record_id = o.id AND q.account = 200
                       AND q.quantity > 0 AND q.on_day <= $4
                   WHERE o.federation_id = $1 AND o.unit_id = u.unit_id) AS event_id
               FROM unit_path u WHERE {} AND {COUNTED} = 1 ORDER BY u.path LIMIT $5 OFFSET $6) t
         JOIN unit_event e ON e.federation_id = $1 AND e.id = t.event_id
         JOIN unit_now n ON n.federation_id = $1 AND n.unit_id = t.unit_id
         JOIN unit c ON c.federation_id = $1 AND c.id = t.unit_id
         JOIN batch b ON b.federation_id = $1 AND b.number = e.batch
         LEFT JOIN document d ON d.federation_id = $1 AND d.id = e.document_id
         ORDER BY t.path",
        under(query)
    )
}

/// What makes up a stock of some units at the end of a day as known up to a batch, folded from the postings: number of
/// the posting that tells it best, and how many; by unit and person.
pub(super) fn folded(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    account: Account,
    day: Day,
    known_to: i64,
) -> Result<Vec<(i64, i64)>> {
    let mut found = Vec::new();
    chunked(units, |ids| {
        let sql = format!(
            "SELECT COALESCE(MAX(CASE WHEN p.quantity > 0 THEN p.seq END), MAX(p.seq)),
                 CAST(SUM(p.quantity) AS BIGINT)
             FROM posting p
             LEFT JOIN member_event m ON m.federation_id = p.federation_id AND m.id = p.record_id
             WHERE p.federation_id = $1 AND p.unit_id IN ({ids}) AND p.account = $2 AND p.on_day <= $3
               AND p.batch <= $4
             GROUP BY p.unit_id, m.person_id HAVING SUM(p.quantity) <> 0
             ORDER BY p.unit_id, 1"
        );
        found.extend(tx.query(&sql, &values![federation, account.0, day, known_to], |row| {
            Ok((row.int(0)?, row.int(1)?))
        })?);
        Ok::<_, Error>(())
    })?;
    Ok(found)
}
