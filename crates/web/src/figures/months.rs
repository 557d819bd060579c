//! Members admitted month by month in the year asked about, added up, against the target and the
//! year before.

use domain::figures::{FigureSet, monthly};
use kernel::{Period, UnitKind};
use ledger::views::View;
use maud::{Markup, html};

use super::answers;
use crate::address::Question;
use crate::parts::{Chart, Mark, chart};
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::words;

const INDICATOR: &str = "members.admitted";

/// A year of admissions.
pub(super) struct Months {
    year: i16,
    /// Admitted in each month that is over or running.
    each: Vec<i64>,
    /// The twelve months of the year before.
    before: Vec<i64>,
    /// The target of the whole year.
    target: Option<i64>,
}

/// Gathers the year; none where months are not kept: below a scope, in another view, or as known
/// earlier.
pub(super) fn gather(
    visit: &Visit,
    question: &Question,
    place: &Place,
    set: &FigureSet,
) -> Result<Option<Months>, Problem> {
    let year = question.period.from.year();
    let keeps_months = matches!(
        place.card.kind,
        UnitKind::Confederation
            | UnitKind::Province
            | UnitKind::Sector
            | UnitKind::District
            | UnitKind::WardUnion
    );
    let is_plain = question.view == View::Was
        && question.known_at.is_none()
        && question.column_names().is_empty();
    if !keeps_months || !is_plain || question.period.last().year() != year || year < 2 {
        return Ok(None);
    }
    let shown = months_shown(question, year);
    if shown == 0 {
        return Ok(None);
    }
    let of_year = |year| monthly(&visit.app, &visit.actor, place.card.id, INDICATOR, year);
    let mut each = of_year(year)?;
    each.truncate(shown);
    let target = answers::of(set, INDICATOR)
        .filter(|figure| figure.target_period.as_deref() == Some(&format!("{year:04}")))
        .and_then(|figure| figure.target);
    Ok(Some(Months { year, each, before: of_year(year - 1)?, target }))
}

/// Months whose every day is counted; the running month counts up to today, since no later day can
/// be in the books.
fn months_shown(question: &Question, year: i16) -> usize {
    let last = question.last_day();
    let is_counted = |month: &usize| {
        let code = format!("{year:04}-{month:02}");
        Period::parse(&code).is_ok_and(|month| {
            month.last() <= last || (month.contains(last) && last >= question.today)
        })
    };
    (1..=12).filter(is_counted).count()
}

fn added_up(months: &[i64]) -> Vec<i64> {
    months
        .iter()
        .scan(0, |sum, month| {
            *sum += month;
            Some(*sum)
        })
        .collect()
}

/// The sheet: the picture, and the same numbers as a table.
pub(super) fn sheet(say: Say, months: &Months) -> Markup {
    let line = added_up(&months.each);
    let before = added_up(&months.before);
    let has_before = before.last().is_some_and(|sum| *sum != 0);
    let [this_year, last_year] = [months.year, months.year - 1].map(|year| year.to_string());
    let names = [&this_year, &last_year].map(|year| say.fill(words::YEAR_N, &[("year", year)]));
    let finding = finding(say, months, &line, has_before.then_some(&before[..]));
    let picture = Chart {
        title: &finding,
        line: &line,
        before: has_before.then_some(&before[..]),
        target: months.target.map(|value| {
            let name = say.fill(words::TARGET_LINE, &[("n", &say.number(value))]);
            Mark { value, name }
        }),
        names,
    };
    html! {
        section.sheet aria-labelledby="theo-thang" {
            header { h2 id="theo-thang" { (say.text(words::BY_MONTH)) } }
            div.pad {
                (chart(say, &picture))
                details.more { summary { (say.text(words::SEE_NUMBERS)) }
                    (table(say, months, &line, has_before.then_some(&before[..])))
                }
            }
        }
    }
}

/// The finding of the picture in words.
fn finding(say: Say, months: &Months, line: &[i64], before: Option<&[i64]>) -> String {
    let end = line.last().copied().unwrap_or_default();
    let (year, month, n) = (months.year.to_string(), line.len().to_string(), say.number(end));
    let mut sentences =
        vec![say.fill(words::CHART_SAYS, &[("year", &year), ("month", &month), ("n", &n)])];
    if let Some(target) = months.target {
        sentences.push(say.fill(words::CHART_SAYS_TARGET, &[("n", &say.number(target))]));
    }
    if let Some(sum) = before.and_then(<[i64]>::last) {
        let (year, n) = ((months.year - 1).to_string(), say.number(*sum));
        sentences.push(say.fill(words::CHART_SAYS_BEFORE, &[("year", &year), ("n", &n)]));
    }
    sentences.join(" ")
}

fn table(say: Say, months: &Months, line: &[i64], before: Option<&[i64]>) -> Markup {
    html! {
        table.dense {
            caption.vh { (say.text(words::BY_MONTH)) }
            thead { tr {
                th scope="col" { (say.text(words::MONTH)) }
                th.n scope="col" { (say.text(words::IN_MONTH)) }
                th.n scope="col" { (say.text(words::ADDED_UP)) }
                @if before.is_some() { th.n scope="col" { (say.text(words::YEAR_BEFORE)) } }
            } }
            tbody { @for (month, (each, sum)) in months.each.iter().zip(line).enumerate() { tr {
                th scope="row" { (month + 1) }
                td.n { (say.number(*each)) }
                td.n { (say.number(*sum)) }
                @if let Some(before) = before {
                    td.n.mut { (before.get(month).map(|sum| say.number(*sum)).unwrap_or_default()) }
                }
            } } }
        }
    }
}
