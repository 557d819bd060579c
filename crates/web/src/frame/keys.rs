//! The list of keys, opened by `?` or from the foot of a page; without a script there are none, and nothing of it is seen.

use kernel::Text;
use maud::{Markup, html};

use crate::say::Say;
use crate::words;

/// The keys with what each does.
const KEYS: [(&[&str], Text); 5] = [
    (&["/"], words::KEY_SEARCH),
    (&["j", "k"], words::KEY_ROWS),
    (&["x"], words::KEY_TICK),
    (&["Enter"], words::KEY_OPEN),
    (&["?"], words::KEY_LIST),
];

/// What opens it.
pub(super) fn opener(say: Say) -> Markup {
    html! { button.as-link.no-print type="button" hidden data-keys { (say.text(words::KEYS)) } }
}

/// The list, with the switch that turns the keys off.
pub(super) fn dialog(say: Say) -> Markup {
    html! {
        dialog id="phim-tat" aria-labelledby="phim-tat-ten" {
            h2 id="phim-tat-ten" { (say.text(words::KEYS)) }
            dl.kv { @for (keys, does) in KEYS {
                dt { @for key in keys { kbd { (key) } " " } }
                dd { (say.text(does)) }
            } }
            form method="dialog" {
                label.pick { input type="checkbox" data-keys-off; span { (say.text(words::KEYS_OFF)) } }
                div.acts { button.btn { (say.text(words::CLOSE)) } }
            }
        }
    }
}
