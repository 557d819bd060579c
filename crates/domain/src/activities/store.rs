//! The SQL of records: written, looked up one by one, and asked what stands already.

use std::collections::BTreeMap;

use db::{Row, Tx, values};
use kernel::{Day, Id, Instant};

use super::model::{Activity, FieldValue, NewActivity};
use super::register::{FieldKind, Form, Register};
use crate::books::{Batch, chunked, end_of_range, schema};
use crate::{Error, Result};

/// What is read of a version: see [`activity`].
pub(super) const COLUMNS: &str = "a.record_id, a.id, a.register, a.form, a.unit_id, c.code, n.name, a.on_day, a.last_day,
    a.year, a.title, d.number, d.issued_on, d.issuer, b.recorded_at, b.actor,
    (SELECT COUNT(*) FROM activity v WHERE v.federation_id = a.federation_id AND v.record_id = a.record_id AND v.id < a.id)";

/// What those columns are read from.
pub(super) const JOINS: &str =
    "JOIN unit c ON c.federation_id = a.federation_id AND c.id = a.unit_id
    JOIN unit_now n ON n.federation_id = a.federation_id AND n.unit_id = a.unit_id
    JOIN batch b ON b.federation_id = a.federation_id AND b.number = a.batch
    LEFT JOIN document d ON d.federation_id = a.federation_id AND d.id = a.document_id";

/// The version `a` is the last of its record and not withdrawn.
pub(crate) const STANDS: &str = "a.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM activity l
    WHERE l.federation_id = a.federation_id AND l.record_id = a.record_id AND l.id > a.id)";

/// Reads a record without its fields; none where the program no longer knows its register.
pub(super) fn activity(row: &Row<'_>) -> Result<Option<Activity>, db::DbError> {
    let Some(register) = super::find(row.text(2)?) else { return Ok(None) };
    let Some(form) = register.form(row.text(3)?) else { return Ok(None) };
    let owned = |column: usize| Ok::<_, db::DbError>(row.text(column)?.to_owned());
    let document = match row.opt_text(11)? {
        Some(number) => {
            let issuer = row.opt_text(13)?.unwrap_or_default().to_owned();
            Some((number.to_owned(), row.opt_day(12)?, issuer))
        }
        None => None,
    };
    Ok(Some(Activity {
        record: row.id(0)?,
        version: row.id(1)?,
        register,
        form,
        unit: (row.id(4)?, owned(5)?, owned(6)?),
        on: row.day(7)?,
        last: row.day(8)?,
        year: row.int(9)? as i16,
        title: owned(10)?,
        values: BTreeMap::new(),
        people: None,
        named: 0,
        document,
        recorded_at: Instant(row.int(14)?),
        actor: owned(15)?,
        corrections: row.int(16)?,
    }))
}

/// Fills in the fields and the number of people of some records.
pub(super) fn dress(tx: &mut Tx<'_>, federation: Id, rows: &mut [Activity]) -> Result<()> {
    let ids: Vec<Id> = rows.iter().map(|row| row.version).collect();
    let mut by_version: BTreeMap<Id, &mut Activity> =
        rows.iter_mut().map(|row| (row.version, row)).collect();
    chunked(&ids, |list| {
        let sql = format!(
            "SELECT activity_id, field, number, text FROM activity_value
             WHERE federation_id = $1 AND activity_id IN ({list})"
        );
        tx.each(&sql, &values![federation], |row| {
            let Some(activity) = by_version.get_mut(&row.id(0)?) else { return Ok(()) };
            let code = row.text(1)?;
            let kind = activity.register.fields.iter().find(|field| field.code == code);
            let is_day = kind.is_some_and(|field| field.kind == FieldKind::Day);
            let value = match (row.opt_int(2)?, row.opt_text(3)?) {
                (Some(number), _) => FieldValue::Number(number),
                (None, Some(text)) if is_day => match Day::parse(text) {
                    Ok(day) => FieldValue::Day(day),
                    Err(_) => return Ok(()),
                },
                (None, text) => FieldValue::Text(text.unwrap_or_default().to_owned()),
            };
            activity.values.insert(code.to_owned(), value);
            Ok(())
        })
        .map_err(Error::from)?;
        let sql = format!(
            "SELECT activity_id, COUNT(*) FROM activity_person
             WHERE federation_id = $1 AND activity_id IN ({list}) GROUP BY activity_id"
        );
        tx.each(&sql, &values![federation], |row| {
            if let Some(activity) = by_version.get_mut(&row.id(0)?) {
                activity.named = usize::try_from(row.int(1)?).unwrap_or_default();
            }
            Ok(())
        })
        .map_err(Error::from)
    })
}

