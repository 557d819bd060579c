//! The minutes of a session, as a page that prints.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Minutes, MinutesPart, minutes_of};
use maud::{Markup, html};

use super::{crumbs, room_path, session_of, words as w};
use crate::frame::framed;
use crate::problem::Problem;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let session = session_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let minutes = minutes_of(&visit.app, &visit.actor, session)?;
    let say = question.say;
    let name = say.fill(w::SESSION_OF, &[("day", &say.day(minutes.on))]);
    let title = say.text(w::MINUTES);
    let content = html! {
        (crumbs(&question, &[(room_path(session), name)], title))
        div.head {
            div { h1 { (title) } p lang="vi" { (minutes.council) ", " (say.day(minutes.on)) } }
            (crate::papers::minutes_doors(visit, &question, session))
        }
        article.sheet.minutes lang="vi" { div.pad { (paper(&minutes)) } }
    };
    framed(visit, (&question, Some(&place)), StatusCode::OK, title, &content)
}

fn paper(minutes: &Minutes) -> Markup {
    let at =
        if minutes.place.is_empty() { String::new() } else { format!(" tại {}", minutes.place) };
    html! {
        h2 { "Biên bản họp " (minutes.council) }
        p { b { (minutes.title) } }
        p { (minutes.unit) ". Hội đồng lập theo " (minutes.decision) ". Họp ngày " (minutes.on.vi()) (at) "." }
        @for each in &minutes.parts { (part(each)) }
        div.signs {
            @for (side, signer) in [("Thư ký", &minutes.secretary), ("Chủ trì", &minutes.chair)] {
                p { b { (side) } br;
                    @if let Some((role, name)) = signer { (role) br; br; br; (name) } @else { "……………………" }
                }
            }
        }
    }
}

fn part(part: &MinutesPart) -> Markup {
    html! {
        h3 { (part.title) }
        @for paragraph in &part.paragraphs { p { (paragraph) } }
        @if let Some(table) = &part.table {
            div.tw { table.stack {
                caption.vh { (part.title) }
                thead { tr { @for head in &table.head { th scope="col" { (head) } } } }
                tbody { @for row in &table.rows { tr {
                    @for (place, (head, cell)) in table.head.iter().zip(row).enumerate() {
                        @if place == 0 { th scope="row" { (cell) } } @else { td data-l=[(!cell.is_empty()).then_some(head)] { span { (cell) } } }
                    }
                } } }
            } }
        }
    }
}
