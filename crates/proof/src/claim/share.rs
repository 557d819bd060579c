//! So many of so many: `21/27 CĐCS`, `45 CĐCS trên tổng số 60 CĐCS`, `3.335 đoàn viên/2.500 đoàn viên`.

use crate::figure::{Figure, Hedge, Mark, Noun, Reading, noun_at};
use crate::sentence::Sentence;
use crate::words::{contains, ends_with};
use vietnamese::number::Fraction;

/// Two numbers, one counted against the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    /// Its first token.
    pub(crate) from: usize,
    /// The token behind its last one, nouns included.
    pub(crate) to: usize,
    /// What was counted, and against what.
    pub(crate) fraction: Fraction,
    /// What is counted, when it is known.
    pub(crate) noun: Option<Noun>,
    /// Whether it is surely a share.
    pub(crate) reading: Reading,
    /// Whether the second number is a whole (`tổng số 60`), which no part can exceed.
    pub(crate) of_whole: bool,
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
    "so với chỉ tiêu giao",
    "so với kế hoạch giao",
    "so với chỉ tiêu được giao",
    "so với kế hoạch được giao",
    "so với chỉ tiêu là",
    "so với kế hoạch là",
    "/ chỉ tiêu",
    "/ kế hoạch",
    "/ chỉ tiêu giao",
    "/ kế hoạch giao",
    "trên chỉ tiêu",
    "trên kế hoạch",
    "( chỉ tiêu",
    "( kế hoạch",
    "( chỉ tiêu giao",
    "( kế hoạch giao",
];

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
    let of_whole = ends_with(gap, OF_WHOLE);
    let of_plan = ends_with(gap, OF_PLAN);
    let direct = matches!(gap, "/" | "trên");
    let breaks = contains(gap, &[",", ";", ":", ")"]);
    let is_kind = part_noun.zip(whole_noun).is_none_or(|(part, whole)| part == whole);
    if !is_near || breaks || !is_kind || !(of_whole || of_plan || direct) {
        return None;
    }
    let is_sure = !direct || (part_noun.is_some() && whole_noun.is_some());
    let closes = usize::from(gap.starts_with("( ") && sentence.key(whole.to) == ")");
    Some(Share {
        from: part.from,
        to: whole.to + closes,
        fraction: Fraction::new(num, den)?,
        noun: whole_noun.or(part_noun),
        reading: if is_sure { Reading::Counted } else { Reading::Unsure },
        of_whole,
    })
}

/// The number and noun of a count that is meant to the unit.
pub(crate) fn exact_count(mark: &Mark) -> Option<(i64, Option<Noun>)> {
    match mark.figure {
        Figure::Count { value, noun, hedge: Hedge::Exact } => Some((value, noun)),
        _ => None,
    }
}
