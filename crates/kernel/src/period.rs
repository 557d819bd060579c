//! Periods of reports: half-open stretches of days, written the way the command line takes them.

use std::fmt;

use crate::{Day, Refusal};

/// The days `[from, to)`. "To the end of 31/12" has `to` = 1/1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// First day.
    pub from: Day,
    /// First day after.
    pub to: Day,
}

impl Period {
    /// The days from one to another, both counted.
    pub fn inclusive(first: Day, last: Day) -> Self {
        Self { from: first, to: last.next() }
    }

    /// A calendar year.
    pub fn year(year: i16) -> Option<Self> {
        months(year, 1, 12)
    }

    /// Reads `2023`, `2021-H1`, `2021-Q2`, `2021-06` or `A..B` (both days counted).
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        read(text).ok_or_else(|| {
            Refusal::new(
                "bad_period",
                format!("“{text}” không phải là một kỳ"),
                "Viết 2023, 2021-H1, 2021-Q2, 2021-06 hoặc 2021-01-01..2021-06-30",
            )
        })
    }

    /// Whether a day lies in the period.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day < self.to
    }

    /// The last day of the period.
    pub fn last(self) -> Day {
        self.to.previous()
    }

    /// The period cut so that it ends with a day; empty if it begins later.
    #[must_use]
    pub fn up_to(self, day: Day) -> Self {
        Self { from: self.from, to: self.to.min(day.next()).max(self.from) }
    }

    /// The same days one year earlier.
    #[must_use]
    pub fn year_before(self) -> Self {
        Self { from: self.from.year_before(), to: self.to.year_before() }
    }

    /// The short name if the period has one, else `A..B`.
    pub fn code(self) -> String {
        let (date, last) = (self.from.date(), self.last().date());
        let whole = date.day() == 1 && self.to.date().day() == 1 && date.year() == last.year();
        match (whole, date.month(), last.month()) {
            (true, 1, 12) => format!("{}", date.year()),
            (true, 1, 6) => format!("{}-H1", date.year()),
            (true, 7, 12) => format!("{}-H2", date.year()),
            (true, a, b) if b - a == 2 && (a - 1) % 3 == 0 => {
                format!("{}-Q{}", date.year(), (a + 2) / 3)
            }
            (true, a, b) if a == b => format!("{}-{a:02}", date.year()),
            _ => format!("{}..{}", self.from, self.last()),
        }
    }

    /// The name as a reader expects it: `năm 2023`, `6 tháng đầu năm 2021`, `từ 1/1/2024 đến 30/6/2024`.
    pub fn vi(self) -> String {
        let code = self.code();
        let (year, rest) = code.split_at(code.len().min(4));
        match rest {
            "" => format!("năm {year}"),
            "-H1" => format!("6 tháng đầu năm {year}"),
            "-H2" => format!("6 tháng cuối năm {year}"),
            _ if rest.starts_with("-Q") => format!("quý {} năm {year}", &rest[2..]),
            _ if rest.len() == 3 => {
                format!("tháng {}/{year}", rest[1..].trim_start_matches('0'))
            }
            _ if self.from == self.last() => format!("ngày {}", self.from.vi()),
            _ => format!("từ {} đến {}", self.from.vi(), self.last().vi()),
        }
    }
}

fn months(year: i16, first: i8, last: i8) -> Option<Period> {
    if !(1..=9998).contains(&year) {
        return None;
    }
    Some(Period {
        from: Day::new(year, first, 1)?,
        to: Day::new(year, last, 1)?.month().next().first_day(),
    })
}

fn read(text: &str) -> Option<Period> {
    if let Some((first, last)) = text.split_once("..") {
        let period = Period::inclusive(Day::parse(first).ok()?, Day::parse(last).ok()?);
        return (period.from < period.to).then_some(period);
    }
    let (year, part) = text.split_once('-').map_or((text, ""), |(year, part)| (year, part));
    let year: i16 = (year.len() == 4).then(|| year.parse().ok())??;
    match part {
        "" if !text.contains('-') => months(year, 1, 12),
        "H1" => months(year, 1, 6),
        "H2" => months(year, 7, 12),
        "Q1" => months(year, 1, 3),
        "Q2" => months(year, 4, 6),
        "Q3" => months(year, 7, 9),
        "Q4" => months(year, 10, 12),
        _ => {
            let month: i8 = (part.len() == 2).then(|| part.parse().ok())??;
            months(year, month, month)
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn each_way_of_writing_a_period_has_its_days() {
        for (text, from, to) in [
            ("2023", "2023-01-01", "2024-01-01"),
            ("2021-H1", "2021-01-01", "2021-07-01"),
            ("2021-H2", "2021-07-01", "2022-01-01"),
            ("2021-Q2", "2021-04-01", "2021-07-01"),
            ("2021-06", "2021-06-01", "2021-07-01"),
            ("2023-12-01..2024-05-31", "2023-12-01", "2024-06-01"),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(period, Period { from: day(from), to: day(to) }, "{text}");
            assert_eq!(period.code(), text);
        }
    }

    #[test]
    fn what_is_not_a_period_is_refused_by_name() {
        for text in ["", "21", "2021-H3", "2021-13", "2021-", "2021-06-30..2021-01-01", "9999", "x"]
        {
            assert_eq!(Period::parse(text).unwrap_err().code, "bad_period", "{text}");
        }
    }

    #[test]
    fn a_period_says_its_name_in_vietnamese() {
        assert_eq!(Period::parse("2021-H1").unwrap().vi(), "6 tháng đầu năm 2021");
        assert_eq!(Period::parse("2021-06").unwrap().vi(), "tháng 6/2021");
        assert_eq!(
            Period::parse("2024-01-01..2024-06-15").unwrap().vi(),
            "từ 1/1/2024 đến 15/6/2024"
        );
        assert_eq!(Period::parse("2020-05-29..2020-05-29").unwrap().vi(), "ngày 29/5/2020");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,24}") {
            let _ = Period::parse(&text);
        }

        #[test]
        fn a_code_reads_back_as_its_period(start in 0..40_000_i32, length in 1..2_000_i32) {
            let from = Day::MIN.plus(600_000 + start);
            let period = Period { from, to: from.plus(length) };
            prop_assert_eq!(Period::parse(&period.code()).unwrap(), period);
        }
    }
}
