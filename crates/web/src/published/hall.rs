//! The large figures of a report, to be read from the last row of a hall: one screen after the other, six figures each.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Form, Line};
use kernel::Period;
use maud::{Markup, html};
use vietnamese::number::Fraction;

use super::words;
use crate::frame::document;
use crate::problem::respond;
use crate::say::Say;
use crate::site::Visit;

/// Figures of one screen.
const AT_ONCE: usize = 6;
/// Figures at most; a hall remembers few.
const MOST: usize = 60;

/// What is shown.
pub(crate) struct Hall<'h> {
    pub(crate) unit: &'h str,
    pub(crate) name: &'h str,
    pub(crate) period: Period,
    pub(crate) decimals: u8,
    pub(crate) back: String,
    pub(crate) figures: Vec<Figure<'h>>,
}

/// A line with a value.
pub(crate) struct Figure<'h> {
    line: &'h Line,
    /// The line it is a part of: "among them women" says nothing by itself.
    whole: Option<&'h Line>,
    value: i64,
    target: Option<i64>,
}

impl<'h> Figure<'h> {
    /// A line that has something to show.
    pub(crate) fn of(
        form: &'h Form,
        line: &'h Line,
        (value, target): (Option<i64>, Option<i64>),
    ) -> Option<Self> {
        let value = value.filter(|value| *value != 0 || target.is_some())?;
        let whole = line.part_of.as_deref().and_then(|code| form.line(code));
        Some(Self { line, whole, value, target })
    }
}

/// The page.
pub(crate) fn page(visit: &Visit, hall: &Hall<'_>) -> Response {
    let say = visit.say;
    let shown = &hall.figures[..hall.figures.len().min(MOST)];
    let screens: Vec<&[Figure<'_>]> = shown.chunks(AT_ONCE).collect();
    let all = say.number(screens.len() as i64);
    let body = html! {
        main.hall id="noi-dung" {
            section.cover-screen lang="vi" {
                p { (hall.unit) }
                h1 { (hall.name) }
                p.sub { (say.period(hall.period)) }
                @if shown.is_empty() { p { (say.text(words::NO_FIGURES)) } }
                p.no-print { a href=(hall.back) { (say.text(words::BACK)) } }
            }
            @for (place, screen) in screens.iter().enumerate() {
                section lang="vi" {
                    dl { @for figure in *screen { (one(say, hall.decimals, figure)) } }
                    p.foot { (hall.unit) " · " (say.period(hall.period)) span { (place + 1) "/" (all) } }
                }
            }
        }
    };
    let title = format!("{} · {}", hall.name, hall.unit);
    respond(StatusCode::OK, document(say, &title, "hall", &body))
}

fn one(say: Say, decimals: u8, figure: &Figure<'_>) -> Markup {
    let rate = figure.target.and_then(|asked| Fraction::new(figure.value, asked));
    html! { div {
        dd.big { (say.number(figure.value)) @if !figure.line.unit.is_empty() { small { (figure.line.unit) } } }
        dt { @if let Some(whole) = figure.whole { (whole.text) ". " } (figure.line.text) }
        @if let Some(target) = figure.target {
            dd { (say.fill(words::OF, &[("n", &say.number(target))])) @if let Some(rate) = rate { " · " b { (say.numeral(&rate.percent_text(decimals))) } } }
        }
    } }
}
