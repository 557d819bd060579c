//! The SQL of lists of honours and papers: bounded by a scope, as it stood that day or as it stands today.

use db::{Row, Tx, Value, values};
use kernel::{Day, Id};

use super::model::{
    Commendation, CommendationRow, Ended, Form, HonourFilter, HonourRow, Level, Stage, Subject,
};
use super::rules;
use crate::Result;
use crate::books::{end_of_range, read_paths};
use crate::documents::DocumentRef;

/// What a row of honours is read from, by place.
const COLUMNS: &str = "h.id, h.commendation_id, h.item, h.stage, h.level, h.award, h.form, h.grade, h.unit_id, u.code,
    h.person_id, h.subject, h.named, h.unit_named, h.on_day, h.year, h.achievement, h.money_vnd, h.quantity, h.typed,
    e.how, e.on_day, e.cause, d.number, d.issued_on, w.decided_by, w.presented_by, w.title";

/// How a line leads to its unit, its end, its paper.
const JOINS: &str = "JOIN unit u ON u.federation_id = h.federation_id AND u.id = h.unit_id
    JOIN commendation w ON w.federation_id = h.federation_id AND w.id = h.commendation_id
    LEFT JOIN honour_end e ON e.federation_id = h.federation_id AND e.honour_id = h.id
    LEFT JOIN document d ON d.federation_id = h.federation_id AND d.id = h.document_id";

pub(super) fn owned(row: &Row<'_>, column: usize) -> Result<Option<String>, db::DbError> {
    Ok(row.opt_text(column)?.map(str::to_owned))
}

/// A paper by number and day, from two columns.
pub(super) fn paper(row: &Row<'_>, column: usize) -> Result<String, db::DbError> {
    let issued = row.opt_day(column + 1)?;
    let issued = issued.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
    Ok(format!("{}{issued}", row.opt_text(column)?.unwrap_or_default()))
}

fn row(row: &Row<'_>) -> Result<HonourRow, db::DbError> {
    let how = row.opt_text(20)?.and_then(Ended::from_code);
    let ended = match (how, row.opt_day(21)?) {
        (Some(how), Some(on)) => Some((how, on, owned(row, 22)?.unwrap_or_default())),
        _ => None,
    };
    Ok(HonourRow {
        id: row.id(0)?,
        commendation: row.id(1)?,
        item: row.int(2)?,
        stage: Stage::from_code(row.text(3)?).unwrap_or(Stage::Decided),
        level: Level::from_code(row.text(4)?).unwrap_or(Level::Grassroots),
        award: row.text(5)?.to_owned(),
        form: Form::from_code(row.text(6)?).unwrap_or(Form::Title),
        grade: row.opt_int(7)?,
        unit: (row.id(8)?, row.text(9)?.to_owned()),
        person: row.opt_id(10)?,
        subject: Subject::from_code(row.text(11)?).unwrap_or(Subject::Person),
        named: row.text(12)?.to_owned(),
        unit_named: row.text(13)?.to_owned(),
        on: row.day(14)?,
        year: row.int(15)?,
        achievement: owned(row, 16)?,
        money_vnd: row.opt_int(17)?,
        quantity: row.int(18)?,
        typed: row.int(19)? != 0,
        ended,
        document: paper(row, 23)?,
        decided_by: row.text(25)?.to_owned(),
        presented_by: owned(row, 26)?,
        title: row.text(27)?.to_owned(),
    })
}

/// A condition that a row of a table with `unit_id` and a day lies under a scope, and a join it needs.
pub(super) struct Under {
    pub(super) join: String,
    pub(super) condition: String,
}

