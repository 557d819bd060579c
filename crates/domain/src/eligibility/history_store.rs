//! The SQL of what somebody was honoured for and of initiatives: kept by the register of awards, read here for the rules.

use std::collections::HashMap;

use db::{Tx, values};
use kernel::{Day, Id};
use rules::Trace;
use rules::facts::{Held, Initiative, Recognised};

use crate::books::chunked;
use crate::{Result, people};

/// The awards some people were given up to a day and still have.
pub(super) fn held(
    tx: &mut Tx<'_>,
    federation: Id,
    who: &[Id],
    on: Day,
) -> Result<Vec<(Id, Held)>> {
    let mut found = Vec::new();
    let names = people::names_of(tx, federation, who)?;
    let all: Vec<Id> = names.keys().copied().collect();
    chunked(&all, |list| {
        let sql = format!(
            "SELECT h.person_id, h.id, h.award, h.year, h.achievement, h.on_day, d.number FROM honour h
             LEFT JOIN document d ON d.federation_id = h.federation_id AND d.id = h.document_id
             WHERE h.federation_id = $1 AND h.person_id IN ({list}) AND h.stage = 'decided' AND h.typed = 0
               AND h.on_day <= $2 AND NOT EXISTS (SELECT 1 FROM honour_end e
                   WHERE e.federation_id = h.federation_id AND e.honour_id = h.id)
             ORDER BY h.person_id, h.on_day, h.id"
        );
        found.extend(tx.query(&sql, &values![federation, on], |row| {
            let number = row.opt_text(6)?.map(|number| format!(", {number}")).unwrap_or_default();
            let code = row.text(2)?.to_owned();
            let name = crate::awards::award_name(&code);
            let says = format!("{name}, {}{number}", row.day(5)?.vi());
            let held = Held {
                year: row.int(3)? as i16,
                achievement: row.opt_text(4)?.map(str::to_owned),
                trace: Trace::new(format!("honour:{}", row.id(1)?), says),
                code,
            };
            let person = row.id(0)?;
            Ok((names.get(&person).copied().unwrap_or(person), held))
        })?);
        Ok(())
    })?;
    Ok(found)
}

/// How far a level of the union's ladder recognises: the confederation stands as high as a ministry.
fn recognised(level: &str) -> Recognised {
    match level {
        "state" => Recognised::Nation,
        "city" | "tld" => Recognised::Province,
        _ => Recognised::Grassroots,
    }
}

