//! The SQL of the forms an office put in force.

use db::{Tx, values};
use kernel::{Day, Id};

use crate::Result;
use crate::books::{Batch, schema};

/// All forms, the oldest first: code and text.
pub(super) fn texts(tx: &mut Tx<'_>, federation: Id) -> Result<Vec<(String, String)>> {
    let sql = "SELECT code, body FROM report_form WHERE federation_id = $1 ORDER BY id";
    let read = |row: &db::Row<'_>| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()));
    Ok(tx.query(sql, &values![federation], read)?)
}

/// Writes a form.
pub(super) fn write(batch: &mut Batch<'_, '_>, code: &str, from: &str, text: &str) -> Result<Id> {
    let row = values![code.to_owned(), from.to_owned(), text.to_owned()];
    batch.append(&schema::REPORT_FORM, row)
}

/// The last day that a report filed on a code is about.
pub(super) fn used_to(tx: &mut Tx<'_>, federation: Id, code: &str) -> Result<Option<Day>> {
    let sql = "SELECT MAX(to_on) FROM report_step WHERE federation_id = $1 AND form = $2";
    // The row holds the first day after.
    let after = tx.find(sql, &values![federation, code], |row| row.opt_day(0))?.flatten();
    Ok(after.map(Day::previous))
}
