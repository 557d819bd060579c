//! What the property tests draw from.

use crate::letter::{VOWELS, upper};
use proptest::prelude::*;

/// Every letter of the alphabet in both cases, all tones, and the plain consonants.
pub(crate) fn alphabet() -> Vec<char> {
    let vowels = VOWELS.as_flattened().iter().copied();
    let lower: Vec<char> = vowels.chain("bcdđghklmnpqrstvx".chars()).collect();
    lower.iter().copied().chain(lower.iter().map(|c| upper(*c))).collect()
}

/// Letters and spaces in any order.
pub(crate) fn vietnamese() -> impl Strategy<Value = String> {
    let letter = prop_oneof![8 => prop::sample::select(alphabet()), 1 => Just(' ')];
    prop::collection::vec(letter, 0..40).prop_map(String::from_iter)
}

/// Names as lists hold them, in title case.
pub(crate) fn name() -> impl Strategy<Value = String> {
    use prop::sample::select;
    let family = vec!["Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Vũ", "Ngô", "Ông", "Âu"];
    let middle = vec!["Thị", "Văn", "Hữu", "Thị Thùy", "Như", "Đức", "Ngọc Ánh", "Ái", "Quý", ""];
    let given = vec![
        "An",
        "Ánh",
        "Ái",
        "Ẩn",
        "Bình",
        "Cường",
        "Dũng",
        "Đạt",
        "Hòa",
        "Hoà",
        "Hưng",
        "Khỏe",
        "Lương",
        "Ngọc",
        "Oanh",
        "Phượng",
        "Quý",
        "Thủy",
        "Thuỷ",
        "Uyên",
        "Ước",
        "Vượng",
        "Ý",
        "Yến",
    ];
    (select(family), select(middle), select(given)).prop_map(|(f, m, g)| {
        let parts = [f, m, g].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    })
}
