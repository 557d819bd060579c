//! Spans of years: `2018–2023`, `2018 đến 2023`, `2018-23`.

use super::number::{plain, year};
use super::{Figure, Mark};
use crate::sentence::Sentence;

/// A span of years, or a year alone, which is no count.
pub(super) fn years(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let from = year(sentence.key(at))?;
    let joined = matches!(sentence.key(at + 1), "-" | "đến" | "tới" | "/");
    let second = if matches!(sentence.key(at + 2), "năm") { at + 3 } else { at + 2 };
    let full = year(sentence.key(second));
    let short = || {
        let is_short = sentence.touches(at + 2) && sentence.key(at + 2).len() == 2;
        let digits = plain(sentence.key(at + 2), 2).filter(|_| is_short)?;
        Some(from - from % 100 + i64::from(digits)).filter(|to| *to > from)
    };
    if let Some(to) = full.or_else(short).filter(|_| joined) {
        let end = if full.is_some() { second + 1 } else { at + 3 };
        return Some(Mark { from: at, to: end, figure: Figure::Years { from, to } });
    }
    let is_year = matches!(sentence.key(at.wrapping_sub(1)), "năm" | "/" | "tết" | "xuân" | "hè");
    is_year.then_some(Mark::other(at, at + 1))
}
