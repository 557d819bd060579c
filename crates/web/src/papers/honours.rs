//! The paper of a list: the decision of who decided, or the letter by which it was submitted.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{Commendation, Stage, commendation};
use domain::certificates::is_of_level;
use domain::papers::{Letterhead, Set, last_signer, letterhead};
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::draft::{Draft, Matter};
use super::lists::{Deed, Line, deed_of, of_honours, titled};
use super::words as w;
use super::writing::{Writing, send, show};
use crate::address::Question;
use crate::problem::Problem;
use crate::site::Visit;

/// The way from a list to its paper, where this office writes it.
pub(crate) fn door(visit: &Visit, question: &Question, shown: &Commendation) -> Markup {
    let there = question.to(&format!("/honours/{}/paper", shown.head.id));
    let writes = visit.actor.may(Power::ReadPeople)
        && visit.settings.press.is_some()
        && head_of(visit, shown).is_ok_and(|head| must_write(shown, &head).is_ok());
    html! { @if writes { a.btn href=(there) { (question.say.text(w::WORD_IT)) } } }
}

/// The form with the drafted words.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (shown, writing, lines) = found(visit, 2)?;
    let signed = last_signer(&visit.app, &visit.actor, writing.unit)?;
    let matter = Matter {
        number: &shown.head.paper.number,
        title: &shown.head.title,
        head: &writing.head,
        signed,
        lines: &lines,
        to: &shown.head.decided_by,
        proposed_by: shown.proposed_by.as_deref(),
        on: shown.head.on,
    };
    let draft = if writing.is_letter { Draft::letter(&matter) } else { Draft::decision(&matter) };
    show(visit, StatusCode::OK, &writing, &draft, None)
}

/// The paper, as what was asked.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    let (_, writing, _) = found(visit, 3)?;
    send(visit, &writing)
}

/// The list an address names, and the paper to be written of it.
fn found(visit: &Visit, place: usize) -> Result<(Commendation, Writing, Vec<Line>), Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let id = visit.id_at(place).ok_or(Problem::NoPage)?;
    let shown = commendation(&visit.app, &visit.actor, id)?;
    let head = head_of(visit, &shown)?;
    must_write(&shown, &head).map_err(Problem::Refused)?;
    let (lines, deed) = (of_honours(&shown), deed_of(shown.head.stage));
    let is_letter = deed == Deed::Asked;
    let writing = Writing {
        name: if is_letter { w::SUBMISSION } else { w::DECISION },
        is_letter,
        head,
        lists: titled(&lines, deed),
        number: Some(shown.head.paper.number.clone()),
        back: format!("/honours/{id}"),
        back_name: shown.head.title.clone(),
        there: format!("/print/honours/{id}"),
        set: Set::Honours,
        unit: shown.head.unit.0,
        on: shown.head.on,
    };
    Ok((shown, writing, lines))
}

fn head_of(visit: &Visit, shown: &Commendation) -> domain::Result<Letterhead> {
    let day = shown.head.paper.issued_on.unwrap_or(shown.head.on);
    letterhead(&visit.app, &visit.actor, shown.head.unit.0, day, None)
}

/// Refuses to write the paper of another office.
fn must_write(shown: &Commendation, head: &Letterhead) -> Result<(), Refusal> {
    let writes = match shown.head.stage {
        Stage::Decided => is_of_level(head.kind, shown.head.level),
        Stage::Proposed => true,
        Stage::Delegated => false,
    };
    if writes {
        return Ok(());
    }
    Err(Refusal::new(
        "written_elsewhere",
        format!("Văn bản này do {} ban hành, không soạn ở đây", shown.head.decided_by),
        "Đính kèm tệp của văn bản ấy vào sổ văn bản",
    ))
}
