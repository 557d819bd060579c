//! Saved pages: the text between the tags, cut where a browser would begin a new line.

use super::Block;
use html5gum::{DefaultEmitter, Spanned, Token, Tokenizer};
use std::collections::HashMap;

/// Elements whose text is not the article's; those that are never closed are read all the same.
const LEFT_OUT: &[&str] = &[
    "script", "style", "noscript", "template", "head", "nav", "footer", "aside", "select",
    "button", "textarea", "svg", "iframe", "object", "title",
];

/// Elements that stand inside a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "big", "cite", "code", "del", "dfn", "em", "font", "i",
    "ins", "mark", "o:p", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
];

/// Whether a text is a saved page rather than prose with a stray `<`.
pub(super) fn is_page(text: &str) -> bool {
    let head = text[..text.floor_char_boundary(4_000)].trim_start().to_ascii_lowercase();
    let opens = ["<!doctype html", "<html", "<?xml"].iter().any(|tag| head.starts_with(tag));
    let has = |tag: &str| head.contains(tag);
    let has_tags = ["<body", "<p>", "<p ", "<div", "<br", "<article", "<table", "<span", "<h1"];
    opens || (head.contains("</") && has_tags.iter().any(|tag| has(tag)))
}

pub(super) fn blocks(text: &str) -> Vec<Block> {
    let tokens = tokens(text);
    let mut reader = Reader { closed: closed(&tokens), ..Reader::default() };
    let mut lines = Lines { text, read_to: 0, line: 1 };
    for token in &tokens {
        match token {
            Token::StartTag(tag) => reader.open(&name(&tag.name), tag.self_closing),
            Token::EndTag(tag) => reader.close(&name(&tag.name)),
            Token::String(string) => {
                let (first, last) = (lines.at(string.span.start), lines.at(string.span.end));
                reader.text(&decoded(string), first, last);
            }
            _ => {}
        }
    }
    reader.end_block();
    reader.blocks
}

fn tokens(text: &str) -> Vec<Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    // The text of scripts and styles holds no tags.
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).flatten().collect()
}

fn name(name: &[u8]) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

fn decoded(string: &Spanned<html5gum::HtmlString, usize>) -> String {
    String::from_utf8_lossy(string).into_owned()
}

/// Which of the elements to leave out are closed as often as they are opened. Leaving out the
/// others would leave out all that follows.
fn closed(tokens: &[Token<usize>]) -> HashMap<String, bool> {
    let mut depth: HashMap<String, i64> = HashMap::new();
    for token in tokens {
        match token {
            Token::StartTag(tag) if !tag.self_closing => {
                *depth.entry(name(&tag.name)).or_default() += 1;
            }
            Token::EndTag(tag) => *depth.entry(name(&tag.name)).or_default() -= 1,
            _ => {}
        }
    }
    let left_out = LEFT_OUT.iter().map(|tag| (*tag).to_owned());
    left_out.map(|tag| (tag.clone(), depth.get(&tag) == Some(&0))).collect()
}

/// Line numbers for ascending offsets.
struct Lines<'a> {
    text: &'a str,
    read_to: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, offset: usize) -> usize {
        let passed = self.text.get(self.read_to..offset).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.read_to = offset.max(self.read_to);
        self.line
    }
}

#[derive(Default)]
struct Reader {
    closed: HashMap<String, bool>,
    blocks: Vec<Block>,
    block: Block,
    /// The element being left out, and how often it is open.
    left_out: Option<(String, usize)>,
    in_link: bool,
}

impl Reader {
    fn open(&mut self, tag: &str, self_closing: bool) {
        if let Some((left_out, depth)) = &mut self.left_out {
            if left_out == tag && !self_closing {
                *depth += 1;
            }
            return;
        }
        if self.closed.get(tag) == Some(&true) && !self_closing {
            self.left_out = Some((tag.to_owned(), 1));
        }
        self.break_at(tag);
        self.in_link |= tag == "a";
    }

    fn close(&mut self, tag: &str) {
        if let Some((left_out, depth)) = &mut self.left_out {
            if left_out == tag {
                *depth -= 1;
                if *depth == 0 {
                    self.left_out = None;
                }
            }
            return;
        }
        self.in_link &= tag != "a";
        self.break_at(tag);
    }

    /// Adds text that stood on these lines. Entities and lone carriage returns may make more line
    /// breaks of it than the page has.
    fn text(&mut self, text: &str, first_line: usize, last_line: usize) {
        if self.left_out.is_some() {
            return;
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.block.push(" ", last_line.min(first_line + index - 1));
            }
            self.block.push(line, last_line.min(first_line + index));
        }
        if self.in_link {
            self.block.linked += text.trim().len();
        }
    }

    fn break_at(&mut self, tag: &str) {
        if !INLINE.contains(&tag) {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        self.blocks.push(std::mem::take(&mut self.block));
    }
}
