//! Vietnamese telephone numbers: ten digits for mobiles, eleven for fixed lines, with a leading 0.

use super::{is_scientific, without_float_zero};

/// A telephone number in the national form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    /// The digits after the leading 0, as a number.
    national: u64,
    kind: PhoneKind,
}

/// What kind of line a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhoneKind {
    /// Ten digits: `0961458331`.
    Mobile,
    /// Eleven digits: `02439037842`.
    Fixed,
}

impl Phone {
    /// Reads the national form, leading 0 included, digits only.
    pub fn from_national(digits: &str) -> Option<Self> {
        let rest = digits.strip_prefix('0')?;
        if rest.len() > 10 || !rest.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let kind = match rest.len() {
            9 if is_mobile(rest) => PhoneKind::Mobile,
            10 if is_fixed(rest) => PhoneKind::Fixed,
            _ => return None,
        };
        Some(Self { national: rest.parse().ok()?, kind })
    }

    /// Mobile or fixed.
    pub fn kind(self) -> PhoneKind {
        self.kind
    }
}

/// `0961458331`, the form to keep.
impl std::fmt::Display for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // No national number begins with 0, so no digit is lost in the integer.
        write!(f, "0{}", self.national)
    }
}

/// Personal data: the number is kept out of logs.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Phone({:?})", self.kind)
    }
}

/// The plan of numbers after the leading 0 (mobile networks as of 2025).
fn is_mobile(national: &str) -> bool {
    match *national.as_bytes() {
        [b'5', b'2', third, ..] => matches!(third, b'2' | b'3' | b'8'),
        [b'5', b'5', third, ..] => third == b'9',
        [b'5', second, ..] => matches!(second, b'6' | b'8' | b'9'),
        [b'7', second, ..] => matches!(second, b'0' | b'6'..=b'9'),
        [b'8', b'9', third, ..] => matches!(third, b'6'..=b'9'),
        [b'8', second, ..] => matches!(second, b'1'..=b'8'),
        [b'9', b'9', third, ..] => matches!(third, b'0' | b'1' | b'3'..=b'9'),
        [b'3' | b'9', ..] => true,
        _ => false,
    }
}

/// The provinces' area codes since 2017: 02 and what stands here.
fn is_fixed(national: &str) -> bool {
    let [b'2', area, next, ..] = *national.as_bytes() else { return false };
    match area {
        b'0' => matches!(next, b'3'..=b'9'),
        b'1' => matches!(next, b'0'..=b'6' | b'8' | b'9'),
        b'2' => matches!(next, b'0'..=b'2' | b'5'..=b'9'),
        b'3' | b'4' | b'8' => matches!(next, b'2'..=b'9'),
        b'5' => matches!(next, b'1' | b'2' | b'4'..=b'9'),
        b'6' => matches!(next, b'0'..=b'3' | b'9'),
        b'7' => matches!(next, b'0'..=b'7'),
        b'9' => matches!(next, b'0'..=b'4' | b'6' | b'7' | b'9'),
        _ => false,
    }
}

/// Prefixes of eleven-digit mobile numbers (without 0) and what they became in autumn 2018.
const OLD_PREFIXES: [(&str, &str); 21] = [
    ("120", "70"),
    ("121", "79"),
    ("122", "77"),
    ("123", "83"),
    ("124", "84"),
    ("125", "85"),
    ("126", "76"),
    ("127", "81"),
    ("128", "78"),
    ("129", "82"),
    ("162", "32"),
    ("163", "33"),
    ("164", "34"),
    ("165", "35"),
    ("166", "36"),
    ("167", "37"),
    ("168", "38"),
    ("169", "39"),
    ("186", "56"),
    ("188", "58"),
    ("199", "59"),
];

/// What was done to a telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhoneRepair {
    /// The leading 0 put back.
    LostZero,
    /// +84, 84, spaces, dots, hyphens or a label (`ĐT:`) taken out.
    Normalised,
    /// An eleven-digit mobile number given its prefix of 2018 (and its lost 0, if it was lost).
    Old11Digits,
    /// More than one number in the cell; the first one is proposed.
    Multiple,
}

/// A telephone cell read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneReading {
    /// The number, or the first of several.
    pub first: Phone,
    /// The other numbers that could be read.
    pub others: Vec<Phone>,
    /// What it took to read the first.
    pub repairs: Vec<PhoneRepair>,
}

/// Why a cell holds no telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhoneRefusal {
    /// Nothing but white space.
    Empty,
    /// Not a Vietnamese number.
    Invalid,
}

impl std::fmt::Display for PhoneRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "chưa có số điện thoại",
            Self::Invalid => "không phải là số điện thoại Việt Nam",
        })
    }
}

