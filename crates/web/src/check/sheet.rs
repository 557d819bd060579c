//! The sheet of a check: what was found, the worst first, each with its verdict, what it should say, and why.

use maud::{Markup, html};
use proof::{Found, Verdict};

use super::books::Said;
use super::marked::class;
use super::words;
use crate::address::Question;
use crate::figures::name as name_of;
use crate::parts::number_link;
use crate::say::Say;

/// Entries of the sheet at most.
pub(super) const ENTRIES: usize = 1_000;

/// What a verdict is called.
pub(super) fn name(say: Say, verdict: Verdict) -> &'static str {
    say.text(match verdict {
        Verdict::Right => words::RIGHT,
        Verdict::Rounded => words::ROUNDED,
        Verdict::Truncated => words::TRUNCATED,
        Verdict::Wrong => words::WRONG,
        Verdict::Impossible => words::IMPOSSIBLE,
        Verdict::Doubtful => words::DOUBTFUL,
    })
}

/// The order of the sheet: what must be mended, what should be looked at, what holds; each in the order of the text.
pub(super) fn rank(found: &Found) -> u8 {
    match class(found.finding.verdict) {
        "bad" => 0,
        "warn" => 1,
        _ => 2,
    }
}

/// The sheet. Each entry comes with what the books say of it.
pub(super) fn sheet(
    question: &Question,
    numbered: &[(&Found, Option<Said>)],
    more: usize,
    unit: &str,
) -> Markup {
    let say = question.say;
    let period = say.period(question.period);
    let compared = numbered.iter().any(|(_, said)| said.is_some());
    html! {
        section.sheet aria-labelledby="phieu-soat" {
            header { h2 id="phieu-soat" { (say.text(words::SHEET)) } }
            @if numbered.is_empty() {
                p.pad.mut { (say.text(words::NOTHING_FOUND)) }
            } @else {
                ol.rules { @for (place, found) in numbered.iter().enumerate() { (entry(question, place + 1, found)) } }
            }
            @if compared { footer { (say.fill(words::COMPARED, &[("unit", unit), ("period", &period)])) } }
            @if more > 0 { footer { (say.fill(words::MORE_FOUND, &[("n", &say.number(more as i64))])) } }
        }
    }
}

fn entry(question: &Question, number: usize, (found, said): &(&Found, Option<Said>)) -> Markup {
    let say = question.say;
    let finding = &found.finding;
    let class = class(finding.verdict);
    let expected = finding.expected.as_deref().filter(|_| finding.verdict.is_alarm());
    html! {
        li class=(class) id={ "l" (number) } {
            span.v aria-hidden="true" {}
            span { a href={ "#t" (number) } { (number) ". " span lang="vi" { (finding.text) } }
                @if let Some(expected) = expected {
                    " → " b lang="vi" { span.vh { (say.text(words::SHOULD_SAY)) " " } (expected) }
                }
            }
            span class={ "tag " (class) } { (name(say, finding.verdict)) }
            small lang="vi" { (finding.why) }
            @if let Some(said) = said { small { (of_books(question, said)) } }
            small.mut { (say.fill(words::ON_LINE, &[("n", &say.number(finding.line as i64))])) }
        }
    }
}

/// What the books say of a count, a door to where it comes from.
fn of_books(question: &Question, said: &Said) -> Markup {
    let say = question.say;
    html! {
        @if said.agrees { span.tag.good { (say.text(words::AGREES)) } } @else { span.tag { (say.text(words::BOOKS_SAY)) } }
        " " (name_of(say, said.indicator)) ": " (number_link(question, said.indicator, said.value))
        @if let Some(target) = said.target { "/" (say.number(target)) }
    }
}
