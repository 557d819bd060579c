//! Numbers as Vietnamese write them: a dot between thousands, a comma before decimals.
//!
//! Everything is exact: integers, decimals as integer and scale, fractions. No floating point.

mod decimal;
mod fraction;
mod percent;
#[cfg(test)]
mod tests;

pub use decimal::misread_thousands;
pub use decimal::{Decimal, Form, NumberRefusal, ReadNumber, parse_decimal, parse_integer};
pub use fraction::Fraction;
pub use percent::{Judgement, denominators_for, judge, numerators_for, parse_percent};

/// An integer with dots between its thousands: `1.234.567`, `-20.000`.
pub fn format_integer(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 2);
    if value < 0 {
        grouped.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}
