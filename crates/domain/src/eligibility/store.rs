//! The SQL of service records, and of who stands where.

use db::{Tx, values};
use kernel::{Day, Id};

use super::model::{Record, RecordSort};
use crate::books::chunked;
use crate::reach::Bounds;
use crate::{Result, people};

/// The latest version of each record, withdrawn ones left out.
const STANDS: &str = "r.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM service_record l
    WHERE l.federation_id = r.federation_id AND l.corrects = COALESCE(r.corrects, r.id) AND l.id > r.id)";

/// The records of some people, in the order of people and days; those of records merged into theirs are among them.
pub(super) fn records(tx: &mut Tx<'_>, federation: Id, who: &[Id]) -> Result<Vec<Record>> {
    let mut found = Vec::new();
    let names = people::names_of(tx, federation, who)?;
    let all: Vec<Id> = names.keys().copied().collect();
    chunked(&all, |list| {
        let sql = format!(
            "SELECT COALESCE(r.corrects, r.id), r.person_id, r.unit_id, r.sort, r.kind, r.title, r.from_on, r.to_on,
                 d.number FROM service_record r
             LEFT JOIN document d ON d.federation_id = r.federation_id AND d.id = r.document_id
             WHERE r.federation_id = $1 AND r.person_id IN ({list}) AND {STANDS}
             ORDER BY r.person_id, r.from_on, r.id"
        );
        found.extend(tx.query(&sql, &values![federation], record)?);
        Ok(())
    })?;
    // What was written of a record that was merged belongs to the one that is kept.
    for each in &mut found {
        each.person = names.get(&each.person).copied().unwrap_or(each.person);
    }
    found.sort_by_key(|each| (each.person, each.from, each.id));
    Ok(found)
}

fn record(row: &db::Row<'_>) -> Result<Record, db::DbError> {
    let wrong = || db::DbError::Inconsistent { sql: "service_record".to_owned(), column: 3 };
    Ok(Record {
        id: row.id(0)?,
        person: row.id(1)?,
        unit: row.id(2)?,
        sort: RecordSort::from_code(row.text(3)?).ok_or_else(wrong)?,
        kind: row.text(4)?.to_owned(),
        title: row.opt_text(5)?.map(str::to_owned),
        from: row.day(6)?,
        until: row.opt_day(7)?,
        document: row.opt_text(8)?.map(str::to_owned),
    })
}

/// The times as a member of some people.
pub(super) fn spells(
    tx: &mut Tx<'_>,
    federation: Id,
    people: &[Id],
) -> Result<Vec<(Id, Day, Option<Day>)>> {
    let mut found = Vec::new();
    chunked(people, |list| {
        let sql = format!(
            "SELECT person_id, from_on, to_on FROM spell WHERE federation_id = $1 AND person_id IN ({list})
             ORDER BY person_id, from_on"
        );
        let read = |row: &db::Row<'_>| Ok((row.id(0)?, row.day(1)?, row.opt_day(2)?));
        found.extend(tx.query(&sql, &values![federation], read)?);
        Ok(())
    })?;
    Ok(found)
}

/// A member on a day: who, of which unit, under which path.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) person: Id,
    pub(super) name: String,
    pub(super) unit: Id,
    pub(super) unit_name: String,
    pub(super) path: String,
}

/// The members within bounds on a day, in the order of names; with `recorded` those only of whom there is a record.
pub(super) fn members_on(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    on: Day,
    recorded: bool,
    most: i64,
) -> Result<Vec<Standing>> {
    let (within, ranges) = bounds.condition("u.path", 4);
    let only = if recorded {
        "AND EXISTS (SELECT 1 FROM service_record r WHERE r.federation_id = s.federation_id
             AND r.person_id = s.person_id)"
    } else {
        ""
    };
    let sql = format!(
        "SELECT s.person_id, p.name, s.unit_id, n.name, u.path FROM unit_path u
         JOIN spell s ON s.federation_id = u.federation_id AND s.unit_id = u.unit_id
             AND s.from_on <= $2 AND (s.to_on IS NULL OR s.to_on > $2)
         JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
         JOIN unit_now n ON n.federation_id = s.federation_id AND n.unit_id = s.unit_id
         WHERE u.federation_id = $1 AND u.from_on <= $2 AND u.to_on > $2 AND {within} {only}
         ORDER BY p.sort_key, p.id LIMIT $3"
    );
    let mut values = values![federation, on, most].to_vec();
    values.extend(ranges.into_iter().map(db::Value::from));
    Ok(tx.query(&sql, &values, |row| {
        Ok(Standing {
            person: row.id(0)?,
            name: row.text(1)?.to_owned(),
            unit: row.id(2)?,
            unit_name: row.text(3)?.to_owned(),
            path: row.text(4)?.to_owned(),
        })
    })?)
}

/// The units with some codes.
pub(super) fn units_of(
    tx: &mut Tx<'_>,
    federation: Id,
    codes: &[&str],
) -> Result<Vec<(Id, String)>> {
    let mut found = Vec::new();
    for code in codes {
        let sql = "SELECT id FROM unit WHERE federation_id = $1 AND code = $2";
        let id = tx.find(sql, &values![federation, *code], |row| row.id(0))?;
        found.extend(id.map(|id| (id, (*code).to_owned())));
    }
    Ok(found)
}

/// The last day up to a day on which a unit was divided, split off, or took in others.
pub(crate) fn last_change(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
) -> Result<Option<Day>> {
    let sql = "SELECT e.on_day FROM unit_successor x
         JOIN unit_event e ON e.federation_id = x.federation_id AND e.id = x.event_id
         WHERE x.federation_id = $1 AND (x.from_unit = $2 OR x.to_unit = $2) AND e.on_day <= $3 AND e.reverses IS NULL
           AND NOT EXISTS (SELECT 1 FROM unit_event b WHERE b.federation_id = e.federation_id AND b.reverses = e.id)
         ORDER BY e.on_day DESC LIMIT 1";
    Ok(tx.find(sql, &values![federation, unit, on], |row| row.day(0))?)
}
