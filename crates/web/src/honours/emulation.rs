//! Movements, waves, contests and conferences: the list, and the form that records one.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{EmulationKind, EmulationRow, NewEmulation, emulations, record_emulation};
use kernel::{Id, Refusal};
use ledger::views::View;
use maud::{Markup, html};

use super::page::{choices, may_record, must_record};
use super::words as w;
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Records one.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    carried_out(
        visit,
        carry_out(visit, &place),
        |id| {
            visit.done(
                &question.to(&format!("/emulation/{id}")),
                visit.say.text(w::EMULATION_WRITTEN),
            )
        },
        show,
    )
}

fn carry_out(visit: &Visit, place: &Place) -> Result<Id, domain::Error> {
    let form = &visit.form;
    let missing = || Refusal::new("bad_day", "Thiếu ngày bắt đầu", "Ghi ngày như 1/4/2019");
    let new = NewEmulation {
        unit: place.card.id,
        kind: EmulationKind::from_code(form.text("kind")).unwrap_or(EmulationKind::Movement),
        name: form.text("name").to_owned(),
        event: form.some("event").map(str::to_owned),
        from: typed::boxes(form.boxes("from"))?.ok_or_else(missing)?,
        to: typed::boxes(form.boxes("to"))?,
        document: parts::paper::read_some(visit, form.text("name"))?,
        part_of: None,
        about: form.some("about").map(str::to_owned),
    };
    record_emulation(&visit.app, &visit.actor, &new)
}

fn show(visit: &Visit, status: StatusCode, told: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let now = question.view != View::Was;
    let gather = || Ok(emulations(&visit.app, &visit.actor, place.card.id, now, question.period)?);
    let (rows, head) = visit.steady(gather)?;
    let say = question.say;
    let title = say.fill(w::EMULATION_TITLE, &[("period", &say.period(question.period))]);
    let content = html! {
        div.head { div { h1 { (title) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::EMULATION_LEAD)) } } }
        div.gap {
            section.sheet {
                @if rows.is_empty() {
                    div.empty { p { (say.text(w::NO_EMULATION)) } p { (say.text(w::NO_EMULATION_DO)) } }
                } @else { (table(&question, &rows)) }
            }
            p { a href=(question.to("/scores")) { (say.text(crate::scores::LINKS)) } }
            @if may_record(visit) { (new_form(visit, &question, told)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

fn table(question: &Question, rows: &[EmulationRow]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(w::EMULATION)) }
            thead { tr {
                th scope="col" { (say.text(w::NAME_OF_IT)) }
                th scope="col" { (say.text(w::KIND)) }
                th scope="col" { (say.text(w::EVENT)) }
                th scope="col" { (say.text(w::DAYS)) }
                th.n scope="col" { (say.text(w::LAUNCHED_TO)) }
                th.n scope="col" { (say.text(w::HONOURS)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" lang="vi" {
                    a href=(question.to(&format!("/emulation/{}", row.told.id))) { (row.told.name) }
                    small.under.mut { (row.told.unit.2) }
                }
                td data-l=(say.text(w::KIND)) { span { (say.text(row.told.kind.name())) } }
                td data-l=(say.text(w::EVENT)) lang="vi" { span { (row.told.event.as_deref().unwrap_or("–")) } }
                td data-l=(say.text(w::DAYS)) { span { (days(say, row)) } }
                td.n data-l=(say.text(w::LAUNCHED_TO)) { span { (say.number(row.launched)) } }
                td.n data-l=(say.text(w::HONOURS)) { span { (say.number(row.honours)) } }
            } } }
        } }
    }
}

fn days(say: Say, row: &EmulationRow) -> String {
    let from = say.day(row.told.from);
    match row.told.to {
        Some(to) if to != row.told.from => format!("{from} – {}", say.day(to)),
        _ => from,
    }
}

fn new_form(visit: &Visit, question: &Question, told: Option<&Refusal>) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let kinds =
        choices(say, None, EmulationKind::ALL, |kind: EmulationKind| (kind.code(), kind.name()));
    let wrong = |codes: &[&str]| told.filter(|no| codes.contains(&no.code)).map(|no| &*no.message);
    let name = Field {
        most: 300,
        error: wrong(&["bad_text"]),
        ..Field::new("name", say.text(w::NAME_OF_IT), typed.text("name"))
    };
    let event = Field {
        is_optional: true,
        most: 300,
        hint: say.text(w::EVENT_HINT),
        ..Field::new("event", say.text(w::EVENT), typed.text("event"))
    };
    let about = Field {
        is_optional: true,
        most: 500,
        ..Field::new("about", say.text(w::ABOUT), typed.text("about"))
    };
    html! {
        details.sheet.more open[told.is_some()] {
            summary.pad { (say.text(w::RECORD_EMULATION)) }
            form.form.pad method="post" action=(question.to("/emulation")) {
                @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
                (form_key(visit))
                (form::select(say, &Field::new("kind", say.text(w::KIND), typed.text("kind")), &kinds))
                (form::input(say, &name))
                (form::input(say, &event))
                (form::date(say, "from", say.text(w::FROM), typed.boxes("from"), wrong(&["bad_day", "after_last_day"])))
                (form::date(say, "to", say.text(w::TO), typed.boxes("to"), wrong(&["ends_before_begun"])))
                (parts::paper::fields(visit, true, told))
                (form::area(say, &about, 2))
                (form::acts(say, w::WRITE, None))
            }
        }
    }
}
