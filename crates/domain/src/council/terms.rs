//! What a matter asks for to pass: which share, of whom, voted on how. Exact fractions; nothing is rounded.

use kernel::Refusal;

/// The largest denominator that is read: `66.7%` is written `667/1000`.
const WHOLE_MAX: i64 = 1_000;
/// Letters of a source at most.
pub(super) const SOURCE_MAX: usize = 300;

/// A share of some people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Above the line.
    pub part: i64,
    /// Below the line.
    pub whole: i64,
}

impl Share {
    /// Reads `2/3` or `90%`.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let wrong = || {
            Refusal::new(
                "bad_share",
                format!("“{}” không phải một tỷ lệ", typed.chars().take(20).collect::<String>()),
                "Ghi như 2/3 hoặc 80%",
            )
        };
        let number = |text: &str| text.trim().parse::<i64>().map_err(|_| wrong());
        let share = match (typed.trim().strip_suffix('%'), typed.split_once('/')) {
            (Some(percent), _) => Self { part: number(percent)?, whole: 100 },
            (None, Some((part, whole))) => Self { part: number(part)?, whole: number(whole)? },
            (None, None) => return Err(wrong()),
        };
        let stands = share.part >= 1 && share.part <= share.whole && share.whole <= WHOLE_MAX;
        if stands { Ok(share) } else { Err(wrong()) }
    }

    /// Whether so many of some people are this share of them, or more than it.
    #[must_use]
    pub fn is_met(self, count: i64, of: i64, beyond: bool) -> bool {
        let (have, need) = (count * self.whole, of * self.part);
        of > 0 && if beyond { have > need } else { have >= need }
    }

    /// The fewest of some people that are this share, or more than it.
    #[must_use]
    pub fn least(self, of: i64, beyond: bool) -> i64 {
        let need = of * self.part;
        if beyond { need / self.whole + 1 } else { (need + self.whole - 1) / self.whole }
    }

    /// Whether it is at least as large as another.
    #[must_use]
    pub fn is_as_large_as(self, other: Self) -> bool {
        self.part * other.whole >= other.part * self.whole
    }

    /// `2/3`, `90%`.
    #[must_use]
    pub fn text(self) -> String {
        if self.whole == 100 {
            return format!("{}%", self.part);
        }
        format!("{}/{}", self.part, self.whole)
    }
}

/// Of whom a share is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Of all members of the council.
    All,
    /// Of those present, and those whose votes came in writing.
    Present,
}

impl Base {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Present => "present",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::All, Self::Present].into_iter().find(|each| each.code() == code)
    }

    /// Whom it means, in words.
    pub const fn vi(self) -> &'static str {
        match self {
            Self::All => "tổng số thành viên hội đồng",
            Self::Present => "số thành viên dự họp",
        }
    }
}

/// What a matter asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The share of votes for it.
    pub pass: Share,
    /// Whether it must be more than that share.
    pub beyond: bool,
    /// Of whom.
    pub base: Base,
    /// Whether the ballot is secret.
    pub secret: bool,
    /// Whether an absent member may vote in writing.
    pub written: bool,
    /// Whether who may not vote on it is left out of the number it is a share of.
    pub recused_out: bool,
    /// How many of the members must be present.
    pub quorum: Share,
    /// Where all this stands, as it was read or typed.
    pub source: String,
    /// The rule of the regulations it follows; none where the session typed its own.
    pub rule: Option<String>,
}

impl Terms {
    /// Refuses what nobody could reach or what names no source.
    pub(super) fn must_stand(&self) -> Result<(), Refusal> {
        if self.beyond && self.pass.part == self.pass.whole {
            return Err(Refusal::new(
                "share_out_of_reach",
                format!("Không ai đạt được nhiều hơn {}", self.pass.text()),
                "Ghi “từ” thay cho “nhiều hơn”, hoặc ghi tỷ lệ thấp hơn",
            ));
        }
        if !(3..=SOURCE_MAX).contains(&self.source.trim().chars().count()) {
            return Err(Refusal::new(
                "source_missing",
                "Chưa nói mức thông qua lấy từ đâu",
                "Ghi quy chế của hội đồng, văn bản, hoặc “hội đồng thống nhất tại phiên họp”",
            ));
        }
        Ok(())
    }

    /// The sentence of the minutes: `từ 90% trở lên, tính trên tổng số thành viên hội đồng`.
    #[must_use]
    pub fn vi(&self) -> String {
        let share = self.pass.text();
        let least =
            if self.beyond { format!("trên {share}") } else { format!("từ {share} trở lên") };
        format!("{least}, tính trên {}", self.base.vi())
    }
}
