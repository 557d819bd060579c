//! Parts against the total said with them, and single parts that are larger than their whole.

use super::Claim;
use super::list::{Opener, Part, Parts, opener, parts};
use super::share::exact_count;
use crate::figure::{Figure, Mark, Noun, noun_at};
use crate::judge::Judged;
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{contains, ends_with, starts_with};
use vietnamese::money::format_dong;
use vietnamese::number::format_integer;

/// A total, where its parts begin, and how they are announced.
#[derive(Debug, Clone, Copy)]
struct Total {
    value: i64,
    noun: Noun,
    /// Its first token, in the sentence of the parts; the first part's when the total stands in
    /// the sentence before.
    from: usize,
    opener: Opener,
    parts_from: usize,
    /// Whether another number could be the total just as well.
    is_unsure: bool,
    /// Up to which token the claim goes at least: a total may stand behind its parts.
    ends: usize,
}

/// The sums of a sentence; the total may stand in the sentence before it.
pub(super) fn claims(sentence: &Sentence<'_>, before: Option<&Sentence<'_>>) -> Vec<Claim> {
    let mut totals = totals(sentence);
    totals.extend(totals_behind(sentence));
    totals.extend(before.and_then(|before| total_before(sentence, before)));
    let mut claims: Vec<Claim> = Vec::new();
    for total in totals {
        let parts = parts(sentence, total.parts_from, kinds(total.noun));
        let known = claims.iter().any(|claim| claim.covers(total.parts_from));
        if !known {
            claims.extend(claim(sentence, &total, &parts));
        }
    }
    claims.extend(before.and_then(|before| total_after(sentence, before)));
    claims
}

/// `Đã trao 8 giải nhất, 12 giải nhì, 15 giải ba. Tổng cộng có 36 giải.`
fn total_after(sentence: &Sentence<'_>, before: &Sentence<'_>) -> Option<Claim> {
    const TOTALS: &[&str] = &["tổng cộng", "tổng số", "như vậy , tổng", "như vậy tổng"];
    let (mark, _) = sentence.counts().next()?;
    let (value, noun) = exact_count(mark)?;
    let noun =
        noun.filter(|_| starts_with(sentence.words_after(0, 4), TOTALS) && mark.from <= 6)?;
    let first = before.counts().find(|(part, _)| is_part(part, noun))?.0.from;
    let found = parts(before, first, kinds(noun));
    let total = Total {
        value,
        noun,
        from: first,
        opener: Opener::Shown,
        parts_from: first,
        is_unsure: false,
        ends: mark.to,
    };
    let sum = found.sum().filter(|_| found.items.len() >= 2)?;
    let (verdict, why) = reckon(before, &total, &found, sum)?;
    let judged = Judged { verdict, expected: Some(amount(sum, noun)), why };
    Some(Claim { from: mark.from, to: mark.to, kind: Kind::Sum, judged })
}

/// What the parts of a total may be.
fn kinds(noun: Noun) -> &'static [Noun] {
    match noun {
        Noun::Honoured => &[Noun::Units, Noun::People],
        Noun::People => &[Noun::People, Noun::Units],
        Noun::Units => &[Noun::Units],
        Noun::Prizes => &[Noun::Prizes],
        Noun::Awards => &[Noun::Awards, Noun::Units, Noun::People],
        Noun::Gifts => &[Noun::Gifts],
        Noun::Classes => &[Noun::Classes],
        Noun::Events => &[Noun::Events],
        Noun::Works => &[Noun::Works],
        Noun::Targets => &[Noun::Targets],
        Noun::Votes => &[Noun::Votes],
        Noun::Agreements => &[Noun::Agreements],
        Noun::Houses => &[Noun::Houses],
        Noun::Attendances => &[Noun::Attendances],
        Noun::Money => &[Noun::Money],
        Noun::Cases => &[],
    }
}

/// Each count that a list follows. Counts of receivers may stand between the total and its parts:
/// `36 giải cho 20 thí sinh, gồm …`.
fn totals(sentence: &Sentence<'_>) -> Vec<Total> {
    let counts: Vec<&Mark> = sentence.counts().map(|(mark, _)| mark).collect();
    (1..counts.len()).filter_map(|at| total(sentence, &counts, at)).collect()
}

