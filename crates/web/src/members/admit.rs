//! A person new to the books: admitted or recognised. Filled in, looked at with who may be the same, written.

use axum::http::StatusCode;
use axum::response::Response;
use domain::memberships::{Admission, Effect, EventKind, admit, preview_admission};
use domain::people::{Twin, find_twins};
use kernel::Refusal;
use maud::{Markup, html};

use super::page::{crumbs, shown};
use super::{effects, event, person_fields, profile, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::{form, paper, typed, unit};
use crate::problem::Problem;
use crate::site::Visit;

/// Where the form stands.
const PATH: &str = "/members/new";

/// What is shown below the title.
enum Shown<'s> {
    Fill(Option<&'s Refusal>, &'s [Twin]),
    Preview(&'s Admission, &'s [Effect]),
}

/// The form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    domain::memberships::may_record(&visit.app, &visit.actor)?;
    show(visit, StatusCode::OK, &Shown::Fill(None, &[]))
}

/// The form, sent.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    domain::memberships::may_record(&visit.app, &visit.actor)?;
    let step = visit.form.text("step");
    if step.is_empty() || step == "edit" {
        return show(visit, StatusCode::OK, &Shown::Fill(None, &[]));
    }
    let despite = visit.form.text("despite") == "1";
    let (app, actor) = (&visit.app, &visit.actor);
    let work = || {
        let admission = admission(visit)?;
        if step == "write" {
            let person = admit(app, actor, &admission, despite)?;
            return Ok((admission, Ok(person)));
        }
        let effects = preview_admission(app, actor, &admission, despite)?;
        Ok((admission, Err(effects)))
    };
    match work() {
        Ok((admission, Ok(person))) => {
            let message = visit.say.fill(w::ADMITTED, &[("name", &admission.person.name)]);
            visit.done(&format!("/members/{person}"), &message)
        }
        Ok((admission, Err(effects))) => {
            show(visit, StatusCode::OK, &Shown::Preview(&admission, &effects))
        }
        Err(domain::Error::Refused(refusal)) => {
            let twins = match refusal.code {
                "known_number" | "known_person" => {
                    find_twins(app, actor, &admission(visit)?.person)?
                }
                _ => Vec::new(),
            };
            let status = match refusal.code {
                "not_allowed" | "out_of_reach" => StatusCode::FORBIDDEN,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            show(visit, status, &Shown::Fill(Some(&refusal), &twins))
        }
        Err(error) => Err(error.into()),
    }
}

/// The admission that was typed.
fn admission(visit: &Visit) -> Result<Admission, domain::Error> {
    let form = &visit.form;
    let person = person_fields::read(visit, None)?;
    let unit = unit::read(visit, "at")?;
    let on = typed::boxes(form.boxes("on"))?
        .ok_or_else(|| Refusal::new("no_day", "Chưa ghi ngày kết nạp", "Ghi ngày, tháng, năm"))?;
    let kind = match form.text("kind") {
        "recognised" => EventKind::Recognised,
        _ => EventKind::Admitted,
    };
    let document = paper::read_some(visit, visit.say.text(kind.name()))?;
    Ok(Admission { person, kind, unit, on, from_outside: None, document, unit_event: None })
}

fn field_of(visit: &Visit, refusal: &Refusal) -> Option<&'static str> {
    match refusal.code {
        // The day of the paper is read after the other one.
        "bad_day" if typed::boxes(visit.form.boxes("on")).is_ok() => Some("paper-day"),
        "no_day" | "bad_day" | "after_last_day" | "unit_not_open" => Some("on"),
        "unknown_unit" | "several_units" | "no_unit" | "out_of_reach" => Some("at"),
        _ => person_fields::field_of(refusal),
    }
}

fn show(visit: &Visit, status: StatusCode, what: &Shown<'_>) -> Result<Response, Problem> {
    let title = visit.say.text(w::ADMIT);
    shown(visit, status, title, |question| {
        html! {
            (crumbs(question, None, title))
            div.head { div { h1 { (title) } p { (visit.say.text(w::ADMIT_LEAD)) } } }
            form.gap method="post" action=(PATH) novalidate {
                (form_key(visit))
                @match what {
                    Shown::Fill(refusal, twins) => (fill(visit, question, *refusal, twins)),
                    Shown::Preview(admission, found) => (look(visit, admission, found)),
                }
            }
        }
    })
}

fn fill(visit: &Visit, question: &Question, refusal: Option<&Refusal>, twins: &[Twin]) -> Markup {
    let (say, typed) = (visit.say, &visit.form);
    let error = |field: &str| {
        refusal.filter(|told| field_of(visit, told) == Some(field)).map(|told| &*told.message)
    };
    let day = typed.boxes("on");
    let kinds = [EventKind::Admitted, EventKind::Recognised]
        .map(|kind| (kind.code(), say.text(kind.name())));
    let may_be_another = refusal.is_some_and(|told| told.code == "known_person");
    html! {
        @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(visit, refusal))) }
        (profile::twins(question, twins))
        section.sheet { div.pad.form {
            @if may_be_another {
                label.pick { input type="checkbox" name="despite" value="1";
                    span { (say.text(w::ANOTHER_PERSON)) small { (say.text(w::ANOTHER_PERSON_HINT)) } } }
            }
            (person_fields::fields(visit, None, refusal))
            (form::select(say, &form::Field::new("kind", say.text(w::HOW), typed.text("kind")), &kinds))
            (unit::input_own(visit, "at", say.text(w::AT_UNIT), error("at")))
            (form::date(say, "on", say.text(w::ON_DAY), day, error("on")))
            (paper::fields(visit, true, refusal))
            div.acts {
                button.btn.main name="step" value="preview" { (say.text(w::LOOK_FIRST)) }
                a.btn.bare href=(question.to(super::list::PATH)) { (say.text(crate::words::GO_BACK)) }
            }
        } }
    }
}

fn look(visit: &Visit, admission: &Admission, found: &[Effect]) -> Markup {
    let say = visit.say;
    html! {
        (event::keep(visit))
        div.note { i.i.i-info aria-hidden="true" {}
            p { (say.text(w::WILL_RECORD)) " " b { (say.text(admission.kind.name())) } ": "
                (admission.person.name) ", " (say.day(admission.on)) "." }
        }
        (effects::table(say, found))
        div.acts {
            button.btn.main name="step" value="write" { (say.text(w::WRITE)) }
            button.btn name="step" value="edit" { (say.text(w::EDIT_AGAIN)) }
        }
    }
}
