//! The list of pairs, a page at a time, the latest records first.

use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Suspects, suspects};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::{ANSWERED, PATH, pair, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form;
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words as common;

/// Pairs on one page; each is a table of its own.
const AT_ONCE: usize = 20;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The pair behind which the page begins: two ids with a point between.
fn after(visit: &Visit) -> Option<(Id, Id)> {
    let (later, earlier) = visit.raw.get("after")?.split_once('.')?;
    Some((Id::parse(later)?, Id::parse(earlier)?))
}

/// The page, where there is a refusal with it on top.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let after = after(visit);
    let (app, actor) = (&visit.app, &visit.actor);
    let gather = || Ok(suspects(app, actor, place.card.id, after, AT_ONCE)?);
    let (found, head) = visit.steady(gather)?;
    let say = question.say;
    let title = say.text(common::DUPLICATES);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.fill(words::LEAD, &[("unit", &place.card.name)])) } } }
        (tabs(&question, PATH))
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        @if found.pairs.is_empty() { (nothing(&question, &found)) } @else {
            div.gap { @for suspicion in &found.pairs { (pair::sheet(visit, &question, suspicion)) } }
        }
        (turning(&question, &found, after.is_some()))
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &format!("{title} · {}", place.card.name), &content)))
}

/// The two lists.
pub(super) fn tabs(question: &Question, here: &str) -> Markup {
    let say = question.say;
    html! {
        nav.tabs {
            @for (path, name) in [(PATH, words::TO_ANSWER), (ANSWERED, words::ANSWERED)] {
                a href=(question.to(path)) aria-current=[(path == here).then_some("page")] { (say.text(name)) }
            }
        }
    }
}

fn nothing(question: &Question, found: &Suspects) -> Markup {
    let say = question.say;
    html! {
        section.sheet { div.empty {
            @if found.next.is_some() { p { (say.text(words::GO_ON_LOOKING)) } }
            @else { h2 { (say.text(words::NONE)) } p { (say.text(words::NONE_DO)) } }
        } }
    }
}

fn turning(question: &Question, found: &Suspects, is_later: bool) -> Markup {
    let say = question.say;
    let n = say.number(found.pairs.len() as i64);
    html! {
        @if is_later || found.next.is_some() {
            nav.pager aria-label=(say.text(common::PAGES)) {
                span { (say.fill(words::PAIRS_HERE, &[("n", &n)])) }
                ol {
                    @if is_later { li { a href=(question.to(PATH)) { (say.text(words::FIRST_PAGE)) } } }
                    @if let Some((later, earlier)) = found.next {
                        @let next = format!("{later}.{earlier}");
                        li { a rel="next" href=(question.to_with(PATH, &[("after", &next)])) { (say.text(common::NEXT)) } }
                    }
                }
            }
        }
    }
}
