//! Signing and checking by Ed25519. What is signed is told apart from all else a key might sign by the words before it.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

const PURPOSE: &[u8] = b"ketdoan certificate\0";

/// A secret key as 32 bytes.
pub(super) type Secret = [u8; 32];

/// The public half of a secret key, as hexadecimal letters.
pub(super) fn public_of(secret: &Secret) -> String {
    ledger::chain::hex(SigningKey::from_bytes(secret).verifying_key().as_bytes())
}

/// The signature of some bytes.
pub(super) fn signature_of(secret: &Secret, bytes: &[u8]) -> [u8; 64] {
    SigningKey::from_bytes(secret).sign(&[PURPOSE, bytes].concat()).to_bytes()
}

/// Whether a signature is that of a key over some bytes.
pub(super) fn is_signed(key: &str, bytes: &[u8], signature: &[u8; 64]) -> bool {
    let Some(key) = ledger::chain::from_hex(key) else { return false };
    VerifyingKey::from_bytes(&key).is_ok_and(|key| {
        key.verify_strict(&[PURPOSE, bytes].concat(), &Signature::from_bytes(signature)).is_ok()
    })
}
