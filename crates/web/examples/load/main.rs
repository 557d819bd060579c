//! The office under load: how long each page takes one reader, how long fifty, and what a bare handler would take.
//!
//! `cargo xtask load [--data DIR] [--members N] [--units N] [--runs N] [--users N] [--seconds N] [--only LETTERS]
//! [--slow MS]` prints the tables. The books are made in the folder the first time (a million members in 20.000 unions unless told otherwise)
//! and used again.
//! Times are taken where the browser would stand: from the question written to the last byte read, over loopback.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tables on the terminal are what this is for"
)]

mod bare;
mod client;
mod measure;
mod office;
mod pages;
mod seeds;
mod work;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bare::Bare;
use client::Client;
use database::testing::recording;
use measure::{Times, alone, together};
use office::Reader;
use pages::Page;
use tokio::runtime::Runtime;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Readers who ask one page at once for its ratio to the bare handler: as many as are worked out at once.
const AT_ONCE: usize = 8;
/// For each of the two, for each page.
const RATIO_FOR: Duration = Duration::from_millis(1_200);

struct Asked {
    data: PathBuf,
    members: usize,
    units: usize,
    runs: usize,
    users: usize,
    seconds: usize,
    /// Pages whose address has these letters alone.
    only: Option<String>,
    /// Statements of a clerk's pages are told that take so many milliseconds.
    slow: Option<f64>,
}

impl Asked {
    fn read() -> Self {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let option = |name: &str| {
            let place = words.iter().position(|word| word == name)?;
            words.get(place + 1)
        };
        let number = |name: &str, usual: usize, most: usize| {
            option(name).and_then(|text| text.parse().ok()).unwrap_or(usual).clamp(1, most)
        };
        Self {
            data: option("--data")
                .map_or_else(|| std::env::temp_dir().join("ketdoan-load"), PathBuf::from),
            members: number("--members", 1_000_000, 20_000_000),
            units: number("--units", 20_000, 200_000),
            runs: number("--runs", 40, 10_000),
            users: number("--users", 50, 1_000),
            seconds: number("--seconds", 30, 3_600),
            only: option("--only").cloned(),
            slow: option("--slow").and_then(|text| text.parse().ok()),
        }
    }
}

/// The pages and the bare handler, both listening.
struct Servers {
    pages: SocketAddr,
    bare: SocketAddr,
    handler: Bare,
    /// Ends them when it is dropped.
    _runtime: Runtime,
}

impl Servers {
    fn start(app: &Arc<domain::App>, books: &Path) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let (tell, told) = std::sync::mpsc::channel();
        let (app, any) = (Arc::clone(app), "127.0.0.1:0".parse()?);
        runtime.spawn(web::serve_and_tell(app, any, web::Settings::default(), move |address| {
            let _ = tell.send(address);
            Ok(())
        }));
        let handler = Bare::open(books)?;
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
        let bare = listener.local_addr()?;
        let router = handler.router();
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self { pages: told.recv()?, bare, handler, _runtime: runtime })
    }
}

fn main() -> Result<()> {
    let asked = Asked::read();
    let app = office::open(&asked.data, asked.members, asked.units)?;
    let forgotten = pages::forgotten();
    if !forgotten.is_empty() {
        return Err(forgotten.join("; ").into());
    }
    let (mut administrator, mut clerk) =
        (Reader::administrator(&app, &asked.data)?, Reader::clerk(&app, &asked.data)?);
    let servers = Servers::start(&app, &asked.data.join("books.db"))?;
    // What the clerk's pages lead to is in sight of both; what a person did, the administrator's own pages tell first.
    let known = clerk.ground.names.len();
    look_around(&servers, &app, &mut clerk)?;
    look_around(&servers, &app, &mut administrator)?;
    administrator.ground.names.extend(clerk.ground.names.iter().skip(known).cloned());
    for address in pages::empty(&clerk.ground) {
        println!("Nothing to measure in these books: `{address}`.\n");
    }
    let wanted = |pages: Vec<Page>| -> Vec<Page> {
        let is_wanted =
            |page: &Page| asked.only.as_ref().is_none_or(|only| page.name.contains(only.as_str()));
        pages.into_iter().filter(is_wanted).collect()
    };
    let [mut whole, partial] =
        [&administrator, &clerk].map(|reader| wanted(pages::pages(&reader.ground)));
    whole.retain(|page| partial.iter().any(|own| own.name == page.name));
    let heads = wanted(pages::of_heads(&administrator.ground));
    let tokens = (administrator.sign_in(&app)?, clerk.sign_in(&app)?);
    each_page(&servers, &asked, &tokens, &whole, &partial)?;
    each_of_heads(&servers, &asked, &tokens.0, &heads)?;
    if asked.only.is_none() {
        each_file(&servers, &tokens, &administrator, &clerk)?;
    }
    let mut readers = Vec::new();
    for user in 0..asked.users {
        // Every fifth sees the whole.
        let (reader, pages) =
            if user % 5 == 4 { (&administrator, &whole) } else { (&clerk, &partial) };
        readers.push((reader.sign_in(&app)?, pages.as_slice()));
    }
    everybody(&servers, &asked, &readers)
}

/// Finds by the links of a reader's pages what is in none of the seeds.
fn look_around(servers: &Servers, app: &domain::App, reader: &mut Reader) -> Result<()> {
    let mut links = Client::new(servers.pages, &reader.sign_in(app)?)?;
    reader.ground.follow(|address| {
        let answer = links.get(address).map(|answer| answer.body).unwrap_or_default();
        String::from_utf8_lossy(&answer).into_owned()
    });
    Ok(())
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1e3)
}

