//! The SQL of members by year of birth and sex.

use db::{Row, Tx, values};
use kernel::{Day, Id};

use super::ages::{Counted, Tally};
use crate::Result;
use crate::books::end_of_range;
use crate::people::Sex;

/// The members of a scope on a day. What a stay has no end for is asked as one condition: as two, the embedded engine
/// reads the stays of a unit twice and takes six times as long.
const MEMBERS: &str =
    "u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on <= $4 AND u.to_on > $4
    AND s.federation_id = $1 AND s.unit_id = u.unit_id AND s.from_on <= $4
    AND COALESCE(s.to_on, '9999-12-31') > $4";

/// Members by sex and year of birth, a person at a time: some 2 µs each.
pub(super) fn one_by_one(
    tx: &mut Tx<'_>,
    federation: Id,
    path: &str,
    on: Day,
) -> Result<Vec<Counted>> {
    let sql = format!(
        "SELECT p.sex, p.birth FROM unit_path u CROSS JOIN spell s CROSS JOIN person p
         WHERE {MEMBERS} AND p.federation_id = $1 AND p.id = s.person_id"
    );
    let mut tally = Tally::default();
    tx.each(&sql, &values![federation, path, end_of_range(path), on], |row| {
        let (sex, year) = told(row, 0)?;
        tally.add(sex, year);
        Ok(())
    })?;
    Ok(tally.counted())
}

/// Who the members are, in the order of their ids: some 0,3 µs each.
pub(super) fn members(tx: &mut Tx<'_>, federation: Id, path: &str, on: Day) -> Result<Vec<Id>> {
    let sql = format!("SELECT s.person_id FROM unit_path u CROSS JOIN spell s WHERE {MEMBERS}");
    let values = values![federation, path, end_of_range(path), on];
    let mut ids: Vec<Id> = tx.query(&sql, &values, |row| row.id(0))?;
    ids.sort_unstable();
    Ok(ids)
}

/// How many people the books know.
pub(super) fn people(tx: &mut Tx<'_>, federation: Id) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM person WHERE federation_id = $1";
    Ok(tx.find(sql, &values![federation], |row| row.int(0))?.unwrap_or(0))
}

/// Members by sex and year of birth, found among all people as these stand one after the other: some 0,2 µs for each
/// of those, where each member looked up takes ten times that.
pub(super) fn among_all(tx: &mut Tx<'_>, federation: Id, members: &[Id]) -> Result<Vec<Counted>> {
    let (Some(first), Some(last)) = (members.first(), members.last()) else {
        return Ok(Vec::new());
    };
    let sql = "SELECT id, sex, birth FROM person
               WHERE federation_id = $1 AND id >= $2 AND id <= $3 ORDER BY id";
    let mut rest = members.iter().copied().peekable();
    let mut tally = Tally::default();
    tx.each(sql, &values![federation, *first, *last], |row| {
        let id = row.id(0)?;
        while rest.next_if(|member| *member < id).is_some() {}
        if rest.next_if_eq(&id).is_some() {
            let (sex, year) = told(row, 1)?;
            tally.add(sex, year);
        }
        Ok(())
    })?;
    Ok(tally.counted())
}

/// Sex, and the year of what is known of the birth.
fn told(row: &Row<'_>, first: usize) -> Result<(Option<Sex>, Option<i16>), db::DbError> {
    let sex = row.opt_text(first)?.and_then(Sex::from_code);
    let year = row.opt_text(first + 1)?.and_then(|birth| birth.get(..4)?.parse().ok());
    Ok((sex, year))
}
