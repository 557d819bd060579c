//! What is told of lists opened to members, of what waits, and of what papers say.

use kernel::{Day, Id};

use super::told::{CommentTold, NominationRow, Round};
use crate::awards::{Level, Subject};

/// A list opened to members.
#[derive(Clone, Debug)]
pub struct OpeningTold {
    /// Its id.
    pub id: Id,
    /// The round: id and name.
    pub round: (Id, String),
    /// The unit that opened it: id and name.
    pub unit: (Id, String),
    /// The first day.
    pub from: Day,
    /// The first day after.
    pub to: Day,
    /// Its lines.
    pub lines: Vec<NominationRow>,
    /// What was said; to members nothing of others.
    pub comments: Vec<CommentTold>,
    /// Whether the reader may answer for the office.
    pub may_answer: bool,
    /// Whether the reader may comment now.
    pub may_comment: bool,
}

/// What waits at a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub what: DueWhat,
    /// The round: id and name.
    pub round: (Id, String),
    /// How many files.
    pub count: i64,
    /// The last day, where there is one.
    pub due_on: Option<Day>,
}

/// What may wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueWhat {
    /// The unit was called and its last day is near or over.
    Call,
    /// Files to appraise.
    Appraise,
    /// Files to mend.
    Mend,
    /// Files appraised: comment, council or outcome.
    Outcome,
}

/// Somebody or something the papers of a round name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLine {
    /// The nomination.
    pub nomination: Id,
    /// The award's code.
    pub award: String,
    /// The level that decides.
    pub level: Level,
    /// Person or collective.
    pub subject: Subject,
    /// The name.
    pub named: String,
    /// The unit.
    pub unit_named: String,
    /// For what.
    pub achievement: String,
    /// Votes for it, and of how many, at this unit's council.
    pub votes: Option<(i64, i64)>,
    /// The paper that decided it, with its day.
    pub decision: Option<(Id, String, Day)>,
}

/// What a submission of a unit for a round says.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The round.
    pub round: Round,
    /// The unit that submits: id and name.
    pub unit: (Id, String),
    /// To whom: the name of the unit above; none outside these books.
    pub to: Option<String>,
    /// Those it submits: held here and ripe, or sent from here and not answered yet.
    pub lines: Vec<PaperLine>,
}
