//! Backup and restore: one consistent file, read back before it is trusted.
//!
//! A backup is a `SQLite` file whichever engine runs, so it can be restored on either. The key that
//! opens identity numbers is not in it: a stolen backup tells no identity number, and the key file
//! must be kept apart.

use std::path::{Path, PathBuf};

use db::{Db, values};
use kernel::{Actor, Refusal};
use serde::{Deserialize, Serialize};

use super::schema;
use crate::{App, Error, Result};

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupReport {
    /// The file.
    pub file: String,
    /// The last batch in it.
    pub batches: i64,
    /// The first twelve characters of the last hash.
    pub hash: String,
    /// Rows in all tables.
    pub rows: u64,
}

impl App {
    /// Copies the books into a new file while they are in use, and reads the copy back. A copy holds everybody, so it is
    /// made by who holds the power over the whole of the books.
    pub fn backup(&self, actor: &Actor, file: &Path) -> Result<BackupReport> {
        self.db.read(|tx| self.must_reach_all(tx, actor, "books.backup"))?;
        self.copy_books(file, &mut |_, _, _| Ok(()))
    }

    /// The same without asking who; `told` hears what is being done, and how much of it is.
    pub(crate) fn copy_books(
        &self,
        file: &Path,
        told: &mut dyn FnMut(&str, usize, usize) -> Result<()>,
    ) -> Result<BackupReport> {
        if file.exists() {
            return Err(Refusal::new(
                "file_exists",
                format!("Tệp {} đã có", file.display()),
                "Chọn tên tệp khác; bản sao lưu không ghi đè lên tệp cũ",
            )
            .into());
        }
        let part = file.with_extension("part");
        let made = self.copy_to_part(&part, file, told);
        if made.is_err() {
            clear(&part);
        }
        made
    }

    /// The copy stands under another name until it is whole, read back and on the disk.
    fn copy_to_part(
        &self,
        part: &Path,
        file: &Path,
        told: &mut dyn FnMut(&str, usize, usize) -> Result<()>,
    ) -> Result<BackupReport> {
        clear(part);
        told("Đang chép sổ", 0, 0)?;
        let copying = |done, total| told("Đang chép sổ", done, total);
        match self.db.copy_file(part, copying) {
            Some(copied) => copied?,
            None => copy_by_rows(&self.db, part)?,
        }
        told("Đang đọc lại bản sao", 0, 0)?;
        let report = verify(part, file)?;
        let named = || Error::file(format!("đặt tên {}", file.display()));
        std::fs::File::open(part).and_then(|part| part.sync_all()).map_err(named())?;
        std::fs::rename(part, file).map_err(named())?;
        Ok(report)
    }

    /// Fills empty books from a backup file, then proves that they end where the backup ended.
    pub fn restore(&self, actor: &Actor, file: &Path) -> Result<BackupReport> {
        self.db.read(|tx| self.must_reach_all(tx, actor, "books.restore"))?;
        if !file.is_file() {
            return Err(Refusal::new(
                "no_such_file",
                format!("Không có tệp {}", file.display()),
                "Kiểm tra lại đường dẫn của bản sao lưu",
            )
            .into());
        }
        let report = verify(file, file)?;
        let source = Source::open(file)?;
        self.empty_for_restore()?;
        db::copy_tables(&source.db, &self.db, &schema::all_tables())?;
        self.db.write(|tx| self.catch_up(tx))?;
        let (batches, hash) = head(&self.db)?;
        if (batches, &hash) != (report.batches, &report.hash) {
            return Err(Error::Broken(
                "bản phục hồi không kết thúc ở đợt ghi của bản sao lưu".to_owned(),
            ));
        }
        Ok(report)
    }

    /// Restoring never overwrites books: these must not have a batch yet.
    fn empty_for_restore(&self) -> Result<()> {
        let (batches, _) = head(&self.db)?;
        if batches > 0 {
            return Err(Refusal::new(
                "books_not_empty",
                format!("Sổ đích đã có {batches} đợt ghi"),
                "Phục hồi vào một thư mục hoặc cơ sở dữ liệu trống",
            )
            .into());
        }
        self.db.write(|tx| {
            tx.execute("DELETE FROM chain_head", &[])?;
            tx.execute("DELETE FROM federation", &[])?;
            Ok(())
        })
    }
}

/// A backup opened for restoring. One that an older program made is brought up to date first, in a copy beside it.
struct Source {
    db: Db,
    /// Goes away after the database was closed.
    _copy: Option<Passing>,
}

/// A file that is cleared away when it is no longer needed.
struct Passing(PathBuf);

impl Drop for Passing {
    fn drop(&mut self) {
        clear(&self.0);
    }
}

impl Source {
    fn open(file: &Path) -> Result<Self> {
        let db = Db::open_file(file)?;
        if !is_older(&db)? {
            return Ok(Self { db, _copy: None });
        }
        drop(db);
        let copy = Passing(file.with_extension("part-old"));
        clear(&copy.0);
        std::fs::copy(file, &copy.0).map_err(Error::file(format!("chép {}", file.display())))?;
        let db = Db::open_file(&copy.0)?;
        schema::migrate(&db)?;
        Ok(Self { db, _copy: Some(copy) })
    }
}

