//! A paper with its list: who decided, who proposed, who presented, each line with its state and what can be done.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{Commendation, HonourRow, Stage, commendation};
use kernel::Refusal;
use maud::{Markup, html};

use super::page::{award, crumbs, id_of, state};
use super::{ends, recovery, words as w};
use crate::address::Question;
use crate::frame::framed;
use crate::problem::Problem;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page, with why a form on it was not carried out.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    told: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let shown = commendation(&visit.app, &visit.actor, id_of(visit)?)?;
    let say = question.say;
    let title = shown.head.title.clone();
    let may = shown.may_record && visit.is_signed_in();
    let waits =
        shown.head.stage == Stage::Proposed && shown.lines.iter().any(|row| row.ended.is_none());
    let answer = question
        .to_with("/honours/new", &[("stage", "decided"), ("from", &shown.head.id.to_string())]);
    let certificates = if may && shown.head.stage == Stage::Decided {
        crate::certificates::doors(visit, &question, shown.head.id)
    } else {
        html! {}
    };
    let content = html! {
        (crumbs(&question, ("/honours", w::HONOURS), &title))
        div.head {
            div { h1 lang="vi" { (title) } p { (facts(&question, &shown)) } }
            @if may && waits { div.acts { a.btn.main href=(answer) { (say.text(w::ANSWER)) } } }
            (certificates)
            (crate::papers::door(visit, &question, &shown))
        }
        div.gap {
            (about(&question, &shown))
            section.sheet {
                header { h2 { (say.text(w::LIST)) } }
                (lines(&question, &shown.lines))
            }
            (recovery::part(visit, &question, &shown, may)?)
            @if may { (ends::form(visit, &question, &shown, told)) }
        }
    };
    framed(visit, (&question, Some(&place)), status, &title, &content)
}

fn facts(question: &Question, shown: &Commendation) -> Markup {
    let say = question.say;
    let (people, collectives) = shown.head.counts;
    html! {
        span.tag { (say.text(shown.head.stage.name())) } " "
        (say.fill(w::COUNTS, &[("people", &say.number(people)), ("collectives", &say.number(collectives))]))
    }
}

fn about(question: &Question, shown: &Commendation) -> Markup {
    let say = question.say;
    let head = &shown.head;
    let asked = head.stage == Stage::Proposed;
    let (by, on) = &shown.presented;
    html! {
        section.sheet { dl.kv.pad {
            dt { (say.text(w::PAPER)) }
            dd lang="vi" { b { (head.document) } @if !head.paper.issuer.is_empty() { ", " (head.paper.issuer) } }
            dt { (say.text(if asked { w::ASKED_OF } else { w::DECIDED_BY })) }
            dd lang="vi" { b { (head.decided_by) } " " span.mut { "(" (say.text(head.level.name())) ")" } }
            @if let Some(by) = &shown.proposed_by { dt { (say.text(w::PROPOSED_BY)) } dd lang="vi" { (by) } }
            @if let Some(by) = by {
                dt { (say.text(w::PRESENTED_BY)) }
                dd lang="vi" { (by) @if let Some(on) = on { ", " (say.day(*on)) } }
            }
            dt { (say.text(w::YEAR)) } dd { (head.year) }
            @if let Some((id, name)) = &shown.emulation {
                dt { (say.text(w::BELONGS_TO)) }
                dd lang="vi" { a href=(question.to(&format!("/emulation/{id}"))) { (name) } }
            }
            dt { (say.text(w::KEPT_BY)) } dd lang="vi" { (head.unit.2) }
        } }
    }
}

fn lines(question: &Question, rows: &[HonourRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(w::LIST)) }
            thead { tr {
                th.n scope="col" { (say.text(w::NUMBER)) }
                th scope="col" { (say.text(w::NAME)) }
                th scope="col" { (say.text(w::UNIT_THAT_DAY)) }
                th scope="col" { (say.text(w::AWARD)) }
            } }
            tbody { @for row in rows { tr id={ "dong-" (row.item) } {
                td.n data-l=(say.text(w::NUMBER)) { span { (row.item) } }
                th scope="row" lang="vi" {
                    @match row.person {
                        Some(person) => a href=(question.to(&format!("/members/{person}"))) { (row.named) },
                        None => (row.named),
                    }
                }
                td data-l=(say.text(w::UNIT_THAT_DAY)) lang="vi" { span {
                    a href=(question.of_unit(&row.unit.1).to(&crate::units::record_path(&row.unit.1))) { (row.unit_named) }
                } }
                td data-l=(say.text(w::AWARD)) { span {
                    (award(say, row)) " " (state(say, row))
                    @if let Some(text) = &row.achievement { small.under.mut lang="vi" { (text) } }
                    @if let Some(money) = row.money_vnd { small.under.mut { (say.fill(w::MONEY_X, &[("n", &say.number(money))])) } }
                } }
            } } }
        } }
    }
}
