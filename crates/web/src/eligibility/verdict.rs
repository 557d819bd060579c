//! A verdict as a reader sees it: the outcome, the rules, condition by condition.

use domain::eligibility::Explained;
use kernel::Day;
use maud::{Markup, html};
use rules::{Answer, Difference, Fact, Finding, State};

use super::words as w;
use crate::say::Say;

/// The word for an outcome.
pub(super) fn state(say: Say, state: State) -> Markup {
    let class = match state {
        State::Eligible | State::MeetsKnown => "tag good",
        State::NeedsEvidence | State::OnHold => "tag warn",
        State::NotEligible => "tag bad",
        State::NoRule => "tag",
    };
    html! { span class=(class) { (say.text(state.name())) } }
}

/// The whole answer.
pub(crate) fn whole(say: Say, told: &Explained) -> Markup {
    let verdict = &told.verdict;
    html! {
        section.sheet id="ket-qua" {
            header { h2 { (state(say, verdict.state)) } }
            @if !verdict.cautions.is_empty() {
                div.pad { div.note { div { b { (say.text(w::CAUTIONS)) } @for each in &verdict.cautions { p { (each) } } } } }
            }
            @if !verdict.findings.is_empty() { div.tw { table.stack {
                caption.vh { (say.text(w::CONDITIONS)) }
                thead { tr {
                    th scope="col" { (say.text(w::CONDITION)) }
                    th scope="col" { (say.text(w::OUTCOME)) }
                    th scope="col" { (say.text(w::USED)) }
                    th scope="col" { (say.text(w::CLAUSE)) }
                } }
                tbody { @for finding in &verdict.findings { (row(say, told, finding)) } }
            } } }
            @if !verdict.rules.is_empty() { div.pad {
                h3 { (say.text(w::BY_RULES)) }
                ul { @for rule in &verdict.rules { li {
                    span lang="vi" { (rule.source) ", " (rule.lasts) }
                    @if !rule.decides { " · " (say.text(w::NOT_DECIDING)) }
                    @if !rule.complete { " · " (say.text(w::PARTIAL)) }
                    @if let Some(note) = &rule.note { br; small.mut { (note) } }
                } } }
            } }
        }
    }
}

fn row(say: Say, told: &Explained, finding: &Finding) -> Markup {
    let ahead = told.ahead.iter().find(|each| each.condition == finding.condition);
    // Where one of a group is met, what the others say stands back.
    let is_spare = finding.one_of.is_some()
        && finding.answer != Answer::Met
        && told.verdict.findings.iter().any(|other| {
            other.rule == finding.rule
                && other.one_of == finding.one_of
                && other.answer == Answer::Met
        });
    let class = match finding.answer {
        _ if is_spare => "tag",
        Answer::Met => "tag good",
        Answer::NeedsEvidence => "tag warn",
        Answer::NotMet => "tag bad",
    };
    html! { tr {
        th scope="row" {
            span lang="vi" { (finding.says) }
            @if finding.one_of.is_some() { " " small.mut { "(" (say.text(w::ONE_OF)) ")" } }
            @if !finding.decides { " " small.mut { "(" (say.text(w::NOT_DECIDING)) ")" } }
        }
        td data-l=(say.text(w::OUTCOME)) {
            span class=(class) { (say.text(finding.answer.name())) }
            @if let Some(ahead) = ahead.filter(|_| finding.decides && !is_spare) {
                br; small { @match ahead.from.as_deref().and_then(|iso| Day::parse(iso).ok()) {
                    Some(day) => (say.fill(w::MET_FROM, &[("day", &say.day(day))])),
                    None => (say.text(w::NEVER_MET)),
                } }
            }
        }
        td data-l=(say.text(w::USED)) {
            @if !finding.used.traces.is_empty() { ul.bare { @for trace in &finding.used.traces { li lang="vi" { (trace.says) } } } }
            @if !finding.used.missing.is_empty() { p { b { (say.text(w::MISSING)) } ": "
                @for (n, name) in finding.used.missing.iter().enumerate() { @if n > 0 { "; " } (meaning(say, name)) } } }
        }
        td data-l=(say.text(w::CLAUSE)) { span lang="vi" { (finding.clause) } br; small.mut { (say.text(finding.clause.mark.meaning())) } }
    } }
}

/// What differs between the rules of two days.
pub(super) fn difference(say: Say, told: &Difference) -> Markup {
    let sentences = told.sentences();
    html! {
        section.sheet id="so-sanh" {
            header { h2 { (say.text(w::DIFFERENCE)) } }
            div.pad { @for (n, line) in sentences.iter().enumerate() {
                @if n == 0 { p { b { (line) } } } @else { p { (line) } }
            } }
        }
    }
}

/// What a missing fact is, in words.
fn meaning(say: Say, name: &str) -> String {
    if let Some(fact) = Fact::from_name(name) {
        return say.text(fact.asked()).to_owned();
    }
    let list = match name {
        "awards" => {
            kernel::Text::new("danh sách khen thưởng đã nhận", "the list of awards received")
        }
        "grades" => kernel::Text::new("xếp loại của các năm ấy", "the grades of those years"),
        "initiatives" => kernel::Text::new(
            "danh sách sáng kiến được công nhận",
            "the list of recognised initiatives",
        ),
        _ => return name.to_owned(),
    };
    say.text(list).to_owned()
}

/// The stretches of service and their sum.
pub(super) fn service(say: Say, told: &Explained) -> Markup {
    let (service, months) = (&told.service, told.service.months());
    let sum = say.fill(
        w::SERVICE_SUM,
        &[
            ("n", &say.number(months)),
            ("years", &say.number(months / 12)),
            ("months", &say.number(months % 12)),
        ],
    );
    html! { @if !service.stretches.is_empty() { section.sheet {
        header { h2 { (say.text(w::SERVICE)) } p { (sum) } }
        div.tw { table.stack {
            caption.vh { (say.text(w::SERVICE)) }
            thead { tr {
                th scope="col" { (say.text(w::STRETCH)) }
                th scope="col" { (say.text(w::AS)) }
                th scope="col" { (say.text(w::LENGTH)) }
            } }
            tbody { @for each in &service.stretches { tr {
                th scope="row" { (say.day(each.from)) "–" (say.day(each.until.previous())) }
                td data-l=(say.text(w::AS)) { (say.text(each.kind.name())) }
                td data-l=(say.text(w::LENGTH)) {
                    (say.fill(w::MONTHS_DAYS, &[("m", &say.number(each.months)), ("d", &say.number(each.days))]))
                }
            } } }
        } }
    } } }
}
