//! Text in the encodings from before Unicode: TCVN3 (ABC, fonts `.Vn…`) and VNI (fonts `VNI-…`).
//!
//! Both hide Vietnamese behind ordinary Latin-1 codes, so that nothing in the file says what it
//! is: the name of the font does, or the letters themselves ([`Evidence`]). TCVN3 has no codes for
//! most accented capitals; they are typed small, or shown large by fonts whose name ends in H.
//!
//! [`read_cell`] is the whole way: which encoding, decode, put right, say what was done.

mod bytes;
mod cell;
mod common;
mod evidence;
mod fonts;
mod repair;
mod tcvn3;
#[cfg(test)]
mod tests;
mod vni;

pub use bytes::{ByteEncoding, decode_bytes};
pub use cell::{CellContext, CellSign, CellText, read_cell};
pub use evidence::{ColumnStatistics, Evidence, Finding, detect_by_letters};
pub use fonts::{Font, detect_by_font, read_font};
pub use repair::{capitals_restored, horns_guessed};

/// An encoding from before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// TCVN3, also called ABC.
    Tcvn3,
    /// TCVN3 under a font that shows small codes as capitals (`.VnTimeH`).
    Tcvn3Caps,
    /// VNI for Windows.
    Vni,
}

impl Encoding {
    /// Whether both read the same codes, whatever the font shows.
    pub fn is_same_family(self, other: Self) -> bool {
        (self == Self::Vni) == (other == Self::Vni)
    }
}

/// A text decoded, and what was damaged on its way here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Composed Unicode.
    pub text: String,
    /// A code had been replaced in transit (soft hyphen by a minus sign, micro sign by Greek mu).
    pub was_substituted: bool,
}

/// Decodes letter by letter; what is no code of the encoding stays as it is. Capitals that TCVN3
/// could not write stay small: see [`capitals_restored`].
pub fn decode(text: &str, encoding: Encoding) -> Decoded {
    match encoding {
        Encoding::Tcvn3 => tcvn3::decode(text),
        Encoding::Tcvn3Caps => {
            let decoded = tcvn3::decode(text);
            Decoded { text: decoded.text.to_uppercase(), ..decoded }
        }
        Encoding::Vni => Decoded { text: vni::decode(text), was_substituted: false },
    }
}

/// Encodes composed Unicode; characters without a code stay as they are. TCVN3 writes accented
/// capitals small when it has no code for them; under an H font everything is small.
pub fn encode(text: &str, encoding: Encoding) -> String {
    let text = crate::text::nfc(text);
    match encoding {
        Encoding::Tcvn3 => tcvn3::encode(&text),
        Encoding::Tcvn3Caps => tcvn3::encode(&text.to_lowercase()),
        Encoding::Vni => vni::encode(&text),
    }
}
