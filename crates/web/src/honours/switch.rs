//! The public roll, opened and closed from a day on.

use axum::response::Response;
use domain::awards::publish_roll;
use kernel::{Day, Power};
use maud::{Markup, html};

use super::words as w;
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::hidden;
use crate::problem::Problem;
use crate::site::Visit;
use crate::units::Place;

/// Opens or closes it, from today on.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let open = visit.form.text("open") == "1";
    publish_roll(&visit.app, &visit.actor, place.card.id, visit.today, open)?;
    let told = if open { w::ROLL_OPENED } else { w::ROLL_CLOSED };
    visit.done(&question.to("/honours"), visit.say.text(told))
}

/// Whether it is open, with its address, and the button for who may turn it.
pub(super) fn part(
    visit: &Visit,
    question: &Question,
    place: &Place,
    state: Option<(Day, bool)>,
) -> Markup {
    let say = question.say;
    let may = visit.is_signed_in() && visit.actor.may(Power::PublishRoll);
    let open = state.is_some_and(|(_, open)| open);
    let address = format!("/so-vang/{}", place.card.code);
    html! {
        @if may || open {
            section.sheet {
                header { h2 { (say.text(w::ROLL)) } }
                div.pad {
                    @match state.filter(|(_, open)| *open) {
                        Some((since, _)) => p { (say.fill(w::ROLL_IS_OPEN, &[("day", &say.day(since))])) " " a href=(address) { (address) } },
                        None => p { (say.text(w::ROLL_IS_CLOSED)) },
                    }
                    @if may {
                        form method="post" action=(question.to("/honours/roll")) {
                            (form_key(visit))
                            (hidden("open", if open { "0" } else { "1" }))
                            button.btn { (say.text(if open { w::CLOSE_ROLL } else { w::OPEN_ROLL })) }
                        }
                    }
                }
            }
        }
    }
}
