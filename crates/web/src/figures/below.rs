//! The units directly below, as doors to their own overviews.

use domain::figures::BelowRow;
use maud::{Markup, html};

use crate::address::Question;
use crate::parts::{Tile, figure_of, treemap};
use crate::words as common;

use super::words;

/// Units named on the overview; the rest stand on the page of units.
const NAMED: usize = 12;

/// Units drawn on the map; the smaller ones are drawn as one.
const DRAWN: usize = 40;

/// The figure that stands beside each.
pub(super) const COLUMN: &str = "members.closing";

/// The sheet.
pub(super) fn sheet(question: &Question, rows: &[BelowRow]) -> Markup {
    let say = question.say;
    let (count, day) = (say.number(rows.len() as i64), say.day(question.organisation_day()));
    html! {
        section.sheet aria-labelledby="truc-thuoc" {
            header {
                h2 id="truc-thuoc" { (say.text(common::BELOW)) }
                @if rows.len() > NAMED {
                    a href=(question.to("/units")) { (say.fill(common::SEE_ALL_BELOW, &[("n", &count)])) }
                }
                @if !rows.is_empty() {
                    p { (say.fill(common::BELOW_COUNT, &[("n", &count), ("day", &day)])) }
                }
            }
            @if rows.is_empty() {
                p.pad.mut { (say.text(common::NONE_BELOW)) }
            } @else {
                (map(question, rows))
                ul.rows.units { @for BelowRow { unit, values } in rows.iter().take(NAMED) {
                    @let value = values.as_ref().and_then(|values| values.first());
                    li {
                        a lang=[question.say.foreign()] href=(question.of_unit(&unit.code).to("/")) { (unit.name) }
                        span.n { (figure_of(question, unit, COLUMN, value)) " "
                            small.mut { (say.text(common::MEMBERS).to_lowercase()) } }
                    }
                } }
            }
        }
    }
}

/// The units below by their members: a picture whose parts are doors, and the same as a table.
fn map(question: &Question, rows: &[BelowRow]) -> Markup {
    let say = question.say;
    let tiles = tiles(question, rows);
    html! {
        @if tiles.len() > 1 {
            div.pad {
                (treemap(say.text(words::MAP), &tiles))
                p.small.mut { (say.text(words::MAP_IS)) }
                details.more {
                    summary { (say.text(common::SEE_NUMBERS)) }
                    table.dense {
                        caption.vh { (say.text(words::MAP)) }
                        thead { tr { th scope="col" { (say.text(common::UNIT)) } th.n scope="col" { (say.text(common::MEMBERS)) } } }
                        tbody { @for tile in &tiles { tr {
                            th scope="row" { a href=(tile.address) { (tile.name) } }
                            td.n { (say.number(tile.value)) }
                        } } }
                    }
                }
            }
        }
    }
}

fn tiles(question: &Question, rows: &[BelowRow]) -> Vec<Tile> {
    let say = question.say;
    let value = |row: &BelowRow| {
        row.values.as_ref().and_then(|values| values.first().copied()).filter(|value| *value > 0)
    };
    let mut valued: Vec<(&BelowRow, i64)> =
        rows.iter().filter_map(|row| Some((row, value(row)?))).collect();
    valued.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
    let of = |value: i64| say.fill(words::MEMBERS_N, &[("n", &say.number(value))]);
    let drawn = valued.iter().take(DRAWN).map(|(row, value)| Tile {
        name: row.unit.name.clone(),
        text: of(*value),
        value: *value,
        address: question.of_unit(&row.unit.code).to("/"),
    });
    let mut tiles: Vec<Tile> = drawn.collect();
    let rest = valued.get(DRAWN..).unwrap_or_default();
    if !rest.is_empty() {
        let value = rest.iter().map(|(_, value)| value).sum();
        let count = say.number(rest.len() as i64);
        let name = say.fill(words::OTHERS, &[("n", &count)]);
        tiles.push(Tile { name, text: of(value), value, address: question.to("/units") });
    }
    tiles
}
