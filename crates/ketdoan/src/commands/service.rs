//! `demo`, `serve`, `generate`: books to look at, and their pages.

use std::net::SocketAddr;
use std::sync::Arc;

use clap::ArgMatches;
use db::Db;
use domain::App;
use kernel::{Refusal, SystemClock};

use super::{flag, provider, text};
use crate::answer::{self, Progress};
use crate::books::{self, BACKUPS, BOOKS};

/// Where pages are served when nothing else is asked.
const LISTEN: &str = "127.0.0.1:8080";
/// Where the demo books are kept when nothing else is asked.
const DEMO: &str = "ketdoan-demo";

/// Makes the demo books if they are not there yet, and serves them.
pub(super) fn demo(matches: &ArgMatches) -> anyhow::Result<()> {
    let app = if matches.get_one::<String>("database").is_some() {
        demo_on_server(matches)?
    } else {
        demo_in_folder(matches)?
    };
    if flag(matches, "no-serve") {
        return Ok(());
    }
    let demo_accounts =
        if domain::accounts::has_accounts(&app)? { demo_accounts() } else { Vec::new() };
    let press = press(matches, DEMO)?;
    let settings =
        web::Settings { open_reading: true, demo_accounts, press, ..web::Settings::default() };
    serve_app(matches, app, settings)
}

fn demo_accounts() -> Vec<web::DemoAccount> {
    let account = |each: &testkit::demo::DemoAccount| web::DemoAccount {
        login: each.login.to_owned(),
        password: testkit::demo::PASSWORD.to_owned(),
        about: if each.name.is_empty() {
            each.about.to_owned()
        } else {
            format!("{}: {}", each.name, each.about)
        },
    };
    testkit::demo::ACCOUNTS.iter().map(account).collect()
}

fn build(db: Db, keys: domain::people::Keys) -> anyhow::Result<()> {
    let progress = Progress::start("đang lập sổ mẫu");
    testkit::demo::build(db, keys, &mut |what| progress.tell(what))?;
    drop(progress);
    Ok(())
}

/// The books are made under another name and given theirs when whole, so that a broken-off demo is never taken for one.
fn demo_in_folder(matches: &ArgMatches) -> anyhow::Result<App> {
    let folder = books::folder(matches, DEMO);
    let file = folder.join(BOOKS);
    // Faulty rules are told before minutes are spent on the books, and leave none behind.
    let awards = books::awards(matches)?;
    if !file.exists() {
        let keys = books::keys(&folder)?;
        let part = folder.join("books.part.db");
        for rest in ["books.part.db", "books.part.db-wal", "books.part.db-shm"] {
            let _ = std::fs::remove_file(folder.join(rest));
        }
        build(Db::open_file(&part)?, keys)?;
        // The last connection is closed, so everything stands in the one file; nothing waited for the disk until now.
        std::fs::File::open(&part)?.sync_all()?;
        std::fs::rename(&part, &file)?;
        answer::line(&format!("Sổ mẫu của bốn liên đoàn đã sẵn sàng trong {}.", folder.display()));
    }
    let keys = books::keys(&folder)?;
    let app = App::open(Db::open_file(&file)?, Arc::new(SystemClock), keys)?;
    Ok(books::with_awards(awards, app.with_folder(folder.join(BACKUPS))))
}

fn demo_on_server(matches: &ArgMatches) -> anyhow::Result<App> {
    let app = books::open(matches)?;
    if domain::figures::head(&app)?.number == 0 {
        let (db, keys) = books::database(matches)?;
        build(db, keys)?;
    }
    Ok(app)
}

/// Serves the pages of the books.
pub(super) fn serve(matches: &ArgMatches) -> anyhow::Result<()> {
    let app = books::open(matches)?;
    let hosts = matches.get_many::<String>("host").unwrap_or_default().cloned().collect();
    let settings = web::Settings {
        hosts,
        public_address: public_address(matches)?,
        allow_remote: flag(matches, "allow-remote"),
        is_behind_tls: flag(matches, "behind-tls"),
        press: press(matches, "ketdoan-data")?,
        provider: provider::of(matches, LISTEN)?,
        ..web::Settings::default()
    };
    serve_app(matches, app, settings)
}

