//! Reading a date in every form clerks type.

use super::partial::PartialDate;
use super::serial::{DateSystem, from_serial};
use super::words::{Piece, Role, pieces};

/// A guess that was needed to read a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateRepair {
    /// The year has two digits: `23/7/91`.
    TwoDigitYear,
    /// Month and day change places because the middle number is above 12: `8/23/1980`.
    Swapped,
    /// No separators, perhaps the leading zero lost: `7061979`.
    Compact,
    /// A spreadsheet's day number whose format was lost: `30241`.
    Serial,
    /// Only the year is known.
    YearOnly,
    /// Only month and year are known.
    MonthOnly,
}

impl DateRepair {
    const ALL: [Self; 6] = [
        Self::TwoDigitYear,
        Self::Swapped,
        Self::Compact,
        Self::Serial,
        Self::YearOnly,
        Self::MonthOnly,
    ];
}

/// A small set of [`DateRepair`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Repairs(u8);

impl Repairs {
    fn with(self, repair: DateRepair) -> Self {
        Self(self.0 | 1 << repair as u8)
    }

    /// Whether this repair was made.
    pub fn contains(self, repair: DateRepair) -> bool {
        self.0 & (1 << repair as u8) != 0
    }

    /// Whether nothing had to be repaired.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The repairs, in the order of the enum.
    pub fn iter(self) -> impl Iterator<Item = DateRepair> {
        DateRepair::ALL.into_iter().filter(move |repair| self.contains(*repair))
    }
}

/// A date read, and what it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateReading {
    /// As precise as the text.
    pub date: PartialDate,
    /// What had to be guessed.
    pub repairs: Repairs,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateRefusal {
    /// Nothing but white space.
    Empty,
    /// Written like a date, but no calendar has that day (`31/2/1990`); the year may still be
    /// right.
    Impossible {
        /// The year it names.
        year: i16,
    },
    /// A year outside [`PartialDate::YEARS`].
    YearOutOfRange {
        /// As typed.
        year: u32,
    },
    /// Not written like a date.
    NotADate,
}

impl std::fmt::Display for DateRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("ô trống"),
            Self::Impossible { year } => write!(f, "ngày không có trong lịch (năm {year})"),
            Self::YearOutOfRange { year } => write!(f, "năm {year} không hợp lý"),
            Self::NotADate => f.write_str("không phải là ngày tháng"),
        }
    }
}

impl std::error::Error for DateRefusal {}

/// Reads a date, day before month. `latest_year` (the as-of year of the list) decides the century
/// of two-digit years: the latest one not after it.
pub fn parse(text: &str, latest_year: i16) -> Result<DateReading, DateRefusal> {
    if text.trim().is_empty() {
        return Err(DateRefusal::Empty);
    }
    let pieces = pieces(text).ok_or(DateRefusal::NotADate)?;
    let reader = Reader { latest_year };
    match *pieces.as_slice() {
        [one] => reader.one_number(one),
        [a, b] => reader.two_numbers(a, b),
        [a, b, c] => reader.three_numbers(a, b, c),
        _ => Err(DateRefusal::NotADate),
    }
}

/// What the numbers mean, given the year lists are of.
struct Reader {
    latest_year: i16,
}

type Reading = Result<DateReading, DateRefusal>;

impl Reader {
    /// `1978`, `30241`, `7061979`, `230791`, `năm 78`.
    fn one_number(&self, piece: Piece) -> Reading {
        let v = piece.value;
        match (piece.length, piece.role) {
            (4, Role::Unsaid | Role::Year) => year_only(v, Repairs::default()),
            (2, Role::Year) => {
                let none = Repairs::default();
                year_only(self.century(v), none.with(DateRepair::TwoDigitYear))
            }
            (5, Role::Unsaid) => {
                let day = from_serial(i64::from(v), DateSystem::From1900);
                let date = day.ok_or(DateRefusal::NotADate)?.into();
                Ok(DateReading { date, repairs: Repairs::default().with(DateRepair::Serial) })
            }
            (6..=8, Role::Unsaid) => self.compact(piece),
            _ => Err(DateRefusal::NotADate),
        }
    }

