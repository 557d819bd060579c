//! Measurements: each prints what the program took, what the limit took in the same run, and their ratio.
//!
//! `cargo xtask bench [import] [postings] [eligibility] [figures] [trace] [search] [start] [consolidate] [certificates]
//! [--data DIR] [--millions N] [--leaves N] [--runs N]`
//! prints a table; without names it runs all. Big books are built once into `--data` and used again.
//! The limit of inserts is one transaction of prepared statements through `db`, which adds nothing measurable to SQLite.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a table on the terminal is what this is for"
)]

mod certificates;
mod consolidate;
mod multiply;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use db::{Db, DbError, Value, values};
use domain::books::schema::{self, all_tables};
use domain::figures::{self, Query};
use domain::imports::{self, Request};
use domain::memberships::{Admission, EventKind, admit_many};
use domain::people::{Keys, search};
use domain::units::{Entry, NewUnit, open_unit};
use domain::{App, Error};
use kernel::{Actor, Block, Day, Id, Period, SystemClock, UnitKind};
use testkit::generate::{self, SCOPE};
use testkit::people::{Ages, People};

/// Books of one million members are told by the actions; bigger ones are copies of them.
const MILLION: usize = 1_000_000;
/// Unions of a million members, as the country has 125.000 for 11 million.
const MILLION_UNIONS: usize = 11_364;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// One line of the table.
struct Line {
    what: String,
    ours: Duration,
    limit: Option<Duration>,
    note: String,
}

struct Bench {
    data: PathBuf,
    millions: usize,
    leaves: usize,
    runs: usize,
    actor: Actor,
    lines: Vec<Line>,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let place = arguments.iter().position(|each| each == name)?;
        arguments.get(place + 1).cloned()
    };
    let number =
        |name, otherwise| option(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let mut bench = Bench {
        data: option("--data")
            .map_or_else(|| std::env::temp_dir().join("ketdoan-bench"), PathBuf::from),
        millions: number("--millions", 1),
        leaves: number("--leaves", 125_000),
        runs: number("--runs", 5),
        actor: Actor::operator("đo"),
        lines: Vec::new(),
    };
    let named = |name: &str| arguments.iter().any(|each| each == name);
    let every = [
        "import",
        "postings",
        "eligibility",
        "figures",
        "trace",
        "search",
        "start",
        "consolidate",
        "certificates",
    ];
    let all = !every.into_iter().any(named);
    let wants = |name: &str| all || named(name);
    if wants("import") {
        bench.import()?;
    }
    if wants("postings") {
        bench.postings()?;
    }
    if wants("eligibility") {
        bench.eligibility()?;
    }
    if wants("figures") || wants("trace") || wants("search") || wants("start") {
        bench.big_books(&wants)?;
    }
    if wants("consolidate") {
        bench.consolidate()?;
    }
    if wants("certificates") {
        bench.certificates()?;
    }
    bench.print();
    Ok(())
}

/// How long this thread has run on a processor: what other programs take and the disk makes it wait is not in it.
fn on_processor() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|text| text.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(T, Duration)> {
    let started = Instant::now();
    let result = work()?;
    Ok((result, started.elapsed()))
}

/// The same, with the time on a processor.
fn measured<T>(work: impl FnOnce() -> Result<T>) -> Result<(T, Spent)> {
    let before = on_processor();
    let (result, whole) = timed(work)?;
    Ok((result, Spent { whole, processor: on_processor().saturating_sub(before) }))
}

/// What a piece of work took.
#[derive(Clone, Copy)]
struct Spent {
    whole: Duration,
    processor: Duration,
}

