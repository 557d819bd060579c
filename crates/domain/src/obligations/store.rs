//! The SQL of obligations: the units of a population, their headcounts, exemptions and what they held.

use std::collections::HashMap;

use db::{Tx, values};
use kernel::{Block, Day, Id};

use super::regulations::{Obligation, Version};
use crate::activities::STANDS;
use crate::books::{chunked, end_of_range};
use crate::{Error, Result};

/// A unit of a population: id, code, name, block.
pub(super) type UnitRow = (Id, String, String, Block);

/// The grassroots unions of a rule's blocks that stood under a scope at the end of a day, by name.
pub(super) fn units(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    on: Day,
    version: &Version,
) -> Result<Vec<UnitRow>> {
    let Some(own) = path_of(tx, federation, scope, on)? else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT p.unit_id, c.code, n.name, p.block FROM unit_path p
         JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
         JOIN unit c ON c.federation_id = p.federation_id AND c.id = p.unit_id
         WHERE {} ORDER BY n.search_key, p.unit_id",
        of_blocks(version)
    );
    let values = values![federation, &own, end_of_range(&own), on];
    Ok(tx.query(&sql, &values, |row| {
        let block = Block::from_code(row.text(3)?).unwrap_or(Block::Other);
        Ok((row.id(0)?, row.text(1)?.to_owned(), row.text(2)?.to_owned(), block))
    })?)
}

/// The same without names and in no order: as many as a country has are only counted.
pub(super) fn unit_ids(
    tx: &mut Tx<'_>,
    federation: Id,
    scope: Id,
    on: Day,
    version: &Version,
) -> Result<Vec<Id>> {
    let Some(own) = path_of(tx, federation, scope, on)? else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT p.unit_id FROM unit_path p
         JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id WHERE {}",
        of_blocks(version)
    );
    let values = values![federation, &own, end_of_range(&own), on];
    Ok(tx.query(&sql, &values, |row| row.id(0))?)
}

fn path_of(tx: &mut Tx<'_>, federation: Id, unit: Id, on: Day) -> Result<Option<String>> {
    let sql = "SELECT path FROM unit_path
               WHERE federation_id = $1 AND unit_id = $2 AND from_on <= $3 AND to_on > $3";
    Ok(tx.find(sql, &values![federation, unit, on], |row| Ok(row.text(0)?.to_owned()))?)
}

/// Grassroots unions of a rule's blocks between the paths `$2` and `$3`, open on the day `$4`. The codes are our own.
fn of_blocks(version: &Version) -> String {
    let blocks: Vec<String> =
        version.blocks.iter().map(|block| format!("'{}'", block.0.code())).collect();
    format!(
        "p.federation_id = $1 AND p.path >= $2 AND p.path < $3 AND p.from_on <= $4 AND p.to_on > $4
           AND p.kind = 'cdcs' AND p.block IN ({}) AND n.opened_on <= $4
           AND (n.ended_on IS NULL OR n.ended_on > $4)",
        blocks.join(", ")
    )
}

/// The workers of some units as last returned by a day; where nobody returned any, those their employer was written down
/// with.
pub(super) fn workers(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    by: Day,
) -> Result<HashMap<Id, i64>> {
    let mut found: HashMap<Id, i64> = HashMap::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT v.unit_id, e.workers FROM unit_version v
             JOIN employer e ON e.federation_id = v.federation_id AND e.id = v.employer_id
             WHERE v.federation_id = $1 AND v.unit_id IN ({list}) AND v.from_on <= $2 AND e.workers IS NOT NULL
             ORDER BY v.from_on, v.id"
        );
        tx.each(&sql, &values![federation, by], |row| {
            found.insert(row.id(0)?, row.int(1)?);
            Ok(())
        })
        .map_err(Error::from)?;
        let sql = format!(
            "SELECT a.unit_id, w.number FROM activity a
             JOIN activity_value w ON w.federation_id = a.federation_id AND w.activity_id = a.id AND w.field = 'workers'
             WHERE a.federation_id = $1 AND a.unit_id IN ({list}) AND a.register = 'headcount' AND a.on_day <= $2
               AND {STANDS}
             ORDER BY a.on_day, a.id"
        );
        tx.each(&sql, &values![federation, by], |row| {
            found.insert(row.id(0)?, row.int(1)?);
            Ok(())
        })
        .map_err(Error::from)
    })?;
    Ok(found)
}

/// The exemptions of some units from an obligation in a year: record and reason.
pub(super) fn exemptions(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    (obligation, year): (&str, i16),
) -> Result<HashMap<Id, (Id, String)>> {
    let mut found = HashMap::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT a.unit_id, a.record_id, r.text FROM activity a
             JOIN activity_value r ON r.federation_id = a.federation_id AND r.activity_id = a.id AND r.field = 'reason'
             WHERE a.federation_id = $1 AND a.unit_id IN ({list}) AND a.register = 'exemptions' AND a.form = $2
               AND a.year = $3 AND {STANDS}"
        );
        tx.each(&sql, &values![federation, obligation, i64::from(year)], |row| {
            let reason = row.opt_text(2)?.unwrap_or_default().to_owned();
            found.insert(row.id(0)?, (row.id(1)?, reason));
            Ok(())
        })
        .map_err(Error::from)
    })?;
    Ok(found)
}

/// The first record by which each of some units held what it owes for a year: day and record.
pub(super) fn held(
    tx: &mut Tx<'_>,
    federation: Id,
    units: &[Id],
    (obligation, year): (&Obligation, i16),
    by: Day,
) -> Result<HashMap<Id, (Day, Id)>> {
    let mut found: HashMap<Id, (Day, Id)> = HashMap::new();
    chunked(units, |list| {
        let sql = format!(
            "SELECT a.unit_id, a.on_day, a.record_id FROM activity a
             WHERE a.federation_id = $1 AND a.unit_id IN ({list}) AND a.register = $2 AND a.form = $3 AND a.year = $4
               AND a.on_day <= $5 AND {STANDS}
             ORDER BY a.on_day DESC, a.id DESC"
        );
        let values =
            values![federation, &obligation.register, &obligation.form, i64::from(year), by];
        tx.each(&sql, &values, |row| {
            found.insert(row.id(0)?, (row.day(1)?, row.id(2)?));
            Ok(())
        })
        .map_err(Error::from)
    })?;
    Ok(found)
}
