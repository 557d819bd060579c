//! The periods for which a unit's figures have targets, and what was asked of the units below for each.

use domain::figures::FigureSet;
use domain::targets::{ChildSum, children_sum};
use kernel::{Id, Period};

use crate::problem::Problem;
use crate::site::Visit;

/// The periods of the targets that figures are measured against, as codes, each once.
pub(super) fn periods(set: &FigureSet) -> Vec<(&str, Period)> {
    let mut codes: Vec<&str> =
        set.figures.iter().filter_map(|figure| figure.target_period.as_deref()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().filter_map(|code| Some((code, Period::parse(code).ok()?))).collect()
}

/// For each period for which the unit has a target: what was asked of the units below. Targets that the figures are
/// not measured against say nothing beside them either.
pub(crate) fn cascaded(
    visit: &Visit,
    unit: Id,
    set: &FigureSet,
) -> Result<Vec<(String, ChildSum)>, Problem> {
    let mut found = Vec::new();
    for (code, period) in periods(set) {
        let sums = children_sum(&visit.app, &visit.actor, unit, period)?;
        found.extend(sums.into_iter().map(|sum| (code.to_owned(), sum)));
    }
    Ok(found)
}
