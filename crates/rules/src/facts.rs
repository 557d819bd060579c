//! What is known of one subject: values and lists, each with the reference it is traced by.

use std::collections::BTreeMap;

use crate::fact::Fact;

/// Where a fact comes from, in the words of whoever brought it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// What it is looked up by, such as `service:123`.
    pub reference: String,
    /// What a reader sees.
    pub says: String,
}

impl Trace {
    /// A trace.
    pub fn new(reference: impl Into<String>, says: impl Into<String>) -> Self {
        Self { reference: reference.into(), says: says.into() }
    }
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A word.
    Word(String),
}

/// A value that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The value.
    pub value: Value,
    /// Whether the record behind it is whole. If not, a number is a lower bound and nothing more.
    pub whole: bool,
    /// Where it comes from.
    pub traces: Vec<Trace>,
}

/// An award somebody was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its code.
    pub code: String,
    /// The year of the achievement.
    pub year: i16,
    /// The achievement, when it is named.
    pub achievement: Option<String>,
    /// Where it is recorded.
    pub trace: Trace,
}

/// A yearly grade, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Không hoàn thành nhiệm vụ.
    Failed,
    /// Hoàn thành nhiệm vụ.
    Done,
    /// Hoàn thành tốt nhiệm vụ.
    Good,
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
}

impl Grade {
    /// The grade with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "khong_hoan_thanh" => Some(Self::Failed),
            "hoan_thanh" => Some(Self::Done),
            "tot" => Some(Self::Good),
            "xuat_sac" => Some(Self::Excellent),
            _ => None,
        }
    }
}

/// How far an initiative is recognised, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recognised {
    /// At the workplace.
    Grassroots,
    /// By a ministry or province.
    Province,
    /// Nationwide.
    Nation,
}

impl Recognised {
    /// The level with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "co_so" => Some(Self::Grassroots),
            "bo_tinh" => Some(Self::Province),
            "toan_quoc" => Some(Self::Nation),
            _ => None,
        }
    }
}

/// A recognised initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    /// The year it was recognised.
    pub year: i16,
    /// How far.
    pub level: Recognised,
    /// What it brought, in đồng.
    pub benefit_vnd: i64,
    /// Where it is recorded.
    pub trace: Trace,
}

/// A list that may be whole or only what is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// What is on record.
    pub items: Vec<T>,
    /// Whether nothing is missing.
    pub whole: bool,
    /// By what it is known to be whole.
    pub by: Option<Trace>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { items: Vec::new(), whole: false, by: None }
    }
}

/// Everything known of a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    values: BTreeMap<Fact, Known>,
    /// Awards held.
    pub awards: Listed<Held>,
    /// Grades by year, with their traces.
    pub grades: BTreeMap<i16, (Grade, Trace)>,
    /// Recognised initiatives.
    pub initiatives: Listed<Initiative>,
}

impl Facts {
    /// A fact that is known for certain. A value of another type than the fact's is left out: unknown is safe.
    pub fn set(&mut self, fact: Fact, value: Value, traces: Vec<Trace>) {
        self.put(fact, Known { value, whole: true, traces });
    }

    /// A number that is at least so much.
    pub fn at_least(&mut self, fact: Fact, number: i64, traces: Vec<Trace>) {
        self.put(fact, Known { value: Value::Int(number), whole: false, traces });
    }

    fn put(&mut self, fact: Fact, known: Known) {
        use crate::fact::FactType::{Bool, Int, Word};
        let fits = matches!(
            (fact.sort(), &known.value),
            (Int, Value::Int(_)) | (Bool, Value::Bool(_)) | (Word, Value::Word(_))
        );
        if fits {
            self.values.insert(fact, known);
        }
    }

    /// What is known of a fact.
    pub fn get(&self, fact: Fact) -> Option<&Known> {
        self.values.get(&fact)
    }
}
