//! The program: one binary, every command. A command parses, calls an action, and prints its answer.

mod answer;
mod books;
mod commands;
mod options;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let language = answer::language();
    let matches = match options::program(language).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
        }
    };
    match commands::run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            answer::refusal(&error);
            ExitCode::FAILURE
        }
    }
}
