//! What a form would write, shown before it is written.

use domain::memberships::Effect;
use maud::{Markup, html};

use super::words as w;
use crate::parts::account_name;
use crate::say::Say;

/// The postings, by unit, account and day.
pub(super) fn table(say: Say, effects: &[Effect]) -> Markup {
    html! {
        section.sheet { header { h2 { (say.text(w::EFFECTS)) } p { (say.text(w::EFFECTS_LEAD)) } }
            @if effects.is_empty() { div.pad { p.mut { (say.text(w::EFFECTS_NONE)) } } }
            @else { div.tw { table.dense.stack {
                caption.vh { (say.text(w::EFFECTS)) }
                thead { tr {
                    th scope="col" { (say.text(w::UNIT)) }
                    th scope="col" { (say.text(w::ACCOUNT)) }
                    th.n scope="col" { (say.text(w::DAY)) }
                    th.n scope="col" { (say.text(w::QUANTITY)) }
                } }
                tbody { @for effect in effects { tr {
                    th scope="row" { (effect.unit.name) }
                    td data-l=(say.text(w::ACCOUNT)) { span { (account_name(say, effect.account)) } }
                    td.n data-l=(say.text(w::DAY)) { span { (say.day(effect.on)) } }
                    td.n data-l=(say.text(w::QUANTITY)) { b { (say.signed(effect.quantity)) } }
                } } }
            } } }
        }
    }
}
