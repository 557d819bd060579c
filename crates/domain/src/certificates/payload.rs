//! The facts of a certificate as bytes, and the bytes as letters a square holds well.
//!
//! A byte that names the layout, then each fact: its length in two bytes, its UTF-8. Then 64 bytes of signature. As text
//! the whole is written in Crockford's 32 letters, which a square packs at 5,5 bits each: 8,8 bits a byte, where
//! base64 takes 10,7.

use super::code::{LETTERS, known};
use super::model::Public;

/// The layout told of above.
const LAYOUT: u8 = 1;
const SIGNATURE: usize = 64;
/// Facts of one certificate: a square of 30 mm holds what a telephone still reads.
pub(super) const FACTS_MAX: usize = 700;
/// Letters of a text that is looked at.
pub const MAX_TEXT: usize = 4_000;

/// What a signature stands for.
pub(super) fn bytes_of(facts: &Public) -> Vec<u8> {
    let fields = [
        &facts.code,
        &facts.number,
        &facts.award,
        &facts.recipient,
        &facts.decision,
        &facts.decided_on,
        &facts.issuer,
    ];
    let mut bytes = vec![LAYOUT];
    for field in fields {
        bytes.extend((field.len() as u16).to_be_bytes());
        bytes.extend(field.as_bytes());
    }
    bytes
}

/// The facts of such bytes; none where a byte is missing or left over.
pub(super) fn facts_of(bytes: &[u8]) -> Option<Public> {
    let mut rest = bytes.strip_prefix(&[LAYOUT])?;
    let mut next = || {
        let (length, after) = rest.split_first_chunk::<2>()?;
        let (field, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        rest = after;
        String::from_utf8(field.to_vec()).ok()
    };
    let facts = Public {
        code: next()?,
        number: next()?,
        award: next()?,
        recipient: next()?,
        decision: next()?,
        decided_on: next()?,
        issuer: next()?,
    };
    rest.is_empty().then_some(facts)
}

/// Facts and signature as the letters of a square.
pub(super) fn text_of(facts: &Public, signature: &[u8; SIGNATURE]) -> String {
    letters_of(&[&bytes_of(facts)[..], signature].concat())
}

/// The bytes that were signed, and the signature, of such letters.
pub(super) fn parts_of(text: &str) -> Option<(Vec<u8>, [u8; SIGNATURE])> {
    let bytes = bytes_of_letters(signed_part(text)?)?;
    let at = bytes.len().checked_sub(SIGNATURE)?;
    let (signed, signature) = bytes.split_at(at);
    Some((signed.to_vec(), signature.try_into().ok()?))
}

/// The letters of a text that hold facts and signature: what stands behind the `#` of an address, or the whole.
pub fn signed_part(text: &str) -> Option<&str> {
    let text = text.trim();
    let part = text.rsplit_once('#').map_or(text, |(_, part)| part);
    (part.len() <= MAX_TEXT && !part.is_empty()).then_some(part)
}

fn letters_of(bytes: &[u8]) -> String {
    let (mut held, mut bits) = (0_u32, 0);
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(LETTERS[(held >> bits & 31) as usize] as char);
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(LETTERS[(held << (5 - bits) & 31) as usize] as char);
    }
    text
}

/// The bytes of such letters; none where a letter is not one, or where the bits left over are not clear.
fn bytes_of_letters(text: &str) -> Option<Vec<u8>> {
    let (mut held, mut bits) = (0_u32, 0);
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    for letter in text.chars().filter(|letter| !letter.is_ascii_whitespace()) {
        let value =
            LETTERS.iter().position(|each| *each as char == known(letter).unwrap_or(' '))?;
        held = (held << 5) | value as u32;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    (held == 0 && bits < 5).then_some(bytes)
}
