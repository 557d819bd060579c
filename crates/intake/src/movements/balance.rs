//! The summary against itself and against the sheets it sums up.

use std::collections::HashMap;

use super::rows::SummaryRow;
use crate::columns::Field;
use crate::kinds::Finding;
use crate::problem::{Problem, Said};
use crate::table::Table;

/// Opening and movements must give the closing figure.
pub(crate) fn tell_balance(
    row: &SummaryRow,
    table: &Table<'_>,
    tell: impl Fn(Field, Finding) -> Problem,
    found: &mut Vec<Problem>,
) {
    let came = row.opening + row.admitted + row.received;
    let left = row.left_retired + row.left_contract_end + row.left_other;
    let closing = came - row.sent - left - row.handed_over - row.struck_off;
    if table.has(Field::Opening) && table.has(Field::Closing) && closing != row.closing {
        found.push(tell(Field::Closing, Finding::BalanceMismatch).propose(closing));
    }
}

/// How many people the detail sheets hold for each union, by the column of the summary they
/// belong to. A column whose sheet is not in the workbook is absent.
#[derive(Default)]
pub(crate) struct Details {
    by_field: Vec<(Field, HashMap<String, i64>)>,
}

impl Details {
    /// Adds the people of one sheet to a column of the summary.
    pub(crate) fn add<'r>(
        &mut self,
        field: Field,
        people: impl Iterator<Item = (Option<&'r str>, i64)>,
    ) {
        let mut sums: HashMap<String, i64> = HashMap::new();
        let mut people = people.peekable();
        let is_empty = people.peek().is_none();
        for (unit, count) in people {
            if let Some(unit) = unit {
                *sums.entry(unit.to_owned()).or_default() += count;
            }
        }
        // A sheet that names no unit cannot be laid beside the summary.
        if is_empty || !sums.is_empty() {
            self.by_field.push((field, sums));
        }
    }
}

/// Compares each figure of the summary with its detail rows. A name that stands twice in the
/// summary cannot be compared.
pub(crate) fn against_details(
    rows: &[SummaryRow],
    details: &Details,
    figure: impl Fn(&SummaryRow, Field) -> i64,
    tell: impl Fn(u32, Field, Finding) -> Option<Problem>,
) -> Vec<Problem> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for unit in rows.iter().filter_map(|row| row.unit.as_deref()) {
        *times.entry(unit).or_default() += 1;
    }
    let mut found = Vec::new();
    for row in rows {
        let Some(unit) = row.unit.as_deref().filter(|unit| times[unit] == 1) else { continue };
        for (field, sums) in &details.by_field {
            let counted = sums.get(unit).copied().unwrap_or(0);
            if counted != figure(row, *field) {
                let problem = tell(row.row, *field, Finding::SummaryDetailMismatch);
                let proposed = Said::from(counted);
                found.extend(problem.map(|problem| Problem { proposed, ..problem }));
            }
        }
    }
    found
}
