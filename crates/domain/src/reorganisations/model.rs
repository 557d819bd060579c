//! What a reorganisation is.

use intake::Deed;
use kernel::{Day, Id, Instant, Refusal};
use serde::{Deserialize, Serialize};

use crate::units::Rehearsal;

/// A row of the list as it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenRow {
    /// Its sheet; none for CSV.
    pub sheet: Option<String>,
    /// Its number, as the spreadsheet shows it.
    pub row: u32,
    /// The unit as the list calls it.
    pub written: String,
    /// The unit that was understood: its code and its name in the books.
    pub unit: Option<(String, String)>,
    /// What happens to it.
    pub deed: Option<Deed>,
    /// Who receives it or its members: its name.
    pub to: Option<String>,
    /// The name it is to bear.
    pub new_name: Option<String>,
    /// Why it cannot be written.
    pub refused: Option<Refusal>,
    /// What somebody should look at, in Vietnamese.
    pub doubts: Vec<String>,
}

/// A list as it is looked at.
#[derive(Clone, Debug)]
pub struct Looked {
    /// Its rows.
    pub rows: Vec<SeenRow>,
    /// Its columns: letters, heading, what each was understood to tell.
    pub columns: Vec<(String, String, Option<&'static str>)>,
    /// Sheets left alone.
    pub skipped: Vec<String>,
    /// Rows that do something, that leave their unit as it is, that cannot be written.
    pub counts: [usize; 3],
    /// What all of it would do.
    pub rehearsal: Rehearsal,
    /// Why none of it can be written, where that is no matter of a row.
    pub whole: Option<Refusal>,
}

impl Looked {
    /// Whether it can be written: something is done, and nothing is refused.
    pub fn is_ready(&self) -> bool {
        self.counts[0] > 0 && self.counts[2] == 0 && self.whole.is_none()
    }
}

/// A reorganisation as the history tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its id, by which it can be taken back.
    pub id: Id,
    /// The name of its file.
    pub file_name: String,
    /// The unit it belonged to: code and name.
    pub unit: (String, String),
    /// The day from which it holds.
    pub on: Day,
    /// The number of the decision.
    pub number: String,
    /// The day of the decision.
    pub issued_on: Option<Day>,
    /// Rows written.
    pub rows: i64,
    /// Who wrote it.
    pub actor: String,
    /// When.
    pub recorded_at: Instant,
    /// Whether it was taken back.
    pub is_undone: bool,
}

/// What a job answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answer {
    /// The reorganisation.
    pub(super) id: String,
    /// Rows written.
    pub(super) rows: usize,
}

/// An event of a unit that a reorganisation wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) id: Id,
    pub(super) unit: Id,
    pub(super) kind: String,
    pub(super) on: Day,
}

impl Written {
    /// Whether the unit began by it.
    pub(super) fn opens(&self) -> bool {
        matches!(&*self.kind, "founded" | "formed" | "brought_forward" | "external")
    }
}