/// The standing version of a record with its fields.
pub(super) fn standing(tx: &mut Tx<'_>, federation: Id, record: Id) -> Result<Option<Activity>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM activity a {JOINS}
         WHERE a.federation_id = $1 AND a.record_id = $2 AND {STANDS}"
    );
    let found = tx.find(&sql, &values![federation, record], activity)?.flatten();
    let Some(found) = found else { return Ok(None) };
    let mut one = [found];
    dress(tx, federation, &mut one)?;
    Ok(one.into_iter().next())
}

/// The people a version names, by name; who was merged since is whom the record is kept of.
pub(super) fn people(tx: &mut Tx<'_>, federation: Id, version: Id) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT person_id FROM activity_person WHERE federation_id = $1 AND activity_id = $2";
    let named: Vec<Id> = tx.query(sql, &values![federation, version], |row| row.id(0))?;
    let kept = crate::people::kept_of(tx, federation, &named)?;
    names(tx, federation, named.iter().map(|id| kept.get(id).copied().unwrap_or(*id)))
}

/// The names of some people, of one record at most, in their order.
fn names(
    tx: &mut Tx<'_>,
    federation: Id,
    people: impl Iterator<Item = Id>,
) -> Result<Vec<(Id, String)>> {
    let list: Vec<String> = people.map(|id| id.0.to_string()).collect();
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT id, name FROM person WHERE federation_id = $1 AND id IN ({}) ORDER BY sort_key, id",
        list.join(", ")
    );
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.text(1)?.to_owned()));
    Ok(tx.query(&sql, &values![federation], read)?)
}

/// The rows that name people in a version: they carry postings of their own.
pub(super) fn naming_rows(tx: &mut Tx<'_>, federation: Id, version: Id) -> Result<Vec<Id>> {
    let sql =
        "SELECT id FROM activity_person WHERE federation_id = $1 AND activity_id = $2 ORDER BY id";
    Ok(tx.query(sql, &values![federation, version], |row| row.id(0))?)
}

/// Appends a version with its fields and people; gives back the rows that name people.
pub(super) fn append(
    batch: &mut Batch<'_, '_>,
    (version, record): (Id, Id),
    (register, form): (&Register, &Form),
    new: &NewActivity,
    document: Option<Id>,
) -> Result<Vec<Id>> {
    let last = new.last.unwrap_or(new.on);
    let year = i64::from(new.year.unwrap_or_else(|| new.on.year()));
    let (title, import) = (new.title.trim().to_owned(), new.import);
    let row = values![
        record,
        register.code,
        form.code,
        new.unit,
        new.on,
        last,
        year,
        title,
        document,
        import,
        false
    ];
    batch.append_as(version, &schema::ACTIVITY, row)?;
    for (field, value) in &new.values {
        let (number, text) = match value {
            FieldValue::Number(number) => (Some(*number), None),
            FieldValue::Text(text) => (None, Some(text.clone())),
            FieldValue::Day(day) => (None, Some(day.to_string())),
        };
        batch.append(&schema::ACTIVITY_VALUE, values![version, field.clone(), number, text])?;
    }
    new.people
        .iter()
        .map(|person| batch.append(&schema::ACTIVITY_PERSON, values![version, *person]))
        .collect()
}

/// Appends the last version of a record: it does not stand any more.
pub(super) fn append_withdrawal(
    batch: &mut Batch<'_, '_>,
    old: &Activity,
    reason: &str,
) -> Result<()> {
    let (register, form) = (old.register.code, old.form.code);
    let (unit, year) = (old.unit.0, i64::from(old.year));
    let row = values![
        old.record,
        register,
        form,
        unit,
        old.on,
        old.last,
        year,
        reason.to_owned(),
        None::<i64>,
        None::<i64>,
        true
    ];
    batch.append(&schema::ACTIVITY, row).map(drop)
}

/// Another record of a unit in a form and year, with its number of the year where it has one.
pub(super) fn others(
    tx: &mut Tx<'_>,
    federation: Id,
    (unit, register, form, year): (Id, &str, &str, i64),
    but: Option<Id>,
) -> Result<Vec<(Day, i64)>> {
    let sql = format!(
        "SELECT a.on_day, COALESCE((SELECT v.number FROM activity_value v
             WHERE v.federation_id = a.federation_id AND v.activity_id = a.id AND v.field = 'round'), 0)
         FROM activity a WHERE a.federation_id = $1 AND a.unit_id = $2 AND a.register = $3 AND a.form = $4
           AND a.year = $5 AND a.record_id <> $6 AND {STANDS}"
    );
    let but = but.unwrap_or(Id(0));
    let values = values![federation, unit, register, form, year, but];
    Ok(tx.query(&sql, &values, |row| Ok((row.day(0)?, row.int(1)?)))?)
}

