//! What came of a list: written whole, or not at all and why; the way back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::jobs::{Job, State};
use domain::reorganisations::{self, Draft};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::{id, list, words};
use crate::address::Question;
use crate::frame::{self, framed};
use crate::jobs::state;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// The page of a list that is over.
pub(super) fn page(visit: &Visit, job: &Job) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let draft = Draft::of(job)?;
    let say = question.say;
    let title = say.text(words::RESULT);
    let places = [("number", &*draft.decision.number), ("file", &*draft.file_name)];
    let content = html! {
        div.head { div { h1 { (title) } p { (say.fill(words::RESULT_LEAD, &places)) } } }
        div.gap {
            @if job.state == State::Done { (done(visit, &question, job)?) } @else { (not_done(visit, &question, job)) }
        }
    };
    framed(visit, (&question, Some(&place)), StatusCode::OK, title, &content)
}

fn done(visit: &Visit, question: &Question, job: &Job) -> Result<Markup, Problem> {
    let say = question.say;
    let (reorganisation, rows) = reorganisations::answer(job)?;
    Ok(html! {
        dl.figs { div { dt { (say.text(words::RESULT_ROWS)) } dd.big.good { (say.number(rows as i64)) } } }
        p.note.good { i.i.i-check aria-hidden="true" {} span { (say.text(words::ALL_WRITTEN)) } }
        div.sheet.pad.acts {
            a.btn.main href=(question.to("/reorganise")) { (say.text(words::TO_LIST)) }
            (list::undo_form(visit, question, &reorganisation))
        }
    })
}

fn not_done(visit: &Visit, question: &Question, job: &Job) -> Markup {
    let say = question.say;
    html! {
        div.note.bad { i.i.i-warn aria-hidden="true" {} div {
            p { b { (say.text(words::NOT_DONE)) } ": " (say.text(state(job.state))) }
            @if let Some([code, message, remedy]) = job.refusal() {
                p lang="vi" { (message) ". " (remedy) ". " small.mut { "[" (code) "]" } }
            }
        } }
        div.sheet.pad.acts {
            form method="post" action=(question.to(&format!("/reorganise/{}/again", job.id))) {
                (frame::form_key(visit))
                button.btn.main { (say.text(words::AGAIN)) }
            }
            a.btn href=(question.to("/reorganise")) { (say.text(words::TO_LIST)) }
        }
    }
}

/// The same list prepared once more, by the books of now.
pub(super) fn again(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let next = reorganisations::again(&visit.app, &visit.actor, id(visit)?)?;
    visit.done(&question.to(&format!("/reorganise/{next}")), "")
}

/// Takes a reorganisation back.
pub(super) fn undo(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordUnits).map_err(Problem::Refused)?;
    let (question, _) = visit.question_and_place()?;
    let undone = Id::parse(visit.form.text("id"))
        .ok_or_else(|| unknown().into())
        .and_then(|id| reorganisations::undo(&visit.app, &visit.actor, id));
    carried_out(
        visit,
        undone,
        |()| visit.done(&question.to("/reorganise"), question.say.text(words::UNDO_DONE)),
        list::show,
    )
}

fn unknown() -> Refusal {
    let message = "Sổ không có lần sắp xếp này";
    Refusal::new("unknown_reorganisation", message, "Mở lại trang Sắp xếp tổ chức")
}
