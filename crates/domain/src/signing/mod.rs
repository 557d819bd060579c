//! Signing: the one Ed25519 key of the books. Its secret half is sealed with the key of the books, its public half is a
//! fact; it is drawn when it is first asked for. Old keys stay listed: what they signed stays good.
//!
//! Whatever is signed is told apart from all else by the purpose before it, so that no signature is good for two things.
//! Not here: what is signed (`certificates`, `exchange`), and whose keys are trusted (`exchange`).

mod actions;
mod sign;
mod store;

pub(crate) use actions::{Key, key};
pub use actions::{PublicKey, public_keys};
pub use sign::fingerprint;
pub(crate) use sign::{Purpose, is_key, is_signed};
#[cfg(test)]
pub(crate) use sign::{public_of, signature_of};
