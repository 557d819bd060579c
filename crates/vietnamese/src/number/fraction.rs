//! An exact share: so many of so many.

use super::decimal::Decimal;

/// An exact fraction; the denominator is positive. Not reduced: 30/25 stays what was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    num: i64,
    den: i64,
}

impl Fraction {
    /// `None` when the denominator is not positive: nothing is no plan to measure against.
    pub fn new(num: i64, den: i64) -> Option<Self> {
        (den > 0).then_some(Self { num, den })
    }

    /// What was counted.
    pub fn num(self) -> i64 {
        self.num
    }

    /// What it is measured against.
    pub fn den(self) -> i64 {
        self.den
    }

    /// The percentage rounded half-up (away from zero) at so many decimals, all of them kept;
    /// `None` when it does not fit 64 bits.
    pub fn percent(self, decimals: u8) -> Option<Decimal> {
        let (scaled, den) = self.scaled(decimals)?;
        let half_up = (2 * scaled.abs() + den) / (2 * den) * scaled.signum();
        let units = i64::try_from(half_up).ok()?;
        Some(Decimal { units, decimals })
    }

    /// The percentage cut off at so many decimals.
    pub fn percent_truncated(self, decimals: u8) -> Option<Decimal> {
        let (scaled, den) = self.scaled(decimals)?;
        let units = i64::try_from(scaled / den).ok()?;
        Some(Decimal { units, decimals })
    }

    /// num × 100 × 10^decimals, and the denominator. i64 × 100 × 10^9 fits 128 bits.
    fn scaled(self, decimals: u8) -> Option<(i128, i128)> {
        let decimals = (decimals <= Decimal::DECIMALS_MAX).then_some(decimals)?;
        let scaled = i128::from(self.num) * 100 * 10_i128.pow(u32::from(decimals));
        Some((scaled, i128::from(self.den)))
    }

    /// Whether the percentage is exactly this decimal.
    pub fn is_exactly(self, printed: Decimal) -> bool {
        self.scaled(printed.decimals)
            .is_some_and(|(scaled, den)| scaled == i128::from(printed.units) * den)
    }

    /// How far the exact percentage is from a printed one, in units of its last digit: at most
    /// one? (`77,77` for 77,777… is; `87,5` is not.)
    pub fn is_within_last_digit(self, printed: Decimal) -> bool {
        self.scaled(printed.decimals)
            .is_some_and(|(scaled, den)| (scaled - i128::from(printed.units) * den).abs() <= den)
    }

    /// The percentage for people: up to so many decimals, half-up, trailing zeros dropped, comma:
    /// `133,4%`, `103,33%`. Empty when it does not fit.
    pub fn percent_text(self, decimals_max: u8) -> String {
        self.percent(decimals_max).map(|p| format!("{}%", without_zeros(p))).unwrap_or_default()
    }

    /// The percentage for programs: as [`Self::percent_text`] with a point and no sign: `77.78`.
    pub fn percent_machine(self, decimals_max: u8) -> String {
        self.percent(decimals_max).map(|p| without_zeros(p).machine()).unwrap_or_default()
    }
}

fn without_zeros(mut value: Decimal) -> Decimal {
    while value.decimals > 0 && value.units % 10 == 0 {
        value.units /= 10;
        value.decimals -= 1;
    }
    value
}
