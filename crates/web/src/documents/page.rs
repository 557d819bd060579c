//! One paper: what it is, what came of it, its files and the registers it stands in.

use axum::http::StatusCode;
use axum::response::Response;
use domain::documents::{DocumentCard, EntryTold, Kind, Way, card};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::{caused, document_of, files, list, path_of, words};
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::crumbs;
use crate::parts::form::{self, Field, hidden};
use crate::problem::{Problem, respond};
use crate::site::Visit;
use crate::units::{Place, record_door};

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The page, where there is a refusal with it on top.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let id = document_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let number = visit.raw.page("page")?;
    let gather = || {
        let told = card(&visit.app, &visit.actor, id)?;
        let people = caused::gather(visit, id, number)?;
        Ok((told, people))
    };
    let ((told, people), head) = visit.steady(gather)?;
    let say = question.say;
    let content = html! {
        (crumbs(say, &[(question.to("/documents"), say.text(words::TITLE))], &told.paper.number))
        (heading(visit, &question, &place, &told))
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.grid.g21.even {
            div.gap { (caused::sheets(&question, &told, &people, number)) }
            div.gap {
                (facts(&question, &told))
                (files::sheet(visit, &question, &told))
                (entries(visit, &question, &told))
                (namesakes(&question, &told))
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let title = format!("{} · {}", told.paper.number, say.text(words::TITLE));
    Ok(respond(status, frame::page(&frame, &title, &content)))
}

fn heading(visit: &Visit, question: &Question, place: &Place, told: &DocumentCard) -> Markup {
    let say = question.say;
    let id = told.id.to_string();
    let enter = question.to_with("/documents/new", &[("way", "incoming"), ("of", &id)]);
    let stands_here = told.entries.iter().any(|entry| entry.unit.0 == place.card.id);
    html! {
        div.head {
            div {
                h1 lang="vi" { (told.paper.number) }
                p lang="vi" { (told.paper.title) }
            }
            (crate::papers::decision_door(visit, question, told))
            @if visit.is_signed_in() && told.may_enter && !stands_here {
                div.acts { a.btn href=(enter) { (say.fill(words::ENTER_THIS, &[("unit", &place.card.name)])) } }
            }
        }
    }
}

fn facts(question: &Question, told: &DocumentCard) -> Markup {
    let say = question.say;
    let day = told.paper.issued_on.map_or(say.text(words::NO_DAY).to_owned(), |day| say.day(day));
    let (batch, at, actor) = &told.recorded;
    let (when, batch) = (say.moment(*at), say.number(*batch));
    let recorded = [("when", &*when), ("batch", &batch), ("actor", actor)];
    html! {
        section.sheet {
            header { h2 { (say.text(words::FACTS)) } }
            dl.kv.pad {
                dt { (say.text(words::KIND)) } dd { (say.text(told.kind.name())) }
                dt { (say.text(words::DAY)) } dd { (day) }
                dt { (say.text(words::ISSUER)) } dd lang="vi" { @if told.paper.issuer.is_empty() { "–" } @else { (told.paper.issuer) } }
                @if let Some(series) = &told.series {
                    @let (number, year) = (say.number(series.number), series.year.to_string());
                    @let kind = say.text(series.kind.name()).to_lowercase();
                    dt { (say.text(words::SERIES)) }
                    dd { (say.fill(words::SERIES_SAYS, &[("number", &*number), ("kind", &kind), ("year", &year), ("unit", &series.unit.1)])) }
                }
                dt { (say.text(words::RECORDED)) } dd { (say.fill(words::RECORDED_SAYS, &recorded)) }
            }
        }
    }
}

fn entries(visit: &Visit, question: &Question, told: &DocumentCard) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(words::ENTRIES)) } }
            @if told.entries.is_empty() { p.pad.mut { (say.text(words::NO_ENTRIES)) } } @else {
                ul.rows.posts { @for entry in &told.entries { li {
                    span {
                        a href=(record_door(question, &entry.unit.1)) lang="vi" { (entry.unit.2) }
                        small.under.mut { (entered(question, entry)) }
                        @if let Some(note) = &entry.note { small.under lang="vi" { (note) } }
                        @if visit.is_signed_in() && entry.may_withdraw { (take_out(visit, question, told.id, entry)) }
                    }
                } } }
            }
        }
    }
}

fn entered(question: &Question, entry: &EntryTold) -> String {
    let say = question.say;
    let way = match entry.way {
        Way::Incoming => words::CAME_ON,
        Way::Issued => words::ISSUED_ON,
    };
    let way = say.fill(way, &[("day", &say.day(entry.on))]);
    format!("{way} · {}", say.fill(words::BY, &[("actor", &entry.actor)]))
}

/// Taking an entry out, behind one more press.
fn take_out(visit: &Visit, question: &Question, document: Id, entry: &EntryTold) -> Markup {
    let say = question.say;
    let name = format!("reason-{}", entry.id);
    let reason =
        Field { most: 500, ..Field::new(&name, say.text(words::REASON), visit.form.text(&name)) };
    html! {
        details.undo {
            summary { (say.text(words::WITHDRAW)) }
            form method="post" action=(question.to(&format!("{}/withdraw", path_of(document)))) {
                (form_key(visit))
                (hidden("entry", &entry.id.to_string()))
                p.small { (say.text(words::WITHDRAW_LEAD)) }
                (form::input(say, &reason))
                button.btn { (say.text(words::WITHDRAW)) }
            }
        }
    }
}

fn namesakes(question: &Question, told: &DocumentCard) -> Markup {
    let say = question.say;
    html! {
        @if !told.same_number.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::SAME_NUMBER)) } p { (say.text(words::SAME_NUMBER_LEAD)) } }
                (list::table(question, &told.same_number))
            }
        }
    }
}

/// The kinds of paper for a form: code and name.
pub(super) fn kinds(question: &Question) -> Vec<(&'static str, &'static str)> {
    Kind::ALL.iter().map(|kind| (kind.code(), question.say.text(kind.name()))).collect()
}
