//! One request: what the record says, what it should say, and the ways to answer.

use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{NewPerson, Profile, profile};
use domain::requests::{Answer, Request, answer, find, is_simple};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{form_key, unplaced};
use crate::me;
use crate::members::said;
use crate::parts::crumbs;
use crate::parts::form::{self, hidden};
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

fn id(visit: &Visit) -> Result<Id, Problem> {
    visit.id_at(2).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_request",
            "Không có đề nghị này",
            "Xem lại danh sách đề nghị",
        ))
    })
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The answer, sent.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let id = id(visit)?;
    let request = find(&visit.app, &visit.actor, id)?;
    let said = visit.form.text("said").to_owned();
    let (told, message) = match visit.form.text("answer") {
        "apply" => (Answer::Apply, words::ANSWERED_YES),
        "done" => (Answer::Done(said), words::ANSWERED_DONE),
        _ => (Answer::Decline(said), words::ANSWERED_NO),
    };
    carried_out(
        visit,
        answer(&visit.app, &visit.actor, id, &told),
        |()| {
            let (question, _) = visit.raw.understood(visit.today);
            let message = visit.say.fill(message, &[("name", &request.name)]);
            visit.done(&question.to("/corrections"), &message)
        },
        show,
    )
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let request = find(&visit.app, &visit.actor, id(visit)?)?;
    let person = profile(&visit.app, &visit.actor, request.person)?;
    let (question, _) = visit.raw.understood(visit.today);
    let say = visit.say;
    let title = say.fill(words::REQUEST_OF, &[("name", &request.name)]);
    let content = html! {
        (crumbs(say, &[(question.to("/corrections"), say.text(words::TITLE))], &request.name))
        div.head { div { h1 { (title) } p lang="vi" { (request.unit.1) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.grid.g2 {
            (what(visit, &question, &request, &person))
            div.gap {
                @match &request.answer {
                    Some(_) => (answered(say, &request)),
                    None => (ways(visit, &question, &request, &person)),
                }
            }
        }
    };
    unplaced(visit, status, &title, &content)
}

/// What the record says in the field that is asked about.
fn known(say: Say, field: &str, person: &Profile) -> Option<String> {
    let facts = &person.facts;
    let day = |text: &Option<String>| text.as_deref().map(|text| said::day(say, text));
    match field {
        "name" => Some(facts.name.clone()),
        "birth" => day(&facts.birth),
        "joined" => day(&facts.joined),
        "sex" => facts.sex.map(|sex| said::sex(say, Some(sex)).to_owned()),
        "phone" => facts.phone.clone(),
        "hometown" => facts.hometown.clone(),
        "job" => facts.job.clone(),
        "union_title" => facts.union_title.clone(),
        "cccd" => person.cccd_masked.clone(),
        _ => None,
    }
}

fn what(visit: &Visit, question: &Question, request: &Request, person: &Profile) -> Markup {
    let say = visit.say;
    let is_field = is_simple(&request.field);
    let is_hidden = request.field == "cccd" && !visit.actor.may(Power::ReadIdentity);
    html! {
        section.sheet {
            header { h2 { (say.text(me::field_name(&request.field))) } }
            dl.kv.pad {
                dt { (say.text(words::WHO)) }
                dd { a href=(question.to(&format!("/members/{}", request.person))) lang="vi" { (said::name(&request.name)) } }
                @if is_field {
                    dt { (say.text(words::NOW)) }
                    dd lang="vi" { @match known(say, &request.field, person) {
                        Some(value) => (value), None => span.st { "– " (say.text(words::NOT_RECORDED)) } } }
                }
                dt { (say.text(words::ASKED)) }
                dd lang="vi" { b { (request.asked) } @if is_hidden { small.under.mut { (say.text(words::NUMBER_HIDDEN)) } } }
                dt { (say.text(words::BECAUSE)) }
                dd lang="vi" { (request.why.as_deref().unwrap_or("–")) }
                dt { (say.text(words::SINCE)) }
                dd { (say.moment(request.at)) }
            }
        }
    }
}

fn answered(say: Say, request: &Request) -> Markup {
    let Some(told) = &request.answer else { return html! {} };
    let name = if told.accepted { words::WAS_ACCEPTED } else { words::WAS_DECLINED };
    let by = [("actor", &*told.actor), ("when", &say.moment(told.at))];
    html! {
        div.note class=[told.accepted.then_some("good")] { i.i.i-info aria-hidden="true" {} div {
            p { b { (say.text(name)) } }
            @if let Some(said) = &told.said { p lang="vi" { (said) } }
            p.mut { (say.fill(words::ANSWERED_BY, &by)) }
        } }
    }
}

/// The ways to answer a request that waits.
fn ways(visit: &Visit, question: &Question, request: &Request, person: &Profile) -> Markup {
    let say = visit.say;
    let here = question.to(&format!("/corrections/{}", request.id));
    let number = request.id.to_string();
    let guided =
        question.to_with(&format!("/members/{}/correct", request.person), &[("request", &number)]);
    html! {
        @if is_simple(&request.field) {
            (accept(visit, &here, request, &person.facts))
            section.sheet { div.pad.form {
                p { (say.text(words::GUIDED_LEAD)) }
                div.acts { a.btn href=(guided) { (say.text(words::GUIDED)) } }
            } }
        }
        (said_form(visit, &here, "done"))
        (said_form(visit, &here, "decline"))
    }
}

/// Whether the record says already what is asked; an identity number is always written anew.
fn is_same(new: &NewPerson, known: &NewPerson) -> bool {
    let facts = |of: &NewPerson| {
        let texts = [&of.birth, &of.joined, &of.hometown, &of.job, &of.phone, &of.union_title];
        (of.name.clone(), of.sex, texts.map(Clone::clone))
    };
    new.sensitive.cccd.is_none() && facts(new) == facts(known)
}

fn accept(visit: &Visit, here: &str, request: &Request, facts: &NewPerson) -> Markup {
    let say = visit.say;
    let proposed = request.proposed(facts);
    html! {
        section.sheet {
            header { h2 { (say.text(words::ACCEPT)) } }
            div.pad.form { @match &proposed {
                Err(refusal) => p.mut lang="vi" { (refusal.message) ". " (refusal.remedy) "." },
                Ok(new) if is_same(new, facts) => p.mut { (say.text(words::SAME)) },
                Ok(new) => {
                    p { (say.text(words::ACCEPT_LEAD)) }
                    @if new.sex != facts.sex { p { (say.text(words::SEX_MOVES)) } }
                    form.acts method="post" action=(here) {
                        (form_key(visit))
                        (hidden("answer", "apply"))
                        button.btn.main { (say.text(words::ACCEPT)) }
                    }
                }
            } }
        }
    }
}

/// An answer that is a sentence: what was done, or why not.
fn said_form(visit: &Visit, here: &str, code: &str) -> Markup {
    let say = visit.say;
    let (title, label, hint, send) = if code == "done" {
        (words::DONE, words::DONE_SAID, words::DONE_HINT, words::DONE_SEND)
    } else {
        (words::DECLINE, words::DECLINE_SAID, words::DECLINE_HINT, words::DECLINE_SEND)
    };
    let was_this = visit.form.text("answer") == code;
    let typed = if was_this { visit.form.text("said") } else { "" };
    let field = format!("{code}-said");
    html! {
        details.sheet open[was_this] {
            summary.pad { b { (say.text(title)) } }
            form.form.pad method="post" action=(here) {
                (form_key(visit))
                (hidden("answer", code))
                div.field {
                    label for={ "f-" (field) } { (say.text(label)) }
                    span.hint id={ "h-" (field) } { (say.text(hint)) }
                    textarea id={ "f-" (field) } name="said" rows="2" maxlength="300" required aria-describedby={ "h-" (field) }
                        aria-invalid=[(was_this && typed.is_empty()).then_some("true")] { (typed) }
                }
                div.acts { button.btn { (say.text(send)) } }
            }
        }
    }
}
