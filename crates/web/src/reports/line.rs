//! One line of a report opened: what it means, what it was made of, what was recorded since.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Difference, InputTold, Key, Line, LineTold, What, line};
use maud::{Markup, html};

use super::{door, key_of, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::state_of;
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let key = key_of(visit, &question, &place)?;
    let code = visit.raw.get("line").unwrap_or_default().to_owned();
    let version = visit.raw.get("version").and_then(|typed| typed.parse().ok());
    let (told, head) =
        visit.steady(|| Ok(line(&visit.app, &visit.actor, &key, version, &code)?))?;
    let say = question.say;
    let Some(form_line) = key.form.line(&code) else { return Err(Problem::NoPage) };
    let back = match version {
        Some(version) => question.to_with(
            &format!("/reports/{}", key.form.code),
            &[("version", &i64::to_string(&version))],
        ),
        None => door(&question, &key.form.code),
    };
    let title = format!("{}. {}", form_line.code, form_line.text);
    let content = html! {
        nav.crumbs aria-label=(say.text(crate::words::PATH)) { ol {
            li { a href=(question.to("/reports")) { (say.text(words::REPORTS)) } }
            li lang="vi" { a href=(back) { (key.form.name) } }
            li aria-current="page" { (form_line.code) }
        } }
        div.head { div {
            h1 lang="vi" { (title) }
            p {
                @match told.cell.value {
                    Some(value) => b { (say.number(value)) " " (form_line.unit) },
                    None => (state_of(say, told.cell.state)),
                }
                " · " span lang="vi" { (place.card.name) } " · " (say.period(question.period))
                @if let Some(version) = told.version {
                    " · " (say.fill(words::VERSION, &[("n", &say.number(version))]))
                }
            }
        } }
        div.gap {
            (meaning(&question, &key, form_line, &told))
            @if let Some(moved) = &told.moved { (since(&question, moved)) }
            @if !told.inputs.is_empty() {
                @if form_line.measure.is_some() { (inputs(&question, &told.inputs)) } @else { (tree(&question, &told)) }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

/// Wording, definition, source, and the way to the entries as the books knew them when it was filed.
fn meaning(question: &Question, key: &Key, line: &Line, told: &LineTold) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header {
                h2 { (say.text(words::DEFINITION)) }
                @if told.version.is_some() {
                    span.small.mut { (say.text(if told.is_kept { words::AS_WORDED_THEN } else { words::WORDED_TODAY })) }
                }
            }
            dl.kv.pad {
                dt { (say.text(words::MADE_FROM)) } dd { (source(question, line)) }
                @if let Some(definition) = &told.definition {
                    dt { (say.text(words::COUNTS_WHAT)) }
                    dd lang="vi" { (definition.meaning) small.under.mut { (definition.indicator) " · " (definition.formula) } }
                }
                @if let Some(note) = &told.cell.note { dt { (say.text(words::NOTE)) } dd lang="vi" { (note) } }
                @if let Some(beside) = told.beside {
                    dt { (say.text(words::AS_RECEIVED)) }
                    dd { (say.fill(words::BESIDE, &[("sum", &say.number(beside.sum)), ("n", &say.number(beside.valued))])) }
                }
                dt { (say.text(words::FORM_SOURCE)) } dd lang="vi" { (key.form.source) }
                @if let Some(at) = told.filed_at { dt { (say.text(words::WAS_SUBMITTED)) } dd { (say.moment(at)) } }
            }
            @if let Some(address) = entries(question, line, told) {
                footer { a href=(address) { (say.text(words::SEE_ENTRIES)) } }
            }
            @if !told.is_counted { p.pad.mut { (say.text(words::COUNTED_NO_MORE)) } }
        }
    }
}

/// The entries behind a counted line: as the books knew them when it was filed, and on the wording of that day.
fn entries(question: &Question, line: &Line, told: &LineTold) -> Option<String> {
    let code = line.indicator.as_deref().filter(|_| told.is_counted)?;
    let path = format!("/figures/{code}");
    Some(match told.filed_at {
        Some(at) => question.to_with(&path, &[("known_at", &at.iso())]),
        None => question.to(&path),
    })
}

fn source(question: &Question, line: &Line) -> Markup {
    let say = question.say;
    html! { @match line.what() {
        What::Heading => {},
        What::Indicator(_) => (say.text(words::FROM_BOOKS)),
        What::Typed(measure) => { (say.text(words::FROM_BELOW)) small.under.mut { (measure) } },
        What::Sum(lines) => (say.fill(words::FROM_LINES, &[("lines", &lines.join(", "))])),
    } }
}

/// The units directly below and what of each is in it.
fn inputs(question: &Question, inputs: &[InputTold]) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(words::UNITS_OF_THEN)) } span.small.mut { (say.number(inputs.len() as i64)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::UNITS_OF_THEN)) }
                thead { tr {
                    th scope="col" { (say.text(words::UNIT)) }
                    th scope="col" { (say.text(words::SUMMED)) }
                    th.n scope="col" { (say.text(words::VALUE)) }
                } }
                tbody { @for each in inputs { tr {
                    th scope="row" lang="vi" { (each.input.name) }
                    td data-l=(say.text(words::SUMMED)) { span { (summed(question, each)) } }
                    td.n.off[each.state.is_none()] data-l=(say.text(words::VALUE)) {
                        @match (each.value, each.state) {
                            (Some(value), _) => (say.number(value)),
                            (None, Some(state)) => (state_of(say, state)),
                            (None, None) => {},
                        }
                    }
                } } }
            } }
        }
    }
}

