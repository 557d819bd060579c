//! The imports of a unit, those under way, and the form by which a file is sent.

use axum::http::StatusCode;
use axum::response::Response;
use domain::imports::{self, Draft, ImportRow, Request, kind_from_code};
use domain::jobs::{self, Job};
use kernel::Refusal;
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::jobs::state;
use crate::parts::form::{self, Field};
use crate::parts::{Page, pager, typed};
use crate::problem::{Problem, carried_out, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// Imports on one page.
const ROWS: usize = 30;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// A file sent: it is read at once, and what cannot be read is refused with the reason.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    carried_out(
        visit,
        prepared(visit, &question, &place),
        |id| visit.done(&question.to(&format!("/imports/{id}")), ""),
        show,
    )
}

fn prepared(
    visit: &Visit,
    question: &Question,
    place: &Place,
) -> Result<kernel::Id, domain::Error> {
    let say = question.say;
    let form = &visit.form;
    let file = form.file("file").ok_or_else(|| {
        Refusal::new("file_missing", say.text(words::NO_FILE), say.text(words::NO_FILE_DO))
    })?;
    let kind = kind_from_code(form.text("kind")).unwrap_or(imports::Kind::Members);
    let as_of = typed::boxes(form.boxes("as-of"))?;
    let unit = Some(&*place.card.code);
    let request = Request { kind, file_name: &file.name, bytes: &file.bytes, unit, as_of };
    imports::prepare(&visit.app, &visit.actor, &request)
}

/// The page, where there is a refusal with it on top.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let skip = (number - 1) * ROWS;
    let ((rows, more), head) = visit.steady(|| {
        Ok(imports::history(&visit.app, &visit.actor, &place.card.code, (skip, ROWS))?)
    })?;
    let mine =
        if visit.is_signed_in() { jobs::mine(&visit.app, &visit.actor)? } else { Vec::new() };
    let say = question.say;
    let title = say.text(words::TITLE);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::LEAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("file"))) }
        div.grid.g2 {
            (send_form(visit, &question, &place))
            (under_way(&question, &mine))
        }
        div.after { (history(visit, &question, &rows, (number, more))) }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

/// The kinds of list by their codes.
pub(crate) fn kind_name(say: Say, code: &str) -> &'static str {
    say.text(match code {
        "units" => words::KIND_UNITS,
        "movements" => words::KIND_MOVEMENTS,
        "targets" => words::KIND_TARGETS,
        _ => words::KIND_MEMBERS,
    })
}

fn send_form(visit: &Visit, question: &Question, place: &Place) -> Markup {
    let (say, sent) = (question.say, &visit.form);
    let kinds =
        ["members", "units", "movements", "targets"].map(|code| (code, kind_name(say, code)));
    let asked = sent.some("kind").or_else(|| visit.raw.get("kind")).unwrap_or("members");
    let kind = Field::new("kind", say.text(words::KIND), asked);
    let day = sent.boxes("as-of");
    html! {
        section.sheet {
            header { h2 { (say.text(words::SEND_TITLE)) } p { (say.fill(words::FOR_UNIT, &[("unit", &place.card.name)])) } }
            form.pad.gap method="post" enctype="multipart/form-data" action=(question.to("/imports")) {
                (frame::form_key(visit))
                (form::select(say, &kind, &kinds))
                div.field {
                    label for="f-file" { (say.text(words::FILE)) }
                    span.hint id="h-file" { (say.text(words::FILE_HINT)) }
                    input id="f-file" type="file" name="file" required aria-describedby="h-file"
                        accept=".xlsx,.xls,.ods,.csv,.txt";
                }
                (form::date(say, "as-of", say.text(words::AS_OF), day, None))
                (form::acts(say, words::SEND, None))
            }
        }
    }
}

/// One's own imports that did not come to an end yet.
fn under_way(question: &Question, jobs: &[Job]) -> Markup {
    let say = question.say;
    let open: Vec<(&Job, Draft)> = jobs
        .iter()
        .filter(|job| job.kind == "import" && !job.state.is_over())
        .filter_map(|job| Some((job, Draft::of(job).ok()?)))
        .collect();
    html! {
        @if !open.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::MINE)) } }
                ul.rows.drafts { @for (job, draft) in &open {
                    li {
                        span {
                            a href=(question.to(&format!("/imports/{}", job.id))) { (draft.file_name) }
                            small.mut { (kind_name(say, &draft.kind)) " · " (say.moment(job.made_at)) }
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
    rows: &[ImportRow],
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
        anchor: "da-nhap",
    };
    html! {
        section.sheet id="da-nhap" {
            header { h2 { (say.text(words::HISTORY)) } }
            @if rows.is_empty() {
                p.pad.mut { (say.text(words::NO_HISTORY)) }
            } @else {
                div.tw { table.stack {
                    caption.vh { (say.text(words::HISTORY)) }
                    thead { tr {
                        th scope="col" { (say.text(words::WHAT)) }
                        th scope="col" { (say.text(words::WHOSE)) }
                        th scope="col" { (say.text(words::WHO)) }
                        th.n scope="col" { (say.text(words::TAKEN)) }
                        th.n scope="col" { (say.text(words::NOT_TAKEN)) }
                        th scope="col" { (say.text(words::STATE)) }
                    } }
                    tbody { @for row in rows { (line(visit, question, row)) } }
                } }
                (pager(question, "/imports", &turn))
            }
        }
    }
}

fn line(visit: &Visit, question: &Question, row: &ImportRow) -> Markup {
    let say = question.say;
    html! {
        tr {
            th scope="row" { (row.file_name) br; small.mut { (kind_name(say, &row.kind))
                @if let Some(day) = row.as_of { " · " (say.day(day)) } } }
            td data-l=(say.text(words::WHOSE)) { a href=(question.of_unit(&row.unit_code).to("/")) { (row.unit) } }
            td data-l=(say.text(words::WHO)) { span { (row.actor) br; small.mut { (say.moment(row.recorded_at)) } } }
            td.n data-l=(say.text(words::TAKEN)) { (say.number(row.accepted)) }
            td.n data-l=(say.text(words::NOT_TAKEN)) { (say.number(row.refused)) }
            td data-l=(say.text(words::STATE)) { div {
                @if row.is_undone { span.tag { (say.text(words::UNDONE)) } } @else {
                    span.tag.good { (say.text(words::STANDS)) }
                    (undo_form(visit, question, &row.id.to_string()))
                }
            } }
        }
    }
}

/// Taking an import back, behind one more press.
pub(super) fn undo_form(visit: &Visit, question: &Question, import: &str) -> Markup {
    let say = question.say;
    html! {
        details.undo {
            summary { (say.text(words::UNDO)) }
            form method="post" action=(question.to("/imports/undo")) {
                (frame::form_key(visit))
                (form::hidden("import", import))
                p.small { (say.text(words::UNDO_LEAD)) }
                button.btn { (say.text(words::UNDO)) }
            }
        }
    }
}
