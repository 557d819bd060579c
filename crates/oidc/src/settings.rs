//! What the office says of its provider, and what of it is refused before anything is asked.

use std::net::IpAddr;

use kernel::Refusal;
use openidconnect::{IssuerUrl, RedirectUrl};

/// A provider as the office names it.
#[derive(Clone, Default)]
pub struct Settings {
    /// The issuer, exactly as the provider names itself.
    pub issuer: String,
    /// The name by which the provider knows this program.
    pub client: String,
    /// The secret shared with the provider; none for a public client, which PKCE alone protects.
    pub secret: Option<String>,
    /// Where the provider sends browsers back.
    pub back: String,
    /// What people call the provider.
    pub name: String,
    /// Certificates (PEM) to trust instead of the public ones: the office's own authority.
    pub roots: Option<Vec<u8>>,
}

/// Letters of a name at most: it stands on a button.
const NAME_MAX: usize = 60;

/// The two addresses, once they may be used.
pub(crate) fn checked(settings: &Settings) -> Result<(IssuerUrl, RedirectUrl), Refusal> {
    let issuer = IssuerUrl::new(settings.issuer.clone()).ok();
    let issuer = issuer.filter(|issuer| is_safe(issuer.url().scheme(), issuer.url().host_str()));
    let issuer = issuer.ok_or_else(|| unsafe_address("oidc_bad_issuer", &settings.issuer))?;
    let back = RedirectUrl::new(settings.back.clone()).ok();
    let back = back.filter(|back| is_safe(back.url().scheme(), back.url().host_str()));
    let back = back.ok_or_else(|| unsafe_address("oidc_bad_address", &settings.back))?;
    let has_name = (1..=NAME_MAX).contains(&settings.name.chars().count());
    if settings.client.is_empty() || !has_name {
        return Err(Refusal::new(
            "oidc_bad_client",
            "Thiếu mã ứng dụng đã đăng ký ở nhà cung cấp danh tính, hoặc tên nhà cung cấp dài quá 60 chữ",
            "Ghi --oidc-client đúng mã đã đăng ký, và --oidc-name ngắn hơn",
        ));
    }
    Ok((issuer, back))
}

fn unsafe_address(code: &'static str, address: &str) -> Refusal {
    let address: String = address.chars().take(120).collect();
    Refusal::new(
        code,
        format!("“{address}” không phải địa chỉ https"),
        "Dùng địa chỉ bắt đầu bằng https://; http chỉ dùng được trên chính máy này (127.0.0.1)",
    )
}

/// Whether what is sent there cannot be read on the way: through TLS, or without leaving this machine.
pub(crate) fn is_safe(scheme: &str, host: Option<&str>) -> bool {
    let host = host.unwrap_or_default().trim_matches(['[', ']']);
    let is_here =
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    !host.is_empty() && (scheme == "https" || (scheme == "http" && is_here))
}
