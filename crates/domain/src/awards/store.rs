//! The SQL of papers and their lines: what must be known before they are written, and writing them.

use db::{Tx, values};
use kernel::{Day, Id, Refusal};

use super::catalogue::Award;
use super::model::{Ended, Level, NewCommendation, NewHonour, Stage, Subject};
use super::rules::Standing;
use crate::Result;
use crate::books::{Batch, schema};

/// The name a unit had on a day.
pub(super) fn unit_named(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
) -> Result<Option<String>> {
    let sql = "SELECT v.name FROM unit_version v
         WHERE v.federation_id = $1 AND v.unit_id = $2 AND v.from_on <= $3 AND v.retracts IS NULL AND NOT EXISTS (
             SELECT 1 FROM unit_version r WHERE r.federation_id = v.federation_id
                 AND r.unit_id = v.unit_id AND r.retracts = v.id)
         ORDER BY v.from_on DESC, v.id DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, unit, on], |row| Ok(row.text(0)?.to_owned()))?)
}

/// A person's name, and the unit of the latest spell that had begun by a day.
pub(super) fn person_on(
    tx: &mut Tx<'_>,
    federation: Id,
    person: Id,
    on: Day,
) -> Result<Option<(String, Option<Id>)>> {
    let sql = "SELECT p.name, (SELECT s.unit_id FROM spell s WHERE s.federation_id = p.federation_id
             AND s.person_id = p.id AND s.from_on <= $3 ORDER BY s.from_on DESC, s.start_event DESC LIMIT 1)
         FROM person p WHERE p.federation_id = $1 AND p.id = $2";
    let values = values![federation, person, on];
    Ok(tx.find(sql, &values, |row| Ok((row.text(0)?.to_owned(), row.opt_id(1)?)))?)
}

/// What was found of a line before it is written.
pub(super) struct Line<'n> {
    pub(super) item: usize,
    pub(super) new: &'n NewHonour,
    pub(super) award: &'static Award,
    pub(super) named: String,
    pub(super) unit_named: String,
}

/// Whether the same was honoured before: by this paper, or ever for what is given once in a life.
pub(super) fn was_honoured(
    tx: &mut Tx<'_>,
    federation: Id,
    head: &NewCommendation,
    document: Id,
    line: &Line<'_>,
) -> Result<bool> {
    let once = line.award.once && line.new.person.is_some() && head.stage == Stage::Decided;
    let whose = match line.new.person {
        // What was given under a record that was merged into this one was given to this person.
        Some(person) if once => {
            let names = crate::people::names_of(tx, federation, &[person])?;
            let list: Vec<String> = names.keys().map(|id| id.0.to_string()).collect();
            format!("h.person_id IN ({})", list.join(", "))
        }
        Some(person) => format!("h.person_id = {}", person.0),
        None => format!("h.unit_id = {}", line.new.unit.0),
    };
    let paper = if once { "1 = 1" } else { "h.document_id = $6 AND h.named = $7" };
    let sql = format!(
        "SELECT 1 FROM honour h WHERE h.federation_id = $1 AND {whose} AND h.award = $2 AND h.stage = $3
             AND h.subject = $4 AND h.level = $5 AND {paper}
             AND h.typed = 0 AND NOT EXISTS (SELECT 1 FROM honour_end e WHERE e.federation_id = h.federation_id
                 AND e.honour_id = h.id) LIMIT 1"
    );
    let mut given: Vec<db::Value<'_>> = values![
        federation,
        line.award.code,
        head.stage.code(),
        line.new.subject.code(),
        head.level.code()
    ]
    .into();
    if !once {
        given.extend(values![document, &line.named]);
    }
    Ok(tx.find(&sql, &given, |_| Ok(()))?.is_some())
}

/// Writes the head of a paper.
pub(super) fn append_head(
    batch: &mut Batch<'_, '_>,
    new: &NewCommendation,
    document: Id,
) -> Result<Id> {
    let presented_on = new.presented_on.map(|day| day.to_string());
    let row = values![
        new.unit,
        new.stage.code(),
        new.level.code(),
        new.decided_by.trim().to_owned(),
        new.proposed_by.clone(),
        new.presented_by.clone(),
        presented_on,
        document,
        new.on,
        i64::from(new.year),
        new.title.trim().to_owned(),
        new.emulation
    ];
    batch.append(&schema::COMMENDATION, row)
}

