//! One award: what it is, what goes with it, and its rule in every version.

use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Day, Refusal};
use maud::{Markup, html};
use rules::rule::{Effect, For};
use rules::{Award, Lasts, Rule};

use super::catalogue::{award_at, chooser, day_of, subjects};
use super::words as w;
use crate::address::Question;
use crate::frame::framed;
use crate::parts::crumbs;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let (on, refusal) = day_of(visit);
    let code = visit.part(2);
    let catalogue = visit.app.catalogue();
    let award = catalogue.find(code, on).or_else(|| catalogue.by_code(code)).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_award",
            "Danh mục không có khen thưởng này",
            "Mở danh mục khen thưởng và chọn lại",
        ))
    })?;
    let title = award.title();
    let say = visit.say;
    let content = html! {
        (crumbs(say, &[(question.to("/awards"), say.text(w::BACK))], &title))
        div.head { div { h1 { (title) }
            p { (say.text(award.sort.name())) " · " (subjects(say, award)) " · " (say.text(award.level.name())) }
        } }
        div.gap {
            (chooser(visit, &format!("/awards/{code}"), refusal.as_ref(), &html! {}))
            (facts(&question, visit, award, on))
            (versions(say, visit, award, on))
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    framed(visit, (&question, None), status, &title, &content)
}

fn facts(question: &Question, visit: &Visit, award: &Award, on: Day) -> Markup {
    let say = question.say;
    let catalogue = visit.app.catalogue();
    let pair = |name, value: Markup| html! { dt { (say.text(name)) } dd { (value) } };
    let follower = award.followed_by.as_deref().and_then(|code| catalogue.by_code(code));
    html! {
        section.sheet { div.pad { dl.kv {
            (pair(w::LASTS, html! { (days_in_force(say, award.lasts)) }))
            (pair(w::SOURCE, html! { span lang="vi" { (award.source) } " (" (say.text(award.source.mark.meaning())) ")" }))
            @if let Some(decider) = &award.decided_by {
                (pair(w::DECIDED_BY, html! { span lang="vi" { (decider.body) }
                    @if !decider.mark.decides() { " " span.mut { "(" (say.text(decider.mark.meaning())) ")" } } }))
            }
            @if !award.names.aliases.is_empty() { (pair(w::ALIASES, html! { span lang="vi" { (award.names.aliases.join("; ")) } })) }
            @if !award.names.look_alikes.is_empty() {
                (pair(w::LOOK_ALIKES, html! { del lang="vi" { (award.names.look_alikes.join("; ")) } }))
            }
            @if award.once { (pair(w::ONCE, html! { "✓" })) }
            @if !award.items.is_empty() { (pair(w::ITEMS, html! { (award.items.join("; ")) })) }
            @if let Some(series) = &award.series { (pair(w::SERIES, html! { (series.replace("{so}", "…")) })) }
            @if let Some(next) = follower {
                (pair(w::FOLLOWED_BY, html! { a href=(award_at(question, &next.code, next.lasts.from)) { (next.title()) } }))
            }
            (pair(w::MONEY, money(say, visit, award, on)))
            @if let Some(note) = &award.note { (pair(w::NOTE, html! { span lang="vi" { (note) } })) }
        } } }
    }
}

/// The first and the last day of what is in force.
fn days_in_force(say: Say, lasts: Lasts) -> String {
    let from = say.day(lasts.from);
    match lasts.to.map(|to| say.day(to)) {
        Some(to) => say.fill(w::LASTS_FROM_TO, &[("from", &from), ("to", &to)]),
        None => say.fill(w::LASTS_SINCE, &[("from", &from)]),
    }
}

fn money(say: Say, visit: &Visit, award: &Award, on: Day) -> Markup {
    let catalogue = visit.app.catalogue();
    let amounts: Vec<String> = (award.subjects.iter())
        .filter_map(|subject| catalogue.amount(&award.code, *subject, on))
        .map(|amount| {
            let text = if amount.price.is_ceiling { w::MONEY_CEILING } else { w::MONEY_IS };
            say.fill(
                text,
                &[
                    ("sum", &say.number(amount.vnd)),
                    ("day", &say.day(on)),
                    ("coefficient", &say.numeral(&amount.price.coefficient.vi())),
                    ("base", &say.number(amount.base.vnd)),
                    ("rounding", say.text(amount.rounding.mode.name())),
                ],
            )
        })
        .collect();
    html! {
        @if amounts.is_empty() { span.mut { (say.text(w::MONEY_NONE)) } }
        @for amount in &amounts { p { (amount) } }
    }
}

fn versions(say: Say, visit: &Visit, award: &Award, on: Day) -> Markup {
    let is_own = |rule: &&Rule| matches!(&rule.award, For::Award(code) if *code == award.code);
    let mut rules: Vec<&Rule> = visit.app.catalogue().rules().iter().filter(is_own).collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.lasts.from));
    html! {
        h2 { (say.text(w::VERSIONS)) }
        @if rules.is_empty() { div.empty { p { (say.text(w::NO_VERSIONS)) } } }
        @for rule in rules { (version(say, rule, on)) }
    }
}

fn version(say: Say, rule: &Rule, on: Day) -> Markup {
    html! {
        section.sheet {
            header {
                h3 lang="vi" { (rule.source) }
                p.mut {
                    (days_in_force(say, rule.lasts)) " · " (say.text(rule.subject.name())) " · " (say.text(rule.source.mark.meaning()))
                    @if rule.lasts.holds(on) { " · " b { (say.text(w::IN_FORCE)) } }
                    @if !rule.complete { " · " (say.text(w::PARTIAL)) }
                    @if let Some(owner) = &rule.owner { " · " (say.fill(w::LOWER, &[("owner", owner)])) }
                }
                @if let Some(note) = &rule.note { p lang="vi" { (note) } }
            }
            @if !rule.conditions.is_empty() { div.tw { table.stack {
                caption.vh { (say.text(w::CONDITIONS)) }
                thead { tr {
                    th scope="col" { (say.text(w::CONDITION)) }
                    th scope="col" { (say.text(w::CLAUSE)) }
                    th scope="col" { (say.text(w::EXPRESSION)) }
                } }
                tbody { @for condition in &rule.conditions {
                    @let clause = rule.clause(condition);
                    tr {
                        th scope="row" {
                            span lang="vi" { (condition.say) }
                            @if condition.one_of.is_some() { " " small.mut { "(" (say.text(w::ONE_OF)) ")" } }
                            @if condition.effect == Effect::Hold { " " small.mut { "(" (say.text(w::HOLDS)) ")" } }
                        }
                        td data-l=(say.text(w::CLAUSE)) { span { span lang="vi" { (clause) } " · " (say.text(clause.mark.meaning())) } }
                        td data-l=(say.text(w::EXPRESSION)) { code { (condition.when) } }
                    }
                } }
            } } }
            @if !rule.limits.is_empty() { div.pad { p { (say.text(w::LIMITS)) ": "
                @for (n, limit) in rule.limits.iter().enumerate() {
                    @if n > 0 { "; " } code { (limit.name) } " = " (say.number(limit.value)) " (" (limit.meaning) ")"
                }
            } } }
        }
    }
}
