//! A copy of the books, made by a job.

use std::path::Path;

use kernel::{Actor, Id};

use super::{Doing, ask, folder};
use crate::books::{BackupReport, verify_backup};
use crate::jobs::{Done, Job, Progress};
use crate::keeping::model::UpkeepKind;
use crate::keeping::{rules, store};
use crate::{App, Error, Result};

/// Asks for a copy of the books.
pub fn ask_backup(app: &App, actor: &Actor) -> Result<Id> {
    folder(app)?;
    ask(app, actor, "backup", "")
}

/// Makes the copy. Begun again after the program died, it takes a copy that already has its name for made, because a file
/// gets its name only when it is whole; anything else is begun anew.
pub(crate) fn backup_job(
    app: &App,
    actor: &Actor,
    job: &Job,
    progress: &Progress<'_>,
) -> Result<Done> {
    app.db.read(|tx| app.must_reach_all(tx, actor, "books.backup"))?;
    let folder = folder(app)?;
    let name = rules::file_name(job.made_at, job.id);
    let doing =
        Doing { kind: UpkeepKind::Backup, actor, subject: Some(&name), began_at: app.now() };
    let made = doing.write(app, make(app, &folder.join(&name), progress), |_| true)?;
    remove_old(app, &folder)?;
    let answer = format!("{name}\n{}\n{}", made.batches, made.rows);
    Ok(Done { answer })
}

fn make(app: &App, file: &Path, progress: &Progress<'_>) -> Result<BackupReport> {
    if let Some(folder) = file.parent() {
        make_folder(folder).map_err(Error::file("tạo thư mục sao lưu"))?;
    }
    let report = if file.exists() {
        verify_backup(file, file)?
    } else {
        app.copy_books(file, &mut |what, done, total| progress.tell(what, done, total))?
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(BackupReport { file: name, ..report })
}

/// A folder that nobody else of the machine reads: copies hold everybody.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The names of the copies in the folder, the latest first: they sort by their day and then by their job.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| rules::is_name(name));
    names.sort_unstable_by(|a, b| b.cmp(a));
    names
}

/// Removes copies past the number kept, and what broken-off work left behind.
fn remove_old(app: &App, folder: &Path) -> Result<()> {
    let drills = app.db.read(|tx| store::list(tx, app.federation, UpkeepKind::Drill))?;
    let names = names(folder);
    let is_proven = |name: &str| {
        let last = drills.iter().find(|drill| drill.subject.as_deref() == Some(name));
        last.is_some_and(|drill| drill.is_good)
    };
    let standing = |name| rules::Standing { name, is_proven: is_proven(name) };
    let standing: Vec<_> = names.iter().map(String::as_str).map(standing).collect();
    for name in rules::to_remove(&standing) {
        std::fs::remove_file(folder.join(name)).map_err(Error::file(format!("xóa {name}")))?;
    }
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        // Jobs run one after the other, so nobody is writing to it.
        if entry.path().extension().is_some_and(|end| end.to_string_lossy().starts_with("part")) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    Ok(())
}
