//! A written date cut into numbers and the words between them.

use crate::fold::fold;

/// What a number in a date is said to be by the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Unsaid,
    Day,
    Month,
    Year,
}

/// One number of a date: its digits as typed, and its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) value: u32,
    pub(super) length: usize,
    pub(super) role: Role,
}

/// More numbers than this are no date.
const PIECES_MAX: usize = 3;

/// Months as English spreadsheets print them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Cuts a date; `None` when it holds words that belong to no date.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece>> {
    let folded = fold(text);
    let mut rest = without_time(folded.trim_start_matches('\''));
    let mut pieces = Vec::with_capacity(PIECES_MAX);
    let mut role = Role::Unsaid;
    while let Some(first) = rest.chars().next() {
        if pieces.len() > PIECES_MAX {
            return None;
        }
        if first.is_ascii_digit() {
            let (digits, after) = split_run(rest, |c| c.is_ascii_digit());
            let value = if digits.len() <= 8 { digits.parse().ok()? } else { return None };
            pieces.push(Piece { value, length: digits.len(), role });
            (role, rest) = (Role::Unsaid, after);
        } else if first.is_ascii_alphabetic() {
            let (word, after) = split_run(rest, |c| c.is_ascii_alphabetic());
            match said(word)? {
                Said::Role(said) => role = said,
                Said::Month(value) => {
                    pieces.push(Piece { value, length: 2, role: Role::Month });
                }
                Said::Nothing => {}
            }
            rest = after;
        } else if "/-. ,:\\".contains(first) {
            rest = &rest[1..];
        } else {
            return None;
        }
    }
    (pieces.len() <= PIECES_MAX).then_some(pieces)
}

enum Said {
    Role(Role),
    Month(u32),
    Nothing,
}

fn said(word: &str) -> Option<Said> {
    Some(match word {
        "ngay" => Said::Role(Role::Day),
        "thang" | "thg" => Said::Role(Role::Month),
        "nam" => Said::Role(Role::Year),
        "sinh" | "sn" | "mung" | "mong" | "hn" | "ha" | "noi" => Said::Nothing,
        _ => Said::Month(MONTHS.iter().position(|m| word.starts_with(m))? as u32 + 1),
    })
}

fn split_run(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !belongs(c)).unwrap_or(text.len()))
}

/// The text before a time of day (`1980-08-23 00:00:00`, `1980-08-23t00:00:00z`).
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let hour = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let is_hour = hour.len() < colon && hour.ends_with([' ', 't']) && hour.len() > 1;
    if is_hour { hour[..hour.len() - 1].trim_end() } else { text }
}
