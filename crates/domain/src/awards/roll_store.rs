//! The SQL of public rolls: only what may be public leaves here.

use db::{Row, Tx, Value, values};
use kernel::{Day, Id};

use super::list_store::under;
use super::model::{Level, RollFilter, RollRow, Subject};
use super::rules;
use crate::Result;

/// Whether a federation's roll is open on a day: the latest of its statements that has begun; none where it never told.
pub(super) fn is_open(tx: &mut Tx<'_>, federation: Id, unit: Id, on: Day) -> Result<bool> {
    Ok(state(tx, federation, unit, on)?.is_some_and(|(_, open)| open))
}

/// The statement that holds on a day: since when, and whether it is open.
pub(super) fn state(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
) -> Result<Option<(Day, bool)>> {
    let sql = "SELECT from_on, is_open FROM public_roll WHERE federation_id = $1 AND unit_id = $2 AND from_on <= $3
         ORDER BY from_on DESC, id DESC LIMIT 1";
    let values = values![federation, unit, on];
    Ok(tx.find(sql, &values, |row| Ok((row.day(0)?, row.int(1)? != 0)))?)
}

/// A decided honour that stands.
const STANDS: &str =
    "h.stage = 'decided' AND h.typed = 0 AND NOT EXISTS (SELECT 1 FROM honour_end e
    WHERE e.federation_id = h.federation_id AND e.honour_id = h.id)";

/// The lines of a public roll with where the next page would begin, the latest first.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    filter: &RollFilter,
    most: usize,
) -> Result<Vec<((Day, Id), RollRow)>> {
    let mut given: Vec<Value<'static>> = values![federation].into();
    let told = under(tx, federation, (scope, false, Day::MAX), ("h", "on_day"), &mut given)?;
    let mut conditions = vec![STANDS.to_owned(), told.condition];
    let mut also = |condition: &str, values: Vec<Value<'static>>| {
        let mut text = condition.to_owned();
        for value in values {
            given.push(value);
            text = text.replacen('?', &format!("${}", given.len()), 1);
        }
        conditions.push(text);
    };
    if let Some(year) = filter.year {
        also("h.year = ?", vec![year.into()]);
    }
    if let Some(form) = filter.form {
        also("h.form = ?", vec![form.code().to_owned().into()]);
    }
    if let Some(subject) = filter.subject {
        also("h.subject = ?", vec![subject.code().to_owned().into()]);
    }
    if let Some(pattern) = rules::pattern(&filter.text) {
        also("h.search_key LIKE ?", vec![pattern.into()]);
    }
    if let Some((day, id)) = filter.before {
        let day = day.to_string();
        also(
            "(h.on_day < ? OR (h.on_day = ? AND h.id < ?))",
            vec![day.clone().into(), day.into(), id.into()],
        );
    }
    let sql = format!(
        "SELECT h.on_day, h.id, h.named, h.unit_named, h.subject, h.award, h.level, h.year FROM honour h {}
         WHERE h.federation_id = $1 AND {} ORDER BY h.on_day DESC, h.id DESC LIMIT {most}",
        told.join,
        conditions.join(" AND ")
    );
    Ok(tx.query(&sql, &given, read)?)
}

fn read(row: &Row<'_>) -> Result<((Day, Id), RollRow), db::DbError> {
    let told = RollRow {
        named: row.text(2)?.to_owned(),
        unit_named: row.text(3)?.to_owned(),
        subject: Subject::from_code(row.text(4)?).unwrap_or(Subject::Person),
        award: row.text(5)?.to_owned(),
        level: Level::from_code(row.text(6)?).unwrap_or(Level::Grassroots),
        year: row.int(7)?,
    };
    Ok(((row.day(0)?, row.id(1)?), told))
}

/// The years that have lines, the latest first.
pub(super) fn years(tx: &mut Tx<'_>, federation: Id, scope: Id) -> Result<Vec<i64>> {
    let mut given: Vec<Value<'static>> = values![federation].into();
    let told = under(tx, federation, (scope, false, Day::MAX), ("h", "on_day"), &mut given)?;
    let sql = format!(
        "SELECT DISTINCT h.year FROM honour h {} WHERE h.federation_id = $1 AND {STANDS} AND {}
         ORDER BY h.year DESC LIMIT 60",
        told.join, told.condition
    );
    Ok(tx.query(&sql, &given, |row| row.int(0))?)
}
