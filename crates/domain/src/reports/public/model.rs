//! What anybody may read.

use kernel::{Day, Id, Period};

use crate::figures::State;
use crate::reports::{Form, Line};

/// Everything a unit made public.
#[derive(Clone, Debug)]
pub struct PublicList {
    /// The unit's name.
    pub unit_name: String,
    /// Reports, the latest first.
    pub reports: Vec<PublicRow>,
    /// Articles, the latest first.
    pub articles: Vec<PublicRow>,
    /// Whether its roll of honour is open.
    pub has_roll: bool,
}

/// One thing that was made public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicRow {
    /// Its id, as the address has it.
    pub id: Id,
    /// The form's code.
    pub form: String,
    /// The name of the form, or the title of the article.
    pub title: String,
    /// The days it is about.
    pub period: Period,
    /// The day it was made public.
    pub on: Day,
}

/// A published report.
#[derive(Clone, Debug)]
pub struct PublicReport {
    /// The unit's name.
    pub unit_name: String,
    /// The form.
    pub form: &'static Form,
    /// The days.
    pub period: Period,
    /// The version.
    pub version: i64,
    /// The day it was made public.
    pub on: Day,
    /// The form's public lines in order.
    pub lines: Vec<PublicLine>,
    /// Whether the unit's roll of honour is open.
    pub has_roll: bool,
}

/// A line of it.
#[derive(Clone, Debug)]
pub struct PublicLine {
    /// The line of the form.
    pub line: &'static Line,
    /// Whether there is a value; none where the line is a heading.
    pub state: Option<State>,
    /// The value.
    pub value: Option<i64>,
    /// What was asked or owed.
    pub target: Option<i64>,
}

/// A published article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicArticle {
    /// The unit's name.
    pub unit_name: String,
    /// The title.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The days it is about.
    pub period: Period,
    /// The day it was made public.
    pub on: Day,
    /// Whether the unit's roll of honour is open.
    pub has_roll: bool,
}
