//! Opening the books a command was told of.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use clap::ArgMatches;
use db::Db;
use domain::App;
use domain::people::Keys;
use kernel::{Actor, SystemClock};

/// The file of the books in a data folder.
pub(crate) const BOOKS: &str = "books.db";
/// The key beside it. It is not in a backup and must be kept apart.
const KEY: &str = "ketdoan.key";
/// The variable that names the key when the books are on a server.
const KEY_VARIABLE: &str = "KETDOAN_KEY";

/// The operator at this machine, by the name of the account.
pub(crate) fn operator() -> Actor {
    let name = std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).unwrap_or_default();
    let name: String = name.chars().take(60).collect();
    Actor::operator(if name.is_empty() {
        "người vận hành".to_owned()
    } else {
        format!("người vận hành {name}")
    })
}

/// The data folder asked for, or the default of the command.
pub(crate) fn folder(matches: &ArgMatches, default: &str) -> PathBuf {
    matches.get_one::<String>("data").map_or_else(|| PathBuf::from(default), PathBuf::from)
}

/// The keys of the books in a folder, made with the folder on the first run.
pub(crate) fn keys(folder: &Path) -> anyhow::Result<Keys> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("không tạo được thư mục {}", folder.display()))?;
    Ok(Keys::open_file(&folder.join(KEY))?)
}

/// The database and keys a command was told of.
pub(crate) fn database(matches: &ArgMatches) -> anyhow::Result<(Db, Keys)> {
    if let Some(address) = matches.get_one::<String>("database") {
        let keys = match std::env::var(KEY_VARIABLE) {
            Ok(secret) => Keys::from_hex(secret.trim())?,
            Err(_) => keys(Path::new("."))?,
        };
        return Ok((Db::open_postgres(address)?, keys));
    }
    let folder = folder(matches, "ketdoan-data");
    let keys = keys(&folder)?;
    Ok((Db::open_file(&folder.join(BOOKS))?, keys))
}

/// The opened books.
pub(crate) fn open(matches: &ArgMatches) -> anyhow::Result<App> {
    let (db, keys) = database(matches)?;
    Ok(App::open(db, Arc::new(SystemClock), keys)?)
}
