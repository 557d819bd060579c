//! Money that goes with an award: the base salary of the decision's day times a coefficient, rounded.

use kernel::Day;
use serde::Deserialize;

use crate::{Catalogue, Lasts, Source, Subject};

/// How an amount is rounded. Documents say "up" and those who apply them round to the nearest, so it is a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Rounding {
    /// Up to ten thousand đồng.
    #[serde(rename = "ceil_10k")]
    Up,
    /// To the nearest ten thousand đồng, half up.
    #[serde(rename = "nearest_10k")]
    Nearest,
    /// Not at all.
    #[serde(rename = "none")]
    Exact,
}

const STEP_VND: i64 = 10_000;

impl Rounding {
    /// Its code in the files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Up => "ceil_10k",
            Self::Nearest => "nearest_10k",
            Self::Exact => "none",
        }
    }

    /// How it rounds, in words.
    pub const fn name(self) -> kernel::Text {
        match self {
            Self::Up => kernel::Text::new("lên chục nghìn đồng", "up to ten thousand đồng"),
            Self::Nearest => kernel::Text::new(
                "đến chục nghìn đồng gần nhất",
                "to the nearest ten thousand đồng",
            ),
            Self::Exact => kernel::Text::new("không làm tròn", "not rounded"),
        }
    }

    /// Rounds an amount that is not negative.
    pub fn of(self, amount_vnd: i64) -> i64 {
        match self {
            Self::Up => (amount_vnd + STEP_VND - 1).div_euclid(STEP_VND) * STEP_VND,
            Self::Nearest => (amount_vnd + STEP_VND / 2).div_euclid(STEP_VND) * STEP_VND,
            Self::Exact => amount_vnd,
        }
    }
}

/// A coefficient in thousandths: `0,6` is 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coefficient(pub i64);

impl Coefficient {
    /// Reads `4.5` or `0,6`; up to 100 with three places.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > 3 || !digits(whole) || !digits(part)
        {
            return None;
        }
        let thousandths: i64 = format!("{part:0<3}").parse().ok()?;
        let value = whole.parse::<i64>().ok()? * 1000 + thousandths;
        (value > 0 && value <= 100_000).then_some(Self(value))
    }

    /// `0,6`, as Vietnamese write it.
    pub fn vi(self) -> String {
        let text = format!("{},{:03}", self.0 / 1000, self.0 % 1000);
        text.trim_end_matches('0').trim_end_matches(',').to_owned()
    }
}

/// The base salary (lương cơ sở) from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseSalary {
    /// How much, in đồng.
    pub vnd: i64,
    /// The days it holds.
    pub lasts: Lasts,
    /// Where it stands.
    pub source: Source,
}

/// A coefficient for an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// The award's code.
    pub award: String,
    /// For whom.
    pub subject: Subject,
    /// Times the base salary.
    pub coefficient: Coefficient,
    /// Whether it is the most that may be given and not what is given.
    pub is_ceiling: bool,
    /// The days it holds.
    pub lasts: Lasts,
    /// Where it stands.
    pub source: Source,
}

/// How amounts are rounded from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundingRule {
    /// The mode.
    pub mode: Rounding,
    /// The days it holds.
    pub lasts: Lasts,
    /// Where it stands.
    pub source: Source,
}

/// What an award is worth on a day, with everything it was worked out from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount<'a> {
    /// The base salary of that day.
    pub base: &'a BaseSalary,
    /// The coefficient.
    pub price: &'a Price,
    /// How it was rounded.
    pub rounding: &'a RoundingRule,
    /// Base times coefficient.
    pub exact_vnd: i64,
    /// The same, rounded: what is paid, or the most that may be.
    pub vnd: i64,
}

impl Catalogue {
    /// The money of an award decided on a day; `None` where no verified text names a coefficient, or the base salary of
    /// that day was not read in any.
    pub fn amount(&self, award: &str, subject: Subject, decided_on: Day) -> Option<Amount<'_>> {
        let price = self.prices.iter().find(|price| {
            price.award == award
                && price.subject == subject
                && price.lasts.holds(decided_on)
                && price.source.mark.decides()
        })?;
        let base = self.base_salary(decided_on)?;
        let rounding = (self.roundings.iter())
            .find(|rule| rule.lasts.holds(decided_on) && rule.source.mark.decides())?;
        // At most 10^9 đồng × 10^5: far inside 64 bits. The loader holds both limits.
        let exact_vnd = base.vnd * price.coefficient.0 / 1000;
        Some(Amount { base, price, rounding, exact_vnd, vnd: rounding.mode.of(exact_vnd) })
    }

    /// The base salary in force on a day.
    pub fn base_salary(&self, on: Day) -> Option<&BaseSalary> {
        self.base_salaries.iter().find(|base| base.lasts.holds(on) && base.source.mark.decides())
    }

    /// The coefficients of an award in force on a day, guesses too: for a reader, not for a payment.
    pub fn prices(&self, award: &str, on: Day) -> Vec<&Price> {
        let of_day = |price: &&Price| price.award == award && price.lasts.holds(on);
        self.prices.iter().filter(of_day).collect()
    }
}
