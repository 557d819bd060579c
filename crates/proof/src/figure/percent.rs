//! Percentages, and what each is a percentage of.

use super::number::decimal;
use super::{Figure, Hedge, Mark, hedge};
use crate::sentence::Sentence;
use crate::token::Sort;
use crate::words::{contains, ends_with, starts_with};

/// What a percentage is a percentage of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A share, or what was done of a plan.
    Share,
    /// What was done above the plan: `vượt 33,4%`.
    Over,
    /// A change: `tăng 12%`, `giảm 3%`.
    Change,
    /// A limit, a span, an aim: nothing that was counted.
    Aim,
}

const CHANGES: &[&str] = &[
    "tăng",
    "giảm",
    "tăng thêm",
    "giảm còn",
    "tăng trưởng",
    "tăng lên",
    "giảm xuống",
    "cao hơn",
    "thấp hơn",
    "nhiều hơn",
    "ít hơn",
    "tăng trưởng đạt",
    "chênh",
    "lãi suất",
];
const AIMS: &[&str] = &[
    "phấn đấu",
    "phấn đấu đạt",
    "phấn đấu có",
    "chỉ tiêu",
    "mục tiêu",
    "từ",
    "lên",
    "xuống",
    "còn",
    "đến",
    "tới",
    "yêu cầu",
];

/// `87,5%`, `87,5 %`, `87,5 phần trăm`, `5-10%`.
pub(super) fn percent(sentence: &Sentence<'_>, at: usize, free_from: usize) -> Option<Mark> {
    let sign = |place: usize| match sentence.words_after(place, 2) {
        "phần trăm" => Some(place + 2),
        words if starts_with(words, &["%"]) => Some(place + 1),
        _ => None,
    };
    if sentence.key(at + 1) == "-" && sentence.is(at + 2, Sort::Number) {
        let to = sign(at + 3)?;
        return Some(Mark::other(at, to));
    }
    let to = sign(at + 1)?;
    let value = decimal(sentence.key(at));
    let Some(value) = value else { return Some(Mark::other(at, to)) };
    let (hedge, from) = hedge(sentence, at, free_from);
    let figure = Figure::Percent { value, hedge, role: role(sentence, from, to, hedge) };
    Some(Mark { from, to, figure })
}

fn role(sentence: &Sentence<'_>, from: usize, to: usize, hedge: Hedge) -> Role {
    let before = sentence.words_before(from, 3);
    if hedge == Hedge::Limit || contains(sentence.words_after(to, 6), &["trở lên", "trở xuống"])
    {
        return Role::Aim;
    }
    if ends_with(before, &["đạt và vượt", "hoàn thành và vượt"]) {
        return Role::Share;
    }
    if ends_with(before, &["vượt", "vượt mức", "vượt trên", "vượt kế hoạch", "vượt chỉ tiêu"])
    {
        return Role::Over;
    }
    if ends_with(before, CHANGES) {
        return Role::Change;
    }
    // `từ 85% lên 92%`, and a span of two: `85% đến 92%`.
    let starts_span = starts_with(sentence.words_after(to, 1), &["đến", "lên", "xuống", "tới"]);
    if ends_with(before, AIMS) || starts_span { Role::Aim } else { Role::Share }
}
