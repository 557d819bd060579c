//! Counts: a number and the noun behind it; amounts of money.

use super::noun::{Noun, noun};
use super::number::{decimal, integer, year};
use super::{Figure, Hedge, Mark, hedge};
use crate::sentence::Sentence;
use crate::token::Sort;
use crate::words::{contains, ends_with, starts_with};
use vietnamese::number::Decimal;

/// Numbers in words that stand in front of prizes and collectives.
const NUMBER_WORDS: [(&str, i64); 10] = [
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
];

/// Words of money behind a number, and their worth in đồng.
const MONEY: [(&str, i64); 6] = [
    ("tỷ", 1_000_000_000),
    ("triệu", 1_000_000),
    ("tr", 1_000_000),
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("đồng", 1),
];

/// A count, with or without a known noun.
pub(super) fn count(sentence: &Sentence<'_>, at: usize, free_from: usize) -> Option<Mark> {
    let (hedge, from) = hedge(sentence, at, free_from);
    if let Some((value, to)) = money(sentence, at) {
        return Some(counted(sentence, from, to, value, Some(Noun::Money), hedge));
    }
    let value = integer(sentence.key(at)).filter(|_| !is_measure(sentence, at + 1))?;
    let found = noun(sentence, at + 1);
    // `năm 2023` has been set aside; a bare `2023` without a noun is no count either.
    if found.is_none() && year(sentence.key(at)).is_some() {
        return None;
    }
    let to = found.map_or(at + 1, |(_, to)| to);
    let noun = found.map(|(noun, _)| noun).filter(|noun| *noun != Noun::Cases);
    Some(counted(sentence, from, to, value, noun, hedge))
}

/// `300.000 đồng/suất`; but `31 CĐCS/chỉ tiêu 30 CĐCS` is what was done of a plan.
fn is_rate(sentence: &Sentence<'_>, to: usize) -> bool {
    let per = sentence.words_after(to + 1, 2);
    let is_plan = starts_with(per, &["chỉ tiêu", "kế hoạch", "tổng số", "tổng"]);
    sentence.key(to) == "/" && sentence.is(to + 1, Sort::Word) && !is_plan
}

/// Time, lengths, weights and the like are measured, not counted.
fn is_measure(sentence: &Sentence<'_>, at: usize) -> bool {
    const MEASURES: &[&str] = &[
        "tháng",
        "năm",
        "quý",
        "tuần",
        "ngày",
        "giờ",
        "phút",
        "giây",
        "tuổi",
        "km",
        "kg",
        "m",
        "m2",
        "ha",
        "lít",
        "tấn",
        "độ",
        "điểm",
        "bậc",
        "triệu",
        "nghìn",
        "ngàn",
        "tỷ",
        "vạn",
        "thế kỷ",
        "thập kỷ",
        "nhiệm kỳ",
        "mét",
        "trang",
        "lần",
    ];
    starts_with(sentence.words_after(at, 2), MEASURES)
}

fn counted(
    sentence: &Sentence<'_>,
    from: usize,
    to: usize,
    value: i64,
    noun: Option<Noun>,
    hedge: Hedge,
) -> Mark {
    // `từ 25 đoàn viên trở lên`, `300.000 đồng/suất`: a limit or a rate.
    let after = sentence.words_after(to, 4);
    let is_limit = contains(after, &["trở lên", "trở xuống", "trở đi"])
        || is_rate(sentence, to)
        || ends_with(sentence.words_before(from, 1), &["từ"]);
    let hedge = if is_limit { Hedge::Limit } else { hedge };
    Mark { from, to, figure: Figure::Count { value, noun, hedge } }
}

/// `350 triệu đồng`, `1,5 tỷ đồng`, `2 tỷ 300 triệu đồng`, `500.000 đồng`.
fn money(sentence: &Sentence<'_>, at: usize) -> Option<(i64, usize)> {
    let (mut value, mut to) = amount(sentence, at)?;
    while let Some((more, end)) = amount(sentence, to).filter(|(more, _)| *more < value) {
        value = value.checked_add(more)?;
        to = end;
    }
    Some((value, if sentence.key(to) == "đồng" { to + 1 } else { to }))
}

fn amount(sentence: &Sentence<'_>, at: usize) -> Option<(i64, usize)> {
    if !sentence.is(at, Sort::Number) {
        return None;
    }
    let words = [sentence.key(at + 1), sentence.key(at + 2)];
    // `5 đồng chí`, `5 đ/c`, `5 đồng nghiệp` are people.
    if matches!(sentence.words_after(at + 1, 2), "đồng chí" | "đồng nghiệp" | "đồng đội")
        || sentence.words_after(at + 1, 3) == "đ / c"
    {
        return None;
    }
    let worth = |word: &str| MONEY.iter().find(|(name, _)| *name == word).map(|(_, worth)| *worth);
    // `1.200 nghìn tỷ` has two words of worth; `01 triệu sáng kiến` is no money.
    let first = worth(words[0]).or_else(|| matches!(words[0], "vnđ" | "vnd" | "đ").then_some(1))?;
    let is_money =
        first == 1 || matches!(words[1], "đồng" | "" | "," | "." | ";" | ")" | "và" | "/");
    let is_followed = sentence.is(at + 2, Sort::Number);
    if !is_money && !is_followed && first != 1_000_000_000 {
        return None;
    }
    let Decimal { units, decimals } = decimal(sentence.key(at))?;
    let scale = 10_i128.pow(u32::from(decimals));
    let dong = i128::from(units) * i128::from(first);
    let dong = (dong % scale == 0).then_some(dong / scale)?;
    let to = if words[1] == "đồng" && first != 1 { at + 3 } else { at + 2 };
    Some((i64::try_from(dong).ok()?, to))
}

/// `ba giải nhất`, `hai tập thể`: a small number in words, in front of what prizes go to.
pub(super) fn in_words(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let (_, value) = NUMBER_WORDS.iter().find(|(word, _)| *word == sentence.key(at))?;
    let (noun, to) = noun(sentence, at + 1)?;
    let is_prize = noun == Noun::Prizes;
    let is_awarded = matches!(sentence.words(at + 1, to), "tập thể" | "cá nhân");
    // `trong năm`, `thứ ba`, `giải ba`: a year and a rank.
    let before = sentence.words_before(at, 1);
    let is_other =
        matches!(before, "thứ" | "giải" | "trong" | "cả" | "hàng" | "hằng" | "một" | "mỗi")
            || before.is_empty() && sentence.key(at) == "năm"
            || (sentence.key(at) == "năm" && !is_prize);
    let figure = Figure::Count { value: *value, noun: Some(noun), hedge: Hedge::Exact };
    let is_count = (is_prize || is_awarded) && !is_other;
    is_count.then_some(Mark { from: at, to, figure })
}
