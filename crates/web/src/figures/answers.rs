//! The figures of one question, found by their codes, and what part each has in opening + in − out
//! = closing.

use axum::response::{IntoResponse, Redirect, Response};
use domain::figures::{Figure, FigureSet, INDICATORS, Indicator, State, find_indicator};

use crate::address::Question;
use crate::say::Say;
use crate::site::Visit;

/// The part of an indicator in the movement of its stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Opening,
    Increase,
    Decrease,
    Closing,
    /// Told besides; no part of the sum.
    Beside,
}

/// The part of an indicator, told by one that is known to have it.
pub(super) fn side(indicator: &Indicator) -> Side {
    let as_in = |code| find_indicator(code).is_some_and(|known| known.part == indicator.part);
    [
        ("members.opening", Side::Opening),
        ("members.admitted", Side::Increase),
        ("members.left", Side::Decrease),
        ("members.closing", Side::Closing),
    ]
    .into_iter()
    .find(|(code, _)| as_in(code))
    .map_or(Side::Beside, |(_, side)| side)
}

/// The family of an indicator: the first word of its code with its dot.
pub(super) fn family_of(code: &str) -> &str {
    code.find('.').map_or(code, |dot| &code[..=dot])
}

/// The indicators of a family such as `members.` or `units.`, in their printed order.
pub(crate) fn family(prefix: &str) -> impl Iterator<Item = &'static Indicator> + use<'_> {
    INDICATORS.iter().filter(move |indicator| indicator.code.starts_with(prefix))
}

/// The name of an indicator; a code without one is its own name.
pub(crate) fn name(say: Say, code: &'static str) -> &'static str {
    find_indicator(code).map_or(code, |indicator| say.text(indicator.name))
}

/// The same of a code that stands in the books.
pub(crate) fn indicator_name(say: Say, code: &str) -> &str {
    find_indicator(code).map_or(code, |indicator| say.text(indicator.name))
}

/// The figure of an indicator in a set.
pub(super) fn of<'s>(set: &'s FigureSet, code: &str) -> Option<&'s Figure> {
    set.figures.iter().find(|figure| figure.indicator == code)
}

/// The value of an indicator in a set, where there is one.
pub(super) fn value(set: &FigureSet, code: &str) -> Option<i64> {
    of(set, code).filter(|figure| figure.state == State::Value).and_then(|figure| figure.value)
}

/// When the form was sent, or the unit was named otherwise than by its code: the lasting address of
/// the same page.
pub(super) fn lasting_address(visit: &Visit, question: &Question) -> Option<Response> {
    let renamed =
        visit.raw.get("unit").is_some_and(|typed| question.unit.as_deref() != Some(typed));
    let moved = renamed || visit.raw.is_form();
    moved.then(|| Redirect::to(&question.to(&visit.path)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_family_has_one_opening_one_closing_and_something_between() {
        for prefix in ["members.", "units."] {
            let count = |wanted| family(prefix).filter(|each| side(each) == wanted).count();
            assert_eq!((count(Side::Opening), count(Side::Closing)), (1, 1), "{prefix}");
            assert!(count(Side::Increase) > 2 && count(Side::Decrease) > 2, "{prefix}");
        }
    }
}
