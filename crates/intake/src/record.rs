//! What every typed row can tell: where it stood, its verdict, and its fields by name.

use serde::Serialize;

use crate::columns::Field;
use crate::kinds::Severity;
use crate::problem::{Problem, Said};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Taken in as it stands.
    #[default]
    Ok,
    /// Taken in, put right in ways nobody need be asked about.
    Repaired,
    /// Taken in with the proposals; somebody must look.
    Doubtful,
    /// Not taken in until it is corrected.
    Refused,
}

impl Verdict {
    /// The verdict that these findings on one row give.
    pub fn of<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> Self {
        let gravest = problems.into_iter().map(|problem| problem.severity).max();
        match gravest {
            None => Self::Ok,
            Some(Severity::Info) => Self::Repaired,
            Some(Severity::Warning) => Self::Doubtful,
            Some(Severity::Error) => Self::Refused,
        }
    }

    /// Whether the row goes in.
    pub fn is_accepted(self) -> bool {
        self != Self::Refused
    }
}

/// A typed row.
pub(crate) trait Record {
    /// The row as the spreadsheet shows it.
    fn row(&self) -> u32;
    /// What becomes of it.
    fn verdict(&self) -> Verdict;
    /// Set once all findings are known.
    fn set_verdict(&mut self, verdict: Verdict);
    /// The value of a field, nothing for one this row does not have.
    fn said(&self, field: Field) -> Said;
}

/// Gives every row its verdict. Problems are in the order of their rows.
pub(crate) fn judge<R: Record>(rows: &mut [R], problems: &[Problem]) {
    for row in rows {
        let number = row.row();
        let from = problems.partition_point(|problem| problem.row < number);
        let own = problems[from..].iter().take_while(|problem| problem.row == number);
        row.set_verdict(Verdict::of(own));
    }
}

/// Writes [`Record`] for a row type: its row and verdict, and the value of each field it has.
macro_rules! record {
    ($row:ident, |$it:ident| { $($field:ident => $said:expr,)* }) => {
        impl crate::record::Record for $row {
            fn row(&self) -> u32 {
                self.row
            }
            fn verdict(&self) -> crate::record::Verdict {
                self.verdict
            }
            fn set_verdict(&mut self, verdict: crate::record::Verdict) {
                self.verdict = verdict;
            }
            fn said(&self, field: crate::columns::Field) -> crate::problem::Said {
                let $it = self;
                match field {
                    $(crate::columns::Field::$field => $said,)*
                    _ => crate::problem::Said::Nothing,
                }
            }
        }
    };
}
pub(crate) use record;