/// What one reader waits for each page, and its throughput beside the bare handler's.
fn each_page(
    servers: &Servers,
    asked: &Asked,
    (administrator, clerk): &(String, String),
    whole: &[Page],
    partial: &[Page],
) -> Result<()> {
    println!(
        "| page | administrator p50 | p95 | clerk p50 | p95 ms | administrator there | statements | kB | a second | bare | ratio |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    let mut first = Client::new(servers.pages, administrator)?;
    let mut second = Client::new(servers.pages, clerk)?;
    for (all, own) in whole.iter().zip(partial) {
        eprint!("\r{:70}", own.address);
        let a = alone(&mut first, all, asked.runs);
        let b = alone(&mut second, own, asked.runs);
        let same = alone(&mut first, own, asked.runs);
        let statements = take_down(servers, &mut second, own)?;
        if let Some(least) = asked.slow {
            for (took, sql) in
                servers.handler.slow(&own.address, Duration::from_secs_f64(least / 1e3))?
            {
                eprintln!("\r{} ms: {sql}", milliseconds(took));
            }
        }
        let (ours, bare) = ratio(servers, clerk, own)?;
        let errors = a.errors + b.errors + ours.errors + bare.errors;
        let wrong = if errors > 0 { format!(" {errors} errors") } else { String::new() };
        println!(
            "| `{}`{wrong} | {} | {} | {} | {} | {} | {statements} | {} | {:.0} | {:.0} | {:.2} |",
            own.name.replace('|', " "),
            milliseconds(a.percentile(50)),
            milliseconds(a.percentile(95)),
            milliseconds(b.percentile(50)),
            milliseconds(b.percentile(95)),
            // What is one's own alone, a list that waits, is shown to nobody else.
            if same.errors > 0 { "–".to_owned() } else { milliseconds(same.percentile(50)) },
            b.bytes / 1000,
            ours.a_second(),
            bare.a_second(),
            ours.a_second() / bare.a_second().max(1e-9)
        );
    }
    println!();
    Ok(())
}

/// What the administrator waits for the pages that nobody else sees.
fn each_of_heads(servers: &Servers, asked: &Asked, token: &str, pages: &[Page]) -> Result<()> {
    println!("| page of the administrator alone | p50 | p95 ms | statements | kB |");
    println!("|---|---|---|---|---|");
    let mut client = Client::new(servers.pages, token)?;
    for page in pages {
        let times = alone(&mut client, page, asked.runs);
        let statements = take_down(servers, &mut client, page)?;
        let wrong =
            if times.errors > 0 { format!(" {} errors", times.errors) } else { String::new() };
        println!(
            "| `{}`{wrong} | {} | {} | {statements} | {} |",
            page.name,
            milliseconds(times.percentile(50)),
            milliseconds(times.percentile(95)),
            times.bytes / 1000
        );
    }
    println!();
    Ok(())
}

/// Writes down what a page asks and answers, for the bare handler.
fn take_down(servers: &Servers, client: &mut Client, page: &Page) -> Result<usize> {
    recording::begin();
    let answer = client.get(&page.address);
    let statements = recording::end();
    let count = statements.len();
    servers.handler.add(&page.address, bare::Page { statements, body: answer?.body });
    Ok(count)
}

/// The same readers asking the same page of both, turn by turn, so that a busy machine is busy for both.
fn ratio(servers: &Servers, token: &str, page: &Page) -> Result<(Times, Times)> {
    let one = std::slice::from_ref(page);
    let readers: Vec<_> = (0..AT_ONCE).map(|_| (token.to_owned(), one)).collect();
    let ours = together(servers.pages, &readers, RATIO_FOR)?.0;
    let bare = together(servers.bare, &readers, RATIO_FOR)?.0;
    Ok((ours, bare))
}

fn each_file(
    servers: &Servers,
    (administrator, clerk): &(String, String),
    whole: &Reader,
    partial: &Reader,
) -> Result<()> {
    println!("| file | administrator p50 | clerk p50 ms | kB |\n|---|---|---|---|");
    let mut first = Client::new(servers.pages, administrator)?;
    let mut second = Client::new(servers.pages, clerk)?;
    for (all, own) in pages::files(&whole.ground).iter().zip(&pages::files(&partial.ground)) {
        let (a, b) = (alone(&mut first, all, 3), alone(&mut second, own, 3));
        let (a_time, b_time) = (milliseconds(a.percentile(50)), milliseconds(b.percentile(50)));
        println!("| `{}` | {a_time} | {b_time} | {} |", own.name, b.bytes / 1000);
    }
    println!();
    Ok(())
}

/// Everybody at once, first at the pages and then at the bare handler.
fn everybody(servers: &Servers, asked: &Asked, readers: &[(String, &[Page])]) -> Result<()> {
    println!("| {} readers at once, {} s | ours |\n|---|---|", asked.users, asked.seconds);
    let how_long = Duration::from_secs(asked.seconds as u64);
    let (all, each) = together(servers.pages, readers, how_long)?;
    println!("| answers | {} |\n| errors | {} |", all.took.len(), all.errors);
    println!("| answers a second | {:.0} |", all.a_second());
    for hundredths in [50, 95, 99, 100] {
        println!("| p{hundredths} ms | {} |", milliseconds(all.percentile(hundredths)));
    }
    let pages = readers.first().map(|(_, pages)| *pages).unwrap_or_default();
    let slowest = each
        .iter()
        .zip(pages)
        .max_by_key(|(times, _)| times.percentile(95))
        .map(|(times, page)| format!("`{}` {}", page.name, milliseconds(times.percentile(95))));
    println!("| slowest page, p95 ms | {} |\n", slowest.unwrap_or_default());
    Ok(())
}
