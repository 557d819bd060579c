//! A package looked at, then taken in.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exchange::{Look, Standing, look, receive};
use kernel::{Power, Refusal};
use maud::{Markup, html};

use super::{home, parts, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{crumbs, form};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

/// Shows what a file says and where it stands; nothing is written.
pub(super) fn look_at(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ApproveReports).map_err(Problem::Refused)?;
    let say = visit.say;
    let seen: Result<(Look, &Vec<u8>), domain::Error> = visit
        .form
        .file("file")
        .ok_or_else(|| {
            let (no, then) = (say.text(words::NO_FILE), say.text(words::NO_FILE_DO));
            Refusal::new("file_missing", no, then).into()
        })
        .and_then(|file| Ok((look(&visit.app, &visit.actor, &file.bytes)?, &file.bytes)));
    carried_out(
        visit,
        seen,
        |(seen, file)| show(visit, &seen, &String::from_utf8_lossy(file)),
        home::show,
    )
}

/// Takes in what was looked at. The contents are signed, so that they may travel through the browser.
pub(super) fn receive_it(visit: &Visit) -> Result<Response, Problem> {
    // A package is one line; a browser may end it as its system does.
    let file = visit.form.exact("package").trim_end_matches(['\r', '\n']);
    let (question, _) = visit.raw.understood(visit.today);
    carried_out(
        visit,
        receive(&visit.app, &visit.actor, file.as_bytes()),
        |taken| {
            let told = match taken.standing {
                Standing::First => words::TAKEN_FIRST,
                Standing::Supersedes => words::TAKEN_SUPERSEDES,
                Standing::Older => words::TAKEN_OLDER,
                Standing::Known => words::TAKEN_KNOWN,
            };
            let to = question.to(&format!("/exchange/{}", taken.package));
            visit.done(&to, visit.say.text(told))
        },
        home::show,
    )
}

fn show(visit: &Visit, seen: &Look, file: &str) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let ((), head) = visit.steady(|| Ok(()))?;
    let say = question.say;
    let title = say.text(words::LOOK_TITLE);
    let content = html! {
        (crumbs(say, &[(question.to("/exchange"), say.text(words::EXCHANGE))], title))
        div.head { div {
            h1 { (title) }
            p lang="vi" { (seen.trusted.unit_name) " · " (say.period(seen.period)) " · " (seen.body.form.name) }
        } }
        div.gap {
            div.note role="status" { p { (say.text(words::SIGNATURE_RIGHT)) " " b { (standing(&question, seen)) } } }
            (warnings(&question, seen))
            section.sheet { (parts::facts(say, &seen.body, &seen.signature, &seen.trusted.unit_name)) }
            @if seen.other.is_some() && seen.standing != Standing::Known { (changes(&question, seen)) }
            div.sheet.pad.acts {
                @if seen.standing != Standing::Known {
                    form method="post" enctype="multipart/form-data" action=(question.to("/exchange/receive")) {
                        (frame::form_key(visit))
                        (form::hidden("package", file))
                        button.btn.main { (say.text(words::DO_RECEIVE)) }
                    }
                }
                a.btn.bare href=(question.to("/exchange")) { (say.text(words::NOT_NOW)) }
            }
            (parts::cells(say, &seen.body))
            (parts::behind(say, &seen.body))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, title, &content)))
}

fn standing(question: &Question, seen: &Look) -> Markup {
    let say = question.say;
    let text = match seen.standing {
        Standing::First => words::FIRST,
        Standing::Supersedes => words::SUPERSEDES,
        Standing::Older => words::OLDER,
        Standing::Known => words::KNOWN,
    };
    let number = seen.other.map(|(_, version)| say.number(version)).unwrap_or_default();
    html! {
        @match (seen.standing, seen.other) {
            (Standing::First, _) | (_, None) => (say.text(text)),
            (Standing::Known, Some((id, _))) => a href=(question.to(&format!("/exchange/{id}"))) { (say.text(text)) },
            (_, Some((id, _))) => a href=(question.to(&format!("/exchange/{id}"))) { (say.fill(text, &[("n", &number)])) },
        }
    }
}

fn warnings(question: &Question, seen: &Look) -> Markup {
    let say = question.say;
    let form = match seen.same_form {
        Some(true) => None,
        Some(false) => Some(words::OTHER_FORM),
        None => Some(words::NO_FORM),
    };
    html! {
        @for told in seen.has_own.then_some(words::HAS_OWN).into_iter().chain(form) {
            div.note.warn { p { (say.text(told)) } }
        }
    }
}

fn changes(question: &Question, seen: &Look) -> Markup {
    let say = question.say;
    let number =
        |value: Option<i64>| value.map_or_else(|| "…".to_owned(), |value| say.number(value));
    let text = |line: &str| seen.body.form.line(line).map_or("", |line| &*line.text);
    html! {
        section.sheet {
            header { h2 { (say.text(words::CHANGES)) } }
            @if seen.changes.is_empty() { p.pad.mut { (say.text(words::NO_CHANGES)) } }
            @else { div.tw { table.stack {
                caption.vh { (say.text(words::CHANGES)) }
                thead { tr {
                    th scope="col" { (say.text(words::CONTENT)) }
                    th.n scope="col" { (say.text(words::BEFORE)) }
                    th.n scope="col" { (say.text(words::AFTER)) }
                } }
                tbody { @for each in &seen.changes { tr {
                    th scope="row" lang="vi" { (each.line) ". " (text(&each.line)) }
                    td.n data-l=(say.text(words::BEFORE)) { del { (number(each.before)) } }
                    td.n data-l=(say.text(words::AFTER)) { ins { (number(each.after)) } }
                } } }
            } } }
        }
    }
}
