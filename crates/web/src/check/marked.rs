//! The text with its claims marked where they stand, each with a number that leads to what is said of it.

use std::ops::Range;

use maud::{Markup, html};
use proof::{Found, Kind, Marked, Verdict};

use super::words;
use crate::say::Say;

/// Passages shown at most; a longer text is shown in part, its findings all the same.
const PASSAGES: usize = 2_000;

/// How a verdict is shown: the class of its mark.
pub(super) fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right | Verdict::Rounded => "good",
        Verdict::Truncated | Verdict::Doubtful => "warn",
        Verdict::Wrong | Verdict::Impossible => "bad",
    }
}

/// Whether a claim was worked out: a number that stands alone leaves nothing to reckon.
pub(super) fn is_reckoned(found: &Found) -> bool {
    found.finding.kind != Kind::Count || found.finding.verdict.is_alarm()
}

/// A piece of a passage: plain, or a claim with the number of its finding.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'t> {
    Plain(&'t str),
    Claim(&'t str, usize),
    /// A claim within one that is marked already: its number alone.
    Again(usize),
}

/// A passage in its pieces. What overlaps is marked once.
fn pieces<'t>(text: &'t str, claims: &[(usize, Range<usize>)]) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for (number, bytes) in claims {
        let there = text.get(bytes.clone()).filter(|_| bytes.start >= at && !bytes.is_empty());
        let Some(claim) = there else {
            pieces.push(Piece::Again(*number));
            continue;
        };
        pieces.extend(text.get(at..bytes.start).filter(|text| !text.is_empty()).map(Piece::Plain));
        pieces.push(Piece::Claim(claim, *number));
        at = bytes.end;
    }
    pieces.extend(text.get(at..).filter(|text| !text.is_empty()).map(Piece::Plain));
    pieces
}

/// The text. `numbered` are the findings that have an entry on the sheet, in its order.
pub(super) fn text(say: Say, marked: &Marked, numbered: &[&Found]) -> Markup {
    let left = marked.passages.len().saturating_sub(PASSAGES);
    html! {
        article.pad.text.checked lang="vi" {
            @for (place, passage) in marked.passages.iter().take(PASSAGES).enumerate() {
                @let claims = claims_in(numbered, place);
                p { @for piece in pieces(&passage.text, &claims) { (piece_of(say, &piece, numbered)) } }
            }
        }
        @if left > 0 {
            p.pad.mut { (say.fill(words::TEXT_CUT, &[("n", &say.number(left as i64))])) }
        }
    }
}

fn claims_in(numbered: &[&Found], passage: usize) -> Vec<(usize, Range<usize>)> {
    let here = numbered.iter().enumerate().filter(|(_, found)| found.passage == passage);
    let mut claims: Vec<_> = here.map(|(at, found)| (at + 1, found.bytes.clone())).collect();
    claims.sort_by_key(|(_, bytes)| (bytes.start, std::cmp::Reverse(bytes.end)));
    claims
}

fn piece_of(say: Say, piece: &Piece<'_>, numbered: &[&Found]) -> Markup {
    let verdict = |number: &usize| {
        let found = number.checked_sub(1).and_then(|at| numbered.get(at));
        found.map_or(Verdict::Right, |found| found.finding.verdict)
    };
    let leads = |number: &usize| {
        html! { sup { a href={ "#l" (number) } {
            span.vh { (say.text(words::FINDING)) " " } (number)
        } } }
    };
    match piece {
        Piece::Plain(text) => html! { (text) },
        Piece::Claim(text, number) => html! {
            mark class=(class(verdict(number))) id={ "t" (number) } { (text) } (leads(number))
        },
        Piece::Again(number) => html! { span id={ "t" (number) } { " " } (leads(number)) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_claims_are_marked_once_and_nothing_of_the_text_is_lost() {
        let text = "đạt 21/27, bằng 87,5%.";
        let whole = text.find("21").unwrap()..text.find('.').unwrap();
        let inner = text.find("87").unwrap()..text.find('.').unwrap();
        let told = pieces(text, &[(1, whole), (2, inner)]);
        let expected = [
            Piece::Plain("đạt "),
            Piece::Claim("21/27, bằng 87,5%", 1),
            Piece::Again(2),
            Piece::Plain("."),
        ];
        assert_eq!(told, expected);
        assert_eq!(pieces("ă", &[(1, 1..2)]), [Piece::Again(1), Piece::Plain("ă")]);
    }
}
