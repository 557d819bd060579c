//! The SQL of movements, waves, contests and conferences.

use db::{Row, Tx, Value, values};
use kernel::{Day, Id, Period, Refusal};

use super::emulation_model::{Emulation, EmulationKind, EmulationRow, NewEmulation};
use super::list_store::{owned, paper, under};
use crate::Result;
use crate::books::{Batch, schema};

const COLUMNS: &str =
    "m.id, m.unit_id, u.code, n.name, m.kind, m.name, m.event, m.from_on, m.to_on, d.number,
    d.issued_on, m.part_of, q.name, m.about";

const JOINS: &str = "JOIN unit u ON u.federation_id = m.federation_id AND u.id = m.unit_id
    JOIN unit_now n ON n.federation_id = m.federation_id AND n.unit_id = m.unit_id
    LEFT JOIN document d ON d.federation_id = m.federation_id AND d.id = m.document_id
    LEFT JOIN emulation q ON q.federation_id = m.federation_id AND q.id = m.part_of";

fn emulation(row: &Row<'_>) -> Result<Emulation, db::DbError> {
    let text = |column| Ok::<_, db::DbError>(row.opt_text(column)?.unwrap_or_default().to_owned());
    let part_of = match row.opt_id(11)? {
        Some(id) => Some((id, text(12)?)),
        None => None,
    };
    Ok(Emulation {
        id: row.id(0)?,
        unit: (row.id(1)?, text(2)?, text(3)?),
        kind: EmulationKind::from_code(row.text(4)?).unwrap_or(EmulationKind::Movement),
        name: text(5)?,
        event: owned(row, 6)?,
        from: row.day(7)?,
        to: row.opt_day(8)?,
        document: Some(paper(row, 9)?).filter(|paper| !paper.is_empty()),
        part_of,
        about: owned(row, 13)?,
    })
}

/// One of them, if it is there.
pub(super) fn find(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Emulation>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM emulation m {JOINS} WHERE m.federation_id = $1 AND m.id = $2"
    );
    Ok(tx.find(&sql, &values![federation, id], emulation)?)
}

/// One that must be there.
pub(super) fn must_stand(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Emulation> {
    find(tx, federation, id)?.ok_or_else(|| {
        Refusal::new(
            "unknown_emulation",
            "Sổ không có phong trào, đợt thi đua hoặc hội thi này",
            "Tìm lại trong danh sách phong trào, hội thi",
        )
        .into()
    })
}

/// Those launched under a scope, or to its own unit, that touch some days, the latest first, with what belongs to each.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    place: (Id, bool, Day),
    days: Period,
    most: usize,
) -> Result<Vec<EmulationRow>> {
    let mut given: Vec<Value<'static>> =
        values![federation, days.from.to_string(), days.to.to_string()].into();
    let told = under(tx, federation, place, ("m", "from_on"), &mut given)?;
    // What was launched to the unit itself is told at the unit as well.
    given.push(place.0.into());
    let to = given.len();
    let sql = format!(
        "SELECT {COLUMNS},
             (SELECT COUNT(*) FROM emulation_launch l WHERE l.federation_id = m.federation_id AND l.emulation_id = m.id),
             (SELECT COUNT(*) FROM honour h JOIN commendation w ON w.federation_id = h.federation_id
                  AND w.id = h.commendation_id WHERE w.federation_id = m.federation_id AND w.emulation_id = m.id)
         FROM emulation m {JOINS} {} WHERE m.federation_id = $1 AND m.from_on < $3
             AND COALESCE(m.to_on, m.from_on) >= $2 AND ({} OR EXISTS (SELECT 1 FROM emulation_launch x
                 WHERE x.federation_id = m.federation_id AND x.unit_id = ${to} AND x.emulation_id = m.id))
         ORDER BY m.from_on DESC, m.id DESC LIMIT {most}",
        told.join, told.condition
    );
    Ok(tx.query(&sql, &given, |row| {
        Ok(EmulationRow { told: emulation(row)?, launched: row.int(14)?, honours: row.int(15)? })
    })?)
}

/// Writes one down.
pub(super) fn append(
    batch: &mut Batch<'_, '_>,
    new: &NewEmulation,
    document: Option<Id>,
) -> Result<Id> {
    let row = values![
        new.unit,
        new.kind.code(),
        new.name.trim().to_owned(),
        new.event.clone(),
        new.from,
        new.to.map(|day| day.to_string()),
        document,
        new.part_of,
        new.about.clone()
    ];
    batch.append(&schema::EMULATION, row)
}

/// The units it was launched to, of those given.
pub(super) fn is_launched_to(
    tx: &mut Tx<'_>,
    federation: Id,
    emulation: Id,
    unit: Id,
) -> Result<bool> {
    let sql = "SELECT 1 FROM emulation_launch WHERE federation_id = $1 AND emulation_id = $2 AND unit_id = $3 LIMIT 1";
    Ok(tx.find(sql, &values![federation, emulation, unit], |_| Ok(()))?.is_some())
}

/// The units it was launched to, by name, at most so many.
pub(super) fn launched_to(
    tx: &mut Tx<'_>,
    federation: Id,
    emulation: Id,
    most: usize,
) -> Result<Vec<(String, String)>> {
    let sql = format!(
        "SELECT u.code, n.name FROM emulation_launch l
         JOIN unit u ON u.federation_id = l.federation_id AND u.id = l.unit_id
         JOIN unit_now n ON n.federation_id = l.federation_id AND n.unit_id = l.unit_id
         WHERE l.federation_id = $1 AND l.emulation_id = $2 ORDER BY n.search_key, u.code LIMIT {most}"
    );
    let read = |row: &Row<'_>| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()));
    Ok(tx.query(&sql, &values![federation, emulation], read)?)
}
