//! A provider: what it says of itself is asked once an hour, and every answer is checked against it.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use kernel::Refusal;
use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{
    AuthorizationCode, CsrfToken, HttpRequest, IssuerUrl, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, TokenResponse,
};

use crate::asking::{self, Asked, Metadata, Spoken};
use crate::client::Client;
use crate::settings::{Settings, checked};

/// What the provider says of itself is believed this long: its keys change more seldom than that.
const BELIEVED: Duration = Duration::from_hours(1);
/// It is not asked again before this, whatever keys an answer claims to be signed with.
const ASKED_AGAIN: Duration = Duration::from_mins(1);
/// Letters of what identifies a person at most, by the specification.
const SUBJECT_MAX: usize = 255;

/// What one errand to the provider is known by; nobody else may know or choose it.
#[derive(Clone, Debug)]
pub struct Errand {
    /// Comes back with the browser.
    pub state: String,
    /// Comes back inside the token.
    pub nonce: String,
    /// Shown when the code is traded; the browser carries its hash alone (RFC 7636: 43 to 128 letters).
    pub verifier: String,
}

/// Who somebody is, as the provider proved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Its own name for the person, which it gives to nobody else.
    pub subject: String,
    /// What the person is called there, to be shown and never to be found by.
    pub named: Option<String>,
}

/// A provider that people may sign in with.
pub struct Provider {
    settings: Settings,
    issuer: IssuerUrl,
    back: RedirectUrl,
    client: Client,
    told: Mutex<Option<(Instant, Metadata)>>,
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider").field("issuer", &self.settings.issuer).finish_non_exhaustive()
    }
}

impl Provider {
    /// A provider by its settings; nothing is asked of it yet, so that it may be away when the program starts.
    pub fn new(settings: Settings) -> Result<Self, Refusal> {
        let (issuer, back) = checked(&settings)?;
        let client = Client::new(settings.roots.as_deref())?;
        Ok(Self { settings, issuer, back, client, told: Mutex::new(None) })
    }

    /// What people call it.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// How it names itself.
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Where a browser is sent with an errand.
    pub fn begin(&self, errand: &Errand) -> Result<String, Refusal> {
        let client = self.spoken(&self.metadata()?);
        let (state, nonce) =
            (CsrfToken::new(errand.state.clone()), Nonce::new(errand.nonce.clone()));
        let verifier = PkceCodeVerifier::new(errand.verifier.clone());
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let (address, _, _) = client
            .authorize_url(flow, move || state, move || nonce)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(address.into())
    }

    /// Trades a code for the identity of who came back with it.
    pub fn identity(&self, code: &str, errand: &Errand) -> Result<Identity, Refusal> {
        let metadata = self.metadata()?;
        let client = self.spoken(&metadata);
        let trade = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let trade = trade.map_err(|error| asking::away(&error))?;
        let answer = trade
            .set_pkce_verifier(PkceCodeVerifier::new(errand.verifier.clone()))
            .request(&|request: HttpRequest| self.client.ask(request))
            .map_err(|error| match &error {
                RequestTokenError::Request(_) => asking::away(&error),
                _ => asking::not_traded(&error),
            })?;
        let token = answer.id_token().ok_or_else(|| asking::unproven("no identity token"))?;
        let nonce = Nonce::new(errand.nonce.clone());
        let asked = Asked { issuer: &self.issuer, nonce: &nonce };
        let claims = match asking::claims(&client, token, &asked) {
            Ok(claims) => claims,
            // The provider may have changed its keys since it was asked: once, and not for everybody who knocks.
            Err(first) => match self.told_anew()? {
                Some(metadata) => asking::claims(&self.spoken(&metadata), token, &asked)?,
                None => return Err(first),
            },
        };
        let (subject, named) = claims;
        let is_whole = (1..=SUBJECT_MAX).contains(&subject.len());
        if !is_whole || subject.chars().any(char::is_control) {
            return Err(asking::unproven("no usable subject"));
        }
        Ok(Identity { issuer: self.settings.issuer.clone(), subject, named })
    }

    /// Where to sign out at the provider too, if it said so when it was last asked.
    pub fn way_out(&self) -> Option<String> {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, metadata) = told.as_ref()?;
        asking::way_out(metadata, &self.settings.client)
    }

    fn spoken(&self, metadata: &Metadata) -> Spoken {
        let (client, secret) = (&self.settings.client, self.settings.secret.as_deref());
        asking::spoken(metadata, client, secret, self.back.clone())
    }

    fn metadata(&self) -> Result<Metadata, Refusal> {
        if let Some((at, metadata)) = self.kept()
            && at.elapsed() < BELIEVED
        {
            return Ok(metadata);
        }
        self.discover()
    }

    /// What the provider says now, unless it was asked a moment ago.
    fn told_anew(&self) -> Result<Option<Metadata>, Refusal> {
        match self.kept() {
            Some((at, _)) if at.elapsed() < ASKED_AGAIN => Ok(None),
            _ => self.discover().map(Some),
        }
    }

    fn kept(&self) -> Option<(Instant, Metadata)> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn discover(&self) -> Result<Metadata, Refusal> {
        let metadata = asking::discover(&self.issuer, &|request| self.client.ask(request))?;
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        *told = Some((Instant::now(), metadata.clone()));
        Ok(metadata)
    }
}
