//! Throw-away databases: the same test on SQLite and, when a server is given, on PostgreSQL.

mod made;
pub mod recording;

use std::sync::atomic::{AtomicU32, Ordering};

pub use made::on_each_engine_with;

use crate::Db;

/// The variable in which the test runner names a server, such as `postgres://user@127.0.0.1:5433/postgres`.
pub const SERVER: &str = "KETDOAN_TEST_POSTGRES";

/// A database that goes away when it is dropped.
pub struct TestDb {
    /// The database.
    pub db: Db,
    /// A folder beside it, for files the test needs.
    pub folder: tempfile::TempDir,
    address: Option<String>,
    schema: Option<(Db, String)>,
    /// The steps its tables were made by, where it is emptied and used again by the next test.
    made: Option<&'static [crate::Migration]>,
}

impl TestDb {
    /// Opens the same database once more, as a second program would.
    ///
    /// # Panics
    /// When the database does not open: the test cannot run.
    pub fn again(&self) -> Db {
        match &self.address {
            Some(address) => Db::open_postgres(address).expect("the schema of its own"),
            None => {
                Db::open_file(&self.folder.path().join("books.db")).expect("the database again")
            }
        }
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        let Some((server, schema)) = &self.schema else { return };
        let kept = self.made.zip(self.address.as_deref());
        if !kept
            .is_some_and(|(history, address)| made::give_back(&self.db, schema, address, history))
        {
            let _ = server.run_script(&format!("DROP SCHEMA {schema} CASCADE"));
        }
    }
}

/// An empty embedded database.
///
/// # Panics
/// When the machine gives no temporary folder: the test cannot run.
pub fn sqlite() -> TestDb {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let db = Db::open_file(&folder.path().join("books.db")).expect("an embedded database");
    TestDb { db, folder, address: None, schema: None, made: None }
}

/// An empty schema of the server named in [`SERVER`], if one is named.
///
/// # Panics
/// When the server named does not answer: the test cannot run.
pub fn postgres() -> Option<TestDb> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let address = std::env::var(SERVER).ok()?;
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let schema = format!("{}{}_{number}", made::prefix(), std::process::id());
    let server = Db::open_postgres(&address).expect("the test server");
    made::clear_away(&server);
    server.run_script(&format!("CREATE SCHEMA {schema}")).expect("a schema of its own");
    let sign = if address.contains('?') { '&' } else { '?' };
    let own = format!("{address}{sign}options=-c%20search_path%3D{schema}");
    let db = Db::open_postgres(&own).expect("the schema of its own");
    let folder = tempfile::tempdir().expect("a temporary folder");
    Some(TestDb { db, folder, address: Some(own), schema: Some((server, schema)), made: None })
}

/// Runs a test on every engine there is.
pub fn on_each_engine(test: impl Fn(&TestDb)) {
    test(&sqlite());
    if let Some(server) = postgres() {
        test(&server);
    }
}
