//! A provider on this machine for tests: it keeps to the protocol, except where a test asks it to lie.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde_json::{Value, json};

use crate::{Provider, Settings};

/// The name by which it knows the program.
pub const CLIENT: &str = "ket-doan";

/// What it says of somebody, and where it lies. By default all of it is true.
#[derive(Clone, Debug)]
pub struct Says {
    /// Whom it tells of.
    pub subject: String,
    /// The issuer in the token, where it is not its own.
    pub issuer: Option<String>,
    /// For whom the token is, where it is not for the program.
    pub audience: Option<String>,
    /// Seconds for which the token holds.
    pub holds: i64,
    /// The nonce in the token, where it is not the one asked for.
    pub nonce: Option<String>,
    /// How the token says it is signed; with `none` it is not.
    pub algorithm: &'static str,
    /// Whether it is signed with a key that the provider does not show.
    pub other_key: bool,
    /// Whether the trade of a code is answered with an error of the server.
    pub is_broken: bool,
}

impl Default for Says {
    fn default() -> Self {
        let (issuer, audience, nonce) = (None, None, None);
        let (subject, holds, algorithm) = ("nguoi-1".to_owned(), 300, "EdDSA");
        let (other_key, is_broken) = (false, false);
        Self { subject, issuer, audience, holds, nonce, algorithm, other_key, is_broken }
    }
}

/// A person who came to the provider: what was asked for, under a code that works once.
struct Arrived {
    nonce: String,
    challenge: String,
}

#[derive(Default)]
struct State {
    says: Says,
    codes: HashMap<String, Arrived>,
    given: usize,
}

/// The provider; it stops answering when it is dropped.
pub struct Liar {
    address: String,
    state: Arc<Mutex<State>>,
}

impl Default for Liar {
    fn default() -> Self {
        Self::new()
    }
}

impl Liar {
    /// Opens it on a port of its own.
    ///
    /// # Panics
    /// Where no port can be had.
    pub fn new() -> Self {
        Self::over("http://127.0.0.1", Ok)
    }

    /// Opens it on a port of its own under a scheme and a host; `open` makes of what came in what it reads and writes.
    ///
    /// # Panics
    /// Where no port can be had.
    pub fn over<S: Read + Write>(
        host: &str,
        open: impl Fn(TcpStream) -> std::io::Result<S> + Send + 'static,
    ) -> Self {
        let listener =
            TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("no port: {error}"));
        let port = listener.local_addr().map_or(0, |address| address.port());
        let address = format!("{host}:{port}");
        let state = Arc::<Mutex<State>>::default();
        let (kept, own) = (Arc::downgrade(&state), address.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (Some(state), Ok(stream)) = (kept.upgrade(), stream) else { break };
                let _ = open(stream).and_then(|stream| answer(stream, &own, &state));
            }
        });
        Self { address, state }
    }

    /// Says something else from now on.
    pub fn say(&self, says: Says) {
        self.state().says = says;
    }

    /// The program's side of it, with browsers sent back to an address.
    ///
    /// # Panics
    /// Where the address may not be used.
    pub fn provider(&self, back: &str) -> Provider {
        self.provider_trusting(back, None)
    }

    /// The same, with the authorities of a PEM file alone.
    ///
    /// # Panics
    /// Where the address or the file may not be used.
    pub fn provider_trusting(&self, back: &str, roots: Option<Vec<u8>>) -> Provider {
        let settings = Settings {
            issuer: self.address.clone(),
            client: CLIENT.to_owned(),
            secret: Some("bi mat".to_owned()),
            back: back.to_owned(),
            name: "Cổng thử".to_owned(),
            roots,
        };
        Provider::new(settings).unwrap_or_else(|refusal| panic!("{refusal}"))
    }

    /// How it names itself.
    pub fn issuer(&self) -> &str {
        &self.address
    }

    /// What a browser does that was sent here and signs in: it is sent back with this, behind the question mark.
    pub fn arrive(&self, sent_to: &str) -> String {
        let asked = sent_to.split_once('?').map_or("", |(_, asked)| asked);
        let field = |name: &str| field(asked, name);
        let (nonce, challenge) = (field("nonce"), field("code_challenge"));
        let mut state = self.state();
        state.given += 1;
        let code = format!("ma-{}", state.given);
        state.codes.insert(code.clone(), Arrived { nonce, challenge });
        let mut back = form(String::new());
        back.append_pair("code", &code).append_pair("state", &field("state"));
        back.append_pair("iss", &self.address);
        back.finish()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn form(start: String) -> openidconnect::url::form_urlencoded::Serializer<'static, String> {
    openidconnect::url::form_urlencoded::Serializer::new(start)
}