/// Those of some people who stand in another record of a register's form and year, also under a record that was merged
/// into theirs: name and day.
pub(super) fn named_before(
    tx: &mut Tx<'_>,
    federation: Id,
    people: &[Id],
    (register, form, year): (&str, &str, i64),
    but: Option<Id>,
) -> Result<Vec<(String, Day)>> {
    let known = crate::people::names_of(tx, federation, people)?;
    let ids: Vec<Id> = known.keys().copied().collect();
    let mut found: Vec<(Id, Day)> = Vec::new();
    let but = but.unwrap_or(Id(0));
    chunked(&ids, |list| {
        let sql = format!(
            "SELECT g.person_id, a.on_day FROM activity_person g
             JOIN activity a ON a.federation_id = g.federation_id AND a.id = g.activity_id
             WHERE g.federation_id = $1 AND g.person_id IN ({list}) AND a.register = $2 AND a.form = $3
               AND a.year = $4 AND a.record_id <> $5 AND {STANDS}"
        );
        let values = values![federation, register, form, year, but];
        found.extend(tx.query(&sql, &values, |row| Ok((row.id(0)?, row.day(1)?)))?);
        Ok(())
    })?;
    let before: Vec<(Id, Day)> =
        found.into_iter().filter_map(|(id, on)| Some((*known.get(&id)?, on))).collect();
    let named = names(tx, federation, before.iter().map(|(id, _)| *id))?;
    let days = |id: Id| before.iter().filter(move |(who, _)| *who == id).map(|(_, on)| *on);
    Ok(named
        .into_iter()
        .flat_map(|(id, name)| days(id).map(move |on| (name.clone(), on)))
        .collect())
}

/// The members under a unit on a day with a name: id and birth.
pub(super) fn members_called(
    tx: &mut Tx<'_>,
    federation: Id,
    (unit, on): (Id, Day),
    match_key: &str,
) -> Result<Vec<(Id, Option<String>)>> {
    let sql = "SELECT path FROM unit_path
               WHERE federation_id = $1 AND unit_id = $2 AND from_on <= $3 AND to_on > $3";
    let own = tx.find(sql, &values![federation, unit, on], |row| Ok(row.text(0)?.to_owned()))?;
    let Some(own) = own else { return Ok(Vec::new()) };
    let sql = "SELECT DISTINCT h.id, h.birth FROM person h
               JOIN spell s ON s.federation_id = h.federation_id AND s.person_id = h.id
                   AND s.from_on <= $3 AND (s.to_on IS NULL OR s.to_on > $3)
               JOIN unit_path p ON p.federation_id = s.federation_id AND p.unit_id = s.unit_id
                   AND p.from_on <= $3 AND p.to_on > $3 AND p.path >= $4 AND p.path < $5
               WHERE h.federation_id = $1 AND h.match_key = $2 ORDER BY h.id LIMIT 50";
    let values = values![federation, match_key, on, &own, end_of_range(&own)];
    Ok(tx.query(sql, &values, |row| Ok((row.id(0)?, row.opt_text(1)?.map(str::to_owned))))?)
}

/// The units under a scope on a day with a code, or with a name in any spelling.
pub(super) fn units_called(
    tx: &mut Tx<'_>,
    federation: Id,
    (scope, on): (Id, Day),
    (code, search_key): (&str, &str),
) -> Result<Vec<Id>> {
    let sql = "SELECT path FROM unit_path
               WHERE federation_id = $1 AND unit_id = $2 AND from_on <= $3 AND to_on > $3";
    let own = tx.find(sql, &values![federation, scope, on], |row| Ok(row.text(0)?.to_owned()))?;
    let Some(own) = own else { return Ok(Vec::new()) };
    let under = "JOIN unit_path p ON p.federation_id = n.federation_id AND p.unit_id = n.unit_id
                     AND p.from_on <= $3 AND p.to_on > $3 AND p.path >= $4 AND p.path < $5";
    let end = end_of_range(&own);
    let sql = format!(
        "SELECT n.unit_id FROM unit c
         JOIN unit_now n ON n.federation_id = c.federation_id AND n.unit_id = c.id {under}
         WHERE c.federation_id = $1 AND c.code = $2"
    );
    let found = tx.query(&sql, &values![federation, code, on, &own, &end], |row| row.id(0))?;
    if !found.is_empty() {
        return Ok(found);
    }
    let sql = format!(
        "SELECT n.unit_id FROM unit_now n {under}
         WHERE n.federation_id = $1 AND n.search_key = $2 ORDER BY n.unit_id LIMIT 2"
    );
    Ok(tx.query(&sql, &values![federation, search_key, on, &own, &end], |row| row.id(0))?)
}
