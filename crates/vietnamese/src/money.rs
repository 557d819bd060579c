//! Money: whole đồng in 64 bits.

use crate::fold::fold;
use crate::number::{Form, NumberRefusal, ReadNumber, format_integer, parse_decimal};

/// Units of account that may stand behind a number, folded, with their worth in đồng.
const UNITS: [(&str, i64); 16] = [
    ("trieu dong", 1_000_000),
    ("nghin dong", 1_000),
    ("ngan dong", 1_000),
    ("ti dong", 1_000_000_000),
    ("ty dong", 1_000_000_000),
    ("trieu", 1_000_000),
    ("nghin", 1_000),
    ("ngan", 1_000),
    ("ti", 1_000_000_000),
    ("ty", 1_000_000_000),
    ("tr", 1_000_000),
    ("k", 1_000),
    ("dong", 1),
    ("vnd", 1),
    ("d", 1),
    ("₫", 1),
];

/// Reads an amount: `1.250.000`, `1.250.000đ`, `1,5 triệu đồng`, `VND 500.000`, `(1.000)` for
/// a negative one. Less than a đồng is refused.
pub fn parse_dong(text: &str) -> Result<i64, NumberRefusal> {
    let folded = fold(text);
    let (is_negative, body) = match folded.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) => (true, inner.trim()),
        None => (false, folded.as_str()),
    };
    let body = body.strip_prefix("vnd").map_or(body, str::trim_start);
    let unit = UNITS.iter().find_map(|(name, worth)| Some((body.strip_suffix(name)?, *worth)));
    let (digits, worth) = unit.unwrap_or((body, 1));
    let ReadNumber { mut value, form } = parse_decimal(digits)?;
    if form == Form::Ambiguous && worth == 1 {
        value.decimals = 0; // `500,000`: there is nothing smaller than a đồng
    }
    let scale = 10_i128.pow(u32::from(value.decimals));
    let scaled = i128::from(value.units) * i128::from(worth);
    if scaled % scale != 0 {
        return Err(NumberRefusal::NotWhole);
    }
    let dong = if is_negative { -scaled / scale } else { scaled / scale };
    i64::try_from(dong).map_err(|_| NumberRefusal::TooLong)
}

/// `1.250.000 đồng`.
pub fn format_dong(amount: i64) -> String {
    format!("{} đồng", format_integer(amount))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_in_the_units_people_write() {
        for (text, dong) in [
            ("1.250.000", 1_250_000),
            ("1.250.000đ", 1_250_000),
            ("1.250.000 đồng", 1_250_000),
            ("VND 500.000", 500_000),
            ("500,000", 500_000),
            ("500.000 ₫", 500_000),
            ("1,5 triệu đồng", 1_500_000),
            ("2 tỷ", 2_000_000_000),
            ("300 nghìn", 300_000),
            ("50k", 50_000),
            ("(1.000)", -1_000),
            ("-1.000", -1_000),
            ("0", 0),
        ] {
            assert_eq!(parse_dong(text), Ok(dong), "{text}");
        }
    }

    #[test]
    fn less_than_a_dong_and_words_are_refused() {
        assert_eq!(parse_dong("0,5"), Err(NumberRefusal::NotWhole));
        assert_eq!(parse_dong("1,0000001 triệu"), Err(NumberRefusal::NotWhole));
        assert_eq!(parse_dong("đồng"), Err(NumberRefusal::Empty));
        assert_eq!(parse_dong("không"), Err(NumberRefusal::NotANumber));
        assert_eq!(parse_dong("9.999.999.999 tỷ"), Err(NumberRefusal::TooLong));
    }

    proptest! {
        #[test]
        fn a_written_amount_is_read_again(amount in any::<i64>()) {
            prop_assert_eq!(parse_dong(&format_dong(amount)), Ok(amount));
        }
    }
}
