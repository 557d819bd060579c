//! Two numbers with a stroke: what was counted, of how many.

use super::number::{integer, plain};
use super::{Figure, Hedge, Mark, hedge, noun};
use crate::sentence::Sentence;
use crate::token::Sort;
use crate::words::{ends_with, starts_with};

/// How surely `a/b` is so many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// It counts something: a known noun follows, or it can be nothing else.
    Counted,
    /// It could be a day (`3/7`) or a plain fraction (`2/3 thời gian`).
    Unsure,
}

/// What a fraction of time or of a way is not: counted.
const NOT_COUNTED: &[&str] = &[
    "thời gian",
    "chặng",
    "quãng",
    "nhiệm kỳ",
    "năm",
    "tháng",
    "tuần",
    "ngày",
    "giờ",
    "quý",
    "km",
    "điểm",
    "trang",
    "điều",
    "đường",
    "phố",
    "cuộc đời",
    "thế kỷ",
    "diện tích",
    "số",
    "tổng số",
    "hành trình",
    "chương trình",
];

/// Words in front of which `3/7` is an amount and no day.
const AMOUNT_WORDS: &[&str] = &[
    "được",
    "đạt",
    "là",
    "có",
    "mới",
    "thành lập",
    "kết nạp",
    "phát triển",
    "hoàn thành",
    "tổ chức",
    "cơ sở",
    "đoàn viên",
    ":",
];

/// `21/27`, `3.335 / 2.500`.
pub(super) fn ratio(sentence: &Sentence<'_>, at: usize, free_from: usize) -> Option<Mark> {
    let is_stroke = sentence.key(at + 1) == "/" && sentence.is(at + 2, Sort::Number);
    if !is_stroke {
        return None;
    }
    let to = at + 3;
    let set_aside = Some(Mark::other(at, to));
    let numbers = integer(sentence.key(at)).zip(integer(sentence.key(at + 2)));
    let Some((num, den)) = numbers.filter(|(_, den)| *den > 0) else { return set_aside };
    // `3 335/2 500` with spaces between the thousands cannot be told from two numbers.
    let is_torn = at.checked_sub(1).is_some_and(|before| sentence.is(before, Sort::Number))
        || sentence.is(to, Sort::Number);
    if is_torn || sentence.key(to) == "%" {
        return set_aside;
    }
    // `hơn 2/3 số đơn vị` is a fraction and no count.
    let (hedge, _) = hedge(sentence, at, free_from);
    let reading = if hedge == Hedge::Exact { reading(sentence, at) } else { Reading::Unsure };
    Some(Mark { from: at, to, figure: Figure::Ratio { num, den, reading } })
}

fn reading(sentence: &Sentence<'_>, at: usize) -> Reading {
    let after = sentence.words_after(at + 3, 2);
    if noun::noun(sentence, at + 3).is_some() {
        return Reading::Counted;
    }
    let numbers = plain(sentence.key(at), 2).zip(plain(sentence.key(at + 2), 2));
    let is_like_a_day = numbers.is_some_and(|(day, month)| day <= 31 && month <= 12);
    let is_amount = ends_with(sentence.words_before(at, 2), AMOUNT_WORDS)
        && !ends_with(sentence.words_before(at, 2), &["đến", "từ"]);
    let is_counted = (!is_like_a_day || is_amount) && !starts_with(after, NOT_COUNTED);
    if is_counted { Reading::Counted } else { Reading::Unsure }
}
