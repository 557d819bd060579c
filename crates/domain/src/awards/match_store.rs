//! The SQL by which a typed list finds its units and people.

use db::{Tx, values};
use kernel::{Day, Id};

use crate::Result;

/// Letters of a key of names of units, as the search keeps them.
const LETTERS: usize = 64;
/// Units of one name that are looked at.
const SAME: usize = 40;

/// The units whose code, or a name they ever bore, is this; the end of a name is enough.
pub(super) fn units_named(tx: &mut Tx<'_>, federation: Id, typed: &str) -> Result<Vec<Id>> {
    let by_code = "SELECT id FROM unit WHERE federation_id = $1 AND code = $2";
    let code = typed.trim().to_lowercase();
    if let Some(id) = tx.find(by_code, &values![federation, code], |row| row.id(0))? {
        return Ok(vec![id]);
    }
    let key: String = vietnamese::fold::fold(typed).chars().take(LETTERS).collect();
    let sql = format!(
        "SELECT unit_id FROM unit_suffix WHERE federation_id = $1 AND suffix = $2 ORDER BY unit_id LIMIT {SAME}"
    );
    Ok(tx.query(&sql, &values![federation, key], |row| row.id(0))?)
}

/// People of a name who were members of a unit by a day; of those born in a year where one was typed.
pub(super) fn people_named(
    tx: &mut Tx<'_>,
    federation: Id,
    (named, born): (&str, Option<&str>),
    unit: Id,
    on: Day,
) -> Result<Vec<Id>> {
    let sql = "SELECT DISTINCT p.id FROM person p
         JOIN spell s ON s.federation_id = p.federation_id AND s.person_id = p.id
         WHERE p.federation_id = $1 AND p.match_key = $2 AND s.unit_id = $3 AND s.from_on <= $4
           AND COALESCE(p.birth, '') LIKE $5 ORDER BY p.id LIMIT 5";
    let born = format!("{}%", born.unwrap_or_default());
    let key = vietnamese::fold::match_key(named);
    Ok(tx.query(sql, &values![federation, key, unit, on, born], |row| row.id(0))?)
}
