//! Mã số thuế: the tax number of an employer.
//!
//! Ten digits, the last a check digit, or thirteen with a branch number behind a hyphen; since
//! 1/7/2025 individuals use their twelve-digit personal number.

use super::cccd::Cccd;
use super::{is_punctuation, is_scientific, without_float_zero};

/// A tax number as it is kept and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mst {
    /// An organisation, or a branch of it.
    Organisation {
        /// Ten digits.
        digits: [u8; 10],
        /// 1 to 999.
        branch: Option<u16>,
    },
    /// An individual: the twelve digits of the CCCD.
    Individual(Cccd),
}

impl Mst {
    /// Whether the tenth digit follows from the nine before it; always so for individuals, whose
    /// number has none.
    pub fn check_digit_agrees(&self) -> bool {
        match self {
            Self::Organisation { digits, .. } => check_digit(digits) == Some(digits[9] - b'0'),
            Self::Individual(_) => true,
        }
    }
}

/// `0199310107`, `0199310107-002`, `001079503577`.
impl std::fmt::Display for Mst {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Organisation { digits, branch } => {
                f.write_str(std::str::from_utf8(digits).unwrap_or_default())?;
                branch.map_or(Ok(()), |branch| write!(f, "-{branch:03}"))
            }
            Self::Individual(number) => number.fmt(f),
        }
    }
}

/// Weights of the first nine digits.
const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/// The check digit of nine ASCII digits: 10 − (Σ dᵢ·wᵢ mod 11). `None` where it would be 10: such
/// serials are not given out.
fn check_digit(digits: &[u8; 10]) -> Option<u8> {
    let sum: u32 = WEIGHTS.iter().zip(digits).map(|(w, d)| w * u32::from(d - b'0')).sum();
    match 10 - sum % 11 {
        10 => None,
        digit => Some(digit as u8),
    }
}

/// What was done to a tax number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MstRepair {
    /// Spaces, dots or other signs taken out or put elsewhere.
    Punctuation,
    /// The leading zero put back; the check digit then agrees.
    LostZero,
}

/// A tax number read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MstReading {
    /// The number; ask [`Mst::check_digit_agrees`].
    pub number: Mst,
    /// In the order they were made.
    pub repairs: Vec<MstRepair>,
}

/// Why a cell holds no tax number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MstRefusal {
    /// Nothing but white space.
    Empty,
    /// Not 10, 12 or 13 digits, and a zero in front does not make it one.
    BadLength {
        /// How many there are.
        digits: usize,
    },
    /// Something else than digits.
    BadChars,
    /// Scientific notation: digits are lost for good.
    Scientific,
}

impl std::fmt::Display for MstRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("chưa có mã số thuế"),
            Self::BadLength { digits } => {
                write!(f, "mã số thuế có {digits} chữ số, cần 10 hoặc 13")
            }
            Self::BadChars => f.write_str("không phải là mã số thuế"),
            Self::Scientific => f.write_str("mã số thuế bị bảng tính làm tròn, cần nhập lại"),
        }
    }
}

impl std::error::Error for MstRefusal {}

/// Longer cells are words.
const TEXT_MAX: usize = 64;

/// Reads a cell of tax numbers. Numeric cells are passed as their digits. A wrong check digit is
/// not refused: the number stays as typed and says so.
pub fn read(text: &str) -> Result<MstReading, MstRefusal> {
    let text = without_float_zero(text);
    if text.is_empty() {
        return Err(MstRefusal::Empty);
    }
    if is_scientific(text) {
        return Err(MstRefusal::Scientific);
    }
    let is_known = |c: char| c.is_ascii_digit() || is_punctuation(c);
    if text.len() > TEXT_MAX || !text.chars().all(is_known) {
        return Err(MstRefusal::BadChars);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bad_length = MstRefusal::BadLength { digits: digits.len() };
    let (number, lost_zero) = of_digits(&digits).ok_or(bad_length)?;
    let mut repairs = Vec::new();
    let printed = number.to_string();
    if text != digits && text != printed {
        repairs.push(MstRepair::Punctuation);
    }
    if lost_zero {
        repairs.push(MstRepair::LostZero);
    }
    Ok(MstReading { number, repairs })
}

/// The number of so many digits, and whether a zero had to be put back.
fn of_digits(digits: &str) -> Option<(Mst, bool)> {
    let padded = || {
        let number = organisation(&format!("0{digits}"))?;
        number.check_digit_agrees().then_some((number, true))
    };
    match digits.len() {
        10 | 13 => Some((organisation(digits)?, false)),
        9 => padded(),
        // Thirteen that lost a zero, or the personal number; those of citizens begin with 0.
        12 if !digits.starts_with('0') => padded().or_else(|| individual(digits)),
        12 => individual(digits),
        _ => None,
    }
}

fn individual(digits: &str) -> Option<(Mst, bool)> {
    Some((Mst::Individual(Cccd::from_digits(digits)?), false))
}

fn organisation(digits: &str) -> Option<Mst> {
    let (head, branch) = digits.split_at_checked(10)?;
    let branch = match branch {
        "" => None,
        _ => Some(branch.parse().ok().filter(|branch| (1..=999).contains(branch))?),
    };
    Some(Mst::Organisation { digits: head.as_bytes().try_into().ok()?, branch })
}
