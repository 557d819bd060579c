//! The targets of one unit: asked, done, rate, result, what was shared out below, and every decision.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::{Figure, FigureSet, figures, find_indicator};
use domain::targets::{ChildSum, Revision, history};
use kernel::{Id, Period, Power};
use maud::{Markup, html};

use super::cascaded::{cascaded, periods};
use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{fig, meter};
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::words as common;

struct Shown {
    set: FigureSet,
    /// What was asked of the units below, with the period it was asked for.
    below: Vec<(String, ChildSum)>,
    decided: Vec<Decided>,
}

/// A decision with the period it is about.
struct Decided {
    period: Period,
    told: Revision,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (shown, head) = visit.steady(|| gather(visit, &question, &place))?;
    let say = question.say;
    let with_target: Vec<&Figure> =
        shown.set.figures.iter().filter(|figure| figure.target.is_some()).collect();
    let met = with_target.iter().filter(|figure| is_met(figure)).count();
    let title = say.fill(words::TITLE, &[("period", &say.period(question.period))]);
    let (met, all) = (met.to_string(), with_target.len().to_string());
    let places = [("unit", &*place.card.name), ("met", &met), ("all", &all)];
    let lead = if with_target.is_empty() { words::LEAD_NONE } else { words::LEAD };
    let may_set = visit.actor.may(Power::SetTargets);
    let content = html! {
        div.head {
            div { h1 { (title) } p { (say.fill(lead, &places)) } }
            div.acts {
                (crate::print::button(visit, crate::print::TARGETS))
                @if may_set { a.btn.main href=(question.to("/targets/grid")) { (say.text(words::EDIT)) } }
            }
        }
        div.gap {
            section.sheet {
                @if with_target.is_empty() {
                    div.empty { p { (say.text(if may_set { words::EMPTY_DO } else { common::NO_TARGETS_WAIT })) } }
                } @else {
                    (table(&question, &shown, &with_target))
                }
            }
            @if !shown.decided.is_empty() { (changes(say, &shown.decided)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

fn gather(visit: &Visit, question: &Question, place: &Place) -> Result<Shown, Problem> {
    let unit = place.card.id;
    let set = figures(&visit.app, &visit.actor, &question.query(&place.card.code))?;
    Ok(Shown {
        below: cascaded(visit, unit, &set)?,
        decided: decided(visit, question, unit, &set)?,
        set,
    })
}

/// What was decided of each figure for the period of its own target; for one without a target, for the period asked,
/// where it may have been taken back.
fn decided(
    visit: &Visit,
    question: &Question,
    unit: Id,
    set: &FigureSet,
) -> Result<Vec<Decided>, Problem> {
    let own = |indicator: &str| {
        let figure = set.figures.iter().find(|figure| figure.indicator == indicator)?;
        Period::parse(figure.target_period.as_deref()?).ok()
    };
    let mut asked: Vec<Period> = periods(set).into_iter().map(|(_, period)| period).collect();
    if !asked.contains(&question.period) {
        asked.push(question.period);
    }
    let mut found = Vec::new();
    for period in asked {
        let told = history(&visit.app, &visit.actor, unit, period)?.into_iter();
        let told = told.filter(|told| {
            own(&told.indicator).map_or(period == question.period, |own| own == period)
        });
        found.extend(told.map(|told| Decided { period, told }));
    }
    found.sort_by_key(|each| std::cmp::Reverse(each.told.recorded_at));
    Ok(found)
}

fn is_met(figure: &Figure) -> bool {
    figure.value.zip(figure.target).is_some_and(|(value, target)| value >= target)
}

fn table(question: &Question, shown: &Shown, rows: &[&Figure]) -> Markup {
    let say = question.say;
    let heads = [words::ASKED, words::DONE, words::RATE].map(|head| say.text(head));
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::INDICATOR)) }
            thead { tr {
                th scope="col" { (say.text(words::INDICATOR)) }
                @for head in heads { th.n scope="col" { (head) } }
                th.bar-col scope="col" { span.vh { (say.text(words::RATE)) } }
                th scope="col" { (say.text(words::BELOW_SUM)) }
                th scope="col" { (say.text(words::RESULT)) }
            } }
            tbody { @for figure in rows { (row(question, shown, figure)) } }
        } }
    }
}

