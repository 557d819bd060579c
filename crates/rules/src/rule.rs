//! A rule for an award: its conditions, in the version of some days.

use kernel::Day;
use serde::Deserialize;

use crate::{Lasts, Layer, Mark, Source, Subject};

/// What an unmet condition does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Effect {
    /// It bars: not eligible.
    #[default]
    #[serde(rename = "bar")]
    Bar,
    /// It holds: not looked at until the matter is settled (chưa xét).
    #[serde(rename = "hold")]
    Hold,
}

/// Which way a limit may be moved by a lower layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Tighter {
    /// A higher number is stricter.
    #[serde(rename = "up")]
    Up,
    /// A lower number is stricter.
    #[serde(rename = "down")]
    Down,
}

/// A number of a rule that a lower layer may tighten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Its name in conditions.
    pub name: String,
    /// Its value.
    pub value: i64,
    /// Which way is stricter; a lower layer says nothing of it.
    pub tighter: Option<Tighter>,
    /// What it is, in Vietnamese.
    pub meaning: String,
}

/// A condition.
#[derive(Debug)]
pub struct Condition {
    /// Its code within the award; the same condition keeps it through the versions of the rule.
    pub code: String,
    /// The expression, as written.
    pub when: String,
    /// The sentence a reader sees.
    pub say: String,
    /// The group of which one condition is enough.
    pub one_of: Option<String>,
    /// What it does when it is not met.
    pub effect: Effect,
    /// Its own article, if it has one.
    pub article: Option<String>,
    /// How sure it is.
    pub mark: Mark,
    pub(crate) program: cel::Program,
}

/// Something a reader must be told from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// The first day it is said.
    pub from: Day,
    /// What is said.
    pub say: String,
}

/// For which awards a rule is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// One award.
    Award(String),
    /// Every award for the subject: a general principle.
    Every,
}

/// A rule in one version.
#[derive(Debug)]
pub struct Rule {
    /// Its code, unique: `149_2015`.
    pub code: String,
    /// For which award.
    pub award: For,
    /// For whom.
    pub subject: Subject,
    /// Who wrote it.
    pub layer: Layer,
    /// The unit whose rule it is, for layers below the confederation.
    pub owner: Option<String>,
    /// The days it is in force.
    pub lasts: Lasts,
    /// Where it stands.
    pub source: Source,
    /// Whether every condition of the text is here. If not, meeting them is not all.
    pub complete: bool,
    /// What else a reader must know.
    pub note: Option<String>,
    /// What must be said from a day on.
    pub cautions: Vec<Caution>,
    /// Its numbers.
    pub limits: Vec<Limit>,
    /// Its conditions.
    pub conditions: Vec<Condition>,
}

impl Rule {
    /// Whether the rule may decide: its own text was read or reported.
    pub fn decides(&self) -> bool {
        self.source.mark.decides()
    }

    /// Whether the rule is about an award and a subject.
    pub fn is_for(&self, award: &str, subject: Subject) -> bool {
        self.subject == subject
            && match &self.award {
                For::Every => true,
                For::Award(code) => code == award,
            }
    }

    /// Where a condition stands.
    pub fn clause(&self, condition: &Condition) -> Source {
        Source {
            document: self.source.document.clone(),
            article: condition.article.clone().or_else(|| self.source.article.clone()),
            mark: condition.mark.max(self.source.mark),
        }
    }
}
