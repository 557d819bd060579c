//! Figures for programs, and where they come from.

use axum::response::Response;
use domain::figures::{FigureSet, Query, State, TraceLine, figures, trace};

use super::answer::{json, number, segment};
use super::shapes::{Figure, Figures, Line, Trace};
use crate::problem::Problem;
use crate::site::Visit;

const MOST: usize = 1_000;

fn query(visit: &Visit) -> Result<Query, Problem> {
    let question = visit.raw.question(visit.today)?;
    Ok(question.query(&segment(visit, 1)))
}

/// Every figure of a unit.
pub(super) fn all(visit: &Visit) -> Result<Response, Problem> {
    let FigureSet { scope, period, as_of, known_at, view, figures, notes, .. } =
        figures(&visit.app, &visit.actor, &query(visit)?)?;
    let shape = |figure: domain::figures::Figure| Figure {
        indicator: figure.indicator.to_owned(),
        state: state(figure.state).to_owned(),
        value: figure.value,
        target: figure.target,
        ratio: figure.ratio,
        percent: figure.percent,
    };
    let figures = figures.into_iter().map(shape).collect();
    json(&Figures { scope, period, as_of, known_at, view: view.to_owned(), figures, notes })
}

fn state(state: State) -> &'static str {
    match state {
        State::Value => "value",
        State::NotReported => "not_reported",
        State::NotObliged => "not_obliged",
        State::NotApplicable => "not_applicable",
    }
}

/// The lines behind a figure, a page at a time.
pub(super) fn trace_of(visit: &Visit) -> Result<Response, Problem> {
    let (skip, limit) =
        (number(visit, "cursor", 0, 10_000_000)?, number(visit, "limit", 100, MOST)?.max(1));
    let indicator = segment(visit, 3);
    let told = trace(&visit.app, &visit.actor, &indicator, &query(visit)?, skip, limit)?;
    let shape = |line: TraceLine| Line {
        seq: line.seq,
        on: line.on,
        unit: line.unit_code,
        quantity: line.quantity,
        person: line.person,
        person_id: line.person_id,
        event: line.event,
        document: line.document,
        recorded_at: line.recorded_at,
        actor: line.actor,
    };
    let next = told.more.then(|| (skip + limit).to_string());
    let items = told.lines.into_iter().map(shape).collect();
    let (indicator, meaning) = (told.indicator.to_owned(), told.meaning.to_owned());
    json(&Trace { indicator, meaning, value: told.value, items, next })
}
