//! The identity provider that `serve` was told of: its secret, its name, and where browsers come back.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use clap::ArgMatches;
use kernel::Refusal;
use oidc::{Provider, Settings};

use super::{flag, text};

/// The variable with the secret, where no file is named.
const SECRET_VARIABLE: &str = "KETDOAN_OIDC_SECRET";
/// Bytes of a secret or a file of certificates at most.
const FILE_MAX: u64 = 1024 * 1024;
/// Where the provider sends browsers back.
const BACK: &str = "/sign-in/provider/back";

/// The provider, if one was named.
pub(super) fn of(matches: &ArgMatches, listen: &str) -> anyhow::Result<Option<Arc<Provider>>> {
    let Some(issuer) = text(matches, "oidc-issuer") else { return Ok(None) };
    let address = match text(matches, "address") {
        Some(address) => address.trim_end_matches('/').to_owned(),
        None => address(matches, text(matches, "listen").unwrap_or(listen))?,
    };
    let settings = Settings {
        issuer: issuer.to_owned(),
        client: text(matches, "oidc-client").unwrap_or_default().to_owned(),
        secret: secret(text(matches, "oidc-secret-file"))?,
        back: format!("{address}{BACK}"),
        name: text(matches, "oidc-name").unwrap_or_else(|| host_of(issuer)).to_owned(),
        roots: text(matches, "oidc-roots").map(read).transpose()?,
    };
    Ok(Some(Arc::new(Provider::new(settings)?)))
}

/// The address at which browsers reach the books, where it follows from the other options.
fn address(matches: &ArgMatches, listen: &str) -> Result<String, Refusal> {
    let mut hosts = matches.get_many::<String>("host").unwrap_or_default();
    if let (true, Some(host), None) = (flag(matches, "behind-tls"), hosts.next(), hosts.next()) {
        return Ok(format!("https://{host}"));
    }
    let is_here = listen.parse::<SocketAddr>().is_ok_and(|address| address.ip().is_loopback());
    if is_here && !flag(matches, "behind-tls") {
        return Ok(format!("http://{listen}"));
    }
    Err(Refusal::new(
        "oidc_needs_address",
        "Không biết trình duyệt mở sổ ở địa chỉ nào, nên nhà cung cấp danh tính không đưa về được",
        "Thêm --address với địa chỉ người dùng gõ, như https://so.congdoan.example",
    ))
}

fn secret(file: Option<&str>) -> anyhow::Result<Option<String>> {
    let told = match file {
        Some(file) => Some(String::from_utf8(read(file)?).context("bí mật không phải văn bản")?),
        None => std::env::var(SECRET_VARIABLE).ok(),
    };
    Ok(told.map(|secret| secret.trim().to_owned()).filter(|secret| !secret.is_empty()))
}

fn read(file: &str) -> anyhow::Result<Vec<u8>> {
    let about = || format!("không đọc được {file}");
    let length = std::fs::metadata(file).with_context(about)?.len();
    if length > FILE_MAX {
        let message = format!("{file} lớn hơn 1 MB");
        return Err(Refusal::new("file_too_large", message, "Kiểm tra lại tên tệp").into());
    }
    std::fs::read(Path::new(file)).with_context(about)
}

/// The name of the host in an address: what people call a provider nobody named.
fn host_of(issuer: &str) -> &str {
    let rest = issuer.split_once("://").map_or(issuer, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(arguments: &[&str]) -> Result<Option<Arc<Provider>>, String> {
        let all = ["ketdoan", "serve"].iter().chain(arguments);
        let matches = crate::options::program(kernel::text::Language::Vietnamese)
            .try_get_matches_from(all)
            .map_err(|error| error.to_string())?;
        let (_, serve) = matches.subcommand().unwrap();
        of(serve, "127.0.0.1:8080").map_err(|error| error.to_string())
    }

    const NAMED: [&str; 4] = ["--oidc-issuer", "https://cong.example/a", "--oidc-client", "so"];

    #[test]
    fn a_provider_is_known_by_its_issuer_and_called_by_its_host() {
        assert!(told(&[]).unwrap().is_none());
        let provider = told(&NAMED).unwrap().unwrap();
        assert_eq!(
            (provider.issuer(), provider.name()),
            ("https://cong.example/a", "cong.example")
        );
        let named = told(&[&NAMED[..], &["--oidc-name", "Cổng thành phố"]].concat()).unwrap();
        assert_eq!(named.unwrap().name(), "Cổng thành phố");
    }

    #[test]
    fn where_browsers_come_back_is_told_or_refused() {
        let with = |more: &[&str]| told(&[&NAMED[..], more].concat()).err();
        let needs = |more: &[&str]| with(more).is_some_and(|no| no.contains("oidc_needs_address"));
        assert!(with(&["--behind-tls", "--host", "so.example"]).is_none());
        assert!(needs(&["--behind-tls"]), "no name");
        assert!(needs(&["--behind-tls", "--host", "a.example", "--host", "b.example"]));
        assert!(needs(&["--allow-remote", "--listen", "0.0.0.0:80"]));
        assert!(with(&["--listen", "0.0.0.0:80", "--address", "https://so.example/"]).is_none());
        let clear = with(&["--listen", "0.0.0.0:80", "--address", "http://so.example"]).unwrap();
        assert!(clear.contains("oidc_bad_address"), "{clear}");
    }

    #[test]
    fn half_a_provider_is_refused() {
        assert!(told(&["--oidc-issuer", "https://cong.example"]).is_err());
        assert!(told(&["--oidc-client", "so"]).is_err());
        let gone = told(&[&NAMED[..], &["--oidc-secret-file", "/khong/co"]].concat()).unwrap_err();
        assert!(gone.contains("/khong/co"), "{gone}");
    }
}
