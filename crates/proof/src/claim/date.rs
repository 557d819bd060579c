//! Days that are in no calendar, and anniversaries whose years do not add up.

use super::Claim;
use crate::figure::{Figure, Mark};
use crate::judge::Judged;
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{contains, ends_with};
use jiff::civil::Date;

/// The days and anniversaries of a sentence.
pub(super) fn claims(sentence: &Sentence<'_>) -> Vec<Claim> {
    let days = sentence.marks.iter().filter_map(|mark| day(sentence, mark));
    days.chain(anniversaries(sentence)).collect()
}

fn day(sentence: &Sentence<'_>, mark: &Mark) -> Option<Claim> {
    let Figure::Day { day, month, year, is_said } = mark.figure else { return None };
    let is_document = ends_with(sentence.words_before(mark.from, 1), &["số"]);
    // Some web pages print the month first.
    let is_foreign = !is_said && month > 12 && day <= 12;
    if is_document || is_foreign || (!is_said && year.is_none()) {
        return None;
    }
    let judged = match impossible(day, month, year) {
        Some(why) => Judged { verdict: Verdict::Impossible, expected: None, why },
        None => Judged::right(None, "Ngày có trong lịch.".to_owned()),
    };
    let before = mark.from.checked_sub(1).filter(|at| sentence.key(*at) == "ngày");
    Some(Claim { from: before.unwrap_or(mark.from), to: mark.to, kind: Kind::Date, judged })
}

/// Why there is no such day; without a year, 29/2 is taken for a leap year's.
fn impossible(day: u32, month: u32, year: Option<u32>) -> Option<String> {
    const A_LEAP_YEAR: u32 = 2024;
    let exists = |day: u32| {
        let (year, month, day) = (
            i16::try_from(year.unwrap_or(A_LEAP_YEAR)).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        );
        Date::new(year, month, day).ok()
    };
    if exists(day).is_some() {
        return None;
    }
    let Some(first) = exists(1) else {
        return Some(format!("Không có tháng {month}. Hỏi lại ngày tháng."));
    };
    let last = first.last_of_month().day();
    let of_year =
        year.filter(|_| month == 2).map(|year| format!(" năm {year}")).unwrap_or_default();
    Some(format!(
        "Tháng {month}{of_year} chỉ có {last} ngày, không có ngày {day}. Hỏi lại ngày tháng."
    ))
}

/// `kỷ niệm 95 năm … (28/7/1929 – 28/7/2024)`.
fn anniversaries(sentence: &Sentence<'_>) -> Vec<Claim> {
    sentence.marks.iter().filter_map(|mark| anniversary(sentence, mark)).collect()
}

fn anniversary(sentence: &Sentence<'_>, mark: &Mark) -> Option<Claim> {
    const TOKENS_MAX: usize = 30;
    const YEARS_MAX: i64 = 2_000;
    let is_years = sentence.key(mark.to) == "năm"
        && contains(sentence.words_before(mark.from, 4), &["kỷ niệm", "mừng"]);
    if !is_years || mark.figure != Figure::Other || mark.to != mark.from + 1 {
        return None;
    }
    let value =
        sentence.key(mark.from).parse().ok().filter(|years| (1..YEARS_MAX).contains(years))?;
    let (years, to) = years_behind(sentence, mark.to, mark.to + TOKENS_MAX)?;
    let to = to + usize::from(sentence.key(to) == ")");
    let judged = if years == value {
        let why = format!("Từ mốc đầu đến mốc sau là {years} năm: đúng.");
        Judged::right(Some(format!("{years} năm")), why)
    } else {
        let why = format!("Từ mốc đầu đến mốc sau là {years} năm, không phải {value} năm.");
        Judged { verdict: Verdict::Wrong, expected: Some(format!("{years} năm")), why }
    };
    Some(Claim { from: mark.from, to, kind: Kind::Date, judged })
}

/// The years between the two ends in the bracket that follows.
fn years_behind(sentence: &Sentence<'_>, from: usize, to: usize) -> Option<(i64, usize)> {
    let marks: Vec<&Mark> = sentence
        .marks_in(from, to)
        .iter()
        .filter(|mark| matches!(mark.figure, Figure::Day { .. } | Figure::Years { .. }))
        .collect();
    let first = marks.first().filter(|mark| sentence.key(mark.from.wrapping_sub(1)) == "(")?;
    if let Figure::Years { from, to } = first.figure {
        return (sentence.key(first.to) == ")").then_some((to - from, first.to));
    }
    let second = marks.get(1).filter(|mark| sentence.words(first.to, mark.from) == "-")?;
    match (first.figure, second.figure) {
        (
            Figure::Day { day, month, year: Some(from), .. },
            Figure::Day { day: other_day, month: other_month, year: Some(to), .. },
        ) if (day, month) == (other_day, other_month) => {
            Some((i64::from(to) - i64::from(from), second.to))
        }
        _ => None,
    }
}
