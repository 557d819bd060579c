//! What was answered: merges that stand and pairs told apart, each to be taken back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Apart, Merge, merges, told_apart};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::{ANSWERED, page, words};
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::members::said;
use crate::parts::form::{self, hidden};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words as common;

/// Rows of each list on one page.
const AT_ONCE: usize = 30;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page, where there is a refusal with it on top.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let from = |field: &str| visit.raw.get(field).and_then(Id::parse);
    let (app, actor, unit) = (&visit.app, &visit.actor, place.card.id);
    let gather = || {
        let merged = merges(app, actor, unit, from("merged"), AT_ONCE)?;
        Ok((merged, told_apart(app, actor, unit, from("apart"), AT_ONCE)?))
    };
    let (((merged, more_merged), (apart, more_apart)), head) = visit.steady(gather)?;
    let say = question.say;
    let title = say.text(common::DUPLICATES);
    let next_merged = merged.last().filter(|_| more_merged).map(|each| each.id);
    let next_apart = apart.last().filter(|_| more_apart).map(|each| each.id);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::ANSWERED_LEAD)) } } }
        (page::tabs(&question, ANSWERED))
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            section.sheet aria-labelledby="da-gop" {
                header { h2 id="da-gop" { (say.text(words::MERGES)) } }
                @if merged.is_empty() { p.pad.mut { (say.text(words::NO_MERGES)) } }
                @else { ul.rows { @for each in &merged { (merge(visit, &question, each)) } } }
                (older(&question, "merged", next_merged))
            }
            section.sheet aria-labelledby="khac-nhau" {
                header { h2 id="khac-nhau" { (say.text(words::APARTS)) } }
                @if apart.is_empty() { p.pad.mut { (say.text(words::NO_APARTS)) } }
                @else { ul.rows { @for each in &apart { (two(visit, &question, each)) } } }
                (older(&question, "apart", next_apart))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &format!("{title} · {}", place.card.name), &content)))
}

fn older(question: &Question, field: &str, next: Option<Id>) -> Markup {
    let say = question.say;
    html! {
        @if let Some(next) = next.map(|id| id.to_string()) {
            nav.pager aria-label=(say.text(common::PAGES)) { span {} ol {
                li { a rel="next" href=(question.to_with(ANSWERED, &[(field, &next)])) { (say.text(common::NEXT)) } }
            } }
        }
    }
}

fn merge(visit: &Visit, question: &Question, each: &Merge) -> Markup {
    let say = question.say;
    let kept = question.to(&format!("/members/{}", each.kept));
    let by = [("who", &*each.actor), ("when", &say.moment(each.at))];
    html! {
        li.answered {
            span {
                (said::name(&each.name))
                @if let Some(birth) = &each.birth { " " small.mut.nb { (said::day(say, birth)) } }
                " → " a href=(kept) { (said::name(&each.kept_name)) }
                small { (say.fill(words::BY_WHEN, &by)) }
            }
            form method="post" action=(question.to("/duplicates/unmerge")) {
                (form_key(visit)) (hidden("dropped", &each.dropped.to_string()))
                button.btn { (say.text(words::UNMERGE)) span.vh { ": " (each.name) } }
            }
        }
    }
}

fn two(visit: &Visit, question: &Question, each: &Apart) -> Markup {
    let say = question.say;
    let by = [("who", &*each.actor), ("when", &say.moment(each.at))];
    let link = |id: Id, name: &str| {
        html! { a href=(question.to(&format!("/members/{id}"))) { (said::name(name)) } }
    };
    html! {
        li.answered {
            span {
                (link(each.other, &each.other_name)) " ≠ " (link(each.person, &each.name))
                small { (say.fill(words::BY_WHEN, &by)) @if let Some(why) = &each.why { " · " span lang="vi" { (why) } } }
            }
            form method="post" action=(question.to("/duplicates/again")) {
                (form_key(visit)) (hidden("a", &each.other.to_string())) (hidden("b", &each.person.to_string()))
                button.btn { (say.text(words::LOOK_AGAIN)) span.vh { ": " (each.name) } }
            }
        }
    }
}
