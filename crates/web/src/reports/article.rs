//! An article written from the books: every number leads to where it comes from, and the check stands beside it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Article, Run, article, find_article};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::door;
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let code = visit.path.split('/').nth(2).unwrap_or_default();
    let form = find_article(code).map_err(Problem::Refused)?;
    let (unit, period) = (place.card.id, question.period);
    let (written, head) =
        visit.steady(|| Ok(article(&visit.app, &visit.actor, form, unit, period)?))?;
    let say = question.say;
    let content = html! {
        nav.crumbs aria-label=(say.text(words::PATH)) { ol {
            li { a href=(question.to("/reports")) { (say.text(words::REPORTS)) } }
            li aria-current="page" { (form.name) }
        } }
        div.head { div { h1 { (written.title) } p { (say.text(words::ARTICLE_LEAD)) } } }
        div.gap {
            (checked(&question, &written))
            section.sheet lang="vi" {
                div.pad.prose {
                    @if written.paragraphs.is_empty() { p.mut { (say.text(words::NOTHING_TO_TELL)) } }
                    @for paragraph in &written.paragraphs {
                        p { @for run in paragraph { (shown(&question, run)) } }
                    }
                }
                @if written.left_out > 0 {
                    p.pad.mut.no-print { (say.fill(words::LEFT_OUT, &[("n", &say.number(written.left_out as i64))])) }
                }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, &frame::page(&frame, &form.name, &content)))
}

fn shown(question: &Question, run: &Run) -> Markup {
    match run.indicator {
        Some(indicator) => html! { a.fig href=(door(question, indicator)) { (run.text) } },
        None => html! { (run.text) },
    }
}

fn checked(question: &Question, written: &Article) -> Markup {
    let say = question.say;
    html! {
        @if written.alarms.is_empty() {
            p.no-print { span.tag.good { (say.text(words::PASSES_CHECK)) } }
        } @else {
            div.errors role="alert" {
                h2 { (say.text(words::DOES_NOT_PASS)) }
                ul lang="vi" { @for each in &written.alarms { li { b { (each.text) } ": " (each.why) } } }
            }
        }
    }
}
