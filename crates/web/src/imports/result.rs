//! What came of an import: rows that went in, rows that did not and why; the way back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exports::Format;
use domain::imports::{self, Draft, RefusedRow};
use domain::jobs::{Job, State};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::{history, id, words};
use crate::address::Question;
use crate::frame::framed;
use crate::jobs::state;
use crate::parts::{Page, download, pager};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Refused rows on one page.
const ROWS: usize = 50;

/// The page of an import that is over.
pub(super) fn page(visit: &Visit, job: &Job) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let draft = Draft::of(job)?;
    let say = question.say;
    let body = if job.state == State::Done {
        done(visit, &question, job)?
    } else {
        not_done(&question, job, &draft)
    };
    let title = say.text(words::RESULT);
    let content = html! {
        div.head { div {
            h1 { (title) }
            p { (say.fill(words::RESULT_LEAD, &[("file", &draft.file_name)])) " · " (history::kind_name(say, &draft.kind)) }
        } }
        div.gap { (body) }
    };
    framed(visit, (&question, Some(&place)), StatusCode::OK, title, &content)
}

fn not_done(question: &Question, job: &Job, draft: &Draft) -> Markup {
    let say = question.say;
    let again = question.to_with("/imports", &[("kind", &draft.kind)]);
    html! {
        div.note.bad { i.i.i-warn aria-hidden="true" {} div {
            p { b { (say.text(words::NOT_DONE)) } ": " (say.text(state(job.state))) }
            @if let Some([code, message, remedy]) = job.refusal() {
                p lang="vi" { (message) ". " (remedy) ". " small.mut { "[" (code) "]" } }
            }
        } }
        div.acts { a.btn.main href=(again) { (say.text(words::AGAIN)) } }
    }
}

fn done(visit: &Visit, question: &Question, job: &Job) -> Result<Markup, Problem> {
    let (outcome, refused) = imports::outcome(&visit.app, &visit.actor, job.id)?;
    let number = visit.raw.page("page")?;
    let say = question.say;
    let count = |n: usize| say.number(n as i64);
    let draft = Draft::of(job)?;
    let again = question.to_with("/imports", &[("kind", &draft.kind)]);
    Ok(html! {
        dl.figs {
            div { dt { (say.text(words::RESULT_TAKEN)) } dd.big.good { (count(outcome.accepted)) } }
            div { dt { (say.text(words::RESULT_NOT)) } dd.big.bad { (count(outcome.refused)) } }
        }
        @for note in &outcome.notes { p.note lang="vi" { i.i.i-info aria-hidden="true" {} span { (note) } } }
        @if refused.is_empty() { p.note.good { i.i.i-check aria-hidden="true" {} span { (say.text(words::ALL_TAKEN)) } } } @else {
            (rows(question, job.id, &refused, number))
        }
        div.sheet.pad.acts {
            @if !refused.is_empty() { a.btn.main href=(again) { (say.text(words::AGAIN)) } }
            a.btn href=(question.to("/imports")) { (say.text(words::TO_HISTORY)) }
            (history::undo_form(visit, question, &outcome.import))
        }
    })
}

fn rows(question: &Question, job: Id, refused: &[RefusedRow], number: usize) -> Markup {
    let say = question.say;
    let first = (number - 1) * ROWS;
    let shown: Vec<&RefusedRow> = refused.iter().skip(first).take(ROWS).collect();
    let [from, to, all] =
        [first + 1, first + shown.len(), refused.len()].map(|n| say.number(n as i64));
    let turn = Page {
        field: "page",
        number,
        more: first + shown.len() < refused.len(),
        range: say.fill(words::OF_ALL, &[("from", &from), ("to", &to), ("all", &all)]),
        keep: &[],
        anchor: "chua-ghi",
    };
    let file = question.to(&format!("/imports/{job}/refused.xlsx"));
    html! {
        section.sheet id="chua-ghi" {
            div.tools {
                h2 { (say.text(words::RESULT_ROWS)) }
                span.end { a.btn href=(file) download { i.i.i-get aria-hidden="true" {} (say.text(words::GET_REFUSED)) } }
            }
            p.pad.mut { (say.text(words::RESULT_ROWS_LEAD)) }
            div.tw { table.stack {
                caption.vh { (say.text(words::RESULT_ROWS)) }
                thead { tr {
                    th.n scope="col" { (say.text(words::ROW)) }
                    th scope="col" { (say.text(words::WHY)) }
                } }
                tbody lang="vi" { @for row in shown {
                    tr {
                        th.n scope="row" { @if let Some(sheet) = &row.sheet { (sheet) " · " } (row.row) }
                        td.full { (row.reason) " " span.mut { (row.remedy) } " " small.mut { "[" (row.code) "]" } }
                    }
                } }
            } }
            (pager(question, &format!("/imports/{job}"), &turn))
        }
    }
}

/// The rows that do not go in, as the workbook that came.
pub(super) fn refused(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(kernel::Power::Import).map_err(Problem::Refused)?;
    let (name, bytes) = imports::refused_file(&visit.app, &visit.actor, id(visit)?)?;
    Ok(download(&name, Format::Xlsx.content_type(), bytes))
}

/// Takes an import back.
pub(super) fn undo(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.question_and_place()?;
    let undone = Id::parse(visit.form.text("import"))
        .ok_or_else(|| unknown().into())
        .and_then(|import| imports::undo(&visit.app, &visit.actor, import));
    carried_out(
        visit,
        undone,
        |()| visit.done(&question.to("/imports"), question.say.text(words::UNDO_DONE)),
        history::show,
    )
}

fn unknown() -> Refusal {
    Refusal::new("unknown_import", "Sổ không có lần nhập này", "Mở lại lịch sử nhập")
}
