//! Passwords as Argon2id hashes (RFC 9106), at a stated cost.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

use super::chance::Entropy;
use crate::{Error, Result};

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hashing {
    /// Memory in kibibytes.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Default for Hashing {
    /// 19 MiB and two passes on one lane: the lowest that OWASP's sheet on password storage names.
    fn default() -> Self {
        Self { memory: 19 * 1024, passes: 2 }
    }
}

impl Hashing {
    /// A cost for tests, where nothing is at stake.
    pub const CHEAP: Self = Self { memory: 8, passes: 1 };

    fn machine(self) -> Result<Argon2<'static>> {
        let params = Params::new(self.memory, self.passes, 1, None).map_err(|_| broken())?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    /// The hash of a password under a new salt.
    pub(super) fn hash(self, entropy: &dyn Entropy, password: &str) -> Result<String> {
        let mut salt = [0; 16];
        entropy.fill(&mut salt);
        let salt = SaltString::encode_b64(&salt).map_err(|_| broken())?;
        let hash =
            self.machine()?.hash_password(password.as_bytes(), &salt).map_err(|_| broken())?;
        Ok(hash.to_string())
    }

    /// Whether a password has this hash. Without a hash the same work is done and the answer is no, so that the time
    /// an answer takes does not tell whether an account is there.
    pub(super) fn agrees(self, password: &str, kept: Option<&str>) -> Result<bool> {
        const NOBODY: [u8; 16] = *b"nobody's own sal";
        let Some(parsed) = kept.and_then(|kept| PasswordHash::new(kept).ok()) else {
            let salt = SaltString::encode_b64(&NOBODY).map_err(|_| broken())?;
            let _ = self.machine()?.hash_password(password.as_bytes(), &salt);
            return Ok(false);
        };
        Ok(self.machine()?.verify_password(password.as_bytes(), &parsed).is_ok())
    }
}

fn broken() -> Error {
    Error::Broken("không băm được mật khẩu".to_owned())
}
