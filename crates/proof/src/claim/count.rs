//! Counts that stand alone: listed by kind, so that they can be looked up in the books.

use super::Claim;
use crate::figure::{Figure, Hedge, Noun};
use crate::judge::Judged;
use crate::report::Kind;
use crate::sentence::Sentence;

/// The counts that no other claim has taken.
pub(super) fn claims(sentence: &Sentence<'_>, taken: &[Claim]) -> Vec<Claim> {
    let free = |from: usize| taken.iter().all(|claim| !claim.covers(from));
    let counts = sentence.marks.iter().filter_map(|mark| match mark.figure {
        Figure::Count { noun: Some(noun), hedge, .. } if hedge != Hedge::Limit => {
            Some((mark, noun))
        }
        _ => None,
    });
    counts
        .filter(|(mark, _)| free(mark.from))
        .map(|(mark, noun)| {
            let why =
                format!("Con số đứng riêng ({}): trong bài không có gì để tính lại.", kind(noun));
            Claim {
                from: mark.from,
                to: mark.to,
                kind: Kind::Count,
                judged: Judged::right(None, why),
            }
        })
        .collect()
}

fn kind(noun: Noun) -> &'static str {
    match noun {
        Noun::People => "số người",
        Noun::Attendances => "số lượt",
        Noun::Units => "số đơn vị",
        Noun::Honoured => "số tập thể, cá nhân",
        Noun::Prizes => "số giải",
        Noun::Awards => "số hình thức khen",
        Noun::Gifts => "số suất",
        Noun::Classes => "số lớp",
        Noun::Events => "số cuộc",
        Noun::Works => "số sáng kiến, bài",
        Noun::Targets => "số chỉ tiêu",
        Noun::Votes => "số phiếu, ý kiến",
        Noun::Agreements => "số văn bản",
        Noun::Houses => "số nhà",
        Noun::Money => "số tiền",
        Noun::Cases => "số trường hợp",
    }
}
