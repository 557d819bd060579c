//! Councils and their sessions.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{CouncilRow, SessionRow, Stage, councils};
use kernel::{Day, Power};
use maud::{Markup, html};

use super::{PATH, room_path, tag, words as w};
use crate::address::Question;
use crate::frame::framed;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (councils, sessions) = councils(&visit.app, &visit.actor)?;
    let say = question.say;
    let may = visit.is_signed_in() && visit.actor.may(Power::ManageCouncil);
    let content = html! {
        div.head {
            div { h1 { (say.text(w::COUNCIL)) } p { (say.text(w::LEAD)) } }
            div.acts {
                @if visit.is_signed_in() { a.btn href=(question.to("/vote")) { (say.text(w::VOTE)) } }
                @if may { a.btn.main href=(question.to("/council/new")) { (say.text(w::SET_UP)) } }
            }
        }
        div.gap {
            section.sheet {
                header { h2 { (say.text(w::SESSIONS)) } }
                @if sessions.is_empty() { p.pad.mut { (say.text(w::NO_SESSIONS)) } }
                @else { (session_table(&question, &sessions, visit.today, true)) }
            }
            section.sheet {
                header { h2 { (say.text(w::COUNCILS)) } }
                @if councils.is_empty() { (nothing(&question, may)) }
                @else { (council_table(&question, &councils)) }
            }
        }
    };
    framed(visit, (&question, Some(&place)), StatusCode::OK, say.text(w::COUNCIL), &content)
}

fn nothing(question: &Question, may: bool) -> Markup {
    let say = question.say;
    html! {
        div.empty {
            h3 { (say.text(w::NO_COUNCILS)) }
            p { (say.text(w::NO_COUNCILS_DO)) }
            @if may { a.btn href=(question.to("/council/new")) { (say.text(w::SET_UP)) } }
        }
    }
}

fn council_table(question: &Question, rows: &[CouncilRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::COUNCILS)) }
            thead { tr {
                th scope="col" { (say.text(w::NAME)) }
                th scope="col" { (say.text(w::OF_UNIT)) }
                th scope="col" { (say.text(w::FROM)) }
                th.n scope="col" { (say.text(w::MEMBERS)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" lang="vi" { a href=(question.to(&format!("{PATH}/{}", row.id))) { (row.name) } }
                td data-l=(say.text(w::OF_UNIT)) { span lang="vi" { (row.unit.2) } }
                td data-l=(say.text(w::FROM)) { span { (say.day(row.from)) } }
                td.n data-l=(say.text(w::MEMBERS)) { span { (say.number(row.members)) } }
            } } }
        } }
    }
}

/// Sessions as a table; with the council's name where the page does not say it.
pub(super) fn session_table(
    question: &Question,
    rows: &[SessionRow],
    today: Day,
    with_council: bool,
) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::SESSIONS)) }
            thead { tr {
                th scope="col" { (say.text(w::DAY)) }
                th scope="col" { (say.text(w::ABOUT)) }
                th.n scope="col" { (say.text(w::MATTERS)) }
                th scope="col" { (say.text(w::STAGE)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" { a href=(question.to(&room_path(row.id))) { (say.day(row.on)) } }
                td data-l=(say.text(w::ABOUT)) { span lang="vi" { (row.title)
                    @if with_council { small.under.mut { (row.council.1) } }
                } }
                td.n data-l=(say.text(w::MATTERS)) { span { (say.number(row.matters)) } }
                td data-l=(say.text(w::STAGE)) { span { (stage(say, row.stage, row.on, today)) } }
            } } }
        } }
    }
}

/// How far a session is; nothing is said of what is usual.
pub(super) fn stage(say: Say, stage: Stage, on: Day, today: Day) -> Markup {
    match stage {
        Stage::Planned if on > today => tag(say, "info", w::TO_COME),
        Stage::Planned if on == today => tag(say, "warn", w::TODAY),
        Stage::Planned => tag(say, "warn", Stage::Planned.name()),
        Stage::Closed => tag(say, "good", Stage::Closed.name()),
        Stage::Cancelled => tag(say, "bad", Stage::Cancelled.name()),
    }
}
