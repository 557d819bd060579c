//! Runs a test program, shows what it prints, and counts what it says it ran.

use std::fmt;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::shell;

/// How many tests did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

/// A finished test program.
#[derive(Clone, Copy)]
pub(crate) struct Outcome {
    pub(crate) tally: Tally,
    /// Its exit code, which also knows of what never came to be counted.
    pub(crate) succeeded: bool,
}

/// Runs the program with its output on the terminal.
pub(crate) fn run(command: &mut Command) -> Result<Outcome> {
    println!("\n$ {}", shell::line(command));
    if std::io::stdout().is_terminal() && std::env::var_os("CARGO_TERM_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    count(command, &mut std::io::stdout(), &mut std::io::stderr())
}

fn count(
    command: &mut Command,
    out: &mut impl Write,
    errors: &mut (impl Write + Send),
) -> Result<Outcome> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child =
        command.spawn().with_context(|| format!("starting {}", shell::line(command)))?;
    let said = child.stdout.take().context("no standard output")?;
    let warned = child.stderr.take().context("no standard error")?;
    let tally = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        scope.spawn(|| pass_on(warned, errors, &tally));
        pass_on(said, out, &tally);
    });
    let succeeded = child.wait()?.success();
    let tally = tally.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Outcome { tally, succeeded })
}

/// Copies the output line by line and counts on the way.
fn pass_on(from: impl Read, to: &mut impl Write, tally: &Mutex<Tally>) {
    let mut reader = BufReader::new(from);
    let mut line = Vec::new();
    while matches!(reader.read_until(b'\n', &mut line), Ok(read) if read > 0) {
        // A closed terminal must not stop the tests; the counts still matter.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        if let Some(found) = closing_line(&String::from_utf8_lossy(&line)) {
            *tally.lock().unwrap_or_else(PoisonError::into_inner) += found;
        }
        line.clear();
    }
}

/// Reads the line with which cargo's test harness, nextest or node's test runner closes.
fn closing_line(line: &str) -> Option<Tally> {
    let line = without_colours(line);
    let line = line.trim();
    if let Some(rest) = line.strip_prefix("test result:") {
        return Some(counts(rest));
    }
    if line.starts_with("Summary [") && line.contains(" run: ") {
        return line.split_once(" run: ").map(|(_, rest)| counts(rest));
    }
    // node: `# pass 3` or `ℹ pass 3`, one line for each count.
    let (mark, rest) = line.split_once(' ')?;
    let (word, number) = rest.split_once(' ')?;
    let number = number.parse().ok().filter(|_| ["#", "ℹ"].contains(&mark))?;
    match word {
        "pass" => Some(Tally { passed: number, ..Tally::default() }),
        "fail" => Some(Tally { failed: number, ..Tally::default() }),
        "skipped" => Some(Tally { skipped: number, ..Tally::default() }),
        _ => None,
    }
}

/// Adds up `3 passed; 1 failed, 2 timed out (1 slow) …`.
fn counts(text: &str) -> Tally {
    let mut tally = Tally::default();
    let words: Vec<&str> = text.split([' ', ',', ';', '(', ')', '.']).collect();
    for pair in words.windows(2) {
        let Ok(number) = pair[0].parse::<u64>() else { continue };
        match pair[1] {
            "passed" => tally.passed += number,
            "failed" | "timed" | "exec" => tally.failed += number,
            "ignored" | "skipped" => tally.skipped += number,
            _ => {}
        }
    }
    tally
}

/// Takes out the escape sequences that colour a terminal.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped } = self;
        write!(formatter, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_every_runner_are_read() {
        let cases = [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 9 filtered out; \
                 finished in 0.10s",
                (3, 0, 1),
            ),
            ("test result: FAILED. 12 passed; 2 failed; 0 ignored", (12, 2, 0)),
            ("     Summary [   0.011s] 3 tests run: 3 passed, 2 skipped", (3, 0, 2)),
            (
                "     Summary [   1.2s] 9/12 tests run: 5 passed (1 slow), 2 failed, \
                 1 timed out, 1 exec failed, 4 skipped",
                (5, 4, 4),
            ),
            (
                "\u{1b}[32m     Summary\u{1b}[0m [ 1s] \u{1b}[1m1\u{1b}[0m test run: \u{1b}[1m1\u{1b}[0m \u{1b}[32mpassed\u{1b}[0m",
                (1, 0, 0),
            ),
            ("# pass 4", (4, 0, 0)),
            ("ℹ fail 1", (0, 1, 0)),
        ];
        for (line, (passed, failed, skipped)) in cases {
            assert_eq!(closing_line(line), Some(Tally { passed, failed, skipped }), "{line}");
        }
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["running 3 tests", "test a ... ok", "# tests 4", "", "3 passed, 1 failed"] {
            assert_eq!(closing_line(line), None, "{line}");
        }
    }

    #[test]
    fn what_a_program_says_on_both_outputs_is_counted_and_its_exit_code_kept() {
        let script = "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'; \
                      echo 'Summary [ 1s] 4 tests run: 3 passed, 1 failed' >&2; exit 3";
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        let mut program = Command::new("sh");
        let outcome = count(program.args(["-c", script]), &mut out, &mut errors).expect("a shell");
        assert_eq!(outcome.tally, Tally { passed: 5, failed: 1, skipped: 0 });
        assert!(!outcome.succeeded);
        assert!(out.starts_with(b"test result") && errors.starts_with(b"Summary"));
    }
}
