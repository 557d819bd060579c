//! The units directly below, as doors to their own overviews.

use domain::units::UnitRow;
use maud::{Markup, html};

use crate::address::Question;
use crate::words;

/// Units named on the overview; the rest stand on the page of units.
const NAMED: usize = 12;

/// The sheet.
pub(super) fn sheet(question: &Question, rows: &[UnitRow]) -> Markup {
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
                ul.rows.units { @for row in rows.iter().take(NAMED) {
                    li {
                        a href=(question.of_unit(&row.code).to("/")) { (row.name) }
                        small.mut lang="vi" { (row.kind) }
                    }
                } }
            }
        }
    }
}