fn row(question: &Question, shown: &Shown, figure: &Figure) -> Markup {
    let say = question.say;
    let percent = say.percent(figure).unwrap_or_else(|| "–".to_owned());
    let target = figure.target.unwrap_or_default();
    let below = shown.below.iter().find(|(period, sum)| {
        Some(period) == figure.target_period.as_ref()
            && sum.indicator == figure.indicator
            && sum.units > 0
    });
    html! { tr {
        th scope="row" { (name(say, figure.indicator)) }
        td.n data-l=(say.text(words::ASKED)) { (say.number(target)) }
        td.n data-l=(say.text(words::DONE)) { (fig(question, figure)) }
        td.n data-l=(say.text(words::RATE)) { b { (percent) } }
        td.off { @if let Some([done, planned]) = figure.ratio { (meter(done, planned, &percent)) } }
        td data-l=(say.text(words::BELOW_SUM)) {
            @match below {
                Some((_, sum)) => (shared(say, target, sum)),
                None => span.dim { "–" },
            }
        }
        td data-l=(say.text(words::RESULT)) { (result(say, question, figure)) }
    } }
}

/// The name of an indicator in the reader's language.
pub(super) fn name(say: Say, code: &str) -> String {
    find_indicator(code).map_or_else(|| code.to_owned(), |found| say.text(found.name).to_owned())
}

fn shared(say: Say, target: i64, sum: &ChildSum) -> Markup {
    let (total, units) = (say.number(sum.sum), say.number(sum.units));
    let left = target - sum.sum;
    html! {
        (say.fill(words::OF_N_UNITS, &[("sum", &total), ("n", &units)]))
        @if left != 0 {
            small.under.warn {
                (say.fill(
                    if left > 0 { words::LEFT_TO_SHARE } else { words::SHARED_BEYOND },
                    &[("n", &say.number(left.abs()))],
                ))
            }
        }
    }
}

fn result(say: Say, question: &Question, figure: &Figure) -> Markup {
    let (value, target) = (figure.value.unwrap_or_default(), figure.target.unwrap_or_default());
    let period = figure.target_period.as_deref().and_then(|code| Period::parse(code).ok());
    let runs = period.is_some_and(|period| question.last_day() < period.last());
    let pace = figure.pace.unwrap_or_default();
    html! {
        @if value > target { span.tag.good { (say.text(words::BEYOND)) } }
        @else if value == target { span.tag.good { (say.text(words::MET)) } }
        @else if !runs { span.tag.warn { (say.text(words::NOT_MET)) } }
        @else if value < pace {
            span.tag.warn { (say.text(words::BEHIND)) }
            small.under.mut { (say.fill(words::PACE, &[("n", &say.number(pace))])) }
        }
        @else { span.mut { (say.text(words::RUNNING)) } }
    }
}

/// Every decision, the latest first; what it replaced is struck through beside it.
fn changes(say: Say, decided: &[Decided]) -> Markup {
    let before = |place: usize| {
        let own = &decided[place];
        decided[place + 1..]
            .iter()
            .find(|each| each.period == own.period && each.told.indicator == own.told.indicator)
            .and_then(|each| each.told.value)
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::HISTORY)) } }
            div.pad { ol.tl { @for (place, Decided { period, told: each }) in decided.iter().enumerate() { li {
                time { (each.issued_on.as_deref().map_or_else(|| say.day(each.recorded_at.day()), |day| say.day_text(day))) }
                div {
                    b { (name(say, &each.indicator)) ", " (say.period(*period)) ": " }
                    @if let Some(old) = before(place) { del { (say.number(old)) } " " }
                    @match each.value {
                        Some(value) => ins { (say.number(value)) },
                        None => ins { (say.text(words::TAKEN_BACK)) },
                    }
                    small.under {
                        (each.number.as_deref().unwrap_or(say.text(words::NO_PAPER)))
                        @if let Some(issuer) = each.issuer.as_deref().filter(|issuer| !issuer.is_empty()) { ", " (issuer) }
                        ". " (say.fill(words::RECORDED, &[("when", &say.moment(each.recorded_at)), ("who", &each.actor)]))
                    }
                }
            } } } }
        }
    }
}
