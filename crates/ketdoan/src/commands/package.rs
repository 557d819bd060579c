//! `package`: report packages made, shown, taken in and sent; whose keys are trusted.

use std::io::{Read as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use clap::ArgMatches;
use domain::exchange::{
    self, Body, Look, NewKey, PACKAGE_BYTES_MAX, PeerKey, Signature, Standing, Taken,
};
use domain::reports::{Key, known_form};
use domain::{signing, units};
use kernel::{Day, Period, Refusal};
use vietnamese::number::format_integer;

use super::{flag, post, text};
use crate::{answer, books};

/// Runs what was asked of packages.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    match matches.subcommand() {
        Some(("export", own)) => export(own),
        Some(("show", own)) => show(own),
        Some(("receive", own)) => receive(own),
        Some(("send", own)) => post::send(own),
        Some(("list", own)) => list(own),
        Some(("key", own)) => match own.subcommand() {
            Some(("own", own)) => own_key(own),
            Some(("list", own)) => keys(own),
            Some(("add", own)) => add_key(own),
            Some(("end", own)) => end_key(own),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

fn export(matches: &ArgMatches) -> anyhow::Result<()> {
    let (app, actor) = (books::open(matches)?, books::operator());
    let unit = units::scope_of_code(&app, &actor, text(matches, "scope").unwrap_or_default())?;
    let period = Period::parse(text(matches, "period").unwrap_or_default())?;
    let form = known_form(&app, text(matches, "form").unwrap_or_default(), period)?;
    let version = matches.get_one::<i64>("version").copied();
    let package = exchange::pack(&app, &actor, &Key { unit, form, period }, version)?;
    let out = text(matches, "out").unwrap_or(&package.name);
    if out == "-" {
        std::io::stdout().lock().write_all(&package.file)?;
        return Ok(());
    }
    std::fs::write(out, &package.file).with_context(|| format!("ghi {out}"))?;
    answer::line(&format!("{out}: bản {}, mã băm {}", package.version, package.hash));
    Ok(())
}

/// The bytes of a file, no more than a package has.
pub(super) fn read(file: &str) -> anyhow::Result<Vec<u8>> {
    let opened = std::fs::File::open(Path::new(file)).with_context(|| format!("mở {file}"))?;
    let mut bytes = Vec::new();
    let most = PACKAGE_BYTES_MAX as u64 + 1;
    opened.take(most).read_to_end(&mut bytes).with_context(|| format!("đọc {file}"))?;
    Ok(bytes)
}

#[derive(serde::Serialize)]
struct Inside {
    body: Body,
    signature: Signature,
}

fn show(matches: &ArgMatches) -> anyhow::Result<()> {
    let file = read(text(matches, "file").unwrap_or_default())?;
    let (body, signature) = exchange::inside(&file)?;
    if flag(matches, "json") {
        return answer::json(&Inside { body, signature });
    }
    tell(&body, &signature);
    answer::line("Chữ ký đúng. Có tin khóa này hay không thì chỉ sổ nhận mới biết.");
    Ok(())
}

fn tell(body: &Body, signature: &Signature) {
    answer::line(&format!("{}\n{} ({})", body.form.name, body.unit.name, body.unit.code));
    answer::line(&format!("Kỳ {} đến {} · bản {}", body.period.from, body.period.to, body.version));
    answer::line(&format!("Nộp {}, {}", body.filed.at, body.filed.by));
    answer::line(&format!("Duyệt {}, {}", body.approved.at, body.approved.by));
    answer::line(&format!("Khóa {}\nMã băm {}", signature.fingerprint, signature.hash));
    for line in &body.form.lines {
        let Some(cell) = body.cells.iter().find(|cell| cell.line == line.code) else {
            answer::line(&format!("{:<7} {}", line.code, line.text));
            continue;
        };
        let value = cell.value.map_or_else(|| cell.state.clone(), format_integer);
        answer::line(&format!("{:<7} {:<56} {value:>14} {}", line.code, line.text, line.unit));
    }
}

#[derive(serde::Serialize)]
struct Looked {
    unit: String,
    form: String,
    period: String,
    version: i64,
    hash: String,
    standing: Standing,
    replaces: Option<i64>,
    has_own: bool,
    changes: Vec<(String, Option<i64>, Option<i64>)>,
}

impl Looked {
    fn of(seen: &Look) -> Self {
        let replaced = seen.other.filter(|_| seen.standing == Standing::Supersedes);
        let changes = seen.changes.iter().map(|each| (each.line.clone(), each.before, each.after));
        Self {
            unit: seen.trusted.unit_code.clone(),
            form: seen.body.form.code.clone(),
            period: seen.period.code(),
            version: seen.body.version,
            hash: seen.signature.hash.clone(),
            standing: seen.standing,
            replaces: replaced.map(|(_, version)| version),
            has_own: seen.has_own,
            changes: changes.collect(),
        }
    }
}

fn receive(matches: &ArgMatches) -> anyhow::Result<()> {
    let file = read(text(matches, "file").unwrap_or_default())?;
    let (app, actor) = (books::open(matches)?, books::operator());
    if flag(matches, "dry-run") {
        let seen = exchange::look(&app, &actor, &file)?;
        if flag(matches, "json") {
            return answer::json(&Looked::of(&seen));
        }
        tell(&seen.body, &seen.signature);
        answer::line(stands(seen.standing));
        for each in &seen.changes {
            let number = |value: Option<i64>| value.map_or_else(|| "…".to_owned(), format_integer);
            answer::line(&format!(
                "{:<7} {} → {}",
                each.line,
                number(each.before),
                number(each.after)
            ));
        }
        return Ok(());
    }
    let taken = exchange::receive(&app, &actor, &file)?;
    if flag(matches, "json") { answer::json(&taken) } else { told(&taken) }
}

fn told(taken: &Taken) -> anyhow::Result<()> {
    let Taken { unit, form, period, version, .. } = taken;
    answer::line(&format!("{unit} {form} {period} bản {version}: {}", stands(taken.standing)));
    Ok(())
}

/// Where a package stands, in words.
pub(super) fn stands(standing: Standing) -> &'static str {
    match standing {
        Standing::First => "bản đầu tiên nhận được",
        Standing::Supersedes => "thay bản đã nhận trước",
        Standing::Older => "đã nhận bản mới hơn; bản này được giữ và không tính",
        Standing::Known => "đã nhận rồi, không ghi thêm gì",
    }
}

/// Packages listed of each sort.
const LISTED: usize = 200;

/// A row of a list with the period it is about.
#[derive(serde::Serialize)]
struct Listed<R> {
    #[serde(flatten)]
    row: R,
    period: String,
}

#[derive(serde::Serialize)]
struct Lists {
    received: Vec<Listed<exchange::ReceivedRow>>,
    sent: Vec<Listed<exchange::SentRow>>,
}

fn list(matches: &ArgMatches) -> anyhow::Result<()> {
    let (app, actor) = (books::open(matches)?, books::operator());
    let received = exchange::received(&app, &actor, (0, LISTED))?;
    let sent = exchange::sent(&app, &actor, (0, LISTED))?;
    if flag(matches, "json") {
        let received = received.into_iter().map(|row| Listed { period: row.period.code(), row });
        let sent = sent.into_iter().map(|row| Listed { period: row.period.code(), row });
        return answer::json(&Lists { received: received.collect(), sent: sent.collect() });
    }
    for row in &received {
        let note = if row.is_superseded { ", đã có bản mới" } else { "" };
        let (unit, form, period) = (&row.unit, &row.form, row.period.code());
        let when = &row.recorded_at;
        answer::line(&format!("nhận {unit:<16} {form} {period} bản {}{note}  {when}", row.version));
    }
    for row in &sent {
        let (unit, form, period) = (&row.unit, &row.form, row.period.code());
        answer::line(&format!(
            "xuất {unit:<16} {form} {period} bản {}  {}",
            row.version, row.recorded_at
        ));
    }
    Ok(())
}

#[derive(serde::Serialize)]
struct Own {
    key: String,
    fingerprint: String,
}

fn own_key(matches: &ArgMatches) -> anyhow::Result<()> {
    let key = exchange::make_key(&books::open(matches)?, &books::operator())?;
    let own = Own { fingerprint: signing::fingerprint(&key), key };
    if flag(matches, "json") {
        return answer::json(&own);
    }
    answer::line(&format!("ed25519 {}\nDấu vân tay: {}", own.key, own.fingerprint));
    Ok(())
}

#[derive(serde::Serialize)]
struct Trusted {
    #[serde(flatten)]
    key: PeerKey,
    from: String,
    to: Option<String>,
}

fn keys(matches: &ArgMatches) -> anyhow::Result<()> {
    let found = exchange::keys(&books::open(matches)?, &books::operator())?;
    if flag(matches, "json") {
        let day = |day: Day| day.to_string();
        let told =
            found.into_iter().map(|key| Trusted { from: day(key.from), to: key.to.map(day), key });
        return answer::json(&told.collect::<Vec<_>>());
    }
    for key in found {
        let to = key.to.map_or_else(|| "…".to_owned(), Day::vi);
        answer::line(&format!(
            "{}  {} ({})  {} – {to}",
            key.fingerprint,
            key.unit_name,
            key.code,
            key.from.vi()
        ));
    }
    Ok(())
}

fn add_key(matches: &ArgMatches) -> anyhow::Result<()> {
    let (app, actor) = (books::open(matches)?, books::operator());
    let here = text(matches, "unit").unwrap_or_default();
    let key = text(matches, "key").unwrap_or_default().to_owned();
    let day = |name| text(matches, name).map(Day::parse).transpose();
    let new = NewKey {
        unit: units::scope_of_code(&app, &actor, here)?,
        code: text(matches, "code").unwrap_or(here).to_owned(),
        from: day("from")?.unwrap_or_else(|| app.today()),
        to: day("to")?,
        note: text(matches, "note").map(str::to_owned),
        key,
    };
    exchange::add_key(&app, &actor, &new)?;
    answer::line(&format!("Đã tin khóa {} cho {here}", signing::fingerprint(&new.key)));
    Ok(())
}

fn end_key(matches: &ArgMatches) -> anyhow::Result<()> {
    let (app, actor) = (books::open(matches)?, books::operator());
    let (hex, here) = (text(matches, "key"), text(matches, "unit"));
    let holds = |key: &&PeerKey| Some(&*key.key) == hex && Some(&*key.unit_code) == here;
    let found = exchange::keys(&app, &actor)?;
    let found = found.iter().find(holds).ok_or_else(|| {
        Refusal::new(
            "unknown_key",
            "Danh sách không có khóa này của đơn vị ấy",
            "Xem danh sách bằng: ketdoan package key list",
        )
    })?;
    let to = text(matches, "to").map(Day::parse).transpose()?.unwrap_or_else(|| app.today());
    exchange::end_key(&app, &actor, found.id, to, text(matches, "why").unwrap_or_default())?;
    answer::line(&format!("Khóa {} không được tin sau ngày {}", found.fingerprint, to.vi()));
    Ok(())
}
