//! Serial dates: days counted from the turn of 1900 or from 1904.

use jiff::civil::{Date, DateTime};

/// Day 0 of the 1900 system for every day after February 1900: the system believes that
/// 1900-02-29 existed, so the days before it count from one day later.
const ZERO_1900: Date = Date::constant(1899, 12, 30);
const ZERO_EARLY_1900: Date = Date::constant(1899, 12, 31);
const LEAP_THAT_WAS_NOT: Date = Date::constant(1900, 3, 1);
const ZERO_1904: Date = Date::constant(1904, 1, 1);

/// The serial number of a day, `None` before the system begins.
pub(crate) fn of_date(date: Date, date_1904: bool) -> Option<f64> {
    let zero = match date_1904 {
        true => ZERO_1904,
        false if date < LEAP_THAT_WAS_NOT => ZERO_EARLY_1900,
        false => ZERO_1900,
    };
    let days = zero.duration_until(date).as_hours() / 24;
    let first = i64::from(!date_1904);
    (days >= first).then(|| i32::try_from(days).ok().map(f64::from))?
}

/// The serial number of an ISO 8601 day or day with time.
pub(crate) fn of_iso(text: &str, date_1904: bool) -> Option<f64> {
    let moment: DateTime = text.trim().trim_end_matches('Z').parse().ok()?;
    let time = moment.time();
    let midnight = time.duration_since(jiff::civil::Time::midnight());
    Some(of_date(moment.date(), date_1904)? + midnight.as_secs_f64() / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_those_a_spreadsheet_shows() {
        assert_eq!(of_iso("1900-01-01", false), Some(1.0));
        assert_eq!(of_iso("1900-02-28", false), Some(59.0));
        assert_eq!(of_iso("1900-03-01", false), Some(61.0));
        assert_eq!(of_iso("1988-03-02", false), Some(32_204.0));
        assert_eq!(of_iso("2021-06-30T18:00:00", false), Some(44_377.75));
        assert_eq!(of_iso("1988-03-02", true), Some(32_204.0 - 1_462.0));
        assert_eq!(of_iso("1904-01-01", true), Some(0.0));
    }

    #[test]
    fn a_day_before_the_system_has_no_serial() {
        assert_eq!(of_iso("1899-12-31", false), None);
        assert_eq!(of_iso("1903-12-31", true), None);
        assert_eq!(of_iso("30/6/2021", false), None);
    }
}
