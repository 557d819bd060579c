//! The way here from the pages above.

use maud::{Markup, html};

use crate::say::Say;
use crate::words;

/// The pages above, each its address and its name, and the one that is shown.
pub(crate) fn crumbs(say: Say, above: &[(String, &str)], here: &str) -> Markup {
    html! {
        nav.crumbs aria-label=(say.text(words::PATH)) { ol {
            @for (to, name) in above { li { a href=(to) { (name) } } }
            li aria-current="page" { (here) }
        } }
    }
}
