//! `cargo xtask bench`: runs the benchmarks of the testkit and keeps their table in the documents.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::shell;

const EXAMPLE: [&str; 2] =
    ["crates/testkit/examples/bench.rs", "crates/testkit/examples/bench/main.rs"];
/// The performance page.
pub(crate) const PAGE: &str = "docs/PERFORMANCE.md";

/// The lines between which a table stands.
pub(crate) type Marks = [&'static str; 2];

const MARKS: Marks = ["<!-- bench:begin -->", "<!-- bench:end -->"];

/// Runs the benchmarks; everything but `--write` goes to them.
pub(crate) fn run(arguments: &[String]) -> Result<bool> {
    let root = shell::root()?;
    if !EXAMPLE.iter().any(|path| root.join(path).is_file()) {
        bail!("there is no {} yet", EXAMPLE[0]);
    }
    let write = arguments.iter().any(|argument| argument == "--write");
    let rest = arguments.iter().filter(|argument| *argument != "--write");
    let mut bench = shell::cargo(&root);
    bench.args(["run", "--release", "--quiet", "-p", "testkit", "--example", "bench", "--"]);
    // The table comes on standard output; what it says on the way goes straight to the terminal.
    let output = bench
        .args(rest)
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("starting {}", shell::line(&bench)))?;
    let table = String::from_utf8_lossy(&output.stdout);
    print!("{table}");
    if write && output.status.success() {
        keep(&root, &table, MARKS)?;
        println!("written to {PAGE}");
    }
    Ok(output.status.success())
}

/// Puts a table between its marks in the performance page.
pub(crate) fn keep(root: &Path, table: &str, marks: Marks) -> Result<()> {
    let path = root.join(PAGE);
    let page = if path.is_file() {
        std::fs::read_to_string(&path).with_context(|| format!("reading {PAGE}"))?
    } else {
        format!("# Performance\n\n{}\n{}\n", marks[0], marks[1])
    };
    std::fs::write(&path, between_marks(&page, table, marks)?)
        .with_context(|| format!("writing {PAGE}"))
}

/// The page with the table in the place of the old one.
fn between_marks(page: &str, table: &str, [begin, end]: Marks) -> Result<String> {
    let missing = || format!("{PAGE} needs the lines `{begin}` and `{end}`");
    let (before, rest) = page.split_once(begin).with_context(missing)?;
    let (_, after) = rest.split_once(end).with_context(missing)?;
    Ok(format!("{before}{begin}\n\n{}\n\n{end}{after}", table.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEGIN: &str = MARKS[0];
    const END: &str = MARKS[1];

    #[test]
    fn the_table_takes_the_place_of_the_old_one_and_the_rest_of_the_page_stays() {
        let page = format!("# Speed\n\n{BEGIN}\n| old |\n{END}\n\nHow it was measured.\n");
        let written = between_marks(&page, "| new |\n", MARKS).expect("marks");
        let expected = format!("# Speed\n\n{BEGIN}\n\n| new |\n\n{END}\n\nHow it was measured.\n");
        assert_eq!(written, expected);
        assert_eq!(between_marks(&written, "| new |\n", MARKS).expect("marks"), written);
    }

    #[test]
    fn a_page_without_marks_is_left_alone() {
        assert!(between_marks("# Speed\n", "| new |", MARKS).is_err());
        assert!(between_marks(&format!("{END}{BEGIN}"), "| new |", MARKS).is_err());
    }
}
