//! What holds for every request and every answer: who may be asked by which name, how much, and
//! what a browser may do.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::routes::page_above;
use crate::site::{Site, see_other};

/// Bytes of an address: three times the longest one the pages themselves write.
const ADDRESS_MAX: usize = 4_096;

/// Nothing runs or loads but our own files; `connect-src` lets our script ask our own server for
/// units.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers of every answer.
const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// Refuses what no page of ours would ask, and puts the headers on whatever is answered.
pub(crate) async fn guard(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = match refusal(&site, &request) {
        Some(response) => response,
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(*name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

fn refusal(site: &Site, request: &Request) -> Option<Response> {
    // Reached from outside, any name is taken until the office says which are its own.
    let any_name = site.settings.allow_remote && site.settings.hosts.is_empty();
    if !any_name && !is_called_rightly(site, request.headers()) {
        let text = "Máy chủ này không trả lời dưới tên ấy [unknown_host]. Mở bằng http://localhost hoặc \
                    http://127.0.0.1 với đúng cổng.\n";
        return Some(plain(StatusCode::MISDIRECTED_REQUEST, text));
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads && !comes_from_our_own_page(request.headers()) {
        let text = "Biểu mẫu này không gửi từ trang của sổ, nên chưa ghi gì [foreign_form]. Mở trang của sổ rồi gửi lại.\n";
        return Some(plain(StatusCode::FORBIDDEN, text));
    }
    let length = request.uri().path_and_query().map_or(0, |asked| asked.as_str().len());
    if length > ADDRESS_MAX {
        let text =
            "Địa chỉ dài quá 4.096 chữ [address_too_long]. Bắt đầu lại từ trang Tổng quan.\n";
        return Some(plain(StatusCode::URI_TOO_LONG, text));
    }
    None
}

/// What no route answers under its path.
///
/// A form that was refused is answered under the address it was sent to; who asks for that address by itself, for the
/// page in another language or of another unit, is led to the page above it.
pub(crate) async fn wrong_method(request: Request) -> Response {
    let asked = request.uri();
    if request.method() == Method::GET && !asked.path().starts_with("/api/") {
        let query = asked.query().map(|query| format!("?{query}")).unwrap_or_default();
        return see_other(&format!("{}{query}", page_above(asked.path())));
    }
    plain(
        StatusCode::METHOD_NOT_ALLOWED,
        "Trang này không nhận cách gửi ấy [wrong_method]. Mở địa chỉ bằng trình duyệt.\n",
    )
}

/// Whether a form was sent from one of our own pages. Browsers say where it comes from; a program that says nothing is
/// no browser and holds no cookie that somebody else could make it send.
fn comes_from_our_own_page(headers: &HeaderMap) -> bool {
    let told = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = told("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = told("origin") else { return true };
    let host = told("host").unwrap_or_default();
    origin
        .split_once("://")
        .is_some_and(|(_, name)| !host.is_empty() && name.eq_ignore_ascii_case(host))
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, headers, Body::from(text)).into_response()
}

/// Whether the request names this machine. A page elsewhere can make a browser ask a name of its
/// own that leads to this machine; such a name is not ours, so what the books hold is not told.
fn is_called_rightly(site: &Site, headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else {
        return false;
    };
    let name = without_port(host).to_ascii_lowercase();
    let own = ["localhost", "127.0.0.1", "[::1]"];
    own.contains(&&*name) || site.settings.hosts.iter().any(|host| host.eq_ignore_ascii_case(&name))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::without_port;

    #[test]
    fn a_port_is_taken_from_a_name_and_from_an_address_of_six() {
        for (host, name) in [
            ("localhost:8080", "localhost"),
            ("127.0.0.1", "127.0.0.1"),
            ("[::1]:80", "[::1]"),
            ("[::1]", "[::1]"),
        ] {
            assert_eq!(without_port(host), name);
        }
    }
}
