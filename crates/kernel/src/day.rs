//! Calendar days and months, small enough to stand in every posting.

use std::fmt;

use jiff::civil::Date;

use crate::Refusal;

/// A calendar day, counted from 1970-01-01. A stock "on a day" is what was true at its end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A calendar month as the integer `yyyymm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

const EPOCH: Date = Date::constant(1970, 1, 1);
/// Days from 1 March of the year 0 to 1970-01-01.
const DAYS_TO_1970: i32 = 719_468;

impl Day {
    /// Before every day the books can hold (1/1/0001).
    pub const MIN: Self = Self(-719_162);
    /// The open end of a stretch (31/12/9999).
    pub const MAX: Self = Self(2_932_896);

    /// The day the first congress of the unions closed, 28/7/1929: nothing in any books is older.
    pub const fn of_1929_07_28() -> Self {
        Self(-14_767)
    }

    /// The day of a civil date.
    pub fn from_date(date: Date) -> Self {
        Self(EPOCH.duration_until(date).as_hours().div_euclid(24) as i32)
    }

    /// The day `dd/mm/yyyy`, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// The civil date.
    pub fn date(self) -> Date {
        let (year, month, day) = self.civil();
        Date::new(year, month, day).unwrap_or(Date::MAX)
    }

    /// Year, month and day by whole numbers alone: every posting is filed by its month and written as a text, so this
    /// stands in the innermost loop of the books. Years are counted from 1 March, so that the day a leap year has
    /// more is its last; 400 years have 146.097 days.
    fn civil(self) -> (i16, i8, i8) {
        let days = self.0 + DAYS_TO_1970;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let leaps = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
        let year_of_era = (day_of_era - leaps) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // Months from March have 31, 30, 31, 30, 31 days, over and over: 153 in five.
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, turn) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        ((400 * era + year_of_era + turn) as i16, month as i8, day as i8)
    }

    /// Reads `yyyy-mm-dd`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let refusal = || {
            Refusal::new(
                "bad_day",
                format!("“{text}” không phải là một ngày"),
                "Viết năm-tháng-ngày, như 2021-06-30",
            )
        };
        if text.len() != 10 {
            return Err(refusal());
        }
        text.parse::<Date>().map(Self::from_date).map_err(|_| refusal())
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The day before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// So many days later; stays inside the calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days)).clamp(Self::MIN, Self::MAX)
    }

    /// Days from the other day to this one.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// The same day one year earlier (29/2 becomes 28/2).
    #[must_use]
    pub fn year_before(self) -> Self {
        let date = self.date();
        date.checked_sub(jiff::Span::new().years(1)).map_or(Self::MIN, Self::from_date)
    }

    /// The month the day lies in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.civil();
        Month(i32::from(year) * 100 + i32::from(month))
    }

    /// The year the day lies in.
    pub fn year(self) -> i16 {
        self.civil().0
    }

    /// `28/7/2024`, as Vietnamese offices write it.
    pub fn vi(self) -> String {
        let (year, month, day) = self.civil();
        format!("{day}/{month}/{year}")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        let number = i32::from(year) * 10_000 + i32::from(month) * 100 + i32::from(day);
        let mut digits = number.unsigned_abs();
        let mut text = *b"0000-00-00";
        for place in [9, 8, 6, 5, 3, 2, 1, 0] {
            text[place] += (digits % 10) as u8;
            digits /= 10;
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Month {
    /// Reads the integer `yyyymm`.
    pub fn from_number(number: i32) -> Option<Self> {
        let (year, month) = (number / 100, number % 100);
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then_some(Self(number))
    }

    /// The integer `yyyymm`.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The first day of the month.
    pub fn first_day(self) -> Day {
        Day::new((self.0 / 100) as i16, (self.0 % 100) as i8, 1).unwrap_or(Day::MIN)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.0 % 100 == 12 { Self(self.0 + 89) } else { Self(self.0 + 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_month_ends_where_the_next_begins() {
        let december = Day::parse("2023-12-31").unwrap().month();
        assert_eq!(december.number(), 202_312);
        assert_eq!(december.next().first_day(), Day::parse("2024-01-01").unwrap());
    }

    #[test]
    fn the_first_congress_closed_on_the_28th_of_july_1929() {
        assert_eq!(Day::of_1929_07_28().vi(), "28/7/1929");
    }

    #[test]
    fn the_limits_of_the_calendar_are_days_of_it() {
        assert_eq!(Day::MIN.to_string(), "0001-01-01");
        assert_eq!(Day::MAX.to_string(), "9999-12-31");
        assert_eq!(Day::MAX.next(), Day::MAX);
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused_by_name() {
        for text in ["2021-02-30", "2021-6-1", "30/6/2021", "", "2021-06-30T"] {
            assert_eq!(Day::parse(text).unwrap_err().code, "bad_day", "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_reads_back_as_printed(number in -719_162..=2_932_896_i32) {
            let day = Day(number);
            prop_assert_eq!(Day::parse(&day.to_string()).unwrap(), day);
            prop_assert_eq!(Day::from_date(day.date()), day);
            let calendar = EPOCH.checked_add(jiff::Span::new().days(number)).unwrap();
            prop_assert_eq!(day.date(), calendar);
            prop_assert_eq!(day.to_string(), calendar.to_string());
        }
    }
}
