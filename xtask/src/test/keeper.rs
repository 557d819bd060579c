//! A server that lives exactly as long as this process, however this process ends.
//!
//! A small shell owns the server's folder and starts the server when told to; then it waits for
//! its standard input to close. The other end of that pipe is ours: it closes when we let go of
//! it, when a test panics, on Ctrl-C, and when somebody kills us outright. Then the shell stops
//! the server and removes the folder.

use std::ffi::OsStr;
use std::io::Write;
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
if read -r start; then
    "$@" >"$folder/log" 2>&1 &
    server=$!
    cat >/dev/null
    kill -INT "$server" 2>/dev/null
    kill -TERM "$server" 2>/dev/null
    (sleep 10; kill -KILL "$server" 2>/dev/null) &
    impatience=$!
    wait "$server" 2>/dev/null
    kill "$impatience" 2>/dev/null
fi
# Whoever was filling the folder when we were killed may need a moment to notice.
rm -rf "$folder" 2>/dev/null || { sleep 3; rm -rf "$folder"; }
"#;

/// The shell that watches over a server and its folder.
pub(crate) struct Keeper {
    shell: Child,
}

impl Keeper {
    /// Takes over the folder; `server` waits for [`Keeper::start`]. The shell runs in a group of
    /// its own, so that a Ctrl-C at the terminal reaches us and not it. `prepare` may change how
    /// the shell is run, for example as whom.
    pub(crate) fn of<I>(
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

    /// Starts the server.
    pub(crate) fn start(&mut self) -> Result<()> {
        let pipe = self.shell.stdin.as_mut().context("the keeper has no standard input")?;
        pipe.write_all(b"start\n").context("starting the server")
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
    use std::path::PathBuf;

    use super::*;

    fn kept(name: &str) -> (PathBuf, Keeper) {
        let folder = std::env::temp_dir().join(format!("ketdoan-{name}-{}", std::process::id()));
        std::fs::create_dir(&folder).expect("a folder");
        let keeper = Keeper::of(&folder, ["sleep", "600"], |_| {}).expect("a shell");
        (folder, keeper)
    }

    #[test]
    fn letting_go_stops_the_server_and_removes_its_folder() {
        let (folder, mut keeper) = kept("started");
        keeper.start().expect("a server");
        drop(keeper);
        assert!(!folder.exists());
    }

    #[test]
    fn letting_go_before_the_start_removes_the_folder_too() {
        let (folder, keeper) = kept("not-started");
        drop(keeper);
        assert!(!folder.exists());
    }
}
