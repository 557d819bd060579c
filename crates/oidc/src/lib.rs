//! Asking an OpenID Connect provider who somebody is: the authorization code flow with PKCE, state and nonce.
//!
//! A browser is sent to the provider with an *errand* (`Provider::begin`) and comes back with a code, which
//! `Provider::identity` trades for a token: signature, issuer, audience, expiry and nonce are checked, and an
//! *identity* comes out, the issuer with its own name for the person. Not here: which account an identity belongs to,
//! how errands are kept, what a browser is shown.

mod asking;
mod client;
mod provider;
mod settings;

#[cfg(feature = "testing")]
pub mod testing;
#[cfg(test)]
mod tests;

pub use provider::{Errand, Identity, Provider};
pub use settings::Settings;
