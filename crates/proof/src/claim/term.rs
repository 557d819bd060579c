//! Terms of office, periods and school years: from a year to a later one.

use super::Claim;
use crate::figure::{Figure, Mark};
use crate::judge::Judged;
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{find, last_clause};
use std::fmt::Write as _;

/// The longest term there has been: the councils elected in 1999 and 2004 sat up to seven years.
const TERM_YEARS_MAX: i64 = 7;

/// What two years are said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Term,
    Period,
}

const HEADINGS: [(&str, Span); 9] = [
    ("nhiệm kỳ", Span::Term),
    ("nk", Span::Term),
    ("giai đoạn", Span::Period),
    ("năm học", Span::Period),
    ("niên khóa", Span::Period),
    ("thời kỳ", Span::Period),
    ("từ năm", Span::Period),
    ("trong các năm", Span::Period),
    ("khóa", Span::Term),
];

/// The spans of years of a sentence.
pub(super) fn claims(sentence: &Sentence<'_>) -> Vec<Claim> {
    sentence.marks.iter().filter_map(|mark| claim(sentence, mark)).collect()
}

fn claim(sentence: &Sentence<'_>, mark: &Mark) -> Option<Claim> {
    let Figure::Years { from: first, to: last } = mark.figure else { return None };
    let (heading, from) = heading(sentence, mark)?;
    let judged = judge(&sentence.written(mark.from, mark.to), heading, first, last);
    Some(Claim { from, to: sentence.closed(from, mark.to), kind: Kind::Term, judged })
}

/// The word that says what the years are, near in front of them, and its token.
fn heading(sentence: &Sentence<'_>, mark: &Mark) -> Option<(Span, usize)> {
    const TOKENS_MAX: usize = 6;
    let start = mark.from.saturating_sub(TOKENS_MAX);
    let floor = sentence.marks_in(start, mark.from).last().map_or(start, |mark| mark.to);
    let words = sentence.words(floor, mark.from);
    let clause = words.len() - last_clause(words, &[".", ";", ")"]).len();
    let found = HEADINGS.iter().filter_map(|(phrase, span)| {
        let at = find(&words[clause..], phrase)? + clause;
        Some((at, *span))
    });
    let (at, span) = found.max_by_key(|(at, _)| *at)?;
    Some((span, floor + words[..at].split_whitespace().count()))
}

fn judge(written: &str, span: Span, first: i64, last: i64) -> Judged {
    let name = if span == Span::Term { "Nhiệm kỳ" } else { "Khoảng thời gian" };
    let length = last - first;
    if length < 0 || (length == 0 && span == Span::Term) {
        return impossible(&format!("{name} {written}"), span, first, last);
    }
    if span == Span::Term && length > TERM_YEARS_MAX {
        let why = format!("{name} {written} dài {length} năm: nên xem lại năm đầu và năm cuối.");
        return Judged { verdict: Verdict::Doubtful, expected: None, why };
    }
    let why = format!("{name} {written} dài {length} năm.");
    Judged::right(Some(format!("{first}–{last}")), why)
}

fn impossible(name: &str, span: Span, first: i64, last: i64) -> Judged {
    let ends = if first == last { "ngay năm bắt đầu" } else { "trước khi bắt đầu" };
    let mut why = format!("{name} kết thúc {ends}.");
    let swapped = (1..=TERM_YEARS_MAX).contains(&(first - last)).then(|| format!("{last}–{first}"));
    if let Some(years) = &swapped {
        let _ = write!(why, " Có thể là {years}.");
    }
    // `2028-2023` may be `2018–2023` with one digit wrong.
    let earlier = first - 10;
    if span == Span::Term && first > last && (1..=5).contains(&(last - earlier)) {
        let _ = write!(why, " Cũng có thể là {earlier}–{last}, nếu gõ nhầm một chữ số.");
    }
    Judged { verdict: Verdict::Impossible, expected: swapped, why }
}
