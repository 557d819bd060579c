//! Terms of office, periods and school years: from a year to a later one.

use super::Claim;
use crate::figure::{Figure, Mark};
use crate::judge::Judged;
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{find, last_clause};

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
    let judged = judge(sentence, mark, heading, first, last)?;
    Some(Claim { from, to: mark.to, kind: Kind::Term, judged })
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

fn judge(
    sentence: &Sentence<'_>,
    mark: &Mark,
    span: Span,
    first: i64,
    last: i64,
) -> Option<Judged> {
    let written = sentence.written(mark.from, mark.to);
    let name = if span == Span::Term { "Nhiệm kỳ" } else { "Khoảng thời gian" };
    let length = last - first;
    if length < 0 || (length == 0 && span == Span::Term) {
        let swapped = (1..=TERM_YEARS_MAX).contains(&-length).then(|| format!("{last}–{first}"));
        let guess =
            swapped.as_ref().map(|years| format!(" Có thể là {years}.")).unwrap_or_default();
        let early = (length < 0 && span == Span::Term).then(|| earlier(first, last)).flatten();
        let other = early.map(|years| format!(" Cũng có thể là {years}, nếu gõ nhầm một chữ số."));
        let other = other.unwrap_or_default();
        let ends = if length == 0 {
            "kết thúc ngay năm bắt đầu"
        } else {
            "kết thúc trước khi bắt đầu"
        };
        let why = format!("{name} {written} {ends}.{guess}{other}");
        return Some(Judged { verdict: Verdict::Impossible, expected: swapped, why });
    }
    if span == Span::Term && length > TERM_YEARS_MAX {
        let why = format!("{name} {written} dài {length} năm: nên xem lại năm đầu và năm cuối.");
        return Some(Judged { verdict: Verdict::Doubtful, expected: None, why });
    }
    let why = format!("{name} {written} dài {length} năm.");
    Some(Judged::right(Some(format!("{first}–{last}")), why))
}

/// `2028-2023` may be `2018–2023` with one digit wrong.
fn earlier(first: i64, last: i64) -> Option<String> {
    let guess = first - 10;
    (1..=5).contains(&(last - guess)).then(|| format!("{guess}–{last}"))
}
