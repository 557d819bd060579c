//! So many of so many: `21/27 CĐCS`, `45 CĐCS trên tổng số 60 CĐCS`, `3.335 đoàn viên/2.500 đoàn viên`.

use crate::figure::{Figure, Hedge, Mark, Noun, Reading, noun_at};
use crate::sentence::Sentence;
use crate::words::{before_end, contains, strip_longest};
use vietnamese::number::Fraction;

/// Two numbers, one counted against the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    /// Its first token.
    pub(crate) from: usize,
    /// The token behind its last one, nouns included.
    pub(crate) to: usize,
    /// The first token of the noun at its end; `to` when there is none.
    noun_from: usize,
    /// What was counted, and against what.
    pub(crate) fraction: Fraction,
    /// What is counted, when it is known.
    pub(crate) noun: Option<Noun>,
    /// Whether it is surely a share.
    pub(crate) reading: Reading,
    /// Whether the second number is a whole (`tổng số 60`), which no part can exceed.
    pub(crate) of_whole: bool,
}

impl Share {
    /// The noun of what is counted, as written at its end.
    pub(crate) fn counted<'a>(&self, sentence: &'a Sentence<'_>) -> &'a str {
        sentence.words(self.noun_from, self.to)
    }
}

/// Wordings between the two numbers that say what the second one is.
const OF_WHOLE: &[&str] = &[
    "trên tổng số",
    "trong tổng số",
    "/ tổng số",
    "trên tổng",
    "trên số",
    "trong số",
    "trên toàn bộ",
    "trên tổng số có",
    "trong tổng",
];
const OF_PLAN: &[&str] = &[
    "so với chỉ tiêu",
    "so với kế hoạch",
    "so chỉ tiêu",
    "so kế hoạch",
    "/ chỉ tiêu",
    "/ kế hoạch",
    "trên chỉ tiêu",
    "trên kế hoạch",
    "( chỉ tiêu",
    "( kế hoạch",
    "( giao",
];
/// Words that may stand behind those of a plan, in front of its number.
const PLAN_TAILS: &[&str] =
    &["giao", "được giao", "là", "năm", "cả năm", "đề ra", "đăng ký", ":", "giao là"];

/// The shares of a sentence, in their order.
pub(crate) fn shares(sentence: &Sentence<'_>) -> Vec<Share> {
    let with_stroke = sentence.marks.iter().filter_map(|mark| with_stroke(sentence, mark));
    let pairs = sentence.marks.windows(2);
    let in_words = pairs.filter_map(|pair| in_words(sentence, &pair[0], &pair[1]));
    let mut shares: Vec<Share> = with_stroke.chain(in_words).collect();
    shares.sort_by_key(|share| share.from);
    shares
}

fn with_stroke(sentence: &Sentence<'_>, mark: &Mark) -> Option<Share> {
    let Figure::Ratio { num, den, reading } = mark.figure else { return None };
    let noun = noun_at(sentence, mark.to);
    Some(Share {
        from: mark.from,
        to: noun.map_or(mark.to, |(_, to)| to),
        noun_from: mark.to,
        fraction: Fraction::new(num, den)?,
        noun: noun.map(|(noun, _)| noun),
        reading,
        of_whole: false,
    })
}

fn in_words(sentence: &Sentence<'_>, part: &Mark, whole: &Mark) -> Option<Share> {
    const WORDS_MAX: usize = 12;
    let (num, part_noun) = exact_count(part)?;
    let (den, whole_noun) = exact_count(whole)?;
    let gap = sentence.words(part.to, whole.from);
    let is_near = whole.from.saturating_sub(part.to) <= WORDS_MAX;
    // `45 đảng viên/50 chỉ tiêu`
    let is_kind = part_noun
        .zip(whole_noun)
        .is_none_or(|(part, whole)| part == whole || whole == Noun::Targets);
    let (subject, tie) = tie_in_words(gap)?;
    if !is_near || !is_kind || contains(subject, &[",", ";", ":", ")", "("]) {
        return None;
    }
    let is_known = part_noun.or(whole_noun).is_some();
    // `3.335 ĐV/2.500 ĐV`: the word is unknown, but it is the same.
    let is_repeated = !subject.is_empty() && sentence.words_after(whole.to, 1) == subject;
    let is_sure = match tie {
        InWords::Stroke => subject.is_empty() && is_known || is_repeated,
        InWords::Above => subject.is_empty() && is_known,
        InWords::Whole | InWords::Plan => true,
    };
    let closes = usize::from(gap.contains('(') && sentence.key(whole.to) == ")");
    Some(Share {
        from: part.from,
        to: whole.to + closes + usize::from(is_repeated),
        noun_from: (whole.from + 1).min(whole.to),
        fraction: Fraction::new(num, den)?,
        noun: whole_noun.or(part_noun),
        reading: if is_sure { Reading::Counted } else { Reading::Unsure },
        of_whole: tie == InWords::Whole,
    })
}

/// How two counts are tied in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InWords {
    /// `/`
    Stroke,
    /// `trên`
    Above,
    /// `trên tổng số`
    Whole,
    /// `so với chỉ tiêu`, `(kế hoạch`
    Plan,
}

/// The words that still name the part, and the tie behind them.
fn tie_in_words(gap: &str) -> Option<(&str, InWords)> {
    let plan = |words| strip_longest(words, OF_PLAN);
    let tail = strip_longest(gap, PLAN_TAILS).and_then(plan);
    let found = strip_longest(gap, OF_WHOLE)
        .map(|rest| (rest, InWords::Whole))
        .or_else(|| plan(gap).or(tail).map(|rest| (rest, InWords::Plan)))
        .or_else(|| before_end(gap, "/").map(|rest| (rest, InWords::Stroke)))
        .or_else(|| (gap == "trên").then_some(("", InWords::Above)))?;
    Some((found.0.trim_end_matches([',', ' ']), found.1))
}

/// The number and noun of a count that is meant to the unit.
pub(crate) fn exact_count(mark: &Mark) -> Option<(i64, Option<Noun>)> {
    match mark.figure {
        Figure::Count { value, noun, hedge: Hedge::Exact } => Some((value, noun)),
        _ => None,
    }
}
