//! What stands beside figures: who was obliged, and what units state without records.

use db::Tx;
use kernel::Period;

use crate::figures::model::{Figure, Query, Scope, State};
use crate::obligations::{self, Population};
use crate::{App, Result, activities};

/// The year of a question that asks for a whole calendar year, up to any of its days.
fn year_of(query: &Query) -> Option<i16> {
    let year = query.period.from.year();
    (Period::year(year) == Some(query.period)).then_some(year)
}

/// Gives the figures that count something owed their populations, and two different populations a note that shows both.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    app: &App,
    scope: &Scope,
    query: &Query,
    figures: &mut [Figure],
    notes: &mut Vec<String>,
) -> Result<()> {
    let Some(year) = year_of(query).filter(|_| !scope.external) else { return Ok(()) };
    for figure in figures.iter_mut().filter(|figure| figure.state == State::Value) {
        let (scope, by) = ((scope.id, year), query.days().last());
        let told = obligations::population_of(tx, app, figure.indicator, scope, by)?;
        let Some(population) = told else { continue };
        measure(figure, population);
    }
    notes.extend(differ(figures));
    Ok(())
}

/// The ratio is held over obliged, unless a target was set: then the target stays the measure.
fn measure(figure: &mut Figure, population: Population) {
    let counts = population.counts;
    let owes_nothing = counts.obliged == 0 && counts.headcount_unknown == 0;
    if owes_nothing && figure.value == Some(0) {
        (figure.state, figure.value) = (State::NotObliged, None);
    }
    if figure.target.is_none() && counts.obliged > 0 {
        let fraction = vietnamese::number::Fraction::new(counts.held, counts.obliged);
        figure.ratio = Some([counts.held, counts.obliged]);
        figure.percent = fraction.map(|each| each.percent_machine(2));
        figure.percent_vi = fraction.map(|each| each.percent_text(2));
    }
    figure.population = Some(population);
}

/// Figures of different populations are never silently put side by side.
fn differ(figures: &[Figure]) -> Option<String> {
    let told: Vec<(&str, &Population)> = figures
        .iter()
        .filter_map(|figure| Some((figure.name, figure.population.as_ref()?)))
        .filter(|(_, population)| population.counts.obliged > 0)
        .collect();
    let (_, first) = told.first()?;
    if told.iter().all(|(_, each)| each.counts.obliged == first.counts.obliged) {
        return None;
    }
    let number = vietnamese::number::format_integer;
    let each: Vec<String> = told
        .iter()
        .map(|(name, each)| {
            format!("{name}: {} ({})", number(each.counts.obliged), each.definition)
        })
        .collect();
    Some(format!("Số đơn vị phải tổ chức khác nhau vì khác diện. {}.", each.join("; ")))
}

/// Puts what the unit states beside what the registers count.
pub(super) fn set_beside(
    tx: &mut Tx<'_>,
    app: &App,
    scope: &Scope,
    query: &Query,
    known_to: i64,
    figures: &mut [Figure],
) -> Result<()> {
    if query.is_of_a_column() {
        return Ok(());
    }
    let rows = activities::stated_of(tx, app.federation, scope.id, query.period, known_to)?;
    for (indicator, value, reason, actor) in rows {
        let Some(figure) = figures.iter_mut().find(|figure| figure.indicator == indicator) else {
            continue;
        };
        let difference = value - figure.value.unwrap_or_default();
        figure.stated = Some(activities::Stated { value, difference, reason, actor });
    }
    Ok(())
}
