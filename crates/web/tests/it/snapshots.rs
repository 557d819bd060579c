//! The two pages whole, so that a change of any part of them is seen.

use crate::books::Books;

/// Tags on lines of their own, and what differs from build to build left out.
fn normalised(page: &str) -> String {
    let mut text = page.replace("><", ">\n<");
    for (before, after) in [("/assets/", "\""), ("dấu ", "<")] {
        let mut rest = text.as_str();
        let mut kept = String::with_capacity(text.len());
        while let Some((start, behind)) = rest.split_once(before) {
            let (value, _) = behind.split_once(after).unwrap_or((behind, ""));
            kept.push_str(start);
            kept.push_str(before);
            kept.push('…');
            rest = &behind[value.len()..];
        }
        kept.push_str(rest);
        text = kept;
    }
    text
}

#[test]
fn the_overview_is_as_it_was_looked_at() {
    let page = Books::told().page("/?unit=quan-k&period=2021-H1");
    insta::assert_snapshot!("overview", normalised(&page));
}

#[test]
fn the_trace_is_as_it_was_looked_at() {
    let page = Books::told().page("/figures/members.admitted?unit=quan-k&period=2021-H1");
    insta::assert_snapshot!("trace", normalised(&page));
}
