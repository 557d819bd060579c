//! The way of a nomination, what the rules said of it, what members said.

use domain::rounds::{
    CommentSort, CommentTold, FindingTold, NominationCard, StepTold, VerdictTold,
};
use maud::{Markup, html};

use super::{tags, words as w};
use crate::address::Question;
use crate::say::Say;

/// The life line, the latest first.
pub(super) fn line(question: &Question, told: &NominationCard) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::LIFE)) } }
            div.pad { ol.tl { @for step in told.steps.iter().rev() { (one(question, step)) } } }
        }
    }
}

fn one(question: &Question, step: &StepTold) -> Markup {
    let say = question.say;
    let votes = step
        .votes
        .map(|(n, m)| say.fill(w::VOTES, &[("n", &say.number(n)), ("m", &say.number(m))]));
    html! {
        li {
            time { (say.day(step.on)) }
            span lang="vi" {
                b { (say.text(step.step.name())) }
                @if let Some(votes) = votes { ", " (votes) }
                small.under.mut {
                    (step.unit)
                    @if let Some(holder) = step.holder.as_ref().filter(|holder| **holder != step.unit) { " → " (holder) }
                }
                @if let Some((id, number)) = &step.document { small.under { a href=(question.to(&format!("/documents/{id}"))) { (number) } } }
                @if let Some(note) = &step.note { small.under { (note) } }
                small.under.mut { (step.actor) ", " (say.moment(step.recorded_at)) }
            }
        }
    }
}

/// The verdict as it was kept.
pub(super) fn verdict(say: Say, told: &VerdictTold) -> Markup {
    html! {
        section.sheet id="dieu-kien" {
            header {
                h2 { (say.fill(w::KEPT_VERDICT, &[("day", &say.day(told.on))])) " " (tags::verdict(say, Some(&told.state))) }
                p { (say.text(w::KEPT_LEAD)) }
            }
            @if let Some(why) = &told.why { div.pad { p lang="vi" { b { (say.text(w::WHY_STILL)) } ": " (why) } } }
            @if !told.findings.is_empty() { div.tw { table.stack {
                caption.vh { (say.text(w::VERDICT)) }
                thead { tr { @for head in [w::CONDITION, w::ANSWER, w::USED, w::CLAUSE] { th scope="col" { (say.text(head)) } } } }
                tbody { @for finding in &told.findings { (condition(say, finding)) } }
            } } }
            @if !told.rules.is_empty() { footer lang="vi" { (say.text(w::BY_RULES)) ": " (told.rules) } }
        }
    }
}

fn condition(say: Say, told: &FindingTold) -> Markup {
    let (class, text) = match &*told.answer {
        "met" => ("tag good", w::MET),
        "not_met" => ("tag bad", w::NOT_MET),
        _ => ("tag warn", w::NEEDS_EVIDENCE),
    };
    html! { tr {
        th scope="row" lang="vi" { (told.says) @if !told.decides { " " small.mut { "(" (say.text(w::NOT_DECIDING)) ")" } } }
        td data-l=(say.text(w::ANSWER)) { span class=(class) { (say.text(text)) } }
        td data-l=(say.text(w::USED)) lang="vi" { span {
            (told.used)
            @if !told.missing.is_empty() { small.under { b { (say.text(w::MISSING)) } ": " (told.missing) } }
        } }
        td data-l=(say.text(w::CLAUSE)) lang="vi" { (told.clause) }
    } }
}

/// What was said of it, for the office.
pub(super) fn comments(say: Say, told: &NominationCard) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(w::COMMENTS)) } }
            ul.rows.posts { @for comment in &told.comments { li { (said(say, comment)) } } }
        }
    }
}

/// A comment with who said it.
pub(super) fn said(say: Say, told: &CommentTold) -> Markup {
    let class = match told.sort {
        CommentSort::Agrees => "tag good",
        CommentSort::Objects => "tag bad",
        CommentSort::Answer => "tag",
    };
    html! { span lang="vi" {
        span class=(class) { (say.text(told.sort.name())) } " " (told.body)
        small.under.mut { (told.by) ", " (say.moment(told.recorded_at)) }
    } }
}
