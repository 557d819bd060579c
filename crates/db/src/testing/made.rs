//! Databases whose tables stand already: made once in a program of tests, and used by one test after the other.
//!
//! To make a hundred tables anew for each test takes longer than most tests. The embedded engine copies a file; on a
//! server the schema of a test that is over is emptied and handed to the next one.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::{Mutex, Once, OnceLock, PoisonError};

use super::{SERVER, TestDb, postgres, sqlite};
use crate::{Db, DbError, Migration, migrate};

/// Schemas that wait for the next test: name and address.
static WAITING: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

/// Runs a test on every engine there is, each with the tables of a history; all tests of a program have the same one.
pub fn on_each_engine_with(history: &'static [Migration], test: impl Fn(&TestDb)) {
    test(&embedded(history));
    if let Some(server) = on_server(history) {
        test(&server);
    }
}

fn embedded(history: &'static [Migration]) -> TestDb {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = MADE.get_or_init(|| {
        let test = sqlite();
        migrate(&test.db, history).expect("the tables");
        test.db.run_script("PRAGMA wal_checkpoint(TRUNCATE)").expect("all in one file");
        std::fs::read(test.folder.path().join("books.db")).expect("the file")
    });
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("books.db");
    std::fs::write(&file, bytes).expect("a copy");
    let db = Db::open_file(&file).expect("an embedded database");
    TestDb { db, folder, address: None, schema: None, made: None }
}

fn on_server(history: &'static [Migration]) -> Option<TestDb> {
    let server = std::env::var(SERVER).ok()?;
    let waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut test = match waiting {
        Some((schema, address)) => {
            let server = Db::open_postgres(&server).expect("the test server");
            let db = Db::open_postgres(&address).expect("the schema of its own");
            let folder = tempfile::tempdir().expect("a temporary folder");
            TestDb {
                db,
                folder,
                address: Some(address),
                schema: Some((server, schema)),
                made: None,
            }
        }
        None => {
            let test = postgres()?;
            migrate(&test.db, history).expect("the tables");
            test
        }
    };
    test.made = Some(history);
    Some(test)
}

/// How the schemas of this machine's tests begin; the number of their program follows.
pub(super) fn prefix() -> String {
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    machine.trim().hash(&mut hasher);
    format!("t{:04x}_", hasher.finish() & 0xffff)
}

/// Once in a program: throws away what programs of this machine left on the server that are over.
pub(super) fn clear_away(server: &Db) {
    static DONE: Once = Once::new();
    let is_over = |schema: &str| {
        let number = schema.trim_start_matches(&prefix()).split('_').next().unwrap_or_default();
        number
            .parse::<u32>()
            .is_ok_and(|number| !Path::new("/proc").join(number.to_string()).exists())
    };
    DONE.call_once(|| {
        if !Path::new("/proc/self").exists() {
            return;
        }
        let names = |tx: &mut crate::Tx<'_>| {
            let sql =
                "SELECT CAST(nspname AS TEXT) FROM pg_namespace WHERE starts_with(CAST(nspname AS TEXT), $1)";
            tx.query(sql, &[prefix().into()], |row| Ok(row.text(0)?.to_owned()))
        };
        let names: Result<Vec<String>, DbError> = server.read(names);
        for schema in names.unwrap_or_default().iter().filter(|schema| is_over(schema)) {
            let _ = server.run_script(&format!("DROP SCHEMA {schema} CASCADE"));
        }
    });
}

/// Empties the schema of a test that is over and keeps it for the next one; whether that went well.
pub(super) fn give_back(db: &Db, schema: &str, address: &str, history: &[Migration]) -> bool {
    let emptied = db.run_script(&format!(
        "DO $$ DECLARE name text; BEGIN
           FOR name IN SELECT tablename FROM pg_tables
               WHERE schemaname = '{schema}' AND tablename <> 'schema_history' LOOP
             EXECUTE format('DELETE FROM %I.%I', '{schema}', name);
           END LOOP;
         END $$"
    ));
    let steps = |tx: &mut crate::Tx<'_>| {
        tx.find("SELECT COUNT(*) FROM schema_history", &[], |row| row.int(0))
    };
    let steps: Result<Option<i64>, DbError> = db.read(steps);
    let whole =
        emptied.is_ok() && matches!(steps, Ok(Some(count)) if count == history.len() as i64);
    if whole {
        let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push((schema.to_owned(), address.to_owned()));
    }
    whole
}
