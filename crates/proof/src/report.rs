//! What a check says: every claim with its place, its verdict and the reason.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What was found in a text, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// One entry a claim.
    pub findings: Vec<Finding>,
}

impl Report {
    /// The findings somebody should look at before the text is published.
    pub fn alarms(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.verdict.is_alarm())
    }
}

/// A text as it was read, and what was found where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// What a reader sees as one paragraph, heading or cell each, in their order; links to other texts are left out.
    pub passages: Vec<Passage>,
    /// What was found, in the order of the text.
    pub found: Vec<Found>,
}

/// A paragraph, a heading, a cell: tags and entities resolved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its text.
    pub text: String,
}

/// A finding at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was found.
    pub finding: Finding,
    /// In which passage.
    pub passage: usize,
    /// The bytes of the passage that are the claim.
    pub bytes: Range<usize>,
}

/// One claim and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The line of the given text on which the claim begins, from 1.
    pub line: usize,
    /// The claim as written, white space made single.
    pub text: String,
    /// What sort of claim it is.
    pub kind: Kind,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What it should say (`77,78%`), when that can be computed; for a claim that holds, the
    /// computed value itself.
    pub expected: Option<String>,
    /// A Vietnamese sentence: the reckoning, and what else would make it right.
    pub why: String,
}

/// The sorts of claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A percentage whose two numbers are said: `21/27 … đạt 87,5%`.
    RatioPercent,
    /// Parts that should sum to a total, or a difference of two numbers.
    Sum,
    /// From a year to a year: a term of office, a period, a school year.
    Term,
    /// A day, or the years between two days.
    Date,
    /// The size of a population that is said twice.
    Population,
    /// The name of an award.
    AwardName,
    /// A share of more than the whole.
    PercentRange,
    /// A number of people, units, prizes … that stands alone.
    Count,
}

/// What a claim turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It holds, or, for a number that stands alone, nothing in the text speaks against it.
    Right,
    /// It holds at fewer decimals than the two we print.
    Rounded,
    /// Digits were cut off where they should have been rounded up.
    Truncated,
    /// The reckoning gives something else.
    Wrong,
    /// Nothing can be like that: a term that ends before it begins, a part above its whole.
    Impossible,
    /// It may be right, but the text itself gives a reason to ask.
    Doubtful,
}

impl Verdict {
    /// Whether somebody should look at the claim.
    pub fn is_alarm(self) -> bool {
        !matches!(self, Self::Right | Self::Rounded)
    }
}
