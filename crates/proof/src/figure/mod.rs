//! The figures of a sentence: percentages, ratios, counts, days, spans of years.
//!
//! Everything that only looks like a figure is recognised too and set aside ([`Figure::Other`]):
//! document numbers, times, house numbers, ordinals. What is set aside can raise no alarm.

mod code;
mod count;
mod day;
mod noun;
mod number;
mod percent;
mod ratio;
#[cfg(test)]
mod tests;
mod years;

use crate::sentence::Sentence;
use crate::token::Sort;
pub(crate) use noun::{Noun, noun as noun_at};
pub(crate) use percent::Role;
use vietnamese::number::Decimal;

/// A figure and the tokens it takes: from one token up to another, which is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its first token; words such as `gần`, `hơn` in front of a number belong to it.
    pub(crate) from: usize,
    /// The token behind its last one; the noun that a count counts belongs to it.
    pub(crate) to: usize,
    /// What it says.
    pub(crate) figure: Figure,
}

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    /// `87,5%`.
    Percent {
        /// The number in front of the sign.
        value: Decimal,
        /// How exactly it is meant.
        hedge: Hedge,
        /// What it is a percentage of.
        role: Role,
    },
    /// `21/27`.
    Ratio {
        /// The number in front of the stroke.
        num: i64,
        /// The number behind it, above zero.
        den: i64,
        /// Whether it might as well be a day (`3/7`) or a plain fraction (`2/3`).
        reading: ratio::Reading,
    },
    /// `275 công đoàn cơ sở`, `1,5 tỷ đồng`.
    Count {
        /// How many; đồng for money.
        value: i64,
        /// What is counted, when it is said and known.
        noun: Option<Noun>,
        /// How exactly it is meant.
        hedge: Hedge,
    },
    /// `28/7/2024`, `ngày 28 tháng 7`; perhaps one that is in no calendar.
    Day {
        /// The day of the month, as written.
        day: u32,
        /// The month, as written.
        month: u32,
        /// The year, when it is written with four digits.
        year: Option<u32>,
        /// Whether a word says that it is a day.
        is_said: bool,
    },
    /// `2018–2023`.
    Years {
        /// The first year.
        from: i64,
        /// The second year.
        to: i64,
    },
    /// A number that is no figure: an ordinal, an address, a time, a document.
    Other,
}

pub(crate) use ratio::Reading;

/// How exactly a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// To the unit.
    Exact,
    /// `hơn`, `trên`: a little more.
    Above,
    /// `gần`: a little less.
    Below,
    /// `khoảng`.
    About,
    /// `từ … trở lên`, `mỗi`, `ít nhất`: a limit or a rate, no amount.
    Limit,
}

impl Mark {
    /// A number that is no figure.
    fn other(from: usize, to: usize) -> Self {
        Self { from, to, figure: Figure::Other }
    }

    /// Whether this is a percentage.
    pub(crate) fn is_percent(&self) -> bool {
        matches!(self.figure, Figure::Percent { .. })
    }
}

/// The figures of a sentence, in their order.
pub(crate) fn marks(sentence: &Sentence<'_>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        match mark_at(sentence, at, marks.last()) {
            Some(mark) => {
                at = mark.to.max(at + 1);
                marks.push(mark);
            }
            None => at += 1,
        }
    }
    marks
}

/// The figure that begins with the number at a place; the words in front of it may belong to it.
fn mark_at(sentence: &Sentence<'_>, at: usize, before: Option<&Mark>) -> Option<Mark> {
    let free_from = before.map_or(0, |mark| mark.to);
    if sentence.is(at, Sort::Word) {
        return count::in_words(sentence, at);
    }
    if !sentence.is(at, Sort::Number) {
        return None;
    }
    code::document(sentence, at)
        .or_else(|| day::day(sentence, at))
        .or_else(|| years::years(sentence, at))
        .or_else(|| code::named(sentence, at))
        .or_else(|| percent::percent(sentence, at, free_from))
        .or_else(|| code::span_or_time(sentence, at))
        .or_else(|| ratio::ratio(sentence, at, free_from))
        .or_else(|| count::count(sentence, at, free_from))
        .or(Some(Mark::other(at, at + 1)))
}

/// How a number is meant by the words in front of it, and the token with which they begin. They
/// must not reach into the figure before.
fn hedge(sentence: &Sentence<'_>, at: usize, free_from: usize) -> (Hedge, usize) {
    const HEDGES: [(&str, Hedge); 36] = [
        ("không dưới", Hedge::Limit),
        ("không quá", Hedge::Limit),
        ("không thấp hơn", Hedge::Limit),
        ("ít nhất", Hedge::Limit),
        ("tối thiểu", Hedge::Limit),
        ("tối đa", Hedge::Limit),
        ("nhiều nhất", Hedge::Limit),
        ("mỗi", Hedge::Limit),
        ("từng", Hedge::Limit),
        ("bình quân", Hedge::Limit),
        ("trung bình", Hedge::Limit),
        ("phấn đấu", Hedge::Limit),
        ("phấn đấu đạt", Hedge::Limit),
        ("phấn đấu có", Hedge::Limit),
        ("chưa đến", Hedge::Below),
        ("chưa tới", Hedge::Below),
        ("gần", Hedge::Below),
        ("gần tới", Hedge::Below),
        ("gần đạt", Hedge::Below),
        ("ngót", Hedge::Below),
        ("dưới", Hedge::Below),
        ("trên dưới", Hedge::About),
        ("khoảng", Hedge::About),
        ("khoảng gần", Hedge::About),
        ("khoảng trên", Hedge::About),
        ("khoảng hơn", Hedge::About),
        ("xấp xỉ", Hedge::About),
        ("chừng", Hedge::About),
        ("ước", Hedge::About),
        ("ước khoảng", Hedge::About),
        ("ước chừng", Hedge::About),
        ("ước tính", Hedge::About),
        ("ước đạt", Hedge::About),
        ("hơn", Hedge::Above),
        ("trên", Hedge::Above),
        ("quá", Hedge::Above),
    ];
    let words = |phrase: &str| phrase.split(' ').count();
    let fits = |phrase: &str| {
        let first = at.checked_sub(words(phrase));
        first.is_some_and(|first| first >= free_from && sentence.words(first, at) == phrase)
    };
    let found =
        HEDGES.iter().filter(|(phrase, _)| fits(phrase)).max_by_key(|(phrase, _)| phrase.len());
    match found {
        // Right behind a count, `trên` is no hedge but a stroke: `45 CĐCS trên 60 CĐCS`.
        Some(("trên", _)) if free_from > 0 && at == free_from + 1 => (Hedge::Exact, at),
        Some((phrase, hedge)) => (*hedge, at - words(phrase)),
        None => (Hedge::Exact, at),
    }
}
