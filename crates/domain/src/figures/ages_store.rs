//! The SQL of members by year of birth and sex.

use db::{Tx, values};
use kernel::{Day, Id};

use crate::Result;
use crate::books::end_of_range;

/// How many members of the units under a path at the end of a day are of a sex and were born in a year.
pub(super) struct Counted {
    pub(super) sex: Option<String>,
    /// The first four letters of what is known of the birth.
    pub(super) year: Option<String>,
    pub(super) members: i64,
}

/// Members by sex and year of birth. It reads every member of the scope: some 3 µs each.
pub(super) fn by_year(
    tx: &mut Tx<'_>,
    federation: Id,
    path: &str,
    on: Day,
) -> Result<Vec<Counted>> {
    let sql = "SELECT p.sex, SUBSTR(p.birth, 1, 4), COUNT(*)
        FROM unit_path u CROSS JOIN spell s CROSS JOIN person p
        WHERE u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on <= $4 AND u.to_on > $4
          AND s.federation_id = $1 AND s.unit_id = u.unit_id AND s.from_on <= $4
          AND (s.to_on IS NULL OR s.to_on > $4)
          AND p.federation_id = $1 AND p.id = s.person_id
        GROUP BY p.sex, SUBSTR(p.birth, 1, 4)";
    let text =
        |row: &db::Row<'_>, column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    Ok(tx.query(sql, &values![federation, path, end_of_range(path), on], |row| {
        Ok(Counted { sex: text(row, 0)?, year: text(row, 1)?, members: row.int(2)? })
    })?)
}
