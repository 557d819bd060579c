//! Days as spreadsheets count them.

use super::partial::PartialDate;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Where a workbook begins to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DateSystem {
    /// 1 is 1 January 1900, and 60 is a 29 February 1900 that never was (a bug kept since Lotus
    /// 1-2-3); the usual one.
    #[default]
    From1900,
    /// 0 is 1 January 1904; old Macintosh workbooks.
    From1904,
}

/// The day behind a serial number (the fraction, the time of day, already dropped). `None` for
/// the day that never was and outside [`PartialDate::YEARS`].
pub fn from_serial(serial: i64, system: DateSystem) -> Option<Date> {
    let start = match (system, serial) {
        (DateSystem::From1900, 1..=59) => date(1899, 12, 31),
        (DateSystem::From1900, 61..) => date(1899, 12, 30),
        (DateSystem::From1904, 0..) => date(1904, 1, 1),
        _ => return None,
    };
    let days = i32::try_from(serial).ok()?;
    let day = start.checked_add(days.checked_days()?).ok()?;
    PartialDate::YEARS.contains(&day.year()).then_some(day)
}

/// A span of days that fits the calendar; jiff's plain constructor panics outside it.
trait CheckedDays {
    fn checked_days(self) -> Option<jiff::Span>;
}

impl CheckedDays for i32 {
    fn checked_days(self) -> Option<jiff::Span> {
        (self.unsigned_abs() < 1_000_000).then(|| self.days())
    }
}
