//! Numbers that name something instead of counting: documents, ordinals, addresses, times.

use super::Mark;
use super::number::{integer, plain};
use crate::sentence::Sentence;
use crate::token::Sort;
use crate::words::{contains, ends_with};

/// Words behind which a number is a name.
const NAMED: &[&str] = &[
    "thứ",
    "hạng",
    "khóa",
    "điều",
    "khoản",
    "mục",
    "chương",
    "phần",
    "quyển",
    "tập",
    "kỳ",
    "quý",
    "cấp",
    "vòng",
    "bài",
    "phòng",
    "cụm",
    "tổ",
    "ngõ",
    "ngách",
    "hẻm",
    "kiệt",
    "đường",
    "phố",
    "lô",
    "tầng",
    "nhà",
    "quốc lộ",
    "tỉnh lộ",
    "cầu",
    "phường",
    "khu phố",
    "thôn",
    "xóm",
    "ấp",
    "khu",
    "top",
    "tuổi",
    "lớp",
    "lần",
    "đội",
    "trạm",
    "trang",
    "hotline",
    "đt",
    "điện thoại",
    "sđt",
    "fax",
    "tel",
    "mã",
    "biển",
    "xe",
    "km",
    "thương binh",
    "binh",
    "hệ",
    "bậc",
    "tháng",
    "độ",
    "giai đoạn",
    "đợt",
    "năm thứ",
    "cột",
    "dòng",
    "biểu",
    "bảng",
    "phụ lục",
    "mẫu",
    "ca",
    "ghế",
    "nhóm",
    "loại",
];

/// Behind these the number counts after all.
const COUNTED: &[&str] = &[
    "tổng số",
    "trong số",
    "con số",
    "với số",
    "có số",
    "quân số",
    "nhân số",
    "sĩ số",
    "tỷ số",
    "xếp loại",
    "phân loại",
];

/// A document (`132/QĐ-LĐLĐ`, `50/2024/QH15`): a chain of numbers and words joined by strokes and
/// dashes, with a word in capitals in it.
pub(super) fn document(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let mut to = at + 1;
    let mut has_symbol = false;
    while sentence.touches(to) && matches!(sentence.key(to), "/" | "-" | ".") {
        let next = to + 1;
        if !sentence.touches(next) || sentence.is(next, Sort::Sign) {
            break;
        }
        has_symbol |= sentence.is(next, Sort::Word) && is_symbol(sentence.raw(next));
        to = next + 1;
    }
    // `145 /QĐ-UBND` and `Covid-19` are codes as well.
    let is_tail = sentence.touches(at) && joins_a_word(sentence, at);
    if has_symbol || is_tail { Some(Mark::other(at, to)) } else { None }
}

fn is_symbol(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().next().is_some()
        && letters().filter(|c| c.is_uppercase()).count() * 2 > letters().count()
}

/// Whether a number hangs on a word: `Covid-19`, `QĐ/2024`.
fn joins_a_word(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(sign) = at.checked_sub(1) else { return false };
    matches!(sentence.key(sign), "-" | "/" | ".")
        && sentence.touches(sign)
        && sign.checked_sub(1).is_some_and(|word| sentence.is(word, Sort::Word))
        && !(sentence.key(sign) == "/" && is_counted(sentence, sign - 1))
}

/// Whether a word is the noun of a count: in `21 CĐCS/27 CĐCS` the second number is no code.
fn is_counted(sentence: &Sentence<'_>, word: usize) -> bool {
    (1..=4).any(|back| word.checked_sub(back).is_some_and(|at| sentence.is(at, Sort::Number)))
}

/// An ordinal, an address, a telephone number.
pub(super) fn named(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let before = sentence.words_before(at, 2);
    let is_named = (ends_with(before, &["số"]) || ends_with(before, NAMED))
        && !ends_with(before, COUNTED)
        && !is_above_months(sentence, at);
    let digits = sentence.key(at);
    let is_telephone = digits.starts_with('0') && digits.len() >= 8;
    // The whole of `thứ 3/30`, `quý 1/2024`, `đường 3/2` is a name.
    let has_tail = sentence.key(at + 1) == "/"
        && sentence.touches(at + 1)
        && sentence.touches(at + 2)
        && sentence.is(at + 2, Sort::Number);
    let to = if has_tail { at + 3 } else { at + 1 };
    (is_named || is_telephone).then_some(Mark::other(at, to))
}

/// `6 tháng 21/27 CĐCS`: a number above 12 names no month.
fn is_above_months(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.key(at.wrapping_sub(1)) == "tháng"
        && integer(sentence.key(at)).is_some_and(|value| value > 12)
}

/// `5-10`, `5 đến 10` (but not years), `8:30`, `15 giờ`, `24/24 giờ`, `24/7`.
pub(super) fn span_or_time(sentence: &Sentence<'_>, at: usize) -> Option<Mark> {
    let (sign, next) = (sentence.key(at + 1), at + 2);
    let is_joined = sentence.is(next, Sort::Number);
    if is_joined && sentence.touches(at + 1) && sign == ":" {
        return Some(Mark::other(at, next + 1));
    }
    if is_joined && matches!(sign, "-" | "đến" | "tới") {
        return Some(Mark::other(at, at + 1));
    }
    let before = sentence.words_before(at, 3);
    let ends_span = ends_with(before, &["-", "đến", "tới"])
        && at.checked_sub(2).is_some_and(|first| sentence.is(first, Sort::Number));
    let is_hour = |word: &str| {
        let digits = word.trim_start_matches(['h', 'g']);
        word != digits && plain(digits, 2).is_some()
            || matches!(word, "h" | "giờ" | "phút" | "giây")
    };
    if ends_span && !matches!(sign, "/" | "%") || is_hour(sign) {
        return Some(Mark::other(at, at + 1));
    }
    let is_round_the_clock = sign == "/" && matches!(sentence.key(at), "24" | "7");
    let after = sentence.words_after(at + 3, 2);
    let is_clock = is_round_the_clock
        && (matches!(sentence.key(next), "7")
            || contains(after, &["giờ", "h", "ngày"])
            || ends_with(before, &["trực", "phục vụ", "hoạt động", "túc trực", "làm việc"]));
    if is_clock { Some(Mark::other(at, at + 3)) } else { None }
}
