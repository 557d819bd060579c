//! Running sums: what the approved reports below a unit add up to, kept while they are approved.
//!
//! A report counts at every unit above the one it is of, by the managers of the last day it reports on. So an approval
//! costs what the report holds times the levels above it, however many others report; a reading costs nothing of theirs.
//! The fold of every report that counts gives the same, and `doctor` holds them against each other.

use std::collections::BTreeMap;

use kernel::{Day, Id};

use super::model::Source;
use crate::figures::State as CellState;

/// Whose reports a sum adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Of every unit at any level below, what it reported itself.
    All,
    /// Of the units directly below, all they reported: themselves and those they stand for.
    Below,
}

impl Reach {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Below => "below",
        }
    }

    pub(super) fn from_code(code: &str) -> Self {
        if code == "below" { Self::Below } else { Self::All }
    }
}

/// Cells added up: the total of those with a value, and how many stand in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) total: i64,
    pub(super) valued: i64,
    pub(super) not_reported: i64,
    pub(super) not_obliged: i64,
    pub(super) not_applicable: i64,
}

impl Sum {
    /// The sum of one cell.
    fn of(state: CellState, value: Option<i64>) -> Self {
        let none = Self::default();
        match (state, value) {
            (CellState::Value, Some(total)) => Self { total, valued: 1, ..none },
            (CellState::Value | CellState::NotReported, _) => Self { not_reported: 1, ..none },
            (CellState::NotObliged, _) => Self { not_obliged: 1, ..none },
            (CellState::NotApplicable, _) => Self { not_applicable: 1, ..none },
        }
    }

    fn add(&mut self, other: Self, sign: i64) {
        self.total = self.total.saturating_add(sign.saturating_mul(other.total));
        self.valued += sign * other.valued;
        self.not_reported += sign * other.not_reported;
        self.not_obliged += sign * other.not_obliged;
        self.not_applicable += sign * other.not_applicable;
    }
}

/// A cell as it was filed, of a line that is summed upwards.
#[derive(Clone, Debug)]
pub(super) struct Filed {
    pub(super) line: String,
    pub(super) measure: String,
    pub(super) source: Source,
    pub(super) state: CellState,
    pub(super) value: Option<i64>,
}

/// What a report shows the units above it of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    measure: String,
    /// With what it gathered from below.
    whole: Sum,
    /// What the unit said itself; none where it only passes on what others said.
    own: Option<Sum>,
}

/// What the cells of a version show, in the order in which they were written: of a line and a source the last one holds.
pub(super) fn shown(cells: &[Filed]) -> Vec<Shown> {
    let last = |line: &str, source| {
        cells.iter().rev().find(|cell| cell.line == line && cell.source == source)
    };
    let summed = cells.iter().filter(|cell| cell.source == Source::Summed);
    let show = |cell: &Filed| {
        let typed = last(&cell.line, Source::Typed).filter(|typed| typed.value.is_some());
        let own = match (typed, cell.value) {
            (Some(typed), _) => Some(Sum::of(typed.state, typed.value)),
            (None, Some(_)) => None,
            (None, None) => Some(Sum::of(cell.state, None)),
        };
        Shown { measure: cell.measure.clone(), whole: Sum::of(cell.state, cell.value), own }
    };
    let holds =
        |cell: &&Filed| last(&cell.line, Source::Summed).is_some_and(|l| std::ptr::eq(l, *cell));
    summed.filter(holds).map(show).collect()
}

/// A sum: the unit that sees it, the days (the last one is the first after), whose reports, of which measure.
pub(super) type SumKey = (Id, Day, Day, Reach, String);

/// By how much sums move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moves(BTreeMap<SumKey, Sum>);

impl Moves {
    /// Adds (`sign` 1) or takes away (−1) what a report shows at each unit above, the nearest first.
    pub(super) fn add(&mut self, above: &[Id], (from, to): (Day, Day), shown: &[Shown], sign: i64) {
        for (level, scope) in above.iter().enumerate() {
            for Shown { measure, whole, own } in shown {
                let mut move_by = |reach, sum| {
                    let key = (*scope, from, to, reach, measure.clone());
                    self.0.entry(key).or_default().add(sum, sign);
                };
                if level == 0 {
                    move_by(Reach::Below, *whole);
                }
                if let Some(own) = own {
                    move_by(Reach::All, *own);
                }
            }
        }
    }

    /// What does move.
    pub(super) fn settled(mut self) -> BTreeMap<SumKey, Sum> {
        self.0.retain(|_, sum| *sum != Sum::default());
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(source: Source, state: CellState, value: Option<i64>) -> Filed {
        let [line, measure] = ["1", "workers"].map(str::to_owned);
        Filed { line, measure, source, state, value }
    }

    #[test]
    fn a_cell_is_counted_in_its_state_and_only_a_value_adds_up() {
        for (state, value, expected) in [
            (CellState::Value, Some(7), Sum { total: 7, valued: 1, ..Sum::default() }),
            (CellState::NotReported, None, Sum { not_reported: 1, ..Sum::default() }),
            (CellState::NotObliged, None, Sum { not_obliged: 1, ..Sum::default() }),
            (CellState::NotApplicable, Some(3), Sum { not_applicable: 1, ..Sum::default() }),
        ] {
            assert_eq!(Sum::of(state, value), expected, "{state:?}");
        }
    }

    #[test]
    fn what_a_unit_only_passes_on_is_not_its_own() {
        let (typed, summed) = (Source::Typed, Source::Summed);
        let passed_on = shown(&[cell(summed, CellState::Value, Some(120))]);
        assert_eq!((passed_on[0].whole.total, passed_on[0].own), (120, None));
        let both = [
            cell(typed, CellState::Value, Some(5)),
            cell(typed, CellState::Value, Some(7)),
            cell(summed, CellState::Value, Some(127)),
        ];
        let both = shown(&both);
        assert_eq!((both.len(), both[0].whole.total), (1, 127));
        assert_eq!(both[0].own.unwrap().total, 7, "of what was typed the last holds");
        let silent = shown(&[cell(summed, CellState::NotObliged, None)]);
        assert_eq!(silent[0].own.unwrap().not_obliged, 1);
    }

    #[test]
    fn what_is_added_and_taken_away_again_leaves_nothing() {
        let report = shown(&[
            cell(Source::Typed, CellState::Value, Some(4)),
            cell(Source::Summed, CellState::Value, Some(4)),
        ]);
        let days = (Day::MIN, Day::MAX);
        let mut moves = Moves::default();
        moves.add(&[Id(2), Id(1)], days, &report, 1);
        let reach: Vec<_> = moves.0.keys().map(|key| (key.0, key.3)).collect();
        assert_eq!(reach, [(Id(1), Reach::All), (Id(2), Reach::All), (Id(2), Reach::Below)]);
        moves.add(&[Id(2), Id(1)], days, &report, -1);
        assert!(moves.settled().is_empty());
    }
}
