//! What was done above the plan, in numbers: `1.340/1.200 đoàn viên, vượt 140 đoàn viên`.

use super::Claim;
use super::link::is_elsewhere;
use super::share::{Share, exact_count, shares};
use crate::figure::{Mark, Reading};
use crate::judge::{Judged, share_name};
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{contains, ends_with};
use vietnamese::number::format_integer;

/// The differences of a sentence.
pub(super) fn claims(sentence: &Sentence<'_>) -> Vec<Claim> {
    let shares = shares(sentence);
    let over = |mark: &&Mark| ends_with(sentence.words_before(mark.from, 2), &["vượt", "tức vượt"]);
    sentence.marks.iter().filter(over).filter_map(|mark| claim(sentence, &shares, mark)).collect()
}

fn claim(sentence: &Sentence<'_>, shares: &[Share], mark: &Mark) -> Option<Claim> {
    const TOKENS_MAX: usize = 24;
    let (said, noun) = exact_count(mark)?;
    let share = shares.iter().rfind(|share| share.to <= mark.from)?;
    let gap = sentence.words(share.to, mark.from);
    let is_same = noun.is_none() || noun == share.noun;
    let is_near =
        mark.from - share.to <= TOKENS_MAX && !contains(gap, &[";", "và", "còn", "riêng"]);
    if share.reading != Reading::Counted || !is_same || !is_near || is_elsewhere(sentence, mark.to)
    {
        return None;
    }
    let over = share.fraction.num().checked_sub(share.fraction.den()).filter(|over| *over > 0)?;
    let (from, to) = (share.from, mark.to);
    let (name, over_text) = (share_name(share.fraction), format_integer(over));
    if over == said {
        let judged =
            Judged::right(Some(over_text.clone()), format!("{name} là vượt {over_text}: đúng."));
        return Some(Claim { from, to, kind: Kind::Sum, judged });
    }
    let why = format!("{name} là vượt {over_text}, không phải vượt {}.", format_integer(said));
    let judged = Judged { verdict: Verdict::Wrong, expected: Some(over_text), why };
    // Without its noun the number may count something else.
    noun.is_some().then_some(Claim { from, to, kind: Kind::Sum, judged })
}
