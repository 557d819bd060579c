//! The door: signing in, the second step, setting a password by a link, the first account, signing out.

mod enter;
pub(crate) mod frame;
mod links;
pub(crate) mod words;

pub(crate) use enter::{encoded, refused};

use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::accounts::SignedIn;

use crate::request::cookie_name;
use crate::routes::Route;
use crate::site::{Visit, see_other};

/// The routes of the door.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/sign-in", "the door", &[], enter::page).open(),
    Route::form("/sign-in", "a name and a password", &[], enter::enter).open(),
    Route::page("/sign-in/second", "the second step", &[], enter::second_page).open(),
    Route::form("/sign-in/second", "a code of the second step", &[], enter::second).open(),
    Route::form("/sign-out", "the way out", &[], enter::leave),
    Route::page("/link/{token}", "a password set by a link", &[], links::page).open(),
    Route::form("/link/{token}", "the password", &[], links::set).open(),
    Route::page("/first/{token}", "the first account", &[], links::first_page).open(),
    Route::form("/first/{token}", "its name and password", &[], links::first).open(),
];

/// The way to the door for who must sign in first; whoever read a page comes back to it.
pub(crate) fn way_in(visit: &Visit, reads: bool) -> Response {
    if visit.path.starts_with("/api/") {
        return crate::api::who_are_you();
    }
    let asked = if reads { visit.raw.to(&visit.path) } else { "/".to_owned() };
    let mut fields = form_urlencoded::Serializer::new(String::new());
    if asked != "/" {
        fields.append_pair("next", &asked);
    }
    let fields = fields.finish();
    see_other(&if fields.is_empty() { "/sign-in".to_owned() } else { format!("/sign-in?{fields}") })
}

/// Where to go after signing in: a path of our own and nothing else.
pub(crate) fn next(asked: &str) -> &str {
    // Browsers drop tabs and line ends from an address and read a backslash as a slash.
    let is_plain = asked.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let own = asked.starts_with('/') && !asked.starts_with("//") && is_plain;
    if own && asked.len() <= 2_000 { asked } else { "/" }
}

/// An answer that gives the browser the token of a sign-in.
pub(crate) fn with_token(visit: &Visit, signed: &SignedIn, to: &str) -> Response {
    keep(visit, &signed.token, to)
}

fn keep(visit: &Visit, token: &str, to: &str) -> Response {
    let is_behind_tls = visit.settings.is_behind_tls;
    let secure = if is_behind_tls { "; Secure" } else { "" };
    let name = cookie_name(is_behind_tls);
    let age = if token.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    let mut response = see_other(to);
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn nobody_is_sent_elsewhere_after_signing_in() {
        for (asked, to) in [
            ("/members?unit=k", "/members?unit=k"),
            ("https://elsewhere.example/", "/"),
            ("//elsewhere.example", "/"),
            ("/\\elsewhere.example", "/"),
            ("/\t/elsewhere.example", "/"),
            ("javascript:alert(1)", "/"),
            ("/a\r\nSet-Cookie: x=y", "/"),
            ("", "/"),
        ] {
            assert_eq!(next(asked), to, "{asked}");
        }
    }
}
