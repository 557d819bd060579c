//! Typing into a report, and taking it a step further.

use axum::response::Response;
use domain::figures::State as CellState;
use domain::reports::{Key, State, Step, Typed, act_on, type_cells as write_cells};
use kernel::{Refusal, Text};

use super::{door, key_of, one, words};
use crate::address::Question;
use crate::parts::typed;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Writes the cells; filed from the same form, the report is filed with what was typed.
pub(super) fn type_cells(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let key = key_of(visit, &question, &place)?;
    let work = || -> Result<Text, domain::Error> {
        write_cells(&visit.app, &visit.actor, &key, &cells(visit, &key)?)?;
        if visit.form.some("step").is_none() {
            return Ok(words::CELLS_WRITTEN);
        }
        Ok(told(stepped(visit, &key)?))
    };
    carried_out(
        visit,
        work(),
        |told| visit.done(&door(&question, &key.form.code), question.say.text(told)),
        |visit, status, no| one::show(visit, &question, &place, status, no),
    )
}

fn cells(visit: &Visit, key: &Key) -> Result<Vec<Typed>, Refusal> {
    let lines = key.form.lines.iter().filter(|line| line.measure.is_some());
    lines
        .filter_map(|line| {
            let value = visit.form.exact(&format!("v-{}", line.code)).trim().to_owned();
            let note = visit.form.some(&format!("n-{}", line.code)).map(str::to_owned);
            let is_there = visit.form.fields().any(|(name, _)| name == format!("v-{}", line.code));
            is_there.then(|| {
                let value = number(&line.code, &value)?;
                let state = match visit.form.text(&format!("s-{}", line.code)) {
                    "not_obliged" => CellState::NotObliged,
                    "not_applicable" => CellState::NotApplicable,
                    _ => CellState::NotReported,
                };
                Ok(Typed { line: line.code.clone(), value, state, note })
            })
        })
        .collect()
}

/// The number typed into a line, if any; a refusal names the line.
pub(super) fn number(line: &str, typed: &str) -> Result<Option<i64>, Refusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed::count(typed).map(Some).map_err(|no| {
        let message = format!("Dòng {line}: {}", no.message);
        Refusal { message, ..no }
    })
}

/// Takes the step that was pressed.
pub(super) fn step(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let key = key_of(visit, &question, &place)?;
    carried_out(
        visit,
        stepped(visit, &key),
        |state| {
            let told = question.say.text(told(state));
            visit.done(&door(&question, &key.form.code), told)
        },
        |visit, status, no| one::show(visit, &question, &place, status, no),
    )
}

fn stepped(visit: &Visit, key: &Key) -> Result<State, domain::Error> {
    let step = Step::from_code(visit.form.text("step")).ok_or_else(|| {
        Refusal::new("unknown_step", "Không rõ việc cần làm với báo cáo", "Bấm một nút trên trang")
    })?;
    let remarks: Vec<(String, String)> = visit
        .form
        .fields()
        .filter_map(|(name, words)| Some((name.strip_prefix("r-")?.to_owned(), words.to_owned())))
        .filter(|(_, words)| !words.trim().is_empty())
        .collect();
    let note = visit.form.some("note");
    let seen = visit.form.some("seen").and_then(|seen| seen.parse().ok());
    Ok(act_on(&visit.app, &visit.actor, key, (step, seen), note, &remarks)?.state)
}

fn told(state: State) -> Text {
    match state {
        State::Drafted => words::NOW_OPEN,
        State::Submitted => words::NOW_SUBMITTED,
        State::Returned => words::NOW_RETURNED,
        State::Approved => words::NOW_APPROVED,
        State::Published => words::NOW_PUBLISHED,
    }
}

/// The address a form of this page is sent to.
pub(super) fn action(question: &Question, form: &str, what: &str) -> String {
    question.to(&format!("/reports/{form}/{what}"))
}
