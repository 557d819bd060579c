//! A total and the parts said behind it: `131 điển hình, gồm 101 cá nhân và 30 tập thể`.

use super::share::exact_count;
use crate::figure::{Figure, Hedge, Mark, Noun};
use crate::sentence::Sentence;
use crate::words::{contains, ends_with, starts_with};

/// The words that open a list of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opener {
    /// `gồm`: the parts are all there is.
    Made,
    /// `trong đó`: some of it; parts may overlap.
    Among,
    /// A bracket.
    Bracket,
    /// A colon, `với`: mostly all there is.
    Shown,
}

/// One part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its figure.
    pub(crate) mark: Mark,
    /// How many.
    pub(crate) value: i64,
    /// What is counted, when it is said.
    pub(crate) noun: Option<Noun>,
    /// Its tokens: from one up to another, the words that say which part it is among them.
    pub(crate) from: usize,
    /// See `from`.
    pub(crate) to: usize,
}

/// The parts of a list, as far as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The parts in their order.
    pub(crate) items: Vec<Part>,
    /// Whether something stands in the list that is no clear part: the sum proves nothing.
    pub(crate) is_loose: bool,
    /// Whether the last part stands behind `và`.
    pub(crate) is_closed: bool,
    /// Whether words of any sort stand in front of the numbers: `thăm hỏi ốm đau 300 triệu đồng`.
    pub(crate) is_wordy: bool,
}

impl Parts {
    /// What the parts sum to; `None` when it does not fit.
    pub(crate) fn sum(&self) -> Option<i64> {
        self.items.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.value))
    }

    /// Whether two or more of the parts sum to the total: then the others are parts of parts. A
    /// list too long to try is taken for one.
    pub(crate) fn some_sum_to(&self, total: i64) -> bool {
        const PARTS_MAX: usize = 12;
        let count = self.items.len();
        count > PARTS_MAX
            || (0_u32..1 << count).filter(|chosen| chosen.count_ones() >= 2).any(|chosen| {
                let chosen = self.items.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1);
                chosen.map(|(_, part)| i128::from(part.value)).sum::<i128>() == i128::from(total)
            })
    }
}

const MADE: &[&str] =
    &["gồm", "bao gồm", "gồm có", "gồm :", "bao gồm :", "gồm các", "được chia thành"];
const AMONG: &[&str] = &[
    "trong đó",
    "trong đó có",
    "trong đó :",
    "trong đó gồm",
    "trong số đó có",
    "trong số này có",
    "trong số này",
    "trong số đó",
    "trong đó , có",
    "trong đó , ",
    "trong đó ,",
];
const SHOWN: &[&str] =
    &["(", ":", "( có", ": có", "với", "cụ thể", "cụ thể :", "cụ thể là", "cụ thể gồm", "là"];

/// What opens the list, by the words in front of its first part.
pub(crate) fn opener(gap: &str) -> Option<Opener> {
    let gap = ["nữ", "nam", "có", "giải"].iter().fold(gap, |gap, word| {
        crate::words::before_end(gap, word).filter(|rest| !rest.is_empty()).unwrap_or(gap)
    });
    if contains(gap, &["mỗi", "nâng", "tăng"]) {
        None
    } else if ends_with(gap, MADE) {
        Some(Opener::Made)
    } else if ends_with(gap, AMONG) {
        Some(Opener::Among)
    } else if ends_with(gap, &["(", "( có", "( gồm"]) {
        Some(Opener::Bracket)
    } else if ends_with(gap, SHOWN) {
        Some(Opener::Shown)
    } else {
        None
    }
}

/// The parts from a token on, up to the end of the list: the sentence ends, its bracket closes, or
/// the part behind `và` has been read.
pub(crate) fn parts(sentence: &Sentence<'_>, from: usize, kinds: &[Noun]) -> Parts {
    let mut found = Parts::default();
    let mut has_last = false;
    // Where semicolons part the list, one does not end it.
    let mut by_semicolon = false;
    for (from, to) in segments(sentence, from) {
        let sign = if from > 0 { sentence.key(from - 1) } else { "" };
        if has_last && sign != "và" || (sign == ";" && found.items.len() >= 2 && !by_semicolon) {
            break;
        }
        match segment(sentence, from, to, kinds) {
            Segment::Part(part) => {
                by_semicolon |= sign == ";";
                has_last = sign == "và";
                found.is_closed = has_last;
                found.is_wordy |= !is_lead(sentence.words(part.from, part.mark.from));
                found.items.push(part);
            }
            Segment::Aside => {}
            Segment::Unclear => found.is_loose = true,
            Segment::Past => break,
        }
    }
    found
}

