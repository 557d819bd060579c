//! Numbers that name people, firms and telephones: read, normalised, repaired, compared.

pub mod cccd;
pub mod mst;
pub mod phone;
pub mod place;
#[cfg(test)]
mod tests;

/// Sex as official papers record it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

impl Sex {
    /// Reads a cell of a column of sexes: `Nam`, `Nữ`, `nu`, `M`, `F`, `Trai`, `Gái`.
    pub fn parse(text: &str) -> Option<Self> {
        match crate::fold::fold(text).trim_end_matches('.') {
            "nam" | "m" | "male" | "trai" => Some(Self::Male),
            "nu" | "f" | "female" | "gai" => Some(Self::Female),
            _ => None,
        }
    }
}

/// `Nam`, `Nữ`.
impl std::fmt::Display for Sex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Male => "Nam",
            Self::Female => "Nữ",
        })
    }
}

/// Signs people put between digits.
fn is_punctuation(c: char) -> bool {
    c.is_whitespace()
        || crate::text::is_invisible(c)
        || matches!(c, '.' | '-' | '\'' | '’' | '‘' | '`' | '_' | '/' | '–' | '—' | '(' | ')' | ',')
}

/// The text of a number cell without the `.0` that a floating point cell prints.
fn without_float_zero(text: &str) -> &str {
    let text = text.trim();
    match text.strip_suffix(".0") {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => digits,
        _ => text,
    }
}

/// `3,82E+10`: the last digits are lost for good.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.trim().split_once(['e', 'E']) else { return false };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let has_digits = |part: &str| part.bytes().any(|b| b.is_ascii_digit());
    has_digits(mantissa)
        && mantissa.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
        && has_digits(exponent)
        && exponent.bytes().all(|b| b.is_ascii_digit())
}
