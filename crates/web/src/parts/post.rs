//! A post in words: which role, where, from when to when.

use domain::accounts::Post;
use kernel::actor::Hold;
use maud::{Markup, html};

use crate::rights::words;
use crate::say::Say;

/// Where a post is held.
pub(crate) fn place(say: Say, post: &Post) -> &str {
    if post.unit == Hold::WHOLE { say.text(words::WHOLE_BOOKS) } else { &post.unit_name }
}

/// From when to when a post is held.
pub(crate) fn days(say: Say, post: &Post) -> String {
    let from = say.day(post.from);
    match post.to {
        Some(to) => say.fill(words::FROM_TO, &[("from", &from), ("to", &say.day(to))]),
        None => say.fill(words::SINCE, &[("from", &from)]),
    }
}

/// A post in one line.
pub(crate) fn line(say: Say, post: &Post) -> Markup {
    html! {
        span {
            b { (say.text(post.role.name)) } " · " span lang="vi" { (place(say, post)) }
            small.under.mut {
                (days(say, post))
                @if post.stands_for.is_some() { " · " (say.text(words::STANDS_IN)) }
                @if let Some(reason) = &post.reason { " · " span lang="vi" { (reason) } }
            }
        }
    }
}
