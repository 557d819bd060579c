//! Whether a number format shows a date or a time.

/// The formats that have a number instead of a text (ECMA-376 part 1, 18.8.30): dates and times
/// in all locales, those of East Asia included.
pub(crate) fn is_date_id(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a written format asks for a day, month, year, hour, minute or second.
pub(crate) fn is_date_code(code: &str) -> bool {
    let code = code.split(';').next().unwrap_or_default();
    let mut chars = code.chars();
    while let Some(character) = chars.next() {
        match character {
            '"' => drop(chars.by_ref().find(|&c| c == '"')),
            '\\' | '_' | '*' => drop(chars.next()),
            '[' => {
                let inside: String = chars.by_ref().take_while(|&c| c != ']').collect();
                if is_elapsed(&inside) {
                    return true;
                }
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            // "General" and a scientific exponent hold none of the letters above.
            _ => {}
        }
    }
    false
}

/// `[h]`, `[mm]`, `[ss]`: hours, minutes or seconds that go on counting.
fn is_elapsed(inside: &str) -> bool {
    !inside.is_empty()
        && ['h', 'm', 's'].iter().any(|unit| inside.chars().all(|c| c.eq_ignore_ascii_case(unit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers_money_and_colours() {
        for date in ["dd/mm/yyyy", "yyyy-mm-dd", "[$-42A]dd mmmm yyyy", "[h]:mm", "\"ngày\" d/m"] {
            assert!(is_date_code(date), "{date}");
        }
        let numbers = [
            "General",
            "0.00E+00",
            "#,##0 ₫",
            "#,##0\\ \"dong\"",
            "[Red]-0;dd",
            "_(* #,##0_)",
            "@",
            "[$€-407]0",
        ];
        for number in numbers {
            assert!(!is_date_code(number), "{number}");
        }
    }
}
