//! The letter by which a unit submits the files of a round to the unit above.

use axum::http::StatusCode;
use axum::response::Response;
use domain::papers::{Set, last_signer, letterhead};
use domain::rounds::{Submission, submission_of};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::draft::{Draft, Matter};
use super::lists::{Deed, Line, of_round, titled};
use super::words as w;
use super::writing::{Writing, send, show};
use crate::address::Question;
use crate::problem::Problem;
use crate::site::Visit;

/// The form with the drafted words.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (told, writing, lines) = found(visit, 2)?;
    let matter = Matter {
        number: "",
        title: &told.round.head.name,
        head: &writing.head,
        signed: last_signer(&visit.app, &visit.actor, writing.unit)?,
        lines: &lines,
        to: told.to.as_deref().unwrap_or_default(),
        proposed_by: None,
        on: visit.today,
    };
    show(visit, StatusCode::OK, &writing, &Draft::letter(&matter), None)
}

/// The letter, as what was asked.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    let (_, writing, _) = found(visit, 3)?;
    send(visit, &writing)
}

/// What the unit of the bar submits in the round an address names.
fn found(visit: &Visit, place: usize) -> Result<(Submission, Writing, Vec<Line>), Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let id = visit.id_at(place).ok_or(Problem::NoPage)?;
    let (_, at) = visit.question_and_place()?;
    let told = submission_of(&visit.app, &visit.actor, id, at.card.id)?;
    if told.lines.is_empty() {
        return Err(Problem::Refused(Refusal::new(
            "nothing_to_submit",
            format!("{} chưa có hồ sơ nào sẵn để trình trong đợt này", told.unit.1),
            "Thẩm định hồ sơ, hoặc chọn đúng đơn vị trình ở ô trên cùng",
        )));
    }
    let head = letterhead(&visit.app, &visit.actor, told.unit.0, visit.today, None)?;
    let lines = of_round(&told.lines);
    let writing = Writing {
        name: w::SUBMISSION,
        is_letter: true,
        head,
        lists: titled(&lines, Deed::Asked),
        number: None,
        back: format!("/rounds/{id}"),
        back_name: told.round.head.name.clone(),
        there: format!("/print/rounds/{id}"),
        set: Set::Round,
        unit: told.unit.0,
        on: visit.today,
    };
    Ok((told, writing, lines))
}

/// The way from a round to the letter of the unit in the bar.
pub(crate) fn door(visit: &Visit, question: &Question, round: Id) -> Markup {
    let there = question.to(&format!("/rounds/{round}/letter"));
    html! { @if visit.settings.press.is_some() { a.btn href=(there) { (question.say.text(w::SUBMISSION_DO)) } } }
}