    /// Digits without separators: ddmmyyyy, dmmyyyy, yyyymmdd, ddmmyy, mmyyyy.
    fn compact(&self, piece: Piece) -> Reading {
        let v = piece.value;
        let repairs = Repairs::default().with(DateRepair::Compact);
        let is_year = |year: u32| (1900..=2099).contains(&year);
        let (day, month, year, repairs) = match piece.length {
            7 | 8 if is_year(v % 10_000) => (v / 1_000_000, v / 10_000 % 100, v % 10_000, repairs),
            8 if is_year(v / 10_000) => (v % 100, v / 100 % 100, v / 10_000, repairs),
            6 if (1..=12).contains(&(v / 10_000)) && is_year(v % 10_000) => {
                return month_only(v / 10_000, v % 10_000, repairs);
            }
            6 => {
                let year = self.century(v % 100);
                (v / 10_000, v / 100 % 100, year, repairs.with(DateRepair::TwoDigitYear))
            }
            _ => return Err(DateRefusal::NotADate),
        };
        // Digits that are far from any day are some other number.
        if day > 31 || month > 31 {
            return Err(DateRefusal::NotADate);
        }
        full(day, month, year, repairs)
    }

    /// `5/1990`, `tháng 5 năm 90`, `1990-05`.
    fn two_numbers(&self, a: Piece, b: Piece) -> Reading {
        let none = Repairs::default();
        let is_said = a.role == Role::Month && b.role == Role::Year;
        match (a.length, b.length) {
            (1 | 2, 4) => month_only(a.value, b.value, none),
            (4, 1 | 2) if a.role != Role::Month => month_only(b.value, a.value, none),
            // `5/90` is a month; `5/12` could be a day as well and is refused.
            (1 | 2, 2) if is_said || b.value > 31 => {
                month_only(a.value, self.century(b.value), none.with(DateRepair::TwoDigitYear))
            }
            _ => Err(DateRefusal::NotADate),
        }
    }

    fn three_numbers(&self, a: Piece, b: Piece, c: Piece) -> Reading {
        let none = Repairs::default();
        if a.role == Role::Month && b.role == Role::Unsaid {
            return self.three_numbers(Piece { role: Role::Unsaid, ..b }, a, c); // `Mar 5, 1990`
        }
        match (a.length, b.length, c.length) {
            (1 | 2, 1 | 2, 4) => full(a.value, b.value, c.value, none),
            (4, 1 | 2, 1 | 2) => full(c.value, b.value, a.value, none),
            (1 | 2, 1 | 2, 2) => {
                let year = self.century(c.value);
                full(a.value, b.value, year, none.with(DateRepair::TwoDigitYear))
            }
            _ => Err(DateRefusal::NotADate),
        }
    }

    /// The latest year with these two last digits that is not after the year of the list.
    fn century(&self, two_digits: u32) -> u32 {
        let latest = u32::try_from(self.latest_year).unwrap_or(0).max(100);
        let year = latest - latest % 100 + two_digits;
        if year > latest { year - 100 } else { year }
    }
}

fn year_only(year: u32, repairs: Repairs) -> Reading {
    let date = PartialDate::year_only(in_range(year)?).ok_or(DateRefusal::NotADate)?;
    Ok(DateReading { date, repairs: repairs.with(DateRepair::YearOnly) })
}

fn month_only(month: u32, year: u32, repairs: Repairs) -> Reading {
    let year = in_range(year)?;
    if month == 0 {
        return year_only(u32::from(year.unsigned_abs()), repairs);
    }
    let date = i8::try_from(month).ok().and_then(|month| PartialDate::month_only(year, month));
    let date = date.ok_or(DateRefusal::Impossible { year })?;
    Ok(DateReading { date, repairs: repairs.with(DateRepair::MonthOnly) })
}

/// A full day; `0` for a day or month that is not known (`00/00/1980`).
fn full(day: u32, month: u32, year: u32, repairs: Repairs) -> Reading {
    if day == 0 {
        return month_only(month, year, repairs);
    }
    let year = in_range(year)?;
    let (day, month, repairs) = match (day, month) {
        (1..=12, 13..) => (month, day, repairs.with(DateRepair::Swapped)),
        _ => (day, month, repairs),
    };
    let impossible = DateRefusal::Impossible { year };
    let (Ok(day), Ok(month)) = (i8::try_from(day), i8::try_from(month)) else {
        return Err(impossible);
    };
    let date = PartialDate::day_of(year, month, day).ok_or(impossible)?;
    Ok(DateReading { date, repairs })
}

fn in_range(year: u32) -> Result<i16, DateRefusal> {
    let known = i16::try_from(year).ok().filter(|year| PartialDate::YEARS.contains(year));
    known.ok_or(DateRefusal::YearOutOfRange { year })
}
