//! The given text as blocks: what a reader sees as one paragraph, heading or table cell.
//!
//! A block knows on which line of the given text each of its characters stood. No claim reaches
//! over the edge of a block, so a menu or another headline can never complete a sentence.

mod html;
mod plain;

use crate::refusal::Refusal;

/// A run of text that belongs together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// What is read, tags and entities resolved.
    pub(crate) text: String,
    /// From which byte of `text` on which line holds, ascending.
    lines: Vec<(usize, usize)>,
    /// Bytes of the text that are the wording of a link.
    linked: usize,
}

impl Block {
    /// Adds text that stood on one line.
    fn push(&mut self, text: &str, line: usize) {
        if self.lines.last().is_none_or(|(_, last)| *last != line) {
            self.lines.push((self.text.len(), line));
        }
        self.text.push_str(text);
    }

    /// The line on which the character at this byte stood.
    pub(crate) fn line_at(&self, byte: usize) -> usize {
        let after = self.lines.partition_point(|(from, _)| *from <= byte);
        after.checked_sub(1).map_or(1, |at| self.lines[at].1)
    }

    /// Whether all of it is the wording of links: menu entries, headlines of other articles.
    pub(crate) fn is_link(&self) -> bool {
        self.linked * 5 > self.text.trim().len() * 4
    }

    /// Whether this is an entry of a list with a share in it: `- Đối thoại: 193/193 đơn vị`.
    pub(crate) fn is_item(&self) -> bool {
        let text = self.text.trim_start();
        let has_share = text.split('/').zip(text.split('/').skip(1)).any(|(before, after)| {
            before.trim_end().ends_with(|c: char| c.is_ascii_digit())
                && after.trim_start().starts_with(|c: char| c.is_ascii_digit())
        });
        has_share && plain::is_item(text)
    }

    /// Whether this reads as running text. Headings, headlines and captions of buttons do not, and
    /// nothing in them is compared with its neighbours.
    pub(crate) fn is_prose(&self) -> bool {
        const SHORTEST: usize = 40;
        const LONG: usize = 160;
        let text = self.text.trim();
        let ends_as_sentence = text.ends_with(['.', '!', '?', ';', ':', '…', '”', '"', ')']);
        !self.is_link() && (ends_as_sentence || text.len() > LONG) && text.len() >= SHORTEST
    }
}

/// Cuts a plain text or a saved page into blocks.
pub(crate) fn blocks(text: &str) -> Result<Vec<Block>, Refusal> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if is_archive(text) {
        return Err(Refusal::PageInArchive);
    }
    let mut blocks = if html::is_page(text) { html::blocks(text) } else { plain::blocks(text) };
    // What leads to other pages is not the text that is being checked.
    blocks.retain(|block| !block.text.trim().is_empty() && !block.is_link());
    Ok(blocks)
}

/// MHTML begins like a letter and names its parts.
fn is_archive(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(2_000)];
    head.contains("MIME-Version:") && head.contains("multipart/related")
}

#[cfg(test)]
mod tests;