fn total(sentence: &Sentence<'_>, counts: &[&Mark], at: usize) -> Option<Total> {
    const WORDS_MAX: usize = 20;
    const BACK_MAX: usize = 3;
    let first = counts[at];
    let part_noun = exact_count(first)?.1;
    let (opener, lead) = announced(sentence, counts[at - 1], first, part_noun)?;
    let fits = |mark: &&&Mark| {
        let noun = exact_count(mark).and_then(|(_, noun)| noun);
        noun.is_some_and(|noun| part_noun.is_none_or(|part| kinds(noun).contains(&part)))
    };
    let mark = counts[at.saturating_sub(BACK_MAX)..at].iter().rfind(fits)?;
    if first.from - mark.to > WORDS_MAX {
        return None;
    }
    let (value, noun) = exact_count(mark)?;
    let noun = noun?;
    let rivals = counts.iter().filter(|other| other.to <= mark.from && is_kind(other, noun));
    let is_unsure = rivals.count() > 0 && opener == Opener::Among;
    let parts_from = first.from - lead;
    Some(Total { value, noun, from: mark.from, opener, parts_from, is_unsure, ends: 0 })
}

/// What announces the parts between a count and the first of them, and how many words in front of
/// the first number belong to it.
fn announced(
    sentence: &Sentence<'_>,
    before: &Mark,
    first: &Mark,
    noun: Option<Noun>,
) -> Option<(Opener, usize)> {
    let gap = sentence.words(before.to, first.from);
    if let Some(opener) = opener(gap) {
        return Some((opener, lead_words(gap)));
    }
    // `trong 131 điển hình có 101 cá nhân và 30 tập thể`
    let lead = sentence.words_before(before.from, 3);
    if ends_with(gap, &["có"]) && contains(lead, &["trong", "tổng số"]) {
        return Some((Opener::Among, 0));
    }
    if gap == "cho" {
        return Some((Opener::Shown, 0));
    }
    // Sums of money are said with their purpose: `gồm thăm hỏi 300 triệu đồng`.
    let (_, purpose) = gap.split_once("gồm ").filter(|_| noun == Some(Noun::Money))?;
    Some((Opener::Made, purpose.split(' ').count()))
}

/// `8 giải nhất, 12 giải nhì và 15 giải ba, tổng cộng 35 giải`: the parts are those directly in
/// front of the total, of its kind.
fn totals_behind(sentence: &Sentence<'_>) -> Vec<Total> {
    const TOTALS: &[&str] =
        &["tổng cộng", "tổng số", "tổng cộng là", "tổng số là", "tổng cộng có", "cộng"];
    const WORDS_MAX: usize = 8;
    let counts: Vec<&Mark> = sentence.counts().map(|(mark, _)| mark).collect();
    let total = |at: usize| {
        let mark = counts[at];
        let (value, noun) = exact_count(mark)?;
        let noun = noun.filter(|_| ends_with(sentence.words_before(mark.from, 3), TOTALS))?;
        let is_next = |pair: &[&Mark]| pair[1].from - pair[0].to <= WORDS_MAX;
        let mut first = at;
        while first > 0 && is_part(counts[first - 1], noun) && is_next(&counts[first - 1..=first]) {
            first -= 1;
        }
        let from = counts.get(first).filter(|_| at - first >= 2)?.from;
        Some(Total {
            value,
            noun,
            from,
            opener: Opener::Shown,
            parts_from: from,
            is_unsure: false,
            ends: mark.to,
        })
    };
    (0..counts.len()).filter_map(total).collect()
}

/// Words such as `nữ` that stand in front of the number of the first part and belong to it.
fn lead_words(gap: &str) -> usize {
    usize::from(gap.ends_with("nữ") || gap.ends_with("nam") || gap.ends_with("giải"))
}

/// Whether a count can be a part of a total of a kind.
fn is_part(mark: &Mark, total: Noun) -> bool {
    matches!(mark.figure, Figure::Count { noun: Some(noun), .. } if kinds(total).contains(&noun))
}

