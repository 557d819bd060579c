//! The SQL of members by year of birth and sex.

use db::{Tx, values};
use kernel::{Day, Id};

use super::ages::Tally;
use crate::Result;
use crate::books::end_of_range;
use crate::people::Cohort;

/// The members under a path on a day by year of birth and sex: some 0,4 µs each. What a stay has no end for is asked as
/// one condition: as two, the embedded engine reads the stays of a unit twice and takes six times as long. They are
/// counted here: grouped there they would be sorted first.
pub(super) fn members(tx: &mut Tx<'_>, federation: Id, path: &str, on: Day) -> Result<Tally> {
    let sql = "SELECT s.cohort FROM unit_path u CROSS JOIN spell s
               WHERE u.federation_id = $1 AND u.path >= $2 AND u.path < $3 AND u.from_on <= $4 AND u.to_on > $4
                 AND s.federation_id = $1 AND s.unit_id = u.unit_id AND s.from_on <= $4
                 AND COALESCE(s.to_on, '9999-12-31') > $4";
    let mut tally = Tally::default();
    tx.each(sql, &values![federation, path, end_of_range(path), on], |row| {
        tally.add(Cohort::of_number(row.int(0)?));
        Ok(())
    })?;
    Ok(tally)
}
