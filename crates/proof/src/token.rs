//! Words, numbers and signs of a block, each with its place.

use vietnamese::syllable::{Placement, place_tones};
use vietnamese::text::clean;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters, and digits behind them: `CĐCS`, `CO2`.
    Word,
    /// Digits with the dots and commas inside them: `3.335`, `79,89`, `28.7.2024`.
    Number,
    /// Anything else, one character each.
    Sign,
}

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) sort: Sort,
    /// First byte in the block, and the byte behind the last one.
    pub(crate) start: usize,
    /// See `start`.
    pub(crate) end: usize,
    /// How it is compared: lower case, one spelling for each word, one sign for all quotation
    /// marks and one for all dashes.
    pub(crate) key: String,
}

impl Token {
    /// Whether this token follows another without white space.
    pub(crate) fn touches(&self, before: &Self) -> bool {
        before.end == self.start
    }
}

/// Cuts a text into tokens; white space and invisible characters are between them.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        let (sort, length) = if first.is_ascii_digit() {
            (Sort::Number, number_length(rest))
        } else if first.is_alphabetic() {
            (Sort::Word, rest.find(|c| !is_word(c)).unwrap_or(rest.len()))
        } else {
            (Sort::Sign, first.len_utf8())
        };
        let end = start + length;
        if sort != Sort::Sign || !is_blank(first) {
            tokens.push(Token { sort, start, end, key: key(sort, &text[start..end]) });
        }
        start = end;
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || c == '\u{AD}'
}

/// The combining marks of text that is not composed.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}')
}

/// Digits, and single dots and commas between digits.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while is_digit(at) || (matches!(bytes.get(at), Some(b'.' | b',')) && is_digit(at + 1)) {
        at += 1;
    }
    at
}

fn key(sort: Sort, text: &str) -> String {
    match sort {
        Sort::Number => text.to_owned(),
        Sort::Word => spelling(&place_tones(&clean(text).to_lowercase(), Placement::Old)),
        Sort::Sign => match text {
            "“" | "”" | "„" | "«" | "»" | "″" | "＂" => "\"",
            "–" | "—" | "−" | "‐" | "‑" | "‒" | "―" => "-",
            "／" | "⁄" | "∕" => "/",
            "％" | "٪" => "%",
            "（" => "(",
            "）" => ")",
            other => other,
        }
        .to_owned(),
    }
}

/// Words that are written with i or y, or shortened: one spelling for each.
fn spelling(word: &str) -> String {
    match word {
        "tỉ" => "tỷ",
        "kì" => "kỳ",
        "kỉ" => "kỷ",
        "sỹ" => "sĩ",
        "lí" => "lý",
        "qui" => "quy",
        "giầy" => "giày",
        "kh" => "kế hoạch",
        "đc" => "đồng chí",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.key).collect()
    }

    #[test]
    fn numbers_keep_their_dots_and_commas_and_sentences_lose_theirs() {
        assert_eq!(
            keys("Đạt 3.335/2.500 (133,4%). Năm 2.024,"),
            ["đạt", "3.335", "/", "2.500", "(", "133,4", "%", ")", ".", "năm", "2.024", ","]
        );
        assert_eq!(keys("28.7.2024."), ["28.7.2024", "."]);
    }

    #[test]
    fn two_spellings_of_a_word_have_one_key() {
        assert_eq!(keys("Tỉ lệ, nhiệm kì, hoà, thuỷ"), keys("tỷ lệ, NHIỆM KỲ, hòa, thủy"));
        assert_eq!(keys("“A” – b"), keys("\"a\" - B"));
        assert_eq!(keys(&vietnamese::text::nfd("đạt tỷ lệ")), ["đạt", "tỷ", "lệ"]);
    }

    #[test]
    fn digits_behind_letters_belong_to_the_word() {
        assert_eq!(keys("hàn CO2, QH15, 19h30"), ["hàn", "co2", ",", "qh15", ",", "19", "h30"]);
    }
}
