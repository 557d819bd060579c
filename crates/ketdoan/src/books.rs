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
/// The folder of the copies that the office makes of them.
pub(crate) const BACKUPS: &str = "backups";
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
    let awards = awards(matches)?;
    let (db, keys) = database(matches)?;
    let app = App::open(db, Arc::new(SystemClock), keys)?;
    // Of books on a server the folder is where the program runs, as it is for their key.
    let folder = match matches.get_one::<String>("database") {
        Some(_) => PathBuf::from("."),
        None => folder(matches, "ketdoan-data"),
    };
    Ok(with_awards(awards, app.with_folder(folder.join(BACKUPS))))
}

/// The books with the rules that were read, where there were any.
pub(crate) fn with_awards(awards: Option<rules::Catalogue>, app: App) -> App {
    match awards {
        Some(catalogue) => app.with_awards(catalogue),
        None => app,
    }
}

/// Rule files of a folder at most.
const RULE_FILES_MAX: usize = 200;
/// Bytes of one: what a person writes by hand, many times over.
const RULE_BYTES_MAX: u64 = 1 << 20;

/// The awards and rules with those of the folder that was named, in the order of file names.
pub(crate) fn awards(matches: &ArgMatches) -> anyhow::Result<Option<rules::Catalogue>> {
    let Some(folder) = matches.get_one::<String>("rules") else { return Ok(None) };
    let list =
        std::fs::read_dir(folder).with_context(|| format!("không đọc được thư mục {folder}"))?;
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in list.take(RULE_FILES_MAX) {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        let size =
            std::fs::metadata(&path).with_context(|| format!("không đọc được {name}"))?.len();
        anyhow::ensure!(size <= RULE_BYTES_MAX, "{name}: tệp quy định lớn hơn 1 MB");
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("không đọc được {name}"))?;
        files.push(rules::RuleFile { name, text });
    }
    Ok(Some(rules::Catalogue::with(files)?))
}
