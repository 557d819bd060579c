//! A server that lives exactly as long as this process, however this process ends.
//!
//! A small shell starts the server and then waits for its standard input to close. The other end
//! of that pipe is ours: it closes when we let go of it, when a test panics, on Ctrl-C, and when
//! somebody kills us outright. Then the shell stops the server and removes its folder.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// `$1` is the server's folder, the rest its command.
///
/// SIGINT means to PostgreSQL: let the connections go and stop in order. The SIGTERM behind it is
/// for servers that a shell started deaf to SIGINT; PostgreSQL, already stopping, ignores it. What
/// still lives after ten seconds is killed.
const SCRIPT: &str = r#"
folder=$1; shift
"$@" >"$folder/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT "$server" 2>/dev/null
kill -TERM "$server" 2>/dev/null
(sleep 10; kill -KILL "$server" 2>/dev/null) &
impatience=$!
wait "$server" 2>/dev/null
kill "$impatience" 2>/dev/null
rm -rf "$folder"
"#;

/// A running server with the shell that watches over it.
pub(crate) struct Keeper {
    shell: Child,
}

impl Keeper {
    /// Starts `server` in a group of its own, so that a Ctrl-C at the terminal reaches us first.
    /// `prepare` may change how the shell is started, for example as whom.
    pub(crate) fn start<I>(
        folder: &Path,
        server: I,
        prepare: impl FnOnce(&mut Command),
    ) -> Result<Self>
    where
        I: IntoIterator,
        I::Item: AsRef<OsStr>,
    {
        let mut shell = Command::new("sh");
        shell.args(["-c", SCRIPT, "keeper"]).arg(folder).args(server);
        shell.current_dir(folder).stdin(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut shell, 0);
        prepare(&mut shell);
        let shell = shell.spawn().context("starting the shell that keeps the server")?;
        Ok(Self { shell })
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // Nothing is left to do when the shell is already gone.
        let _ = self.shell.wait();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn letting_go_stops_the_server_and_removes_its_folder() {
        let folder = std::env::temp_dir().join(format!("ketdoan-keeper-{}", std::process::id()));
        std::fs::create_dir(&folder).expect("a folder");
        let keeper = Keeper::start(&folder, ["sleep", "600"], |_| {}).expect("a shell");
        drop(keeper);
        assert!(!folder.exists());
    }
}
