//! One population said with two sizes: `139/174 đơn vị ngoài nhà nước tổ chức hội nghị, 193/193 đơn
//! vị ngoài nhà nước tổ chức đối thoại`.
//!
//! Two denominators are compared only where the wording makes them the same units on the same day.

use super::Claim;
use super::share::{Share, shares};
use crate::figure::{Figure, Mark, Noun, Reading};
use crate::judge::{Judged, share_name};
use crate::report::{Finding, Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{before_end, contains, find, first_clause, last_clause, rfind};
use vietnamese::number::format_integer;

/// Sectors that name a population, in all their wordings.
const SECTORS: [(&str, &[&str]); 4] = [
    (
        "ngoài nhà nước",
        &[
            "ngoài nhà nước",
            "ngoài khu vực nhà nước",
            "ngoài quốc doanh",
            "ngoài nn",
            "khu vực ngoài nhà nước",
        ],
    ),
    (
        "hành chính, sự nghiệp",
        &[
            "hành chính sự nghiệp",
            "hành chính , sự nghiệp",
            "hcsn",
            "hành chính - sự nghiệp",
            "sự nghiệp công lập",
        ],
    ),
    ("có vốn đầu tư nước ngoài", &["fdi", "có vốn đầu tư nước ngoài", "vốn đầu tư nước ngoài"]),
    ("trường học", &["trường học", "khối trường", "ngành giáo dục"]),
];

/// What the units of a population are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Duty {
    /// The workers' conference of an enterprise.
    Conference,
    /// The dialogue at the workplace: the same enterprises are obliged to hold it.
    Dialogue,
}

/// Words that make a population smaller, or another one.
const NARROWED: &[&str] = &[
    "có từ",
    "đủ điều kiện",
    "có tổ chức",
    "thuộc diện",
    "trực thuộc",
    "phải",
    "đến hạn",
    "hết hạn",
    "mới",
    "đông",
    "còn lại",
    "khác",
    "được chọn",
    "trở lên",
    "kiểm tra",
    "khảo sát",
    "giám sát",
    "nợ",
    "có nữ",
    "có đông",
    "tham gia",
    "đăng ký",
];
/// Units that have other duties, or that are counted with others.
const OTHER_UNITS: &[&str] =
    &["cơ quan", "hành chính", "trường", "sự nghiệp", "công chức", "cbcc", "cbccvc"];
/// Dialogues that only some units have to hold, and counts of several sectors at once.
const OTHER_DUTIES: &[&str] = &[
    "đột xuất",
    "khi có yêu cầu",
    "khi có vụ việc",
    "cả hai",
    "hai khu vực",
    "các khu vực",
    "công chức",
    "cbccvc",
];
/// Words of plans: what is behind the stroke is an aim and no population.
const AIMS: &[&str] = &["thành lập", "kết nạp", "phát triển", "chỉ tiêu", "kế hoạch", "vận động"];
/// Words of another day.
const OTHER_DAYS: &[&str] = &[
    "năm trước",
    "cùng kỳ",
    "năm ngoái",
    "tính đến",
    "thời điểm",
    "đầu năm",
    "cuối năm",
    "kỳ trước",
];

/// The size of a population as one share says it.
struct Statement<'a, 'b> {
    sentence: &'a Sentence<'b>,
    share: Share,
    sector: Option<&'static str>,
    duty: Option<Duty>,
    /// The place of its block and sentence.
    place: (usize, usize),
}

/// Sentences with their places in the text: the block, then the sentence in it.
pub(super) type Placed<'a, 'b> = ((usize, usize), &'a Sentence<'b>);

/// Sentences further apart speak of other things.
const SENTENCES_MAX: usize = 6;

