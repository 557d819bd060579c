//! A session: who is there, what is on the agenda, what is being voted on, what came of it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::council::{Room, Stage, room};
use kernel::Refusal;
use maud::{Markup, html};

use super::{PATH, agenda, attendance, crumbs, list, room_path, running, session_of, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

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
    let session = session_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let room = room(&visit.app, &visit.actor, session)?;
    let say = question.say;
    let title = say.fill(w::SESSION_OF, &[("day", &say.day(room.on))]);
    let above = [(format!("{PATH}/{}", room.council.id), room.council.name.clone())];
    let may = visit.is_signed_in() && room.council.may_manage && room.stage == Stage::Planned;
    let has_begun = room.on <= visit.today;
    let is_untouched = may && room.matters.iter().all(|matter| matter.ballots.is_empty());
    let content = html! {
        (crumbs(&question, &above, &title))
        div.head {
            div { h1 { (title) } p lang="vi" { (room.title) @if !room.place.is_empty() { " · " (room.place) }
                " " (list::stage(say, room.stage, room.on, visit.today)) } }
            (acts(&question, &room, (is_untouched, may && has_begun)))
        }
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            (figures(say, &room))
            @if may && !has_begun { p.note { i.i.i-info aria-hidden="true" {} span { (say.fill(w::NOT_YET, &[("day", &say.day(room.on))])) } } }
            (running::sheet(visit, &question, &room, may))
            (agenda::sheet(visit, &question, &room, may))
            (attendance::sheet(visit, &question, &room, may && has_begun))
            @if is_untouched { (cancel(visit, &question, &room)) }
        }
    };
    framed(visit, (&question, Some(&place)), status, &title, &content)
}

fn acts(question: &Question, room: &Room, (may_change, may_close): (bool, bool)) -> Markup {
    let (say, path) = (question.say, room_path(room.id));
    // The main thing to do is to vote while anything waits for it.
    let is_done = room.matters.iter().all(|matter| matter.counted().is_some());
    html! {
        div.acts {
            @if room.stage == Stage::Closed { a.btn.main href=(question.to(&format!("{path}/minutes"))) { (say.text(w::MINUTES)) } }
            @if may_change { a.btn href=(question.to(&format!("{path}/change"))) { (say.text(w::CHANGE)) } }
            @if may_close { a.btn.main[is_done] href=(question.to(&format!("{path}/close"))) { (say.text(w::CLOSE)) } }
        }
    }
}

/// Members, quorum, matters, what was decided.
fn figures(say: Say, room: &Room) -> Markup {
    let (share, source) = &room.quorum;
    let (all, present) = (room.members.len() as i64, room.present() as i64);
    let least = share.least(all, false);
    let is_met = share.is_met(present, all, false);
    let places =
        [("least", &*say.number(least)), ("share", &*share.text()), ("all", &*say.number(all))];
    let decided = room.matters.iter().filter(|matter| matter.counted().is_some()).count();
    let passed =
        room.matters.iter().filter(|matter| matter.counted().is_some_and(|(.., passed)| passed));
    let passed = passed.count();
    html! {
        dl.figs {
            div { dt { (say.text(w::MEMBERS)) } dd.big { (say.number(all)) } dd { small.mut { (room.council.paper.1) } } }
            div {
                dt { (say.text(w::PRESENT)) } dd.big { (say.number(present)) }
                dd { small.mut {
                    @if is_met { span.good { (say.text(w::ENOUGH)) } } @else { span.bad { (say.text(w::NOT_ENOUGH)) } }
                    ": " (say.fill(w::NEEDS, &places)) " (" span lang="vi" { (source) } ")"
                } }
            }
            div { dt { (say.text(w::MATTERS)) } dd.big { (say.number(room.matters.len() as i64)) } dd { small.mut { (say.fill(w::DECIDED_N, &[("n", &say.number(decided as i64))])) } } }
            div { dt { (say.text(w::PASSED)) } dd.big { (say.number(passed as i64)) } dd { small.mut { (say.fill(w::FAILED_N, &[("n", &say.number((decided - passed) as i64))])) } } }
        }
    }
}

fn cancel(visit: &Visit, question: &Question, room: &Room) -> Markup {
    let say = question.say;
    html! {
        details.sheet.more {
            summary.pad { (say.text(w::CANCEL)) }
            form.pad.form method="post" action=(question.to(&format!("{}/cancel", room_path(room.id)))) {
                (form_key(visit))
                p { (say.text(w::CANCEL_LEAD)) }
                div.acts { button.btn.stop { (say.text(w::CANCEL)) } }
            }
        }
    }
}
