//! A person's name as Vietnamese lists use it: family name, middle names, given name; sorted by
//! the given name.
//!
//! The full name is the truth; the split is computed and never stored in its place (compound
//! family and given names exist). What a clerk adds in the same cell, an address or a remark, is
//! taken off by [`strip_honorific`] and [`split_remark`].

mod family;
mod remark;
#[cfg(test)]
mod tests;

pub use family::is_family_name;
pub use remark::{is_vacant, split_remark, strip_honorific};

use crate::collate::Collator;
use crate::syllable::{Placement, place_tones};

/// A full name cut at its first and last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonName<'a> {
    /// Họ: the first word; empty when the name has one word.
    pub family: &'a str,
    /// Chữ lót: what stands between; often empty, often several words.
    pub middle: &'a str,
    /// Tên: the last word; people are called and sorted by it.
    pub given: &'a str,
}

impl<'a> PersonName<'a> {
    /// Cuts a full name; outer white space does not count. An empty name has three empty parts.
    pub fn of(full: &'a str) -> Self {
        let full = full.trim();
        let Some((before, given)) = full.rsplit_once(char::is_whitespace) else {
            return Self { family: "", middle: "", given: full };
        };
        let before = before.trim_end();
        let (family, middle) = before.split_once(char::is_whitespace).unwrap_or((before, ""));
        Self { family, middle: middle.trim_start(), given }
    }
}

/// Whether a name has one word only (`Bảo`).
pub fn is_single_word(name: &str) -> bool {
    name.split_whitespace().count() == 1
}

/// Bytes whose order is the order of a Vietnamese list of names: by given name, then middle, then
/// family name, each by letters and then tones. Case and the placement of tone marks
/// (`Hòa`, `Hoà`) do not count: two such people stand together and in the order of their middle
/// names.
pub fn sort_key(full_name: &str) -> Vec<u8> {
    let placed = place_tones(&crate::text::nfc(full_name), Placement::Old);
    let name = PersonName::of(&placed);
    let collator = Collator::ignoring_case();
    let mut key = Vec::with_capacity(2 * placed.len() + 8);
    for part in [name.given, name.middle, name.family] {
        collator.append_sort_key(part, &mut key);
        // Lower than any byte of a key, so that a shorter part comes first.
        key.push(0);
    }
    key
}

/// The order of [`sort_key`].
pub fn compare(a: &str, b: &str) -> std::cmp::Ordering {
    sort_key(a).cmp(&sort_key(b))
}
