//! Numbers and percentages: what is read, written and judged.

use super::*;
use proptest::prelude::*;

fn fraction(num: i64, den: i64) -> Fraction {
    Fraction::new(num, den).expect("a positive denominator")
}

fn decimal(text: &str) -> Decimal {
    parse_percent(text).expect("a number").value
}

#[test]
fn numbers_are_read_as_vietnamese_write_them() {
    for (text, units, decimals, form) in [
        ("3.335", 3335, 0, Form::Vietnamese),
        ("79,89", 7989, 2, Form::Vietnamese),
        ("1.250", 1250, 0, Form::Vietnamese),
        ("26 ", 26, 0, Form::Plain),
        ("\u{A0}44", 44, 0, Form::Plain),
        ("1.234.567", 1_234_567, 0, Form::Vietnamese),
        ("1.234,5", 12345, 1, Form::Vietnamese),
        ("1 250", 1250, 0, Form::Vietnamese),
        ("1\u{A0}250,75", 125_075, 2, Form::Vietnamese),
        ("1,234.5", 12345, 1, Form::English),
        ("1,234,567", 1_234_567, 0, Form::English),
        ("79.89", 7989, 2, Form::English),
        ("0.250", 250, 3, Form::English),
        ("0,250", 250, 3, Form::Vietnamese),
        ("1,250", 1250, 3, Form::Ambiguous),
        ("-7", -7, 0, Form::Plain),
        ("−1.000", -1000, 0, Form::Vietnamese),
        ("+5", 5, 0, Form::Plain),
    ] {
        let expected = ReadNumber { value: Decimal { units, decimals }, form };
        assert_eq!(parse_decimal(text), Ok(expected), "{text}");
    }
}

#[test]
fn what_is_no_number_is_refused_by_name() {
    use NumberRefusal::{Empty, NotANumber, TooLong};
    for (text, refusal) in [
        ("", Empty),
        (" \u{A0}", Empty),
        ("abc", NotANumber),
        ("12a", NotANumber),
        ("1.25.000", NotANumber),
        ("1..000", NotANumber),
        (".5", NotANumber),
        ("5,", NotANumber),
        ("1,2,3.4.5", NotANumber),
        ("1.234.5678", NotANumber),
        ("--5", NotANumber),
        ("=1+1", NotANumber),
        ("٣", NotANumber),
        ("99999999999999999999", TooLong),
        ("0,1234567891", TooLong),
    ] {
        assert_eq!(parse_decimal(text), Err(refusal), "{text}");
    }
    assert_eq!(parse_integer("26,5"), Err(NumberRefusal::NotWhole));
    assert_eq!(parse_integer("26,0"), Ok((26, Form::Vietnamese)));
    assert_eq!(parse_integer("1,250"), Ok((1250, Form::Ambiguous)));
}

#[test]
fn a_thousand_misread_as_a_decimal_is_proposed_again() {
    for (cell, proposed) in [
        ("1.471", Some(1471)),
        ("1.25", Some(1250)),
        ("12.5", Some(12_500)),
        ("0.5", None),
        ("1471", None),
        ("1.2345", None),
        ("1234.5", None),
        ("-1.5", None),
    ] {
        assert_eq!(misread_thousands(cell), proposed, "{cell}");
    }
}

#[test]
fn integers_are_written_with_dots() {
    for (value, text) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1.000"),
        (1_234_567, "1.234.567"),
        (-20_000, "-20.000"),
        (i64::MIN, "-9.223.372.036.854.775.808"),
    ] {
        assert_eq!(format_integer(value), text);
    }
}

#[test]
fn percentages_are_exact_half_up_and_without_trailing_zeros() {
    for (num, den, text) in [
        (3335, 2500, "133,4%"),
        (31, 30, "103,33%"),
        (21, 27, "77,78%"),
        (1548, 1400, "110,57%"),
        (1, 1, "100%"),
        (0, 7, "0%"),
        (1, 8, "12,5%"),
        (12_345, 100_000, "12,35%"),
        (-12_345, 100_000, "-12,35%"),
        (1, 100_000, "0%"),
        (i64::MAX, i64::MAX, "100%"),
    ] {
        assert_eq!(fraction(num, den).percent_text(2), text);
    }
    assert_eq!(fraction(21, 27).percent_machine(2), "77.78");
    assert_eq!(fraction(3335, 2500).percent_machine(2), "133.4");
    assert_eq!(fraction(21, 27).percent_text(0), "78%");
    assert_eq!(fraction(-1, 200).percent_machine(1), "-0.5");
    assert_eq!(Fraction::new(1, 0), None);
}

