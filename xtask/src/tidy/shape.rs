//! The shape of a Rust file: how it opens, how long it is, how wide its lines are.

use super::report::{Finding, Level, Rule};
use crate::tree::{Tree, is_test_file};

const LINES_MAX: usize = 500;
const WIDTH_MAX: usize = 110;

static OPENING: Rule = Rule {
    name: "module-opening",
    what: "a Rust file opens with `//!` and a sentence that says what it is",
    why: "a reader who opens the file first must know where they are",
    remedy: "write `//! What this module is.` as the very first line",
    level: Level::Refused,
};

static LENGTH: Rule = Rule {
    name: "file-length",
    what: "a file has at most 500 lines that are not tests",
    why: "a long file is several chapters under one title",
    remedy: "cut it where the subject changes; aim at 250 lines or fewer",
    level: Level::Refused,
};

static WIDTH: Rule = Rule {
    name: "line-width",
    what: "a line of Rust has at most 110 characters",
    why: "two files must fit side by side",
    remedy: "break the string, or give its parts names",
    level: Level::Warned,
};

/// Every module opens with a sentence.
pub(crate) fn openings(tree: &Tree) -> Vec<Finding> {
    // A crate may take its sentence from its README.
    const README: &str = "#![doc = include_str!(\"../README.md\")]";
    let bare = tree.rust().filter(|(file, _)| {
        let first = file.text.lines().next().unwrap_or_default();
        first.strip_prefix("//!").is_none_or(|sentence| sentence.trim().is_empty())
            && first != README
    });
    bare.map(|(file, _)| OPENING.at(&file.path, 1, "no `//!` on the first line")).collect()
}

/// No file grows past the limit.
pub(crate) fn lengths(tree: &Tree) -> Vec<Finding> {
    let shipped = tree.rust().filter(|(file, _)| !is_test_file(&file.path));
    let counted = shipped.map(|(file, source)| (file, source.shipped().count()));
    let long = counted.filter(|(_, lines)| *lines > LINES_MAX);
    long.map(|(file, lines)| LENGTH.at(&file.path, 0, format!("{lines} lines"))).collect()
}

/// Lines that rustfmt could not break.
pub(crate) fn widths(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, _) in tree.rust() {
        for (index, line) in file.text.lines().enumerate() {
            let width = line.chars().count();
            if width > WIDTH_MAX {
                findings.push(WIDTH.at(&file.path, index + 1, format!("{width} characters")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::report::places;

    #[test]
    fn a_module_without_an_opening_sentence_is_found() {
        let tree = Tree::sample(&[
            ("a.rs", "//! A thing.\nfn a() {}"),
            ("b.rs", "fn b() {}"),
            ("c.rs", "//!\n//! Too late."),
            ("d.rs", ""),
            ("e.rs", "#![doc = include_str!(\"../README.md\")]\n"),
        ]);
        let expected = ["module-opening b.rs:1", "module-opening c.rs:1", "module-opening d.rs:1"];
        assert_eq!(places(&openings(&tree)), expected);
    }

    #[test]
    fn lines_of_tests_do_not_count_against_the_length_of_a_file() {
        let body = "fn a() {}\n".repeat(500);
        let tested = format!("{body}#[cfg(test)]\nmod tests {{\n{body}}}\n");
        let long = format!("{body}fn b() {{}}\n");
        let tree =
            Tree::sample(&[("ok.rs", &tested), ("tests/long.rs", &long), ("long.rs", &long)]);
        assert_eq!(places(&lengths(&tree)), ["file-length long.rs:0"]);
    }

    #[test]
    fn the_width_of_a_line_is_counted_in_characters_and_not_in_bytes() {
        let tree = Tree::sample(&[("a.rs", &format!("{}\n{}", "ễ".repeat(110), "x".repeat(111)))]);
        assert_eq!(places(&widths(&tree)), ["line-width a.rs:2"]);
    }
}