/// The units directly below, of a line that the books count or that other lines make.
fn tree(question: &Question, told: &LineTold) -> Markup {
    let say = question.say;
    let title =
        if told.version.is_some() && told.is_kept { words::TREE_OF_THEN } else { words::BELOW };
    html! {
        section.sheet {
            header { h2 { (say.text(title)) } span.small.mut { (say.number(told.inputs.len() as i64)) } }
            ul.rows { @for each in &told.inputs { li {
                span lang="vi" { (each.input.name) }
                @if let Some(package) = each.input.package {
                    " " (crate::exchange::mark(question, &package.to_string()))
                }
            } } }
        }
    }
}

/// The version of a unit below that was summed, and the way to it.
fn summed(question: &Question, each: &InputTold) -> Markup {
    let say = question.say;
    let version = |number: i64| say.fill(words::VERSION, &[("n", &say.number(number))]);
    html! { @match (&each.input.summed, each.input.package) {
        (Some((_, number)), Some(package)) => {
            (version(*number)) " " (crate::exchange::mark(question, &package.to_string()))
        },
        (Some((form, number)), None) => {
            a href=(question.of_unit(&each.input.code).to_with(&format!("/reports/{form}"), &[("version", &number.to_string())])) {
                (version(*number))
            }
        },
        (None, _) => span.mut { (say.text(words::NOT_APPROVED_THEN)) },
    } }
}

/// What the books would fill today, and the entries since.
fn since(question: &Question, moved: &Difference) -> Markup {
    let say = question.say;
    let number =
        |value: Option<i64>| value.map_or_else(|| "…".to_owned(), |value| say.number(value));
    html! {
        section.sheet {
            header { h2 { (say.text(words::MOVED)) } span.small.mut { (say.text(words::FILED_STAYS)) } }
            p.pad { del { (number(moved.filed)) } " → " ins { (number(moved.now)) } }
            @if moved.causes.is_empty() { p.pad.mut { (say.text(words::REORGANISED)) } }
            @else { ul.rows { @for line in &moved.causes { li { span {
                (say.signed(line.quantity)) " " span lang="vi" { (line.event) } ", " (say.day_text(&line.on)) ", " (line.unit_code)
                @if let Some(person) = &line.person { ": " span lang="vi" { (person) } }
                small.under.mut { (say.moment_text(&line.recorded_at)) ", " span lang="vi" { (line.actor) } }
            } } } } }
        }
    }
}
