//! What a record is, before it is written and as it is read.

use std::collections::BTreeMap;

use kernel::{Day, Id, Instant};

use super::register::{Form, Register};
use crate::documents::DocumentRef;

/// The value of a described field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// A count, an amount of đồng, a year; 1 for a mark that is set.
    Number(i64),
    /// A text, or the code of a choice.
    Text(String),
    /// A day.
    Day(Day),
}

/// A record to be written.
#[derive(Clone, Debug)]
pub struct NewActivity {
    /// The register's code.
    pub register: String,
    /// The form's code; empty where the register has one form.
    pub form: String,
    /// Who did it.
    pub unit: Id,
    /// The day on which it counts; the first, of several.
    pub on: Day,
    /// The last day, where there are several.
    pub last: Option<Day>,
    /// The year it belongs to where that is not the year of its day.
    pub year: Option<i16>,
    /// What it was, in a line.
    pub title: String,
    /// The fields by their codes; one that is not here is empty.
    pub values: BTreeMap<String, FieldValue>,
    /// The people it names.
    pub people: Vec<Id>,
    /// The paper.
    pub document: Option<DocumentRef>,
    /// The clerk has seen who was given the same already, and means it.
    pub despite_warnings: bool,
    /// The import that brings it.
    pub import: Option<Id>,
}

impl NewActivity {
    /// A record without fields, people or paper.
    pub fn new(register: &str, form: &str, unit: Id, on: Day) -> Self {
        Self {
            register: register.to_owned(),
            form: form.to_owned(),
            unit,
            on,
            last: None,
            year: None,
            title: String::new(),
            values: BTreeMap::new(),
            people: Vec::new(),
            document: None,
            despite_warnings: false,
            import: None,
        }
    }

    /// The same with a number in a field.
    #[must_use]
    pub fn count(mut self, field: &str, number: i64) -> Self {
        self.values.insert(field.to_owned(), FieldValue::Number(number));
        self
    }

    /// The same with a text or the code of a choice in a field.
    #[must_use]
    pub fn text(mut self, field: &str, text: &str) -> Self {
        self.values.insert(field.to_owned(), FieldValue::Text(text.to_owned()));
        self
    }

    /// The same with a day in a field.
    #[must_use]
    pub fn day(mut self, field: &str, day: Day) -> Self {
        self.values.insert(field.to_owned(), FieldValue::Day(day));
        self
    }
}

/// A record as it stands.
#[derive(Clone, Debug)]
pub struct Activity {
    /// The record, the same through all its versions.
    pub record: Id,
    /// The version shown.
    pub version: Id,
    /// The register.
    pub register: &'static Register,
    /// The form.
    pub form: &'static Form,
    /// The unit: id, code, name on the day of today.
    pub unit: (Id, String, String),
    /// The first day.
    pub on: Day,
    /// The last day.
    pub last: Day,
    /// The year it belongs to.
    pub year: i16,
    /// What it was.
    pub title: String,
    /// The fields that hold something.
    pub values: BTreeMap<String, FieldValue>,
    /// The people it names; none where the reader may not see names.
    pub people: Option<Vec<(Id, String)>>,
    /// How many people it names.
    pub named: usize,
    /// Number, day and issuer of the paper.
    pub document: Option<(String, Option<Day>, String)>,
    /// When this version was recorded.
    pub recorded_at: Instant,
    /// Who recorded it.
    pub actor: String,
    /// Versions before it.
    pub corrections: i64,
}

impl Activity {
    /// Without the texts that only some may read.
    pub(super) fn hide_texts(&mut self) {
        self.title.clear();
        for field in self.register.fields {
            if matches!(field.kind, super::register::FieldKind::Text(_)) {
                self.values.remove(field.code);
            }
        }
    }

    /// A number of a field.
    pub fn number(&self, field: &str) -> Option<i64> {
        match self.values.get(field) {
            Some(FieldValue::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

/// Which records a list shows.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Only this form.
    pub form: Option<String>,
    /// Records to pass over.
    pub skip: usize,
    /// Records to show at most.
    pub most: usize,
}

/// A page of a register.
#[derive(Clone, Debug)]
pub struct Page {
    /// The records, the latest first.
    pub rows: Vec<Activity>,
    /// How many there are in all.
    pub total: i64,
    /// How many different people the records name.
    pub distinct: i64,
    /// The sums of the fields that count something, in the order of the register's fields.
    pub sums: Vec<(&'static str, i64)>,
    /// For a register that states how things are: what the last records of the units say together on the last day.
    pub standing: Option<Together>,
}

/// What the last records of units say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Units that have a record.
    pub units: i64,
    /// The sum of each field; of an average the average weighted by its count, rounded half-up.
    pub values: Vec<(&'static str, i64)>,
}

/// A count that a unit states without records behind it.
#[derive(Clone, Debug)]
pub struct NewStated {
    /// The unit.
    pub unit: Id,
    /// The indicator's code.
    pub indicator: String,
    /// The period.
    pub period: kernel::Period,
    /// How many; none takes it back.
    pub value: Option<i64>,
    /// Why it is not the count of the register.
    pub reason: String,
    /// The paper.
    pub document: Option<DocumentRef>,
}

/// Such a count as it stands beside the register's.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Stated {
    /// What was stated.
    pub value: i64,
    /// What was stated, less what the register counts.
    pub difference: i64,
    /// Why they differ, in the words of who stated it.
    pub reason: String,
    /// Who stated it.
    pub actor: String,
}

/// A line of an import and what became of it.
#[derive(Clone, Debug)]
pub struct TakenLine {
    /// The line as it was.
    pub line: String,
    /// Why it does not go in; none where it does.
    pub refusal: Option<kernel::Refusal>,
}
