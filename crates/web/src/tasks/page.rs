//! The page of everything that waits.

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::figures;
use maud::html;

use super::{blocks, gather, words};
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words as common;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let query = question.query(&place.card.code);
    let work = || {
        let set = figures(&visit.app, &visit.actor, &query)?;
        gather(visit, &question, &place, Some(&set))
    };
    let (told, head) = visit.steady(work)?;
    let say = question.say;
    let title = say.text(common::MY_TASKS);
    let lead = say.fill(words::LEAD, &[("unit", &place.card.name), ("day", &say.day(visit.today))]);
    let content = html! {
        div.head { div { h1 { (title) } p { (lead) } } }
        @if told.is_empty() {
            section.sheet { div.empty {
                h2 { (say.text(words::NOTHING)) } p { (say.text(words::NOTHING_DO)) }
                a.btn href=(question.to("/")) { (say.text(common::GO_OVERVIEW)) }
            } }
        } @else {
            div.gap { @for group in &told.groups {
                section.sheet {
                    header { h2 { (say.text(group.title)) } }
                    (blocks::rows(group))
                }
            } }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, title, &content)))
}
