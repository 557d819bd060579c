//! The tasks of the house: tidy, test, bench, load, gallery. Run them as `cargo xtask <task>`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task speaks to the person at the terminal"
)]

mod bench;
mod gallery;
mod load;
mod shell;
mod test;
mod tidy;
mod tree;

use std::process::ExitCode;

const HELP: &str = "\
The tasks of the house.

    cargo xtask tidy [--clippy] [--bless-migration]
        Checks the layout, the layers, the migrations and the documents, then the formatting.
        --clippy            also runs clippy on the whole workspace and refuses any warning
        --bless-migration   adds new migrations to migrations/HASHES and does nothing else

    cargo xtask test [--no-postgres] [--no-browser] [--complete] [ARGUMENTS …]
        Runs every test on SQLite and on a throw-away PostgreSQL, the browser tests when there
        are any, and says what ran and what was skipped. As root it installs what is missing.
        --no-postgres       leaves PostgreSQL out
        --no-browser        leaves the browser tests out
        --complete          fails when anything had to be skipped
        ARGUMENTS           go to the test runner as they are, for example: -p db

    cargo xtask gallery [FOLDER]
        Pictures of every page on the demonstration books, light, dark and on a phone, with an
        index to look through; into target/gallery unless told otherwise.

    cargo xtask bench [--write] [ARGUMENTS …]
        Runs the benchmarks and prints their table.
        --write             also puts the table into docs/PERFORMANCE.md

    cargo xtask load [--write] [--data DIR] [--members N] [--units N] [--runs N] [--users N] [--seconds N]
        Measures every page of the office on big books, for one reader and for many at once, and prints
        tables. The books are made in DIR the first time.
        --write             also puts the tables into docs/PERFORMANCE.md
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match task.as_str() {
        "tidy" => tidy::run(&rest),
        "test" => test::run(&rest),
        "bench" => bench::run(&rest),
        "gallery" => gallery::run(&rest),
        "load" => load::run(&rest),
        "" | "help" | "-h" | "--help" => {
            print!("{HELP}");
            Ok(true)
        }
        other => {
            eprintln!("there is no task named {other:?}\n\n{HELP}");
            Ok(false)
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{task}: {error:#}");
            ExitCode::FAILURE
        }
    }
}
