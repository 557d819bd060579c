//! A date as precise as it is known.

use jiff::civil::Date;

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year alone.
    Year,
    /// Month and year.
    Month,
    /// The full day.
    Day,
}

/// A year, a month of a year, or a day; always one that exists. Ordered by its first possible
/// day, the less precise first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    first: Date,
    precision: Precision,
}

impl PartialDate {
    /// The years that are read; what is outside is a slip of the hand.
    pub const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;

    /// A year alone.
    pub fn year_only(year: i16) -> Option<Self> {
        Self::checked(year, 1, 1, Precision::Year)
    }

    /// A month of a year.
    pub fn month_only(year: i16, month: i8) -> Option<Self> {
        Self::checked(year, month, 1, Precision::Month)
    }

    /// A day; `None` when no calendar has it.
    pub fn day_of(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::checked(year, month, day, Precision::Day)
    }

    fn checked(year: i16, month: i8, day: i8, precision: Precision) -> Option<Self> {
        if !Self::YEARS.contains(&year) {
            return None;
        }
        let first = Date::new(year, month, day).ok()?;
        Some(Self { first, precision })
    }

    /// How much is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The month, when known.
    pub fn month(self) -> Option<i8> {
        (self.precision >= Precision::Month).then(|| self.first.month())
    }

    /// The day of the month, when known.
    pub fn day(self) -> Option<i8> {
        (self.precision == Precision::Day).then(|| self.first.day())
    }

    /// The calendar day, when the full day is known.
    pub fn exact(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// The first day it can be.
    pub fn first_day(self) -> Date {
        self.first
    }

    /// The last day it can be.
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Year => self.first.last_of_year(),
            Precision::Month => self.first.last_of_month(),
            Precision::Day => self.first,
        }
    }

    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as it is.
    pub fn iso(self) -> String {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        match self.precision {
            Precision::Year => format!("{year:04}"),
            Precision::Month => format!("{year:04}-{month:02}"),
            Precision::Day => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// Reads what [`Self::iso`] wrote, and nothing else.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|m| digits(m, 2));
        let day = parts.next().map(|d| digits(d, 2));
        match (month, day, parts.next()) {
            (None, None, None) => Self::year_only(year),
            (Some(month), None, None) => Self::month_only(year, month? as i8),
            (Some(month), Some(day), None) => Self::day_of(year, month? as i8, day? as i8),
            _ => None,
        }
    }
}

fn digits(text: &str, length: usize) -> Option<i16> {
    let is_right = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if is_right { text.parse().ok() } else { None }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        Self { first: day, precision: Precision::Day }
    }
}

/// For people: `28/7/2024`, `7/2024`, `2024`.
impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.precision {
            Precision::Year => write!(f, "{}", self.year()),
            Precision::Month => write!(f, "{}/{}", self.first.month(), self.year()),
            Precision::Day => f.write_str(&super::format_day(self.first)),
        }
    }
}
