//! Backup and restore: one consistent file, read back before it is trusted.
//!
//! A backup is a `SQLite` file whichever engine runs, so it can be restored on either. The key that
//! opens identity numbers is not in it: a stolen backup tells no identity number, and the key file
//! must be kept apart.

use std::path::Path;

use db::{Db, values};
use kernel::{Actor, Refusal};
use serde::Serialize;

use super::schema;
use crate::{App, Error, Result};

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Copies the books into a new file while they are in use, and reads the copy back.
    pub fn backup(&self, actor: &Actor, file: &Path) -> Result<BackupReport> {
        self.allow(actor, "books.backup")?;
        if file.exists() {
            return Err(Refusal::new(
                "file_exists",
                format!("Tệp {} đã có", file.display()),
                "Chọn tên tệp khác; bản sao lưu không ghi đè lên tệp cũ",
            )
            .into());
        }
        let part = file.with_extension("part");
        let _ = std::fs::remove_file(&part);
        match self.db.copy_file(&part) {
            Some(copied) => copied?,
            None => copy_by_rows(&self.db, &part)?,
        }
        let report = verify(&part, file)?;
        std::fs::rename(&part, file).map_err(Error::file(format!("đặt tên {}", file.display())))?;
        Ok(report)
    }

    /// Fills empty books from a backup file, then proves that they end where the backup ended.
    pub fn restore(&self, actor: &Actor, file: &Path) -> Result<BackupReport> {
        self.allow(actor, "books.restore")?;
        if !file.is_file() {
            return Err(Refusal::new(
                "no_such_file",
                format!("Không có tệp {}", file.display()),
                "Kiểm tra lại đường dẫn của bản sao lưu",
            )
            .into());
        }
        let report = verify(file, file)?;
        let source = Db::open_file(file)?;
        self.empty_for_restore()?;
        db::copy_tables(&source, &self.db, &schema::all_tables())?;
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

fn copy_by_rows(from: &Db, file: &Path) -> Result<()> {
    let to = Db::open_file(file)?;
    schema::migrate(&to)?;
    db::copy_tables(from, &to, &schema::all_tables())?;
    Ok(to.run_script("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")?)
}

/// Opens a backup as what it should be and counts what is in it.
fn verify(file: &Path, name: &Path) -> Result<BackupReport> {
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
    let rows = copy.read(|tx| -> Result<u64> {
        let mut rows = 0;
        for (table, _) in schema::all_tables() {
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