/// The medians of some runs, and in words the ratio of their processor times.
fn medians(ours: &[Spent], limits: &[Spent]) -> (Duration, Duration, String) {
    let of =
        |spent: &[Spent], what: fn(&Spent) -> Duration| median(spent.iter().map(what).collect());
    let whole = |spent: &Spent| spent.whole;
    let processor = |spent: &Spent| spent.processor;
    let (a, b) = (of(limits, processor), of(ours, processor));
    let words = format!(
        "processor time {:.0} of {:.0} ms: {:.2}",
        a.as_secs_f64() * 1e3,
        b.as_secs_f64() * 1e3,
        a.as_secs_f64() / b.as_secs_f64()
    );
    (of(ours, whole), of(limits, whole), words)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn open(folder: &Path) -> Result<App> {
    std::fs::create_dir_all(folder).map_err(Error::file("thư mục đo"))?;
    let db = Db::open_file(&folder.join("books.db"))?;
    App::open(db, Arc::new(SystemClock), Keys::from_secret(&[3; 32]))
}

fn fresh(folder: &Path) -> Result<App> {
    let _ = std::fs::remove_dir_all(folder);
    open(folder)
}

fn district(app: &App, actor: &Actor) -> Result<Id> {
    let new = NewUnit {
        code: "quan".to_owned(),
        name: "LĐLĐ quận".to_owned(),
        kind: UnitKind::District,
        block: Block::Other,
        address: None,
        employer: None,
        manager: None,
        from: Day::parse("1996-01-01")?,
        entry: Entry::BroughtForward,
        method: None,
        members: None,
        document: None,
        import: None,
    };
    open_unit(app, actor, &new)
}

/// The rows of every table of some books.
type Rows = Vec<(&'static str, Vec<String>, Vec<Vec<Value<'static>>>)>;

/// Some rows of one table.
type Slice<'r> = (&'r str, &'r [String], Vec<Vec<Value<'static>>>);

fn rows_of(folder: &Path) -> Result<Rows> {
    let db = Db::open_file(&folder.join("books.db"))?;
    all_tables()
        .into_iter()
        .map(|(table, columns)| {
            let sql = format!("SELECT {} FROM {table}", columns.join(", "));
            let read = |row: &db::Row<'_>| (0..columns.len()).map(|at| row.value(at)).collect();
            let rows = db.read(|tx| tx.query(&sql, &[], read)).map_err(|error: DbError| error)?;
            Ok((table, columns, rows))
        })
        .collect()
}

/// Writes the rows that `after` has and `before` has not into a copy of `before`'s schema: the bare transaction.
fn bare_inserts(folder: &Path, before: &Rows, after: &Rows) -> Result<(Spent, usize)> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(Error::file("thư mục đo"))?;
    let db = Db::open_file(&folder.join("books.db"))?;
    schema::migrate(&db)?;
    let insert = |rows: &[Slice<'_>]| {
        db.write(|tx| {
            rows.iter().try_for_each(|(table, columns, rows)| {
                let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
                tx.insert_many(table, &columns, rows, "")
            })
        })
        .map_err(|error: DbError| Error::from(error))
    };
    let old: Vec<_> = before.iter().map(|(t, c, rows)| (*t, c.as_slice(), rows.clone())).collect();
    insert(&old)?;
    let new: Vec<_> = before
        .iter()
        .zip(after)
        .map(|((table, columns, before), (_, _, after))| {
            let key = |row: &Vec<Value<'static>>| format!("{:?}", &row[..row.len() - 1]);
            let known: std::collections::HashSet<String> = before.iter().map(key).collect();
            // The head is one row that moves; everything else that is new is a row.
            let fresh =
                |row: &&Vec<Value<'static>>| *table != "chain_head" && !known.contains(&key(row));
            (*table, columns.as_slice(), after.iter().filter(fresh).cloned().collect::<Vec<_>>())
        })
        .collect();
    let count = new.iter().map(|(_, _, rows)| rows.len()).sum();
    let ((), time) = measured(|| insert(&new))?;
    Ok((time, count))
}

impl Bench {
    fn tell(&mut self, what: &str, ours: Duration, limit: Option<Duration>, note: String) {
        eprintln!("{what}: {ours:?}, giới hạn {limit:?} {note}");
        self.lines.push(Line { what: what.to_owned(), ours, limit, note });
    }

