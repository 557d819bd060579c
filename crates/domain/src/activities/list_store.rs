//! The SQL of lists: the records of a register whose units stood under a scope on the records' own days.

use db::{Tx, Value, values};
use kernel::{Day, Id, Period};

use super::model::{Activity, Asked};
use super::store::{self, COLUMNS, JOINS, STANDS};
use crate::Result;
use crate::books::end_of_range;
use crate::people::MERGES;

/// Which records are meant.
pub(super) struct Ground<'g> {
    pub(super) federation: Id,
    pub(super) scope: Id,
    pub(super) register: &'g str,
    pub(super) period: Period,
    pub(super) asked: &'g Asked,
}

/// The paths a scope had on some days.
fn prefixes(tx: &mut Tx<'_>, ground: &Ground<'_>) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT path FROM unit_path
               WHERE federation_id = $1 AND unit_id = $2 AND from_on < $3 AND to_on > $4";
    let values = values![ground.federation, ground.scope, ground.period.to, ground.period.from];
    Ok(tx.query(sql, &values, |row| Ok(row.text(0)?.to_owned()))?)
}

/// The records that are meant, as the part of a statement after `FROM`, and its values.
fn meant(tx: &mut Tx<'_>, ground: &Ground<'_>) -> Result<(String, Vec<Value<'static>>)> {
    let Ground { federation, register, period, asked, .. } = ground;
    let mut values = values![*federation, (*register).to_owned(), period.from, period.to].to_vec();
    let mut add = |value: String| {
        values.push(Value::from(value));
        values.len()
    };
    let mut form = String::new();
    if let Some(code) = &asked.form {
        form = format!("AND a.form = ${}", add(code.clone()));
    }
    let ranges: Vec<String> = prefixes(tx, ground)?
        .into_iter()
        .map(|path| {
            let end = end_of_range(&path);
            format!("(p.path >= ${} AND p.path < ${})", add(path), add(end))
        })
        .collect();
    let ranges = if ranges.is_empty() { "1 = 0".to_owned() } else { ranges.join(" OR ") };
    let text = format!(
        "activity a
         JOIN unit_path p ON p.federation_id = a.federation_id AND p.unit_id = a.unit_id
             AND p.from_on <= a.on_day AND p.to_on > a.on_day AND ({ranges})
         {JOINS}
         WHERE a.federation_id = $1 AND a.register = $2 AND a.on_day >= $3 AND a.on_day < $4 {form} AND {STANDS}"
    );
    Ok((text, values))
}

/// A page of them, the latest first.
pub(super) fn page(tx: &mut Tx<'_>, ground: &Ground<'_>) -> Result<Vec<Activity>> {
    let (meant, values) = meant(tx, ground)?;
    let Asked { skip, most, .. } = ground.asked;
    let sql = format!(
        "SELECT {COLUMNS} FROM {meant} ORDER BY a.on_day DESC, a.id DESC LIMIT {most} OFFSET {skip}"
    );
    let mut rows: Vec<Activity> =
        tx.query(&sql, &values, store::activity)?.into_iter().flatten().collect();
    store::dress(tx, ground.federation, &mut rows)?;
    Ok(rows)
}

/// How many there are in all, and how many different people they name.
pub(super) fn counts(tx: &mut Tx<'_>, ground: &Ground<'_>) -> Result<(i64, i64)> {
    let (meant, values) = meant(tx, ground)?;
    let total = tx.find(&format!("SELECT COUNT(*) FROM {meant}"), &values, |row| row.int(0))?;
    let sql = format!(
        "SELECT COUNT(DISTINCT COALESCE(n.merged_into, m.merged_into, g.person_id)) FROM activity_person g
         LEFT JOIN {MERGES} m ON m.person_id = g.person_id
         LEFT JOIN {MERGES} n ON n.person_id = m.merged_into
         WHERE g.federation_id = $1 AND g.activity_id IN (SELECT a.id FROM {meant})"
    );
    let distinct = tx.find(&sql, &values, |row| row.int(0))?;
    Ok((total.unwrap_or_default(), distinct.unwrap_or_default()))
}

