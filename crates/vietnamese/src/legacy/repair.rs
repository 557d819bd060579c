//! Putting back what TCVN3 could not hold: capitals, and the ư that is a soft hyphen.

use super::tcvn3::has_capital;
use crate::letter::{Letter, upper};
use crate::syllable::Syllable;

/// Gives a word that begins with a small accented letter its capital, when TCVN3 has no code for
/// that capital and the words beside it have theirs, or it opens the text: `Lê Như ý` → `Lê Như Ý`,
/// `ủy viên BCH` → `Ủy viên BCH`. `None` when nothing had to be restored.
pub fn capitals_restored(text: &str) -> Option<String> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let mut restored = String::new();
    let mut copied = 0;
    for (at, (start, word)) in words.iter().enumerate() {
        let Some(first) = untypeable(word) else { continue };
        if at == 0 || stands_among_names(&words, at) && !STAYS_SMALL.contains(word) {
            restored.push_str(&text[copied..*start]);
            restored.push(upper(first));
            copied = start + first.len_utf8();
        }
    }
    if copied == 0 {
        return None;
    }
    restored.push_str(&text[copied..]);
    Some(restored)
}

/// Words before names that are written small: `tổ 5, ấp Bình An`, `trú ở Hà Nội`.
const STAYS_SMALL: [&str; 3] = ["ở", "ấp", "ủy"];

/// How far the words around are asked.
const NEIGHBOURS: usize = 4;

/// The first letter of a word, when it is small and its capital could not be typed.
fn untypeable(word: &str) -> Option<char> {
    let first = word.chars().next()?;
    let is_small = Letter::of(first).is_some_and(|letter| !letter.capital);
    (is_small && !has_capital(first)).then_some(first)
}

/// Whether the next word that could show its case is a name, or the last one is and none follows.
fn stands_among_names(words: &[(usize, &str)], at: usize) -> bool {
    let shows_case = |(_, word): &&(usize, &str)| untypeable(word).is_none();
    let after = words[at + 1..].iter().take(NEIGHBOURS).find(shows_case);
    let before = words[..at].iter().rev().take(NEIGHBOURS).find(shows_case);
    match (before, after) {
        (_, Some((_, after))) => is_name_word(after),
        (Some((_, before)), None) => is_name_word(before),
        (None, None) => false,
    }
}

/// A capital and then small letters: a name, not an abbreviation.
fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase())
}

/// Puts back a ư that was dropped with the soft hyphens, where the word without it cannot be
/// Vietnamese and with it can: `Lơng` → `Lương`, `Hng` → `Hưng`. `None` when no word is such.
pub fn horns_guessed(text: &str) -> Option<String> {
    let mut guessed = String::new();
    let mut copied = 0;
    for (start, word) in words(text) {
        if let Some(whole) = with_horn(word) {
            guessed.push_str(&text[copied..start]);
            guessed.push_str(&whole);
            copied = start + word.len();
        }
    }
    if copied == 0 {
        return None;
    }
    guessed.push_str(&text[copied..]);
    Some(guessed)
}

/// No syllable is longer: seven letters of at most three bytes.
const WORD_BYTES_MAX: usize = 21;

/// The word with a ư put before its ơ, or after its initial consonants when it has no vowel.
fn with_horn(word: &str) -> Option<String> {
    if word.len() > WORD_BYTES_MAX {
        return None;
    }
    let letters: Vec<Letter> = word.chars().map(Letter::of).collect::<Option<_>>()?;
    let is_abbreviation = letters.len() < 2 || letters[1..].iter().any(|l| l.capital);
    if is_abbreviation || Syllable::of(word).is_some() {
        return None;
    }
    let candidates = (1..=letters.len()).filter(|at| {
        let next = letters.get(*at).map(|l| l.base);
        next == Some('ơ') || letters.iter().all(|l| !l.is_vowel())
    });
    let mut possible = candidates
        .map(|at| {
            let (head, tail) = word.split_at(byte_index(word, at));
            format!("{head}ư{tail}")
        })
        .filter(|whole| Syllable::of(whole).is_some());
    let first = possible.next()?;
    possible.next().is_none().then_some(first)
}

fn byte_index(word: &str, chars: usize) -> usize {
    word.char_indices().nth(chars).map_or(word.len(), |(at, _)| at)
}

/// Runs of letters with the place where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_other = |c: char| !c.is_alphabetic();
    let runs = text.split_inclusive(is_other).scan(0, move |at, run| {
        let start = *at;
        *at += run.len();
        Some((start, run.trim_end_matches(is_other)))
    });
    runs.filter(|(_, word)| !word.is_empty())
}
