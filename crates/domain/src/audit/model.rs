//! Lines of the trail.

use kernel::{Day, Id, Instant};

/// Which lines are asked for; the latest come first.
#[derive(Clone, Debug, Default)]
pub struct TrailAsked {
    /// Only by this actor: a sign-in name, or the name as the books write it.
    pub actor: Option<String>,
    /// Only of this kind.
    pub what: Option<String>,
    /// Only about this subject.
    pub subject: Option<Id>,
    /// From this day on.
    pub from: Option<Day>,
    /// To the end of this day.
    pub to: Option<Day>,
    /// Before this line: an id, or the number of a batch.
    pub before: Option<i64>,
    /// Lines at most.
    pub limit: usize,
}

/// A line of the trail: an export, a print, a sensitive read, a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: Id,
    /// The batch it stands in.
    pub batch: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// What, by its code.
    pub what: String,
    /// About whom or what.
    pub subject: Option<Id>,
    /// The subject in words: a person's name, a sign-in name, the number of a paper.
    pub subject_name: Option<String>,
    /// More about it.
    pub detail: Option<String>,
}

/// A batch: everything one action wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchRow {
    /// Its number.
    pub number: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// Rows of facts in it.
    pub rows: i64,
    /// Its hash.
    pub hash: String,
}

/// What proving the end of the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The first batch whose hash was worked out again.
    pub first: i64,
    /// The last one.
    pub last: i64,
    /// Rows of facts read.
    pub rows: i64,
    /// The last hash.
    pub hash: String,
    /// What does not agree; none when the chain holds.
    pub finding: Option<String>,
}
