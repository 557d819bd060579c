//! What a report is.

use kernel::{Day, Id, Period};
use serde::Serialize;

use super::calls::Due;
use super::form::Form;
use crate::figures::{State as CellState, TraceLine};

/// Which report: a unit's, on a form, for a period.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The unit that reports.
    pub unit: Id,
    /// The form.
    pub form: &'static Form,
    /// The days.
    pub period: Period,
}

/// Where a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being filled; nobody above sees it.
    Drafted,
    /// Filed, waiting for the unit above.
    Submitted,
    /// Sent back with remarks.
    Returned,
    /// Approved: counted above.
    Approved,
    /// Approved and made public.
    Published,
}

/// A step in the life of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Filed as the next version.
    Submit,
    /// Sent back.
    Return,
    /// Approved.
    Approve,
    /// Made public.
    Publish,
    /// Taken up again for a correction.
    Reopen,
}

/// Where the value of a cell came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Counted from the books.
    Computed,
    /// Typed by the unit.
    Typed,
    /// Summed from the approved reports below, with what the unit itself typed.
    Summed,
    /// The sum of other lines.
    Lines,
}

/// The reports below that a cell sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Gathered {
    /// Their sum.
    pub sum: i64,
    /// Units whose approved report has the value.
    pub reported: i64,
    /// Units directly below.
    pub due: i64,
    /// Of these: whose approved report says that they are not obliged; they leave the denominator.
    pub not_obliged: i64,
    /// Of these: whose approved report says that there is no such thing there; they have answered.
    pub not_applicable: i64,
    /// What all units below, at every level, reported themselves and were approved: with nothing left between the
    /// levels it is the sum. Where packages came for these days it cannot be told apart and is the sum.
    pub straight: i64,
    /// Units at every level below whose approved report has a value of their own.
    pub straight_reported: i64,
    /// Of the units that reported: whose value came in a package and not from these books.
    pub received: i64,
}

impl Gathered {
    /// Units that ought to report a value or say why there is none: the denominator.
    pub fn obliged(&self) -> i64 {
        self.due - self.not_obliged
    }

    /// Units that have not answered.
    pub fn missing(&self) -> i64 {
        self.obliged() - self.reported - self.not_applicable
    }
}

/// A cell of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The line's number.
    pub line: String,
    /// Whether there is a value, and if not why.
    pub state: CellState,
    /// The value.
    pub value: Option<i64>,
    /// What was asked.
    pub target: Option<i64>,
    /// Where it came from.
    pub source: Source,
    /// What the unit itself typed.
    pub typed: Option<i64>,
    /// Why it was typed so, or why there is none.
    pub note: Option<String>,
    /// What the units below reported, for a line they report on.
    pub gathered: Option<Gathered>,
}

/// A value typed into a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The line's number.
    pub line: String,
    /// The value; none takes it back.
    pub value: Option<i64>,
    /// Without a value: whether nobody reported it, the unit is not obliged, or there is no such thing there.
    pub state: CellState,
    /// Why.
    pub note: Option<String>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepTold {
    /// Which.
    pub step: Step,
    /// Of which version.
    pub version: i64,
    /// What was said.
    pub note: Option<String>,
    /// When the books learned it.
    pub recorded_at: String,
    /// Who.
    pub actor: String,
    /// The postings the books held then.
    pub ledger_seq: i64,
    /// The batch that wrote it.
    #[serde(skip)]
    pub batch: i64,
    /// The day it was taken.
    #[serde(skip)]
    pub on: Day,
}

/// Something to look at before a report is filed. It blocks nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The line, where it is about one.
    pub line: Option<String>,
    /// A stable name.
    pub code: &'static str,
    /// What was found, in Vietnamese.
    pub what: String,
    /// The same in English.
    pub what_en: String,
    /// The code of what the line is held against: an obligation, an indicator, or a register's field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
}

/// Who typed a cell, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Typist {
    /// The line's number.
    pub line: String,
    /// Who.
    pub actor: String,
    /// When the books learned it.
    pub recorded_at: String,
}

