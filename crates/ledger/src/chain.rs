//! The chain of batches: canonical bytes of rows, and a hash that pins everything before it.
//!
//! A batch's hash covers the hash before it, the batch's own header and the digest of every table it wrote to, in the
//! catalogue's order. Cost is one digest a row and one hash a batch.

use sha2::{Digest, Sha256};

/// A value as it enters the canonical bytes. Floats have no place in the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// 32 bytes of SHA-256.
pub type Hash = [u8; 32];

/// The hash before the first batch.
pub const GENESIS: Hash = [0; 32];

/// The running digest of the rows one batch writes to one table.
#[derive(Clone, Default)]
pub struct TableDigest {
    hasher: Sha256,
    rows: u64,
    /// The bytes of the row being taken in; kept for its room alone.
    row: Vec<u8>,
}

impl TableDigest {
    /// Takes in a row. Every field carries its kind and length, so no two rows share their bytes.
    pub fn row<'a>(&mut self, fields: impl IntoIterator<Item = Field<'a>>) {
        self.rows += 1;
        self.row.clear();
        for field in fields {
            match field {
                Field::Null => self.row.push(0),
                Field::Int(value) => {
                    self.row.push(1);
                    self.row.extend(value.to_be_bytes());
                }
                Field::Text(text) => self.bytes(2, text.as_bytes()),
                Field::Bytes(bytes) => self.bytes(3, bytes),
            }
        }
        self.row.push(255);
        self.hasher.update(&self.row);
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.row.push(kind);
        self.row.extend((bytes.len() as u64).to_be_bytes());
        self.row.extend_from_slice(bytes);
    }

    /// Rows taken in.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The digest of all rows.
    pub fn finish(self) -> Hash {
        self.hasher.finalize().into()
    }
}

/// Closes a batch: `H(previous ‖ header ‖ table digests)`. Tables without rows are left out by their name.
pub fn seal<'a>(
    previous: &Hash,
    header: impl IntoIterator<Item = Field<'a>>,
    tables: impl IntoIterator<Item = (&'static str, TableDigest)>,
) -> Hash {
    let mut head = TableDigest::default();
    head.row(header);
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(head.finish());
    for (name, digest) in tables {
        if digest.rows() > 0 {
            hasher.update(name.as_bytes());
            hasher.update(digest.rows().to_be_bytes());
            hasher.update(digest.finish());
        }
    }
    hasher.finalize().into()
}

/// Lower-case hexadecimal, as stored and printed.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    let mut text = String::with_capacity(2 * bytes.len());
    text.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    text
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Reads 64 hexadecimal characters.
pub fn from_hex(text: &str) -> Option<Hash> {
    let mut hash = GENESIS;
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    Some(hash)
}
