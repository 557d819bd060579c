//! What a call for reports is.

use kernel::{Day, Id, Period};
use serde::Serialize;

use crate::reports::State;

/// A call as it is sent out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCall {
    /// The form's code.
    pub form: String,
    /// The days the reports are about.
    pub period: Period,
    /// The last day on which a report is in time.
    pub due: Day,
    /// How many days before it the units are reminded.
    pub remind: Vec<i32>,
    /// Whether nothing is first filed after the day.
    pub locks: bool,
    /// What is said with it.
    pub note: Option<String>,
    /// The units that owe the report; every unit directly below whose level the form is for, where none is named.
    pub units: Vec<Id>,
}

/// A call that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Call {
    /// Its id, as text.
    pub id: String,
    /// The id itself.
    #[serde(skip)]
    pub key: Id,
    /// The unit that called.
    #[serde(skip)]
    pub unit: Id,
    /// The form's code.
    pub form: String,
    /// The days.
    #[serde(skip)]
    pub period: Period,
    /// The last day in time.
    pub due: String,
    /// The same as a day.
    #[serde(skip)]
    pub due_on: Day,
    /// Days before it on which units are reminded.
    pub remind: Vec<i32>,
    /// Whether it locks.
    pub locks: bool,
    /// What was said with it.
    pub note: Option<String>,
    /// When it was sent out.
    pub recorded_at: String,
    /// By whom.
    pub actor: String,
}

/// By which day a unit owes a report, and whether the call locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The call.
    pub call: Id,
    /// The last day in time; none where the unit was let off.
    pub on: Option<Day>,
    /// Whether nothing is first filed after it.
    pub locks: bool,
}

/// How a unit stands towards a call; each unit that owes is exactly one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Filing {
    /// First filed on its day or before, and not being mended.
    OnTime,
    /// First filed so many days after.
    Late(i32),
    /// Filed, and sent back or taken up again since.
    Returned,
    /// Not filed, and its day is not over.
    Awaited,
    /// Not filed, so many days after its day.
    Missing(i32),
}

/// A unit that owes a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owing {
    /// The unit.
    #[serde(skip)]
    pub unit: Id,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The last day in time.
    pub due: String,
    /// Why this unit has a day of its own.
    pub reason: Option<String>,
    /// Where its report stands.
    pub state: State,
    /// The day it was first filed.
    pub filed_on: Option<String>,
    /// How it stands towards the call.
    pub filing: Filing,
}

/// How many units stand how. `owed` is the sum of the five after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Units that owe the report.
    pub owed: i64,
    /// Filed in time.
    pub on_time: i64,
    /// Filed late.
    pub late: i64,
    /// Sent back or taken up again.
    pub returned: i64,
    /// Not filed, the day not over.
    pub awaited: i64,
    /// Not filed, the day over.
    pub missing: i64,
    /// Of those filed: approved.
    pub approved: i64,
    /// Units that were let off.
    pub let_off: i64,
}

impl Counts {
    /// Units whose report is there: completeness is this over `owed`, timeliness `on_time` over `owed`.
    pub fn filed(&self) -> i64 {
        self.on_time + self.late
    }

    pub(super) fn add(&mut self, filing: Filing, state: State) {
        self.owed += 1;
        let place = match filing {
            Filing::OnTime => &mut self.on_time,
            Filing::Late(_) => &mut self.late,
            Filing::Returned => &mut self.returned,
            Filing::Awaited => &mut self.awaited,
            Filing::Missing(_) => &mut self.missing,
        };
        *place += 1;
        self.approved += i64::from(state.counts());
    }
}

/// A report that a unit owes and has not filed, or must mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// The form's code.
    pub form: String,
    /// The days.
    #[serde(skip)]
    pub period: Period,
    /// The last day in time.
    #[serde(skip)]
    pub due: Day,
    /// Where it stands.
    pub state: State,
    /// Whether a day of reminding is reached, or the last day is over.
    pub is_pressing: bool,
    /// Whether nothing can be filed any more until the unit above gives another day.
    pub is_locked: bool,
}

/// What waits at a unit that called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// Reports below that wait to be approved, by form and days.
    pub to_approve: Vec<(String, Period, i64)>,
    /// Calls whose last day is near or over with units that did not file: the call, and how many.
    pub missing: Vec<(Call, i64)>,
}
