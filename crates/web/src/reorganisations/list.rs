//! The reorganisations of a unit, those being prepared, and the form by which a list is sent.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exports::Format;
use domain::jobs::{self, Job};
use domain::reorganisations::{self, Draft, Past};
use domain::units::must_record_at;
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::{decision, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::jobs::state;
use crate::parts::{Page, download, form, pager};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;
use crate::units::Place;

/// Reorganisations on one page.
const ROWS: usize = 30;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// A list sent: it is read at once, and what cannot be read is refused with the reason.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    must_record_at(&visit.app, &visit.actor, place.card.id)?;
    carried_out(
        visit,
        prepared(visit, &place),
        |id| visit.done(&question.to(&format!("/reorganise/{id}")), ""),
        show,
    )
}

fn prepared(visit: &Visit, place: &Place) -> Result<Id, domain::Error> {
    let file = file(visit)?;
    let decision = decision::read(visit)?;
    reorganisations::prepare(&visit.app, &visit.actor, &place.card.code, decision, file)
}

/// The list that was sent: name and bytes.
pub(super) fn file(visit: &Visit) -> Result<(&str, &[u8]), Refusal> {
    let say = visit.say;
    let sent = visit.form.file("file").ok_or_else(|| {
        Refusal::new("file_missing", say.text(words::NO_FILE), say.text(words::NO_FILE_DO))
    })?;
    Ok((&sent.name, &sent.bytes))
}

/// The units below one as a workbook to fill.
pub(super) fn sheet_to_fill(visit: &Visit) -> Result<Response, Problem> {
    let (_, place) = visit.question_and_place()?;
    let code = &place.card.code;
    let bytes = reorganisations::sheet_to_fill(&visit.app, &visit.actor, code)?;
    Ok(download(&format!("sap-xep-{code}.xlsx"), Format::Xlsx.content_type(), bytes))
}

/// The field a refusal is about.
fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal.code {
        "has_dependents" | "already_undone" | "unknown_reorganisation" => None,
        "document_missing" => Some("paper-number"),
        "day_missing" | "after_last_day" => Some("on"),
        _ => Some("file"),
    }
}

/// The page, where there is a refusal with it on top.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let window = ((number - 1) * ROWS, ROWS);
    let ((rows, more), head) = visit.steady(|| {
        Ok(reorganisations::history(&visit.app, &visit.actor, &place.card.code, window)?)
    })?;
    let mine =
        if visit.is_signed_in() { jobs::mine(&visit.app, &visit.actor)? } else { Vec::new() };
    let say = question.say;
    let title = say.text(words::TITLE);
    let content = html! {
        div.head {
            div { h1 { (title) } p { (say.text(words::LEAD)) } }
            div.acts { a.btn href=(question.to("/reorganise/list.xlsx")) download {
                i.i.i-get aria-hidden="true" {} (say.text(words::EMPTY_SHEET)) } }
        }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(refusal))) }
        div.gap {
            div.grid.g2 {
                (send_form(visit, &question, &place, refusal))
                (under_way(&question, &mine))
            }
            (history(visit, &question, &rows, (number, more)))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn send_form(
    visit: &Visit,
    question: &Question,
    place: &Place,
    refusal: Option<&Refusal>,
) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(words::SEND_TITLE)) } p { (say.fill(words::FOR_UNIT, &[("unit", &place.card.name)])) } }
            form.pad.gap method="post" enctype="multipart/form-data" action=(question.to("/reorganise")) {
                (frame::form_key(visit))
                (file_field(question, words::FILE))
                (decision::fields(visit, refusal))
                (form::acts(say, words::SEND, None))
            }
        }
    }
}

/// The field of a list.
pub(super) fn file_field(question: &Question, label: kernel::Text) -> Markup {
    let say = question.say;
    html! {
        div.field {
            label for="f-file" { (say.text(label)) }
            span.hint id="h-file" { (say.text(words::FILE_HINT)) }
            input id="f-file" type="file" name="file" required aria-describedby="h-file"
                accept=".xlsx,.xls,.ods,.csv,.txt";
        }
    }
}

