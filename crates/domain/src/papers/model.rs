//! What stands at the head and foot of a paper.

use kernel::{Day, UnitKind};

use crate::certificates::Signer;

/// The head of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The unit that managed the office on that day.
    pub above: Option<String>,
    /// The office.
    pub body: String,
    /// What the office is.
    pub kind: UnitKind,
    /// Where its last certificate was signed.
    pub place: Option<String>,
    /// The day the paper bears.
    pub day: Day,
}

/// Who signed an office's last certificate, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Where.
    pub place: String,
    /// Who.
    pub signer: Signer,
}

/// What was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// A decision or submission letter with names.
    Honours,
    /// The decision that caused something of units or members.
    Decision,
    /// A report.
    Report,
    /// The letter by which the files of a round are submitted.
    Round,
    /// The minutes of a council.
    Minutes,
}

impl Set {
    /// The action it takes.
    pub(super) const fn action(self) -> &'static str {
        match self {
            Self::Honours => "honours.print",
            Self::Decision => "documents.print",
            Self::Report => "reports.read",
            Self::Round => "rounds.read",
            Self::Minutes => "council.read",
        }
    }

    /// What the audit trail calls it.
    pub(super) const fn noted(self) -> &'static str {
        match self {
            Self::Honours => "honours.printed",
            Self::Decision => "documents.printed",
            Self::Report => "reports.printed",
            Self::Round => "rounds.printed",
            Self::Minutes => "council.printed",
        }
    }
}
