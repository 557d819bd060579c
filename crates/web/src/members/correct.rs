//! Correcting what is known of a person: filled in, looked at field by field, written. Old values stay readable.

use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{NewPerson, Profile, correct, profile};
use domain::requests::{self, Answer};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, person_of, profile_at, shown};
use super::profile::different;
use super::{event, person_fields, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form;
use crate::problem::Problem;
use crate::site::Visit;

enum Shown<'s> {
    Fill(Option<&'s Refusal>),
    Preview(&'s NewPerson),
}

/// The form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let person = person(visit)?;
    show(visit, StatusCode::OK, &person, &Shown::Fill(None))
}

/// The person, for who may record.
fn person(visit: &Visit) -> Result<Profile, Problem> {
    let person = profile(&visit.app, &visit.actor, person_of(visit)?)?;
    if !person.may_record {
        domain::memberships::may_record(&visit.app, &visit.actor)?;
        let power = kernel::Power::RecordMembers;
        return Err(Problem::Refused(visit.actor.out_of_reach(power, "đơn vị của người này")));
    }
    Ok(person)
}

/// The form, sent.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let person = person(visit)?;
    let step = visit.form.text("step");
    if step.is_empty() || step == "edit" {
        return show(visit, StatusCode::OK, &person, &Shown::Fill(None));
    }
    let facts = match person_fields::read(visit, Some(&person.facts)) {
        Ok(facts) => facts,
        Err(refusal) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return show(visit, status, &person, &Shown::Fill(Some(&refusal)));
        }
    };
    if step != "write" {
        return show(visit, StatusCode::OK, &person, &Shown::Preview(&facts));
    }
    match write(visit, &person, &facts) {
        Ok(()) => {
            let message = visit.say.fill(w::CORRECTED, &[("name", &facts.name)]);
            let there = match asked_for(visit) {
                Some(_) => "/corrections".to_owned(),
                None => format!("/members/{}", person.id),
            };
            visit.done(&there, &message)
        }
        Err(domain::Error::Refused(refusal)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(visit, status, &person, &Shown::Fill(Some(&refusal)))
        }
        Err(error) => Err(error.into()),
    }
}

/// The request of the member that this correction answers, where it came from one.
fn asked_for(visit: &Visit) -> Option<Id> {
    let field = visit.form.some("request").or_else(|| visit.raw.get("request"));
    field.and_then(Id::parse)
}

/// Writes the correction, and with it the answer to the request it came from.
fn write(visit: &Visit, person: &Profile, facts: &NewPerson) -> Result<(), domain::Error> {
    let (app, actor) = (&visit.app, &visit.actor);
    let Some(id) = asked_for(visit) else { return correct(app, actor, person.id, facts) };
    if requests::find(app, actor, id)?.person != person.id {
        return Err(Refusal::new(
            "request_of_another",
            "Đề nghị này là của người khác",
            "Mở lại đề nghị từ danh sách",
        )
        .into());
    }
    requests::answer(app, actor, id, &Answer::Correct(Box::new(facts.clone())))
}

/// What is known, with what the request asks for filled in where it can be read.
fn proposed(visit: &Visit, person: &Profile) -> Result<NewPerson, Problem> {
    let known = person.facts.clone();
    let Some(id) = asked_for(visit) else { return Ok(known) };
    let request = requests::find(&visit.app, &visit.actor, id)?;
    if request.person != person.id || request.answer.is_some() {
        return Ok(known);
    }
    Ok(request.proposed(&known).unwrap_or(known))
}

fn show(
    visit: &Visit,
    status: StatusCode,
    person: &Profile,
    what: &Shown<'_>,
) -> Result<Response, Problem> {
    let title = visit.say.text(w::CORRECT);
    let shown_facts = proposed(visit, person)?;
    shown(visit, status, title, |question| {
        html! {
            (crumbs(question, Some((person.id, &person.facts.name)), title))
            div.head { div { h1 { (title) } p { (person.facts.name) } } }
            form.gap method="post" action={ "/members/" (person.id) "/correct" } novalidate {
                (form_key(visit))
                @match what {
                    Shown::Fill(refusal) => (fill(visit, question, (person, &shown_facts), *refusal)),
                    Shown::Preview(facts) => (look(visit, person, facts)),
                }
            }
        }
    })
}

fn fill(
    visit: &Visit,
    question: &Question,
    (person, facts): (&Profile, &NewPerson),
    refusal: Option<&Refusal>,
) -> Markup {
    let say = visit.say;
    html! {
        @if let Some(request) = asked_for(visit) { (form::hidden("request", &request.to_string())) }
        @if let Some(refusal) = refusal {
            (form::refused(say, refusal, person_fields::field_of(refusal)))
        }
        section.sheet { div.pad.form {
            (person_fields::fields(visit, Some(facts), refusal))
            div.acts {
                button.btn.main name="step" value="preview" { (say.text(w::LOOK_FIRST)) }
                a.btn.bare href=(profile_at(question, person.id)) { (say.text(crate::words::GO_BACK)) }
            }
        } }
    }
}

fn look(visit: &Visit, person: &Profile, facts: &NewPerson) -> Markup {
    let say = visit.say;
    let changes = different(say, &person.facts, facts);
    let has_number = facts.sensitive.cccd.is_some();
    html! {
        (event::keep(visit))
        section.sheet { header { h2 { (say.text(w::CHANGES_SEEN)) } }
            div.pad {
                @if changes.is_empty() && !has_number { p.mut { (say.text(w::NO_CHANGES)) } }
                dl.kv { @for (field, before, after) in &changes {
                    dt { (say.text(*field)) }
                    dd { @if !before.is_empty() { del { (before) } " " } @if !after.is_empty() { ins { (after) } } }
                }
                @if has_number { dt { (say.text(w::NUMBER)) } dd { ins { (say.text(w::NUMBER_NEW)) } } } }
                @if person.facts.sex != facts.sex { p { (say.text(w::SEX_MOVES_FIGURES)) } }
            }
        }
        div.acts {
            @if !changes.is_empty() || has_number {
                button.btn.main name="step" value="write" { (say.text(w::WRITE)) }
            }
            button.btn name="step" value="edit" { (say.text(w::EDIT_AGAIN)) }
        }
    }
}
