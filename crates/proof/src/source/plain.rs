//! Plain text: a line is a block, except where a sentence was broken to fit a width.

use super::Block;

/// A line shorter than this was not broken for want of room.
const BROKEN_MIN: usize = 30;

pub(super) fn blocks(text: &str) -> Vec<Block> {
    let width = width(text);
    let mut blocks: Vec<Block> = Vec::new();
    let mut before = "";
    for (index, line) in text.lines().enumerate() {
        if let Some(block) = blocks.last_mut().filter(|_| continues(before, line, width)) {
            block.push(" ", index);
            block.push(line, index + 1);
        } else {
            let mut block = Block::default();
            block.push(line, index + 1);
            blocks.push(block);
        }
        before = line;
    }
    blocks
}

/// The width to which the lines of a text were cut; `None` when they were not.
///
/// Where lines were cut, most are nearly as long as the longest, and many begin in the middle of a
/// sentence; headlines differ in length and begin with a capital.
fn width(text: &str) -> Option<usize> {
    const WIDTHS: std::ops::RangeInclusive<usize> = 50..=130;
    let width = text.lines().map(length).max().filter(|width| WIDTHS.contains(width))?;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let pairs = || lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
    let all = pairs().count();
    let full = pairs().filter(|pair| is_full(pair[0], width)).count();
    let inside = pairs().filter(|pair| begins_inside(pair[1])).count();
    (all > 0 && full * 10 >= all * 7 && inside * 10 >= all * 4).then_some(width)
}

fn length(line: &str) -> usize {
    line.trim_end().chars().count()
}

fn is_full(line: &str, width: usize) -> bool {
    length(line) * 5 >= width * 4
}

fn begins_inside(line: &str) -> bool {
    line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(' || c == '%')
}

/// Whether a line goes on with the sentence of the line before it.
fn continues(before: &str, line: &str, width: Option<usize>) -> bool {
    let (end, begin) = (before.trim(), line.trim_start());
    let Some(first) = begin.chars().next() else { return false };
    let is_over = end.ends_with(['.', '!', '?', ':', ';', '…']);
    if length(end) < BROKEN_MIN || is_over || is_item(begin) {
        return false;
    }
    first.is_lowercase()
        || first == '('
        || first == '%'
        || width.is_some_and(|width| is_full(before, width))
}

/// `- …`, `+ …`, `• …`, `1. …`, `a) …`.
pub(super) fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('-' | '–' | '—' | '+' | '*' | '•' | '·' | '▪' | '►' | '✓' | '●' | '|') => {
            true
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(". ") || rest.starts_with(") ")
        }
        Some(_) => chars.next() == Some(')'),
        None => false,
    }
}
