//! Plain text: a line is a block, except where a sentence was broken to fit a width.

use super::Block;

/// Broken lines are at most this long; longer ones are whole paragraphs.
const WIDTH_MAX: usize = 130;
/// A line shorter than this was not broken for want of room.
const BROKEN_MIN: usize = 30;

pub(super) fn blocks(text: &str) -> Vec<Block> {
    let width = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let is_wrapped = (50..=WIDTH_MAX).contains(&width);
    let mut blocks: Vec<Block> = Vec::new();
    let mut before = "";
    for (index, line) in text.lines().enumerate() {
        match blocks.last_mut().filter(|_| continues(before, line, is_wrapped.then_some(width))) {
            Some(block) => {
                block.push(" ", index);
                block.push(line, index + 1);
            }
            None => {
                let mut block = Block::default();
                block.push(line, index + 1);
                blocks.push(block);
            }
        }
        before = line;
    }
    blocks
}

/// Whether a line goes on with the sentence of the line before it.
fn continues(before: &str, line: &str, width: Option<usize>) -> bool {
    let (before, line) = (before.trim(), line.trim_start());
    let Some(first) = line.chars().next() else { return false };
    let length = before.chars().count();
    if length < BROKEN_MIN || before.ends_with(['.', '!', '?', ':', ';', '…']) || is_item(line) {
        return false;
    }
    if first.is_lowercase() || first == '(' || first == '%' {
        return true;
    }
    // A line that begins with a number or a name goes on only where all lines are cut to a width.
    let is_full = width.is_some_and(|width| length * 5 >= width * 4);
    is_full && (first.is_ascii_digit() || first.is_uppercase() || first == '“' || first == '"')
}

/// `- …`, `+ …`, `• …`, `1. …`, `a) …`.
fn is_item(line: &str) -> bool {
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