    /// 20.000 rows of a clerk's list, against reading the sheet and one bare transaction of the same rows.
    fn import(&mut self) -> Result<()> {
        let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/../intake/tests/data/");
        let read = |name: &str| {
            std::fs::read(format!("{samples}{name}")).map_err(Error::file(name.to_owned()))
        };
        let (units, members) =
            (read("don-vi-ldld-quan-thanh-xuan.xlsx")?, read("to-khai-lon.xlsx")?);
        let (mut ours, mut limits, mut rows) = (Vec::new(), Vec::new(), 0);
        for _ in 0..self.runs {
            let folder = self.data.join("import");
            let app = fresh(&folder)?;
            district(&app, &self.actor)?;
            let request = |kind, bytes| Request {
                kind,
                file_name: "ds.xlsx",
                bytes,
                unit: Some("quan"),
                as_of: None,
            };
            imports::run(&app, &self.actor, &request(intake::Kind::Units, &units))?;
            let before = rows_of(&folder)?;
            let (_, time) = measured(|| {
                imports::run(&app, &self.actor, &request(intake::Kind::Members, &members))
            })?;
            ours.push(time);
            let (_, reading) = measured(|| {
                let read = sheets::read_bytes("ds.xlsx", &members, &sheets::Limits::default());
                read.map_err(|error| Error::Broken(error.vi()))
            })?;
            let (inserting, count) =
                bare_inserts(&self.data.join("bare"), &before, &rows_of(&folder)?)?;
            limits.push(Spent {
                whole: reading.whole + inserting.whole,
                processor: reading.processor + inserting.processor,
            });
            rows = count;
        }
        let (ours, limit, words) = medians(&ours, &limits);
        let note = format!("{rows} rows written; {words}");
        self.tell("import of 20.000 rows", ours, Some(limit), note);
        Ok(())
    }

    /// Admissions of 20.000 people as one batch, chain and roll-ups included, against bare inserts of the same rows.
    fn postings(&mut self) -> Result<()> {
        let (mut ours, mut limits, mut postings) = (Vec::new(), Vec::new(), 0);
        for _ in 0..self.runs.min(3) {
            let folder = self.data.join("postings");
            let app = fresh(&folder)?;
            generate::build(&app, &self.actor, 275, 1, 1, &mut |_| {})?;
            let unit = figures_scope(&app, &self.actor)?;
            let before = rows_of(&folder)?;
            let seq = figures::head(&app)?.seq;
            let admissions = admissions(unit, 20_000)?;
            let (_, time) = measured(|| admit_many(&app, &self.actor, "đo", &admissions))?;
            ours.push(time);
            postings = figures::head(&app)?.seq - seq;
            limits.push(bare_inserts(&self.data.join("bare"), &before, &rows_of(&folder)?)?.0);
        }
        let (ours, limit, words) = medians(&ours, &limits);
        let a_second = i128::from(postings) * 1_000_000 / (ours.as_micros() as i128).max(1);
        let note =
            format!("{postings} postings, {a_second} a second, people and chain included; {words}");
        self.tell("postings of 20.000 admissions", ours, Some(limit), note);
        Ok(())
    }

    fn big_books(&mut self, wants: &dyn Fn(&str) -> bool) -> Result<()> {
        let mut sizes = vec![(20_000, 275)];
        if self.millions >= 1 {
            sizes.push((MILLION, MILLION_UNIONS));
        }
        if self.millions > 1 {
            sizes.push((self.millions * MILLION, self.millions * MILLION_UNIONS));
        }
        let mut smaller: Option<App> = None;
        for (members, units) in sizes {
            let folder = self.data.join(format!("books-{members}"));
            let app = self.books(&folder, members, units)?;
            if wants("figures") {
                self.figures(&app, &folder, members, smaller.as_ref())?;
            }
            if wants("trace") {
                self.trace(&app, members)?;
            }
            if wants("search") {
                self.search(&app, &folder, members)?;
            }
            if wants("start") {
                self.start(&folder, members)?;
            }
            smaller = Some(app);
        }
        Ok(())
    }

