//! Reading the digits of a token.

use vietnamese::number::{Decimal, parse_decimal, parse_integer};

/// A whole number as counts are written: `3.335`, `1,548`, `08`, `2500`.
pub(super) fn integer(digits: &str) -> Option<i64> {
    let (value, _) = parse_integer(digits).ok()?;
    // `26,0` is no way to write a count, and `1.5` is none either.
    let groups_are_whole = digits.split(['.', ',']).skip(1).all(|group| group.len() == 3);
    groups_are_whole.then_some(value)
}

/// A number with decimals: `87,5`, `133.4`, `1.234,5`.
pub(super) fn decimal(digits: &str) -> Option<Decimal> {
    parse_decimal(digits).ok().map(|read| read.value)
}

/// Digits alone, so many at the most.
pub(super) fn plain(digits: &str, most: usize) -> Option<u32> {
    let is_plain = digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { digits.parse().ok() } else { None }
}

/// A year written with four digits.
pub(super) fn year(digits: &str) -> Option<i64> {
    let year = plain(digits, 4).filter(|_| digits.len() == 4)?;
    (1900..=2100).contains(&year).then_some(i64::from(year))
}
