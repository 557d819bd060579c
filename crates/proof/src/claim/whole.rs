//! Percentages of a number said elsewhere in the sentence: `Trong tổng số 60 CĐCS, có 45 CĐCS …
//! (75%)`, `chỉ tiêu 2.500 đoàn viên, thực hiện 3.335, đạt 133,4%`.

use super::Claim;
use super::link::{Tie, is_of_plan, stays, tie};
use super::plan;
use super::share::exact_count;
use crate::figure::{Figure, Hedge, Mark, Noun, Role};
use crate::judge::{Judged, fits, percent, percent_over};
use crate::report::Kind;
use crate::sentence::Sentence;
use crate::words::{contains, ends_with, last_clause};
use vietnamese::number::{Decimal, Fraction};

/// A count and the percentage tied to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// The count.
    pub(super) mark: Mark,
    /// How many.
    pub(super) value: i64,
    /// What is counted, when it is said.
    pub(super) noun: Option<Noun>,
    /// The percentage.
    pub(super) rate: Mark,
    /// Its number, and how it is meant.
    pub(super) printed: Decimal,
    /// See `printed`.
    pub(super) hedge: Hedge,
    /// Whether it is what lies above a plan.
    pub(super) is_over: bool,
    /// How firmly the two are tied.
    pub(super) tie: Tie,
}

impl Part {
    pub(super) fn judge(&self, whole: i64) -> Option<Judged> {
        let fraction = Fraction::new(self.value, whole)?;
        if self.is_over {
            percent_over(fraction, self.printed, self.hedge)
        } else {
            Some(percent(fraction, self.printed, self.hedge))
        }
    }
}

/// What a number in front of a part is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whole {
    /// Said to be the whole: no other reading.
    Said,
    /// Large enough and of the same kind.
    Possible,
}

const WHOLE_WORDS: &[&str] = &[
    "trong tổng số",
    "trong số",
    "tổng số",
    "tổng số có",
    "trên tổng số",
    "trong tổng",
    "tổng cộng",
    "tổng cộng có",
    "tổng số là",
    "tổng số :",
    "trong tổng số :",
    "trong đó tổng số",
    "trong tổng số có",
    "tổng",
];

/// Wordings that promise a part.
const IN_WHOLE: &[&str] =
    &["trong tổng số", "trong số", "trong tổng", "trong tổng số có", "trên tổng số"];

/// The claims made of a count and a percentage whose whole stands elsewhere.
pub(super) fn claims(
    sentence: &Sentence<'_>,
    before: Option<&Sentence<'_>>,
    taken: &[Claim],
) -> Vec<Claim> {
    let free = |part: &Part| taken.iter().all(|claim| !claim.covers(part.rate.from));
    let parts = parts(sentence).into_iter().filter(free);
    parts
        .filter_map(|part| {
            plan::claim(sentence, &part)
                .or_else(|| claim(sentence, &part))
                .or_else(|| plan::in_sentence_before(sentence, before?, &part))
                .or_else(|| fits_before(sentence, before?, &part))
        })
        .collect()
}

/// The whole may stand in the sentence before: then a share that fits is listed, no other.
fn fits_before(sentence: &Sentence<'_>, before: &Sentence<'_>, part: &Part) -> Option<Claim> {
    let is_kind = |noun: Option<Noun>| noun.is_some() && noun == part.noun;
    let mut wholes = before.marks.iter().filter_map(exact_count);
    let whole = wholes.find(|(value, noun)| is_kind(*noun) && part.fits(*value))?.0;
    let judged = part.judge(whole).filter(|judged| !judged.verdict.is_alarm() && !part.is_over)?;
    (part.hedge == Hedge::Exact).then(|| part.claim(sentence, judged))
}

/// Each percentage with the count directly in front of it.
fn parts(sentence: &Sentence<'_>) -> Vec<Part> {
    sentence.marks.windows(2).filter_map(|pair| part(sentence, &pair[0], &pair[1])).collect()
}

fn part(sentence: &Sentence<'_>, mark: &Mark, rate: &Mark) -> Option<Part> {
    let (value, noun) = exact_count(mark)?;
    let Figure::Percent { value: printed, hedge, role } = rate.figure else { return None };
    let is_over = role == Role::Over;
    if !is_over && role != Role::Share {
        return None;
    }
    let tie = tie(sentence.words(mark.to, rate.from), is_over)?;
    Some(Part { mark: *mark, value, noun, rate: *rate, printed, hedge, is_over, tie })
}

fn claim(sentence: &Sentence<'_>, part: &Part) -> Option<Claim> {
    if part.is_over || part.hedge == Hedge::Limit {
        return None;
    }
    let wholes = wholes(sentence, part);
    let said: Vec<i64> =
        wholes.iter().filter(|(whole, _)| *whole == Whole::Said).map(|(_, value)| *value).collect();
    let fitting = wholes.iter().map(|(_, value)| *value).find(|value| part.fits(*value));
    let whole = match (fitting, said.as_slice()) {
        (Some(whole), _) => whole,
        (None, [whole]) => *whole,
        _ => return None,
    };
    let judged = part.judge(whole)?;
    // A number that only happens to be near proves nothing.
    let is_sure = said == [whole] && part.is_near(whole) && is_share_of_whole(sentence, part);
    let is_alarm = judged.verdict.is_alarm();
    let is_raised = is_sure && !is_other_part(sentence, part, whole);
    (is_raised || !is_alarm).then(|| part.claim(sentence, judged))
}

