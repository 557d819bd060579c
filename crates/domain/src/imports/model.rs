//! What an import asks and answers.

use intake::Kind;
use kernel::{Day, Id, Refusal};
use serde::{Deserialize, Serialize};

use crate::jobs::Progress;

/// A file to be taken in.
#[derive(Clone, Debug)]
pub struct Request<'r> {
    /// The list it is.
    pub kind: Kind,
    /// Its name, for the record.
    pub file_name: &'r str,
    /// Its bytes.
    pub bytes: &'r [u8],
    /// The code of the unit it belongs to: the scope of the list, or the union of a roster.
    pub unit: Option<&'r str>,
    /// The day the list was drawn up, when its title does not tell.
    pub as_of: Option<Day>,
}

/// A row by its sheet and its number.
pub type RowPlace = (Option<String>, u32);

/// What somebody decided about a file after looking at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Columns that tell something else than was understood.
    pub forced: Vec<intake::Forced>,
    /// Columns whose text is taken as it stands.
    pub as_written: Vec<intake::Place>,
    /// Whether doubtful rows wait until somebody takes them.
    pub holds_doubtful: bool,
    /// Doubtful rows somebody took.
    pub taken: Vec<RowPlace>,
    /// Rows somebody left out.
    pub left: Vec<RowPlace>,
}

/// A row that did not go in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// The sheet; `None` for CSV.
    pub sheet: Option<String>,
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// The code of the reason.
    pub code: String,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

impl RefusedRow {
    pub(super) fn of(sheet: Option<&String>, row: u32, refusal: &Refusal) -> Self {
        Self {
            sheet: sheet.cloned(),
            row,
            code: refusal.code.to_owned(),
            reason: refusal.message.clone(),
            remedy: refusal.remedy.clone(),
        }
    }
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The import, by which it can be undone; `None` when no row went in.
    pub import: Option<String>,
    /// The file's name.
    pub file: String,
    /// Rows that went in.
    pub accepted: usize,
    /// Rows that did not.
    pub refused: Vec<RefusedRow>,
    /// What else the clerk should know.
    pub notes: Vec<String>,
}

/// What the parts of an import share while they write.
pub(super) struct Run<'r> {
    pub(super) import: Id,
    pub(super) scope: Id,
    pub(super) as_of: Day,
    pub(super) period: Option<(Day, Day)>,
    pub(super) issuer: &'r str,
    pub(super) refused: Vec<RefusedRow>,
    pub(super) accepted: usize,
    pub(super) notes: Vec<String>,
    pub(super) progress: &'r Progress<'r>,
    /// Rows that are to go in.
    pub(super) total: usize,
    pub(super) told: usize,
}

impl Run<'_> {
    /// Counts a row: in, or refused by a rule. Any other error ends the import.
    pub(super) fn tally<T>(
        &mut self,
        sheet: Option<&String>,
        row: u32,
        result: crate::Result<T>,
    ) -> crate::Result<Option<T>> {
        self.told += 1;
        self.progress.tell("Đang ghi từng dòng", self.told, self.total)?;
        match result {
            Ok(value) => {
                self.accepted += 1;
                Ok(Some(value))
            }
            Err(crate::Error::Refused(refusal)) => {
                self.refused.push(RefusedRow::of(sheet, row, &refusal));
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}