/// The sums of their number fields, by field.
pub(super) fn sums(tx: &mut Tx<'_>, ground: &Ground<'_>) -> Result<Vec<(String, i64)>> {
    let (meant, values) = meant(tx, ground)?;
    let sql = format!(
        "SELECT v.field, CAST(SUM(v.number) AS BIGINT) FROM activity_value v
         WHERE v.federation_id = $1 AND v.number IS NOT NULL
           AND v.activity_id IN (SELECT a.id FROM {meant}) GROUP BY v.field"
    );
    Ok(tx.query(&sql, &values, |row| Ok((row.text(0)?.to_owned(), row.int(1)?)))?)
}

/// Records that end are listed up to so many.
const ENDING_MAX: i64 = 200;

/// The standing records of units open under a scope on a day that end from then on up to another day by a field, where the
/// unit has none that ends later; the first to end first.
pub(super) fn ending(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    (register, field): (&str, &str),
    (on, to): (Day, Day),
) -> Result<Vec<Activity>> {
    let sql = "SELECT path FROM unit_path
               WHERE federation_id = $1 AND unit_id = $2 AND from_on <= $3 AND to_on > $3";
    let own = tx.find(sql, &values![federation, scope, on], |row| Ok(row.text(0)?.to_owned()))?;
    let Some(own) = own else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT {COLUMNS} FROM activity a
         JOIN activity_value e ON e.federation_id = a.federation_id AND e.activity_id = a.id AND e.field = $7
         JOIN unit_path p ON p.federation_id = a.federation_id AND p.unit_id = a.unit_id
             AND p.from_on <= $2 AND p.to_on > $2 AND p.path >= $3 AND p.path < $4
         {JOINS}
         WHERE a.federation_id = $1 AND a.register = $5 AND e.text >= $2 AND e.text <= $6 AND {STANDS}
           AND (n.ended_on IS NULL OR n.ended_on > $2)
           AND NOT EXISTS (SELECT 1 FROM activity o
               JOIN activity_value v ON v.federation_id = o.federation_id AND v.activity_id = o.id AND v.field = $7
               WHERE o.federation_id = a.federation_id AND o.unit_id = a.unit_id AND o.register = a.register
                 AND v.text > e.text AND o.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM activity x
                     WHERE x.federation_id = o.federation_id AND x.record_id = o.record_id AND x.id > o.id))
         ORDER BY e.text, a.id LIMIT {ENDING_MAX}"
    );
    let values = values![federation, on, &own, end_of_range(&own), register, to, field];
    let mut rows: Vec<Activity> =
        tx.query(&sql, &values, store::activity)?.into_iter().flatten().collect();
    store::dress(tx, federation, &mut rows)?;
    Ok(rows)
}

/// The last standing record of each unit that stood under the scope on a day, recorded for that day or before.
pub(super) fn last_of_each(tx: &mut Tx<'_>, ground: &Ground<'_>, on: Day) -> Result<Vec<Activity>> {
    let sql = "SELECT path FROM unit_path
               WHERE federation_id = $1 AND unit_id = $2 AND from_on <= $3 AND to_on > $3";
    let values = values![ground.federation, ground.scope, on];
    let own = tx.find(sql, &values, |row| Ok(row.text(0)?.to_owned()))?;
    let Some(own) = own else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT {COLUMNS} FROM activity a
         JOIN unit_path p ON p.federation_id = a.federation_id AND p.unit_id = a.unit_id
             AND p.from_on <= $3 AND p.to_on > $3 AND p.path >= $4 AND p.path < $5
         {JOINS}
         WHERE a.federation_id = $1 AND a.register = $2 AND a.on_day <= $3 AND {STANDS}
           AND (n.ended_on IS NULL OR n.ended_on > $3)
         ORDER BY a.unit_id, a.on_day DESC, a.id DESC"
    );
    let values = values![ground.federation, ground.register, on, &own, end_of_range(&own)];
    let mut rows: Vec<Activity> =
        tx.query(&sql, &values, store::activity)?.into_iter().flatten().collect();
    rows.dedup_by_key(|row| row.unit.0);
    store::dress(tx, ground.federation, &mut rows)?;
    Ok(rows)
}
