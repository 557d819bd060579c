//! The address under which the office says everybody reaches its books. It stands on paper for years, so what the printing
//! clerk happened to type into a browser does not decide it.

use std::net::IpAddr;

use axum::http::Uri;
use kernel::Refusal;

/// Where everybody reaches the books: a scheme and a host, maybe with a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress(String);

impl PublicAddress {
    /// Reads `https://so.congdoan.example`; plain `http` is taken on this machine alone.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        taken(typed.trim()).map(Self).ok_or_else(|| {
            Refusal::new(
                "bad_public_address",
                format!("“{typed}” không dùng được làm địa chỉ công khai của sổ"),
                "Viết như https://so.congdoan.example, không kèm đường dẫn; http chỉ dùng trên chính máy này",
            )
        })
    }

    /// As it stands on paper, without a stroke at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn taken(typed: &str) -> Option<String> {
    let uri: Uri = typed.parse().ok()?;
    let authority = uri.authority()?;
    let name = authority.as_str();
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte)) {
        return None;
    }
    let host = authority.host();
    let is_whole = !host.is_empty() && (authority.port().is_some() || name == host);
    let is_bare = uri.path() == "/" && uri.query().is_none() && !typed.contains('#');
    let bare_host = host.trim_matches(['[', ']']);
    let is_here = bare_host.eq_ignore_ascii_case("localhost")
        || bare_host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let is_safe = scheme == "https" || (scheme == "http" && is_here);
    (is_whole && is_bare && is_safe).then(|| format!("{scheme}://{}", name.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_https_or_this_machine_and_has_no_path() {
        for (typed, told) in [
            ("https://so.congdoan.example", "https://so.congdoan.example"),
            (" https://So.CongDoan.example/ ", "https://so.congdoan.example"),
            ("https://so.example:8443", "https://so.example:8443"),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
            ("http://localhost", "http://localhost"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(PublicAddress::read(typed).unwrap().as_str(), told);
        }
        for bad in [
            "",
            "so.congdoan.example",
            "http://so.congdoan.example",
            "http://localhost.example",
            "ftp://so.example",
            "https://so.example/so",
            "https://so.example/?a=b",
            "https://so.example/#a",
            "https://ai@so.example",
            "https://so.example:cong",
            "https://sổ.example",
        ] {
            assert_eq!(PublicAddress::read(bad).unwrap_err().code, "bad_public_address", "{bad}");
        }
    }
}
