//! Finding a unit by a part of its name, with or without marks; without words, the units directly
//! below the one shown.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::figures::{BelowRow, below as figures_below};
use domain::units::{UnitRow, find_units};
use maud::{Markup, html};

use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{self, Page, pager};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words;

/// Units found that are shown at once; who sees so many types one more letter.
const FOUND_MAX: usize = 100;
/// Units below on one page.
const BELOW_AT_ONCE: usize = 50;
/// Units offered under the search box.
const OFFERED: usize = 8;

/// The page of units.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    match visit.raw.get("q") {
        Some(typed) => found(visit, typed),
        None => below(visit),
    }
}

fn found(visit: &Visit, typed: &str) -> Result<Response, Problem> {
    let question = visit.raw.question(visit.today)?;
    let say = question.say;
    let gather = || Ok(find_units(&visit.app, &visit.actor, typed, FOUND_MAX)?);
    let (rows, head) = visit.steady(gather)?;
    let title = say.fill(words::UNITS_FOUND, &[("typed", typed)]);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::UNITS_LEAD)) } } }
        (search(visit, &question))
        @if rows.is_empty() {
            section.sheet.empty {
                h2 { (say.fill(words::NO_UNIT_MATCHES, &[("typed", typed)])) }
                p { (say.text(words::NO_UNIT_MATCHES_DO)) }
                a.btn href=(question.to("/units")) { (say.text(words::BELOW)) }
            }
        } @else {
            section.sheet {
                (list(say, &question, &rows))
                @if rows.len() == FOUND_MAX {
                    footer { (say.fill(words::ONLY_FIRST, &[("n", &say.number(FOUND_MAX as i64))])) }
                }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: None, head: Some(&head) };
    Ok(respond(StatusCode::OK, &frame::page(&frame, &title, &content)))
}

fn below(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let say = question.say;
    let day = question.organisation_day();
    let query = question.query(&place.card.code);
    let gather = || Ok(figures_below(&visit.app, &visit.actor, &query, &COLUMNS)?);
    let (rows, head) = visit.steady(gather)?;
    let first = (number - 1) * BELOW_AT_ONCE;
    let shown = rows.get(first..rows.len().min(first + BELOW_AT_ONCE)).unwrap_or_default();
    let title = say.fill(words::UNITS_BELOW_OF, &[("unit", &place.card.name)]);
    let count = say.number(rows.len() as i64);
    let range = say.fill(
        words::LINES_OF,
        &[
            ("first", &say.number((first + 1).min(rows.len()) as i64)),
            ("last", &say.number((first + shown.len()) as i64)),
            ("total", &count),
        ],
    );
    let more = first + shown.len() < rows.len();
    let turning = Page { field: "page", number, more, range, keep: &[], anchor: "danh-sach" };
    let content = html! {
        div.head { div {
            h1 { (title) }
            p { (say.fill(words::BELOW_COUNT, &[("n", &count), ("day", &say.day(day))])) ". "
                (say.text(words::UNITS_LEAD)) }
        } }
        (search(visit, &question))
        section.sheet id="danh-sach" {
            @if shown.is_empty() {
                div.empty { p { (say.text(words::NONE_BELOW)) }
                    a.btn href=(question.to("/")) { (say.text(words::OVERVIEW)) } }
            } @else {
                (with_figures(&question, shown))
                (pager(&question, &visit.path, &turning))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, &frame::page(&frame, &title, &content)))
}

/// The search box of the page itself: on a phone the bar has no room for one.
fn search(visit: &Visit, question: &Question) -> Markup {
    let label = question.say.text(words::FIND_UNIT);
    html! {
        form.find.wide role="search" action="/units" method="get" aria-label=(label) {
            label.vh for="tim" { (label) }
            input id="tim" name="q" type="search" maxlength="200" placeholder=(label)
                value=[visit.raw.get("q")] autocomplete="off";
            (frame::hidden(question))
            button.btn { (question.say.text(words::SEARCH)) }
        }
    }
}

/// The figures of each unit below, and their headings.
const COLUMNS: [&str; 3] = ["members.closing", "units.closing", "members.admitted"];

/// Units below as a table with their main figures, each a door to its own trace.
fn with_figures(question: &Question, rows: &[BelowRow]) -> Markup {
    let say = question.say;
    let heads = [words::MEMBERS, words::UNIONS, words::ADMITTED_SHORT].map(|head| say.text(head));
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(words::UNITS)) }
            thead { tr {
                th scope="col" { (say.text(words::NAME)) }
                th scope="col" { (say.text(words::KIND)) }
                th scope="col" { (say.text(words::CODE)) }
                @for head in heads { th.n scope="col" { (head) } }
            } }
            tbody { @for BelowRow { unit, values } in rows { tr {
                th scope="row" { a href=(question.of_unit(&unit.code).to("/")) { (unit.name) } }
                td data-l=(say.text(words::KIND)) lang="vi" { span { (unit.kind) } }
                td.mut data-l=(say.text(words::CODE)) { span { (unit.code) } }
                @for (place, (head, indicator)) in heads.iter().zip(COLUMNS).enumerate() {
                    @let value = values.as_ref().and_then(|values| values.get(place));
                    td.n data-l=(head) { span { (parts::figure_of(question, unit, indicator, value)) } }
                }
            } } }
        } }
    }
}

/// Units as a table, each with the one that manages it; they lead to their figures, asked the same way.
pub(crate) fn list(say: crate::say::Say, question: &Question, rows: &[UnitRow]) -> Markup {
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(words::UNITS)) }
            thead { tr {
                th scope="col" { (say.text(words::NAME)) }
                th scope="col" { (say.text(words::KIND)) }
                th scope="col" { (say.text(words::ABOVE_AND_BELOW)) }
                th scope="col" { (say.text(words::CODE)) }
                th.n scope="col" { (say.text(words::FROM)) }
                th.n scope="col" { (say.text(words::TO)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" { a href=(question.of_unit(&row.code).to("/")) { (row.name) } }
                td data-l=(say.text(words::KIND)) lang="vi" { span { (row.kind) } }
                td data-l=(say.text(words::ABOVE_AND_BELOW)) lang="vi" {
                    span { (row.parent.as_deref().unwrap_or("–")) }
                }
                td.mut data-l=(say.text(words::CODE)) { span { (row.code) } }
                td.n data-l=(say.text(words::FROM)) { span { (say.day_text(&row.opened_on)) } }
                td.n data-l=(say.text(words::TO)) {
                    @match &row.ended_on {
                        Some(day) => span.warn { (say.day_text(day)) },
                        None => span.dim { (say.text(words::STILL)) },
                    }
                }
            } } }
        } }
    }
}

/// The first units that match, for the list under the search box.
pub(super) fn json(visit: &Visit) -> Result<Response, Problem> {
    let typed = visit.raw.get("q").unwrap_or_default();
    let rows = find_units(&visit.app, &visit.actor, typed, OFFERED)?;
    let text = serde_json::to_string(&rows).map_err(|error| {
        tracing::error!(%error, "a list of units could not be written");
        Problem::Ours
    })?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}