/// One field of what is asked; empty when it is not there.
pub fn field(asked: &str, name: &str) -> String {
    let mut pairs = openidconnect::url::form_urlencoded::parse(asked.as_bytes());
    pairs.find(|(key, _)| key == name).map_or_else(String::new, |(_, value)| value.into_owned())
}

fn answer<S: Read + Write>(stream: S, address: &str, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let path = first.split(' ').nth(1).unwrap_or_default();
    let (status, answer) = match path {
        "/.well-known/openid-configuration" => ("200 OK", about(address)),
        "/keys" => ("200 OK", keys()),
        "/token" => trade(&String::from_utf8_lossy(&body), address, state),
        _ => ("404 Not Found", json!({})),
    };
    let answer = answer.to_string();
    let stream = reader.get_mut();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{answer}",
        answer.len()
    )?;
    stream.flush()
}

fn about(address: &str) -> Value {
    json!({
        "issuer": address,
        "authorization_endpoint": format!("{address}/authorize"),
        "token_endpoint": format!("{address}/token"),
        "jwks_uri": format!("{address}/keys"),
        "end_session_endpoint": format!("{address}/out"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // It claims to sign in ways that must not be believed.
        "id_token_signing_alg_values_supported": ["EdDSA", "RS256", "HS256", "none"],
    })
}

fn key(number: u8) -> SigningKey {
    SigningKey::from_bytes(&[number; 32])
}

fn keys() -> Value {
    let shown = URL_SAFE_NO_PAD.encode(key(1).verifying_key().as_bytes());
    json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "1", "x": shown}]})
}

fn trade(body: &str, address: &str, state: &Mutex<State>) -> (&'static str, Value) {
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    if state.says.is_broken {
        return ("500 Internal Server Error", json!({}));
    }
    // A code works once, and for who began with the challenge of this verifier.
    let arrived = state.codes.remove(&field(body, "code"));
    let verifier = PkceCodeVerifier::new(field(body, "code_verifier"));
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    match arrived.filter(|arrived| arrived.challenge == challenge.as_str()) {
        None => ("400 Bad Request", json!({"error": "invalid_grant"})),
        Some(arrived) => {
            let token = token(&state.says, &arrived.nonce, address);
            let answer = json!({"access_token": "a", "token_type": "Bearer", "id_token": token});
            ("200 OK", answer)
        }
    }
}

fn token(says: &Says, nonce: &str, address: &str) -> String {
    let now =
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()) as i64;
    let claims = json!({
        "iss": says.issuer.as_deref().unwrap_or(address),
        "sub": says.subject,
        "aud": says.audience.as_deref().unwrap_or(CLIENT),
        "exp": now + says.holds,
        "iat": now,
        "nonce": says.nonce.as_deref().unwrap_or(nonce),
        "preferred_username": format!("{}@cong.example", says.subject),
    });
    let head = json!({"alg": says.algorithm, "kid": "1", "typ": "JWT"});
    let [head, claims] = [head, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
    let signed = format!("{head}.{claims}");
    if says.algorithm == "none" {
        return format!("{signed}.");
    }
    let signature = key(if says.other_key { 2 } else { 1 }).sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}
