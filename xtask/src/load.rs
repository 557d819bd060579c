//! `cargo xtask load`: measures the pages on big books and keeps the tables in the documents.

use std::process::Stdio;

use anyhow::{Context, Result};

use crate::bench::{Marks, PAGE, keep};
use crate::shell;

const MARKS: Marks = ["<!-- load:begin -->", "<!-- load:end -->"];

/// Runs the measurements; everything but `--write` goes to them.
pub(crate) fn run(arguments: &[String]) -> Result<bool> {
    let root = shell::root()?;
    let write = arguments.iter().any(|argument| argument == "--write");
    let rest = arguments.iter().filter(|argument| *argument != "--write");
    let mut load = shell::cargo(&root);
    load.args(["run", "--release", "--quiet", "-p", "web", "--example", "load", "--"]);
    let output = load
        .args(rest)
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("starting {}", shell::line(&load)))?;
    let tables = String::from_utf8_lossy(&output.stdout);
    print!("{tables}");
    if write && output.status.success() {
        keep(&root, &tables, MARKS)?;
        println!("written to {PAGE}");
    }
    Ok(output.status.success())
}