/// A report as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The form's code.
    pub form: &'static str,
    /// The form's name.
    pub form_name: &'static str,
    /// The unit's code.
    pub unit: String,
    /// The unit's name on the last day.
    pub unit_name: String,
    /// The period.
    pub period: String,
    /// Where it stands.
    pub state: State,
    /// The version shown: the number filed last, or the one being filled.
    pub version: i64,
    /// The cells in the order of the form's lines; headings have none.
    pub cells: Vec<Cell>,
    /// With which remarks it was sent back: line and words.
    pub remarks: Vec<(String, String)>,
    /// What to look at.
    pub findings: Vec<Finding>,
    /// Its life, the first step first.
    pub steps: Vec<StepTold>,
    /// Who typed the cells that were typed.
    pub typists: Vec<Typist>,
    /// By which day it is owed, where somebody called for it.
    #[serde(skip)]
    pub due: Option<Due>,
}

/// A filed version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its number.
    pub number: i64,
    /// When it was filed.
    pub recorded_at: String,
    /// By whom.
    pub actor: String,
}

/// A cell that the books would fill otherwise today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The line's number.
    pub line: String,
    /// Its wording.
    pub text: &'static str,
    /// What was filed.
    pub filed: Option<i64>,
    /// What the books say now.
    pub now: Option<i64>,
    /// The entries recorded since, at most a page of them.
    pub causes: Vec<TraceLine>,
}

/// A unit below and where its report stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BelowRow {
    /// The unit.
    pub unit: Id,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The form it reports on.
    pub form: Option<String>,
    /// Where its report stands.
    pub state: State,
    /// The last step's moment, as told.
    pub since: Option<String>,
    /// The package that counts instead, where its report was received: entry and version.
    pub received: Option<(Id, i64)>,
}

/// A report that was filed, on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledRow {
    /// The form's code.
    pub form: String,
    /// The form's name.
    pub name: String,
    /// The days.
    pub period: Period,
    /// The last version.
    pub version: i64,
    /// Where it stands.
    pub state: State,
}

impl BelowRow {
    /// Whether its report counts: approved in these books, or received.
    pub fn is_counted(&self) -> bool {
        self.state.counts() || self.received.is_some()
    }
}

impl Typed {
    /// The state of the cell it makes.
    pub fn said(&self) -> CellState {
        match (self.value, self.state) {
            (Some(_), _) => CellState::Value,
            (None, CellState::Value) => CellState::NotReported,
            (None, why) => why,
        }
    }
}

impl State {
    /// How the store writes what a step leads to.
    pub fn after(step: Step) -> Self {
        match step {
            Step::Submit => Self::Submitted,
            Step::Return => Self::Returned,
            Step::Approve => Self::Approved,
            Step::Publish => Self::Published,
            Step::Reopen => Self::Drafted,
        }
    }

    /// Whether the unit above counts it.
    pub fn counts(self) -> bool {
        matches!(self, Self::Approved | Self::Published)
    }

    /// Whether its cells may be typed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Drafted | Self::Returned)
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 5] =
        [Self::Submit, Self::Return, Self::Approve, Self::Publish, Self::Reopen];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Return => "return",
            Self::Approve => "approve",
            Self::Publish => "publish",
            Self::Reopen => "reopen",
        }
    }

    /// The step with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// Whether the unit above takes it.
    pub fn is_of_above(self) -> bool {
        matches!(self, Self::Return | Self::Approve)
    }
}

impl Source {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::Typed => "typed",
            Self::Summed => "summed",
            Self::Lines => "lines",
        }
    }

    pub(super) fn from_code(code: &str) -> Self {
        match code {
            "computed" => Self::Computed,
            "summed" => Self::Summed,
            "lines" => Self::Lines,
            _ => Self::Typed,
        }
    }
}

pub(crate) fn state_code(state: CellState) -> &'static str {
    match state {
        CellState::Value => "value",
        CellState::NotReported => "not_reported",
        CellState::NotObliged => "not_obliged",
        CellState::NotApplicable => "not_applicable",
    }
}

pub(crate) fn state_from(code: &str) -> CellState {
    match code {
        "value" => CellState::Value,
        "not_obliged" => CellState::NotObliged,
        "not_applicable" => CellState::NotApplicable,
        _ => CellState::NotReported,
    }
}
