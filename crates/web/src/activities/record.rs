//! One record: its fields, the people it names, its paper, who wrote it; and taking it back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities::{Activity, withdraw as take_back};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::form::record_of;
use super::list::{crumbs, days};
use super::{fields, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::form;
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Takes the record back.
pub(super) fn withdraw(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordActivities).map_err(Problem::Refused)?;
    let record = record_of(visit)?;
    let seen = Id::parse(visit.form.text("seen")).unwrap_or(record.version);
    let reason = visit.form.text("reason");
    carried_out(
        visit,
        take_back(&visit.app, &visit.actor, seen, record.record, reason),
        |()| {
            let to = format!("/activities/{}", record.register.code);
            visit.done(&to, visit.say.text(w::WITHDRAWN))
        },
        show,
    )
}

fn show(visit: &Visit, status: StatusCode, told: Option<&Refusal>) -> Result<Response, Problem> {
    let question = visit.raw.question(visit.today)?;
    let (record, head) = visit.steady(|| record_of(visit))?;
    let say = question.say;
    let may = visit.is_signed_in()
        && visit.actor.may(Power::RecordActivities)
        && domain::activities::must_record_at(&visit.app, &visit.actor, record.unit.0).is_ok();
    let here = format!("/activities/{}/{}", record.register.code, record.record);
    let title = say.text(record.form.name);
    let content = html! {
        (crumbs(&question, record.register))
        div.head {
            div {
                h1 { (title) }
                p { span lang="vi" { (record.unit.2) } ", " (days(&question, &record)) }
            }
            @if may { div.acts { a.btn href=(question.to(&format!("{here}/correct"))) { (say.text(w::CORRECT)) } } }
        }
        div.grid.g21.even {
            section.sheet { div.pad { (facts(&question, &record)) } }
            div.gap {
                (people(&question, &record))
                @if may { (withdrawal(visit, &record, &here, told)) }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: None, head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn facts(question: &Question, record: &Activity) -> Markup {
    let say = question.say;
    let own = question.of_unit(&record.unit.1);
    html! {
        dl.kv {
            dt { (say.text(w::UNIT)) }
            dd { a href=(own.to("/activities")) lang="vi" { (record.unit.2) } }
            @if !record.title.is_empty() { dt { (say.text(w::CALLED)) } dd lang="vi" { (record.title) } }
            dt { (say.text(w::DAY)) }
            dd { (days(question, record)) }
            @if record.year != record.on.year() { dt { (say.text(w::FOR_YEAR)) } dd { (record.year) } }
            @for field in record.register.fields {
                @if let Some(value) = record.values.get(field.code) {
                    dt { (say.text(field.name)) }
                    dd lang="vi" { (fields::said(say, field, value)) }
                }
            }
            @if let Some((number, issued, issuer)) = &record.document {
                dt { (say.text(w::PAPER)) }
                dd lang="vi" {
                    (number)
                    @if let Some(day) = issued { ", " (say.day(*day)) }
                    @if !issuer.is_empty() { ", " (issuer) }
                }
            }
        }
        p.hint {
            (say.fill(w::RECORDED, &[("when", &say.moment(record.recorded_at)), ("who", &record.actor)]))
            @if record.corrections > 0 {
                ", " (say.fill(w::CORRECTIONS, &[("n", &say.number(record.corrections))]))
            }
        }
    }
}

fn people(question: &Question, record: &Activity) -> Markup {
    let say = question.say;
    let Some(label) = record.register.people.filter(|_| record.named > 0) else { return html! {} };
    let count = say.fill(w::PEOPLE_NAMED, &[("n", &say.number(record.named as i64))]);
    html! {
        section.sheet {
            header { h2 { (say.text(label)) } p { (count) } }
            @if let Some(people) = &record.people {
                ul.pad.names { @for (id, name) in people { li { a href={ "/members/" (id) } lang="vi" { (name) } } } }
            }
        }
    }
}

fn withdrawal(visit: &Visit, record: &Activity, here: &str, told: Option<&Refusal>) -> Markup {
    let say = visit.say;
    let reason = form::Field {
        most: 300,
        error: told.filter(|no| no.code == "reason_missing").map(|no| &*no.message),
        ..form::Field::new("reason", say.text(w::WITHDRAW_WHY), visit.form.text("reason"))
    };
    html! {
        details.sheet.more open[told.is_some()] {
            summary.pad { (say.text(w::WITHDRAW)) }
            form.form.pad method="post" action={ (here) "/withdraw" } {
                @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
                (frame::form_key(visit))
                (form::hidden("seen", &record.version.to_string()))
                (form::input(say, &reason))
                div.acts { button.btn.stop { (say.text(w::WITHDRAW)) } }
            }
        }
    }
}
