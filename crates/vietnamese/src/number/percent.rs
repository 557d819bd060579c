//! Is a printed percentage right?

use super::decimal::{Decimal, NumberRefusal, ReadNumber, parse_decimal};
use super::fraction::Fraction;
use std::ops::RangeInclusive;

/// What a printed percentage is to the exact one, judged at its own number of decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Judgement {
    /// Exactly the value: `133,4%` for 3335/2500.
    Right,
    /// The value rounded half-up: `77,78%` for 21/27.
    Rounded,
    /// The value cut off: `77,77%` for 21/27.
    Truncated,
    /// None of these.
    Wrong,
}

/// Judges a printed percentage against the exact fraction.
pub fn judge(exact: Fraction, printed: Decimal) -> Judgement {
    if exact.is_exactly(printed) {
        Judgement::Right
    } else if exact.percent(printed.decimals) == Some(printed) {
        Judgement::Rounded
    } else if exact.percent_truncated(printed.decimals) == Some(printed) {
        Judgement::Truncated
    } else {
        Judgement::Wrong
    }
}

/// Reads `87,5%`, `87.5 %`, `133,4`; the sign is optional.
pub fn parse_percent(text: &str) -> Result<ReadNumber, NumberRefusal> {
    let text = text.trim();
    parse_decimal(text.strip_suffix('%').unwrap_or(text))
}

/// Which plans (denominators) would make a printed percentage right or rounded for this count:
/// 21 at `87,5` → 24 to 24. `None` when there is none, or when any plan would do (0 of anything).
pub fn denominators_for(num: i64, printed: Decimal) -> Option<RangeInclusive<i64>> {
    let (low, high, scale) = rounding_interval(printed)?;
    if num <= 0 || low <= 0 {
        return None;
    }
    // low <= 200·scale·num/den < high, so den lies in (200·scale·num/high, 200·scale·num/low].
    let top = 200 * scale * i128::from(num);
    let (first, last) = (top / high + 1, top / low);
    to_range(first, last)
}

/// Which counts (numerators) would make a printed percentage right or rounded for this plan.
pub fn numerators_for(den: i64, printed: Decimal) -> Option<RangeInclusive<i64>> {
    let (low, high, scale) = rounding_interval(printed)?;
    if den <= 0 {
        return None;
    }
    // low·den <= 200·scale·num < high·den.
    let (den, step) = (i128::from(den), 200 * scale);
    let first = (low.max(0) * den + step - 1) / step;
    let last = (high * den - 1).div_euclid(step);
    to_range(first, last)
}

/// Twice the printed units, half a unit down and up: what rounds half-up to it; and its scale.
fn rounding_interval(printed: Decimal) -> Option<(i128, i128, i128)> {
    if printed.units < 0 || printed.decimals > Decimal::DECIMALS_MAX {
        return None;
    }
    let twice = 2 * i128::from(printed.units);
    Some((twice - 1, twice + 1, 10_i128.pow(u32::from(printed.decimals))))
}

fn to_range(first: i128, last: i128) -> Option<RangeInclusive<i64>> {
    let (first, last) = (i64::try_from(first).ok()?, i64::try_from(last).ok()?);
    (first <= last).then_some(first..=last)
}
