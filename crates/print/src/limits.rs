//! How much is set in one run. A page of a long list costs 2.5 MB of memory while it is set, a certificate 0.2 MB.

use serde_json::Value;

use crate::paper::{Paper, Table};
use crate::refusal::Refusal;

/// 2.000 certificates: 0.4 GB.
const CERTIFICATES: usize = 2_000;
/// 5.000 names are 220 pages: 0.55 GB.
const ROWS: usize = 5_000;
const COLUMNS: usize = 40;
/// Letters of one field.
const FIELD: usize = 20_000;
/// Bytes of all that a paper says.
const WHOLE: usize = 8_000_000;

/// The paper as a template gets it: within limits, every row whole, no control character in any text.
pub(crate) fn checked(paper: &Paper) -> Result<Value, Refusal> {
    if let Paper::Certificates(run) = paper
        && run.pages.len() > CERTIFICATES
    {
        return Err(Refusal::TooLarge { what: "số giấy một lần in", most: CERTIFICATES });
    }
    let mut rows = 0;
    for table in tables(paper) {
        rows += table.rows.len();
        if table.columns.len() > COLUMNS || table.columns.is_empty() {
            return Err(Refusal::TooLarge { what: "số cột", most: COLUMNS });
        }
        for (place, row) in table.rows.iter().enumerate() {
            let (cells, columns) = (row.cells.len(), table.columns.len());
            if cells != columns {
                return Err(Refusal::Ragged { row: place + 1, cells, columns });
            }
        }
    }
    if rows > ROWS {
        return Err(Refusal::TooLarge { what: "số dòng", most: ROWS });
    }
    let mut value = serde_json::to_value(paper)
        .map_err(|_| Refusal::TooLarge { what: "số chữ", most: WHOLE })?;
    let mut left = WHOLE;
    clean(&mut value, &mut left)?;
    Ok(value)
}

fn tables(paper: &Paper) -> Vec<&Table> {
    match paper {
        Paper::Certificates(_) => Vec::new(),
        Paper::Decision(paper) => paper.annexes.iter().map(|annex| &annex.table).collect(),
        Paper::Submission(paper) => paper.annexes.iter().map(|annex| &annex.table).collect(),
        Paper::Minutes(paper) => {
            paper.parts.iter().filter_map(|part| part.table.as_ref()).collect()
        }
        Paper::Form(paper) => vec![&paper.table],
    }
}

/// Takes control characters out of every text and counts what there is.
fn clean(value: &mut Value, left: &mut usize) -> Result<(), Refusal> {
    match value {
        Value::String(text) => {
            if text.chars().count() > FIELD {
                return Err(Refusal::TooLarge { what: "số chữ một ô", most: FIELD });
            }
            *left = left
                .checked_sub(text.len())
                .ok_or(Refusal::TooLarge { what: "số chữ", most: WHOLE })?;
            *text = plain(text);
            Ok(())
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| clean(item, left)),
        Value::Object(fields) => fields.values_mut().try_for_each(|item| clean(item, left)),
        _ => Ok(()),
    }
}

/// A text without control characters: a break of line or a tab becomes a space.
pub(crate) fn plain(text: &str) -> String {
    let space = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
    text.chars().map(space).filter(|letter| !letter.is_control()).collect()
}
