//! Employers without a union: the list that drives founding, and the visits made to them.

use axum::http::StatusCode;
use axum::response::Response;
use domain::units::{Employer, Prospect, prospects, record_visit};
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::{Place, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form::{self, Field};
use crate::parts::{Page, pager, typed};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// Employers on one page.
const AT_ONCE: usize = 50;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Records a visit.
pub(super) fn record(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let written = read(visit).map_err(domain::Error::from).and_then(|(employer, on)| {
        let outcome = visit.form.text("outcome");
        record_visit(&visit.app, &visit.actor, place.card.id, &employer, on, outcome)
    });
    match written {
        Ok(_) => {
            let done = visit.say.fill(words::VISIT_WRITTEN, &[("name", visit.form.text("name"))]);
            visit.done(&question.to("/prospects"), &done)
        }
        Err(domain::Error::Refused(refusal))
            if !matches!(refusal.code, "out_of_reach" | "not_allowed") =>
        {
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

fn read(visit: &Visit) -> Result<(Employer, kernel::Day), Refusal> {
    let form = &visit.form;
    let workers = form.some("workers").map(typed::count).transpose()?;
    let tax: String = form.text("tax").chars().filter(char::is_ascii_digit).collect();
    let on = typed::boxes(form.boxes("on"))?;
    let employer = Employer {
        name: form.text("name").to_owned(),
        tax_number: Some(tax).filter(|tax| !tax.is_empty()),
        address: form.some("address").map(str::to_owned),
        workers,
    };
    Ok((employer, on.unwrap_or(visit.today)))
}

fn show(visit: &Visit, status: StatusCode, told: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let say = question.say;
    let gather = || {
        let (skip, most) = ((number - 1) * AT_ONCE, AT_ONCE + 1);
        Ok(prospects(&visit.app, &visit.actor, skip, most)?)
    };
    let (mut rows, head) = visit.steady(gather)?;
    let more = rows.len() > AT_ONCE;
    rows.truncate(AT_ONCE);
    let first = (number - 1) * AT_ONCE;
    let range = format!(
        "{}–{}",
        say.number((first + 1).min(first + rows.len()) as i64),
        say.number((first + rows.len()) as i64)
    );
    let may = visit.is_signed_in() && visit.actor.may(Power::RecordUnits);
    let title = say.text(words::PROSPECTS);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::PROSPECTS_LEAD)) } } }
        div.grid.g21.even {
            section.sheet id="danh-sach" {
                @if rows.is_empty() {
                    div.empty { h2 { (say.text(words::NO_PROSPECTS)) } p { (say.text(words::NO_PROSPECTS_DO)) } }
                } @else {
                    (table(&question, &rows))
                    (pager(&question, "/prospects", &Page { field: "page", number, more, range, keep: &[], anchor: "danh-sach" }))
                }
            }
            @if may { (visit_form(visit, &question, &place, &rows, told)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn table(question: &Question, rows: &[Prospect]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack {
            caption.vh { (say.text(words::PROSPECTS)) }
            thead { tr {
                th scope="col" { (say.text(words::EMPLOYER)) }
                th.n scope="col" { (say.text(words::WORKERS)) }
                th.n scope="col" { (say.text(words::VISITS)) }
                th scope="col" { (say.text(words::LAST_VISIT)) }
            } }
            tbody { @for row in rows {
                @let id = row.id.to_string();
                tr {
                    th scope="row" lang="vi" {
                        a href={ (question.to_with("/prospects", &[("employer", &id)])) "#ghi" } { (row.employer.name) }
                        small.under.mut {
                            @if let Some(tax) = &row.employer.tax_number { "MST " (tax) " " }
                            (row.employer.address.as_deref().unwrap_or(""))
                        }
                    }
                    td.n data-l=(say.text(words::WORKERS)) { span { (row.employer.workers.map_or("…".to_owned(), |n| say.number(n))) } }
                    td.n data-l=(say.text(words::VISITS)) { span { (say.number(row.visits)) } }
                    td data-l=(say.text(words::LAST_VISIT)) lang="vi" { span {
                        @if let Some(day) = row.last_on { (say.day(day)) ": " (row.outcome.as_deref().unwrap_or("")) } @else { "–" }
                    } }
                }
            } }
        } }
    }
}

fn visit_form(
    visit: &Visit,
    question: &Question,
    place: &Place,
    rows: &[Prospect],
    told: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let chosen = visit.raw.get("employer");
    let chosen = rows.iter().find(|row| Some(&*row.id.to_string()) == chosen);
    let known = |name: &str| -> String {
        let Some(row) = chosen.filter(|_| typed.some(name).is_none()) else {
            return typed.text(name).to_owned();
        };
        match name {
            "name" => row.employer.name.clone(),
            "tax" => row.employer.tax_number.clone().unwrap_or_default(),
            "address" => row.employer.address.clone().unwrap_or_default(),
            "workers" => row.employer.workers.map(|n| n.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    };
    let error = |codes: &[&str]| told.filter(|no| codes.contains(&no.code)).map(|no| &*no.message);
    let [name, tax, address, workers] = ["name", "tax", "address", "workers"].map(known);
    let fields = [
        Field {
            most: 300,
            error: error(&["bad_name"]),
            ..Field::new("name", say.text(words::EMPLOYER), &name)
        },
        Field {
            most: 20,
            is_optional: true,
            ..Field::new("tax", say.text(words::TAX_NUMBER), &tax)
        },
        Field {
            most: 300,
            is_optional: true,
            ..Field::new("address", say.text(words::ADDRESS), &address)
        },
        Field {
            most: 9,
            is_optional: true,
            error: error(&["bad_number"]),
            ..Field::new("workers", say.text(words::WORKERS), &workers)
        },
    ];
    let outcome = Field {
        most: 500,
        error: error(&["outcome_missing"]),
        ..Field::new("outcome", say.text(words::OUTCOME), typed.text("outcome"))
    };
    html! {
        section.sheet id="ghi" {
            header { h2 { (say.text(words::RECORD_VISIT)) } p { (say.fill(words::RECORD_VISIT_FROM, &[("unit", &place.card.name)])) } }
            form.form.pad method="post" action=(question.to("/prospects")) {
                @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
                (frame::form_key(visit))
                @for field in &fields { (form::input(say, field)) }
                (form::date(say, "on", say.text(words::VISITED_ON), typed.boxes("on"), error(&["bad_day", "after_last_day"])))
                (form::area(say, &outcome, 3))
                (form::acts(say, words::WRITE, None))
            }
        }
    }
}
