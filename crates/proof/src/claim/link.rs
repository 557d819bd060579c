//! The words that tie a percentage to its numbers, and those that tie it to something else.

use crate::figure::{Noun, noun_at};
use crate::sentence::Sentence;
use crate::words::{contains, first_clause, starts_with, strip_longest};

/// Words directly in front of a percentage that say it is reckoned from what went before.
const LINKS: &[&str] = &[
    "đạt",
    "đạt tỷ lệ",
    "đạt tỷ lệ là",
    "với tỷ lệ",
    "với tỷ lệ đạt",
    "tỷ lệ",
    "tỷ lệ đạt",
    "tỷ lệ là",
    "chiếm",
    "chiếm tỷ lệ",
    "bằng",
    "=",
    "tương đương",
    "tương đương với",
    "tương ứng",
    "tức",
    "tức là",
    "đạt và vượt",
    "hoàn thành",
    "hoàn thành và vượt",
    "đã đạt",
    "mới đạt",
    "chỉ đạt",
    "ước đạt",
    "đạt được",
    "đạt mức",
    "bằng tỷ lệ",
    "tương ứng với",
    "tương ứng tỷ lệ",
    "tương đương tỷ lệ",
    "lần lượt đạt",
    "đạt lần lượt",
    "lần lượt bằng",
    "lần lượt là",
    "tương ứng đạt",
    "đạt tương ứng",
    "lần lượt đạt tỷ lệ",
    "lần lượt",
    "với tỷ lệ lần lượt là",
    "chiếm khoảng",
    "tỷ lệ hoàn thành",
    "tỷ lệ chiếm",
    "nghĩa là",
    "hay",
    "là",
    "được",
];
const LINKS_OVER: &[&str] =
    &["vượt", "vượt mức", "vượt trên", "vượt kế hoạch", "vượt chỉ tiêu", "và vượt"];

/// Words in a gap that bring in a subject of their own.
const BREAKS: &[&str] = &[
    "với",
    "và",
    "còn",
    "riêng",
    "phiếu",
    "điểm",
    "kinh phí",
    "doanh thu",
    "thu nhập",
    "số tiền",
    "kim ngạch",
    "lợi nhuận",
    "tín nhiệm",
    "hài lòng",
    "tăng",
    "giảm",
    "so với",
    "trong khi",
    "trong đó",
    "thu hút",
    "nâng",
    "cùng với",
    "bên cạnh",
    "ngoài ra",
    "đồng thời",
    "tổng",
];
const NEW_MATTER: &[&str] = &[
    "phiếu",
    "điểm",
    "kinh phí",
    "doanh thu",
    "thu nhập",
    "số tiền",
    "kim ngạch",
    "lợi nhuận",
    "tín nhiệm",
];

/// Nouns with commas in them.
const JOINED: &[&str] = &[
    "cán bộ , công chức , viên chức , người lao động",
    "cán bộ , công chức , viên chức",
    "công nhân , viên chức , lao động",
    "cán bộ , công chức",
    "cán bộ , đoàn viên",
    "công chức , viên chức",
    "đoàn viên , người lao động",
    "cơ quan , đơn vị , doanh nghiệp",
    "cơ quan , đơn vị",
    "hành chính , sự nghiệp",
];

/// How surely the words between a share and a percentage tie them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// They may belong together.
    Loose,
    /// There is no other reading.
    Firm,
}

/// Whether the words behind a percentage measure it against a plan.
pub(crate) fn is_of_plan(sentence: &Sentence<'_>, to: usize) -> bool {
    const PLANS: &[&str] =
        &["kế hoạch", "chỉ tiêu", "so với", "mục tiêu", "dự toán", "giao", "nghị quyết"];
    starts_with(sentence.words_after(to, 4), PLANS)
}

/// The tie made by the words behind a share (its noun left out) and in front of a percentage.
pub(crate) fn tie(gap: &str, is_over: bool) -> Option<Tie> {
    const WORDS_MAX: usize = 30;
    // Commas inside one noun are no commas between clauses.
    let joined = JOINED.iter().fold(gap.to_owned(), |gap, noun| gap.replace(noun, "người"));
    let gap = joined.as_str();
    if gap.split(' ').count() > WORDS_MAX {
        return None;
    }
    if let Some((before, inside)) = gap.rsplit_once('(').filter(|_| !gap.contains(')')) {
        let (before, inside) = (before.trim_end(), inside.trim_start());
        let is_plain = inside.is_empty() || is_link(inside, is_over);
        let is_free = !contains(before, &[",", ";", ":", "("]) && !contains(before, NEW_MATTER);
        return Some(if is_plain && is_free { Tie::Firm } else { Tie::Loose });
    }
    let Some(rest) = strip_link(gap, is_over) else { return Some(Tie::Loose) };
    let with_sign = [",", ";", "-", ":"].iter().find_map(|sign| rest.strip_suffix(sign));
    let subject = with_sign.unwrap_or(rest).trim_end();
    let stops = contains(subject, &[",", ";", ":", "(", ")", "\""]);
    let is_firm = match with_sign {
        // `21/27 CĐCS trong doanh nghiệp và hợp tác xã, đạt …`
        Some(_) => !stops && !contains(subject, NEW_MATTER),
        None => !stops && !contains(subject, BREAKS) && !is_weak_link(gap),
    };
    Some(if is_firm { Tie::Firm } else { Tie::Loose })
}

