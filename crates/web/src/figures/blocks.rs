//! Unions and members by block; the columns of a scope always add up to its total.

use kernel::Block;
use maud::{Markup, html};

use super::answers;
use super::overview::Shown;
use crate::address::Question;
use crate::parts::{fig, number_link};
use crate::words;

/// The indicators of the columns.
pub(super) const COLUMNS: [&str; 3] = ["units.closing", "members.closing", "members.admitted"];

/// Code of the block, its Vietnamese name, and the values in the order of [`COLUMNS`].
pub(super) type Row = (&'static str, &'static str, Vec<i64>);

/// The sheet.
pub(super) fn sheet(question: &Question, shown: &Shown) -> Markup {
    let say = question.say;
    let heads = [words::UNIONS, words::MEMBERS, words::ADMITTED_SHORT].map(|head| say.text(head));
    html! {
        section.sheet aria-labelledby="khoi" {
            header { h2 id="khoi" { (say.text(words::BY_BLOCK)) } }
            @if shown.blocks.is_empty() {
                p.pad.mut { (say.text(words::NOTHING_BY_BLOCK)) }
            } @else {
                div.tw { table.dense.blocks {
                    caption.vh { (say.text(words::BY_BLOCK)) }
                    thead { tr {
                        th scope="col" { (say.text(words::BLOCK)) }
                        @for head in heads { th.n scope="col" { (head) } }
                    } }
                    tbody { @for (code, name, values) in &shown.blocks { tr {
                        th scope="row" {
                            (Block::from_code(code).map_or(*name, |block| say.text(block.name())))
                        }
                        @for (indicator, value) in COLUMNS.iter().zip(values) {
                            td.n { (cell(question, code, indicator, *value)) }
                        }
                    } } }
                    tfoot { tr {
                        th scope="row" { (say.text(words::TOTAL)) }
                        @for code in COLUMNS {
                            td.n {
                                @if let Some(figure) = answers::of(&shown.set, code) {
                                    (fig(question, figure))
                                }
                            }
                        }
                    } }
                } }
            }
        }
    }
}

/// A cell leads to the lines of its block, and of nothing else.
fn cell(question: &Question, code: &str, indicator: &str, value: i64) -> Markup {
    let Some(block) = Block::from_code(code) else {
        return html! { (question.say.number(value)) };
    };
    number_link(&question.of_block(block), indicator, value)
}
