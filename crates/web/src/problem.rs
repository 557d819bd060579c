//! What is shown when a page cannot be: what is the matter, why, and what to do next.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::units::UnitRow;
use kernel::{Refusal, Text};
use maud::{Markup, html};

use crate::address::Question;
use crate::frame::{self, Frame};
use crate::say::Say;
use crate::site::Visit;
use crate::{units, words};

/// A text with the places it is filled at.
pub(crate) type Filled<'t> = (Text, &'t [(&'t str, &'t str)]);

/// A field of the form that cannot be used: which, the stable code, what is wrong, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) field: &'static str,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) remedy: String,
}

/// Why there is no page.
#[derive(Debug)]
pub(crate) enum Problem {
    /// Fields that cannot be read.
    Faults(Vec<Fault>),
    /// Several units match what was typed.
    Choose { typed: String, rows: Vec<UnitRow> },
    /// No figure has this code.
    NoIndicator(String),
    /// A rule said no.
    Refused(Refusal),
    /// The books hold no unit at all.
    Empty,
    /// No page has this address.
    NoPage,
    /// Our own fault; the log knows more.
    Ours,
    /// Too much at once.
    Busy,
}

impl Fault {
    pub(crate) fn new(
        say: Say,
        field: &'static str,
        code: &'static str,
        (message, places): Filled<'_>,
        (remedy, more): Filled<'_>,
    ) -> Self {
        let (message, remedy) = (say.fill(message, places), say.fill(remedy, more));
        Self { field, code, message, remedy }
    }
}

impl From<Vec<Fault>> for Problem {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faults(faults)
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Faults(vec![fault])
    }
}

impl From<domain::Error> for Problem {
    fn from(error: domain::Error) -> Self {
        match error {
            domain::Error::Refused(refusal) => Self::Refused(refusal),
            domain::Error::Answered(_) => Self::Refused(domain::accounts::already_recorded()),
            ours => {
                tracing::error!(error = %ours, "a page could not be worked out");
                Self::Ours
            }
        }
    }
}

/// The refusal that a form shows at its top. That somebody has no right to send it is no matter of the form: it is
/// answered as such, and so is our own fault.
pub(crate) fn of_form(error: domain::Error) -> Result<Refusal, Problem> {
    match error {
        domain::Error::Refused(refusal)
            if !matches!(refusal.code, "not_allowed" | "out_of_reach") =>
        {
            Ok(refusal)
        }
        other => Err(other.into()),
    }
}

/// The answer to a form: `done` once it was carried out; where a rule refused it, the form `again` with the reason.
pub(crate) fn carried_out<T>(
    visit: &Visit,
    outcome: Result<T, domain::Error>,
    done: impl FnOnce(T) -> Result<Response, Problem>,
    again: impl FnOnce(&Visit, StatusCode, Option<&Refusal>) -> Result<Response, Problem>,
) -> Result<Response, Problem> {
    match outcome {
        Ok(came) => done(came),
        Err(error) => again(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&of_form(error)?)),
    }
}

impl Problem {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Faults(faults) if faults.iter().any(|fault| fault.code == "unknown_unit") => {
                StatusCode::NOT_FOUND
            }
            Self::Faults(_) | Self::Choose { .. } => StatusCode::BAD_REQUEST,
            Self::Refused(refusal) => match refusal.code {
                "file_gone" => StatusCode::NOT_FOUND,
                code if code.starts_with("unknown_") => StatusCode::NOT_FOUND,
                "not_allowed" | "out_of_reach" | "form_expired" | "sign_in_first" => {
                    StatusCode::FORBIDDEN
                }
                "already_recorded" | "idempotency_key_reused" => StatusCode::CONFLICT,
                "form_too_large" => StatusCode::PAYLOAD_TOO_LARGE,
                "files_crowded" => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::BAD_REQUEST,
            },
            Self::Empty => StatusCode::OK,
            Self::NoPage | Self::NoIndicator(_) => StatusCode::NOT_FOUND,
            Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn is_about_the_unit(&self) -> bool {
        match self {
            Self::Faults(faults) => faults.iter().any(|fault| fault.field == "unit"),
            Self::Choose { .. } => true,
            _ => false,
        }
    }

    fn title(&self, say: Say) -> String {
        match self {
            Self::Faults(faults) if faults.len() == 1 => say.text(words::TO_MEND_1).to_owned(),
            Self::Faults(faults) => say.fill(words::TO_MEND, &[("n", &faults.len().to_string())]),
            Self::Choose { typed, .. } => say.fill(words::CHOOSE_UNIT, &[("typed", typed)]),
            Self::NoIndicator(_) | Self::Refused(_) => say.text(words::CANNOT_SHOW).to_owned(),
            Self::Empty => say.text(words::NO_UNITS_YET).to_owned(),
            Self::NoPage => say.text(words::NO_PAGE).to_owned(),
            Self::Ours => say.text(words::OURS).to_owned(),
            Self::Busy => say.text(words::BUSY).to_owned(),
        }
    }

