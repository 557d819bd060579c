//! The page: every indicator of both sides, the difference, and its share of the second.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::figures::{Comparison, Difference, Figure, compare};
use maud::{Markup, html};

use super::asked::{Sides, percent};
use super::{PATH, form, words};
use crate::address::Question;
use crate::figures::{crumbs, family, name};
use crate::frame::{self, Frame};
use crate::parts::fig;
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::words as common;

/// The families of indicators, each with its heading.
const FAMILIES: [(&str, kernel::Text); 2] =
    [("members.", common::MEMBERS), ("units.", common::UNIONS)];

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let sides = Sides::read(visit)?;
    let renamed = |field: &str, code: &str| visit.raw.get(field).is_some_and(|typed| typed != code);
    let is_form = visit.raw.is_form() || visit.raw.get("to2-d").is_some();
    if is_form || renamed("unit", &sides.first.place.card.code) {
        return Ok(Redirect::to(&sides.to(PATH)).into_response());
    }
    let (told, head) = visit.steady(|| gather(visit, &sides))?;
    let question = &sides.first.question;
    let say = question.say;
    let title = say.text(common::COMPARE);
    let content = html! {
        (crumbs(visit, question, &sides.first.place))
        (heading(visit, &sides, title))
        div.gap {
            (form::ways(&sides))
            (form::form(&sides))
            (notices(question, &told))
            @for (prefix, name) in FAMILIES { (sheet(&sides, &told, Some(prefix), say.text(name))) }
            (sheet(&sides, &told, None, say.text(words::OTHERS)))
        }
    };
    let place = &sides.first.place;
    let frame = Frame { visit, question, place: Some(place), head: Some(&head) };
    Ok(respond(
        StatusCode::OK,
        frame::page(&frame, &format!("{title} · {}", place.card.name), &content),
    ))
}

/// Both sides answered.
pub(super) fn gather(visit: &Visit, sides: &Sides) -> Result<Comparison, Problem> {
    let query = |side: &super::asked::Side| side.question.query(&side.place.card.code);
    Ok(compare(&visit.app, &visit.actor, &query(&sides.first), &query(&sides.second))?)
}

fn heading(visit: &Visit, sides: &Sides, title: &str) -> Markup {
    let say = sides.first.question.say;
    let [first, second] = sides.names();
    let units = sides.first.place.card.id != sides.second.place.card.id;
    html! {
        div.head {
            div {
                h1 { (title) }
                p { @if !units { (sides.first.place.card.name) ": " }
                    b { (first) } " " (say.text(words::AGAINST)) " " b { (second) } "." }
            }
            div.acts {
                a.btn href=(sides.to("/compare.xlsx")) download { i.i.i-get aria-hidden="true" {} (say.text(words::FILE_XLSX)) }
                a.btn.bare href=(sides.to("/compare.csv")) download { (say.text(words::FILE_CSV)) }
                (crate::print::button(visit, crate::print::FIGURES))
            }
        }
    }
}

/// What must be known of either side, said once.
fn notices(question: &Question, told: &Comparison) -> Markup {
    let say = question.say;
    let mut notes: Vec<&String> = told.first.notes.iter().chain(&told.second.notes).collect();
    notes.dedup();
    let columns = question.column_names();
    html! {
        @if !columns.is_empty() {
            p.note { i.i.i-info aria-hidden="true" {} span { (say.fill(common::ONLY_COLUMN, &[("columns", &columns.join(", "))])) } }
        }
        @if !notes.is_empty() {
            div.note { i.i.i-info aria-hidden="true" {} div { @for note in notes { p lang="vi" { (note) } } } }
        }
    }
}

/// A row: both figures and how they differ.
struct Row<'c> {
    code: &'static str,
    first: &'c Figure,
    second: &'c Figure,
    difference: &'c Difference,
}

/// The rows of a family, or without one those of no family.
fn rows<'c>(told: &'c Comparison, prefix: Option<&str>) -> Vec<Row<'c>> {
    let is_other = |code: &str| FAMILIES.iter().all(|(prefix, _)| !code.starts_with(prefix));
    let codes: Vec<&'static str> = match prefix {
        Some(prefix) => family(prefix).map(|indicator| indicator.code).collect(),
        None => {
            let all = told.differences.iter().map(|each| each.indicator);
            all.filter(|code| is_other(code)).collect()
        }
    };
    let row = |code: &'static str| {
        let at = told.differences.iter().position(|each| each.indicator == code)?;
        let (first, second) = (told.first.figures.get(at)?, told.second.figures.get(at)?);
        Some(Row { code, first, second, difference: told.differences.get(at)? })
    };
    codes.into_iter().filter_map(row).collect()
}

fn sheet(sides: &Sides, told: &Comparison, prefix: Option<&str>, title: &str) -> Markup {
    let say = sides.first.question.say;
    let [first, second] = sides.names();
    let id = format!("so-{}", prefix.unwrap_or("khac").trim_end_matches('.'));
    let rows = rows(told, prefix);
    html! {
        @if !rows.is_empty() { section.sheet aria-labelledby=(id) {
            header { h2 id=(id) { (title) } }
            div.tw { table.dense.stack.compare {
                caption.vh { (title) }
                thead { tr {
                    th scope="col" { (say.text(common::INDICATOR)) }
                    th.n scope="col" { (first) }
                    th.n scope="col" { (second) }
                    th.n scope="col" { (say.text(words::DIFFERENCE)) }
                    th.n scope="col" { (say.text(words::CHANGE)) }
                } }
                tbody { @for row in &rows { (line(sides, row, [&first, &second])) } }
            } }
        } }
    }
}

fn line(sides: &Sides, row: &Row<'_>, [first, second]: [&str; 2]) -> Markup {
    let say = sides.first.question.say;
    let is_nothing = row.first.value == Some(0) && row.second.value == Some(0);
    let by = row.difference.by;
    html! {
        tr.mut[is_nothing].off[is_nothing] {
            th scope="row" { (name(say, row.code)) }
            td.n data-l=(first) { (fig(&sides.first.question, row.first)) }
            td.n data-l=(second) { (fig(&sides.second.question, row.second)) }
            td.n data-l=(say.text(words::DIFFERENCE)) { span {
                @match by { Some(0) => "0", Some(by) => (say.signed(by)), None => "–" }
            } }
            td.n data-l=(say.text(words::CHANGE)) { span {
                @match percent(say, row.difference.change) {
                    Some(text) => (text),
                    None => { "–" span.vh { " " (say.text(words::NO_CHANGE)) } },
                }
            } }
        }
    }
}
