//! Two answers side by side. Pure: figures in; differences and exact changes out.

use super::model::{Figure, FigureSet};

/// Two questions answered, and how the first differs from the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What is looked at.
    pub first: FigureSet,
    /// What it is compared with.
    pub second: FigureSet,
    /// One for every indicator, in their printed order.
    pub differences: Vec<Difference>,
}

/// How one figure differs from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The indicator.
    pub indicator: &'static str,
    /// The first less the second, where both have a value.
    pub by: Option<i64>,
    /// The difference over the second, exact; none where the second is nothing, or less: a share of it says nothing.
    pub change: Option<[i64; 2]>,
}

impl Comparison {
    /// Compares two answers to the same indicators.
    pub(super) fn of(first: FigureSet, second: FigureSet) -> Self {
        let pairs = first.figures.iter().zip(&second.figures);
        let differences = pairs.map(|(first, second)| difference(first, second)).collect();
        Self { first, second, differences }
    }
}

fn difference(first: &Figure, second: &Figure) -> Difference {
    let both = first.value.zip(second.value);
    let by = both.and_then(|(first, second)| first.checked_sub(second));
    let change = by.zip(second.value).filter(|(_, base)| *base > 0).map(|(by, base)| [by, base]);
    Difference { indicator: first.indicator, by, change }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::State;

    fn figure(value: Option<i64>) -> Figure {
        let state = if value.is_some() { State::Value } else { State::NotApplicable };
        Figure {
            indicator: "members.admitted",
            name: "",
            state,
            value,
            target: None,
            ratio: None,
            percent: None,
            percent_vi: None,
            remaining: None,
            pace: None,
            target_period: None,
            population: None,
            stated: None,
        }
    }

    #[test]
    fn a_change_is_an_exact_fraction_and_there_is_none_of_nothing() {
        for (first, second, by, change) in [
            (Some(1_548), Some(1_400), Some(148), Some([148, 1_400])),
            (Some(5), Some(9), Some(-4), Some([-4, 9])),
            (Some(5), Some(0), Some(5), None),
            (Some(5), Some(-2), Some(7), None),
            (Some(5), None, None, None),
            (Some(i64::MAX), Some(-1), None, None),
        ] {
            let told = difference(&figure(first), &figure(second));
            assert_eq!((told.by, told.change), (by, change), "{first:?} {second:?}");
        }
    }
}