enum Segment {
    Part(Part),
    /// A percentage or a remark on the part before.
    Aside,
    /// Something without a number, or with a number that is no clear part.
    Unclear,
    /// The list has ended before this.
    Past,
}

/// The runs between commas and `và`, brackets inside left where they are.
fn segments(sentence: &Sentence<'_>, from: usize) -> Vec<(usize, usize)> {
    let mut segments = Vec::new();
    let (mut start, mut depth) = (from, 0_i32);
    for at in from..sentence.len() {
        match sentence.key(at) {
            "(" => depth += 1,
            ")" if depth == 0 => {
                segments.push((start, at));
                return segments;
            }
            ")" => depth -= 1,
            "," | ";" | "và" | "+" if depth == 0 && !inside_mark(sentence, at) => {
                segments.push((start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    segments.push((start, sentence.len()));
    segments.retain(|(from, to)| from < to);
    segments
}

/// `tập thể, cá nhân` is one noun.
fn inside_mark(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = sentence.marks.partition_point(|mark| mark.from <= at);
    before.checked_sub(1).is_some_and(|last| sentence.marks[last].to > at)
}

fn segment(sentence: &Sentence<'_>, from: usize, to: usize, kinds: &[Noun]) -> Segment {
    let words = sentence.words(from, to);
    let marks = outside_brackets(sentence, from, to);
    let counts: Vec<&Mark> =
        marks.iter().filter(|mark| matches!(mark.figure, Figure::Count { .. })).collect();
    let Some(first) = counts.first() else {
        let is_aside = marks.iter().any(Mark::is_percent) || words == ".";
        return if is_aside { Segment::Aside } else { Segment::Unclear };
    };
    let lead = sentence.words(from, first.from);
    if starts_with(words, &["trong đó", "tổng", "nâng", "tăng", "trị giá", "tổng cộng"])
    {
        return if starts_with(words, &["trong đó"]) { Segment::Unclear } else { Segment::Past };
    }
    let Some((value, noun)) = exact_count(first) else { return Segment::Unclear };
    let is_kind = noun.is_none_or(|noun| kinds.contains(&noun));
    let accompanied = counts[1..].iter().all(|count| !is_same_kind(count, kinds));
    if !is_kind {
        return Segment::Past;
    }
    let is_purpose = noun == Some(Noun::Money) && lead.split(' ').count() <= 8;
    if !(is_lead(lead) || is_purpose) || !accompanied || has_ratio(&marks) {
        return Segment::Unclear;
    }
    Segment::Part(Part { mark: **first, value, noun, from, to })
}

/// Words that may stand in front of the number of a part: which part it is.
fn is_lead(lead: &str) -> bool {
    const FIRST: &[&str] = &[
        "có",
        "là",
        "gồm",
        "nữ",
        "nam",
        "khối",
        "khu vực",
        "cấp",
        "giải",
        "ngành",
        "loại",
        "tập thể",
        "cá nhân",
        "còn lại",
        "còn lại là",
        "đạt",
        ":",
        "-",
        "mức",
        "hạng",
        "trong đó có",
        "với",
        "bậc",
        "tiền mặt",
        "quà",
        "doanh nghiệp",
        "cđcs",
        "trường",
        "thi đua",
        "hoàn thành",
        "xếp loại",
        "cùng",
        "trong đó",
        "cụ thể",
    ];
    lead.is_empty() || (starts_with(lead, FIRST) && lead.split(' ').count() <= 6)
}

fn is_same_kind(mark: &Mark, kinds: &[Noun]) -> bool {
    match mark.figure {
        Figure::Count { hedge: Hedge::Limit, .. } => false,
        Figure::Count { noun, .. } => noun.is_none_or(|noun| kinds.contains(&noun)),
        _ => false,
    }
}

fn has_ratio(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| matches!(mark.figure, Figure::Ratio { .. }))
}

fn outside_brackets(sentence: &Sentence<'_>, from: usize, to: usize) -> Vec<Mark> {
    let depth_at = |at: usize| {
        let words = sentence.words(from, at);
        words.matches('(').count().saturating_sub(words.matches(')').count())
    };
    let marks = sentence.marks_in(from, to).iter();
    marks.filter(|mark| depth_at(mark.from) == 0).copied().collect()
}
