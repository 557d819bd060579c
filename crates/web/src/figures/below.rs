//! The units directly below, as doors to their own overviews.

use domain::figures::BelowRow;
use maud::{Markup, html};

use crate::address::Question;
use crate::parts::figure_of;
use crate::words;

/// Units named on the overview; the rest stand on the page of units.
const NAMED: usize = 12;

/// The figure that stands beside each.
pub(super) const COLUMN: &str = "members.closing";

/// The sheet.
pub(super) fn sheet(question: &Question, rows: &[BelowRow]) -> Markup {
    let say = question.say;
    let (count, day) = (say.number(rows.len() as i64), say.day(question.organisation_day()));
    html! {
        section.sheet aria-labelledby="truc-thuoc" {
            header {
                h2 id="truc-thuoc" { (say.text(words::BELOW)) }
                @if rows.len() > NAMED {
                    a href=(question.to("/units")) { (say.fill(words::SEE_ALL_BELOW, &[("n", &count)])) }
                }
                @if !rows.is_empty() {
                    p { (say.fill(words::BELOW_COUNT, &[("n", &count), ("day", &day)])) }
                }
            }
            @if rows.is_empty() {
                p.pad.mut { (say.text(words::NONE_BELOW)) }
            } @else {
                ul.rows.units { @for BelowRow { unit, values } in rows.iter().take(NAMED) {
                    @let value = values.as_ref().and_then(|values| values.first());
                    li {
                        a href=(question.of_unit(&unit.code).to("/")) { (unit.name) }
                        span.n { (figure_of(question, unit, COLUMN, value)) " "
                            small.mut { (say.text(words::MEMBERS).to_lowercase()) } }
                    }
                } }
            }
        }
    }
}