    fn body(&self, visit: &Visit, question: &Question) -> Markup {
        let say = visit.say;
        match self {
            Self::Faults(faults) => html! {
                (summary(say, faults))
                (frame::scope_form(visit, question, faults))
            },
            Self::Choose { rows, .. } => html! {
                p.lead { (say.text(words::CHOOSE_UNIT_DO)) }
                section.sheet { (units::list(say, question, rows)) }
                (frame::scope_form(visit, question, &[]))
            },
            Self::NoIndicator(typed) => html! {
                (said(&unknown_indicator(say, typed)))
                p { a.btn.main href=(question.to("/")) { (say.text(words::GO_OVERVIEW)) } }
            },
            Self::Refused(refusal) => html! {
                (said(&refused_in(say, refusal)))
                @if matches!(refusal.code, "not_allowed" | "out_of_reach") {
                    p { a href=(crate::rights::why_of(visit)) { (say.text(crate::rights::words::WHY)) } }
                }
                (frame::scope_form(visit, question, &[]))
            },
            Self::Empty => said(&Told::of(say, words::NO_UNITS_YET_SAYS, words::NO_UNITS_YET_DO)),
            Self::NoPage => html! {
                (said(&Told::of(say, words::NO_PAGE_SAYS, words::NO_PAGE_DO)))
                p { a.btn.main href=(question.to("/")) { (say.text(words::GO_OVERVIEW)) } }
            },
            Self::Ours => said(&Told::of(say, words::OURS_SAYS, words::OURS_DO)),
            Self::Busy => said(&Told::of(say, words::BUSY_SAYS, words::BUSY_DO)),
        }
    }
}

/// What is wrong and what to do, and whether it is in Vietnamese on an English page.
struct Told {
    message: String,
    remedy: String,
    code: Option<&'static str>,
    is_foreign: bool,
}

impl Told {
    fn of(say: Say, message: Text, remedy: Text) -> Self {
        let [message, remedy] = [message, remedy].map(|text| say.text(text).to_owned());
        Self { message, remedy, code: None, is_foreign: false }
    }
}

fn unknown_indicator(say: Say, typed: &str) -> Told {
    Told {
        message: say.fill(words::UNKNOWN_INDICATOR, &[("typed", typed)]),
        remedy: say.text(words::UNKNOWN_INDICATOR_DO).to_owned(),
        code: Some("unknown_indicator"),
        is_foreign: false,
    }
}

/// A refusal of `domain` speaks Vietnamese; on an English page it is marked as such.
fn refused_in(say: Say, refusal: &Refusal) -> Told {
    Told {
        message: refusal.message.clone(),
        remedy: refusal.remedy.clone(),
        code: Some(refusal.code),
        is_foreign: say != Say::default(),
    }
}

fn said(told: &Told) -> Markup {
    html! {
        div.note.bad lang=[told.is_foreign.then_some("vi")] {
            i.i.i-warn aria-hidden="true" {}
            div {
                p { b { (told.message) } @if let Some(code) = told.code { " " small.mut { "[" (code) "]" } } }
                p { (told.remedy) }
            }
        }
    }
}

/// Every fault once more at the top, each a link to its field.
fn summary(say: Say, faults: &[Fault]) -> Markup {
    html! {
        div.errors role="alert" tabindex="-1" id="loi" {
            h2 { (Problem::Faults(faults.to_vec()).title(say)) }
            ul { @for fault in faults {
                li { a href={ "#f-" (fault.field) } { (fault.message) } ". " (fault.remedy) "." }
            } }
        }
    }
}

/// A problem as the one who asked reads it: a page, or a document for a program.
pub(crate) fn answer(visit: &Visit, problem: &Problem) -> Response {
    if visit.path.starts_with("/api/") {
        crate::api::problem(problem)
    } else {
        page(visit, problem)
    }
}

/// The page of a problem, with the form still there where it helps.
pub(crate) fn page(visit: &Visit, problem: &Problem) -> Response {
    let say = visit.say;
    if !visit.is_inside() {
        return bare(say, problem);
    }
    // What could be understood stays in the links; a unit that could not be found does not.
    let (mut question, _) = visit.raw.understood(visit.today);
    if problem.is_about_the_unit() {
        question.unit = None;
    }
    let title = problem.title(say);
    let body = html! {
        div.head { div { h1 { (title) } } }
        div.gap { (problem.body(visit, &question)) }
    };
    let head = domain::figures::head(&visit.app).ok();
    let frame = Frame { visit, question: &question, place: None, head: head.as_ref() };
    let named = say.fill(words::ERROR_PREFIX, &[("title", &title)]);
    let page = frame::page(&frame, &named, &body);
    respond(problem.status(), page)
}

/// The same without the books: for when they could not be asked.
pub(crate) fn bare(say: Say, problem: &Problem) -> Response {
    let told = match problem {
        Problem::Busy => Told::of(say, words::BUSY_SAYS, words::BUSY_DO),
        Problem::NoPage => Told::of(say, words::NO_PAGE_SAYS, words::NO_PAGE_DO),
        Problem::Refused(refusal) => refused_in(say, refusal),
        _ => Told::of(say, words::OURS_SAYS, words::OURS_DO),
    };
    let title = problem.title(say);
    let body = html! { main.page id="noi-dung" { h1 { (title) } (said(&told)) } };
    respond(problem.status(), frame::document(say, &title, "", &body))
}

/// An HTML answer. Pages name people, so nothing on the way keeps a copy.
pub(crate) fn respond(status: StatusCode, page: Markup) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, page.0).into_response()
}
