//! One score sheet: groups and items with their maxima, grades, side conditions, where it stands.

use axum::http::StatusCode;
use axum::response::Response;
use domain::scores::{Body, find_frame, sheet};
use maud::{Markup, html};

use super::card::{effect, titled};
use super::page::{crumbs, id_of};
use super::words as w;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let (told, books) = visit.steady(|| Ok(sheet(&visit.app, &visit.actor, id)?))?;
    let say = question.say;
    let head = &told.head;
    let frame = head.frame.as_deref().and_then(|code| find_frame(code).ok());
    let lead = [("unit", &*head.unit.2), ("day", &say.day(head.from)), ("paper", &head.document)];
    let content = html! {
        (crumbs(&question, None, &head.name))
        div.head { div { h1 lang="vi" { (head.name) } p lang="vi" { (say.fill(w::SHEET_OF, &lead)) } } }
        div.gap {
            @if let Some(frame) = frame {
                div.note { div {
                    p { b { (say.text(w::FRAME)) } ": " span lang="vi" { (frame.name) ", " (frame.source) } }
                    @if let Some(note) = &frame.note { p.mut lang="vi" { (note) } }
                } }
            }
            (items(&question, &told.body))
            (grades(&question, &told.body))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&books) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &head.name, &content)))
}

fn items(question: &Question, body: &Body) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::ITEMS)) } p { (say.text(w::WHOLE)) ": " b { (say.points(body.most())) } } }
            div.tw { table.dense.stack {
                caption.vh { (say.text(w::ITEMS)) }
                thead { tr {
                    th scope="col" { (say.text(w::ITEM)) }
                    th.n scope="col" { (say.text(w::MOST)) }
                    th scope="col" { (say.text(w::EVIDENCE)) }
                } }
                tbody { @for group in &body.groups {
                    tr.sub { th scope="rowgroup" colspan="3" lang="vi" {
                        (titled(group)) ": " (say.points(body.most_of(group)))
                        @if group.by_council { " " span.tag { (say.text(w::BY_COUNCIL)) } }
                    } }
                    @for item in body.items_of(&group.code) { tr {
                        th scope="row" lang="vi" { (item.code) ". " (item.text) }
                        td.n data-l=(say.text(w::MOST)) { span { (say.points(item.most)) } }
                        td data-l=(say.text(w::EVIDENCE)) lang="vi" { span { @if item.evidence.is_empty() { "–" } @else { (item.evidence) } } }
                    } }
                } }
            } }
        }
    }
}

fn grades(question: &Question, body: &Body) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::BANDS)) } }
            ul.rows { @for band in &body.bands { li {
                span lang="vi" { (band.name) }
                b { (say.text(w::FROM_POINTS)) " " (band.least.map(|least| say.points(least)).unwrap_or_default()) }
            } } }
            @if !body.conditions.is_empty() || body.months_founded.is_some() || body.halves.is_some() {
                div.pad { h3 { (say.text(w::CONDITIONS)) } ul lang="vi" {
                    @for each in &body.conditions { li { (each.say) ": " (effect(question, &body.bands, each)) } }
                    @if let Some(months) = body.months_founded { li { (say.fill(w::MONTHS_FOUNDED, &[("n", &months.to_string())])) } }
                    @if let Some(months) = body.months_changed { li { (say.fill(w::MONTHS_CHANGED, &[("n", &months.to_string())])) } }
                    @if let Some((one, two)) = body.halves {
                        @let [first, second, sum] = [one, two, one + two].map(|weight| say.number(weight));
                        li { (say.fill(w::OF_YEAR, &[("one", &first), ("two", &second), ("sum", &sum)])) }
                    }
                } }
            }
        }
    }
}
