//! Where chance comes from: the operating system, or a test.

/// A source of bytes nobody can guess.
pub trait Entropy: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's own source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// # Panics
    /// Without chance there are no secrets: a machine that has none must not go on.
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap_or_else(|error| panic!("no chance from the system: {error}"));
    }
}

/// A token of 256 bits as it is shown once, and the hash by which it is kept.
pub(super) fn new_token(entropy: &dyn Entropy) -> (String, Vec<u8>) {
    let mut bytes = [0; 32];
    entropy.fill(&mut bytes);
    let text = ledger::chain::hex(&bytes);
    let kept = token_hash(&text);
    (text, kept)
}

/// The hash by which a token is kept and found; nothing that is kept can be used to sign in.
pub(super) fn token_hash(text: &str) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).to_vec()
}

/// What protects the forms of a sign-in: worked out from its token, so nothing more is kept.
pub(super) fn form_key(token: &str) -> String {
    use sha2::{Digest, Sha256};
    ledger::chain::hex(&Sha256::digest(format!("form\u{0}{token}").as_bytes()))[..32].to_owned()
}