/// Rows `t` whose unit stood under a scope on the row's day, or stands there today. Values are added from `$n` on.
pub(super) fn under(
    tx: &mut Tx<'_>,
    federation: Id,
    (scope, now, today): (Id, bool, Day),
    (table, day): (&str, &str),
    given: &mut Vec<Value<'static>>,
) -> Result<Under> {
    let path = read_paths(tx, federation, &[scope])?.remove(&scope).unwrap_or_default();
    let mut place = |value: Value<'static>| {
        given.push(value);
        format!("${}", given.len())
    };
    let mut parts = Vec::new();
    let at = if now { place(today.to_string().into()) } else { format!("{table}.{day}") };
    for stretch in &path {
        if now && !(stretch.from <= today && today < stretch.to) {
            continue;
        }
        let own = stretch.path();
        let (low, high) = (place(own.clone().into()), place(end_of_range(&own).into()));
        let mut part = format!("p.path >= {low} AND p.path < {high}");
        if !now {
            let (from, to) =
                (place(stretch.from.to_string().into()), place(stretch.to.to_string().into()));
            part = format!("{part} AND {table}.{day} >= {from} AND {table}.{day} < {to}");
        }
        parts.push(format!("({part})"));
    }
    let condition =
        if parts.is_empty() { "1 = 0".to_owned() } else { format!("({})", parts.join(" OR ")) };
    let join = format!(
        "JOIN unit_path p ON p.federation_id = {table}.federation_id AND p.unit_id = {table}.unit_id
             AND p.from_on <= {at} AND p.to_on > {at}"
    );
    Ok(Under { join, condition })
}

/// Honours by a filter, the latest first, at most so many.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    filter: &HonourFilter,
    most: usize,
) -> Result<Vec<HonourRow>> {
    let mut given: Vec<Value<'static>> = values![federation].into();
    let mut join = String::new();
    let mut conditions = vec!["h.federation_id = $1".to_owned()];
    if let Some(scope) = filter.scope {
        let place = (scope, filter.now, today);
        let told = under(tx, federation, place, ("h", "on_day"), &mut given)?;
        join = told.join;
        conditions.push(told.condition);
    }
    let mut also = |condition: &str, values: Vec<Value<'static>>| {
        let mut text = condition.to_owned();
        for value in values {
            given.push(value);
            text = text.replacen('?', &format!("${}", given.len()), 1);
        }
        conditions.push(text);
    };
    if let Some(days) = filter.days {
        also(
            "h.on_day >= ? AND h.on_day < ?",
            vec![days.from.to_string().into(), days.to.to_string().into()],
        );
    }
    let codes = [
        ("h.stage = ?", filter.stage.map(Stage::code)),
        ("h.level = ?", filter.level.map(Level::code)),
        ("h.form = ?", filter.form.map(Form::code)),
        ("h.subject = ?", filter.subject.map(Subject::code)),
        ("h.award = ?", filter.award),
    ];
    for (condition, code) in codes {
        if let Some(code) = code {
            also(condition, vec![code.to_owned().into()]);
        }
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
        "SELECT {COLUMNS} FROM honour h {JOINS} {join} WHERE {} ORDER BY h.on_day DESC, h.id DESC LIMIT {most}",
        conditions.join(" AND ")
    );
    let rows = tx.query(&sql, &given, row)?;
    as_kept(tx, federation, rows)
}

/// Rows whose people were merged into others lead to those who are kept.
fn as_kept(tx: &mut Tx<'_>, federation: Id, mut rows: Vec<HonourRow>) -> Result<Vec<HonourRow>> {
    let people: Vec<Id> = rows.iter().filter_map(|row| row.person).collect();
    let kept = crate::people::kept_of(tx, federation, &people)?;
    for row in &mut rows {
        row.person = row.person.map(|person| kept.get(&person).copied().unwrap_or(person));
    }
    Ok(rows)
}

/// The honours of a person, the latest first; those of records merged into this one are among them.
pub(super) fn of_person(tx: &mut Tx<'_>, federation: Id, person: Id) -> Result<Vec<HonourRow>> {
    let names = crate::people::names_of(tx, federation, &[person])?;
    let list: Vec<String> = names.keys().map(|id| id.0.to_string()).collect();
    let condition = format!("(h.person_id = $2 OR h.person_id IN ({}))", list.join(", "));
    by(tx, federation, &condition, person, "h.on_day DESC, h.id DESC")
}

/// The honours of a unit as a collective, the latest first.
pub(super) fn of_unit(tx: &mut Tx<'_>, federation: Id, unit: Id) -> Result<Vec<HonourRow>> {
    let condition = "h.unit_id = $2 AND h.subject = 'collective'";
    by(tx, federation, condition, unit, "h.on_day DESC, h.id DESC")
}

