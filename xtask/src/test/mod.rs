//! `cargo xtask test`: every test once, on SQLite and, where it can be had, on PostgreSQL.
//!
//! The test suites choose their engines themselves: always SQLite, and PostgreSQL as well when
//! `KETDOAN_TEST_POSTGRES` holds an address. This task provides the address, and says at the end
//! what ran and what was left out.

pub(crate) mod browser;
mod install;
mod keeper;
mod postgres;
mod tally;

use std::path::Path;

use anyhow::Result;

use self::postgres::Engine;
use self::tally::Tally;
use crate::shell;

/// What the command line asked for.
struct Wish {
    postgres: bool,
    browser: bool,
    complete: bool,
    /// Arguments for the test runner.
    rest: Vec<String>,
}

/// What happened, as it is told at the end.
#[derive(Default)]
struct Summary {
    ran: Vec<(&'static str, String)>,
    skipped: Vec<String>,
    total: Tally,
    failed: bool,
}

/// Runs the tests and says whether all of them passed.
pub(crate) fn run(arguments: &[String]) -> Result<bool> {
    let wish = Wish::read(arguments);
    let root = shell::root()?;
    let mut summary = Summary::default();

    let engine = if wish.postgres {
        postgres::find_or_start()
    } else {
        Engine::Absent("left out as asked".to_owned())
    };
    summary.engines(&engine);
    rust_tests(&root, &wish, &engine, &mut summary)?;
    if wish.browser && browser::exist(&root) {
        browser::run(&root, &engine, &mut summary)?;
    }
    // Stopping takes a moment; the summary shall be the last thing said.
    drop(engine);

    summary.tell();
    let whole = summary.skipped.is_empty() || !wish.complete;
    if !whole {
        println!("not complete, and --complete was asked for");
    }
    Ok(!summary.failed && whole)
}

fn rust_tests(root: &Path, wish: &Wish, engine: &Engine, summary: &mut Summary) -> Result<()> {
    let mut tests = shell::cargo(root);
    // Not nextest: one process a test would write the demo books once for each of them.
    tests.args(["test", "--no-fail-fast"]);
    // The whole workspace is one selection, so that every crate is compiled with one set of features.
    if wish.rest.is_empty() {
        tests.arg("--workspace");
    }
    tests.args(&wish.rest);
    engine.offer_to(&mut tests);
    summary.add("tests", tally::run(&mut tests)?);
    Ok(())
}

impl Wish {
    fn read(arguments: &[String]) -> Self {
        let mut wish = Self { postgres: true, browser: true, complete: false, rest: Vec::new() };
        for argument in arguments {
            match argument.as_str() {
                "--no-postgres" => wish.postgres = false,
                "--no-browser" => wish.browser = false,
                "--complete" => wish.complete = true,
                other => wish.rest.push(other.to_owned()),
            }
        }
        wish
    }
}

impl Summary {
    fn engines(&mut self, engine: &Engine) {
        let postgres = match engine {
            Engine::Given(_) => "; PostgreSQL at the address given",
            Engine::Started(cluster) => &format!("; {} (throw-away)", cluster.version),
            Engine::Absent(why) => {
                self.skip(format!("PostgreSQL: {why}"));
                ""
            }
        };
        self.ran.push(("engines", format!("SQLite{postgres}")));
    }

    fn add(&mut self, what: &'static str, outcome: tally::Outcome) {
        let verdict = if outcome.succeeded { "" } else { " — FAILED" };
        self.ran.push((what, format!("{}{verdict}", outcome.tally)));
        self.total += outcome.tally;
        self.failed |= !outcome.succeeded;
    }

    fn skip(&mut self, what: String) {
        self.skipped.push(what);
    }

    fn tell(&self) {
        println!("\nWhat ran");
        for (what, outcome) in &self.ran {
            println!("  {what}: {outcome}");
        }
        if !self.skipped.is_empty() {
            println!("What was skipped");
            for what in &self.skipped {
                println!("  {what}");
            }
        }
        println!("total: {}", self.total);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_that_are_not_ours_go_to_the_test_runner() {
        let typed = ["--no-postgres", "-p", "db", "--complete"].map(str::to_owned);
        let wish = Wish::read(&typed);
        assert!(!wish.postgres && wish.browser && wish.complete);
        assert_eq!(wish.rest, ["-p", "db"]);
    }

    #[test]
    fn an_absent_engine_is_told_as_skipped_and_not_as_run() {
        let mut summary = Summary::default();
        summary.engines(&Engine::Absent("not installed".to_owned()));
        assert_eq!(summary.ran, [("engines", "SQLite".to_owned())]);
        assert_eq!(summary.skipped, ["PostgreSQL: not installed"]);
    }
}
