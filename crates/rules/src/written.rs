//! The rows of a file as they are written, before anything is checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::award::{Layer, Level, Sort, Subject};
use crate::rule::{Effect, Tighter};
use crate::{Mark, Rounding};

/// A file of `regulations/awards/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) layer: Layer,
    #[serde(default)]
    pub(crate) owner: Option<String>,
    #[serde(default)]
    pub(crate) award: Vec<Spanned<Award>>,
    #[serde(default)]
    pub(crate) base_salary: Vec<Spanned<BaseSalary>>,
    #[serde(default)]
    pub(crate) rounding: Vec<Spanned<RoundingRule>>,
    #[serde(default)]
    pub(crate) money: Vec<Spanned<Price>>,
    #[serde(default)]
    pub(crate) rule: Vec<Spanned<Rule>>,
}

/// What every entry must say of itself.
pub(crate) struct FromWhere<'a> {
    pub(crate) from: &'a str,
    pub(crate) to: Option<&'a str>,
    pub(crate) source: &'a str,
    pub(crate) article: Option<&'a str>,
    pub(crate) confidence: Mark,
}

/// A row with its own fields and those every entry has. (Flattening them would let unknown fields pass.)
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $field:ident: $sort:ty,)* }) => {
        $(#[$doc])*
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name {
            $($(#[$each])* pub(crate) $field: $sort,)*
            from: String,
            #[serde(default)]
            to: Option<String>,
            source: String,
            #[serde(default)]
            article: Option<String>,
            confidence: Mark,
        }

        impl $name {
            /// Its days, document and mark.
            pub(crate) fn origin(&self) -> FromWhere<'_> {
                FromWhere {
                    from: &self.from,
                    to: self.to.as_deref(),
                    source: &self.source,
                    article: self.article.as_deref(),
                    confidence: self.confidence,
                }
            }
        }
    };
}

row! {
    /// An award; its names stand here or in `names.toml`.
    Award {
        code: String,
        #[serde(default)]
        names: Option<String>,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        aliases: Vec<String>,
        #[serde(default)]
        look_alikes: Vec<String>,
        sort: Sort,
        subjects: Vec<Subject>,
        level: Level,
        #[serde(default)]
        decided_by: Option<String>,
        #[serde(default)]
        decided_by_confidence: Option<Mark>,
        #[serde(default)]
        once: bool,
        #[serde(default)]
        series: Option<String>,
        #[serde(default)]
        items: Vec<String>,
        #[serde(default)]
        followed_by: Option<String>,
        #[serde(default)]
        note: Option<String>,
    }
}

row! {
    /// The base salary from a day on.
    BaseSalary {
        vnd: i64,
    }
}

row! {
    /// How amounts are rounded from a day on.
    RoundingRule {
        mode: Rounding,
    }
}

row! {
    /// The coefficient of an award.
    Price {
        award: String,
        subject: Subject,
        coefficient: String,
        #[serde(default)]
        ceiling: bool,
    }
}

row! {
    /// A rule for an award, in the version of some days.
    Rule {
        code: String,
        award: String,
        subject: Subject,
        #[serde(default = "yes")]
        complete: bool,
        #[serde(default)]
        note: Option<String>,
        #[serde(default)]
        caution: Vec<Caution>,
        #[serde(default)]
        limits: BTreeMap<String, Limit>,
        #[serde(default)]
        condition: Vec<Spanned<Condition>>,
    }
}

impl Rule {
    /// Its mark, which its conditions share unless they say otherwise.
    pub(crate) fn mark(&self) -> Mark {
        self.confidence
    }
}

fn yes() -> bool {
    true
}

/// What must be said from a day on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Caution {
    pub(crate) from: String,
    pub(crate) say: String,
}

/// A number of a rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Limit {
    pub(crate) value: i64,
    #[serde(default)]
    pub(crate) tighter: Option<Tighter>,
    #[serde(default)]
    pub(crate) meaning: Option<String>,
}

/// A condition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Condition {
    pub(crate) code: String,
    pub(crate) when: Spanned<String>,
    pub(crate) say: String,
    #[serde(default)]
    pub(crate) one_of: Option<String>,
    #[serde(default)]
    pub(crate) effect: Option<Effect>,
    #[serde(default)]
    pub(crate) article: Option<String>,
    #[serde(default)]
    pub(crate) confidence: Option<Mark>,
}

/// `names.toml`: the names that proof and catalogue share.
#[derive(Deserialize)]
pub(crate) struct NamesFile {
    pub(crate) award: Vec<NamesRow>,
}

/// One entry of it; what only proof reads is left out.
#[derive(Deserialize)]
pub(crate) struct NamesRow {
    pub(crate) code: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    #[serde(default)]
    pub(crate) look_alikes: Vec<String>,
}
