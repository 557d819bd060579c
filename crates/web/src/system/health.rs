//! How the books and their keeping stand: one line for each thing that must be looked after, then the copies.

use axum::http::StatusCode;
use axum::response::Response;
use domain::jobs::{Job, State};
use domain::keeping::{self, Backup, Health, Upkeep};
use kernel::{Id, Refusal, Text};
use maud::{Markup, html};

use super::{outcome, words};
use crate::frame::{form_key, unplaced};
use crate::parts::form;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::{Visit, see_other};
use crate::words as common;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, None)
}

/// Asks for a copy.
pub(super) fn back_up(visit: &Visit) -> Result<Response, Problem> {
    asked(visit, keeping::ask_backup(&visit.app, &visit.actor))
}

/// Asks for an examination.
pub(super) fn examine(visit: &Visit) -> Result<Response, Problem> {
    asked(visit, keeping::ask_examination(&visit.app, &visit.actor))
}

/// Goes to the work under way, or says on the page why there is none.
fn asked(visit: &Visit, asked: domain::Result<Id>) -> Result<Response, Problem> {
    match asked {
        Ok(id) => Ok(see_other(&format!("/jobs/{id}"))),
        Err(domain::Error::Refused(refusal)) => show(visit, Some(&refusal)),
        Err(error) => Err(error.into()),
    }
}

fn show(visit: &Visit, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let say = visit.say;
    let health = keeping::health(&visit.app, &visit.actor)?;
    let button = |to: &str, class: &str, name: Text| {
        html! { form method="post" action=(to) { (form_key(visit)) button class=(class) { (say.text(name)) } } }
    };
    let (size, steps) = (super::words::size(say, health.bytes), say.number(health.schema.1));
    let places = [
        ("engine", health.engine),
        ("size", &*size),
        ("schema", &*health.schema.0),
        ("steps", &*steps),
    ];
    let content = html! {
        div.head {
            div { h1 { (say.text(common::SYSTEM)) } p { (say.fill(words::LEAD, &places)) } }
            div.acts {
                (button("/system/examine", "btn", words::EXAMINE))
                @if health.folder.is_some() { (button("/system/backup", "btn main", words::BACK_UP)) }
            }
        }
        div.gap {
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            (standing(say, &health))
            @if let Some(line) = &health.examination { (outcome::findings(say, line)) }
            (copies(say, &health))
            @if !health.jobs.failed.is_empty() { (failed(say, &health.jobs.failed)) }
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    unplaced(visit, status, say.text(common::SYSTEM), &content)
}

/// A line for each thing that must be looked after.
fn standing(say: Say, health: &Health) -> Markup {
    let lines = [
        (words::LAST_BACKUP, &health.backup),
        (words::LAST_DRILL, &health.drill),
        (words::LAST_EXAMINATION, &health.examination),
        (words::LAST_CHAIN, &health.chain),
    ];
    html! {
        section.sheet {
            header { h2 { (say.text(words::STANDING)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::STANDING)) }
                thead { tr {
                    @for head in [words::THING, words::RESULT, words::WHEN, words::WHO, words::FOUND] { th scope="col" { (say.text(head)) } }
                } }
                tbody {
                    @for (name, line) in lines { (thing(say, name, line.as_ref())) }
                    (jobs(say, health))
                }
            } }
        }
    }
}

fn thing(say: Say, name: Text, line: Option<&Upkeep>) -> Markup {
    html! { tr {
        th scope="row" { (say.text(name)) }
        td data-l=(say.text(words::RESULT)) { (outcome::tag(say, line)) }
        td data-l=(say.text(words::WHEN)) { span { @match line { Some(line) => (say.moment(line.ended_at)), None => "–" } } }
        td data-l=(say.text(words::WHO)) { span lang="vi" { @match line { Some(line) => (line.actor), None => "–" } } }
        td data-l=(say.text(words::FOUND)) { span { @match line { Some(line) => (outcome::told(say, line)), None => "–" } } }
    } }
}