/// The populations of a text that are said with two sizes. `sentences` are those of running text.
pub(crate) fn findings(sentences: &[Placed<'_, '_>]) -> Vec<((usize, usize), usize, Finding)> {
    let mut statements: Vec<Statement<'_, '_>> = Vec::new();
    let mut sizes: Vec<i64> = Vec::new();
    for (place, sentence) in sentences {
        sizes.extend(sentence.counts().map(|(_, value)| value));
        for share in shares(sentence) {
            sizes.push(share.fraction.den());
            let near = statements.last().filter(|last| last.place == *place);
            statements.extend(statement(
                *place,
                sentence,
                share,
                near.and_then(|near| near.sector),
            ));
        }
    }
    // The same two sizes may be said again and again, in the heading, the lead and the text.
    let mut told: Vec<[i64; 2]> = Vec::new();
    let mut found = Vec::new();
    for (at, second) in statements.iter().enumerate() {
        let is_near = |first: &&Statement<'_, '_>| match second.place.0 - first.place.0 {
            0 => second.place.1 - first.place.1 <= SENTENCES_MAX,
            blocks => blocks == 1,
        };
        let earlier = statements[..at].iter().rev().take_while(is_near);
        let first = earlier.filter(|first| !told.contains(&sizes_of(first, second)));
        if let Some(first) = first.clone().find(|first| disagree(first, second, &sizes)) {
            told.push(sizes_of(first, second));
            found.push((second.place, second.share.from, finding(first, second)));
        }
    }
    found
}

fn sizes_of(first: &Statement<'_, '_>, second: &Statement<'_, '_>) -> [i64; 2] {
    let (a, b) = (first.share.fraction.den(), second.share.fraction.den());
    [a.min(b), a.max(b)]
}

fn statement<'a, 'b>(
    place: (usize, usize),
    sentence: &'a Sentence<'b>,
    share: Share,
    inherited: Option<&'static str>,
) -> Option<Statement<'a, 'b>> {
    let is_units = share.noun.is_none_or(|noun| noun == Noun::Units);
    if share.reading != Reading::Counted || !is_units {
        return None;
    }
    let (before, after) = clause(sentence, &share);
    let said = sector(after).or_else(|| sector(before));
    let named = population_words(after);
    // Without a sector only enterprises and plain units are known to have both duties.
    let is_plain = said.is_some()
        || (named.is_empty() && !contains(before, OTHER_UNITS) && !is_other_unit(sentence, &share));
    let duty = duty(after).or_else(|| duty(before)).filter(|_| is_plain);
    let is_narrowed = contains(named, NARROWED) || contains(before, NARROWED);
    let is_other = contains(after, OTHER_DUTIES) || contains(before, OTHER_DUTIES);
    if contains(before, AIMS) || is_narrowed || is_other {
        return None;
    }
    Some(Statement { sentence, share, sector: said.or(inherited), duty, place })
}

/// The words of the clause in front of a share and behind it.
fn clause<'a>(sentence: &'a Sentence<'_>, share: &Share) -> (&'a str, &'a str) {
    const BEFORE: usize = 24;
    const AFTER: usize = 24;
    let number = |mark: &&Mark| matches!(mark.figure, Figure::Count { .. } | Figure::Ratio { .. });
    let floor = sentence.marks_in(0, share.from).iter().rfind(number).map_or(0, |mark| mark.to);
    let before = sentence.words(floor.max(share.from.saturating_sub(BEFORE)), share.from);
    // `đạt 79,88% (139/174 đơn vị)`: all that is said stands in front.
    if let Some(lead) = before_end(before, "(") {
        return (last_clause(lead, &[";", ".", ","]), "");
    }
    let after = sentence.words(share.to, share.to + AFTER);
    let after = first_clause(after, &[";", "."]);
    // What comes behind a comma belongs to this share only up to the next share.
    let next = shares(sentence).into_iter().find(|next| next.from >= share.to);
    let own = next.map_or(after, |next| {
        let between = sentence.words(share.to, next.from);
        rfind(between, ",").map_or(between, |at| &between[..at])
    });
    // Behind a comma the words in front are those of the share before.
    let before = if before.ends_with(',') { "" } else { last_clause(before, &[";", "."]) };
    (before, if own.len() < after.len() { own } else { after })
}

/// The words that name the population, up to the verb.
fn population_words(after: &str) -> &str {
    const VERBS: &[&str] = &[
        "tổ chức",
        "ký",
        "thực hiện",
        "xây dựng",
        "đạt",
        "được",
        "đã",
        "tiến hành",
        "hoàn thành",
        "duy trì",
        "(",
        ",",
        "ban hành",
    ];
    let end = VERBS.iter().filter_map(|verb| find(after, verb)).min();
    end.map_or(after, |end| &after[..end])
}

