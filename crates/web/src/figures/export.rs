//! The figures of a unit as a file: every indicator with its target, rate, what remains and what was due.

use axum::response::Response;
use domain::exports::{Cell, Format, Table, export};
use domain::figures::{Figure, FigureSet, State, figures};
use maud::{Markup, html};

use super::{answers, words};
use crate::address::Question;
use crate::frame;
use crate::parts::download;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::words as common;

/// The file, as the ending of the address says.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let ending = visit.path.rsplit('.').next().unwrap_or_default();
    let format = Format::from_ending(ending).ok_or(Problem::NoPage)?;
    let (question, place) = visit.question_and_place()?;
    let query = question.query(&place.card.code);
    let (set, _) = visit.steady(|| Ok(figures(&visit.app, &visit.actor, &query)?))?;
    let what = ("figures.exported", Some(place.card.id));
    let bytes = export(&visit.app, &visit.actor, what, &table(&question, &place, &set), format)?;
    let period = question.period.code().replace("..", "_");
    let name = format!("so-lieu_{}_{period}.{}", place.card.code, format.ending());
    Ok(download(&name, format.content_type(), bytes))
}

fn table(question: &Question, place: &Place, set: &FigureSet) -> Table {
    let say = question.say;
    let heads = [
        (words::CODE, 32),
        (common::INDICATOR, 48),
        (common::FIGURE, 12),
        (words::TARGET, 14),
        (common::RATE, 12),
        (words::LEFT, 12),
        (words::PACE, 18),
        (words::TARGET_PERIOD, 16),
        (words::STATE, 24),
    ];
    let day = say.day(question.last_day());
    Table {
        name: say.text(words::SHEET).to_owned(),
        titles: vec![
            place.card.name.clone(),
            format!("{} · {} {day}", say.period(question.period), say.text(common::TO_THE_END_OF)),
            frame::view_name(say, question.view).to_owned(),
        ],
        columns: heads.map(|(head, width)| (say.text(head).to_owned(), width)).to_vec(),
        rows: set.figures.iter().map(|figure| row(say, figure)).collect(),
    }
}

fn row(say: Say, figure: &Figure) -> Vec<Cell> {
    let rate = figure.ratio.map_or(Cell::Empty, |[done, planned]| Cell::ratio(done, planned));
    vec![
        Cell::text(figure.indicator),
        Cell::text(answers::name(say, figure.indicator)),
        Cell::number(figure.value),
        Cell::number(figure.target),
        rate,
        Cell::number(figure.remaining),
        Cell::number(figure.pace),
        Cell::text(figure.target_period.clone().unwrap_or_default()),
        Cell::text(state(say, figure.state)),
    ]
}

fn state(say: Say, state: State) -> &'static str {
    match state {
        State::Value => "",
        State::NotReported => say.text(common::NOT_REPORTED),
        State::NotObliged => say.text(common::NOT_OBLIGED),
        State::NotApplicable => say.text(common::NOT_APPLICABLE),
    }
}

/// The two links that take a page's figures away.
pub(super) fn links(question: &Question) -> Markup {
    let say = question.say;
    html! {
        a.btn href=(question.to("/figures.xlsx")) download {
            i.i.i-get aria-hidden="true" {} (say.text(words::FILE_XLSX))
        }
        a.btn.bare href=(question.to("/figures.csv")) download { (say.text(words::FILE_CSV)) }
    }
}
