//! Signing and checking by Ed25519. What is signed is told apart from all else a key might sign by the words before it.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// What a signature stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A certificate.
    Certificate,
    /// A report package.
    Package,
}

impl Purpose {
    /// The words before the bytes. They are published and never change.
    const fn words(self) -> &'static [u8] {
        match self {
            Self::Certificate => b"ketdoan certificate\0",
            Self::Package => b"ketdoan report package\0",
        }
    }
}

/// A secret key as 32 bytes.
pub(crate) type Secret = [u8; 32];

/// The public half of a secret key, as hexadecimal letters.
pub(crate) fn public_of(secret: &Secret) -> String {
    ledger::chain::hex(SigningKey::from_bytes(secret).verifying_key().as_bytes())
}

/// The signature of some bytes.
pub(crate) fn signature_of(purpose: Purpose, secret: &Secret, bytes: &[u8]) -> [u8; 64] {
    SigningKey::from_bytes(secret).sign(&[purpose.words(), bytes].concat()).to_bytes()
}

/// Whether a signature is that of a key over some bytes.
pub(crate) fn is_signed(purpose: Purpose, key: &str, bytes: &[u8], signature: &[u8; 64]) -> bool {
    let Some(key) = ledger::chain::from_hex(key) else { return false };
    VerifyingKey::from_bytes(&key).is_ok_and(|key| {
        let signed = [purpose.words(), bytes].concat();
        key.verify_strict(&signed, &Signature::from_bytes(signature)).is_ok()
    })
}

/// Whether a text is a public key that can sign anything.
pub(crate) fn is_key(text: &str) -> bool {
    let Some(bytes) = ledger::chain::from_hex(text) else { return false };
    // One key is written one way: capitals and signs would make two of it.
    ledger::chain::hex(&bytes) == text
        && VerifyingKey::from_bytes(&bytes).is_ok_and(|key| !key.is_weak())
}

/// What two people read to each other to know that they hold the same key: 128 bits of its SHA-256 in eight groups of
/// four letters, enough that nobody finds another key with the same ones.
pub fn fingerprint(key: &str) -> String {
    let bytes = ledger::chain::from_hex(key).unwrap_or_default();
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let letters = ledger::chain::hex(&hash);
    let groups: Vec<&str> = (0..8).map(|at| &letters[at * 4..at * 4 + 4]).collect();
    groups.join(" ")
}
