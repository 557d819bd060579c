//! The registers side by side: each with its figures of the unit and period.

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities::REGISTERS;
use domain::figures::{Figure, FigureSet, figures};
use maud::{Markup, html};

use super::words as w;
use crate::address::Question;
use crate::frame::{self, Frame};
use crate::parts::fig;
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let query = question.query(&place.card.code);
    let gather = || Ok(figures(&visit.app, &visit.actor, &query)?);
    let (set, head) = visit.steady(gather)?;
    let say = question.say;
    let title = say.fill(w::TITLE, &[("period", &say.period(question.period))]);
    let content = html! {
        div.head {
            div { h1 { (title) } p { (say.fill(w::LEAD, &[("unit", &place.card.name)])) } }
            div.acts { a.btn href=(question.to("/obligations")) { (say.text(w::OBLIGATIONS)) } }
        }
        div.grid.g2.even {
            @for register in REGISTERS {
                section.sheet {
                    header {
                        h2 { a href=(question.to(&format!("/activities/{}", register.code))) { (say.text(register.name)) } }
                        p { (say.text(register.about)) }
                    }
                    (numbers(&question, &set, register.indicators, say.text(register.name)))
                }
            }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &title, &content)))
}

/// The figures of some indicators in a table; those of nothing are left out.
pub(super) fn numbers(
    question: &Question,
    set: &FigureSet,
    codes: &[&str],
    caption: &str,
) -> Markup {
    let say = question.say;
    let of = |code: &&str| set.figures.iter().find(|figure| figure.indicator == *code);
    let told: Vec<&Figure> = codes.iter().filter_map(of).filter(|figure| tells(figure)).collect();
    html! {
        @if !told.is_empty() {
            div.tw { table.dense {
                caption.vh { (caption) }
                thead.vh { tr { th scope="col" { (say.text(w::INDICATOR)) } th.n scope="col" { (say.text(w::VALUE)) } } }
                tbody { @for figure in told { tr {
                    th scope="row" {
                        (name(question, figure.indicator))
                        @if let Some(stated) = &figure.stated {
                            @let (n, difference) = (say.number(stated.value), say.signed(stated.difference));
                            small.under.warn { (say.fill(w::STATED_BESIDE, &[("n", &n), ("difference", &difference), ("reason", &stated.reason)])) }
                        }
                    }
                    td.n {
                        (fig(question, figure))
                        @if let (Some(percent), Some([_, planned])) = (say.percent(figure), figure.ratio) {
                            small.under.mut { (say.fill(w::OF_PLANNED, &[("n", &say.number(planned)), ("percent", &percent)])) }
                        }
                    }
                } } }
            } }
        }
    }
}

fn tells(figure: &Figure) -> bool {
    figure.value.is_some_and(|value| value != 0)
        || figure.target.is_some()
        || figure.stated.is_some()
}

/// The name of an indicator in the reader's language.
pub(super) fn name(question: &Question, code: &str) -> String {
    domain::figures::find_indicator(code)
        .map_or_else(|| code.to_owned(), |found| question.say.text(found.name).to_owned())
}
