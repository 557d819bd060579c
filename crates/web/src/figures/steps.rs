//! The four steps of a trace: the number, the formula, the postings, the people and papers.

use domain::figures::{Figure, TraceLine, What};
use maud::{Markup, html};

use super::answers;
use super::targets::distance;
use super::trace::{ALL_VIEWS, LINES_AT_ONCE, Traced};
use crate::address::Question;
use crate::frame;
use crate::parts::{Page, fig, pager, state_of};
use crate::say::Say;
use crate::site::Visit;
use crate::words;

/// 1: the number, and for a ratio the exact value before rounding.
pub(super) fn number(question: &Question, traced: &Traced) -> Markup {
    let say = question.say;
    let figure = answers::of(&traced.set, traced.indicator.code);
    html! {
        h3 { (say.text(words::FIGURE)) }
        p.sum {
            @if let Some(figure) = figure {
                @match (figure.ratio, say.percent(figure)) {
                    (Some([done, planned]), Some(percent)) => {
                        span.frac { span { (say.number(done)) } span { (say.number(planned)) } }
                        " = " span.mut { (say.exact_percent(done, planned).unwrap_or_default()) }
                        " → " b.grand { (percent) }
                    }
                    _ => {
                        @match figure.value {
                            Some(value) => b.grand { (say.number(value)) },
                            None => (state_of(say, figure.state)),
                        }
                    }
                }
            }
        }
        p.chips {
            span.tag.good { (say.text(words::FROM_BOOKS)) }
            @if figure.is_some_and(|figure| figure.ratio.is_some()) {
                span.tag.flat { (say.text(words::HALF_UP)) }
            }
        }
    }
}

/// 2: what is counted, from which accounts, against which target, and in the other views.
pub(super) fn formula(visit: &Visit, question: &Question, traced: &Traced) -> Markup {
    let say = question.say;
    let code = say.fill(words::INDICATOR_CODE, &[("code", traced.indicator.code)]);
    let figure = answers::of(&traced.set, traced.indicator.code);
    html! {
        h3 { (say.text(words::FORMULA)) " " small.mut { (code) } }
        dl.kv {
            dt { (say.text(words::COUNTS)) }
            dd lang="vi" { (traced.indicator.meaning) }
            dt { (say.text(words::LEDGER_ACCOUNTS)) }
            dd { (accounts(say, traced)) }
            @if let Some(figure) = figure { (against_target(question, traced, figure)) (beside(question, figure)) }
        }
        details.more open {
            summary { (say.text(words::THREE_VIEWS)) }
            (three_views(visit, question, traced))
        }
    }
}

/// The formula in words: which accounts, and whether a balance or what the period counted.
fn accounts(say: Say, traced: &Traced) -> String {
    let names: Vec<&str> = traced
        .indicator
        .accounts()
        .iter()
        .filter_map(|account| account.definition())
        .map(|definition| say.text(definition.name))
        .collect();
    let all = names.join("”, “");
    match traced.indicator.what {
        What::Opening(_) => say.fill(words::STOCK_BEFORE, &[("accounts", &all)]),
        What::Closing(_) => say.fill(words::STOCK_AT_END, &[("accounts", &all)]),
        What::During(_) => say.fill(words::SUM_DURING, &[("accounts", &all)]),
        What::Rest(_, _) => {
            let [whole, part] = [0, 1].map(|place| names.get(place).copied().unwrap_or_default());
            say.fill(words::REST_DURING, &[("all", whole), ("part", part)])
        }
    }
}

fn against_target(question: &Question, traced: &Traced, figure: &Figure) -> Markup {
    let say = question.say;
    let period = figure.target_period.as_deref();
    let period = period.and_then(|code| kernel::Period::parse(code).ok());
    html! {
        @if let (Some(target), Some(period)) = (figure.target, period) {
            dt { (say.text(words::TARGET)) ": " (say.number(target)) }
            dd {
                (say.fill(words::SET_FOR, &[("period", &say.period(period))]))
                @if let Some(sum) = &traced.cascaded {
                    @let (units, total) = (say.number(sum.units), say.number(sum.sum));
                    small.mut { "; " (say.fill(words::CASCADED, &[("units", &units), ("sum", &total)])) }
                }
            }
            @if let Some(value) = figure.value {
                dt { (say.text(words::AGAINST_IT)) }
                dd { (distance(say, value - target)) }
            }
            @if let Some(pace) = figure.pace.filter(|_| question.last_day() < period.last()) {
                dt { (say.text(words::EVEN_PACE)) ": " (say.number(pace)) }
                dd { (say.fill(words::EVEN_PACE_SAYS, &[("day", &say.day(question.last_day()))])) }
            }
        }
    }
}

