//! Packages sent and received, and the form by which a file is taken in.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exchange::{ReceivedRow, SentRow, received, sent};
use domain::reports::find_form;
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{Page, form, pager};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// Rows of each list on a page.
const ROWS: usize = 30;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page, with why a file was not taken.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (came, went) = (visit.raw.page("page")?, visit.raw.page("sent")?);
    let window = |page: usize| ((page - 1) * ROWS, ROWS + 1);
    let (app, actor) = (&visit.app, &visit.actor);
    let ((mut in_rows, mut out_rows), head) = visit
        .steady(|| Ok((received(app, actor, window(came))?, sent(app, actor, window(went))?)))?;
    let say = question.say;
    let title = say.text(words::EXCHANGE);
    let turn = |field: &'static str, number: usize, count: usize| {
        let first = (number - 1) * ROWS;
        let [from, to] = [first + 1, first + count.min(ROWS)].map(|n| say.number(n as i64));
        let range = say.fill(words::FILES_RANGE, &[("from", &from), ("to", &to)]);
        let page = Page { field, number, more: count > ROWS, range, keep: &[], anchor: field };
        html! { @if number > 1 || count > ROWS { footer { (pager(&question, "/exchange", &page)) } } }
    };
    let pages = (turn("page", came, in_rows.len()), turn("sent", went, out_rows.len()));
    in_rows.truncate(ROWS);
    out_rows.truncate(ROWS);
    let content = html! {
        div.head {
            div { h1 { (title) } p { (say.text(words::LEAD)) } }
            div.acts { a.btn href=(question.to("/exchange/keys")) { (say.text(words::KEYS)) } }
        }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("file"))) }
        div.gap {
            @if actor.may(Power::ApproveReports) { (take_form(visit, &question)) }
            section.sheet id="page" {
                header { h2 { (say.text(words::RECEIVED)) } }
                @if in_rows.is_empty() { p.pad.mut { (say.text(words::NOTHING_RECEIVED)) } }
                @else { (received_table(&question, &in_rows)) }
                (pages.0)
            }
            section.sheet id="sent" {
                header { h2 { (say.text(words::SENT)) } }
                @if out_rows.is_empty() { p.pad.mut { (say.text(words::NOTHING_SENT)) } }
                @else { (sent_table(&question, &out_rows)) }
                (pages.1)
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn take_form(visit: &Visit, question: &Question) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(words::TAKE_IN)) } }
            form.pad.gap method="post" enctype="multipart/form-data" action=(question.to("/exchange/look")) {
                (frame::form_key(visit))
                div.field {
                    label for="f-file" { (say.text(words::FILE)) }
                    span.hint id="h-file" { (say.text(words::FILE_HINT)) }
                    input id="f-file" type="file" name="file" required aria-describedby="h-file" accept=".json,application/json";
                }
                (form::acts(say, words::LOOK, None))
            }
        }
    }
}

fn received_table(question: &Question, rows: &[ReceivedRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::RECEIVED)) }
            (heads(question))
            tbody { @for row in rows { tr {
                th scope="row" lang="vi" { a href=(question.to(&format!("/exchange/{}", row.package))) { (row.unit_name) } }
                td data-l=(say.text(words::REPORT)) lang="vi" { (form_name(&row.form)) }
                td data-l=(say.text(words::DAYS)) { (say.period(row.period)) }
                td.n data-l=(say.text(words::VERSION)) {
                    span { (say.number(row.version)) " "
                        @if row.is_superseded { span.tag { (say.text(words::SUPERSEDED)) } }
                        @else { span.tag.good { (say.text(words::COUNTS)) } }
                    }
                }
                td data-l=(say.text(words::WHEN)) { (say.moment_text(&row.recorded_at)) }
                td data-l=(say.text(words::WHO)) lang="vi" { (row.actor) }
            } } }
        } }
    }
}

fn sent_table(question: &Question, rows: &[SentRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::SENT)) }
            (heads(question))
            tbody { @for row in rows { tr {
                @let own = question.of_unit(&row.unit).in_period(row.period);
                th scope="row" lang="vi" { a href=(own.to(&format!("/reports/{}", row.form))) { (row.unit_name) } }
                td data-l=(say.text(words::REPORT)) lang="vi" { (form_name(&row.form)) }
                td data-l=(say.text(words::DAYS)) { (say.period(row.period)) }
                td.n data-l=(say.text(words::VERSION)) { (say.number(row.version)) }
                td data-l=(say.text(words::WHEN)) { (say.moment_text(&row.recorded_at)) }
                td data-l=(say.text(words::WHO)) lang="vi" { (row.actor) }
            } } }
        } }
    }
}

/// The name of a form of the program; the code of one that came with a package.
fn form_name(code: &str) -> &str {
    find_form(code).map_or(code, |form| &form.name)
}

fn heads(question: &Question) -> Markup {
    let say = question.say;
    html! { thead { tr {
        th scope="col" { (say.text(words::UNIT)) }
        th scope="col" { (say.text(words::REPORT)) }
        th scope="col" { (say.text(words::DAYS)) }
        th.n scope="col" { (say.text(words::VERSION)) }
        th scope="col" { (say.text(words::WHEN)) }
        th scope="col" { (say.text(words::WHO)) }
    } } }
}
