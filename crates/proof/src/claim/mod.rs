//! The claims of a text: which figures belong together, and what is to be said of them.
//!
//! Every module finds one sort of claim. A claim raises an alarm only where the wording leaves one
//! reading; where it leaves two, a claim that holds is listed and one that does not is passed over.

mod award;
mod count;
mod date;
mod difference;
mod link;
mod list;
mod plan;
pub(crate) mod population;
mod range;
mod rate;
mod share;
mod sum;
mod term;
#[cfg(test)]
mod tests;
mod whole;

use crate::award_names::AwardNames;
use crate::judge::Judged;
use crate::report::{Finding, Kind};
use crate::sentence::Sentence;

/// A claim in one sentence: the tokens it takes, and the judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Claim {
    /// Its first token.
    pub(crate) from: usize,
    /// The token behind its last one.
    pub(crate) to: usize,
    /// What sort it is.
    pub(crate) kind: Kind,
    /// What is to be said of it.
    pub(crate) judged: Judged,
}

impl Claim {
    /// Whether a token lies within the claim.
    pub(crate) fn covers(&self, token: usize) -> bool {
        (self.from..self.to).contains(&token)
    }

    /// The claim as it is reported.
    pub(crate) fn finding(self, sentence: &Sentence<'_>) -> Finding {
        let Judged { verdict, expected, why } = self.judged;
        let (line, text) = (sentence.line(self.from), sentence.written(self.from, self.to));
        Finding { line, text, kind: self.kind, verdict, expected, why }
    }
}

/// The claims of one sentence; a list in it may belong to a total in the sentence before.
pub(crate) fn claims(
    sentence: &Sentence<'_>,
    before: Option<&Sentence<'_>>,
    names: &AwardNames,
) -> Vec<Claim> {
    let mut claims = rate::claims(sentence);
    claims.extend(whole::claims(sentence, before, &claims));
    claims.extend(sum::claims(sentence, before));
    claims.extend(difference::claims(sentence));
    claims.extend(range::claims(sentence));
    claims.extend(term::claims(sentence));
    claims.extend(date::claims(sentence));
    claims.extend(award::claims(sentence, names));
    claims.extend(count::claims(sentence, &claims));
    claims.sort_by_key(|claim| (claim.from, claim.to));
    claims
}