/// Who was obliged, with the way to their list; and what the unit states itself.
fn beside(question: &Question, figure: &Figure) -> Markup {
    let say = question.say;
    html! {
        @if let Some(population) = &figure.population {
            @let list = question.to(&format!("/obligations/{}", population.obligation));
            dt { (say.text(words::WHO_IS_OBLIGED)) ": " a.fig href=(list) { (say.number(population.counts.obliged)) } }
            dd lang="vi" { (population.definition) small.under.mut { (population.source) } }
        }
        @if let Some(stated) = &figure.stated {
            dt { (say.text(words::STATED_BY_THE_UNIT)) ": " (say.number(stated.value)) }
            dd lang="vi" { (say.signed(stated.difference)) ": " (stated.reason) ", " (stated.actor) }
        }
    }
}

fn three_views(visit: &Visit, question: &Question, traced: &Traced) -> Markup {
    let say = question.say;
    let all = question.to_with(&visit.path, &[ALL_VIEWS]);
    html! {
        table.dense.half {
            caption.vh { (say.text(words::THREE_VIEWS)) }
            tbody { @for (view, figure) in &traced.views {
                @let seen = question.in_view(*view);
                tr aria-current=[(*view == question.view).then_some("true")] {
                    th scope="row" { (frame::view_name(say, *view))
                        small.under { (frame::view_hint(say, *view)) } }
                    @match figure {
                        Some(figure) => {
                            td.n { (fig(&seen, figure)) }
                            td.n.mut { (say.percent(figure).unwrap_or_default()) }
                        }
                        None => td.n colspan="2" { a href=(all) { (say.text(words::WORK_OUT)) } },
                    }
                }
            } }
        }
    }
}

/// 3: the lines behind the number, a page at a time, and whether they add up to it.
pub(super) fn postings(visit: &Visit, question: &Question, traced: &Traced) -> Markup {
    let say = question.say;
    let lines = &traced.trace.lines;
    html! {
        h3 { (say.text(words::POSTINGS)) " " small.mut { (range(question, traced)) } }
        @if lines.is_empty() && traced.page == 1 {
            div.empty.plain { p { b { (say.text(words::NO_LINES)) } } p { (say.text(words::NO_LINES_DO)) } }
        } @else if lines.is_empty() {
            p.mut { (say.text(words::NO_MORE_LINES)) }
        } @else {
            div.tw.lines { (table(question, lines)) }
            p.small { (adds_up(say, traced)) }
        }
        @if traced.page > 1 || traced.trace.more {
            (pager(question, &visit.path, &Page {
                field: "page", number: traced.page, more: traced.trace.more,
                range: range(question, traced), keep: &[], anchor: "but-toan",
            }))
        }
    }
}

/// Which lines these are, and of how many where that was counted.
fn range(question: &Question, traced: &Traced) -> String {
    let say = question.say;
    let skipped = (traced.page - 1) * LINES_AT_ONCE;
    let count = traced.trace.lines.len();
    if count == 0 {
        return String::new();
    }
    let (first, last) = (say.number(skipped as i64 + 1), say.number((skipped + count) as i64));
    match traced.trace.total {
        Some(total) => {
            let total = say.number(total);
            say.fill(words::LINES_OF, &[("first", &first), ("last", &last), ("total", &total)])
        }
        None => say.fill(words::LINES, &[("first", &first), ("last", &last)]),
    }
}

fn adds_up(say: Say, traced: &Traced) -> Markup {
    let sum: i64 = traced.trace.lines.iter().map(|line| line.quantity).sum();
    let (shown, value) = (say.number(sum), say.number(traced.trace.value));
    let is_whole = traced.page == 1 && !traced.trace.more;
    html! {
        @if !is_whole {
            span.mut { (say.fill(words::PAGE_SUM, &[("sum", &shown)])) }
        } @else if sum == traced.trace.value {
            span.good { i.i.i-check aria-hidden="true" {} " " (say.fill(words::ADDS_UP, &[("sum", &shown)])) }
        } @else {
            span.warn { i.i.i-warn aria-hidden="true" {} " "
                (say.fill(words::ADDS_UP_NOT, &[("sum", &shown), ("value", &value)])) }
        }
    }
}

