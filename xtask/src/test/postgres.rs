//! A PostgreSQL of our own for one test run: found or installed, started empty, thrown away.

use std::collections::hash_map::RandomState;
use std::ffi::OsString;
use std::hash::{BuildHasher, Hasher};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::install::{Need, install};
use super::keeper::Keeper;
use crate::shell;

/// The tests read the address of their PostgreSQL here.
pub(crate) const ADDRESS: &str = "KETDOAN_TEST_POSTGRES";

/// Nothing in a throw-away cluster needs to survive a crash; many tests connect at once.
const SETTINGS: [&str; 8] = [
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_connections=200",
    "shared_buffers=64MB",
];

/// How long a cluster may take to come up: 0.3 s is usual, a loaded machine needs more.
const READY_TRIES: u32 = 300;
const READY_PAUSE: Duration = Duration::from_millis(100);

/// Where the second engine of the tests comes from.
pub(crate) enum Engine {
    /// Somebody set the address; the server is theirs.
    Given(String),
    Started(Cluster),
    /// With the reason.
    Absent(String),
}

impl Engine {
    /// Sets the address for a test program; without an engine takes it away.
    pub(crate) fn offer_to(&self, command: &mut Command) {
        match self {
            Self::Given(address) => command.env(ADDRESS, address),
            Self::Started(cluster) => command.env(ADDRESS, &cluster.address),
            Self::Absent(_) => command.env_remove(ADDRESS),
        };
    }
}

/// A running cluster; it stops, and its folder goes, when this value is dropped.
pub(crate) struct Cluster {
    pub(crate) version: String,
    address: String,
    _keeper: Keeper,
}

/// The address given, else a cluster of our own, else the reason why there is none.
pub(crate) fn find_or_start() -> Engine {
    if let Some(address) = std::env::var(ADDRESS).ok().filter(|address| !address.is_empty()) {
        return Engine::Given(address);
    }
    if !cfg!(unix) {
        return Engine::Absent(format!("set {ADDRESS} to the address of a server to test with"));
    }
    let started = programs().and_then(|folder| Cluster::start(&folder));
    started.map_or_else(|error| Engine::Absent(format!("{error:#}")), Engine::Started)
}

/// The folder of the server's programs, after installing them where that is possible.
fn programs() -> Result<PathBuf> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    install(Need::Postgres)?;
    installed().context("installed, but `initdb` and `postgres` were not found")
}

/// Packages hide the server's programs in a folder for each version: the newest one wins.
fn installed() -> Option<PathBuf> {
    const PARENTS: [&str; 4] = ["/usr/lib/postgresql", "/usr/libexec", "/usr", "/usr/local/opt"];
    let on_path = shell::find("initdb").and_then(|link| link.canonicalize().ok());
    let on_path = on_path.and_then(|program| program.parent().map(Path::to_path_buf));
    let mut hidden: Vec<(u32, PathBuf)> = PARENTS
        .iter()
        .filter_map(|parent| std::fs::read_dir(parent).ok())
        .flat_map(|entries| entries.filter_map(Result::ok))
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let version: String = name.chars().filter(char::is_ascii_digit).collect();
            Some((version.parse().ok()?, entry.path()))
        })
        .flat_map(|(version, folder)| [(version, folder.join("bin")), (version, folder)])
        .collect();
    hidden.sort();
    let newest_first = hidden.into_iter().rev().map(|(_, folder)| folder);
    on_path
        .into_iter()
        .chain(newest_first)
        .find(|folder| ["initdb", "postgres"].iter().all(|program| folder.join(program).is_file()))
}

impl Cluster {
    /// Makes a cluster in a new temporary folder and waits until it answers.
    fn start(programs: &Path) -> Result<Self> {
        let version = shell::output(Command::new(programs.join("postgres")).arg("--version"))?;
        let version = version.trim().replace("postgres (PostgreSQL)", "PostgreSQL");
        let version = version.split(" (").next().unwrap_or_default().to_owned();
        let owner = Owner::of_the_server()?;
        let folder = std::env::temp_dir().join(format!("ketdoan-postgres-{}", secret()));
        make_private(&folder, &owner)?;
        let data = folder.join("data");
        let port = free_port()?;
        let server = server(programs, &folder, &data, port);
        let mut keeper = Keeper::of(&folder, server, |shell| owner.runs(shell))?;
        let password = secret();
        make_cluster(programs, &folder, &data, &password, &owner)?;
        keeper.start()?;
        wait_until_ready(&folder, &data)?;
        let address = format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres");
        Ok(Self { version, address, _keeper: keeper })
    }
}

