//! Days, and months with their year.

use super::number::plain;
use super::{Figure, Mark};
use crate::sentence::Sentence;
use crate::token::Sort;
use crate::words::{ends_with, starts_with};

/// Words behind which `28/7` is a day.
const DAY_WORDS: &[&str] = &[
    "ngày",
    "sáng",
    "trưa",
    "chiều",
    "tối",
    "hôm",
    "đêm",
    "dịp",
    "mừng",
    "kỷ niệm",
    "lễ",
    "rạng sáng",
    "ngày lễ",
    "sáng nay",
    "chiều nay",
    "hôm nay",
    "tối nay",
    "mùng",
    "từ ngày",
    "trước",
    "sau",
    "đến hết",
    "kể từ",
    "hạn chót",
    "hạn cuối",
];

/// A day, or a month with its year, that begins with the number at a place.
pub(super) fn day(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    dotted(sentence, at)
        .or_else(|| in_words(sentence, at))
        .or_else(|| with_strokes(sentence, at))
        .or_else(|| said_day(sentence, at))
        .or_else(|| month_of_year(sentence, at))
}

fn is_said(sentence: &Sentence<'_>, at: usize) -> bool {
    // `(28/7` and `, ngày 28/7` are days as well.
    let before = sentence.words_before(at, 2);
    let before = before.strip_suffix(" (").unwrap_or(before);
    ends_with(before, DAY_WORDS)
}

fn day_mark(
    sentence: &Sentence<'_>,
    at: usize,
    to: usize,
    parts: [u32; 2],
    year: Option<u32>,
) -> Mark {
    let [day, month] = parts;
    let figure = Figure::Day { day, month, year, is_said: is_said(sentence, at) };
    Mark { from: at, to, figure }
}

fn is_year(year: u32) -> bool {
    (1800..=2199).contains(&year)
}

/// `28.7.2024`.
fn dotted(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let mut parts = sentence.key(at).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year = plain(year, 4).filter(|year| is_year(*year) && parts.next().is_none())?;
    let parts = [plain(day, 2)?, plain(month, 2)?];
    Some(day_mark(sentence, at, at + 1, parts, Some(year)))
}

/// `ngày 28 tháng 7 năm 2024`, `28 tháng 7`.
fn in_words(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let day = plain(sentence.key(at), 2)?;
    let month = plain(sentence.key(at + 2), 2).filter(|_| sentence.key(at + 1) == "tháng")?;
    // `6 tháng 5 đơn vị`: months are counted, and no day is said.
    if !is_said(sentence, at) {
        return None;
    }
    let year = plain(sentence.key(at + 4), 4).filter(|_| sentence.key(at + 3) == "năm");
    let year = year.filter(|year| is_year(*year));
    let to = if year.is_some() { at + 5 } else { at + 3 };
    Some(day_mark(sentence, at, to, [day, month], year))
}

/// `28/7/2024`, `28-7-2024`; any longer chain of numbers is set aside.
fn with_strokes(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let sign = sentence.key(at + 1);
    let is_chain = matches!(sign, "/" | "-")
        && sentence.key(at + 3) == sign
        && sentence.is(at + 2, Sort::Number)
        && sentence.is(at + 4, Sort::Number);
    if !is_chain {
        return None;
    }
    let to = at + 5;
    let goes_on = sentence.key(to) == sign && sentence.is(to + 1, Sort::Number);
    let parts = plain(sentence.key(at), 2).zip(plain(sentence.key(at + 2), 2));
    let year = plain(sentence.key(at + 4), 4).filter(|year| is_year(*year));
    match parts.zip(year) {
        Some(((day, month), year)) if !goes_on => {
            Some(day_mark(sentence, at, to, [day, month], Some(year)))
        }
        _ if sign == "/" => Some(Mark::other(at, to)),
        _ => None,
    }
}

/// `ngày 28/7`, `chiều 28-7`, `sáng 16.2`.
fn said_day(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    if !is_said(sentence, at) {
        return None;
    }
    if let Some((day, month)) = sentence.key(at).split_once('.') {
        let parts = [plain(day, 2)?, plain(month, 2)?];
        return Some(day_mark(sentence, at, at + 1, parts, None));
    }
    let is_joined = matches!(sentence.key(at + 1), "/" | "-") && sentence.touches(at + 1);
    let parts = plain(sentence.key(at), 2).zip(plain(sentence.key(at + 2), 2));
    match parts.filter(|_| is_joined) {
        // `ngày 12-19/10`: the day is the second one.
        Some(_) if sentence.key(at + 1) == "-" && sentence.key(at + 3) == "/" => {
            Some(Mark::other(at, at + 1))
        }
        Some((day, month)) => Some(day_mark(sentence, at, at + 3, [day, month], None)),
        // `kỷ niệm 95 năm`, `dịp 2 ngày lễ`: only `ngày` makes a day of a number alone.
        None if !is_joined && !ends_with(sentence.words_before(at, 1), &["ngày", "mùng"]) => None,
        None => {
            let to = if is_joined && sentence.is(at + 2, Sort::Number) { at + 3 } else { at + 1 };
            Some(Mark::other(at, to))
        }
    }
}

/// `tháng 5/2024`, `5/2024`, `24,25/8`.
fn month_of_year(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let is_stroke = sentence.key(at + 1) == "/" && sentence.touches(at + 1);
    let month = plain(sentence.key(at), 2).filter(|month| (1..=12).contains(month));
    let year = plain(sentence.key(at + 2), 4).filter(|year| (1900..=2100).contains(year));
    let is_month = month.is_some() && year.is_some() && sentence.key(at + 2).len() == 4;
    let is_two_days = sentence.key(at).contains(',')
        && sentence.key(at).split(',').all(|day| plain(day, 2).is_some())
        && plain(sentence.key(at + 2), 2).is_some_and(|month| month <= 12)
        && !starts_with(sentence.words_after(at + 3, 1), &["%"]);
    let is_date = is_stroke && (is_month || is_two_days);
    is_date.then_some(Mark::other(at, at + 3))
}