/// The lines of a paper, in order.
pub(super) fn lines(tx: &mut Tx<'_>, federation: Id, commendation: Id) -> Result<Vec<HonourRow>> {
    by(tx, federation, "h.commendation_id = $2", commendation, "h.item")
}

/// The lines of every paper of a movement, wave, contest or conference, in order.
pub(super) fn of_emulation(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Vec<HonourRow>> {
    by(tx, federation, "w.emulation_id = $2", id, "h.on_day, h.commendation_id, h.item")
}

/// How many of the people honoured by lines of a filter are women the books know.
pub(super) fn women(
    tx: &mut Tx<'_>,
    federation: Id,
    today: Day,
    (scope, now): (Id, bool),
    days: kernel::Period,
) -> Result<i64> {
    let mut given: Vec<Value<'static>> =
        values![federation, days.from.to_string(), days.to.to_string()].into();
    let told = under(tx, federation, (scope, now, today), ("h", "on_day"), &mut given)?;
    let sql = format!(
        "SELECT COUNT(*) FROM honour h JOIN person x ON x.federation_id = h.federation_id AND x.id = COALESCE((
             SELECT f.merged_into FROM person_fact f WHERE f.federation_id = h.federation_id
               AND f.person_id = h.person_id AND f.merged_into IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_fact l
                   WHERE l.federation_id = f.federation_id AND l.person_id = f.person_id AND l.id > f.id)), h.person_id) {}
         WHERE h.federation_id = $1 AND h.on_day >= $2 AND h.on_day < $3 AND h.stage = 'decided'
           AND h.subject = 'person' AND h.typed = 0 AND x.sex = 'nu' AND {} AND NOT EXISTS (SELECT 1
             FROM honour_end e WHERE e.federation_id = h.federation_id AND e.honour_id = h.id AND e.how = 'withdrawn')",
        told.join, told.condition
    );
    Ok(tx.find(&sql, &given, |row| row.int(0))?.unwrap_or(0))
}

/// Lines of one person, unit or paper at most.
const MOST: usize = 5_000;

fn by(
    tx: &mut Tx<'_>,
    federation: Id,
    condition: &str,
    id: Id,
    order: &str,
) -> Result<Vec<HonourRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM honour h {JOINS} WHERE h.federation_id = $1 AND {condition}
         ORDER BY {order} LIMIT {MOST}"
    );
    let rows = tx.query(&sql, &values![federation, id], row)?;
    as_kept(tx, federation, rows)
}

const HEAD: &str = "w.id, w.unit_id, u.code, n.name, w.stage, w.level, w.decided_by, d.number, d.issued_on, d.issuer,
    d.title, w.on_day, w.year, w.title,
    (SELECT CAST(COALESCE(SUM(CASE WHEN h.subject = 'person' THEN h.quantity ELSE 0 END), 0) AS BIGINT) FROM honour h
        WHERE h.federation_id = w.federation_id AND h.commendation_id = w.id AND NOT EXISTS (SELECT 1
            FROM honour_end e WHERE e.federation_id = h.federation_id AND e.honour_id = h.id AND e.how = 'withdrawn')),
    (SELECT CAST(COALESCE(SUM(CASE WHEN h.subject = 'person' THEN 0 ELSE h.quantity END), 0) AS BIGINT) FROM honour h
        WHERE h.federation_id = w.federation_id AND h.commendation_id = w.id AND NOT EXISTS (SELECT 1
            FROM honour_end e WHERE e.federation_id = h.federation_id AND e.honour_id = h.id AND e.how = 'withdrawn')),
    w.proposed_by, w.presented_by, w.presented_on, m.id, m.name";

const HEAD_JOINS: &str = "JOIN unit u ON u.federation_id = w.federation_id AND u.id = w.unit_id
    JOIN unit_now n ON n.federation_id = w.federation_id AND n.unit_id = w.unit_id
    LEFT JOIN document d ON d.federation_id = w.federation_id AND d.id = w.document_id
    LEFT JOIN emulation m ON m.federation_id = w.federation_id AND m.id = w.emulation_id";