fn is_kind(mark: &Mark, noun: Noun) -> bool {
    matches!(mark.figure, Figure::Count { noun: Some(other), .. } if other == noun)
}

/// `… đã trao 56 giải. Trong đó có 8 giải nhất, …`
fn total_before(sentence: &Sentence<'_>, before: &Sentence<'_>) -> Option<Total> {
    let (first, _) = sentence.counts().next()?;
    let lead = sentence.words(0, first.from);
    let opener = opener(lead).filter(|_| {
        starts_with(lead, &["trong đó", "gồm", "bao gồm", "cụ thể"]) && lead.split(' ').count() <= 5
    })?;
    let noun = exact_count(first)?.1?;
    let alike: Vec<(&Mark, i64)> =
        before.counts().filter(|(mark, _)| is_kind(mark, noun)).collect();
    let (last, value) = *alike.last()?;
    exact_count(last)?;
    let from = first.from - lead_words(lead);
    Some(Total { value, noun, from, opener, parts_from: from, is_unsure: alike.len() > 1, ends: 0 })
}

fn claim(sentence: &Sentence<'_>, total: &Total, found: &Parts) -> Option<Claim> {
    if let Some(claim) = beyond(sentence, total, found) {
        return Some(claim);
    }
    let sum = found.sum().filter(|_| found.items.len() >= 2)?;
    let last = found.items.last()?;
    let (from, to) = (total.from, end_of(sentence, total, last.to).max(total.ends));
    let (verdict, why) = reckon(sentence, total, found, sum)?;
    let judged = Judged { verdict, expected: Some(amount(sum, total.noun)), why };
    Some(Claim { from, to, kind: Kind::Sum, judged })
}

/// The verdict on a sum and the reason; `None` when the parts need not make the total.
fn reckon(
    sentence: &Sentence<'_>,
    total: &Total,
    found: &Parts,
    sum: i64,
) -> Option<(Verdict, String)> {
    let terms: Vec<String> =
        found.items.iter().map(|part| amount(part.value, total.noun)).collect();
    let reckoning = format!("{} = {}", terms.join(" + "), amount(sum, total.noun));
    if sum == total.value {
        return Some((Verdict::Right, format!("{reckoning}: đúng.")));
    }
    let verdict = alarm(sentence, total, found, sum)?;
    let total = amount(total.value, total.noun);
    let why = format!(
        "{reckoning}, bài viết tổng là {total}. Hỏi lại tổng hay một số thành phần bị nhầm."
    );
    Some((verdict, why))
}

/// Without the full stop or comma that ends the list.
fn end_of(sentence: &Sentence<'_>, total: &Total, to: usize) -> usize {
    let ends_on_sign = to > 0 && matches!(sentence.key(to - 1), "." | "," | ";" | "!");
    let to = if ends_on_sign { to - 1 } else { to };
    sentence.closed(total.from, to)
}

fn amount(value: i64, noun: Noun) -> String {
    if noun == Noun::Money { format_dong(value) } else { format_integer(value) }
}

/// Whether the wording makes the parts all there is and keeps them apart.
fn alarm(sentence: &Sentence<'_>, total: &Total, found: &Parts, sum: i64) -> Option<Verdict> {
    if found.is_loose || total.is_unsure || found.some_sum_to(total.value) {
        return None;
    }
    let names: Vec<&str> =
        found.items.iter().map(|part| sentence.words(part.from, part.to)).collect();
    let says = |word: &str| names.iter().filter(|name| contains(name, &[word])).count();
    let is_sexes = names.len() == 2 && says("nữ") == 1 && says("nam") == 1;
    let is_honoured = names.len() == 2 && says("tập thể") == 1 && says("cá nhân") == 1;
    match total.noun {
        Noun::Prizes => prizes(sentence, total, found, sum),
        // Nearly always each of those honoured receives one certificate.
        Noun::Awards => is_honoured.then_some(Verdict::Doubtful),
        Noun::Honoured => is_honoured.then_some(Verdict::Wrong),
        _ if is_sexes || is_honoured => Some(Verdict::Wrong),
        _ => {
            // A bracket behind gifts or money shows all of them; behind people it may show some.
            let is_shown = total.opener == Opener::Bracket
                && matches!(
                    total.noun,
                    Noun::Gifts | Noun::Money | Noun::Houses | Noun::Classes | Noun::Events
                );
            let all_named = found.items.iter().all(|part| part.noun == Some(total.noun));
            let is_made = total.opener == Opener::Made && (found.is_closed || !found.is_wordy);
            ((is_made || is_shown) && all_named && !has_unnamed_rest(sentence, found))
                .then_some(Verdict::Wrong)
        }
    }
}

