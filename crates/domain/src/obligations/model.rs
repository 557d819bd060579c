//! What a unit owes, and what a scope's units owe together.

use kernel::{Block, Day, Id};
use serde::Serialize;

use super::regulations::{Obligation, Version};

/// How a unit stands towards an obligation in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Held in time.
    Held(Day),
    /// Held after the last day.
    HeldLate(Day),
    /// Not held, and the last day is not over.
    Due,
    /// Not held, and the last day is over.
    Late,
    /// Exempted, for a reason; the record.
    Exempt {
        /// The record.
        record: Id,
        /// The reason in words.
        reason: String,
    },
    /// Not obliged: fewer workers than the rule asks.
    TooFewWorkers(i64),
    /// Nobody has said how many work there, so nobody can say whether it is obliged.
    HeadcountUnknown,
}

/// A unit in the list of an obligation.
#[derive(Clone, Debug)]
pub struct Duty {
    /// The unit.
    pub unit: Id,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its block on the day that counts.
    pub block: Block,
    /// Its workers as last returned by that day.
    pub workers: Option<i64>,
    /// How it stands.
    pub standing: Standing,
    /// The record by which it was held, where it was, even if the unit was not obliged.
    pub held_by: Option<Id>,
}

/// How many units stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Obliged: held, held late, due and late together.
    pub obliged: i64,
    /// Of these, held, in time or late.
    pub held: i64,
    /// Of the held, after the last day.
    pub held_late: i64,
    /// Of the obliged, not held though the last day is over.
    pub late: i64,
    /// Exempted with a reason.
    pub exempt: i64,
    /// Not obliged for want of workers.
    pub too_few_workers: i64,
    /// Nobody said how many work there.
    pub headcount_unknown: i64,
    /// Held without being obliged.
    pub held_beyond: i64,
}

/// The population of a denominator, told with a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Population {
    /// The obligation's code.
    pub obligation: &'static str,
    /// The year.
    pub year: i16,
    /// Who is obliged, in words.
    pub definition: &'static str,
    /// The text it stands in, with its article.
    pub source: String,
    /// `R` read, `S` reported by others.
    pub confidence: &'static str,
    /// The last day, ISO.
    pub due_on: String,
    /// How many units stand how.
    pub counts: Counts,
}

/// The units of a scope towards an obligation in a year.
#[derive(Clone, Debug)]
pub struct DutyList {
    /// The obligation.
    pub obligation: &'static Obligation,
    /// The rule that holds for the year; none where no text could be read.
    pub version: Option<&'static Version>,
    /// The year.
    pub year: i16,
    /// The units, by name.
    pub duties: Vec<Duty>,
    /// How many stand how.
    pub counts: Counts,
}

impl Standing {
    /// The stable code, as in addresses.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Held(_) => "held",
            Self::HeldLate(_) => "held_late",
            Self::Due => "due",
            Self::Late => "late",
            Self::Exempt { .. } => "exempt",
            Self::TooFewWorkers(_) => "not_obliged",
            Self::HeadcountUnknown => "unknown",
        }
    }

    /// Whether the unit is in the denominator.
    pub const fn is_obliged(&self) -> bool {
        matches!(self, Self::Held(_) | Self::HeldLate(_) | Self::Due | Self::Late)
    }
}

impl Counts {
    /// Counts one unit: how it stands, and whether it held it at all.
    pub(super) fn add(&mut self, standing: &Standing, held: bool) {
        self.obliged += i64::from(standing.is_obliged());
        if held && !standing.is_obliged() {
            self.held_beyond += 1;
        }
        match standing {
            Standing::Held(_) => self.held += 1,
            Standing::HeldLate(_) => {
                self.held += 1;
                self.held_late += 1;
            }
            Standing::Due => {}
            Standing::Late => self.late += 1,
            Standing::Exempt { .. } => self.exempt += 1,
            Standing::TooFewWorkers(_) => self.too_few_workers += 1,
            Standing::HeadcountUnknown => self.headcount_unknown += 1,
        }
    }
}
