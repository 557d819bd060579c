//! Finding a unit by a part of its name or code, of now or of before, with or without marks.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::units::{UnitRow, find_units};
use kernel::UnitKind;
use maud::{Markup, html};

use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units::{record_door, tree, words as own};
use crate::words;

/// Units found that are shown at once; who sees so many types one more letter.
const FOUND_MAX: usize = 100;
/// Units offered under the search box.
const OFFERED: usize = 8;

/// The page of units.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    match visit.raw.get("q") {
        Some(typed) => found(visit, typed),
        None => tree::page(visit),
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
                (list_to(say, &rows, |code| record_door(&question, code)))
                @if rows.len() == FOUND_MAX {
                    footer { (say.fill(own::FOUND_ONLY_FIRST, &[("n", &say.number(FOUND_MAX as i64))])) }
                }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: None, head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

/// The search box of the page itself: on a phone the bar has no room for one.
pub(super) fn search(visit: &Visit, question: &Question) -> Markup {
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

/// Units as a table, each with the one that manages it; they lead to their figures, asked the same way.
pub(crate) fn list(say: Say, question: &Question, rows: &[UnitRow]) -> Markup {
    list_to(say, rows, |code| question.of_unit(code).to("/"))
}

fn list_to(say: Say, rows: &[UnitRow], door: impl Fn(&str) -> String) -> Markup {
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
                th scope="row" {
                    a lang=[say.foreign()] href=(door(&row.code)) { (row.name) }
                    @if let Some(name) = &row.formerly {
                        small.under.mut { (say.fill(own::FORMERLY, &[("name", name)])) }
                    }
                }
                td data-l=(say.text(words::KIND)) { span { (kind_of(say, row.kind)) } }
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

/// The kind of a unit, which lists carry by its Vietnamese name, in the reader's language.
pub(super) fn kind_of(say: Say, named: &'static str) -> &'static str {
    let kind = UnitKind::ALL.iter().find(|kind| kind.name().vi == named);
    kind.map_or(named, |kind| say.text(kind.name()))
}

/// The first units that match, for the list under the search box.
pub(super) fn json(visit: &Visit) -> Result<Response, Problem> {
    let typed = visit.raw.get("q").unwrap_or_default();
    let rows = find_units(&visit.app, &visit.actor, typed, OFFERED)?.into_iter();
    let rows = rows.map(|row| UnitRow { kind: kind_of(visit.say, row.kind), ..row });
    let rows: Vec<UnitRow> = rows.collect();
    let text = serde_json::to_string(&rows).map_err(|error| {
        tracing::error!(%error, "a list of units could not be written");
        Problem::Ours
    })?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}