#[test]
fn a_printed_percentage_is_judged_at_its_own_digits() {
    for (num, den, printed, judgement) in [
        (3335, 2500, "133,4%", Judgement::Right),
        (3335, 2500, "133,40%", Judgement::Right),
        (21, 27, "77,78%", Judgement::Rounded),
        (21, 27, "77,8", Judgement::Rounded),
        (21, 27, "78%", Judgement::Rounded),
        (21, 27, "77,77%", Judgement::Truncated),
        (21, 27, "77%", Judgement::Truncated),
        (21, 27, "87,5%", Judgement::Wrong),
        (21, 27, "77,79%", Judgement::Wrong),
        (30, 30, "100 %", Judgement::Right),
    ] {
        assert_eq!(judge(fraction(num, den), decimal(printed)), judgement, "{num}/{den} {printed}");
    }
    assert!(fraction(21, 27).is_within_last_digit(decimal("77,77")));
    assert!(!fraction(21, 27).is_within_last_digit(decimal("87,5")));
    assert!(!fraction(21, 27).is_within_last_digit(decimal("77,79")));
}

#[test]
fn the_plan_that_would_make_a_percentage_right_is_found() {
    assert_eq!(denominators_for(21, decimal("87,5")), Some(24..=24));
    assert_eq!(denominators_for(21, decimal("77,78")), Some(27..=27));
    assert_eq!(denominators_for(0, decimal("0")), None);
    assert_eq!(denominators_for(21, decimal("0")), None);
    assert_eq!(denominators_for(7, decimal("87,51")), None);
    assert_eq!(numerators_for(27, decimal("77,78")), Some(21..=21));
    assert_eq!(numerators_for(2500, decimal("133,4")), Some(3334..=3336));
    assert_eq!(numerators_for(27, decimal("87,5")), None);
    assert_eq!(numerators_for(5, decimal("0")), Some(0..=0));
}

proptest! {
    #[test]
    fn a_written_integer_is_read_again(value in any::<i64>()) {
        prop_assert_eq!(parse_integer(&format_integer(value)).map(|(v, _)| v), Ok(value));
    }

    #[test]
    fn a_written_decimal_is_read_again(units in any::<i64>(), decimals in 0_u8..=9) {
        let value = Decimal { units, decimals };
        prop_assert_eq!(parse_decimal(&value.to_string()).map(|r| r.value), Ok(value));
    }

    #[test]
    fn our_own_percentage_is_never_judged_wrong(
        num in any::<i64>(), den in 1..=i64::MAX, decimals in 0_u8..=9,
    ) {
        let exact = fraction(num, den);
        if let Some(printed) = exact.percent(decimals) {
            let judgement = judge(exact, printed);
            prop_assert!(matches!(judgement, Judgement::Right | Judgement::Rounded));
            prop_assert!(exact.is_within_last_digit(printed));
        }
        if let Some(printed) = exact.percent_truncated(decimals) {
            prop_assert_ne!(judge(exact, printed), Judgement::Wrong);
            prop_assert!(exact.is_within_last_digit(printed));
        }
    }

    #[test]
    fn found_plans_are_all_right_and_their_neighbours_wrong(
        num in 1_i64..100_000, units in 1_i64..20_000, decimals in 0_u8..=2,
    ) {
        let printed = Decimal { units, decimals };
        let is_right = |num, den| Fraction::new(num, den)
            .is_some_and(|f| f.percent(decimals) == Some(printed));
        if let Some(plans) = denominators_for(num, printed) {
            prop_assert!(is_right(num, *plans.start()) && is_right(num, *plans.end()));
            prop_assert!(!is_right(num, plans.start() - 1) && !is_right(num, plans.end() + 1));
        }
        if let Some(counts) = numerators_for(num, printed) {
            prop_assert!(is_right(*counts.start(), num) && is_right(*counts.end(), num));
            prop_assert!(!is_right(counts.start() - 1, num) && !is_right(counts.end() + 1, num));
        }
    }

    #[test]
    fn a_plan_that_is_right_is_found(num in 1_i64..5_000, den in 1_i64..5_000, decimals in 0_u8..=2) {
        let printed = fraction(num, den).percent(decimals).expect("fits");
        if printed.units > 0 {
            prop_assert!(denominators_for(num, printed).expect("some plan").contains(&den));
        }
        prop_assert!(numerators_for(den, printed).expect("some count").contains(&num));
    }
}
