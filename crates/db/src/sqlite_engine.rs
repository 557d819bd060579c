//! The embedded engine: one file, one writer, readers that never wait for it.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::backup::StepResult;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, types::ToSqlOutput};

use crate::tx::{Inner, Row, RowInner};
use crate::{DbError, Tx, Value, planner};

/// Readers kept open; each is a file handle and a page cache of a few megabytes.
const READERS: u32 = 8;
/// Pages of a copy between two tellings: 8 MB of 4 kB pages.
const PAGES_A_STEP: i32 = 2_000;
/// Statements kept prepared on each connection.
const STATEMENTS: usize = 256;

pub(crate) struct Sqlite {
    writer: Mutex<Connection>,
    readers: r2d2::Pool<Readers>,
}

struct Readers(PathBuf);

impl r2d2::ManageConnection for Readers {
    type Connection = Connection;
    type Error = rusqlite::Error;

    fn connect(&self) -> Result<Connection, rusqlite::Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.0, flags)?;
        prepare_connection(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    }

    fn is_valid(&self, _: &mut Connection) -> Result<(), rusqlite::Error> {
        Ok(())
    }

    fn has_broken(&self, _: &mut Connection) -> bool {
        false
    }
}

fn prepare_connection(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A plan is made once for a statement and not again for each value bound to it: that was a fifth of the time of
    // writing many small records.
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cache_size", -32_768)?;
    // The file is read through the system's own cache, as far as SQLite maps files: books of a million members, and
    // a page less copied for each that is read.
    connection.pragma_update(None, "mmap_size", 2_147_418_112_i64)?;
    connection.pragma_update(None, "temp_store", "MEMORY")
}

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Self, DbError> {
        let doing = format!("mở {}", path.display());
        let open = || -> Result<Connection, rusqlite::Error> {
            let writer = Connection::open(path)?;
            prepare_connection(&writer)?;
            writer.pragma_update(None, "journal_mode", "WAL")?;
            // A commit is on the disk before it is acknowledged, also through a power cut.
            writer.pragma_update(None, "synchronous", "FULL")?;
            Ok(writer)
        };
        let writer = open().map_err(DbError::sqlite(&doing))?;
        let readers = r2d2::Pool::builder()
            .max_size(READERS)
            .min_idle(Some(0))
            .test_on_check_out(false)
            .build(Readers(path.to_owned()))?;
        Ok(Self { writer: Mutex::new(writer), readers })
    }

    pub(crate) fn read<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.readers.get().map_err(DbError::from)?;
        let snapshot = connection.unchecked_transaction().map_err(DbError::sqlite("BEGIN"))?;
        work(&mut Tx { inner: Inner::Sqlite(&snapshot) })
    }

    pub(crate) fn write<T, E: From<DbError>>(
        &self,
        work: &mut impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(DbError::sqlite("BEGIN IMMEDIATE"))?;
        let result = work(&mut Tx { inner: Inner::Sqlite(&transaction) })?;
        transaction.commit().map_err(DbError::sqlite("COMMIT"))?;
        Ok(result)
    }

    pub(crate) fn optimize(&self) -> Result<(), DbError> {
        self.run(&format!("{}; PRAGMA optimize = 0x10002;", planner::LOOK_AT))?;
        self.assume_big_tables()
    }

    /// A page cache of 64 megabytes besides: nothing has to be written twice.
    pub(crate) fn write_without_care(&self) -> Result<(), DbError> {
        self.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;")
    }

    /// Called after the schema grew, so that the first rows are already written by the right plans.
    pub(crate) fn assume_big_tables(&self) -> Result<(), DbError> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        planner::assume_big_tables(&mut writer).map_err(DbError::sqlite("ANALYZE"))
    }

    pub(crate) fn run(&self, sql: &str) -> Result<(), DbError> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer.execute_batch(sql).map_err(DbError::sqlite(sql))
    }

    /// Within one snapshot, so that writers beside it neither show in the copy nor make it begin again.
    pub(crate) fn copy_to<E: From<DbError>>(
        &self,
        target: &Path,
        told: &mut impl FnMut(usize, usize) -> Result<(), E>,
    ) -> Result<(), E> {
        let named = || DbError::sqlite("sao lưu tệp");
        let source = self.readers.get().map_err(DbError::from)?;
        let snapshot = source.unchecked_transaction().map_err(named())?;
        let look = "SELECT COUNT(*) FROM sqlite_schema";
        snapshot.query_row(look, [], |row| row.get::<_, i64>(0)).map_err(named())?;
        let mut copy = Connection::open(target).map_err(named())?;
        let backup = rusqlite::backup::Backup::new(&snapshot, &mut copy).map_err(named())?;
        loop {
            match backup.step(PAGES_A_STEP).map_err(named())? {
                StepResult::Done => return Ok(()),
                StepResult::More => {}
                _ => std::thread::sleep(std::time::Duration::from_millis(20)),
            }
            let far = backup.progress();
            let [left, all] =
                [far.remaining, far.pagecount].map(|n| usize::try_from(n).unwrap_or(0));
            told(all.saturating_sub(left), all)?;
        }
    }

    /// Bytes of the file of the books, without what waits in its journal.
    pub(crate) fn size(&self) -> Result<i64, DbError> {
        let connection = self.readers.get()?;
        let number = |sql: &'static str| {
            connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(DbError::sqlite(sql))
        };
        Ok(number("PRAGMA page_count")? * number("PRAGMA page_size")?)
    }
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(rusqlite::types::Value::Null),
            Self::Int(number) => ToSqlOutput::from(*number),
            Self::Text(text) => ToSqlOutput::from(text.as_ref()),
            Self::Bytes(bytes) => ToSqlOutput::from(bytes.as_ref()),
        })
    }
}

/// SQLite counts `$n` by first appearance and `?n` by its number; only the second is what PostgreSQL means.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

pub(crate) fn execute(
    connection: &Connection,
    sql: &str,
    values: &[Value<'_>],
) -> Result<u64, DbError> {
    let run = || -> rusqlite::Result<usize> {
        connection.prepare_cached(&numbered(sql))?.execute(rusqlite::params_from_iter(values))
    };
    run().map(|rows| rows as u64).map_err(DbError::sqlite(sql))
}

pub(crate) fn insert_many(
    connection: &Connection,
    sql: &str,
    rows: &[Vec<Value<'static>>],
) -> Result<(), DbError> {
    let run = || -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached(&numbered(sql))?;
        for row in rows {
            statement.execute(rusqlite::params_from_iter(row))?;
        }
        Ok(())
    };
    run().map_err(DbError::sqlite(sql))
}

pub(crate) fn each(
    connection: &Connection,
    sql: &str,
    values: &[Value<'_>],
    take: &mut impl FnMut(&Row<'_>) -> Result<(), DbError>,
) -> Result<(), DbError> {
    let mut statement = connection.prepare_cached(&numbered(sql)).map_err(DbError::sqlite(sql))?;
    let parameters = rusqlite::params_from_iter(values);
    let mut rows = statement.query(parameters).map_err(DbError::sqlite(sql))?;
    while let Some(row) = rows.next().map_err(DbError::sqlite(sql))? {
        take(&Row { inner: RowInner::Sqlite(row), sql })?;
    }
    Ok(())
}
