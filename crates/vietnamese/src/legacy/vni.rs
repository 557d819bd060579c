//! The letters of VNI for Windows: a base letter and a mark behind it, both Latin-1.
//!
//! `Ngoâ` is Ngô. Marks are written small or large: Ánh is `AÙnh` or `Aùnh`; the base letter
//! alone decides the case. No mark is a letter of its own, so reading needs no look back.

use crate::letter::{Letter, VOWELS, lower, upper, vowel_row};
use std::collections::HashMap;
use std::sync::LazyLock;

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

/// The letter behind a base alone, or behind a base and a mark; all in lower case.
static LETTERS: LazyLock<HashMap<(char, Option<char>), char>> = LazyLock::new(|| {
    let codes = CODES.as_flattened().iter().zip(VOWELS.as_flattened());
    let letters = codes.filter_map(|(code, letter)| {
        let mut signs = code.chars();
        Some(((signs.next()?, signs.next()), *letter))
    });
    letters.chain([((D, None), 'đ')]).collect()
});

fn letter(base: char, mark: Option<char>) -> Option<char> {
    LETTERS.get(&(base, mark)).copied()
}

/// One sign read: the character that carries the case, and the small letter it makes, if any.
struct Read {
    carrier: char,
    letter: Option<char>,
}

/// Reads sign by sign; a mark belongs to the base before it.
fn read(text: &str) -> impl Iterator<Item = Read> {
    let mut rest = text.chars().peekable();
    std::iter::from_fn(move || {
        let carrier = rest.next()?;
        let base = lower(carrier);
        let mark = rest.peek().copied().map(lower).filter(|mark| !mark.is_ascii());
        let pair = mark.and_then(|mark| letter(base, Some(mark)));
        if pair.is_some() {
            rest.next();
        }
        Some(Read { carrier, letter: pair.or_else(|| letter(base, None)) })
    })
}

/// Whether nothing beyond ASCII is left over when the text is read as VNI: no foreign letter, no
/// mark without its base.
pub(super) fn is_written(text: &str) -> bool {
    read(text).all(|read| read.carrier.is_ascii() || read.letter.is_some())
}

pub(super) fn decode(text: &str) -> String {
    let character = |Read { carrier, letter }: Read| match letter {
        Some(letter) if carrier.is_uppercase() => upper(letter),
        Some(letter) => letter,
        None => carrier,
    };
    read(text).map(character).collect()
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
    let row = vowel_row(letter.base)?;
    Some(CODES[row][letter.tone as usize])
}