fn head(row: &Row<'_>) -> Result<CommendationRow, db::DbError> {
    let text = |column| Ok::<_, db::DbError>(row.opt_text(column)?.unwrap_or_default().to_owned());
    Ok(CommendationRow {
        id: row.id(0)?,
        unit: (row.id(1)?, text(2)?, text(3)?),
        stage: Stage::from_code(row.text(4)?).unwrap_or(Stage::Decided),
        level: Level::from_code(row.text(5)?).unwrap_or(Level::Grassroots),
        decided_by: text(6)?,
        document: paper(row, 7)?,
        paper: DocumentRef {
            number: text(7)?,
            issued_on: row.opt_day(8)?,
            issuer: text(9)?,
            title: text(10)?,
        },
        on: row.day(11)?,
        year: row.int(12)?,
        title: text(13)?,
        counts: (row.int(14)?, row.int(15)?),
    })
}

/// The papers kept by the units under a scope, the latest first.
pub(super) fn heads(
    tx: &mut Tx<'_>,
    federation: Id,
    place: (Id, bool, Day),
    days: kernel::Period,
    (skip, most): (usize, usize),
) -> Result<Vec<CommendationRow>> {
    let mut given: Vec<Value<'static>> =
        values![federation, days.from.to_string(), days.to.to_string()].into();
    let told = under(tx, federation, place, ("w", "on_day"), &mut given)?;
    let sql = format!(
        "SELECT {HEAD} FROM commendation w {HEAD_JOINS} {} WHERE w.federation_id = $1 AND w.on_day >= $2
             AND w.on_day < $3 AND {} ORDER BY w.on_day DESC, w.id DESC LIMIT {most} OFFSET {skip}",
        told.join, told.condition
    );
    Ok(tx.query(&sql, &given, head)?)
}

/// The papers that belong to a movement, wave, contest or conference, the latest first.
pub(super) fn heads_of(
    tx: &mut Tx<'_>,
    federation: Id,
    emulation: Id,
) -> Result<Vec<CommendationRow>> {
    let sql = format!(
        "SELECT {HEAD} FROM commendation w {HEAD_JOINS} WHERE w.federation_id = $1 AND w.emulation_id = $2
         ORDER BY w.on_day DESC, w.id DESC LIMIT 200"
    );
    Ok(tx.query(&sql, &values![federation, emulation], head)?)
}

/// One paper with its list.
pub(super) fn commendation(
    tx: &mut Tx<'_>,
    federation: Id,
    id: Id,
) -> Result<Option<Commendation>> {
    let sql = format!(
        "SELECT {HEAD} FROM commendation w {HEAD_JOINS} WHERE w.federation_id = $1 AND w.id = $2"
    );
    let found = tx.find(&sql, &values![federation, id], |row| {
        let presented = (owned(row, 17)?, row.opt_day(18)?);
        let emulation = match row.opt_id(19)? {
            Some(id) => Some((id, owned(row, 20)?.unwrap_or_default())),
            None => None,
        };
        let (head, proposed_by) = (head(row)?, owned(row, 16)?);
        Ok(Commendation {
            head,
            proposed_by,
            presented,
            emulation,
            lines: Vec::new(),
            may_record: false,
        })
    })?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some(Commendation { lines: lines(tx, federation, id)?, ..found }))
}

/// What a unit must reach for a paper to be shown: the unit that keeps it.
pub(super) fn keeper(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<(Id, Day)>> {
    let sql = "SELECT unit_id, on_day FROM commendation WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, id], |row| Ok((row.id(0)?, row.day(1)?)))?)
}

/// How an honour ended, and when.
pub(super) fn ended(tx: &mut Tx<'_>, federation: Id, honour: Id) -> Result<Option<(Ended, Day)>> {
    let sql = "SELECT how, on_day FROM honour_end WHERE federation_id = $1 AND honour_id = $2 ORDER BY id LIMIT 1";
    let read = |row: &Row<'_>| {
        Ok((Ended::from_code(row.text(0)?).unwrap_or(Ended::Withdrawn), row.day(1)?))
    };
    Ok(tx.find(sql, &values![federation, honour], read)?)
}

/// The money an honour came with, as its paper says.
pub(super) fn money_of(tx: &mut Tx<'_>, federation: Id, honour: Id) -> Result<i64> {
    let sql = "SELECT money_vnd FROM honour WHERE federation_id = $1 AND id = $2";
    let found = tx.find(sql, &values![federation, honour], |row| row.opt_int(0))?;
    Ok(found.flatten().unwrap_or(0))
}
