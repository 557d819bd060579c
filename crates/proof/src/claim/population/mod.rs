//! One population said with two sizes: `139/174 đơn vị ngoài nhà nước tổ chức hội nghị, 193/193 đơn
//! vị ngoài nhà nước tổ chức đối thoại`.
//!
//! Two sizes are compared only where the wording makes them the same units on the same day.

mod place;
mod statement;

use super::Claim;
use super::share::shares;
use crate::judge::Judged;
use crate::report::{Finding, Kind, Verdict};
use crate::sentence::Sentence;
use place::Places;
use statement::{Duty, Statement};
use vietnamese::number::format_integer;

/// Sentences further apart speak of other things.
const SENTENCES_MAX: usize = 6;

/// Sentences with their places in the text: the block, then the sentence in it.
pub(super) type Placed<'a, 'b> = ((usize, usize), &'a Sentence<'b>);

/// Where a finding stands: the block and the sentence; the first token and the one behind the last.
type At = ((usize, usize), (usize, usize), Finding);

/// The populations of a text that are said with two sizes, each with its sentence and tokens.
/// `sentences` are those of running text.
pub(crate) fn findings(sentences: &[Placed<'_, '_>]) -> Vec<At> {
    let (statements, sizes) = statements(sentences);
    let places = Places::of(sentences.iter().map(|(_, sentence)| *sentence));
    // The same two sizes may be said again and again, in the heading, the lead and the text.
    let mut told: Vec<[i64; 2]> = Vec::new();
    let mut found = Vec::new();
    for (at, second) in statements.iter().enumerate() {
        let is_near = |first: &&Statement<'_, '_>| match second.place.0 - first.place.0 {
            0 => second.place.1 - first.place.1 <= SENTENCES_MAX,
            blocks => blocks == 1,
        };
        let earlier = statements[..at].iter().rev().take_while(is_near);
        let mut untold = earlier.filter(|first| !told.contains(&sizes_of(first, second)));
        let first = untold.find(|first| {
            is_same(first, second)
                && first.size != second.size
                && !is_explained(first, second, &sizes)
                && !places.are_others(first, second)
        });
        if let Some(first) = first {
            told.push(sizes_of(first, second));
            found.push((second.place, (second.from, second.to), finding(first, second)));
        }
    }
    found
}

/// All sizes that are said, and all numbers that may explain why two of them differ.
fn statements<'a, 'b>(sentences: &[Placed<'a, 'b>]) -> (Vec<Statement<'a, 'b>>, Vec<i64>) {
    let mut statements: Vec<Statement<'_, '_>> = Vec::new();
    let mut sizes: Vec<i64> = Vec::new();
    for (place, sentence) in sentences {
        sizes.extend(sentence.counts().map(|(_, value)| value));
        let counts = sentence.marks.iter();
        statements.extend(counts.filter_map(|mark| Statement::of_count(*place, sentence, mark)));
        for share in shares(sentence) {
            sizes.push(share.fraction.den());
            let near = statements.last().filter(|last| last.place == *place);
            let sector = near.and_then(|near| near.sector);
            statements.extend(Statement::of_share(*place, sentence, &share, sector));
        }
    }
    (statements, sizes)
}

fn sizes_of(first: &Statement<'_, '_>, second: &Statement<'_, '_>) -> [i64; 2] {
    [first.size.min(second.size), first.size.max(second.size)]
}

/// Whether two statements are about the same units.
fn is_same(first: &Statement<'_, '_>, second: &Statement<'_, '_>) -> bool {
    let both_duties = matches!(
        (first.duty, second.duty),
        (Some(Duty::Conference), Some(Duty::Dialogue))
            | (Some(Duty::Dialogue), Some(Duty::Conference))
    );
    match (first.sector, second.sector) {
        (Some(a), Some(b)) => a == b,
        // The conference and the dialogue are the duties of enterprises, whether it is said or not.
        (Some("ngoài nhà nước"), None) | (None, Some("ngoài nhà nước") | None) => {
            both_duties
        }
        _ => false,
    }
}

/// A size that is the sum of two others counts both of their populations, and one that was counted
/// out of the other is a part of it.
fn is_explained(first: &Statement<'_, '_>, second: &Statement<'_, '_>, sizes: &[i64]) -> bool {
    let (a, b) = (first.size, second.size);
    let is_sum = |a: i64, b: i64, sum: i64| a.checked_add(b) == Some(sum);
    first.counted == Some(b)
        || second.counted == Some(a)
        || sizes
            .iter()
            .any(|size| is_sum(a, *size, b) || is_sum(b, *size, a) || is_sum(a, b, *size))
}

fn finding(first: &Statement<'_, '_>, second: &Statement<'_, '_>) -> Finding {
    let name = second.sector.or(first.sector).map_or_else(
        || "Cùng là các đơn vị phải tổ chức hội nghị người lao động và đối thoại".to_owned(),
        |sector| format!("Cùng là đơn vị {sector}"),
    );
    let why = format!(
        "{name} mà ở đây là {}, còn ở dòng {} ({}) là {}. Hỏi lại, hoặc ghi rõ ngày tính và phạm vi.",
        format_integer(second.size),
        first.sentence.line(first.from),
        first.name(),
        format_integer(first.size),
    );
    let judged = Judged { verdict: Verdict::Doubtful, expected: None, why };
    let (from, to) = (second.from, second.to);
    Claim { from, to, kind: Kind::Population, judged }.finding(second.sentence)
}
