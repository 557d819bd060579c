//! Dates: what clerks type, what no calendar has, round trips.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

/// What a cell gives in a list of 2024: the ISO text, and the repairs by name.
fn read(text: &str) -> (String, Vec<DateRepair>) {
    let reading = parse(text, 2024).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
    (reading.date.iso(), reading.repairs.iter().collect())
}

#[test]
fn complete_dates_need_no_repair() {
    for text in [
        "5/3/1990",
        "05/03/1990",
        "5-3-1990",
        "5.3.1990",
        "5. 3. 1990",
        "5 /3 /1990",
        "5 3 1990",
        "1990-03-05",
        "1990/3/5",
        "1990-03-05 00:00:00",
        "1990-03-05T07:30:00Z",
        "05/03/1990 12:00",
        "'05/03/1990",
        "ngày 5 tháng 3 năm 1990",
        "Ngày 05 tháng 03 năm 1990",
        "5 tháng 3 năm 1990",
        "Hà Nội, ngày 5 tháng 3 năm 1990",
        "mùng 5 tháng 3, 1990",
        "5-Mar-1990",
        "March 5, 1990",
        "05 Thg3 1990",
        " 5/3/1990\u{A0}",
        "nga\u{300}y 5/3/1990",
    ] {
        assert_eq!(read(text), ("1990-03-05".into(), vec![]), "{text}");
    }
}

#[test]
fn each_guess_is_named() {
    use DateRepair::{Compact, MonthOnly, Serial, Swapped, TwoDigitYear, YearOnly};
    for (text, iso, repairs) in [
        ("23/7/91", "1991-07-23", vec![TwoDigitYear]),
        ("18/3/03", "2003-03-18", vec![TwoDigitYear]),
        ("4/11/18", "2018-11-04", vec![TwoDigitYear]),
        ("1/1/24", "2024-01-01", vec![TwoDigitYear]),
        ("1/1/25", "1925-01-01", vec![TwoDigitYear]),
        ("8/23/1980", "1980-08-23", vec![Swapped]),
        ("8/23/80", "1980-08-23", vec![TwoDigitYear, Swapped]),
        ("7061979", "1979-06-07", vec![Compact]),
        ("07061979", "1979-06-07", vec![Compact]),
        ("19790607", "1979-06-07", vec![Compact]),
        ("230791", "1991-07-23", vec![TwoDigitYear, Compact]),
        ("051992", "1992-05", vec![Compact, MonthOnly]),
        ("30241", "1982-10-17", vec![Serial]),
        ("41226", "2012-11-13", vec![Serial]),
        ("1979", "1979", vec![YearOnly]),
        ("1979.0", "1979", vec![YearOnly]),
        ("năm 1979", "1979", vec![YearOnly]),
        ("sinh năm 79", "1979", vec![TwoDigitYear, YearOnly]),
        ("00/00/1979", "1979", vec![YearOnly]),
        ("01/1978", "1978-01", vec![MonthOnly]),
        ("1978-01", "1978-01", vec![MonthOnly]),
        ("tháng 1 năm 1978", "1978-01", vec![MonthOnly]),
        ("tháng 1/1978", "1978-01", vec![MonthOnly]),
        ("00/01/1978", "1978-01", vec![MonthOnly]),
        ("1/78", "1978-01", vec![TwoDigitYear, MonthOnly]),
    ] {
        assert_eq!(read(text), (iso.to_owned(), repairs), "{text}");
    }
}

#[test]
fn days_in_no_calendar_are_refused_with_their_year() {
    for (text, year) in [
        ("31/2/1990", 1990),
        ("30/02/1985", 1985),
        ("29/2/1900", 1900),
        ("31/6/1974", 1974),
        ("31/04/1994", 1994),
        ("32/1/2000", 2000),
        ("13/13/2000", 2000),
        ("5/0/1990", 1990),
        ("13/1990", 1990),
        ("30/02/85", 1985),
        ("30021985", 1985),
        ("ngày 31 tháng 2 năm 1990", 1990),
    ] {
        assert_eq!(parse(text, 2024), Err(DateRefusal::Impossible { year }), "{text}");
    }
    assert_eq!(read("29/2/2000").0, "2000-02-29");
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "chưa rõ",
        "5/12",
        "12",
        "123",
        "1/2/3/4",
        "5/3/199",
        "5/3/19900",
        "Kỹ sư",
        "=A1",
        "5/3/1990x",
        "123456789",
        "0912345678",
        "999999",
        "//",
        "ngày tháng năm",
        "5:30",
        "１/２/１９９０x",
    ] {
        assert_eq!(parse(text, 2024), Err(DateRefusal::NotADate), "{text}");
    }
    assert_eq!(parse(" ", 2024), Err(DateRefusal::Empty));
    assert_eq!(parse("5/3/0990", 2024), Err(DateRefusal::YearOutOfRange { year: 990 }));
    assert_eq!(parse("9999", 2024), Err(DateRefusal::YearOutOfRange { year: 9999 }));
}

