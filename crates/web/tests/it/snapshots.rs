//! The two pages whole, so that a change of any part of them is seen.

use crate::books::Books;

/// Tags on lines of their own, without the menu, which grows with every slice, and without what differs from build to
/// build.
fn normalised(page: &str) -> String {
    let (before, menu) = page.split_once("<nav class=\"nav\"").unwrap();
    let (_, after) = menu.split_once("</nav>").unwrap();
    let mut text = format!("{before}{after}").replace("><", ">\n<");
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
