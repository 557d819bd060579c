//! Time as a thing that is passed in: one real clock, one that stands where a test puts it.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{Timestamp, tz::TimeZone};

use crate::{Day, Refusal};

/// A moment, in milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

/// The time zone of every federation: days begin and end in Hà Nội.
const ZONE: &str = "Asia/Ho_Chi_Minh";

fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

impl Instant {
    /// Later than anything the books can hold.
    pub const MAX: Self = Self(i64::MAX);

    /// The calendar day in Hà Nội on which this moment falls.
    pub fn day(self) -> Day {
        let stamp = Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        Day::from_date(stamp.to_zoned(zone()).date())
    }

    /// Midnight at the start of a day in Hà Nội.
    pub fn start_of(day: Day) -> Self {
        let stamp =
            day.date().to_zoned(zone()).map_or(0, |zoned| zoned.timestamp().as_millisecond());
        Self(stamp)
    }

    /// ISO text in Hà Nội time with its offset, such as `2021-05-05T09:00:00+07:00`.
    pub fn iso(self) -> String {
        let stamp = Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        stamp.to_zoned(zone()).strftime("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string()
    }

    /// `15:40 ngày 17/1/2024`, as the foot of a page says it.
    pub fn vi(self) -> String {
        let stamp = Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        let local = stamp.to_zoned(zone());
        format!("{} ngày {}", local.strftime("%H:%M"), Day::from_date(local.date()).vi())
    }

    /// Reads an ISO instant; a day alone means its last millisecond, a time without a zone is Hà Nội time.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if let Ok(day) = Day::parse(text) {
            return Ok(Self(Self::start_of(day.next()).0 - 1));
        }
        if let Ok(stamp) = text.parse::<Timestamp>() {
            return Ok(Self(stamp.as_millisecond()));
        }
        if let Ok(local) = text.parse::<jiff::civil::DateTime>()
            && let Ok(zoned) = local.to_zoned(zone())
        {
            return Ok(Self(zoned.timestamp().as_millisecond()));
        }
        Err(Refusal::new(
            "bad_instant",
            format!("“{text}” không phải là một thời điểm"),
            "Viết như 2021-05-01 hoặc 2021-05-01T15:40:00+07:00",
        ))
    }
}

/// Where the present comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Instant;

    /// Today in Hà Nội.
    fn today(&self) -> Day {
        self.now().day()
    }
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant(Timestamp::now().as_millisecond())
    }
}

/// A clock that stands still until it is told to move: for tests, and for telling the demo's past.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock standing at a moment.
    pub fn at(instant: Instant) -> Self {
        Self(AtomicI64::new(instant.0))
    }

    /// A clock standing at nine in the morning of a day.
    pub fn on(day: Day) -> Self {
        Self::at(Instant(Instant::start_of(day).0 + 9 * 3_600_000))
    }

    /// Moves to a moment.
    pub fn set(&self, instant: Instant) {
        self.0.store(instant.0, Ordering::Relaxed);
    }

    /// Moves to nine in the morning of another day.
    pub fn move_to(&self, day: Day) {
        self.0.store(Instant::start_of(day).0 + 9 * 3_600_000, Ordering::Relaxed);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_in_ha_noi_and_not_in_greenwich() {
        let day = Day::parse("2021-05-05").unwrap();
        assert_eq!(Instant::start_of(day).iso(), "2021-05-05T00:00:00.000+07:00");
        assert_eq!(Instant::start_of(day).day(), day);
        assert_eq!(Instant(Instant::start_of(day).0 - 1).day(), day.previous());
    }

    #[test]
    fn a_day_given_as_an_instant_means_its_end() {
        let end = Instant::parse("2021-05-01").unwrap();
        assert_eq!(end.day(), Day::parse("2021-05-01").unwrap());
        assert_eq!(Instant(end.0 + 1).day(), Day::parse("2021-05-02").unwrap());
        assert_eq!(Instant::parse("hôm qua").unwrap_err().code, "bad_instant");
    }
}
