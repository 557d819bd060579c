//! What a package says, whose keys are trusted, what was taken in.

use std::collections::BTreeMap;

use kernel::{Day, Id, Period};
use serde::{Deserialize, Serialize};

use crate::figures::State as CellState;
use crate::reports::{Definition, KeptForm};

/// What is signed. The fields are those of `docs/package.schema.json`; they change only by growing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// `1.1`: the shape of what follows.
    pub schema: String,
    /// Who reports, as the sender's books called it when the report was filed.
    pub unit: UnitTold,
    /// The form as it was worded.
    pub form: KeptForm,
    /// The days it reports on.
    pub period: DaysTold,
    /// Which filing: 1, 2 …
    pub version: i64,
    /// The last day that counts, ISO.
    pub as_of: String,
    /// The moment up to which the sender's books knew what is counted, ISO.
    pub known_at: String,
    /// The postings they held then.
    pub ledger_seq: i64,
    /// When and by whom it was filed.
    pub filed: StepTold,
    /// When and by whom it was approved.
    pub approved: StepTold,
    /// The cells in the order of the lines.
    pub cells: Vec<CellTold>,
    /// What the indicators counted. Since 1.1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Definition>,
    /// The units directly below and what of each was summed. Since 1.1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<InputTold>,
}

/// A unit as a package tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitTold {
    /// Its code in the sender's books.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The code of its kind.
    pub kind: String,
}

/// Days as a package tells them, both ends counted in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaysTold {
    /// The first, ISO.
    pub from: String,
    /// The last, ISO.
    pub to: String,
}

/// A step as a package tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepTold {
    /// When, ISO.
    pub at: String,
    /// Who, by the name of the account.
    pub by: String,
}

/// A cell as a package tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellTold {
    /// The line's number.
    pub line: String,
    /// `value`, `not_reported`, `not_obliged`, `not_applicable`.
    pub state: String,
    /// The value, with the state `value` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// What was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<i64>,
    /// `computed`, `summed`, `lines`.
    pub source: String,
    /// What of a summed cell the unit typed itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<i64>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A unit directly below the one that reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputTold {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The form that was summed of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Which version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Whether it came as a package.
    #[serde(default, skip_serializing_if = "is_false")]
    pub received: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape a serialiser asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// Who signed, and what the contents hash to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// SHA-256 of the canonical contents.
    pub hash: String,
    /// The public key.
    pub key: String,
    /// What two people compare.
    pub fingerprint: String,
}

/// A key whose packages are trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeerKey {
    /// The entry.
    #[serde(skip)]
    pub id: Id,
    /// The unit it speaks for.
    #[serde(skip)]
    pub unit: Id,
    /// That unit's code here.
    pub unit_code: String,
    /// Its name.
    pub unit_name: String,
    /// The public key.
    pub key: String,
    /// What two people compare.
    pub fingerprint: String,
    /// The unit's code in the sender's books.
    pub code: String,
    /// The first day on which packages are taken.
    #[serde(skip)]
    pub from: Day,
    /// The last; none while it is not ended.
    #[serde(skip)]
    pub to: Option<Day>,
    /// How it was compared.
    pub note: Option<String>,
}

/// A key to be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKey {
    /// The unit it speaks for.
    pub unit: Id,
    /// The public key, 64 hexadecimal letters.
    pub key: String,
    /// The unit's code in the sender's books.
    pub code: String,
    /// The first day.
    pub from: Day,
    /// The last, where it is known already.
    pub to: Option<Day>,
    /// How it was compared: by telephone, with whom.
    pub note: Option<String>,
}

/// Where a package stands with the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The first of its report.
    First,
    /// It takes the place of an earlier version.
    Supersedes,
    /// A later version was taken in before; it is kept and does not count.
    Older,
    /// The same contents were taken in before.
    Known,
}

/// A package before it is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// What it says.
    pub body: Body,
    /// The days it reports on.
    pub period: Period,
    /// Who signed.
    pub signature: Signature,
    /// The key that is trusted for the unit.
    pub trusted: PeerKey,
    /// Where it stands.
    pub standing: Standing,
    /// The package it replaces, is older than, or is the same as: its entry and version.
    pub other: Option<(Id, i64)>,
    /// The cells in which it differs from that one.
    pub changes: Vec<Changed>,
    /// Whether the unit has an approved report of its own in these books, which counts instead.
    pub has_own: bool,
    /// Whether the form is worded otherwise here; none where the program has no such form.
    pub same_form: Option<bool>,
}

/// A cell that differs between two versions: line, before, after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The line's number.
    pub line: String,
    /// Its value in the earlier package.
    pub before: Option<i64>,
    /// Its value in this one.
    pub after: Option<i64>,
}

/// What came of taking a package in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The entry.
    pub package: String,
    /// The unit's code here.
    pub unit: String,
    /// The form's code.
    pub form: String,
    /// The period's code.
    pub period: String,
    /// The version.
    pub version: i64,
    /// The hash of the contents.
    pub hash: String,
    /// Where it stood: `known` when nothing was written.
    pub standing: Standing,
}

impl Taken {
    /// What a program is told that asks once: the entry and where it stood.
    pub fn answer(&self) -> String {
        format!("{} {}", self.package, self.standing.code())
    }
}

impl Standing {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Supersedes => "supersedes",
            Self::Older => "older",
            Self::Known => "known",
        }
    }
}

/// A package that was taken in, on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceivedRow {
    /// The entry.
    pub package: String,
    /// The unit's code.
    pub unit: String,
    /// Its name today.
    pub unit_name: String,
    /// The form's code.
    pub form: String,
    /// The days.
    #[serde(skip)]
    pub period: Period,
    /// The version.
    pub version: i64,
    /// Whether a later version was taken in.
    pub is_superseded: bool,
    /// When, as told.
    pub recorded_at: String,
    /// By whom.
    pub actor: String,
    /// The hash of the contents.
    pub hash: String,
}

/// A package that was made for somebody, on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentRow {
    /// The unit's code.
    pub unit: String,
    /// Its name today.
    pub unit_name: String,
    /// The form's code.
    pub form: String,
    /// The days.
    #[serde(skip)]
    pub period: Period,
    /// The version.
    pub version: i64,
    /// When it was first made, as told.
    pub recorded_at: String,
    /// By whom.
    pub actor: String,
    /// The hash of the contents.
    pub hash: String,
}

/// A package that counts at the unit above: the last version of its report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The unit.
    pub unit: Id,
    /// The form's code.
    pub form: String,
    /// The version.
    pub version: i64,
    /// The entry.
    pub package: Id,
}

/// What the packages of the units directly below add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReceivedBelow {
    /// By measure: they are added to what the reports in these books say.
    pub measures: BTreeMap<String, Reported>,
    /// By indicator: they stand beside what the books count.
    pub indicators: BTreeMap<String, Reported>,
}

/// Cells of packages added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// The sum of those with a value.
    pub sum: i64,
    /// How many have one.
    pub valued: i64,
    /// How many say that the unit is not obliged.
    pub not_obliged: i64,
    /// How many say that there is no such thing there.
    pub not_applicable: i64,
}

impl Reported {
    /// Adds a cell.
    pub(super) fn add(&mut self, state: CellState, value: Option<i64>) {
        match (state, value) {
            (CellState::Value, Some(value)) => {
                self.sum = self.sum.saturating_add(value);
                self.valued += 1;
            }
            (CellState::NotObliged, _) => self.not_obliged += 1,
            (CellState::NotApplicable, _) => self.not_applicable += 1,
            (CellState::Value | CellState::NotReported, _) => {}
        }
    }
}