fn table(question: &Question, lines: &[TraceLine]) -> Markup {
    let say = question.say;
    html! {
        table.dense.stack {
            caption.vh { (say.text(words::POSTINGS)) }
            thead { tr {
                th.n scope="col" { (say.text(words::DAY_AND_NUMBER)) }
                th scope="col" { (say.text(words::WHO)) }
                th scope="col" { (say.text(words::WHAT)) }
                th.n scope="col" { (say.text(words::COUNT)) }
            } }
            tbody { @for line in lines { (row(question, line)) } }
        }
    }
}

fn row(question: &Question, line: &TraceLine) -> Markup {
    let say = question.say;
    html! {
        tr {
            td.n data-l=(say.text(words::DAY_AND_NUMBER)) { span { (say.day_text(&line.on))
                @if line.seq != 0 { small.under.dim { (say.number(line.seq)) } }
            } }
            th scope="row" { (who(question, line)) }
            td data-l=(say.text(words::WHAT)) { span lang="vi" { (line.event)
                small.under { (line.document.as_deref().unwrap_or(say.text(words::NO_PAPER))) }
                @if !line.actor.is_empty() { small.under.dim { (recorded(say, line)) } }
            } }
            td.n.bad[line.quantity < 0] data-l=(say.text(words::COUNT)) {
                span { (say.signed(line.quantity)) }
            }
        }
    }
}

/// When the books learned it, and from whom.
fn recorded(say: Say, line: &TraceLine) -> String {
    let when = say.moment_text(&line.recorded_at);
    let places = [("when", &*when), ("who", &line.actor)];
    say.fill(words::RECORDED, &places)
}

/// The person with the given name in bold, and the unit; or the unit alone.
fn who(question: &Question, line: &TraceLine) -> Markup {
    let unit = question.of_unit(&line.unit_code).to("/");
    html! {
        @match &line.person {
            Some(person) => {
                (person_name(person))
                small.under { a href=(unit) { (line.unit) } }
            }
            None => a href=(unit) { (line.unit) },
        }
    }
}

fn person_name(name: &str) -> Markup {
    html! {
        @match name.rsplit_once(' ') {
            Some((family, given)) => { (family) " " b { (given) } }
            None => b { (name) },
        }
    }
}

/// 4: the papers, recorders and units of the lines shown.
pub(super) fn people_and_papers(question: &Question, traced: &Traced) -> Markup {
    let say = question.say;
    let lines = &traced.trace.lines;
    let papers = tally(lines, |line| line.document.as_deref());
    let recorders = tally(lines, |line| Some(line.actor.as_str()).filter(|name| !name.is_empty()));
    let units = tally(lines, |line| Some(line.unit.as_str()));
    let title = |text, count: usize| say.fill(text, &[("n", &say.number(count as i64))]);
    html! {
        h3 { (say.text(words::PEOPLE_AND_PAPERS)) " " small.mut { (say.text(words::ON_THIS_PAGE)) } }
        ul.rows.ends {
            li { i.i.i-file.dim aria-hidden="true" {}
                @if papers.is_empty() { span { (say.text(words::PAPERS_NONE)) } }
                @else { span { (title(words::PAPERS, papers.len())) (named(say, &papers)) } } }
            @if !recorders.is_empty() {
                li { i.i.i-check.dim aria-hidden="true" {}
                    span { (title(words::RECORDERS, recorders.len())) (named(say, &recorders)) } }
            }
            @if !units.is_empty() {
                li { i.i.i-ring.dim aria-hidden="true" {}
                    span { (title(words::UNITS_IN_LINES, units.len())) (named(say, &units)) } }
            }
        }
    }
}

/// How many lines name each, most first; of equals the first named first.
fn tally<'l>(
    lines: &'l [TraceLine],
    what: impl Fn(&'l TraceLine) -> Option<&'l str>,
) -> Vec<(&'l str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for name in lines.iter().filter_map(what) {
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// The first few with their numbers of lines.
fn named(say: Say, counts: &[(&str, usize)]) -> Markup {
    const NAMED: usize = 5;
    html! {
        small lang="vi" {
            @for (place, (name, count)) in counts.iter().take(NAMED).enumerate() {
                @if place > 0 { "; " }
                (name) " (" (say.fill(words::LINES_N, &[("n", &say.number(*count as i64))])) ")"
            }
            @if counts.len() > NAMED { "; …" }
        }
    }
}