#[test]
fn spreadsheet_days_are_counted_with_their_bug() {
    for (serial, day) in [
        (1, Some(date(1900, 1, 1))),
        (59, Some(date(1900, 2, 28))),
        (60, None),
        (61, Some(date(1900, 3, 1))),
        (30241, Some(date(1982, 10, 17))),
        (45_500, Some(date(2024, 7, 27))),
        (0, None),
        (-1, None),
        (i64::MAX, None),
    ] {
        assert_eq!(from_serial(serial, DateSystem::From1900), day, "{serial}");
    }
    assert_eq!(from_serial(0, DateSystem::From1904), Some(date(1904, 1, 1)));
    // The same day is 1462 less.
    assert_eq!(from_serial(30_241 - 1462, DateSystem::From1904), Some(date(1982, 10, 17)));
}

#[test]
fn a_partial_date_covers_the_days_it_can_be() {
    let month = PartialDate::month_only(2024, 2).expect("a month");
    assert_eq!((month.first_day(), month.last_day()), (date(2024, 2, 1), date(2024, 2, 29)));
    assert_eq!((month.month(), month.day(), month.exact()), (Some(2), None, None));
    let year = PartialDate::year_only(1978).expect("a year");
    assert_eq!((year.first_day(), year.last_day()), (date(1978, 1, 1), date(1978, 12, 31)));
    assert_eq!(year.month(), None);
    assert_eq!(PartialDate::day_of(2023, 2, 29), None);
    assert_eq!(PartialDate::month_only(2023, 13), None);
    assert_eq!(PartialDate::year_only(20_23), PartialDate::from_iso("2023"));
}

#[test]
fn days_are_written_for_people_and_for_papers() {
    assert_eq!(format_day(date(2024, 7, 28)), "28/7/2024");
    assert_eq!(format_day_in_words(date(2024, 7, 28)), "ngày 28 tháng 7 năm 2024");
    assert_eq!(format_day_in_words(date(2024, 2, 3)), "ngày 03 tháng 02 năm 2024");
    assert_eq!(PartialDate::month_only(2024, 7).map(|d| d.to_string()), Some("7/2024".into()));
}

fn partial_dates() -> impl Strategy<Value = PartialDate> {
    (1800_i16..=2199, 1_i8..=12, 1_i8..=31, 0..3).prop_filter_map("a day", |(y, m, d, kind)| {
        match kind {
            0 => PartialDate::year_only(y),
            1 => PartialDate::month_only(y, m),
            _ => PartialDate::day_of(y, m, d),
        }
    })
}

proptest! {
    #[test]
    fn the_iso_text_is_read_again(date in partial_dates()) {
        prop_assert_eq!(PartialDate::from_iso(&date.iso()), Some(date));
        prop_assert_eq!(parse(&date.iso(), 2024).map(|r| r.date), Ok(date));
    }

    #[test]
    fn the_printed_form_is_read_again(date in partial_dates()) {
        prop_assert_eq!(parse(&date.to_string(), 2024).map(|r| r.date), Ok(date));
    }

    #[test]
    fn the_words_of_a_decision_are_read_again(date in partial_dates()) {
        if let Some(day) = date.exact() {
            let reading = parse(&format_day_in_words(day), 2024).expect("a date");
            prop_assert_eq!(reading.date, date);
            prop_assert!(reading.repairs.is_empty());
        }
    }

    #[test]
    fn a_day_and_its_serial_are_one_apart_from_the_next(serial in 61_i64..109_000) {
        let day = from_serial(serial, DateSystem::From1900).expect("a day");
        prop_assert_eq!(from_serial(serial + 1, DateSystem::From1900), day.tomorrow().ok());
        prop_assert_eq!(from_serial(serial - 1462, DateSystem::From1904), (serial >= 1462).then_some(day));
    }
}