/// Where everybody reaches the books, if that was told.
fn public_address(matches: &ArgMatches) -> Result<Option<web::PublicAddress>, Refusal> {
    text(matches, "public-address").map(web::PublicAddress::read).transpose()
}

/// What sets papers, with the templates in the folder of the books where there are any.
fn press(matches: &ArgMatches, default: &str) -> anyhow::Result<Option<Arc<dyn print::Sets>>> {
    let folder = super::templates::folder(&books::folder(matches, default));
    Ok(Some(Arc::new(super::templates::tried(folder.as_deref())?)))
}

fn serve_app(matches: &ArgMatches, app: App, settings: web::Settings) -> anyhow::Result<()> {
    domain::reports::must_have_forms()?;
    domain::rounds::must_have_checklists()?;
    domain::council::must_have_rules()?;
    let listen = text(matches, "listen").unwrap_or(LISTEN);
    let address: SocketAddr = listen.parse().map_err(|_| {
        let message = format!("“{listen}” không phải địa chỉ phục vụ");
        Refusal::new("bad_address", message, "Viết như 127.0.0.1:8080")
    })?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let app = match &settings.press {
        Some(press) => app.with_press(Arc::new(web::Printer(Arc::clone(press)))),
        None => app,
    };
    let app = Arc::new(app);
    let books = Arc::clone(&app);
    // The link is made when the port is ours: one that leads nowhere would only spend the one before it.
    let tell = move |address: SocketAddr| {
        answer::line(&format!("Mở http://{address} để xem sổ. Ctrl-C để dừng."));
        if let Some(token) = domain::accounts::first_link(&books)? {
            answer::line(&format!(
                "Mở tài khoản đầu tiên (trong một giờ): http://{address}/first/{token}"
            ));
        }
        Ok(())
    };
    let kept = Arc::clone(&app);
    let served = runtime.block_on(web::serve_and_tell(app, address, settings, tell));
    // The books are let go after the runtime: connections of PostgreSQL close on a thread that drives nothing.
    drop(runtime);
    drop(kept);
    served?;
    Ok(())
}

/// Makes books of generated units and people.
pub(super) fn generate(matches: &ArgMatches) -> anyhow::Result<()> {
    let number = |name: &str, most: usize| -> anyhow::Result<usize> {
        let typed = text(matches, name).unwrap_or_default();
        let value = typed
            .replace(['.', '_'], "")
            .parse::<usize>()
            .ok()
            .filter(|value| (1..=most).contains(value));
        let refusal = || {
            let message = format!("“{typed}” không hợp lệ cho --{name}");
            Refusal::new("bad_number", message, format!("Chọn số từ 1 đến {most}"))
        };
        Ok(value.ok_or_else(refusal)?)
    };
    let (members, units) = (number("members", 20_000_000)?, number("units", 200_000)?);
    let seed = number("seed", usize::MAX)?;
    let app = books::open(matches)?;
    let progress = Progress::start("đang sinh sổ");
    testkit::generate::build(&app, &books::operator(), units, members, seed as u64, &mut |what| {
        progress.tell(what);
    })?;
    drop(progress);
    answer::line("Đã sinh sổ thử. Phạm vi: thanh-pho.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::public_address;

    #[test]
    fn where_everybody_reaches_the_books_is_told_or_not_and_refused_by_name() {
        let told = |arguments: &[&str]| {
            let all = ["ketdoan", "serve"].iter().chain(arguments);
            let matches = crate::options::program(kernel::text::Language::Vietnamese)
                .try_get_matches_from(all)
                .unwrap();
            public_address(matches.subcommand().unwrap().1)
        };
        assert!(told(&[]).unwrap().is_none());
        let address = told(&["--public-address", "https://so.congdoan.example/"]).unwrap();
        assert_eq!(address.unwrap().as_str(), "https://so.congdoan.example");
        let refused = told(&["--public-address", "http://so.congdoan.example"]).unwrap_err();
        assert_eq!(refused.code, "bad_public_address");
    }
}
