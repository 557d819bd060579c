//! `verify`, `key`: whether a certificate is genuine, with the books or without them.

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;
use clap::ArgMatches;
use domain::certificates::{MAX_TEXT, Standing, public_keys, shown, standing, verify};
use kernel::{Day, Refusal};

use super::{flag, text};
use crate::answer;
use crate::books;

/// Checks the text of a square: with a key offline, else with the books, which know whether it was revoked too.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    let read = read(text(matches, "text").unwrap_or_default())?;
    let told = if let Some(key) = text(matches, "key") {
        told(&read, &[key.trim().to_lowercase()], None)?
    } else {
        let app = books::open(matches)?;
        let keys: Vec<String> = public_keys(&app)?.into_iter().map(|each| each.key).collect();
        let facts = verify(&read, &keys)?.facts;
        told(&read, &keys, Some(&standing(&app, &facts.code)?))?
    };
    if flag(matches, "json") {
        answer::json(&told)?;
    } else {
        tell(&told);
    }
    if told.standing == "revoked" {
        let message = format!("Giấy {} đã bị thu hồi", told.facts.number);
        return Err(
            Refusal::new("certificate_revoked", message, "Hỏi nơi cấp ghi trên giấy").into()
        );
    }
    Ok(())
}

/// What was found.
#[derive(serde::Serialize)]
struct Told {
    facts: domain::certificates::Public,
    key: String,
    /// `valid`, `revoked`, or `signed` where no books were asked.
    standing: &'static str,
    revoked_on: Option<String>,
}

fn told(read: &str, keys: &[String], standing: Option<&Standing>) -> anyhow::Result<Told> {
    let verified = verify(read, keys)?;
    let (standing, revoked_on) = match standing {
        None => ("signed", None),
        Some(Standing::Valid(_)) => ("valid", None),
        Some(Standing::Revoked(_, on)) => ("revoked", Some(on.to_string())),
        Some(Standing::Unknown) => {
            let (no, then) =
                ("Chữ ký đúng nhưng sổ này không có giấy ấy", "Mở đúng sổ của nơi cấp");
            return Err(Refusal::new("unknown_certificate", no, then).into());
        }
    };
    Ok(Told { facts: verified.facts, key: verified.key, standing, revoked_on })
}

fn tell(told: &Told) {
    let facts = &told.facts;
    let day = Day::parse(&facts.decided_on).map_or_else(|_| facts.decided_on.clone(), Day::vi);
    answer::line(match told.standing {
        "valid" => "Giấy này có thật và còn hiệu lực.",
        "revoked" => "Chữ ký đúng, nhưng giấy này đã bị thu hồi.",
        _ => {
            "Chữ ký đúng: nơi cấp đã ký đúng những điều dưới đây. Đã thu hồi hay chưa thì chỉ sổ mới biết."
        }
    });
    for (name, value) in [
        ("Được tặng", &facts.recipient),
        ("Hình thức", &facts.award),
        ("Quyết định", &format!("{} ngày {day}", facts.decision)),
        ("Nơi cấp", &facts.issuer),
        ("Số sổ vàng", &facts.number),
        ("Mã kiểm tra", &shown(&facts.code)),
    ] {
        answer::line(&format!("{name}: {value}"));
    }
}

/// The text itself, or that of a file.
fn read(asked: &str) -> anyhow::Result<String> {
    let mut read = String::new();
    if asked == "-" {
        std::io::stdin()
            .take(MAX_TEXT as u64)
            .read_to_string(&mut read)
            .context("đọc từ bàn phím")?;
        return Ok(read);
    }
    let path = Path::new(asked);
    if asked.len() < 250 && path.is_file() {
        let file = std::fs::File::open(path).with_context(|| format!("mở {asked}"))?;
        file.take(MAX_TEXT as u64)
            .read_to_string(&mut read)
            .with_context(|| format!("đọc {asked}"))?;
        return Ok(read);
    }
    Ok(asked.to_owned())
}

/// Prints the public keys, the one that signs now first.
pub(super) fn key(matches: &ArgMatches) -> anyhow::Result<()> {
    let keys = public_keys(&books::open(matches)?)?;
    if flag(matches, "json") {
        answer::json(&keys)?;
    } else if keys.is_empty() {
        answer::line("Chưa có khóa: khóa được làm khi cấp tờ giấy đầu tiên.");
    } else {
        for key in keys {
            answer::line(&format!("ed25519 {} {}", key.key, key.since));
        }
    }
    Ok(())
}
