//! The whole check: from a text to its findings.

use crate::award_names::AwardNames;
use crate::claim::{claims, population};
use crate::refusal::Refusal;
use crate::report::{Finding, Found, Kind, Marked, Passage, Report};
use crate::sentence::{Sentence, sentences};
use crate::source::{Block, blocks};

/// What is checked against what, and up to which size.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// Longer texts are refused. An article has 20 kB, its saved page up to 2 MB with the scripts
    /// left in.
    pub bytes_max: usize,
    /// Whether counts that stand alone are listed.
    pub lists_counts: bool,
    /// The names awards may have.
    pub award_names: &'a AwardNames,
}

impl Default for Options<'static> {
    fn default() -> Self {
        Self { bytes_max: 4 << 20, lists_counts: true, award_names: AwardNames::built_in() }
    }
}

/// Finds the claims of a text, in the order of the text.
///
/// Lines are counted from 1 in the text as given, whether plain or a page.
pub fn check(text: &str, options: &Options<'_>) -> Result<Report, Refusal> {
    let marked = mark(text, options)?;
    Ok(Report { findings: marked.found.into_iter().map(|found| found.finding).collect() })
}

/// The same with the text as it was read, so that each claim can be shown where it stands.
pub fn mark(text: &str, options: &Options<'_>) -> Result<Marked, Refusal> {
    let (bytes, limit) = (text.len(), options.bytes_max);
    if bytes > limit {
        return Err(Refusal::TextTooLong { bytes, limit });
    }
    let blocks = blocks(text)?;
    let read: Vec<Vec<Sentence<'_>>> = blocks.iter().map(sentences).collect();
    let mut found: Vec<Placed> = Vec::new();
    for (block, sentences) in read.iter().enumerate() {
        for (at, sentence) in sentences.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| &sentences[before]);
            let claims = claims(sentence, before, options.award_names);
            found.extend(claims.into_iter().map(|claim| Placed {
                place: (block, at, claim.from),
                to: claim.to,
                finding: claim.finding(sentence),
            }));
        }
    }
    found.extend(populations(&blocks, &read));
    found.retain(|placed| options.lists_counts || placed.finding.kind != Kind::Count);
    found.sort_by_key(|placed| placed.place);
    let found = found.into_iter().map(|placed| placed.at(&read)).collect();
    let passages = blocks.iter().map(|block| Passage { text: block.text.clone() }).collect();
    Ok(Marked { passages, found })
}

/// A finding and where it stands: block, sentence, token; and the token behind its last one.
struct Placed {
    place: (usize, usize, usize),
    to: usize,
    finding: Finding,
}

impl Placed {
    /// The same by the bytes of its block.
    fn at(self, read: &[Vec<Sentence<'_>>]) -> Found {
        let (passage, sentence, from) = self.place;
        let sentence = read.get(passage).and_then(|sentences| sentences.get(sentence));
        let bytes = sentence.map_or(0..0, |sentence| sentence.bytes(from, self.to));
        Found { finding: self.finding, passage, bytes }
    }
}

/// What is compared across sentences stands in running text or in the entries of a list.
fn populations(blocks: &[Block], read: &[Vec<Sentence<'_>>]) -> Vec<Placed> {
    let prose = |block: &Block| block.is_prose() || block.is_item();
    let prose = blocks.iter().zip(read).enumerate().filter(|(_, (block, _))| prose(block));
    let sentences: Vec<_> = prose
        .flat_map(|(block, (_, sentences))| {
            sentences.iter().enumerate().map(move |(at, sentence)| ((block, at), sentence))
        })
        .collect();
    let found = population::findings(&sentences).into_iter();
    found
        .map(|((block, at), (from, to), finding)| Placed { place: (block, at, from), to, finding })
        .collect()
}
