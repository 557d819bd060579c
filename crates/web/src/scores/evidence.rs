//! Evidence on a card: words or a file to an item, taken off while the card is open, given to who may read people.

use axum::response::Response;
use domain::scores::{Card, Evidence, NewEvidence, attach, evidence_file, withdraw_evidence};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::card::{Tried, keep, show};
use super::page::{id_at, id_of, must_record};
use super::words as w;
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::download;
use crate::parts::form::{self, Field};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Adds evidence, with the points typed meanwhile, or takes some off.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let (app, actor, sent) = (&visit.app, &visit.actor, &visit.form);
    let taken = sent.some("withdraw").and_then(Id::parse);
    let written = || -> Result<(), domain::Error> {
        if let Some(evidence) = taken {
            return withdraw_evidence(app, actor, id, evidence);
        }
        if sent.fields().any(|(name, _)| name.starts_with("p-")) {
            keep(visit, id)?;
        }
        let new = NewEvidence {
            item: sent.text("item").to_owned(),
            said: sent.some("said").map(str::to_owned),
            file: sent.file("file").map(|file| (file.name.clone(), file.bytes.clone())),
        };
        attach(app, actor, id, &new).map(drop)
    };
    carried_out(
        visit,
        written(),
        |()| {
            let told = if taken.is_some() { w::EVIDENCE_TAKEN } else { w::EVIDENCE_WRITTEN };
            visit.done(&visit.raw.to(&format!("/scores/cards/{id}")), visit.say.text(told))
        },
        |visit, status, no| show(visit, status, no.map(|no| (Tried::Evidence, no))),
    )
}

/// The file of a piece of evidence.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let (card, file) = (id_of(visit)?, id_at(visit, 5)?);
    let (name, media, bytes) = evidence_file(&visit.app, &visit.actor, card, file)?;
    Ok(download(&name, media.content_type(), bytes))
}

/// A piece of evidence in words, with the way to its file.
pub(super) fn told(question: &Question, shown: &Card, each: &Evidence) -> Markup {
    let to = question.to(&format!("/scores/cards/{}/evidence/{}", shown.id, each.id));
    html! {
        @if let Some(said) = &each.said { (said) " " }
        @if let Some((name, _)) = &each.file { a href=(to) { (name) } }
    }
}

/// The evidence of a card.
pub(super) fn part(visit: &Visit, question: &Question, shown: &Card, fills: bool) -> Markup {
    let say = question.say;
    let to = question.to(&format!("/scores/cards/{}/evidence", shown.id));
    let reads = visit.actor.may(Power::ReadPeople);
    html! {
        section.sheet id="minh-chung" {
            header { h2 { (say.text(w::EVIDENCE)) } }
            @if shown.evidence.is_empty() { p.pad.mut { (say.text(w::NO_EVIDENCE)) } }
            @else { ul.rows { @for each in &shown.evidence { li {
                span lang="vi" {
                    b { (each.item) } " "
                    @if reads { (told(question, shown, each)) } @else { (each.said.as_deref().unwrap_or("–")) }
                }
                @if fills { form method="post" action=(to) enctype="multipart/form-data" {
                    (form_key(visit)) (form::hidden("withdraw", &each.id.to_string()))
                    button.btn.bare { (say.text(w::REMOVE)) }
                } }
            } } } }
        }
    }
}

/// What adds evidence, for inside the form of the card.
pub(super) fn new_form(
    visit: &Visit,
    question: &Question,
    shown: &Card,
    refusal: Option<&Refusal>,
) -> Markup {
    let (say, sent) = (question.say, &visit.form);
    let to = question.to(&format!("/scores/cards/{}/evidence", shown.id));
    let items: Vec<(String, String)> = shown
        .sheet
        .body
        .items
        .iter()
        .map(|item| (item.code.clone(), format!("{}. {}", item.code, item.text)))
        .collect();
    let items: Vec<(&str, &str)> = items.iter().map(|(code, name)| (&**code, &**name)).collect();
    let words = Field {
        is_optional: true,
        most: 500,
        ..Field::new("said", say.text(w::EVIDENCE_WORDS), sent.text("said"))
    };
    html! {
        section.sheet {
            details.more open[refusal.is_some()] {
                summary.pad { (say.text(w::ADD_EVIDENCE)) }
                div.form.pad {
                    @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                    (form::select(say, &Field::new("item", say.text(w::ITEM), sent.text("item")), &items))
                    (form::input(say, &words))
                    div.field {
                        label for="f-file" { (say.text(w::EVIDENCE_FILE)) " " span.mut { "(" (say.text(crate::words::OPTIONAL)) ")" } }
                        span.hint id="h-file" { (say.text(w::EVIDENCE_FILE_HINT)) }
                        input id="f-file" name="file" type="file" aria-describedby="h-file" accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg";
                    }
                    div.acts { button.btn formaction=(to) formenctype="multipart/form-data" { (say.text(w::ADD_EVIDENCE)) } }
                }
            }
        }
    }
}