fn is_link(words: &str, is_over: bool) -> bool {
    strip_link(words, is_over).is_some_and(str::is_empty)
}

fn strip_link(gap: &str, is_over: bool) -> Option<&str> {
    let links: &[&str] = if is_over { LINKS_OVER } else { LINKS };
    // `đạt tỷ lệ: 87,5%`
    let gap = gap.strip_suffix(" :").unwrap_or(gap);
    strip_longest(gap, links).map(str::trim_end)
}

/// `là`, `được`, `hay` tie only across a sign or directly.
fn is_weak_link(gap: &str) -> bool {
    ["là", "được", "hay", "hoàn thành"].iter().any(|link| gap.ends_with(link)) && gap.contains(' ')
}

/// Words behind a percentage that leave it with the share in front of it.
const OWN: &[&str] = &[
    "kế hoạch",
    "chỉ tiêu",
    "so với kế hoạch",
    "so với chỉ tiêu",
    "so với mục tiêu",
    "so với yêu cầu",
    "so với tổng số",
    "so với tổng",
    "mục tiêu",
    "nghị quyết",
    "yêu cầu",
    "và",
    "năm",
    "cả năm",
    "trong",
    "theo",
    "tại",
    "ở",
    "của",
    "là",
    "đề ra",
    "được giao",
    "còn",
    "do",
    "nhưng",
    "vượt",
    "tăng",
    "cao hơn",
    "thấp hơn",
    "trên tổng số",
    "trong tổng số",
    "-",
    "(",
    ")",
    ",",
    ";",
    ".",
    ":",
    "/",
    "\"",
    "!",
    "?",
    "…",
    "giao",
    "kh",
    "so chỉ tiêu",
    "so kế hoạch",
    "đã",
    "để",
    "nhờ",
    "vì",
    "góp phần",
    "hoàn thành",
    "đạt",
    "bằng",
    "gồm",
    "như",
    "trở thành",
    "cho",
    "từ",
    "]",
    "thuộc",
    "có",
    "với",
    "sau",
];
const ELSEWHERE: &[&str] = &[
    "so với cùng kỳ",
    "so với năm",
    "so với tháng",
    "so với quý",
    "so với đầu",
    "so với trước",
    "so với nhiệm kỳ",
    "so cùng kỳ",
    "so với giai đoạn",
    "cùng kỳ",
    "so với 6 tháng",
    "so với 9 tháng",
    "so với kết quả",
    "so với thời",
];

/// Whether the words behind a figure compare it with another time.
pub(crate) fn is_elsewhere(sentence: &Sentence<'_>, to: usize) -> bool {
    starts_with(sentence.words_after(to, 8), ELSEWHERE)
}

/// Whether the words behind a percentage leave it with the share in front of it: they name a plan,
/// the same things (`counted`), or nothing.
pub(crate) fn stays(sentence: &Sentence<'_>, to: usize, counted: &str) -> bool {
    let after = sentence.words_after(to, 8);
    let clause = first_clause(after, &[",", ";", ".", ")"]);
    if is_elsewhere(sentence, to) || contains(clause, &["nhiệm kỳ", "giai đoạn", "5 năm"]) {
        return false;
    }
    let skipped = ["tổng số", "tổng", "số"].iter().find_map(|word| {
        let count = word.split(' ').count();
        (sentence.words_after(to, count) == *word).then_some(to + count)
    });
    let at = skipped.unwrap_or(to);
    match noun_at(sentence, at) {
        Some((Noun::Targets, _)) => true,
        // `chiếm 60% số nữ`, `đạt 92% lao động đủ điều kiện` are shares of something else.
        Some((_, end)) => {
            skipped.is_some() && !counted.is_empty() && sentence.words(at, end) == counted
        }
        None => after.is_empty() || starts_with(after, OWN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_behind_a_comma_and_a_link_is_tied_firmly() {
        for gap in [
            "đạt",
            ", đạt",
            "( đạt",
            "(",
            ", đạt tỷ lệ",
            "; đạt",
            "ngoài nhà nước ( đạt tỷ lệ",
            "tổ chức hội nghị người lao động , đạt",
            "mới thành lập và hợp tác xã , đạt",
            ", bằng",
        ] {
            assert_eq!(tie(gap, false), Some(Tie::Firm), "{gap}");
        }
    }

    #[test]
    fn a_new_subject_loosens_the_tie() {
        for gap in [
            "tổ chức hội nghị , hội nghị người lao động đạt",
            "tổ chức hội nghị và hội nghị người lao động đạt",
            "trúng cử với số phiếu cao , đạt",
            ", kết nạp vượt kế hoạch (",
            "; doanh thu đạt",
        ] {
            assert_eq!(tie(gap, false), Some(Tie::Loose), "{gap}");
        }
    }
}