    fn books(&mut self, folder: &Path, members: usize, units: usize) -> Result<App> {
        let done = folder.join("done");
        if done.exists() {
            return open(folder);
        }
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder).map_err(Error::file("thư mục đo"))?;
        let (how, time) = if members > MILLION {
            let one = self.data.join(format!("books-{MILLION}"));
            let root = domain::units::scope_of_code(&open(&one)?, &self.actor, SCOPE)?;
            let times = (members / MILLION) as i64;
            let (_, time) = timed(|| multiply::multiply(&one, folder, times, root))?;
            ("copying", time)
        } else {
            let db = Db::open_file(&folder.join("books.db"))?;
            db.write_without_care()?;
            let app = App::open(db, Arc::new(SystemClock), Keys::from_secret(&[3; 32]))?;
            let progress = &mut |what: &str| eprint!("\r{what}        ");
            let build = || generate::build(&app, &self.actor, units, members, 1, progress);
            ("building", timed(build)?.1)
        };
        let app = open(folder)?;
        Db::open_file(&folder.join("books.db"))?.optimize()?;
        std::fs::write(&done, "").map_err(Error::file("đánh dấu đã lập xong"))?;
        self.tell(&format!("{how} {members} members, {units} unions"), time, None, String::new());
        Ok(app)
    }

    /// A year's figures of the whole federation, against the bare SQL on its roll-up, and in turns with those of the
    /// smaller books: a processor that slows down for a while slows both.
    fn figures(
        &mut self,
        app: &App,
        folder: &Path,
        members: usize,
        smaller: Option<&App>,
    ) -> Result<()> {
        let query = Query::of(SCOPE, Period::parse("2022")?);
        let db = Db::open_file(&folder.join("books.db"))?;
        let scope = domain::units::scope_of_code(app, &self.actor, SCOPE)?;
        let (mut ours, mut bare, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..self.runs * 20 {
            ours.push(timed(|| figures::figures(app, &self.actor, &query))?.1);
            bare.push(timed(|| bare_sums(&db, scope))?.1);
            if let Some(app) = smaller {
                theirs.push(timed(|| figures::figures(app, &self.actor, &query))?.1);
            }
        }
        let (ours, limit) = (median(ours), median(bare));
        let growth = smaller.map_or(String::new(), |_| {
            let theirs = median(theirs);
            let growth = ours.as_secs_f64() / theirs.as_secs_f64();
            format!(
                "{growth:.2} × the time of the smaller books, {:.3} ms",
                theirs.as_secs_f64() * 1e3
            )
        });
        self.tell(&format!("a year's figures, {members} members"), ours, Some(limit), growth);
        Ok(())
    }

    /// The first hundred lines behind the admissions of a year.
    fn trace(&mut self, app: &App, members: usize) -> Result<()> {
        let query = Query::of(SCOPE, Period::parse("2022")?);
        let mut times = Vec::new();
        for _ in 0..self.runs {
            times.push(
                timed(|| figures::trace(app, &self.actor, "members.admitted", &query, 0, 100))?.1,
            );
        }
        self.tell(
            &format!("trace of a year's admissions, {members} members"),
            median(times),
            None,
            "first 100 lines".to_owned(),
        );
        Ok(())
    }

    /// Names without marks, against the bare query on the index.
    fn search(&mut self, app: &App, folder: &Path, members: usize) -> Result<()> {
        let db = Db::open_file(&folder.join("books.db"))?;
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for name in ["nguyen van", "phuong", "tran thi h", "le minh", "dung", "vu quang a"]
            .iter()
            .cycle()
            .take(self.runs * 60)
        {
            ours.push(timed(|| search(app, &self.actor, name, 20))?.1);
            bare.push(timed(|| bare_search(&db, name))?.1);
        }
        let what = format!("search of a name, {members} members");
        self.tell(&what, median(ours), Some(median(bare)), "first 20, any word".to_owned());
        Ok(())
    }

    fn start(&mut self, folder: &Path, members: usize) -> Result<()> {
        let mut times = Vec::new();
        for _ in 0..self.runs {
            times.push(timed(|| open(folder).map(drop))?.1);
        }
        let memory = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = memory.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        let note = format!("peak of this whole run: {}", peak.trim_start_matches("VmHWM:").trim());
        self.tell(&format!("opening the books, {members} members"), median(times), None, note);
        Ok(())
    }

    fn print(&self) {
        println!("| what | ours | limit | limit ÷ ours | note |");
        println!("|---|---|---|---|---|");
        for Line { what, ours, limit, note } in &self.lines {
            let milliseconds = |time: &Duration| format!("{:.3} ms", time.as_secs_f64() * 1e3);
            let ratio =
                limit.map(|limit| format!("{:.2}", limit.as_secs_f64() / ours.as_secs_f64()));
            let limit = limit.as_ref().map(milliseconds).unwrap_or_default();
            println!(
                "| {what} | {} | {limit} | {} | {note} |",
                milliseconds(ours),
                ratio.unwrap_or_default()
            );
        }
    }
}

