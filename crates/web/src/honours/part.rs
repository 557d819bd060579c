//! The honours of a person and of a unit, as a part of their records.

use domain::awards::{HonourRow, honours_of_person, honours_of_unit};
use kernel::Id;
use maud::{Markup, html};

use super::list::names_table;
use super::words as w;
use crate::address::Question;
use crate::problem::Problem;
use crate::site::Visit;

/// The honours of a person; nothing where there are none.
pub(crate) fn of_person(visit: &Visit, question: &Question, person: Id) -> Result<Markup, Problem> {
    Ok(part(question, &honours_of_person(&visit.app, &visit.actor, person)?))
}

/// The honours of a unit as a collective; an empty sentence where there are none.
pub(crate) fn of_unit(visit: &Visit, question: &Question, unit: Id) -> Result<Markup, Problem> {
    let rows = honours_of_unit(&visit.app, &visit.actor, unit)?;
    if rows.is_empty() {
        let say = question.say;
        return Ok(html! {
            (door(question))
            section.sheet { header { h2 { (say.text(w::HONOURS)) } } div.empty { p { (say.text(w::NO_NAMES)) } } }
        });
    }
    Ok(html! { (door(question)) (part(question, &rows)) })
}

/// The way to what the unit may be given.
fn door(question: &Question) -> Markup {
    let say = question.say;
    html! { p { a href=(question.to("/awards/collective")) { (say.text(crate::eligibility::OF_COLLECTIVE)) } } }
}

fn part(question: &Question, rows: &[HonourRow]) -> Markup {
    let say = question.say;
    html! {
        @if !rows.is_empty() {
            section.sheet id="khen-thuong" {
                header { h2 { (say.text(w::HONOURS)) } p { (say.text(w::AS_OF_THAT_DAY)) } }
                (names_table(question, rows, false))
            }
        }
    }
}
