//! How far a job is. The page asks for itself again while the job runs, with or without a script.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::jobs::{self, Job, State};
use kernel::{Id, Text};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::{Visit, see_other};

/// Seconds until the page is asked for again.
const AGAIN: &str = "2";

fn id(visit: &Visit) -> Result<Id, Problem> {
    visit.id_at(2).ok_or(Problem::NoPage)
}

/// Where what a job made is to be seen.
fn goal(question: &Question, job: &Job) -> Option<String> {
    match &*job.kind {
        "import" => Some(question.to(&format!("/imports/{}", job.id))),
        "reorganisation" => Some(question.to(&format!("/reorganise/{}", job.id))),
        // What went wrong is told here; what was found, where all of it stands.
        "drill" if job.state == State::Done => {
            Some(question.to(&format!("/system/backups/{}", job.input)))
        }
        "backup" | "examination" if job.state == State::Done => Some(question.to("/system")),
        _ => None,
    }
}

/// The page; when the job is over, what came of it.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let job = jobs::find(&visit.app, &visit.actor, id(visit)?)?;
    let (question, place) = visit.question_and_place()?;
    let runs = matches!(job.state, State::Waiting | State::Running);
    if let Some(goal) = goal(&question, &job).filter(|_| !runs) {
        return Ok(see_other(&goal));
    }
    let head = domain::figures::head(&visit.app)?;
    let say = question.say;
    let title = say.text(words::TITLE);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::LEAD)) } } }
        (sheet(visit, &question, &job))
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    let mut response = respond(StatusCode::OK, frame::page(&frame, title, &content));
    if runs {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static(AGAIN));
    }
    Ok(response)
}

/// The state of a job in words.
pub(crate) fn state(state: State) -> Text {
    match state {
        State::Draft => words::DRAFT,
        State::Waiting => words::WAITING,
        State::Running => words::RUNNING,
        State::Done => words::DONE,
        State::Refused => words::REFUSED,
        State::Cancelled => words::CANCELLED,
        State::Failed => words::FAILED,
    }
}

fn sheet(visit: &Visit, question: &Question, job: &Job) -> Markup {
    let say = question.say;
    let runs = matches!(job.state, State::Waiting | State::Running);
    html! {
        section.sheet.pad.gap {
            div.gap aria-live="polite" data-again=[runs.then_some(AGAIN)] {
                p { b { (say.text(state(job.state))) } @if !job.stage.is_empty() { ": " span lang="vi" { (job.stage) } } }
                (bar(say, job))
                p.mut.small { (say.fill(words::SINCE, &[("when", &say.moment(job.made_at))])) }
            }
            @if let Some([code, message, remedy]) = job.refusal() {
                p.note.bad lang="vi" { i.i.i-warn aria-hidden="true" {} span { (message) ". " (remedy) ". " small.mut { "[" (code) "]" } } }
            }
            @if job.kind == "certificates" && job.state == State::Done {
                div.acts { a.btn.main href=(question.to(&format!("/certificates/run/{}", job.id))) { (say.text(words::TAKE_FILE)) } }
            }
            @if runs {
                div.acts {
                    a.btn href=(question.to(&format!("/jobs/{}", job.id))) { (say.text(words::RELOAD)) }
                    form method="post" action=(question.to(&format!("/jobs/{}/cancel", job.id))) {
                        (frame::form_key(visit))
                        button.btn.bare { (say.text(words::CANCEL)) }
                    }
                }
            }
        }
    }
}

fn bar(say: Say, job: &Job) -> Markup {
    let places = [("done", &*say.number(job.done)), ("total", &*say.number(job.total))];
    let told = say.fill(words::OF, &places);
    html! {
        @if job.state == State::Running && job.total > 0 {
            progress max=(job.total) value=(job.done) aria-label=(told) { (told) }
            p.mut { (told) }
        } @else if job.state == State::Running {
            progress aria-label=(say.text(words::RUNNING)) {}
        }
    }
}

/// Takes a job back.
pub(super) fn cancel(visit: &Visit) -> Result<Response, Problem> {
    let id = id(visit)?;
    jobs::cancel(&visit.app, &visit.actor, id)?;
    let (question, _) = visit.raw.understood(visit.today);
    // The books may be busy with the job itself, so no message waits in them.
    Ok(see_other(&question.to(&format!("/jobs/{id}"))))
}
