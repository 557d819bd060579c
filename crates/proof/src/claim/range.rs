//! Shares of more than the whole: `chiếm 108%`, `đạt 102% số phiếu`.

use super::Claim;
use crate::figure::{Figure, Hedge, Mark, Noun, Role, noun_at};
use crate::judge::Judged;
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{contains, ends_with, starts_with};
use vietnamese::number::Decimal;

/// The impossible shares of a sentence.
pub(super) fn claims(sentence: &Sentence<'_>) -> Vec<Claim> {
    sentence.marks.iter().filter_map(|mark| claim(sentence, mark)).collect()
}

fn claim(sentence: &Sentence<'_>, mark: &Mark) -> Option<Claim> {
    let Figure::Percent { value, hedge: Hedge::Exact, role: Role::Share } = mark.figure else {
        return None;
    };
    let after = sentence.words_after(mark.to, 8);
    let is_of_plan =
        contains(after, &["kế hoạch", "chỉ tiêu", "so với", "dự toán", "mục tiêu", "giao"]);
    let is_share =
        ends_with(sentence.words_before(mark.from, 2), &["chiếm", "chiếm tỷ lệ", "tỷ lệ nữ"]);
    let is_of_all = is_vote(sentence, mark.to) || is_of_total(sentence, mark.to);
    if !is_above_whole(value) || is_of_plan || !(is_share || is_of_all) {
        return None;
    }
    let from = if is_share { mark.from.saturating_sub(1) } else { mark.from };
    let why = format!("{value}% là nhiều hơn cả tổng số: không thể có. Hỏi lại con số.");
    let judged = Judged { verdict: Verdict::Impossible, expected: None, why };
    Some(Claim { from, to: mark.to, kind: Kind::PercentRange, judged })
}

fn is_above_whole(value: Decimal) -> bool {
    10_i64.checked_pow(u32::from(value.decimals)).is_some_and(|one| value.units > 100 * one)
}

fn is_vote(sentence: &Sentence<'_>, to: usize) -> bool {
    starts_with(
        sentence.words_after(to, 3),
        &["số phiếu", "phiếu bầu", "phiếu tán thành", "tổng số phiếu"],
    )
}

/// `tổng số đoàn viên`: people and units can be shared out; sums of money may exceed a plan.
fn is_of_total(sentence: &Sentence<'_>, to: usize) -> bool {
    let is_total = sentence.words_after(to, 2) == "tổng số";
    let noun = noun_at(sentence, to + 2).map(|(noun, _)| noun);
    is_total && matches!(noun, Some(Noun::People | Noun::Units))
}