impl std::error::Error for PhoneRefusal {}

/// Longer cells are words.
const TEXT_MAX: usize = 128;

/// Reads a telephone cell. Numeric cells are passed as their digits.
pub fn read(text: &str) -> Result<PhoneReading, PhoneRefusal> {
    let text = without_float_zero(text);
    if text.is_empty() {
        return Err(PhoneRefusal::Empty);
    }
    if text.len() > TEXT_MAX || is_scientific(text) {
        return Err(PhoneRefusal::Invalid);
    }
    if let Some((first, repairs)) = one(text) {
        return Ok(PhoneReading { first, others: Vec::new(), repairs });
    }
    let mut numbers = several(text).into_iter();
    let (first, mut repairs) = numbers.next().ok_or(PhoneRefusal::Invalid)?;
    repairs.push(PhoneRepair::Multiple);
    Ok(PhoneReading { first, others: numbers.map(|(phone, _)| phone).collect(), repairs })
}

/// The numbers of a cell that holds several: parted by signs or words, or by spaces alone. What
/// cannot be read is left out, but the first must be readable.
fn several(text: &str) -> Vec<(Phone, Vec<PhoneRepair>)> {
    let marked = text.replace(" - ", ";").replace("hoặc", ";").replace("và", ";");
    let is_mark = |c: char| matches!(c, '/' | ';' | ',' | '|' | '\n' | '\r' | '&');
    let parts: Vec<_> = marked.split(is_mark).filter(|part| !part.trim().is_empty()).collect();
    let read: Vec<_> = match parts.as_slice() {
        [single] => single.split_whitespace().map(one).collect(),
        _ => parts.into_iter().map(one).collect(),
    };
    if read.len() < 2 || read[0].is_none() {
        return Vec::new();
    }
    read.into_iter().flatten().collect()
}

/// One number, and what it took.
fn one(text: &str) -> Option<(Phone, Vec<PhoneRepair>)> {
    let whole = text.trim();
    let text = without_label(whole);
    let mut repairs = Vec::new();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_sign =
        |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '–' | '(' | ')' | '\'' | '+');
    if !text.chars().all(|c| c.is_ascii_digit() || is_sign(c)) || text.rfind('+') > Some(1) {
        return None;
    }
    if digits.len() < whole.len() {
        repairs.push(PhoneRepair::Normalised);
    }
    let is_abroad = text.contains('+') && !digits.starts_with("84");
    if is_abroad {
        return None;
    }
    let (national, lost_zero) = national(&digits, &mut repairs)?;
    let Some(phone) = Phone::from_national(&national) else {
        let phone = Phone::from_national(&renumbered(&national)?)?;
        repairs.push(PhoneRepair::Old11Digits);
        return Some((phone, repairs));
    };
    if lost_zero {
        repairs.push(PhoneRepair::LostZero);
    }
    Some((phone, repairs))
}

/// Words before a number that only say that it is one; folded.
const LABELS: [&str; 9] =
    ["dt", "sdt", "dd", "tel", "phone", "mobile", "zalo", "di dong", "dien thoai"];

/// The number behind its label (`ĐT: 0912 345 678`).
fn without_label(text: &str) -> &str {
    let Some(start) = text.find(|c: char| c.is_ascii_digit() || c == '+') else { return text };
    let (label, number) = text.split_at(start);
    let label = crate::fold::fold(label);
    let is_label = LABELS.contains(&label.trim_end_matches([' ', ':', '.']));
    if is_label { number } else { text }
}

/// The digits with their leading 0: as typed, after the country code, or put back.
fn national(digits: &str, repairs: &mut Vec<PhoneRepair>) -> Option<(String, bool)> {
    if digits.starts_with('0') && !digits.starts_with("0084") {
        return Some((digits.to_owned(), false));
    }
    let after_country = digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84"));
    if let Some(rest) = after_country.filter(|rest| rest.len() >= 9) {
        if !repairs.contains(&PhoneRepair::Normalised) {
            repairs.push(PhoneRepair::Normalised);
        }
        let rest = rest.strip_prefix('0').unwrap_or(rest);
        return Some((format!("0{rest}"), false));
    }
    matches!(digits.len(), 9 | 10).then(|| (format!("0{digits}"), true))
}

/// An old eleven-digit mobile number with its prefix of 2018.
fn renumbered(national: &str) -> Option<String> {
    let rest = national.strip_prefix('0').filter(|rest| rest.len() == 10)?;
    let (_, new) = OLD_PREFIXES.iter().find(|(old, _)| rest.starts_with(old))?;
    Some(format!("0{new}{}", &rest[3..]))
}
