//! A sentence: tokens of one block, and the figures among them.

use crate::figure::{Figure, Mark, marks};
use crate::source::Block;
use crate::token::{Sort, Token, tokens};

/// More tokens than this are cut: a table without full stops is no sentence, and the work grows
/// with the length.
const TOKENS_MAX: usize = 500;

/// Words before a full stop that do not end a sentence.
const SHORTENED: &[&str] = &[
    "tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "ks", "cn", "q", "p", "h", "x", "st", "mr",
    "ms", "dr", "đt", "vv",
];

/// Tokens that belong together, and the figures found in them.
#[derive(Debug)]
pub(crate) struct Sentence<'a> {
    block: &'a Block,
    tokens: Vec<Token>,
    /// The keys of all tokens, a space after each.
    keys: String,
    /// Where the key of each token begins in `keys`, and one more at the end.
    key_starts: Vec<usize>,
    /// Its figures in their order.
    pub(crate) marks: Vec<Mark>,
}

impl<'a> Sentence<'a> {
    fn of(block: &'a Block, tokens: Vec<Token>) -> Self {
        let mut keys = String::new();
        let mut key_starts = Vec::with_capacity(tokens.len() + 1);
        for token in &tokens {
            key_starts.push(keys.len());
            keys.push_str(&token.key);
            keys.push(' ');
        }
        key_starts.push(keys.len());
        let mut sentence = Self { block, tokens, keys, key_starts, marks: Vec::new() };
        sentence.marks = marks(&sentence);
        sentence
    }

    /// How many tokens it has.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The key of the token at a place; empty beyond the end.
    pub(crate) fn key(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.key)
    }

    /// Whether a token is of a sort.
    pub(crate) fn is(&self, at: usize, sort: Sort) -> bool {
        self.tokens.get(at).is_some_and(|token| token.sort == sort)
    }

    /// The keys from one token up to another, which is left out: `đơn vị , đạt`.
    pub(crate) fn words(&self, from: usize, to: usize) -> &str {
        let last = self.key_starts.len() - 1;
        let (from, to) = (from.min(last), to.min(last));
        if from >= to {
            ""
        } else {
            self.keys[self.key_starts[from]..self.key_starts[to]].trim_end()
        }
    }

    /// The keys of so many tokens before a place.
    pub(crate) fn words_before(&self, at: usize, count: usize) -> &str {
        self.words(at.saturating_sub(count), at)
    }

    /// The keys of so many tokens from a place on.
    pub(crate) fn words_after(&self, at: usize, count: usize) -> &str {
        self.words(at, at.saturating_add(count))
    }

    /// The text as written from one token up to another, white space made single.
    pub(crate) fn written(&self, from: usize, to: usize) -> String {
        let text = self.block.text.get(self.bytes(from, to)).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The bytes of the block from one token up to another.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let last = to.checked_sub(1).and_then(|at| self.tokens.get(at));
        self.tokens.get(from).zip(last).map_or(0..0, |(first, last)| first.start..last.end)
    }

    /// The text as written of one token.
    pub(crate) fn raw(&self, at: usize) -> &str {
        let token = self.tokens.get(at);
        token.and_then(|token| self.block.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// The end of a run of tokens with the bracket that it opened and left open.
    pub(crate) fn closed(&self, from: usize, to: usize) -> usize {
        let words = self.words(from, to);
        let is_open = words.matches('(').count() > words.matches(')').count();
        to + usize::from(is_open && self.key(to) == ")")
    }

    /// The line on which a token stands.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(1, |token| self.block.line_at(token.start))
    }

    /// Whether a token stands directly behind the one before it.
    pub(crate) fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(at)).is_some_and(|(before, token)| token.touches(before))
    }

    /// The figures that begin in a range of tokens.
    pub(crate) fn marks_in(&self, from: usize, to: usize) -> &[Mark] {
        let first = self.marks.partition_point(|mark| mark.from < from);
        let last = self.marks.partition_point(|mark| mark.from < to);
        self.marks.get(first..last).unwrap_or_default()
    }

    /// The counts in the sentence, with their marks.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (&Mark, i64)> {
        self.marks.iter().filter_map(|mark| match mark.figure {
            Figure::Count { value, .. } => Some((mark, value)),
            _ => None,
        })
    }
}

/// Cuts a block into sentences.
pub(crate) fn sentences(block: &Block) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut current: Vec<Token> = Vec::new();
    let mut rest = tokens(&block.text).into_iter().peekable();
    while let Some(token) = rest.next() {
        let ends = is_end(&token, current.last(), rest.peek(), &block.text);
        current.push(token);
        if ends || current.len() >= TOKENS_MAX {
            sentences.push(Sentence::of(block, std::mem::take(&mut current)));
        }
    }
    if !current.is_empty() {
        sentences.push(Sentence::of(block, current));
    }
    sentences
}

/// Whether a sign ends the sentence: `!`, `?`, and a full stop that stands neither behind a
/// shortened word nor before a small letter.
fn is_end(sign: &Token, before: Option<&Token>, after: Option<&Token>, text: &str) -> bool {
    match sign.key.as_str() {
        "!" | "?" => true,
        "." => {
            let is_shortened = before.is_some_and(|word| {
                let letters = word.key.chars().count();
                word.sort == Sort::Word
                    && (SHORTENED.contains(&word.key.as_str())
                        || (letters == 1 && sign.touches(word)))
            });
            let next = after.and_then(|token| text[token.start..token.end].chars().next());
            !is_shortened && !next.is_some_and(|c| c.is_lowercase() || ".,;:)".contains(c))
        }
        _ => false,
    }
}