fn jobs(say: Say, health: &Health) -> Markup {
    let [waiting, running, failed] =
        [State::Waiting, State::Running, State::Failed].map(|state| health.jobs.of(state));
    let [w, r, f] = [waiting, running, failed].map(|number| say.number(number));
    let told = say.fill(words::JOBS_TOLD, &[("waiting", &w), ("running", &r), ("failed", &f)]);
    html! { tr {
        th scope="row" { (say.text(words::JOBS)) }
        td data-l=(say.text(words::RESULT)) {
            @if failed > 0 { span.tag.warn { (say.text(words::SOME_FAILED)) } } @else { span.tag.good { (say.text(words::GOOD)) } }
        }
        td data-l=(say.text(words::WHEN)) { span { (say.text(words::NOW)) } }
        td data-l=(say.text(words::WHO)) { span { "–" } }
        td data-l=(say.text(words::FOUND)) { span { (told) } }
    } }
}

fn copies(say: Say, health: &Health) -> Markup {
    let kept = say.number(keeping::KEPT as i64);
    html! {
        section.sheet {
            header {
                h2 { (say.text(words::COPIES)) }
                @if let Some(folder) = &health.folder {
                    p.codes { (say.fill(words::COPIES_LEAD, &[("folder", folder), ("most", &kept)])) }
                }
            }
            @if health.folder.is_none() {
                div.empty { p { (say.text(words::NO_FOLDER)) } }
            } @else if health.backups.is_empty() {
                div.empty { p { (say.text(words::NO_COPIES)) } }
            } @else {
                div.tw { table.stack {
                    caption.vh { (say.text(words::COPIES)) }
                    thead { tr {
                        th scope="col" { (say.text(words::COPY)) }
                        th scope="col" { (say.text(words::MADE)) }
                        th.n scope="col" { (say.text(words::SIZE)) }
                        th.n scope="col" { (say.text(words::BATCHES)) }
                        th scope="col" { (say.text(words::DRILL)) }
                    } }
                    tbody { @for copy in &health.backups { (row(say, copy)) } }
                } }
            }
        }
    }
}

fn row(say: Say, copy: &Backup) -> Markup {
    let batches = copy.report().map_or_else(|| "–".to_owned(), |report| say.number(report.batches));
    html! { tr {
        th scope="row" { a.codes href={ "/system/backups/" (copy.name) } { (copy.name) } }
        td data-l=(say.text(words::MADE)) { span { @match &copy.made {
            Some(line) => { (say.moment(line.ended_at)) " · " span lang="vi" { (line.actor) } },
            None => (say.text(words::MADE_BY_NOBODY)),
        } } }
        td.n data-l=(say.text(words::SIZE)) { span { (words::size(say, i64::try_from(copy.bytes).unwrap_or(i64::MAX))) } }
        td.n data-l=(say.text(words::BATCHES)) { span { (batches) } }
        td data-l=(say.text(words::DRILL)) { (outcome::tag(say, copy.drill.as_ref())) }
    } }
}

fn failed(say: Say, jobs: &[Job]) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::FAILED_JOBS)) } p { (say.text(words::FAILED_LEAD)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::FAILED_JOBS)) }
                thead { tr { @for head in [words::WHEN, words::WHO, words::WORK, words::WHY] { th scope="col" { (say.text(head)) } } } }
                tbody { @for job in jobs { tr {
                    th scope="row" { (say.moment(job.ended_at.unwrap_or(job.made_at))) }
                    td data-l=(say.text(words::WHO)) { span lang="vi" { (job.actor) } }
                    td data-l=(say.text(words::WORK)) { span { (say.text(words::kind(&job.kind))) } }
                    td data-l=(say.text(words::WHY)) { span lang="vi" {
                        @if let Some([code, message, remedy]) = job.refusal() { (message) ". " (remedy) ". " small.mut { "[" (code) "]" } }
                    } }
                } } }
            } }
        }
    }
}