/// The initiatives of some people recognised up to a day, each once: at its highest level, in its first year, with the
/// author's share of the benefit. Each of the five levels may name the row of the one below it.
pub(super) fn initiatives(
    tx: &mut Tx<'_>,
    federation: Id,
    who: &[Id],
    on: Day,
) -> Result<Vec<(Id, Initiative)>> {
    let mut found: Vec<(Id, Initiative)> = Vec::new();
    let mut places: HashMap<(Id, Id), usize> = HashMap::new();
    let names = people::names_of(tx, federation, who)?;
    let all: Vec<Id> = names.keys().copied().collect();
    chunked(&all, |list| {
        let sql = format!(
            "SELECT a.person_id, COALESCE(l3.first, l2.first, l1.first, i.first, i.id), i.level, i.year, i.benefit_vnd,
                 a.parts, a.whole, i.name
             FROM initiative_author a
             JOIN initiative i ON i.federation_id = a.federation_id AND i.id = a.initiative_id
             LEFT JOIN initiative l1 ON l1.federation_id = i.federation_id AND l1.id = i.first
             LEFT JOIN initiative l2 ON l2.federation_id = i.federation_id AND l2.id = l1.first
             LEFT JOIN initiative l3 ON l3.federation_id = i.federation_id AND l3.id = l2.first
             WHERE a.federation_id = $1 AND a.person_id IN ({list}) AND i.on_day <= $2
             ORDER BY a.person_id, i.on_day, i.id"
        );
        let rows = tx.query(&sql, &values![federation, on], |row| {
            let (parts, whole) = (row.int(5)?, row.int(6)?.max(1));
            let benefit = i128::from(row.opt_int(4)?.unwrap_or_default()) * i128::from(parts)
                / i128::from(whole);
            let root = row.id(1)?;
            let initiative = Initiative {
                year: row.int(3)? as i16,
                level: recognised(row.text(2)?),
                benefit_vnd: i64::try_from(benefit).unwrap_or(i64::MAX),
                trace: Trace::new(format!("initiative:{root}"), row.text(7)?.to_owned()),
            };
            let person = row.id(0)?;
            Ok((names.get(&person).copied().unwrap_or(person), root, initiative))
        })?;
        for (person, root, initiative) in rows {
            if let Some(place) = places.get(&(person, root)) {
                let known = &mut found[*place].1;
                known.level = known.level.max(initiative.level);
                known.benefit_vnd = known.benefit_vnd.max(initiative.benefit_vnd);
            } else {
                places.insert((person, root), found.len());
                found.push((person, initiative));
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// The awards a unit was given as a collective up to a day and still has.
pub(super) fn held_by_unit(
    tx: &mut Tx<'_>,
    federation: Id,
    unit: Id,
    on: Day,
) -> Result<Vec<Held>> {
    let sql = "SELECT h.id, h.award, h.year, h.achievement, h.on_day, d.number FROM honour h
         LEFT JOIN document d ON d.federation_id = h.federation_id AND d.id = h.document_id
         WHERE h.federation_id = $1 AND h.unit_id = $2 AND h.subject = 'collective' AND h.stage = 'decided'
           AND h.typed = 0 AND h.named = h.unit_named AND h.on_day <= $3 AND NOT EXISTS (SELECT 1 FROM honour_end e
               WHERE e.federation_id = h.federation_id AND e.honour_id = h.id)
         ORDER BY h.on_day, h.id";
    Ok(tx.query(sql, &values![federation, unit, on], |row| {
        let code = row.text(1)?.to_owned();
        let number = row.opt_text(5)?.map(|number| format!(", {number}")).unwrap_or_default();
        let says = format!("{}, {}{number}", crate::awards::award_name(&code), row.day(4)?.vi());
        Ok(Held {
            year: row.int(2)? as i16,
            achievement: row.opt_text(3)?.map(str::to_owned),
            trace: Trace::new(format!("honour:{}", row.id(0)?), says),
            code,
        })
    })?)
}

/// An honour as what leans on it asks: whose, which, when.
#[derive(Clone, Debug)]
pub(super) struct HonourOf {
    pub(super) id: Id,
    pub(super) person: Option<Id>,
    pub(super) unit: Id,
    pub(super) is_collective: bool,
    pub(super) award: String,
    pub(super) achievement: Option<String>,
    pub(super) year: i16,
    pub(super) on: Day,
    pub(super) document: String,
}

const HONOUR: &str = "SELECT h.id, h.person_id, h.unit_id, h.subject, h.award, h.achievement, h.year, h.on_day, d.number
    FROM honour h LEFT JOIN document d ON d.federation_id = h.federation_id AND d.id = h.document_id
    WHERE h.federation_id = $1 AND h.stage = 'decided' AND h.typed = 0";

fn honour_row(row: &db::Row<'_>) -> Result<HonourOf, db::DbError> {
    Ok(HonourOf {
        id: row.id(0)?,
        person: row.opt_id(1)?,
        unit: row.id(2)?,
        is_collective: row.text(3)? == "collective",
        award: row.text(4)?.to_owned(),
        achievement: row.opt_text(5)?.map(str::to_owned),
        year: row.int(6)? as i16,
        on: row.day(7)?,
        document: row.opt_text(8)?.unwrap_or_default().to_owned(),
    })
}

/// A decided honour, revoked or not.
pub(super) fn honour(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<HonourOf>> {
    let sql = format!("{HONOUR} AND h.id = $2");
    Ok(tx.find(&sql, &values![federation, id], honour_row)?)
}

/// The honours of the same people, or of the same unit as a collective, decided after one and standing.
pub(super) fn later(
    tx: &mut Tx<'_>,
    federation: Id,
    first: &HonourOf,
    who: &[Id],
) -> Result<Vec<HonourOf>> {
    let list: Vec<String> = who.iter().map(|id| id.0.to_string()).collect();
    let whose = if first.person.is_some() && !list.is_empty() {
        format!("h.person_id IN ({})", list.join(", "))
    } else {
        format!("h.unit_id = {} AND h.subject = 'collective'", first.unit.0)
    };
    let sql = format!(
        "{HONOUR} AND {whose} AND h.on_day >= $2 AND h.id <> $3 AND NOT EXISTS (SELECT 1 FROM honour_end e
             WHERE e.federation_id = h.federation_id AND e.honour_id = h.id) ORDER BY h.on_day, h.id LIMIT 200"
    );
    Ok(tx.query(&sql, &values![federation, first.on, first.id], honour_row)?)
}
