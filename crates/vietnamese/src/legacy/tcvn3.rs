//! The letters of TCVN3 (TCVN 5712:1993, third set), as Latin-1 codes.

use super::Decoded;
use crate::letter::{Letter, VOWELS, vowel_row};

/// Codes of the twelve vowels in the order of [`VOWELS`]; 0 where plain ASCII serves.
const CODES: [[u8; 6]; 12] = [
    [0x00, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9], // a
    [0xA8, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6], // ă
    [0xA9, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB], // â
    [0x00, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1], // e
    [0xAA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6], // ê
    [0x00, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE], // i
    [0x00, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4], // o
    [0xAB, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9], // ô
    [0xAC, 0xEA, 0xEB, 0xEC, 0xED, 0xEE], // ơ
    [0x00, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4], // u
    [0xAD, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9], // ư
    [0x00, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE], // y
];

/// đ, and the only capitals with codes of their own.
const OTHERS: [(char, u8); 8] = [
    ('đ', 0xAE),
    ('Ă', 0xA1),
    ('Â', 0xA2),
    ('Ê', 0xA3),
    ('Ô', 0xA4),
    ('Ơ', 0xA5),
    ('Ư', 0xA6),
    ('Đ', 0xA7),
];

/// The letter behind each code; `'\0'` where there is none.
static LETTERS: [char; 0x100] = letters();

const fn letters() -> [char; 0x100] {
    let mut table = ['\0'; 0x100];
    let mut at = 0;
    while at < 72 {
        table[CODES[at / 6][at % 6] as usize] = VOWELS[at / 6][at % 6];
        at += 1;
    }
    let mut other = 0;
    while other < OTHERS.len() {
        table[OTHERS[other].1 as usize] = OTHERS[other].0;
        other += 1;
    }
    table[0] = '\0';
    table
}

/// Whether a capital of this letter can be typed: ASCII, or one of the seven.
pub(super) fn has_capital(c: char) -> bool {
    c.is_ascii() || OTHERS.iter().any(|(capital, _)| *capital == crate::letter::upper(c))
}

pub(super) fn decode(text: &str) -> Decoded {
    let mut decoded = String::with_capacity(text.len() + text.len() / 2);
    let mut was_substituted = false;
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let stands_in_word = is_of_word(before) || rest.peek().copied().is_some_and(is_of_word);
        let lost = substituted(c).filter(|_| stands_in_word);
        was_substituted |= lost.is_some();
        decoded.push(letter(c).or(lost).unwrap_or(c));
        before = c;
    }
    Decoded { text: decoded, was_substituted }
}

/// Whether a character is a letter in TCVN3: between spaces or digits a minus sign is one.
fn is_of_word(c: char) -> bool {
    c.is_ascii_alphabetic() || letter(c).is_some()
}

/// The letter a character of Latin-1 stands for.
fn letter(c: char) -> Option<char> {
    let letter = LETTERS.get(c as usize).copied()?;
    (letter != '\0').then_some(letter)
}

/// What a character was before a program replaced it by one that looks the same.
fn substituted(c: char) -> Option<char> {
    match c {
        '\u{2212}' => letter('\u{AD}'),
        '\u{3BC}' => letter('\u{B5}'),
        _ => None,
    }
}

/// Whether every character beyond ASCII is a code, or what a code became in transit.
pub(super) fn is_written(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || letter(c).is_some() || is_substitute(c))
}

/// Whether a code became this character in transit.
pub(super) fn is_substitute(c: char) -> bool {
    substituted(c).is_some()
}

pub(super) fn encode(text: &str) -> String {
    text.chars().map(|c| code(c).map_or(c, char::from)).collect()
}

fn code(c: char) -> Option<u8> {
    if let Some((_, code)) = OTHERS.iter().find(|(letter, _)| *letter == c) {
        return Some(*code);
    }
    let letter = Letter::of(c)?;
    let row = vowel_row(letter.base)?;
    let code = CODES[row][letter.tone as usize];
    (code != 0).then_some(code)
}
