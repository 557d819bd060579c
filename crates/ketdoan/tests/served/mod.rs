//! The program served on a port of its own, for tests that ask it or kill it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program under test: the one just built, or the one that is named.
pub(crate) fn program() -> Command {
    let built = env!("CARGO_BIN_EXE_ketdoan");
    Command::new(std::env::var("KETDOAN_BIN").unwrap_or_else(|_| built.to_owned()))
}

/// The running program and where it listens, as host and port.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(data: &Path) -> Self {
        let mut child = program()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next());
        Self { address: address.unwrap_or_else(|| panic!("{line}")).trim().to_owned(), child }
    }
}

impl Drop for Server {
    /// `kill` sends the signal that no program can answer.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
