//! One cell of a sheet that may be in an old encoding, read with all that is known about it.

use super::evidence::{Evidence, Finding};
use super::fonts::Font;
use super::repair::{capitals_restored, horns_guessed};
use super::{Encoding, decode};

/// What is known about a cell beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellContext {
    /// Its font; `None` where the format has no fonts or they were not read.
    pub font: Option<Font>,
    /// The old encoding of its column, by fonts or by statistics; `None` for a Unicode column.
    pub column: Option<Encoding>,
}

impl CellContext {
    /// What the cell should be in: the font says, else the column.
    fn expected(self) -> Option<Encoding> {
        match self.font {
            Some(Font::Legacy(encoding)) => Some(encoding),
            Some(Font::Unicode) => None,
            None => self.column,
        }
    }
}

/// Something to say about a decoded cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellSign {
    /// Unicode text in a column or font of an old encoding (left as it is), or old codes under a
    /// Unicode font (decoded by content).
    FontMismatch,
    /// A code had been replaced in transit (U+2212, U+03BC).
    CharSubstituted,
    /// A ư that was dropped was guessed.
    LostUHorn,
    /// The font shows capitals while the codes are small; the text is in capitals now.
    AllCapsFont,
    /// A capital that TCVN3 cannot write was restored.
    CapitalRestored,
}

/// A cell read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellText {
    /// Composed Unicode; white space and the like still to be cleaned.
    pub text: String,
    /// The encoding it was decoded from; `None` when it was left as it is.
    pub encoding: Option<Encoding>,
    /// What was found, in the order of the enum.
    pub signs: Vec<CellSign>,
}

/// Reads a cell. A cell that says nothing about itself is read as its font, else its column, says;
/// content that is sure of itself wins over both.
pub fn read_cell(text: &str, context: CellContext) -> CellText {
    let expected = context.expected();
    match Evidence::of(text).finding(expected) {
        Finding::Legacy(found) => {
            // The letters cannot tell an H font.
            let encoding = expected.filter(|e| e.is_same_family(found)).unwrap_or(found);
            let is_expected = expected.is_some_and(|e| e.is_same_family(found));
            decoded(text, encoding, !is_expected)
        }
        Finding::Unicode => {
            let is_odd = expected.is_some() || context.column.is_some();
            let signs = if is_odd { vec![CellSign::FontMismatch] } else { Vec::new() };
            CellText { text: text.to_owned(), encoding: None, signs }
        }
        Finding::Silent | Finding::Unclear => match expected {
            Some(encoding) => decoded(text, encoding, false),
            None => CellText { text: text.to_owned(), encoding: None, signs: Vec::new() },
        },
    }
}

fn decoded(text: &str, encoding: Encoding, is_mismatch: bool) -> CellText {
    let shows_capitals = encoding == Encoding::Tcvn3Caps;
    let codes = if shows_capitals { Encoding::Tcvn3 } else { encoding };
    let plain = decode(text, codes);
    let mut whole = plain.text;
    let mut signs = Vec::new();
    if is_mismatch {
        signs.push(CellSign::FontMismatch);
    }
    if plain.was_substituted {
        signs.push(CellSign::CharSubstituted);
    }
    if let Some(guessed) = horns_guessed(&whole).filter(|_| codes == Encoding::Tcvn3) {
        signs.push(CellSign::LostUHorn);
        whole = guessed;
    }
    if shows_capitals {
        if whole.chars().any(char::is_lowercase) {
            signs.push(CellSign::AllCapsFont);
        }
        whole = whole.to_uppercase();
    } else if let Some(restored) = capitals_restored(&whole).filter(|_| codes == Encoding::Tcvn3) {
        signs.push(CellSign::CapitalRestored);
        whole = restored;
    }
    CellText { text: whole, encoding: Some(encoding), signs }
}