/// The command that runs the server; its socket lies in the folder, where nobody else may look.
fn server(programs: &Path, folder: &Path, data: &Path, port: u16) -> Vec<OsString> {
    let mut command: Vec<OsString> = vec![programs.join("postgres").into()];
    command.extend(["-D".into(), data.into(), "-k".into(), folder.into()]);
    command.extend(["-p".into(), port.to_string().into()]);
    command.extend(SETTINGS.iter().flat_map(|setting| ["-c".into(), (*setting).into()]));
    command
}

fn make_cluster(
    programs: &Path,
    folder: &Path,
    data: &Path,
    password: &str,
    owner: &Owner,
) -> Result<()> {
    let file = folder.join("password");
    std::fs::write(&file, password).context("writing the cluster's password")?;
    owner.take(&file)?;
    let mut initdb = Command::new(programs.join("initdb"));
    initdb.arg("-D").arg(data).arg("--pwfile").arg(&file).current_dir(folder);
    initdb.args(["-U", "postgres", "-E", "UTF8", "--locale=C", "--auth=password", "--no-sync"]);
    owner.runs(&mut initdb);
    shell::output(&mut initdb).context("making a cluster")?;
    Ok(())
}

/// The eighth line of the server's own lock file says when it takes connections.
fn wait_until_ready(folder: &Path, data: &Path) -> Result<()> {
    for _ in 0..READY_TRIES {
        let lock = std::fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
        if lock.lines().nth(7).is_some_and(|state| state.trim() == "ready") {
            return Ok(());
        }
        std::thread::sleep(READY_PAUSE);
    }
    let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
    bail!("the cluster did not come up:\n{log}")
}

/// A port that nobody listens on. Somebody may take it before the cluster does; then the start
/// fails and says so.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("looking for a port")?;
    Ok(listener.local_addr()?.port())
}

/// Thirty-two letters nobody can guess: the seed of a hash map's keys comes from the system.
fn secret() -> String {
    let half = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", half(), half())
}

/// A folder that only the owner of the server may enter.
fn make_private(folder: &Path, owner: &Owner) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).with_context(|| format!("making {}", folder.display()))?;
    owner.take(folder)
}

/// As whom the server runs: it refuses to run as root.
enum Owner {
    Ourselves,
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix knows users by number"))]
    Other {
        user: u32,
        group: u32,
    },
}

impl Owner {
    fn of_the_server() -> Result<Self> {
        if !shell::is_root() {
            return Ok(Self::Ourselves);
        }
        let number = |which: &str, name: &str| -> Result<u32> {
            let printed = shell::output(Command::new("id").args([which, name]))?;
            printed.trim().parse().with_context(|| format!("the id of {name} is {printed:?}"))
        };
        let known = ["postgres", "nobody"].into_iter().find_map(|name| {
            Some(Self::Other { user: number("-u", name).ok()?, group: number("-g", name).ok()? })
        });
        known.context("PostgreSQL refuses to run as root, and there is no user postgres or nobody")
    }

    /// Hands a file or folder over to the owner.
    fn take(&self, path: &Path) -> Result<()> {
        match self {
            Self::Ourselves => Ok(()),
            #[cfg(unix)]
            Self::Other { user, group } => {
                std::os::unix::fs::chown(path, Some(*user), Some(*group))
                    .with_context(|| format!("handing {} over", path.display()))
            }
            #[cfg(not(unix))]
            Self::Other { .. } => bail!("{} cannot change hands here", path.display()),
        }
    }

    /// Lets a command run as the owner.
    fn runs(&self, command: &mut Command) {
        #[cfg(unix)]
        if let Self::Other { user, group } = self {
            use std::os::unix::process::CommandExt;
            command.uid(*user).gid(*group);
        }
        command.env("LC_ALL", "C");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_secrets_differ_and_need_no_quoting_in_an_address() {
        let (one, other) = (secret(), secret());
        assert_ne!(one, other);
        assert_eq!(one.len(), 32);
        assert!(one.chars().all(|letter| letter.is_ascii_hexdigit()));
    }

    #[test]
    fn without_an_engine_the_tests_see_no_address() {
        let mut command = Command::new("true");
        Engine::Absent(String::new()).offer_to(&mut command);
        assert!(command.get_envs().any(|(name, value)| name == ADDRESS && value.is_none()));
    }
}
