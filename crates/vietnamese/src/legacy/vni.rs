//! The letters of VNI for Windows: a base letter and a mark behind it, both Latin-1.
//!
//! `Ngoâ` is Ngô. Marks are written small or large: Ánh is `AÙnh` or `Aùnh`; the base letter
//! alone decides the case. No mark is a letter of its own, so reading needs no look back.

use crate::letter::{Letter, VOWELS, lower, upper};

/// How each vowel of [`VOWELS`] is written.
const CODES: [[&str; 6]; 12] = [
    ["a", "aø", "aû", "aõ", "aù", "aï"],
    ["aê", "aè", "aú", "aü", "aé", "aë"],
    ["aâ", "aà", "aå", "aã", "aá", "aä"],
    ["e", "eø", "eû", "eõ", "eù", "eï"],
    ["eâ", "eà", "eå", "eã", "eá", "eä"],
    ["i", "ì", "æ", "ó", "í", "ò"],
    ["o", "oø", "oû", "oõ", "où", "oï"],
    ["oâ", "oà", "oå", "oã", "oá", "oä"],
    ["ô", "ôø", "ôû", "ôõ", "ôù", "ôï"],
    ["u", "uø", "uû", "uõ", "uù", "uï"],
    ["ö", "öø", "öû", "öõ", "öù", "öï"],
    ["y", "yø", "yû", "yõ", "yù", "î"],
];

/// The code of đ.
const D: char = 'ñ';

/// The letter behind a base alone, or behind a base and a mark; both in lower case.
fn letter(base: char, mark: Option<char>) -> Option<char> {
    if mark.is_none() && base == D {
        return Some('đ');
    }
    let wanted = std::iter::once(base).chain(mark);
    let at = CODES.as_flattened().iter().position(|code| code.chars().eq(wanted.clone()))?;
    Some(VOWELS[at / 6][at % 6])
}

/// Whether a character is one of VNI's signs beyond ASCII.
pub(super) fn is_sign(c: char) -> bool {
    let c = lower(c);
    !c.is_ascii() && (c == D || CODES.as_flattened().iter().any(|code| code.contains(c)))
}

pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let base = lower(c);
        let mark = rest.peek().copied().map(lower).filter(|mark| !mark.is_ascii());
        let pair = mark.and_then(|mark| letter(base, Some(mark)));
        if pair.is_some() {
            rest.next();
        }
        let found = pair.or_else(|| letter(base, None));
        decoded.push(match found {
            Some(letter) if c == base => letter,
            Some(letter) => upper(letter),
            None => c,
        });
    }
    decoded
}

pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + text.len() / 2);
    for c in text.chars() {
        match Letter::of(c).and_then(|letter| Some((code(letter)?, letter.capital))) {
            Some((code, true)) => encoded.extend(code.chars().map(upper)),
            Some((code, false)) => encoded.push_str(code),
            None => encoded.push(c),
        }
    }
    encoded
}

fn code(letter: Letter) -> Option<&'static str> {
    if letter.base == 'đ' {
        return Some("ñ");
    }
    let row = VOWELS.iter().position(|row| row[0] == letter.base)?;
    Some(CODES[row][letter.tone as usize])
}