/// `…`, `v.v.`, `một số`, `các`: not everything was numbered.
fn has_unnamed_rest(sentence: &Sentence<'_>, found: &Parts) -> bool {
    let bounds = found.items.first().zip(found.items.last());
    bounds.is_some_and(|(first, last)| {
        let words = sentence.words(first.from, last.to);
        let behind = sentence.words_after(last.to, 3);
        contains(words, &["…", "các", "những", "nhiều", "một số", "v", "vv"])
            || contains(behind, &["…", "v", "vv", "một số"])
    })
}

/// Prizes add up when the classes go down to the last one, each named once.
fn prizes(sentence: &Sentence<'_>, total: &Total, found: &Parts, sum: i64) -> Option<Verdict> {
    const CLASSES: &[&str] = &["nhất", "nhì", "ba", "khuyến khích"];
    const OTHERS: &[&str] = &[
        "toàn đoàn",
        "tập thể",
        "đồng đội",
        "giải phụ",
        "đặc biệt",
        "phong trào",
        "đôi",
        "chuyên đề",
        "triển vọng",
    ];
    let names: Vec<&str> =
        found.items.iter().map(|part| sentence.words(part.from, part.to)).collect();
    let times = |class: &str| names.iter().filter(|name| contains(name, &[class])).count();
    let once_each = CLASSES.iter().all(|class| times(class) <= 1);
    let classes = CLASSES.iter().filter(|class| times(class) == 1).count();
    let is_complete = classes == 4 || total.opener == Opener::Made || total.ends > 0;
    let others = contains(sentence.words(0, sentence.len()), OTHERS);
    let without_last =
        found.items.iter().zip(&names).filter(|(_, name)| !contains(name, &CLASSES[3..]));
    let main: i64 = without_last.map(|(part, _)| part.value).fold(0, i64::saturating_add);
    let holds = once_each && is_complete && !others && main != total.value && sum != total.value;
    holds.then_some(Verdict::Wrong)
}

/// `210 đoàn viên ưu tú, trong đó 262 đoàn viên …`
fn beyond(sentence: &Sentence<'_>, total: &Total, found: &Parts) -> Option<Claim> {
    let larger = |mark: &Mark, value: i64| {
        let numbers = sentence.counts().filter(|(other, _)| other.to <= mark.from);
        numbers.filter(|(other, _)| is_kind(other, total.noun)).all(|(_, other)| other < value)
    };
    let is_open = matches!(total.opener, Opener::Among | Opener::Made);
    // `8 đơn vị, trong đó 10 CĐCS trực thuộc`: units have units within them.
    let named = |at: usize| noun_at(sentence, at).map(|(_, end)| sentence.words(at, end));
    let is_same = |part: &Part| {
        total.noun != Noun::Units || named(total.from + 1) == named(part.mark.from + 1)
    };
    let part = found.items.first().filter(|part| {
        is_open
            && part.noun == Some(total.noun)
            && is_same(part)
            && part.value > total.value
            && larger(&part.mark, part.value)
    })?;
    if total.noun == Noun::Money && found.is_loose {
        return None;
    }
    let why = format!(
        "Phần ({}) lớn hơn tổng ({}): không thể có. Hỏi lại cả hai con số.",
        amount(part.value, total.noun),
        amount(total.value, total.noun)
    );
    let judged = Judged { verdict: Verdict::Impossible, expected: None, why };
    Some(Claim { from: total.from, to: part.mark.to, kind: Kind::PercentRange, judged })
}