/// `trong số 12 chỉ tiêu có 10 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt (đạt 83,3%)`: the percentage is
/// that of another number.
fn is_other_part(sentence: &Sentence<'_>, part: &Part, whole: i64) -> bool {
    let mut others = sentence.counts().filter(|(mark, _)| mark.from != part.mark.from);
    others.any(|(_, value)| {
        let share = Fraction::new(value, whole).filter(|share| share.num() != share.den());
        share.is_some_and(|share| fits(share, part.printed, part.hedge))
    })
}

/// Whether the percentage is one of the whole: what is newly founded or admitted is measured
/// against a plan, which may not be said at all.
fn is_share_of_whole(sentence: &Sentence<'_>, part: &Part) -> bool {
    const NEW: &[&str] = &["thành lập", "kết nạp", "phát triển", "vận động", "mới", "tăng", "giảm"];
    let before = sentence.words_before(part.mark.from, 4);
    let clause = last_clause(before, &[",", ";", "("]);
    part.tie == Tie::Firm
        && stays(sentence, part.rate.to, sentence.words(part.mark.from + 1, part.mark.to))
        && !is_of_plan(sentence, part.rate.to)
        && !contains(clause, NEW)
}

impl Part {
    /// Whether the printed percentage is within five times the exact one, either way: what is
    /// further off was reckoned from other numbers.
    pub(super) fn is_near(&self, whole: i64) -> bool {
        const TIMES: i128 = 5;
        let scale = 10_i128.pow(u32::from(self.printed.decimals));
        let exact = i128::from(self.value) * 100 * scale;
        let printed = i128::from(self.printed.units).saturating_mul(i128::from(whole));
        self.is_over
            || (exact < printed.saturating_mul(TIMES) && printed < exact.saturating_mul(TIMES))
    }

    fn fits(&self, whole: i64) -> bool {
        Fraction::new(self.value, whole).is_some_and(|share| fits(share, self.printed, self.hedge))
    }

    fn claim(&self, sentence: &Sentence<'_>, judged: Judged) -> Claim {
        let to = sentence.closed(self.mark.from, self.rate.to);
        Claim { from: self.mark.from, to, kind: Kind::RatioPercent, judged }
    }
}

/// The numbers that may be the whole of a part, the nearest first.
fn wholes(sentence: &Sentence<'_>, part: &Part) -> Vec<(Whole, i64)> {
    let behind = whole_behind(sentence, part).map(|value| (Whole::Said, value));
    let counts: Vec<&Mark> =
        sentence.marks.iter().rev().filter(|mark| mark.to <= part.mark.from).collect();
    let in_front = counts.iter().filter_map(|mark| {
        let (value, noun) = exact_count(mark)?;
        let is_kind = noun.zip(part.noun).is_none_or(|(whole, part)| whole == part);
        if value < part.value || !is_kind {
            return None;
        }
        Some((whole_in_front(sentence, part, mark, &counts), value))
    });
    behind.into_iter().chain(in_front).collect()
}

/// `chiếm 84,48% tổng số 58 đại biểu`.
fn whole_behind(sentence: &Sentence<'_>, part: &Part) -> Option<i64> {
    let next = sentence.marks.iter().find(|mark| mark.from >= part.rate.to)?;
    let gap = sentence.words(part.rate.to, next.from);
    let is_whole = matches!(gap, "tổng số" | "trên tổng số" | "trong tổng số" | "của" | "trong số");
    exact_count(next).filter(|_| is_whole).map(|(value, _)| value)
}

fn whole_in_front(sentence: &Sentence<'_>, part: &Part, mark: &Mark, counts: &[&Mark]) -> Whole {
    let before = sentence.words_before(mark.from, 3);
    let between = sentence.words(mark.to, part.mark.from);
    let fitting = |mark: &&&Mark| {
        exact_count(mark).is_some_and(|(value, noun)| {
            value >= part.value && noun.zip(part.noun).is_none_or(|(whole, part)| whole == part)
        })
    };
    let is_only = counts.iter().filter(fitting).count() == 1;
    let is_same_kind =
        exact_count(mark).is_some_and(|(_, noun)| noun.is_some() && noun == part.noun);
    // `đạt` may speak of a plan; `chiếm` and a bracket speak of the whole.
    let link = sentence.words(part.mark.to, part.rate.from);
    let is_plain_share = contains(link, &["chiếm", "tỷ lệ"]) || link.ends_with('(');
    let is_one_clause = is_plain_share || !contains(between, &[";"]);
    let said = ends_with(before, WHOLE_WORDS) && (is_plain_share || ends_with(before, IN_WHOLE));
    // `trong 860 sáng kiến, có 260 sáng kiến của lao động nữ (30,2%)`
    let is_in =
        ends_with(before, &["trong"]) && is_same_kind && contains(between, &["có"]) && is_only;
    // `b NP, trong đó có a NP (chiếm p%)`: the whole is the only number that can be it.
    let is_among = contains(between, &["trong đó"]) && is_only && is_same_kind;
    if is_one_clause && (said || is_in || is_among) { Whole::Said } else { Whole::Possible }
}
