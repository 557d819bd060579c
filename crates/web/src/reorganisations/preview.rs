//! A list before it is written: what was understood of each row, and everything it would do, shown together.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exports::Format;
use domain::jobs::Job;
use domain::reorganisations::{self, Draft, Looked};
use domain::units::card_of_code;
use kernel::{Day, Id, Refusal};
use maud::{Markup, html};

use super::{decision, id, list, rows, words};
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::{download, form};
use crate::problem::{Problem, carried_out, respond};
use crate::site::{Visit, see_other};

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let id = id(visit)?;
    let (((job, draft), looked), head) =
        visit.steady(|| Ok(reorganisations::look(&visit.app, &visit.actor, id)?))?;
    let say = question.say;
    let title = say.text(words::LOOK_TITLE);
    let unit = card_of_code(&visit.app, &visit.actor, &draft.unit, visit.today)
        .map_or_else(|_| draft.unit.clone(), |card| card.name);
    let on = Day::parse(&draft.decision.on).map_or_else(|_| String::new(), |day| say.day(day));
    let places = [
        ("number", &*draft.decision.number),
        ("day", &*on),
        ("file", &*draft.file_name),
        ("rows", &*say.number(looked.rows.len() as i64)),
        ("unit", &*unit),
    ];
    let effect = html! {
        @if looked.counts[0] > 0 && looked.whole.is_none() { (crate::units::effects(say, &looked.rehearsal)) }
    };
    let rows = rows::sheet(visit, &question, (id, &looked))?;
    let content = html! {
        div.head { div { h1 { (title) } p { (say.fill(words::LOOK_LEAD, &places)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        (steps(&question, &looked))
        div.gap {
            (figures(&question, &looked))
            @if let Some(whole) = &looked.whole { (told(whole)) }
            @if looked.is_ready() { (effect) (rows) } @else {
                (mend(visit, &question, (&job, &looked))) (rows) (effect)
            }
            (understood(&question, &looked))
            (change_decision(visit, &question, (&job, &draft)))
            (acts(visit, &question, (&job, &looked)))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn told(refusal: &Refusal) -> Markup {
    html! {
        p.note.bad lang="vi" { i.i.i-warn aria-hidden="true" {} span {
            (refusal.message) ". " (refusal.remedy) ". " small.mut { "[" (refusal.code) "]" } } }
    }
}

fn steps(question: &Question, looked: &Looked) -> Markup {
    let say = question.say;
    let [rows, not] = [looked.rows.len(), looked.counts[2]].map(|n| say.number(n as i64));
    let verdict = if looked.is_ready() {
        say.text(words::STEP_READY).to_owned()
    } else {
        say.fill(words::STEP_REFUSED, &[("n", &not)])
    };
    html! {
        div.sheet.stage { ol.steps {
            li.done { b { (say.text(words::STEP_SEND)) } small { (say.fill(words::STEP_SENT, &[("n", &rows)])) } }
            li aria-current="step" { b { (say.text(words::STEP_LOOK)) } small { (verdict) } }
            li { b { (say.text(words::STEP_WRITE)) } small { (say.text(words::STEP_UNDO)) } }
        } }
    }
}

fn figures(question: &Question, looked: &Looked) -> Markup {
    let say = question.say;
    let [will, keeps, not] = looked.counts;
    let told = [
        (words::WILL, "big good", will, words::WILL_HINT),
        (words::KEEPS, "big", keeps, words::KEEPS_HINT),
        (words::NOT, if not > 0 { "big bad" } else { "big" }, not, words::NOT_HINT),
        (words::SUM, "big", will + keeps + not, words::SUM_HINT),
    ];
    html! {
        dl.figs { @for (name, class, count, hint) in told {
            div { dt { (say.text(name)) } dd class=(class) { (say.number(count as i64)) } dd { (say.text(hint)) } }
        } }
    }
}

/// The way to mend a list: it comes back with the reasons, and is sent again in its place.
fn mend(visit: &Visit, question: &Question, (job, looked): (&Job, &Looked)) -> Markup {
    let say = question.say;
    let back = question.to(&format!("/reorganise/{}/list.xlsx", job.id));
    html! {
        @if looked.counts[2] > 0 {
            section.sheet {
                header { h2 { (say.text(words::MEND)) } p { (say.text(words::MEND_LEAD)) } }
                div.pad.gap {
                    div.acts { a.btn.main href=(back) download { i.i.i-get aria-hidden="true" {} (say.text(words::GET_BACK)) } }
                    form.gap method="post" enctype="multipart/form-data"
                        action=(question.to(&format!("/reorganise/{}/file", job.id))) {
                        (frame::form_key(visit))
                        (list::file_field(question, words::MENDED_FILE))
                        div.acts { button.btn { (say.text(words::SEND_MENDED)) } }
                    }
                }
            }
        }
    }
}

fn understood(question: &Question, looked: &Looked) -> Markup {
    let say = question.say;
    html! {
        section.sheet { details {
            summary.pad { h2 { (say.text(words::UNDERSTOOD)) } }
            div.tw { table.stack.dense {
                caption.vh { (say.text(words::UNDERSTOOD)) }
                thead { tr {
                    th scope="col" { (say.text(words::COLUMN)) }
                    th scope="col" { (say.text(words::HEADER)) }
                    th scope="col" { (say.text(words::TELLS)) }
                } }
                tbody { @for (column, header, field) in &looked.columns { tr {
                    th scope="row" { (column) }
                    td data-l=(say.text(words::HEADER)) { (header) }
                    td data-l=(say.text(words::TELLS)) { (rows::field_name(say, *field)) }
                } } }
            } }
            @if !looked.skipped.is_empty() {
                p.pad.mut { (say.fill(words::SKIPPED, &[("sheets", &looked.skipped.join("; "))])) }
            }
        } }
    }
}

fn change_decision(visit: &Visit, question: &Question, (job, draft): (&Job, &Draft)) -> Markup {
    let say = question.say;
    html! {
        section.sheet { details {
            summary.pad { h2 { (say.text(words::CHANGE_DECISION)) } }
            form.pad.gap method="post" action=(question.to(&format!("/reorganise/{}/decision", job.id))) {
                (frame::form_key(visit))
                (decision::fields_of(say, &draft.decision))
                div.acts { button.btn { (say.text(words::KEEP_DECISION)) } }
            }
        } }
    }
}

fn acts(visit: &Visit, question: &Question, (job, looked): (&Job, &Looked)) -> Markup {
    let say = question.say;
    let count = say.number(looked.counts[0] as i64);
    html! {
        div.sheet.pad.acts {
            @if looked.is_ready() {
                form method="post" action=(question.to(&format!("/reorganise/{}/commit", job.id))) {
                    (frame::form_key(visit))
                    button.btn.main { (say.fill(words::WRITE, &[("n", &count)])) }
                }
            } @else { b { (say.text(words::NOT_READY)) } }
            a.btn href=(question.to("/reorganise")) { (say.text(words::LATER)) }
            form method="post" action=(question.to(&format!("/jobs/{}/cancel", job.id))) {
                (frame::form_key(visit))
                button.btn.bare { (say.text(words::DROP)) }
            }
            span.mut.small { (say.text(words::WRITE_HINT)) }
        }
    }
}

fn answered(
    visit: &Visit,
    result: Result<Id, domain::Error>,
    message: &str,
) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    carried_out(
        visit,
        result,
        |id| visit.done(&question.to(&format!("/reorganise/{id}")), message),
        show,
    )
}

/// The decision behind the list, mended.
pub(super) fn decide(visit: &Visit) -> Result<Response, Problem> {
    let id = id(visit)?;
    let decided = decision::read(visit).map_err(domain::Error::from).and_then(|decision| {
        reorganisations::decide(&visit.app, &visit.actor, id, decision).map(|()| id)
    });
    answered(visit, decided, visit.say.text(words::DECIDED))
}

/// A mended list in the place of the one before.
pub(super) fn replace(visit: &Visit) -> Result<Response, Problem> {
    let id = id(visit)?;
    let sent = list::file(visit).map_err(domain::Error::from);
    let next = sent.and_then(|file| reorganisations::replace(&visit.app, &visit.actor, id, file));
    answered(visit, next, "")
}

/// Asks for the list to be written.
pub(super) fn commit(visit: &Visit) -> Result<Response, Problem> {
    let id = id(visit)?;
    let (question, _) = visit.raw.understood(visit.today);
    carried_out(
        visit,
        reorganisations::submit(&visit.app, &visit.actor, id),
        |()| Ok(see_other(&question.to(&format!("/jobs/{id}")))),
        show,
    )
}

/// The list with the reasons beside its rows.
pub(super) fn given_back(visit: &Visit) -> Result<Response, Problem> {
    let (name, bytes) = reorganisations::given_back(&visit.app, &visit.actor, id(visit)?)?;
    Ok(download(&name, Format::Xlsx.content_type(), bytes))
}
