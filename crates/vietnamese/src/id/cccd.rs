//! Số căn cước (CCCD): twelve digits that tell place of birth registration, sex and birth year.
//!
//! `PPP S YY NNNNNN`: three digits of place, one of century and sex (0 and 1 for the 1900s, 2 and
//! 3 for the 2000s …, even for men), two of the year, six at random. There is no check digit, so
//! every repair needs the birth year or the sex of the record as its witness.

use super::{Sex, is_punctuation, is_scientific, place, without_float_zero};

/// A well-formed number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cccd([u8; 12]);

impl Cccd {
    /// Exactly twelve ASCII digits, nothing else.
    pub fn from_digits(digits: &str) -> Option<Self> {
        let bytes: [u8; 12] = digits.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_digit).then_some(Self(bytes))
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        // Only digits are ever inside.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn digit(self, at: usize) -> u16 {
        u16::from(self.0[at] - b'0')
    }

    /// The three digits of the place of birth registration.
    pub fn place_code(self) -> u16 {
        self.digit(0) * 100 + self.digit(1) * 10 + self.digit(2)
    }

    /// The province of birth registration; `None` for a country or an unknown code.
    pub fn province(self) -> Option<&'static str> {
        place::province(self.place_code())
    }

    /// The first year of the century of birth: 1900 to 2300.
    pub fn century(self) -> i16 {
        1900 + 100 * (self.digit(3) / 2) as i16
    }

    /// The sex.
    pub fn sex(self) -> Sex {
        if self.digit(3).is_multiple_of(2) { Sex::Male } else { Sex::Female }
    }

    /// The year of birth.
    pub fn birth_year(self) -> i16 {
        self.century() + (self.digit(4) * 10 + self.digit(5)) as i16
    }

    /// Where the number says something else than the record.
    pub fn disagreement(self, known: Known) -> Disagreement {
        let year = self.birth_year();
        let sex = self.sex();
        Disagreement {
            birth_year: known.birth_year.is_some_and(|known| known != year).then_some(year),
            sex: known.sex.is_some_and(|known| known != sex).then_some(sex),
        }
    }
}

impl std::fmt::Display for Cccd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Personal data: the number is kept out of logs.
impl std::fmt::Debug for Cccd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Cccd({}*********)", &self.as_str()[..3])
    }
}

/// What the record says beside the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// The year of birth in the record.
    pub birth_year: Option<i16>,
    /// The sex in the record.
    pub sex: Option<Sex>,
}

/// What the number says where the record says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disagreement {
    /// The number's year of birth.
    pub birth_year: Option<i16>,
    /// The number's sex.
    pub sex: Option<Sex>,
}

impl Disagreement {
    /// Whether number and record agree as far as both speak.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// What was done to reach twelve digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CccdRepair {
    /// Spaces, dots, hyphens or an apostrophe taken out.
    Punctuation,
    /// The letter O replaced by the digit 0.
    LetterO,
    /// Leading zeros put back.
    LostZero,
}

/// A cell read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CccdReading {
    /// A CCCD, with what was repaired on the way.
    Cccd {
        /// The twelve digits.
        number: Cccd,
        /// In the order they were made.
        repairs: Vec<CccdRepair>,
    },
    /// Nine digits: an old CMND, without force since 31/12/2024; never a CCCD.
    OldCmnd {
        /// The nine digits.
        number: String,
        /// Punctuation or letters O that were put right.
        repairs: Vec<CccdRepair>,
    },
}

/// Why a cell holds no CCCD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CccdRefusal {
    /// Nothing but white space.
    Empty,
    /// Digits, but neither 9 nor 12, and putting zeros back does not agree with the record.
    BadLength {
        /// How many there are.
        digits: usize,
    },
    /// Words instead of a number (`chưa có`).
    BadChars,
    /// Scientific notation: digits are lost for good.
    Scientific,
}

impl std::fmt::Display for CccdRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("chưa có số CCCD"),
            Self::BadLength { digits } => write!(f, "số CCCD có {digits} chữ số, cần 12"),
            Self::BadChars => f.write_str("không phải là số CCCD"),
            Self::Scientific => f.write_str("số CCCD bị bảng tính làm tròn, cần nhập lại"),
        }
    }
}

impl std::error::Error for CccdRefusal {}

/// Longer cells are words.
const TEXT_MAX: usize = 64;

/// Reads a cell of identity numbers. Numeric cells are passed as their digits.
pub fn read(text: &str, known: Known) -> Result<CccdReading, CccdRefusal> {
    let text = without_float_zero(text);
    if text.is_empty() {
        return Err(CccdRefusal::Empty);
    }
    if is_scientific(text) {
        return Err(CccdRefusal::Scientific);
    }
    let (digits, mut repairs) = digits_of(text).ok_or(CccdRefusal::BadChars)?;
    match digits.len() {
        12 => {
            let number = Cccd::from_digits(&digits).ok_or(CccdRefusal::BadChars)?;
            Ok(CccdReading::Cccd { number, repairs })
        }
        9 => Ok(CccdReading::OldCmnd { number: digits, repairs }),
        length => {
            let bad_length = CccdRefusal::BadLength { digits: length };
            let number = with_zeros(&digits, known).ok_or(bad_length)?;
            repairs.push(CccdRepair::LostZero);
            Ok(CccdReading::Cccd { number, repairs })
        }
    }
}

/// The digits of a cell, punctuation taken out and O made 0; `None` when there are other signs or
/// more letters than digits.
fn digits_of(text: &str) -> Option<(String, Vec<CccdRepair>)> {
    if text.len() > TEXT_MAX {
        return None;
    }
    let mut digits = String::with_capacity(12);
    let mut letters = 0;
    let mut signs = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            'o' | 'O' => {
                digits.push('0');
                letters += 1;
            }
            c if is_punctuation(c) => signs += 1,
            _ => return None,
        }
    }
    if 2 * letters >= digits.len() {
        return None;
    }
    let found = [(signs, CccdRepair::Punctuation), (letters, CccdRepair::LetterO)];
    let repairs = found.into_iter().filter(|(count, _)| *count > 0).map(|(_, repair)| repair);
    Some((digits, repairs.collect()))
}

/// Ten or eleven digits with their zeros in front again, when place, birth year and sex then
/// agree with all that is known. A number that kept a zero in front has not lost one.
fn with_zeros(digits: &str, known: Known) -> Option<Cccd> {
    if !matches!(digits.len(), 10 | 11) || digits.starts_with('0') {
        return None;
    }
    let number = Cccd::from_digits(&format!("{digits:0>12}"))?;
    let agrees = number.province().is_some() && number.disagreement(known).is_none();
    agrees.then_some(number)
}