/// Writes a line.
pub(super) fn append_line(
    batch: &mut Batch<'_, '_>,
    (commendation, document): (Id, Id),
    head: &NewCommendation,
    line: &Line<'_>,
) -> Result<Id> {
    let NewHonour {
        unit,
        person,
        subject,
        grade,
        achievement,
        money_vnd,
        count,
        answers,
        nomination,
        ..
    } = line.new;
    let row = values![
        commendation,
        line.item as i64,
        head.stage.code(),
        head.level.code(),
        line.award.code,
        line.award.form.code(),
        grade.map(i64::from),
        *unit,
        *person,
        subject.code(),
        line.named.clone(),
        line.unit_named.clone(),
        super::rules::search_key(&line.named, &line.unit_named),
        head.on,
        i64::from(head.year),
        achievement.clone(),
        *money_vnd,
        count.unwrap_or(1),
        i64::from(count.is_some()),
        document,
        *answers,
        *nomination
    ];
    batch.append(&schema::HONOUR, row)
}

/// What rules need to know of an honour.
pub(super) struct Known {
    pub(super) unit: Id,
    pub(super) person: Option<Id>,
    pub(super) named: String,
    pub(super) subject: Subject,
    pub(super) quantity: i64,
    pub(super) standing: Standing,
}

/// An honour that must be there.
pub(super) fn load(tx: &mut Tx<'_>, federation: Id, honour: Id) -> Result<Known> {
    let sql = "SELECT h.unit_id, h.person_id, h.named, h.subject, h.quantity, h.stage, h.on_day,
             (SELECT 1 FROM honour_end e WHERE e.federation_id = h.federation_id AND e.honour_id = h.id),
             (SELECT MIN(1) FROM honour a WHERE a.federation_id = h.federation_id AND a.answers = h.id
                 AND NOT EXISTS (SELECT 1 FROM honour_end e WHERE e.federation_id = a.federation_id
                     AND e.honour_id = a.id AND e.how = 'withdrawn'))
         FROM honour h WHERE h.federation_id = $1 AND h.id = $2";
    let read = |row: &db::Row<'_>| {
        Ok(Known {
            unit: row.id(0)?,
            person: row.opt_id(1)?,
            named: row.text(2)?.to_owned(),
            subject: Subject::from_code(row.text(3)?).unwrap_or(Subject::Person),
            quantity: row.int(4)?,
            standing: Standing {
                stage: Stage::from_code(row.text(5)?).unwrap_or(Stage::Decided),
                on: row.day(6)?,
                ended: row.opt_int(7)?.is_some(),
                answered: row.opt_int(8)?.is_some(),
            },
        })
    };
    tx.find(sql, &values![federation, honour], read)?.ok_or_else(|| unknown().into())
}

/// The refusal of an id that leads nowhere.
pub(super) fn unknown() -> Refusal {
    Refusal::new(
        "unknown_honour",
        "Sổ không có mục khen thưởng này",
        "Tìm lại trong danh sách thi đua, khen thưởng",
    )
}

/// Writes the end of an honour.
pub(super) fn append_end(
    batch: &mut Batch<'_, '_>,
    (honour, unit): (Id, Id),
    how: Ended,
    on: Day,
    document: Option<Id>,
    (cause, recovered, recovered_vnd): (&str, Option<String>, Option<i64>),
) -> Result<Id> {
    let cause = cause.trim().to_owned();
    let row = values![honour, unit, how.code(), on, document, cause, recovered, recovered_vnd];
    batch.append(&schema::HONOUR_END, row)
}

/// The level a code tells.
pub(super) fn level(row: &db::Row<'_>, column: usize) -> Result<Level, db::DbError> {
    Ok(Level::from_code(row.text(column)?).unwrap_or(Level::Grassroots))
}
