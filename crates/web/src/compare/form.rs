//! What the first side is compared with: the form of the second, and the ways most often gone.

use kernel::Period;
use ledger::views::View;
use maud::{Markup, html};

use super::PATH;
use super::asked::{Sides, address, before, cut_a_year_earlier};
use super::words;
use crate::address::{Question, VIEWS};
use crate::frame;
use crate::parts::form::{self, Field};
use crate::say::Say;
use crate::words as common;

/// The form.
pub(super) fn form(sides: &Sides) -> Markup {
    let (first, second) = (&sides.first.question, &sides.second.question);
    let say = first.say;
    let period = second.period.code();
    let period = Field {
        hint: say.text(common::PERIOD_HINT),
        most: 40,
        ..Field::new("period2", say.text(words::OTHER_PERIOD), &period)
    };
    html! {
        details.sheet.no-print {
            summary.pad { (say.text(words::CHANGE_OTHER)) }
            form.pad.gap method="get" action=(PATH) {
                (frame::hidden(first))
                div.grid.g2 {
                    (unit_field(say, sides))
                    (form::input(say, &period))
                    (form::date(say, "to2", say.text(words::OTHER_DAY), [""; 3], None))
                }
                div.acts { button.btn.main { (say.text(words::COMPARE)) } }
            }
        }
    }
}

fn unit_field(say: Say, sides: &Sides) -> Markup {
    html! {
        div.field {
            label for="f-unit2" { (say.text(words::OTHER_UNIT)) }
            span.hint id="h-unit2" { (say.text(common::UNIT_HINT)) }
            div.combo data-units=(say.text(common::MATCHING_UNITS)) data-stay="1" {
                input id="f-unit2" name="unit2" value=(sides.second.place.card.code) autocomplete="off" maxlength="300"
                    aria-describedby="h-unit2";
            }
        }
    }
}

/// The ways most often gone, each a link: the year before, the period before, the managers; and the three views.
pub(super) fn ways(sides: &Sides) -> Markup {
    let (first, second) = (&sides.first.question, &sides.second.question);
    let say = first.say;
    let with = |period: Period| Question { period, as_of: None, ..first.clone() };
    let year = Question { as_of: cut_a_year_earlier(first), ..with(first.period.year_before()) };
    let ways = [(words::YEAR_BEFORE, year), (words::PERIOD_BEFORE, with(before(first.period)))];
    html! {
        nav.tools.no-print aria-label=(say.text(words::WAYS)) {
            span.chips {
                @for (name, other) in &ways {
                    @let is_here = (other.period, other.as_of, &first.unit) == (second.period, second.as_of, &second.unit);
                    a.chip.plain href=(address(first, other, PATH)) aria-current=[is_here.then_some("true")] { (say.text(*name)) }
                }
                @for (_, code, name) in sides.first.place.card.managers.iter().take(2) {
                    @let other = Question { unit: Some(code.clone()), ..first.clone() };
                    a.chip.plain href=(address(first, &other, PATH)) aria-current=[(second.unit.as_ref() == Some(code)).then_some("true")] { (name) }
                }
            }
            span.chips { @for view in VIEWS {
                a.chip.plain href=(in_view(sides, view)) aria-current=[(view == first.view).then_some("true")] {
                    (frame::view_name(say, view))
                }
            } }
        }
    }
}

fn in_view(sides: &Sides, view: View) -> String {
    address(&sides.first.question.in_view(view), &sides.second.question, PATH)
}