/// Whether a backup was made before the last steps of the schema; one of a newer program is refused.
fn is_older(copy: &Db) -> Result<bool> {
    let (last, steps) = copy.schema_step()?;
    let known = schema::HISTORY.len() as i64;
    if steps > known {
        return Err(Refusal::new(
            "newer_backup",
            format!("Bản sao lưu có lược đồ {last}, mới hơn chương trình này"),
            "Phục hồi bằng bản chương trình đã làm ra nó, hoặc mới hơn",
        )
        .into());
    }
    Ok(steps < known)
}

/// Removes a copy that was broken off, with the journals that a killed program leaves beside it: one of an earlier copy
/// must never be played into the next.
fn clear(part: &Path) {
    for end in ["", "-journal", "-wal", "-shm"] {
        let mut name = part.as_os_str().to_owned();
        name.push(end);
        let _ = std::fs::remove_file(name);
    }
}

fn copy_by_rows(from: &Db, file: &Path) -> Result<()> {
    let to = Db::open_file(file)?;
    schema::migrate(&to)?;
    db::copy_tables(from, &to, &schema::all_tables())?;
    Ok(to.run_script("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")?)
}

/// Opens a backup as what it should be and counts what is in it.
pub(crate) fn verify(file: &Path, name: &Path) -> Result<BackupReport> {
    let damaged = || {
        Refusal::new(
            "not_a_backup",
            format!("Tệp {} không phải bản sao lưu của sổ, hoặc đã hỏng", name.display()),
            "Dùng một bản sao lưu khác",
        )
    };
    let copy = Db::open_file(file).map_err(|_| damaged())?;
    let check =
        copy.read(|tx| tx.find("PRAGMA integrity_check(1)", &[], |row| Ok(row.text(0)? == "ok")));
    if !matches!(check, Ok::<_, db::DbError>(Some(true))) {
        return Err(damaged().into());
    }
    let (batches, hash) = head(&copy).map_err(|_| damaged())?;
    let is_older = is_older(&copy).map_err(|error| match error {
        Error::Refused(refusal) => refusal,
        _ => damaged(),
    })?;
    let rows = copy.read(|tx| -> Result<u64> {
        let mut rows = 0;
        for (table, _) in schema::all_tables() {
            let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1";
            if is_older && tx.find(sql, &values![table], |_| Ok(()))?.is_none() {
                continue;
            }
            let count = tx.find(&format!("SELECT COUNT(*) FROM {table}"), &[], |row| row.int(0))?;
            rows += count.unwrap_or(0) as u64;
        }
        Ok(rows)
    });
    let rows = rows.map_err(|_| damaged())?;
    Ok(BackupReport { file: name.display().to_string(), batches, hash, rows })
}

fn head(db: &Db) -> Result<(i64, String)> {
    db.read(|tx| {
        let sql = "SELECT number, hash FROM chain_head WHERE federation_id = $1";
        let head = tx.find(sql, &values![crate::app::FIRST_FEDERATION], |row| {
            Ok((row.int(0)?, row.text(1)?.chars().take(12).collect::<String>()))
        })?;
        head.ok_or_else(|| Error::Broken("không có đầu chuỗi sổ".to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::tests::{World, dump, on_books, proven, tell_paper_case};
    use crate::people::Keys;

    /// Empty books in a file of their own.
    fn fresh<'w>(world: &World<'w>, name: &str) -> World<'w> {
        let db = Db::open_file(&world.test.folder.path().join(name)).unwrap();
        let app = App::open(db, world.clock.clone(), Keys::from_secret(&[7; 32])).unwrap();
        World { app, clock: world.clock.clone(), actor: world.actor.clone(), test: world.test }
    }

    #[test]
    fn a_backup_of_an_older_program_is_restored_and_stays_as_it_is() {
        on_books(|world| {
            tell_paper_case(world);
            let file = world.test.folder.path().join("old.db");
            let old = Db::open_file(&file).unwrap();
            db::migrate(&old, &schema::HISTORY[..1]).unwrap();
            let sql = "SELECT name FROM pragma_table_info($1)";
            let mut tables = schema::all_tables();
            for (table, columns) in &mut tables {
                let had = old
                    .read(|tx| tx.query(sql, &values![*table], |row| Ok(row.text(0)?.to_owned())));
                let had: Vec<String> = had.map_err(|error: db::DbError| error).unwrap();
                columns.retain(|column| had.contains(column));
            }
            tables.retain(|(_, columns)| !columns.is_empty());
            assert!(tables.len() < schema::all_tables().len());
            db::copy_tables(&world.app.db, &old, &tables).unwrap();
            old.run_script("PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
            drop(old);
            let bytes = std::fs::read(&file).unwrap();
            let restored = fresh(world, "restored.db");
            restored.app.restore(&world.actor, &file).unwrap();
            proven(&restored);
            assert_eq!(dump(&restored), dump(world));
            assert!(std::fs::read(&file).unwrap() == bytes);
            assert!(!file.with_extension("part-old").exists());
        });
    }

    #[test]
    fn a_backup_of_a_newer_program_is_refused_by_name() {
        on_books(|world| {
            let file = world.test.folder.path().join("new.db");
            world.app.backup(&world.actor, &file).unwrap();
            let copy = Db::open_file(&file).unwrap();
            copy.run_script("INSERT INTO schema_history (name, bytes) VALUES ('9999_later', 1)")
                .unwrap();
            drop(copy);
            let restored = fresh(world, "restored.db");
            let refused = restored.app.restore(&world.actor, &file).unwrap_err();
            assert_eq!(refused.refusal().unwrap().code, "newer_backup");
        });
    }
}
