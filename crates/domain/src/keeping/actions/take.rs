//! A copy taken away from the machine.

use std::fs::File;

use kernel::Actor;

use super::file_of;
use crate::{App, Error, Result, accounts};

/// A copy that may be read from its beginning.
#[derive(Debug)]
pub struct TakenBackup {
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: u64,
    /// The opened file.
    pub file: File,
}

/// Opens a copy for who types the own password once more, and notes it in the trail: a copy holds everybody.
pub fn take_backup(app: &App, actor: &Actor, name: &str, password: &str) -> Result<TakenBackup> {
    app.db.read(|tx| app.must_reach_all(tx, actor, "books.take_backup"))?;
    let path = file_of(app, name)?;
    accounts::must_be_oneself(app, actor, password)?;
    let file = File::open(&path).map_err(Error::file(format!("mở {name}")))?;
    let bytes = file.metadata().map_err(Error::file(format!("mở {name}")))?.len();
    app.note(actor, "books.backup_taken", None, Some(name))?;
    Ok(TakenBackup { name: name.to_owned(), bytes, file })
}
