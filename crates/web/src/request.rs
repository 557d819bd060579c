//! A request as pages see it: its path, what is asked, who seems to ask, the form it carries.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, header};
use domain::accounts::Visitor;
use kernel::Refusal;

use crate::address::Raw;
use crate::form::{self, Form};
use crate::routes::{Route, Verb};
use crate::site::Site;

/// Letters of a token: 256 bits as hexadecimal.
const TOKEN: usize = 64;

/// What was asked.
pub(crate) struct Asked {
    pub(crate) path: String,
    pub(crate) raw: Raw,
    /// The language, where this request names one: the browser is told to remember it.
    pub(crate) chosen: Option<&'static str>,
    pub(crate) token: Option<String>,
    /// What the browser carries to an identity provider and back.
    pub(crate) errand: Option<String>,
    pub(crate) bearer: Option<String>,
    /// The name a program gave to what it asks, so that asking again does nothing again.
    pub(crate) once: Option<String>,
    pub(crate) visitor: Visitor,
    /// The name by which this server was asked.
    pub(crate) host: Option<String>,
    pub(crate) form: Form,
}

/// The name of the cookie that holds a sign-in. Behind TLS the browser itself holds it to this host.
pub(crate) fn cookie_name(is_behind_tls: bool) -> &'static str {
    if is_behind_tls { "__Host-kd" } else { "kd" }
}

/// The name of the cookie by which a browser carries its errand to an identity provider.
pub(crate) fn errand_cookie_name(is_behind_tls: bool) -> &'static str {
    if is_behind_tls { "__Host-kd_errand" } else { "kd_errand" }
}

impl Asked {
    /// Reads a request; a form is read within the limit of its route, and only once it is known who sends it.
    pub(crate) async fn read(
        request: Request,
        route: &Route,
        site: &Site,
    ) -> Result<Self, (Self, Refusal)> {
        let is_behind_tls = site.settings.is_behind_tls;
        let (parts, body) = request.into_parts();
        let headers = &parts.headers;
        let mut raw = Raw::read(parts.uri.query().unwrap_or_default());
        let chosen = raw.get("lang").map(|_| raw.say().code());
        if let Some(language) = cookie(headers, "kd_lang") {
            raw.unless_asked("lang", &language);
        }
        let hexadecimal = |text: &String| {
            text.len() == TOKEN && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        let asked = Self {
            path: parts.uri.path().to_owned(),
            chosen,
            raw,
            token: cookie(headers, cookie_name(is_behind_tls)).filter(hexadecimal),
            errand: cookie(headers, errand_cookie_name(is_behind_tls)).filter(hexadecimal),
            bearer: bearer(headers).filter(hexadecimal),
            once: Some(text_of(headers, "idempotency-key")).filter(|key| !key.is_empty()),
            visitor: Visitor {
                agent: text(headers, &header::USER_AGENT),
                address: address(&parts, is_behind_tls),
            },
            host: Some(text(headers, &header::HOST)).filter(|host| !host.is_empty()),
            form: Form::default(),
        };
        if route.verb == Verb::Get {
            return Ok(asked);
        }
        // Nothing a stranger sends is kept in memory: it is let go by, and the door answers.
        if !site.hears(&asked, route).await {
            form::pass_over(body, route.body).await;
            return Ok(asked);
        }
        let room = match site.room_for(route, form::length(headers, route.body)).await {
            Ok(room) => room,
            Err(refusal) => return Err((asked, refusal)),
        };
        match form::read(headers, body, route.body).await {
            Ok(form) => Ok(Self { form: form.held_in(room), ..asked }),
            Err(refusal) => Err((asked, refusal)),
        }
    }
}

fn text_of(headers: &HeaderMap, name: &'static str) -> String {
    text(headers, &header::HeaderName::from_static(name))
}

fn text(headers: &HeaderMap, name: &header::HeaderName) -> String {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .chars()
        .take(200)
        .collect()
}

/// The network address of who asks. Behind a proxy that speaks TLS it is the last one the proxy wrote down; nobody else
/// is believed.
fn address(parts: &axum::http::request::Parts, is_behind_tls: bool) -> String {
    if is_behind_tls
        && let Some(told) = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()
            .and_then(|line| line.to_str().ok())
        && let Some(last) = told.rsplit(',').map(str::trim).find(|each| !each.is_empty())
    {
        return last.chars().take(60).collect();
    }
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map_or_else(|| "?".to_owned(), |ConnectInfo(address)| address.ip().to_string())
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs =
        lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).next()
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").map(|token| token.trim().to_owned())
}
