//! The browser tests: node drives the system's Chromium against the program just built.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::install::{Need, install};
use super::postgres::Engine;
use super::{Summary, tally};
use crate::shell;

/// Where they are.
pub(crate) const FOLDER: &str = "tests/browser";

/// What they need, found or installed.
pub(crate) struct Ready {
    pub(crate) chromium: PathBuf,
    npm: PathBuf,
}

/// Whether the repository has browser tests.
pub(crate) fn exist(root: &Path) -> bool {
    root.join(FOLDER).join("package.json").is_file()
}

/// Runs them, or notes why they were skipped.
///
/// They find the browser in `KETDOAN_CHROMIUM` and the program in `KETDOAN_BIN`.
pub(super) fn run(root: &Path, engine: &Engine, summary: &mut Summary) -> Result<()> {
    if let Err(why) = found() {
        summary.skip(format!("browser tests: {why:#}"));
        return Ok(());
    }
    let Some(Ready { chromium, npm }) = prepare(root)? else {
        summary.ran.push(("browser tests", "could not be prepared — FAILED".to_owned()));
        summary.failed = true;
        return Ok(());
    };
    let mut tests = Command::new(&npm);
    tests.arg("test").current_dir(root.join(FOLDER));
    tests.env("KETDOAN_CHROMIUM", chromium).env("KETDOAN_BIN", program(root));
    engine.offer_to(&mut tests);
    // The demonstration books are made by the first file that needs them and copied by the others.
    let shared = std::env::temp_dir().join(format!("ketdoan-browser-{}", std::process::id()));
    std::fs::create_dir_all(&shared)?;
    tests.env("KETDOAN_DEMO_BOOKS", &shared);
    let outcome = tally::run(&mut tests);
    let _ = std::fs::remove_dir_all(&shared);
    summary.add("browser tests", outcome?);
    Ok(())
}

fn found() -> Result<(PathBuf, PathBuf)> {
    Ok((chromium()?, npm()?))
}

/// Installs what the browser tests need and builds the program; nothing when a step failed.
pub(crate) fn prepare(root: &Path) -> Result<Option<Ready>> {
    let (chromium, npm) = found()?;
    let folder = root.join(FOLDER);
    let has_lock = folder.join("package-lock.json").is_file();
    let packages = if has_lock { &["ci"][..] } else { &["install", "--no-save"] };
    let mut fetch = Command::new(&npm);
    fetch.args(packages).args(["--no-audit", "--no-fund"]).current_dir(&folder);
    // With the tests, so that what they built is used: without them crates have fewer features and are built again.
    let ready = shell::succeeds(&mut fetch)?
        && shell::succeeds(shell::cargo(root).args([
            "build",
            "--workspace",
            "--lib",
            "--bins",
            "--tests",
        ]))?;
    Ok(ready.then_some(Ready { chromium, npm }))
}

/// The program just built.
pub(crate) fn program(root: &Path) -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let name = format!("ketdoan{}", std::env::consts::EXE_SUFFIX);
    root.join(target).join("debug").join(name)
}

fn chromium() -> Result<PathBuf> {
    const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let find = || NAMES.iter().find_map(|name| shell::find(name));
    find_or_install(find, Need::Chromium, "Chromium")
}

fn npm() -> Result<PathBuf> {
    let find = || shell::find("node").and(shell::find("npm"));
    find_or_install(find, Need::Node, "node with npm")
}

fn find_or_install(find: impl Fn() -> Option<PathBuf>, need: Need, name: &str) -> Result<PathBuf> {
    if let Some(program) = find() {
        return Ok(program);
    }
    install(need).map_err(|error| error.context(format!("{name} is missing")))?;
    find().ok_or_else(|| anyhow::anyhow!("{name} was installed but is not on PATH"))
}
