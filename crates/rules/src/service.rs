//! Union service by months, exactly: posts weighted by kind, overlaps once, disciplined time taken out.
//!
//! A day counts once, with the highest coefficient of the posts held on it, and not at all while a sanction is served.
//! Days of one coefficient that touch form one stretch; a stretch is counted in full months from its first day, what
//! remains is counted in days, thirty to a month. The sum is kept in sixtieths of a month, so that ×1,5 stays whole.

use kernel::Day;

use crate::facts::Trace;

/// How a post counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceKind {
    /// Full time: ×1.
    FullTime,
    /// Part time in the state sector: ×1,5.
    PartTimeState,
    /// Part time in a grassroots union of a non-state enterprise: ×2.
    PartTimePrivate,
}

impl ServiceKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::FullTime, Self::PartTimeState, Self::PartTimePrivate];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FullTime => "chuyen_trach",
            Self::PartTimeState => "khong_chuyen_trach_nha_nuoc",
            Self::PartTimePrivate => "khong_chuyen_trach_ngoai_nha_nuoc",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The coefficient in halves.
    pub const fn halves(self) -> i64 {
        match self {
            Self::FullTime => 2,
            Self::PartTimeState => 3,
            Self::PartTimePrivate => 4,
        }
    }

    /// The name a reader sees.
    pub const fn name(self) -> kernel::Text {
        match self {
            Self::FullTime => kernel::Text::new("Chuyên trách (hệ số 1)", "Full time (×1)"),
            Self::PartTimeState => kernel::Text::new(
                "Không chuyên trách, khu vực nhà nước (hệ số 1,5)",
                "Part time, state sector (×1.5)",
            ),
            Self::PartTimePrivate => kernel::Text::new(
                "Không chuyên trách, CĐCS doanh nghiệp ngoài nhà nước (hệ số 2)",
                "Part time, non-state enterprise (×2)",
            ),
        }
    }
}

/// A post held from a day to before another; open while it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// How it counts.
    pub kind: ServiceKind,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Option<Day>,
    /// Where it is recorded.
    pub trace: Trace,
}

/// Days that do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Option<Day>,
    /// Where it is recorded.
    pub trace: Trace,
}

/// A stretch of one coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// How it counts.
    pub kind: ServiceKind,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// Full months.
    pub months: i64,
    /// Days beyond them.
    pub days: i64,
}

/// The sum of somebody's service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Service {
    /// The stretches that count, in time.
    pub stretches: Vec<Stretch>,
    /// The sum in sixtieths of a month: a day of ×1 is 2, of ×1,5 is 3, of ×2 is 4.
    pub sixtieths: i64,
}

impl Service {
    /// Full weighted months.
    pub fn months(&self) -> i64 {
        self.sixtieths.div_euclid(60)
    }
}

/// Weighs posts up to a day, that day included. Posts that end before they begin count nothing.
pub fn weigh(posts: &[Post], taken: &[Taken], on: Day) -> Service {
    let end = on.next();
    let clip = |from: Day, until: Option<Day>| (from, until.unwrap_or(end).min(end));
    let mut bounds: Vec<Day> = Vec::with_capacity(2 * (posts.len() + taken.len()));
    let spans = (posts.iter().map(|post| (post.from, post.until)))
        .chain(taken.iter().map(|taken| (taken.from, taken.until)));
    for (from, until) in spans.map(|(from, until)| clip(from, until)).filter(|(a, b)| a < b) {
        bounds.extend([from, until]);
    }
    bounds.sort_unstable();
    bounds.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for pair in bounds.windows(2) {
        let [from, until] = [pair[0], pair[1]];
        let at = |start: Day, stop: Option<Day>| {
            let (start, stop) = clip(start, stop);
            start <= from && until <= stop
        };
        if taken.iter().any(|taken| at(taken.from, taken.until)) {
            continue;
        }
        let best =
            posts.iter().filter(|post| at(post.from, post.until)).map(|post| post.kind).max();
        let Some(kind) = best else { continue };
        match stretches.last_mut().filter(|last| last.kind == kind && last.until == from) {
            Some(last) => last.until = until,
            None => stretches.push(Stretch { kind, from, until, months: 0, days: 0 }),
        }
    }
    let mut sixtieths = 0;
    for stretch in &mut stretches {
        (stretch.months, stretch.days) = months_between(stretch.from, stretch.until);
        // What remains is less than a month, also in a month of 31 days.
        sixtieths += stretch.kind.halves() * (30 * stretch.months + stretch.days.min(29));
    }
    Service { stretches, sixtieths }
}

/// Full months from a day to another, and the days that remain.
pub fn months_between(from: Day, until: Day) -> (i64, i64) {
    if until <= from {
        return (0, 0);
    }
    let (a, b) = (from.date(), until.date());
    let mut months = (i64::from(b.year()) - i64::from(a.year())) * 12 + i64::from(b.month())
        - i64::from(a.month());
    let mut mark = plus_months(from, months);
    if mark > until {
        months -= 1;
        mark = plus_months(from, months);
    }
    (months, i64::from(until.since(mark)))
}

/// The same day so many months later, or the last of a shorter month.
pub fn plus_months(day: Day, months: i64) -> Day {
    let date = day.date();
    let counted = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 + months;
    let (year, month) = (counted.div_euclid(12), counted.rem_euclid(12) + 1);
    let in_month = |day: i8| Day::new(i16::try_from(year).ok()?, month as i8, day);
    (28..=date.day()).rev().chain([date.day()]).find_map(in_month).unwrap_or(Day::MAX)
}
