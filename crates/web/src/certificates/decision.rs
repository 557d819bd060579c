//! The certificates of one decision: who, which number, whether it stands, what was handed over; and all of them printed.

use axum::http::StatusCode;
use axum::response::Response;
use domain::certificates::{Delivered, What, of_decision};
use maud::{Markup, html};

use super::{PATH, id_at, words as w};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts;
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let id = id_at(visit, 3)?;
    let (question, place) = visit.question_and_place()?;
    let (all, head) = visit.steady(|| Ok(of_decision(&visit.app, &visit.actor, id)?))?;
    let say = question.say;
    let Some(first) = all.first().map(|each| &each.certificate) else {
        return Err(Problem::NoPage);
    };
    let places = [("number", &*first.decision), ("day", &say.day(first.decided_on))];
    let title = say.fill(w::OF_DECISION, &places);
    let revoked = all.iter().filter(|each| each.certificate.revoked.is_some()).count();
    let counted = [("n", &*all.len().to_string()), ("revoked", &*revoked.to_string())];
    let standing = (all.len() - revoked).to_string();
    let print = question.to(&format!("{PATH}/decision/{id}/print.pdf"));
    let alone = question.to_with(&format!("{PATH}/decision/{id}/print.pdf"), &[("frame", "no")]);
    let content = html! {
        (crumbs(&question, None, &first.decision))
        div.head {
            div { h1 { (title) } p { (say.fill(w::COUNT, &counted)) " " span lang="vi" { (first.issuer.join(" ")) } } }
            @if visit.settings.press.is_some() && standing != "0" {
                @if all.len() > MANY { (as_job(visit, &question, id, &standing)) } @else { div.acts {
                    a.btn href=(alone) { (say.text(w::WORDS_ALONE)) }
                    a.btn.main href=(print) { i.i.i-print aria-hidden="true" {} (say.fill(w::PRINT_ALL, &[("n", &standing)])) }
                } }
            }
        }
        @if visit.settings.press.is_none() { p.note { (say.text(crate::papers::NO_PRESS)) } }
        section.sheet { (table(&question, &all)) }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

/// So many are set while somebody waits; more are a job.
const MANY: usize = 100;

fn as_job(visit: &Visit, question: &Question, id: kernel::Id, standing: &str) -> Markup {
    let say = question.say;
    html! {
        form.acts method="post" action=(question.to(&format!("/print/certificates/{id}"))) {
            (frame::form_key(visit))
            button.btn name="frame" value="no" { (say.text(w::WORDS_ALONE)) }
            button.btn.main name="frame" value="yes" { i.i.i-print aria-hidden="true" {} (say.fill(w::PRINT_ALL, &[("n", standing)])) }
        }
    }
}

/// The way from the register to here.
pub(super) fn crumbs(question: &Question, above: Option<(&str, &str)>, here: &str) -> Markup {
    let say = question.say;
    let mut way = vec![(question.to(PATH), say.text(w::CERTIFICATES))];
    way.extend(above.map(|(address, name)| (question.to(address), name)));
    parts::crumbs(say, &way, here)
}

fn table(question: &Question, all: &[Delivered]) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::CERTIFICATES)) }
            thead { tr {
                th scope="col" { (say.text(w::NUMBER)) }
                th scope="col" { (say.text(w::RECIPIENT)) }
                th scope="col" { (say.text(w::AWARD)) }
                th scope="col" { (say.text(w::STANDING)) }
                th scope="col" { (say.text(w::HANDED)) }
            } }
            tbody { @for Delivered { certificate, deliveries } in all { tr {
                th scope="row" { (certificate.numbered()) }
                td data-l=(say.text(w::RECIPIENT)) { span lang="vi" {
                    a href=(question.to(&format!("{PATH}/{}", certificate.id))) { (certificate.recipient) }
                    @if let Some(of) = &certificate.recipient_of { small.under.mut { (of) } }
                } }
                td data-l=(say.text(w::AWARD)) { span lang="vi" { (certificate.award) } }
                td data-l=(say.text(w::STANDING)) { span { (standing(say, certificate.revoked.is_some())) } }
                td data-l=(say.text(w::HANDED)) { span {
                    @match deliveries.iter().find(|each| each.what == What::Paper) {
                        Some(paper) => (say.day(paper.on)),
                        None => span.st { (say.text(w::NOT_HANDED)) },
                    }
                } }
            } } }
        } }
    }
}

/// Whether a certificate stands, as a tag.
pub(super) fn standing(say: Say, is_revoked: bool) -> Markup {
    html! {
        @if is_revoked { span.tag.bad { (say.text(w::REVOKED)) } }
        @else { span.tag.good { (say.text(w::VALID)) } }
    }
}
