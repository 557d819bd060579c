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
        let mut room = std::mem::take(&mut self.row);
        self.row_in(&mut room, fields);
        self.row = room;
    }

    /// The same with room that many digests share: a proof of the books holds one for each batch.
    pub fn row_in<'a>(&mut self, room: &mut Vec<u8>, fields: impl IntoIterator<Item = Field<'a>>) {
        self.rows += 1;
        room.clear();
        for field in fields {
            match field {
                Field::Null => room.push(0),
                Field::Int(value) => {
                    room.push(1);
                    room.extend(value.to_be_bytes());
                }
                Field::Text(text) => put(room, 2, text.as_bytes()),
                Field::Bytes(bytes) => put(room, 3, bytes),
            }
        }
        room.push(255);
        self.hasher.update(room.as_slice());
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

fn put(room: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    room.push(kind);
    room.extend((bytes.len() as u64).to_be_bytes());
    room.extend_from_slice(bytes);
}

/// What one batch wrote to one table: so many rows, with this digest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableSeal {
    /// The rows.
    pub rows: u64,
    /// Their digest.
    pub digest: Hash,
}

impl From<TableDigest> for TableSeal {
    fn from(digest: TableDigest) -> Self {
        // Most tables of a batch have no rows, and nobody asks for the digest of nothing.
        if digest.rows == 0 {
            return Self::default();
        }
        Self { rows: digest.rows, digest: digest.finish() }
    }
}

/// Closes a batch: `H(previous ‖ header ‖ table digests)`. Tables without rows are left out by their name.
pub fn seal<'a>(
    previous: &Hash,
    header: impl IntoIterator<Item = Field<'a>>,
    tables: impl IntoIterator<Item = (&'static str, impl Into<TableSeal>)>,
) -> Hash {
    let mut head = TableDigest::default();
    head.row(header);
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(head.finish());
    for (name, table) in tables {
        let TableSeal { rows, digest } = table.into();
        if rows > 0 {
            hasher.update(name.as_bytes());
            hasher.update(rows.to_be_bytes());
            hasher.update(digest);
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