/// One's own that did not come to an end yet.
fn under_way(question: &Question, jobs: &[Job]) -> Markup {
    let say = question.say;
    let open: Vec<(&Job, Draft)> = jobs
        .iter()
        .filter(|job| job.kind == "reorganisation" && !job.state.is_over())
        .filter_map(|job| Some((job, Draft::of(job).ok()?)))
        .collect();
    html! {
        section.sheet {
            header { h2 { (say.text(words::MINE)) } p { (say.text(words::MINE_HINT)) } }
            @if open.is_empty() { p.pad.mut { (say.text(words::NONE_MINE)) } } @else {
                ul.rows.drafts { @for (job, draft) in &open {
                    li {
                        span {
                            a href=(question.to(&format!("/reorganise/{}", job.id))) { (draft.decision.number) " · " (draft.file_name) }
                            small.mut { (say.moment(job.made_at)) }
                        }
                        span.tag { (say.text(state(job.state))) }
                    }
                } }
            }
        }
    }
}

fn history(
    visit: &Visit,
    question: &Question,
    rows: &[Past],
    (number, more): (usize, bool),
) -> Markup {
    let say = question.say;
    let first = (number - 1) * ROWS;
    let (from, to) = (say.number(first as i64 + 1), say.number((first + rows.len()) as i64));
    let turn = Page {
        field: "page",
        number,
        more,
        range: say.fill(words::RANGE, &[("from", &from), ("to", &to)]),
        keep: &[],
        anchor: "da-sap-xep",
    };
    html! {
        section.sheet id="da-sap-xep" {
            header { h2 { (say.text(words::HISTORY)) } }
            @if rows.is_empty() {
                p.pad.mut { (say.text(words::NO_HISTORY)) }
            } @else {
                div.tw { table.stack {
                    caption.vh { (say.text(words::HISTORY)) }
                    thead { tr {
                        th scope="col" { (say.text(words::DECISION)) }
                        th scope="col" { (say.text(words::WHOSE)) }
                        th scope="col" { (say.text(words::WHO)) }
                        th.n scope="col" { (say.text(words::ROWS)) }
                        th scope="col" { (say.text(words::STATE)) }
                    } }
                    tbody { @for row in rows { (line(visit, question, row)) } }
                } }
                (pager(question, "/reorganise", &turn))
            }
        }
    }
}

fn line(visit: &Visit, question: &Question, row: &Past) -> Markup {
    let say = question.say;
    html! {
        tr {
            th scope="row" { (row.number) br; small.mut {
                (say.fill(words::IN_FORCE, &[("day", &say.day(row.on))])) " · " (row.file_name) } }
            td data-l=(say.text(words::WHOSE)) { a href=(question.of_unit(&row.unit.0).to("/")) { (row.unit.1) } }
            td data-l=(say.text(words::WHO)) { span { (row.actor) br; small.mut { (say.moment(row.recorded_at)) } } }
            td.n data-l=(say.text(words::ROWS)) { (say.number(row.rows)) }
            td data-l=(say.text(words::STATE)) { div {
                @if row.is_undone { span.tag { (say.text(words::UNDONE)) } } @else {
                    span.tag.good { (say.text(words::STANDS)) }
                    (undo_form(visit, question, &row.id.to_string()))
                }
            } }
        }
    }
}

/// Taking a reorganisation back, behind one more press.
pub(super) fn undo_form(visit: &Visit, question: &Question, id: &str) -> Markup {
    let say = question.say;
    html! {
        details.undo {
            summary { (say.text(words::UNDO)) }
            form method="post" action=(question.to("/reorganise/undo")) {
                (frame::form_key(visit))
                (form::hidden("id", id))
                p.small { (say.text(words::UNDO_LEAD)) }
                button.btn { (say.text(words::UNDO)) }
            }
        }
    }
}
