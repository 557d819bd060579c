//! What was found: people first, since their names are what one looks for from anywhere, then units.

use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{PersonRow, search};
use domain::units::{UnitRow, find_units};
use kernel::Power;
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units;
use crate::words as common;

/// As many of each are shown.
const SHOWN: usize = 20;

struct Found {
    /// None for who may see nobody's name.
    people: Option<Vec<PersonRow>>,
    units: Vec<UnitRow>,
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let question = visit.raw.question(visit.today)?;
    let say = question.say;
    let typed = visit.raw.get("q").unwrap_or_default();
    let (found, head) = visit.steady(|| gather(visit, typed))?;
    let title = say.fill(words::TITLE, &[("typed", typed)]);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::LEAD)) } } }
        (field(&question, typed))
        @if typed.is_empty() {
            section.sheet { div.empty { p { (say.text(words::TYPE)) } } }
        } @else {
            div.gap { (people(say, &found)) (units_found(&question, typed, &found.units)) }
        }
    };
    let frame = Frame { visit, question: &question, place: None, head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

fn gather(visit: &Visit, typed: &str) -> Result<Found, Problem> {
    let may = visit.actor.may(Power::ReadPeople);
    let people = if may { Some(search(&visit.app, &visit.actor, typed, SHOWN)?) } else { None };
    let units = if typed.is_empty() {
        Vec::new()
    } else {
        find_units(&visit.app, &visit.actor, typed, SHOWN)?
    };
    Ok(Found { people, units })
}

fn field(question: &Question, typed: &str) -> Markup {
    let label = question.say.text(words::EVERYTHING);
    html! {
        form.find.wide role="search" action="/find" method="get" aria-label=(label) {
            label.vh for="tim" { (label) }
            input id="tim" name="q" type="search" maxlength="200" placeholder=(label) value=(typed) autocomplete="off";
            (frame::hidden(question))
            button.btn { (question.say.text(common::SEARCH)) }
        }
    }
}

fn people(say: Say, found: &Found) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::PEOPLE)) } }
            @match &found.people {
                None => { p.pad.mut { (say.text(words::MAY_NOT)) } }
                Some(rows) if rows.is_empty() => { p.pad.mut { (say.text(words::NO_PEOPLE)) } }
                Some(rows) => { ul.rows { @for row in rows { li {
                    span {
                        a href={ "/members/" (row.id) } { (row.name) }
                        small.under { (about(say, row)) }
                    }
                } } } }
            }
        }
    }
}

/// What tells namesakes apart.
fn about(say: Say, row: &PersonRow) -> String {
    let birth =
        row.birth.as_deref().map(|birth| say.fill(words::BORN, &[("birth", &say.day_text(birth))]));
    let status = match &*row.status {
        "left" => Some(say.text(words::GONE).to_owned()),
        "in_transit" => Some(say.text(words::MOVING).to_owned()),
        _ => None,
    };
    let parts: Vec<String> = [birth, row.unit.clone(), status].into_iter().flatten().collect();
    parts.join(" · ")
}

fn units_found(question: &Question, typed: &str, rows: &[UnitRow]) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header {
                h2 { (say.text(common::UNITS)) }
                @if rows.len() == SHOWN {
                    a href=(question.to_with("/units", &[("q", typed)])) { (say.text(words::ALL_UNITS)) }
                }
            }
            @if rows.is_empty() { p.pad.mut { (say.text(words::NO_UNITS)) } }
            @else { (units::list(say, question, rows)) }
        }
    }
}
