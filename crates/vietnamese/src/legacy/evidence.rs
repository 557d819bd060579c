//! What the letters themselves say about their encoding.
//!
//! Each word with a sign beyond ASCII is read three ways. A reading that gives a common Vietnamese
//! word speaks for itself, a possible syllable a little, an impossible one or a stray symbol
//! against. `Trần` in TCVN3 is `TrÇn`, which no other reading makes a syllable; but `Hòa` is a
//! syllable in all three, and only the common word tells.

use super::common::is_common;
use super::{Encoding, decode, tcvn3, vni};
use crate::letter::Letter;
use crate::syllable::Syllable;

const COMMON: i32 = 4;
const POSSIBLE: i32 = 1;
const IMPOSSIBLE: i32 = -2;
const NOT_LETTERS: i32 = -3;
const NOT_OF_THIS_ENCODING: i32 = -4;

/// By how much an old encoding must lead before a text is taken for it.
const LEAD: i32 = 2;

/// Words beyond this many add nothing to the verdict.
const WORDS_MAX: usize = 2_000;

/// The points each reading of a text earns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence {
    words: usize,
    unicode: i32,
    tcvn3: i32,
    vni: i32,
}

/// What a text's letters say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finding {
    /// Nothing: ASCII only.
    Silent,
    /// Unicode, by a lead.
    Unicode,
    /// An old encoding, by a lead.
    Legacy(Encoding),
    /// No reading leads.
    Unclear,
}

impl Evidence {
    /// Weighs one text.
    pub fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        for word in words(text).filter(|word| !word.is_ascii()).take(WORDS_MAX) {
            evidence.words += 1;
            evidence.unicode += unicode_points(word);
            if word.chars().any(is_beyond_codes) {
                evidence.tcvn3 += NOT_OF_THIS_ENCODING;
                evidence.vni += NOT_OF_THIS_ENCODING;
                continue;
            }
            evidence.tcvn3 += legacy_points(word, Encoding::Tcvn3);
            evidence.vni += legacy_points(word, Encoding::Vni);
        }
        evidence
    }

    /// Points for being Unicode already.
    pub fn unicode(self) -> i32 {
        self.unicode
    }

    /// The points of the best reading.
    pub fn best(self) -> i32 {
        self.unicode.max(self.tcvn3).max(self.vni)
    }

    /// The verdict. `expected` (from the font or the column) gets the benefit of the doubt.
    pub fn finding(self, expected: Option<Encoding>) -> Finding {
        if self.words == 0 {
            return Finding::Silent;
        }
        let favour = |family: Encoding| match expected {
            Some(encoding) if encoding.is_same_family(family) => LEAD,
            _ => 0,
        };
        let tcvn3 = self.tcvn3 + favour(Encoding::Tcvn3);
        let vni = self.vni + favour(Encoding::Vni);
        let (best, encoding) =
            if tcvn3 >= vni { (tcvn3, Encoding::Tcvn3) } else { (vni, Encoding::Vni) };
        // One word that is merely possible proves nothing: `3×4` holds an `ì` of TCVN3.
        if best > POSSIBLE && best >= self.unicode.max(tcvn3.min(vni)) + LEAD {
            Finding::Legacy(encoding)
        } else if self.unicode > 0 && self.unicode >= best + LEAD {
            Finding::Unicode
        } else {
            Finding::Unclear
        }
    }
}

/// The old encoding a text is in, when its letters alone are enough to say so.
pub fn detect_by_letters(text: &str) -> Option<Encoding> {
    match Evidence::of(text).finding(None) {
        Finding::Legacy(encoding) => Some(encoding),
        _ => None,
    }
}

/// The cells of one column counted by what their letters say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ColumnStatistics {
    unicode: usize,
    tcvn3: usize,
    vni: usize,
}

impl ColumnStatistics {
    /// The share of speaking cells, in percent, that convinces.
    pub const MIN_SHARE_PERCENT: usize = 60;

    /// Counts one cell; cells that say nothing count for nobody.
    pub fn add(&mut self, cell: &str) {
        match Evidence::of(cell).finding(None) {
            Finding::Unicode => self.unicode += 1,
            Finding::Legacy(Encoding::Vni) => self.vni += 1,
            Finding::Legacy(_) => self.tcvn3 += 1,
            Finding::Silent | Finding::Unclear => {}
        }
    }

    /// How many cells spoke.
    pub fn speaking(self) -> usize {
        self.unicode + self.tcvn3 + self.vni
    }

    /// The old encoding of the column, when at least `min_share_percent` of the speaking cells
    /// are in it.
    pub fn encoding(self, min_share_percent: usize) -> Option<Encoding> {
        let candidates = [(self.tcvn3, Encoding::Tcvn3), (self.vni, Encoding::Vni)];
        let convinces =
            |cells: usize| cells > 0 && cells * 100 >= self.speaking() * min_share_percent;
        candidates.into_iter().find(|(cells, _)| convinces(*cells)).map(|(_, encoding)| encoding)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit();
    text.split(parts).filter(|word| !word.is_empty())
}

fn unicode_points(word: &str) -> i32 {
    let word = word.trim_matches(is_quotation);
    let is_plain = word.chars().all(|c| Letter::of(c).is_some());
    if is_plain { points(word) } else { points(&crate::text::clean(word)) }
}

/// Signs around words that only Unicode texts have there.
fn is_quotation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '«' | '»' | '…' | '–' | '—')
}

/// Most Vietnamese words hold a letter no old encoding has as its code; that settles it at once.
fn is_beyond_codes(c: char) -> bool {
    c > '\u{FF}' && !tcvn3::is_substitute(c)
}

/// A word with signs that the encoding does not have was not written in it.
fn legacy_points(word: &str, encoding: Encoding) -> i32 {
    let is_written = match encoding {
        Encoding::Vni => vni::is_written(word),
        Encoding::Tcvn3 | Encoding::Tcvn3Caps => tcvn3::is_written(word),
    };
    if is_written { points(&decode(word, encoding).text) } else { NOT_OF_THIS_ENCODING }
}

fn points(word: &str) -> i32 {
    if !word.chars().all(|c| Letter::of(c).is_some()) {
        return NOT_LETTERS;
    }
    match Syllable::of(word) {
        Some(_) if word.chars().nth(1).is_none() => 0,
        Some(syllable) if is_common(&syllable) => COMMON,
        Some(_) => POSSIBLE,
        // `CĐCS`: an abbreviation says nothing.
        None if crate::text::is_all_caps(word) => 0,
        None => IMPOSSIBLE,
    }
}
