//! Results against targets: bar, exact numbers, percentage, what is left, and what was asked of the
//! units below.

use domain::figures::{Figure, FigureSet};
use domain::targets::ChildSum;
use kernel::{Period, Power};
use maud::{Markup, html};

use super::answers;
use super::overview::Shown;
use crate::address::Question;
use crate::parts::{fig, meter, number_link};
use crate::say::Say;
use crate::site::Visit;
use crate::words;

/// The sheet.
pub(super) fn sheet(visit: &Visit, question: &Question, shown: &Shown) -> Markup {
    let say = question.say;
    let may_set = visit.actor.may(Power::SetTargets);
    let with_target: Vec<&Figure> =
        shown.set.figures.iter().filter(|figure| figure.target.is_some()).collect();
    html! {
        section.sheet aria-labelledby="chi-tieu" {
            header { h2 id="chi-tieu" { (say.text(words::AGAINST_TARGET)) } }
            @if shown.set.targets_withheld {
                p.pad.mut { (say.text(words::TARGETS_WITHHELD)) ". "
                    span lang="vi" { (shown.set.notes.last().map_or("", String::as_str)) } }
            } @else if with_target.is_empty() {
                div.empty {
                    h3 { (say.text(words::NO_TARGETS)) }
                    p { (say.text(if may_set { words::NO_TARGETS_DO } else { words::NO_TARGETS_WAIT })) }
                }
            } @else {
                div.pad {
                    ul.tgts { @for figure in &with_target { (row(question, &shown.cascaded, figure)) } }
                    p.key-list.legend {
                        span { i {} (say.text(words::DONE)) }
                        span { i.b {} (say.text(words::BEYOND)) }
                        span { (say.text(words::TARGET_MARK)) }
                    }
                }
            }
        }
    }
}

/// Each figure that has a target, for pages beside the overview.
pub(crate) fn rows(question: &Question, set: &FigureSet) -> Markup {
    let with_target = set.figures.iter().filter(|figure| figure.target.is_some());
    html! { ul.tgts { @for figure in with_target { (row(question, &[], figure)) } } }
}

fn row(question: &Question, cascaded: &[(String, ChildSum)], figure: &Figure) -> Markup {
    let say = question.say;
    let percent = say.percent(figure);
    html! {
        li.tgt {
            span { (answers::name(say, figure.indicator)) small.under { (beneath(question, cascaded, figure)) } }
            span {
                @if let (Some([done, planned]), Some(percent)) = (figure.ratio, &percent) {
                    (meter(done, planned, percent))
                }
            }
            span.n.mut {
                (fig(question, figure)) "/"
                @if let Some(target) = figure.target { (number_link(question, figure.indicator, target)) }
            }
            b.n { (percent.as_deref().unwrap_or("–")) }
        }
    }
}

/// What is left or beyond, the even pace while the period runs, the targets of the units below.
fn beneath(question: &Question, cascaded: &[(String, ChildSum)], figure: &Figure) -> String {
    let say = question.say;
    let mut parts = Vec::new();
    let period = figure.target_period.as_deref().and_then(|code| Period::parse(code).ok());
    if let Some(period) = period.filter(|period| *period != question.period) {
        parts.push(say.fill(words::TARGET_FOR, &[("period", &say.period(period))]));
    }
    if let (Some(value), Some(target)) = (figure.value, figure.target) {
        parts.push(distance(say, value - target));
        let runs_on = period.is_some_and(|period| question.last_day() < period.last());
        if let Some(pace) = figure.pace.filter(|_| runs_on && value < target) {
            parts.push(say.fill(words::PACE, &[("n", &say.number(pace))]));
        }
    }
    let below = cascaded.iter().find(|(code, sum)| {
        sum.indicator == figure.indicator && Some(code) == figure.target_period.as_ref()
    });
    if let Some((_, sum)) = below.filter(|(_, sum)| sum.units > 0) {
        let (units, total) = (say.number(sum.units), say.number(sum.sum));
        parts.push(say.fill(words::CASCADED, &[("units", &units), ("sum", &total)]));
    }
    parts.join(" · ")
}

/// How far a result is from its target.
pub(super) fn distance(say: Say, beyond: i64) -> String {
    match beyond {
        0 => say.text(words::REACHED).to_owned(),
        up if up > 0 => say.fill(words::EXCEEDED, &[("n", &say.number(up))]),
        short => say.fill(words::REMAINING, &[("n", &say.number(-short))]),
    }
}
