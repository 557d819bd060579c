//! The one way out to the network: short, small, never redirected, and encrypted wherever it leaves this machine.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kernel::Refusal;
use openidconnect::http::{Method, Request};
use openidconnect::{HttpRequest, HttpResponse};
use ureq::Agent;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};

use crate::settings::is_safe;

/// An answer that takes longer is given up: somebody waits at a door that has a password form too.
const LONGEST: Duration = Duration::from_secs(5);
/// Bytes of an answer at most: keys of ten certificates are 30 kB.
const LARGEST: u64 = 256 * 1024;
/// Questions under way at once at most: a slow provider must not take the threads of all pages.
const AT_ONCE: usize = 3;

/// Asks over HTTP.
pub(crate) struct Client {
    agent: Agent,
    under_way: AtomicUsize,
}

impl Client {
    /// With the public authorities, or with those of a PEM file alone.
    pub(crate) fn new(roots: Option<&[u8]>) -> Result<Self, Refusal> {
        let roots = match roots {
            Some(pem) => RootCerts::new_with_certs(&certificates(pem)?),
            None => RootCerts::WebPki,
        };
        let agent = Agent::config_builder()
            .timeout_global(Some(LONGEST))
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .build()
            .new_agent();
        Ok(Self { agent, under_way: AtomicUsize::new(0) })
    }

    /// Carries one question out.
    pub(crate) fn ask(&self, request: HttpRequest) -> io::Result<HttpResponse> {
        let uri = request.uri();
        if !is_safe(uri.scheme_str().unwrap_or_default(), uri.host()) {
            return Err(io::Error::other(format!("not asked without TLS: {uri}")));
        }
        let _turn = Turn::take(&self.under_way)?;
        let answer = if request.method() == Method::GET {
            let (parts, _) = request.into_parts();
            self.agent.run(Request::from_parts(parts, ()))
        } else {
            self.agent.run(request)
        };
        let (parts, body) = answer.map_err(io::Error::other)?.into_parts();
        let bytes = body.into_with_config().limit(LARGEST).read_to_vec();
        Ok(HttpResponse::from_parts(parts, bytes.map_err(io::Error::other)?))
    }
}

/// One of the questions under way; over when it is dropped.
struct Turn<'c>(&'c AtomicUsize);

impl<'c> Turn<'c> {
    fn take(under_way: &'c AtomicUsize) -> io::Result<Self> {
        if under_way.fetch_add(1, Ordering::Relaxed) < AT_ONCE {
            return Ok(Self(under_way));
        }
        under_way.fetch_sub(1, Ordering::Relaxed);
        Err(io::Error::other("too many questions under way"))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn certificates(pem: &[u8]) -> Result<Vec<ureq::tls::Certificate<'static>>, Refusal> {
    let found: Vec<_> = parse_pem(pem)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    if found.is_empty() {
        return Err(Refusal::new(
            "oidc_bad_roots",
            "Tệp chứng thư gốc không có chứng thư nào",
            "Ghi --oidc-roots tới tệp PEM có dòng BEGIN CERTIFICATE",
        ));
    }
    Ok(found)
}
