//! The steps of the editor: every button sends the whole draft, and only the last one writes.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Cell, Form, preview, put_in_force, read_form};
use kernel::{Period, Refusal};

use super::draft::Draft;
use super::{list, page, words};
use crate::form::PASTED;
use crate::parts::download;
use crate::problem::{Problem, of_form};
use crate::site::Visit;

/// A form as it would be, and its cells for a unit and a period.
pub(super) struct Looked {
    pub(super) form: Form,
    pub(super) period: Period,
    pub(super) cells: Vec<Cell>,
}

/// The editor with a form to begin from.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    must_edit(visit)?;
    let draft = match visit.raw.get("code") {
        Some(code) => Draft::of(list::named(visit, code)?),
        None => Draft::empty(visit.today),
    };
    page::show(visit, StatusCode::OK, &draft, None, None)
}

fn must_edit(visit: &Visit) -> Result<(), Problem> {
    let power = domain::policy::power_for("reports.form");
    visit.actor.must(power).map_err(Problem::Refused)
}

/// What a button asks.
pub(super) fn step(visit: &Visit) -> Result<Response, Problem> {
    must_edit(visit)?;
    let mut draft = Draft::sent(&visit.form);
    let what = visit.form.text("what").to_owned();
    let done = match &*what {
        "preview" => look(visit, &draft).map(Step::Look),
        "paste" => read_form("Tệp dán", visit.form.exact(PASTED.0))
            .map(|form| Step::Draft(Draft::of(&form)))
            .map_err(Into::into),
        "toml" => draft.read().map(|(_, text)| Step::File(text)).map_err(Into::into),
        "put" => put(visit, &draft).map(|()| Step::Put),
        other => {
            draft.change(other);
            Ok(Step::Draft(draft.clone()))
        }
    };
    match done {
        Ok(Step::Draft(draft)) => page::show(visit, StatusCode::OK, &draft, None, None),
        Ok(Step::Look(looked)) => page::show(visit, StatusCode::OK, &draft, Some(&looked), None),
        Ok(Step::File(text)) => {
            let name = format!("{}.toml", draft.code);
            Ok(download(&name, "text/plain; charset=utf-8", text.into_bytes()))
        }
        Ok(Step::Put) => {
            let (question, _) = visit.question_and_place()?;
            visit.done(&question.to("/report-forms"), question.say.text(words::IN_FORCE))
        }
        Err(error) => {
            let refusal: Refusal = of_form(error)?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page::show(visit, status, &draft, None, Some(&refusal))
        }
    }
}

enum Step {
    Draft(Draft),
    Look(Looked),
    File(String),
    Put,
}

/// The draft on real figures: of the unit in scope, for the period typed.
fn look(visit: &Visit, draft: &Draft) -> Result<Looked, domain::Error> {
    let (form, _) = draft.read()?;
    let period = match visit.form.some("for-period") {
        Some(typed) => Period::parse(typed)?,
        None => {
            let latest = form.periods_before(visit.today, 1).first().copied();
            latest
                .or(Period::year(visit.today.year() - 1))
                .unwrap_or_else(|| Period::inclusive(visit.today, visit.today))
        }
    };
    let unit = match visit.raw.get("unit") {
        Some(code) => domain::units::scope_of_code(&visit.app, &visit.actor, code)?,
        None => {
            let home = domain::units::home(&visit.app, &visit.actor, visit.today)?;
            home.map(|card| card.id).ok_or_else(|| {
                Refusal::new("no_unit", "Chưa chọn đơn vị để xem thử", "Chọn đơn vị ở đầu trang")
            })?
        }
    };
    let cells = preview(&visit.app, &visit.actor, &form, unit, period)?;
    Ok(Looked { form, period, cells })
}

fn put(visit: &Visit, draft: &Draft) -> Result<(), domain::Error> {
    let (_, text) = draft.read()?;
    put_in_force(&visit.app, &visit.actor, &text).map(drop)
}
