//! A question, and its answer.

use kernel::{Block, Day, Id, Instant, Period, UnitKind};
use ledger::Class;
use ledger::views::View;
use serde::Serialize;

use crate::activities::Stated;
use crate::obligations::Population;
use crate::units::UnitRow;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Query {
    /// The code of the scope.
    pub scope: String,
    /// The period.
    pub period: Period,
    /// The view of the organisation.
    pub view: View,
    /// Effective days after this one are left out; the present view looks at the organisation of this day.
    pub as_of: Option<Day>,
    /// What was recorded after this moment is left out.
    pub known_at: Option<Instant>,
    /// Only the column of this block.
    pub block: Option<Block>,
    /// Only the column of this kind of unit.
    pub kind: Option<UnitKind>,
    /// The other side, where two questions are compared.
    pub beside: Option<Beside>,
}

/// What a question must know of the one it is compared with, so that both look at the same units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The days of the other: like for like looks at the units that stood under the scope throughout both.
    pub days: Period,
    /// The day of whose organisation the present view looks at the units, on both sides.
    pub organised_on: Day,
}

impl Query {
    /// The plain question: as it was, all that is known.
    pub fn of(scope: &str, period: Period) -> Self {
        let (view, as_of, known_at, block, kind) = (View::Was, None, None, None, None);
        Self { scope: scope.to_owned(), period, view, as_of, known_at, block, kind, beside: None }
    }

    /// The day of whose organisation the present view looks at the units.
    pub(crate) fn organised_on(&self, today: Day) -> Day {
        self.beside.map_or_else(|| self.as_of.unwrap_or(today), |beside| beside.organised_on)
    }

    /// Whether a column is asked about.
    pub(crate) fn passes(&self, class: Class) -> bool {
        self.block.is_none_or(|block| block == class.block)
            && self.kind.is_none_or(|kind| kind == class.kind)
    }

    /// Whether only a part of the scope's columns is asked about.
    pub(crate) fn is_of_a_column(&self) -> bool {
        self.block.is_some() || self.kind.is_some()
    }

    /// Whether the roll-ups and lists of today answer it: no other view, no earlier knowledge.
    pub(crate) fn is_plain(&self) -> bool {
        self.view == View::Was && self.known_at.is_none()
    }

    /// The days that count: the period, cut at the as-of day.
    pub(crate) fn days(&self) -> Period {
        self.as_of.map_or(self.period, |day| self.period.up_to(day))
    }
}

/// Whether there is a value, and if not why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A value, 0 among them.
    Value,
    /// Nobody reported it.
    NotReported,
    /// The unit was not obliged.
    NotObliged,
    /// The question makes no sense there: the unit did not stand in the period, or its books are kept elsewhere.
    NotApplicable,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The indicator's code.
    pub indicator: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether there is a value.
    pub state: State,
    /// The value.
    pub value: Option<i64>,
    /// The target whose period holds this one.
    pub target: Option<i64>,
    /// `[done, planned]`, exact.
    pub ratio: Option<[i64; 2]>,
    /// The percentage, rounded half-up to two decimals, for machines: `77.78`.
    pub percent: Option<String>,
    /// The same for readers: `77,78%`.
    pub percent_vi: Option<String>,
    /// What is left to the target; 0 when it is reached.
    pub remaining: Option<i64>,
    /// What an even pace would have done by the last day of the question.
    pub pace: Option<i64>,
    /// The period the target was set for.
    pub target_period: Option<String>,
    /// Who was obliged, where the indicator counts something units owe and a whole year was asked: then the ratio is held
    /// over obliged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<Population>,
    /// What the unit states without records: beside the register's count, never added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
}

/// Every figure of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureSet {
    /// The scope's code.
    pub scope: String,
    /// The scope's name.
    pub scope_name: String,
    /// The period's code.
    pub period: String,
    /// Effective days counted, the last one.
    pub as_of: String,
    /// The moment of knowledge, ISO; `null` for all that is known.
    pub known_at: Option<String>,
    /// The view.
    pub view: &'static str,
    /// The block asked about, by its code; `null` for all of them.
    pub block: Option<&'static str>,
    /// The kind of unit asked about, by its code; `null` for all of them.
    pub kind: Option<&'static str>,
    /// Whether targets are left out, because they were set for another whole than the one shown; the notes say so.
    pub targets_withheld: bool,
    /// The figures.
    pub figures: Vec<Figure>,
    /// What a reader must know of this view of this scope, in Vietnamese; empty when there is nothing.
    pub notes: Vec<String>,
}

/// The head of the chain: what the foot of every page prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Batches written.
    pub number: i64,
    /// Postings written.
    pub seq: i64,
    /// When the last was written.
    pub recorded_at: String,
    /// The first twelve characters of its hash.
    pub hash: String,
}

/// The scope, resolved.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) id: Id,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) opened_on: Day,
    pub(crate) ended_on: Option<Day>,
    pub(crate) external: bool,
}

/// One line of a trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TraceLine {
    /// The posting's number; 0 for a line that stands for a unit's whole stock.
    pub seq: i64,
    /// The effective day.
    pub on: String,
    /// The unit.
    pub unit: String,
    /// The unit's code.
    pub unit_code: String,
    /// What it adds to the figure.
    pub quantity: i64,
    /// The person, where the record is about one.
    pub person: Option<String>,
    /// The person's id, as text.
    pub person_id: Option<String>,
    /// What happened.
    pub event: String,
    /// The paper: number and day.
    pub document: Option<String>,
    /// When the books learned it.
    pub recorded_at: String,
    /// Who recorded it.
    pub actor: String,
}

impl TraceLine {
    /// Without the person it is about, and without the words of its record, which may name one.
    pub(super) fn hide_names(&mut self) {
        (self.person, self.person_id) = (None, None);
        if let Some(place) = self.event.find(": ") {
            self.event.truncate(place);
        }
    }
}

/// A figure's way back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// The indicator.
    pub indicator: &'static str,
    /// What it counts.
    pub meaning: &'static str,
    /// The figure the lines add up to, when all are shown.
    pub value: i64,
    /// The lines, at most as many as asked.
    pub lines: Vec<TraceLine>,
    /// Whether there are more.
    pub more: bool,
    /// How many lines there are in all; `null` where counting them would take longer than showing them.
    pub total: Option<i64>,
}

/// A unit directly below another, with its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BelowRow {
    /// The unit.
    pub unit: UnitRow,
    /// The values in the order of the indicators asked; none where the books are kept elsewhere.
    pub values: Option<Vec<i64>>,
}

/// A page of a list of units below another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BelowPage {
    /// Its rows.
    pub rows: Vec<BelowRow>,
    /// How many there are in all, where that is known: at one level.
    pub total: Option<usize>,
    /// Where the next page begins, of a list of all levels.
    pub next: Option<String>,
}

/// The lines of a trace that are wanted: so many after the first ones are skipped.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub(crate) skip: usize,
    pub(crate) take: usize,
}

impl Window {
    /// The wanted ones of a whole list.
    pub(crate) fn of<T>(self, all: Vec<T>) -> Vec<T> {
        all.into_iter().skip(self.skip).take(self.take).collect()
    }
}

/// One row of a breakdown: code and name of the column, and its values in the order of the indicators asked.
pub type Column = (&'static str, &'static str, Vec<i64>);