/// Whether the noun of a share names units of another sort than enterprises.
fn is_other_unit(sentence: &Sentence<'_>, share: &Share) -> bool {
    const PLAIN: &[&str] = &["đơn vị", "doanh nghiệp", "dn", "công đoàn cơ sở", "cđcs", "công ty"];
    share.noun.is_some() && !crate::words::ends_with(sentence.words(share.from, share.to), PLAIN)
}

fn sector(words: &str) -> Option<&'static str> {
    SECTORS.iter().find(|(_, wordings)| contains(words, wordings)).map(|(name, _)| *name)
}

fn duty(words: &str) -> Option<Duty> {
    let conference = ["hội nghị người lao động", "hội nghị nlđ", "hội nghị lao động", "hnnlđ"];
    if contains(words, &conference) {
        Some(Duty::Conference)
    } else {
        contains(words, &["đối thoại"]).then_some(Duty::Dialogue)
    }
}

fn disagree(first: &Statement<'_, '_>, second: &Statement<'_, '_>, sizes: &[i64]) -> bool {
    let (small, large) = (first.share.fraction.den(), second.share.fraction.den());
    let both_duties = matches!(
        (first.duty, second.duty),
        (Some(Duty::Conference), Some(Duty::Dialogue))
            | (Some(Duty::Dialogue), Some(Duty::Conference))
    );
    let is_same = match (first.sector, second.sector) {
        (Some(a), Some(b)) => a == b,
        // The conference and the dialogue are the duties of enterprises, whether it is said or not.
        (Some("ngoài nhà nước"), None) | (None, Some("ngoài nhà nước") | None) => {
            both_duties
        }
        _ => false,
    };
    small != large && is_same && !is_otherwise(first, second) && !is_explained(first, second, sizes)
}

/// A size that is the sum of two others counts both of their populations, and one that was counted
/// out of the other is a part of it.
fn is_explained(first: &Statement<'_, '_>, second: &Statement<'_, '_>, sizes: &[i64]) -> bool {
    let (a, b) = (first.share.fraction, second.share.fraction);
    let is_sum = |a: i64, b: i64, sum: i64| a.checked_add(b) == Some(sum);
    a.num() == b.den()
        || b.num() == a.den()
        || sizes.iter().any(|size| {
            is_sum(a.den(), *size, b.den())
                || is_sum(b.den(), *size, a.den())
                || is_sum(a.den(), b.den(), *size)
        })
}

/// Whether the words between two shares name another day or another place.
fn is_otherwise(first: &Statement<'_, '_>, second: &Statement<'_, '_>) -> bool {
    if first.place == second.place {
        return names_another(first.sentence, first.share.to, second.share.from);
    }
    names_another(first.sentence, first.share.to, first.sentence.len())
        || names_another(second.sentence, 0, second.share.from)
}

/// `năm 2023`, `phường Đông Hải`, `cùng kỳ`.
fn names_another(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let named = |at: usize| {
        let next = sentence.raw(at + 1).chars().next();
        match sentence.key(at) {
            "năm" | "tháng" | "quý" => {
                next.is_some_and(|c| c.is_ascii_digit() || "IVX".contains(c))
            }
            "phường" | "xã" | "cụm" | "khối" | "huyện" | "quận" | "tỉnh" | "thị" => {
                next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            }
            _ => false,
        }
    };
    contains(sentence.words(from, to), OTHER_DAYS) || (from..to).any(named)
}

fn finding(first: &Statement<'_, '_>, second: &Statement<'_, '_>) -> Finding {
    let name = second.sector.or(first.sector).map_or_else(
        || "Cùng là các đơn vị phải tổ chức hội nghị người lao động và đối thoại".to_owned(),
        |sector| format!("Cùng là đơn vị {sector}"),
    );
    let why = format!(
        "{name} mà ở đây là {}, còn ở dòng {} ({}) là {}. Hỏi lại, hoặc ghi rõ ngày tính và phạm vi.",
        format_integer(second.share.fraction.den()),
        first.sentence.line(first.share.from),
        share_name(first.share.fraction),
        format_integer(first.share.fraction.den()),
    );
    let judged = Judged { verdict: Verdict::Doubtful, expected: None, why };
    let (from, to) = (second.share.from, second.share.to);
    Claim { from, to, kind: Kind::Population, judged }.finding(second.sentence)
}
