//! A figure is a door: a link with a dotted underline that leads to where the number comes from.

use domain::figures::{Figure, State};
use domain::units::UnitRow;
use maud::{Markup, html};

use crate::address::Question;
use crate::say::Say;
use crate::words;

/// The address of a figure's trace, in the same scope, period, day and view.
pub(crate) fn door(question: &Question, indicator: &str) -> String {
    question.to(&format!("/figures/{indicator}"))
}

/// A figure, or the state in words why there is none.
pub(crate) fn fig(question: &Question, figure: &Figure) -> Markup {
    match figure.value {
        Some(value) => number_link(question, figure.indicator, value),
        None => state_of(question.say, figure.state),
    }
}

/// A number that leads to the trace of an indicator.
pub(crate) fn number_link(question: &Question, indicator: &str, value: i64) -> Markup {
    html! { a.fig href=(door(question, indicator)) { (question.say.number(value)) } }
}

/// A figure of a unit on a list, asked the same way; the sign of no figure where its books are kept elsewhere.
pub(crate) fn figure_of(
    question: &Question,
    unit: &UnitRow,
    indicator: &str,
    value: Option<&i64>,
) -> Markup {
    match value {
        Some(value) => {
            let own = Question { unit: Some(unit.code.clone()), ..question.clone() };
            number_link(&own, indicator, *value)
        }
        None => state_of(question.say, State::NotApplicable),
    }
}

/// The sign of the statistical yearbooks with its words.
pub(crate) fn state_of(say: Say, state: State) -> Markup {
    let (sign, text, asks) = match state {
        State::Value => return html! {},
        State::NotReported => ("…", words::NOT_REPORTED, true),
        State::NotObliged => ("–", words::NOT_OBLIGED, false),
        State::NotApplicable => ("×", words::NOT_APPLICABLE, false),
    };
    html! { span.st.ask[asks] { (sign) " " (say.text(text)) } }
}
