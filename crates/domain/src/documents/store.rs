//! The SQL of documents.

use db::values;
use kernel::Id;

use super::DocumentRef;
use crate::Result;
use crate::books::{Batch, schema};

/// The document with this number, day and issuer, written down now if the books do not have it yet.
pub(crate) fn find_or_add(batch: &mut Batch<'_, '_>, paper: &DocumentRef) -> Result<Id> {
    if let Some(id) = batch.documents.get(paper) {
        return Ok(*id);
    }
    let id = look_up_or_write(batch, paper)?;
    batch.documents.insert(paper.clone(), id);
    Ok(id)
}

fn look_up_or_write(batch: &mut Batch<'_, '_>, paper: &DocumentRef) -> Result<Id> {
    let federation = batch.federation();
    let day = paper.issued_on.map(|day| day.to_string());
    let sql = "SELECT id FROM document WHERE federation_id = $1 AND number = $2 AND issuer = $3
               AND COALESCE(issued_on, '') = $4";
    let values = values![federation, &paper.number, &paper.issuer, day.clone().unwrap_or_default()];
    if let Some(id) = batch.reader()?.find(sql, &values, |row| row.id(0))? {
        return Ok(id);
    }
    let row = values![paper.number.clone(), day, paper.issuer.clone(), paper.title.clone()];
    batch.append(&schema::DOCUMENT, row)
}