/// A union of generated books.
fn figures_scope(app: &App, actor: &Actor) -> Result<Id> {
    domain::units::scope_of_code(app, actor, "cdcs-0-7")
}

fn admissions(unit: Id, count: usize) -> Result<Vec<Admission>> {
    let mut people = People::from_seed(9);
    let first = Day::parse("2022-01-01")?;
    Ok((0..count)
        .map(|number| {
            let on = first.plus((number % 700) as i32);
            Admission {
                person: people.worker(Block::PrivateEnterprise, on, Ages::JOINING).facts,
                kind: EventKind::Admitted,
                unit,
                on,
                from_outside: None,
                document: None,
                unit_event: None,
            }
        })
        .collect())
}

fn bare_sums(db: &Db, scope: Id) -> Result<i64> {
    db.read(|tx| {
        let mut total = 0;
        let sql = "SELECT account, block, kind, CAST(SUM(quantity) AS BIGINT) FROM rollup
                   WHERE federation_id = 1 AND scope_id = $1 AND account IN (100, 1100, 200) AND month < 202201
                   GROUP BY account, block, kind";
        tx.each(sql, &values![scope], |row| {
            total += row.int(3)?;
            Ok(())
        })?;
        let sql = "SELECT account, block, kind, CAST(SUM(quantity) AS BIGINT) FROM rollup
                   WHERE federation_id = 1 AND scope_id = $1 AND month >= 202201 AND month < 202301
                   GROUP BY account, block, kind";
        tx.each(sql, &values![scope], |row| {
            total += row.int(3)?;
            Ok(())
        })?;
        Ok(total)
    })
}

/// The first rows of the index with the same columns of the same rows, read and given back as they are.
fn bare_search(db: &Db, key: &str) -> Result<usize> {
    db.read(|tx| {
        let sql = "SELECT p.id, p.name, p.sex, p.birth, n.name, p.status FROM name_suffix s CROSS JOIN person p
                   LEFT JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
                   WHERE s.federation_id = 1 AND s.suffix >= $1 AND s.suffix < $2
                     AND p.federation_id = s.federation_id AND p.id = s.person_id
                   ORDER BY s.suffix, s.person_id LIMIT 20";
        let end = format!("{key}\u{10FFFF}");
        let row = |row: &db::Row<'_>| (0..6).map(|at| row.value(at)).collect::<std::result::Result<Vec<_>, _>>();
        Ok(tx.query(sql, &values![key, end], row)?.len())
    })
}

impl Bench {
    /// 20.000 members against every award: the rules compiled once, every condition asked of everybody.
    fn eligibility(&mut self) -> Result<()> {
        const MEMBERS: usize = 20_000;
        let folder = self.data.join("eligibility");
        let app = fresh(&folder)?;
        generate::build(&app, &self.actor, 275, MEMBERS, 1, &mut |_| {})?;
        let on = app.today();
        let mut times = Vec::new();
        let mut asked = (0, 0);
        for _ in 0..self.runs {
            let (told, time) =
                timed(|| domain::eligibility::sweep(&app, &self.actor, SCOPE, None, on))?;
            asked = (told.members, told.rows.len());
            times.push(time);
        }
        let note =
            format!("{} members × {} awards, every condition of every rule", asked.0, asked.1);
        let what = String::from("who is eligible, a whole federation");
        self.lines.push(Line { what, ours: median(times), limit: None, note });
        Ok(())
    }
}
