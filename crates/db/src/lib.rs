//! The only crate that knows SQLite and PostgreSQL.
//!
//! One SQL text serves both: placeholders `$1…$n`, the types TEXT, BIGINT and BLOB, days as ISO text. Business code is
//! synchronous: an action is a plain function that runs whole inside [`Db::write`] or [`Db::read`]. Nothing else in the
//! program knows which engine runs. Not here: any table's name but the migrator's own.

mod copy;
mod error;
mod migrate;
mod planner;
mod postgres_engine;
mod sqlite_engine;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod value;

pub use copy::copy_tables;
pub use error::DbError;
pub use migrate::{Migration, migrate};
pub use tx::{Row, Tx};
pub use value::Value;

use std::path::Path;

/// An opened database.
pub struct Db {
    engine: Engine,
}

enum Engine {
    Sqlite(sqlite_engine::Sqlite),
    Postgres(postgres_engine::Postgres),
}

/// How often a write transaction is begun again after a conflict or a lost connection.
const ATTEMPTS: u32 = 8;

impl Db {
    /// Opens the embedded database in a file, creating it if there is none.
    pub fn open_file(path: &Path) -> Result<Self, DbError> {
        Ok(Self { engine: Engine::Sqlite(sqlite_engine::Sqlite::open(path)?) })
    }

    /// Connects to PostgreSQL by address, such as `postgres://user@host/name`. The address may name several hosts.
    pub fn open_postgres(address: &str) -> Result<Self, DbError> {
        Ok(Self { engine: Engine::Postgres(postgres_engine::Postgres::open(address)?) })
    }

    /// `SQLite` or `PostgreSQL`, for health pages and reports only.
    pub fn engine_name(&self) -> &'static str {
        match &self.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// Runs reads in one consistent snapshot.
    pub fn read<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.read(work),
            Engine::Postgres(postgres) => postgres.read(work),
        }
    }

    /// Runs writes in one transaction: all of it on `Ok`, nothing of it on `Err`. The work runs again from the start
    /// when another writer was in the way or the connection broke, so it must be a function of what it reads.
    pub fn write<T, E: From<DbError> + MaybeDbError>(
        &self,
        mut work: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut attempt = 1;
        loop {
            let result = match &self.engine {
                Engine::Sqlite(sqlite) => sqlite.write(&mut work),
                Engine::Postgres(postgres) => postgres.write(&mut work),
            };
            match result {
                Err(error)
                    if attempt < ATTEMPTS && error.db_error().is_some_and(DbError::is_passing) =>
                {
                    std::thread::sleep(std::time::Duration::from_millis(5 << attempt));
                    attempt += 1;
                }
                other => return other,
            }
        }
    }

    /// Lets the planner learn what was written; called after imports and on closing.
    pub fn optimize(&self) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.optimize(),
            Engine::Postgres(postgres) => postgres.run("ANALYZE"),
        }
    }

    /// Writes without journal and without waiting for the disk from now on, while this database is open: for a file
    /// that is made whole or thrown away. Whoever keeps it calls for the disk himself.
    pub fn write_without_care(&self) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.write_without_care(),
            Engine::Postgres(_) => Ok(()),
        }
    }

    /// Tells the planner that tables it knows nothing of will be big ones, all of one federation.
    pub(crate) fn assume_big_tables(&self) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.assume_big_tables(),
            // Its own guesses of a new table are good, and it counts the rows by itself.
            Engine::Postgres(_) => Ok(()),
        }
    }

    /// Copies the live database as it stands into a new SQLite file, page by page; `told` hears how many of how many
    /// pages, and breaks it off with an error. `None` when the engine is not SQLite.
    pub fn copy_file<E: From<DbError>>(
        &self,
        target: &Path,
        mut told: impl FnMut(usize, usize) -> Result<(), E>,
    ) -> Option<Result<(), E>> {
        match &self.engine {
            Engine::Sqlite(sqlite) => Some(sqlite.copy_to(target, &mut told)),
            Engine::Postgres(_) => None,
        }
    }

    /// Bytes the database takes on its disk.
    pub fn size(&self) -> Result<i64, DbError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.size(),
            Engine::Postgres(_) => self.read(|tx| {
                let sql = "SELECT pg_database_size(current_database())";
                Ok(tx.find(sql, &[], |row| row.int(0))?.unwrap_or(0))
            }),
        }
    }

    /// The last step of the schema's history that ran, and how many did.
    pub fn schema_step(&self) -> Result<(String, i64), DbError> {
        self.read(|tx| {
            let sql = "SELECT COALESCE(MAX(name), ''), COUNT(*) FROM schema_history";
            let step = tx.find(sql, &[], |row| Ok((row.text(0)?.to_owned(), row.int(1)?)))?;
            Ok(step.unwrap_or_default())
        })
    }

    /// Runs a script of statements outside any transaction of ours; for migrations and tests.
    pub fn run_script(&self, sql: &str) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.run(sql),
            Engine::Postgres(postgres) => postgres.run(sql),
        }
    }

    /// The statement in the dialect of the engine: types are spelled as that engine spells them.
    pub fn dialect(&self, ddl: &str) -> String {
        match &self.engine {
            Engine::Sqlite(_) => ddl.to_owned(),
            Engine::Postgres(_) => migrate::for_postgres(ddl),
        }
    }
}

/// An error that may have come from the database, so that a write can be tried again.
pub trait MaybeDbError {
    /// The database's own error, if that is what it is.
    fn db_error(&self) -> Option<&DbError>;
}

impl MaybeDbError for DbError {
    fn db_error(&self) -> Option<&DbError> {
        Some(self)
    }
}
