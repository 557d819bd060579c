//! Turning the pages of a list by links.

use maud::{Markup, html};

use crate::address::Question;
use crate::words;

/// Where in a list one is.
pub(crate) struct Page<'p> {
    /// The field of the address that turns the pages.
    pub(crate) field: &'p str,
    /// The page shown, from 1 on.
    pub(crate) number: usize,
    /// Whether there is another after it.
    pub(crate) more: bool,
    /// The range in words.
    pub(crate) range: String,
    /// Other fields the links keep.
    pub(crate) keep: &'p [(&'p str, &'p str)],
    /// The part of the page to land on.
    pub(crate) anchor: &'p str,
}

/// The range in words, and links to the page before and after.
pub(crate) fn pager(question: &Question, path: &str, page: &Page<'_>) -> Markup {
    let say = question.say;
    let link = |number: usize| {
        let number = number.to_string();
        let mut fields = page.keep.to_vec();
        fields.push((page.field, &number));
        format!("{}#{}", question.to_with(path, &fields), page.anchor)
    };
    html! {
        nav.pager aria-label=(say.text(words::PAGES)) {
            span { (page.range) }
            @if page.number > 1 || page.more {
                ol {
                    @if page.number > 1 {
                        li { a rel="prev" href=(link(page.number - 1)) { (say.text(words::PREVIOUS)) } }
                    }
                    li { span aria-current="page" { (page.number) } }
                    @if page.more {
                        li { a rel="next" href=(link(page.number + 1)) { (say.text(words::NEXT)) } }
                    }
                }
            }
        }
    }
}
