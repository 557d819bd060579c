//! Registration to a movement: what each unit it was launched to pledges, and the answer.

use axum::response::Response;
use domain::awards::{
    Registration, RegistrationStep, answer_registration, register, registrations,
};
use kernel::{Id, Power};
use maud::{Markup, html};

use super::page::{id_of, must_record};
use super::{contest, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// Units shown.
const SHOWN: usize = 500;

/// Registers the unit that is looked at.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let pledge = visit.form.text("pledge");
    done(
        visit,
        &question,
        id,
        register(&visit.app, &visit.actor, id, place.card.id, pledge),
        w::REGISTERED,
    )
}

/// Accepts a registration, or sends it back.
pub(super) fn answer(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let (question, _) = visit.question_and_place()?;
    let unit = Id::parse(visit.form.text("id")).unwrap_or(Id(0));
    let note = visit.form.text("note");
    let accepted = if visit.form.text("act") == "return" { Err(note) } else { Ok(()) };
    let told = answer_registration(&visit.app, &visit.actor, id, unit, accepted);
    done(visit, &question, id, told, w::REGISTRATION_ANSWERED)
}

fn done(
    visit: &Visit,
    question: &Question,
    id: Id,
    told: domain::Result<()>,
    message: kernel::Text,
) -> Result<Response, Problem> {
    carried_out(
        visit,
        told,
        |()| visit.done(&question.to(&format!("/emulation/{id}")), visit.say.text(message)),
        contest::show,
    )
}

/// The units a movement was launched to, with their registrations.
pub(super) fn part(
    visit: &Visit,
    question: &Question,
    place: &Place,
    (id, answers): (Id, bool),
) -> Result<Markup, Problem> {
    let say = question.say;
    let rows = registrations(&visit.app, &visit.actor, id)?;
    let count = |step: Option<RegistrationStep>| {
        say.number(rows.iter().filter(|row| row.step == step).count() as i64)
    };
    let [sent, accepted, none] =
        [count(Some(RegistrationStep::Sent)), count(Some(RegistrationStep::Accepted)), count(None)];
    let own = rows.iter().find(|row| row.unit.0 == place.card.id);
    let registers = visit.is_signed_in()
        && visit.actor.may(Power::RecordHonours)
        && own.is_some_and(|row| matches!(row.step, None | Some(RegistrationStep::Returned)));
    Ok(html! {
        section.sheet id="dang-ky" {
            header {
                h2 { (say.text(w::LAUNCHED_TO)) }
                @if !rows.is_empty() {
                    p { (say.fill(w::REGISTRATIONS, &[("sent", &sent), ("accepted", &accepted), ("none", &none)])) }
                }
            }
            @if rows.is_empty() { div.empty { p { (say.text(w::LAUNCHED_TO_NONE)) } } }
            @else { ul.rows.drafts { @for row in rows.iter().take(SHOWN) { (line(visit, question, id, row, answers)) } } }
            @if registers { (own_form(visit, question, id)) }
        }
    })
}

fn line(visit: &Visit, question: &Question, id: Id, row: &Registration, answers: bool) -> Markup {
    let say = question.say;
    let to = question.to(&format!("/emulation/{id}/answer"));
    let waits = row.step == Some(RegistrationStep::Sent);
    html! { li {
        div {
            a href=(question.of_unit(&row.unit.1).to(&crate::units::record_path(&row.unit.1))) lang="vi" { (row.unit.2) } " "
            @match row.step {
                None => span.tag { (say.text(w::NOT_REGISTERED)) },
                Some(step) => {
                    span.tag.good[step == RegistrationStep::Accepted].warn[step == RegistrationStep::Sent].bad[step == RegistrationStep::Returned] {
                        (say.text(step.name()))
                    }
                }
            }
            @if let Some(pledge) = &row.pledge { small.under lang="vi" { (pledge) } }
            @if let Some(note) = &row.note { small.under.mut lang="vi" { (note) } }
        }
        @if waits && answers && visit.is_signed_in() {
            form method="post" action=(to) {
                (form_key(visit)) (form::hidden("id", &row.unit.0.to_string()))
                button.btn name="act" value="accept" { (say.text(w::ACCEPT)) }
                details.more { summary { (say.text(w::SEND_BACK)) }
                    input name="note" maxlength="500" autocomplete="off" aria-label=(say.text(w::CAUSE)) placeholder=(say.text(w::CAUSE));
                    button.btn.bare name="act" value="return" { (say.text(w::SEND_BACK)) }
                }
            }
        }
    } }
}

fn own_form(visit: &Visit, question: &Question, id: Id) -> Markup {
    let say = question.say;
    let pledge = Field {
        most: 500,
        hint: say.text(w::PLEDGE_HINT),
        ..Field::new("pledge", say.text(w::PLEDGE), visit.form.text("pledge"))
    };
    html! {
        form.form.pad method="post" action=(question.to(&format!("/emulation/{id}/register"))) {
            (form_key(visit))
            (form::area(say, &pledge, 3))
            (form::acts(say, w::REGISTER, None))
        }
    }
}
