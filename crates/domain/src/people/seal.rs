//! Sealing what is sensitive: encryption at rest, a blind index for matching, a salted commitment for the chain.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use kernel::Refusal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// The fields that stand apart: identity numbers do harm in the wrong hands, ethnicity is sensitive by decree
/// 356/2025/NĐ-CP, article 4.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sensitive {
    /// CCCD, twelve digits.
    pub cccd: Option<String>,
    /// The old CMND, nine digits.
    pub cmnd: Option<String>,
    /// Dân tộc.
    pub ethnicity: Option<String>,
}

impl Sensitive {
    /// What is told here, and where nothing is told what was known before.
    pub(crate) fn or(&self, known: Self) -> Self {
        Self {
            cccd: self.cccd.clone().or(known.cccd),
            cmnd: self.cmnd.clone().or(known.cmnd),
            ethnicity: self.ethnicity.clone().or(known.ethnicity),
        }
    }

    /// Whether there is nothing to seal.
    pub fn is_empty(&self) -> bool {
        self.cccd.is_none() && self.cmnd.is_none() && self.ethnicity.is_none()
    }
}

/// What is stored of the sensitive fields.
pub(crate) struct Sealed {
    /// The blind index of the identity number: equal numbers have equal indexes, and nothing else can be read from it.
    pub(crate) cccd_index: Option<Vec<u8>>,
    /// Nonce, then the encrypted fields with their salt.
    pub(crate) bytes: Vec<u8>,
    /// `H(salt ‖ fields)`, hexadecimal: what the chain holds.
    pub(crate) commitment: String,
}

#[derive(Serialize, Deserialize)]
struct Content {
    salt: String,
    fields: Sensitive,
}

/// The keys of one set of books: two, drawn from one secret, for two purposes.
#[derive(Clone)]
pub struct Keys {
    cipher: XChaCha20Poly1305,
    index: Hmac<Sha256>,
}

const NONCE: usize = 24;

impl Keys {
    /// Keys from a 32-byte secret.
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&derive(secret, b"ketdoan seal 1")));
        Self { cipher, index: mac(&derive(secret, b"ketdoan blind index 1")) }
    }

    /// Reads the secret kept beside the books, or makes one, readable by its owner alone.
    pub fn open_file(path: &Path) -> Result<Self> {
        if !path.exists() {
            let mut secret = [0; 32];
            random(&mut secret)?;
            write_private(path, &ledger::chain::hex(&secret))?;
        }
        let text = std::fs::read_to_string(path)
            .map_err(Error::file(format!("đọc khóa {}", path.display())))?;
        Self::from_hex(text.trim())
    }

    /// Keys from a secret written as 64 hexadecimal characters.
    pub fn from_hex(text: &str) -> Result<Self> {
        let secret = ledger::chain::from_hex(text).ok_or_else(|| {
            Refusal::new(
                "bad_key",
                "Khóa của sổ không đọc được",
                "Chép lại tệp ketdoan.key từ nơi đã cất giữ",
            )
        })?;
        Ok(Self::from_secret(&secret))
    }

    /// The blind index of an identity number.
    pub fn index_of(&self, number: &str) -> Vec<u8> {
        let mut mac = self.index.clone();
        mac.update(number.as_bytes());
        mac.finalize().into_bytes()[..16].to_vec()
    }

    /// Seals sensitive fields.
    pub(crate) fn seal(&self, fields: &Sensitive) -> Result<Sealed> {
        let mut drawn = [0; NONCE + 16];
        random(&mut drawn)?;
        let (nonce, salt) = drawn.split_at(NONCE);
        let content = Content { salt: ledger::chain::hex(salt), fields: fields.clone() };
        let plain = serde_json::to_vec(&content).map_err(|_| broken())?;
        let sealed =
            self.cipher.encrypt(XNonce::from_slice(nonce), &*plain).map_err(|_| broken())?;
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed);
        let cccd_index = fields.cccd.as_deref().map(|number| self.index_of(number));
        Ok(Sealed { cccd_index, bytes, commitment: commitment(&plain) })
    }

    /// Seals bytes that are no fields of a person, such as the key of a second factor.
    pub(crate) fn seal_bytes(
        &self,
        entropy: &dyn crate::accounts::Entropy,
        plain: &[u8],
    ) -> Result<Vec<u8>> {
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        let sealed =
            self.cipher.encrypt(XNonce::from_slice(&nonce), plain).map_err(|_| broken())?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens such bytes.
    pub(crate) fn open_bytes(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let (nonce, sealed) = bytes.split_at_checked(NONCE).ok_or_else(broken)?;
        self.cipher.decrypt(XNonce::from_slice(nonce), sealed).map_err(|_| broken())
    }

    /// Opens sealed fields and gives back, with them, the commitment they must agree with.
    pub(crate) fn open(&self, bytes: &[u8]) -> Result<(Sensitive, String)> {
        if bytes.len() < NONCE {
            return Err(broken());
        }
        let (nonce, sealed) = bytes.split_at(NONCE);
        let plain = self.cipher.decrypt(XNonce::from_slice(nonce), sealed).map_err(|_| broken())?;
        let content: Content = serde_json::from_slice(&plain).map_err(|_| broken())?;
        Ok((content.fields, commitment(&plain)))
    }
}

fn broken() -> Error {
    Error::Broken("dữ liệu niêm phong không mở được bằng khóa này".to_owned())
}

fn random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes)
        .map_err(|_| Error::Broken("hệ điều hành không cho số ngẫu nhiên".to_owned()))
}

/// The salt is inside the plain bytes, so forgetting them forgets it.
fn commitment(plain: &[u8]) -> String {
    ledger::chain::hex(&Sha256::digest(plain))
}

fn derive(secret: &[u8; 32], purpose: &[u8]) -> [u8; 32] {
    let mut mac = mac(secret);
    mac.update(purpose);
    mac.finalize().into_bytes().into()
}

fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    <Hmac<Sha256> as Mac>::new_from_slice(key)
        .unwrap_or_else(|_| unreachable!("a key of any length is a key"))
}

fn write_private(path: &Path, text: &str) -> Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || options.open(path)?.write_all(text.as_bytes());
    write().map_err(Error::file(format!("ghi khóa {}", path.display())))
}
