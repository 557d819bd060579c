//! The demonstration books, written once and only read by the tests.

use std::sync::{Arc, OnceLock};

use db::testing::TestDb;
use domain::App;
use domain::people::Keys;
use kernel::{Day, FixedClock};
use testkit::demo::{self, Built};

const SECRET: [u8; 32] = [7; 32];

/// The books, and what was told while they were written.
pub(crate) struct Books {
    pub(crate) app: App,
    pub(crate) built: Built,
    _database: TestDb,
}

/// The demonstration books on 22/11/2026.
pub(crate) fn demonstration() -> &'static Books {
    static BOOKS: OnceLock<Books> = OnceLock::new();
    BOOKS.get_or_init(|| {
        let database = db::testing::sqlite();
        let keys = || Keys::from_secret(&SECRET);
        let built = demo::build(database.again(), keys(), &mut |_| {}).unwrap();
        let clock = Arc::new(FixedClock::on(Day::parse("2026-11-22").unwrap()));
        let app = App::open(database.again(), clock, keys()).unwrap();
        Books { app, built, _database: database }
    })
}

/// The same, opened.
pub(crate) fn books() -> &'static App {
    &demonstration().app
}
