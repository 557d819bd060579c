//! The shape of a Vietnamese syllable: onset, rhyme, tone.
//!
//! A written syllable is one of 28 onsets (or none) and one of about 160 rhymes. The tables tell
//! whether a word *can* be Vietnamese (to recognise damaged or wrongly decoded text) and which
//! vowel carries the tone mark (to bring the old and the new placement together).

use crate::letter::{Letter, Tone, is_vowel, upper, with_tone};

mod tables;
#[cfg(test)]
mod tests;

/// The letters of a syllable; the longest, `nghiêng`, has seven.
const LETTERS_MAX: usize = 8;

/// Where the tone mark stands in open `oa`, `oe`, `uy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// On the first vowel: `hòa`, `khỏe`, `thủy`.
    Old,
    /// On the second vowel: `hoà`, `khoẻ`, `thuỷ`.
    New,
}

/// One syllable, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syllable {
    letters: [char; LETTERS_MAX],
    length: usize,
    onset: usize,
    tone: Tone,
}

impl Syllable {
    /// Reads one word (NFC, any case, the mark on any vowel, right or not). `None` when no
    /// Vietnamese syllable is written like this, foreign names and abbreviations among them.
    pub fn of(word: &str) -> Option<Self> {
        let mut letters = [' '; LETTERS_MAX];
        let mut length = 0;
        let mut tone = Tone::Ngang;
        for c in word.chars() {
            let letter = Letter::of(c)?;
            if letter.tone != Tone::Ngang {
                if tone != Tone::Ngang {
                    return None;
                }
                tone = letter.tone;
            }
            *letters.get_mut(length)? = letter.base;
            length += 1;
        }
        let onset = tables::onset_length(&letters[..length])?;
        let syllable = Self { letters, length, onset, tone };
        syllable.tone_fits_coda().then_some(syllable)
    }

    /// The initial consonants, without tone; `qu` and `gi` count as onsets.
    pub fn onset(&self) -> &[char] {
        &self.letters[..self.onset]
    }

    /// The rest, without tone.
    pub fn rhyme(&self) -> &[char] {
        &self.letters[self.onset..self.length]
    }

    /// The tone.
    pub fn tone(&self) -> Tone {
        self.tone
    }

    /// The bases and the tone in one number: equal for equal syllables, wherever the mark stood.
    pub(crate) fn key(&self) -> u64 {
        tables::packed(&self.letters[..self.length]) << 3 | self.tone as u64
    }

    /// Syllables that stop on c, ch, p, t are spoken only with sắc or nặng.
    fn tone_fits_coda(&self) -> bool {
        let stops = matches!(self.rhyme(), [.., 'c' | 'p' | 't'] | [.., 'c', 'h']);
        !stops || matches!(self.tone, Tone::Sac | Tone::Nang)
    }

    /// Index of the letter (within the whole syllable) that carries the mark.
    fn carrier(&self, placement: Placement) -> usize {
        let rhyme = self.rhyme();
        let vowels = rhyme.iter().take_while(|c| is_vowel(**c)).count();
        let is_closed = vowels < rhyme.len();
        // A hatted or horned vowel carries it; of two (`ươ`), the last.
        let shaped = rhyme.iter().rposition(|c| matches!(c, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư'));
        let at = match (shaped, vowels) {
            (Some(at), _) => at,
            (None, _) if is_closed => vowels.saturating_sub(1),
            (None, 3) => 1,
            (None, 2) if matches!(rhyme, ['o', 'a' | 'e'] | ['u', 'y']) => {
                usize::from(placement == Placement::New)
            }
            _ => 0,
        };
        self.onset + at
    }

    /// The syllable in lower case with its mark where the placement wants it.
    pub fn write(&self, placement: Placement) -> String {
        let carrier = self.carrier(placement);
        let letters = self.letters[..self.length].iter().enumerate();
        letters.map(|(at, c)| if at == carrier { with_tone(*c, self.tone) } else { *c }).collect()
    }
}

/// Whether a Vietnamese syllable can be written like this (one word, NFC, any case).
pub fn is_possible(word: &str) -> bool {
    Syllable::of(word).is_some()
}

/// The text with every syllable's tone mark where the placement wants it; also puts right marks
/// that are wrong in both (`qúy`, `gìa`, `hìên`). Words that are no Vietnamese syllable, and all
/// case and spacing, stay as they are.
pub fn place_tones(text: &str, placement: Placement) -> String {
    let mut placed = String::with_capacity(text.len());
    for run in text.split_inclusive(|c: char| Letter::of(c).is_none()) {
        let word_length = run.trim_end_matches(|c: char| Letter::of(c).is_none()).len();
        let (word, rest) = run.split_at(word_length);
        place_word(word, placement, &mut placed);
        placed.push_str(rest);
    }
    placed
}

fn place_word(word: &str, placement: Placement, placed: &mut String) {
    let marked = if word.is_ascii() { None } else { Syllable::of(word) };
    let Some(syllable) = marked.filter(|s| s.tone != Tone::Ngang) else {
        return placed.push_str(word);
    };
    let carrier = syllable.carrier(placement);
    for (at, c) in word.chars().enumerate() {
        let base = syllable.letters[at];
        let lower = if at == carrier { with_tone(base, syllable.tone) } else { base };
        placed.push(if c.is_uppercase() { upper(lower) } else { lower });
    }
}
