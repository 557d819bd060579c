//! Names of awards, compared with the catalogue.

use super::Claim;
use crate::award_names::{AwardNames, Match};
use crate::judge::Judged;
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::token::Sort;
use crate::words::{contains, ends_with};

/// The longest name in quotation marks that is read, in tokens.
const NAME_MAX: usize = 18;
/// Unions of a sector may have medals of their own.
const SECTORS: &[&str] = &[
    "công đoàn giáo dục",
    "công đoàn y tế",
    "công đoàn ngành",
    "công đoàn công an",
    "công đoàn quốc phòng",
    "công đoàn viên chức",
    "công đoàn dầu khí",
];

/// A name as it stands in a sentence.
#[derive(Debug, Clone, Copy)]
struct Printed<'a> {
    /// The words it stands behind, and where the claim begins.
    behind: Option<&'a str>,
    from: usize,
    /// The name alone.
    name_from: usize,
    name_to: usize,
    /// Whether quotation marks bound it.
    is_quoted: bool,
}

/// The award names of a sentence.
pub(super) fn claims(sentence: &Sentence<'_>, names: &AwardNames) -> Vec<Claim> {
    let called = names.called();
    let mut claims: Vec<Claim> = Vec::new();
    for at in 0..sentence.len() {
        let printed = behind_a_word(sentence, at, &called).or_else(|| in_quotes(sentence, at));
        let is_new = |claim: &Claim| claims.iter().all(|other| !other.covers(claim.to - 1));
        if let Some(claim) =
            printed.and_then(|printed| claim(sentence, &printed, names)).filter(is_new)
        {
            claims.push(claim);
        }
    }
    claims
}

/// `Kỷ niệm chương “Vì sự nghiệp …”`, `danh hiệu Lao động tiên tiến`.
fn behind_a_word<'a>(
    sentence: &Sentence<'_>,
    at: usize,
    called: &[&'a str],
) -> Option<Printed<'a>> {
    let behind = called.iter().filter(|word| ends_with(sentence.words(0, at), &[word]));
    let behind = behind.max_by_key(|word| word.len())?;
    let from = at - behind.split(' ').count();
    let behind = Some(*behind);
    // `Kỷ niệm chương (hay: “Vì …”)` is read as well.
    let quote = (at..at + 2).find(|at| sentence.key(*at) == "\"");
    if let Some(quote) = quote {
        let name_to = closing(sentence, quote)?;
        return Some(Printed { behind, from, name_from: quote + 1, name_to, is_quoted: true });
    }
    let name_to = end_of_name(sentence, at);
    let begins_large = sentence.raw(at).chars().next().is_some_and(char::is_uppercase);
    let is_name = begins_large || sentence.words_after(at, 3) == "vì sự nghiệp";
    (is_name && name_to > at).then_some(Printed {
        behind,
        from,
        name_from: at,
        name_to,
        is_quoted: false,
    })
}

/// `“Vì sự nghiệp phát triển Công đoàn Việt Nam”` with no word in front that says what it is.
fn in_quotes<'a>(sentence: &Sentence<'_>, at: usize) -> Option<Printed<'a>> {
    const GIVEN: &[&str] =
        &["trao", "tặng", "nhận", "kỷ niệm chương", "huy chương", "huy hiệu", "danh hiệu"];
    const OTHERS: &[&str] = &[
        "giải",
        "giải báo chí",
        "phong trào",
        "chuyên trang",
        "chuyên mục",
        "cuộc thi",
        "chương trình",
        "bài viết",
        "tác phẩm",
        "ca khúc",
        "đề tài",
        "cuốn sách",
        "kỷ yếu",
        "quỹ",
        "hội thảo",
    ];
    let is_open = sentence.key(at) == "\"" && sentence.words_after(at + 1, 3) == "vì sự nghiệp";
    let is_award =
        contains(sentence.words_before(at, 15), GIVEN) && !ends_with(sentence.words(0, at), OTHERS);
    let name_to = (is_open && is_award).then(|| closing(sentence, at)).flatten()?;
    Some(Printed { behind: None, from: at, name_from: at + 1, name_to, is_quoted: true })
}

fn closing(sentence: &Sentence<'_>, quote: usize) -> Option<usize> {
    (quote + 1..quote + 1 + NAME_MAX).find(|at| sentence.key(*at) == "\"")
}

/// A name without quotation marks goes on to the next sign, number or joining word.
fn end_of_name(sentence: &Sentence<'_>, from: usize) -> usize {
    const JOINING: &[&str] = &[
        "cho", "của", "năm", "do", "tại", "đối", "từ", "vào", "được", "đã", "là", "và", "trong",
        "để", "với", "gồm", "nhân", "lần", "tặng", "theo",
    ];
    let ends = |at: &usize| !sentence.is(*at, Sort::Word) || JOINING.contains(&sentence.key(*at));
    (from..from + NAME_MAX).find(ends).unwrap_or(from + NAME_MAX)
}

fn claim(sentence: &Sentence<'_>, printed: &Printed<'_>, names: &AwardNames) -> Option<Claim> {
    let words = sentence.words(printed.name_from, printed.name_to);
    let judged = match names.find(printed.behind, words, printed.is_quoted)? {
        Match::Known { title, source } => {
            Judged::right(Some(title), format!("Tên có trong danh mục, theo {source}."))
        }
        Match::Resembles { title, name } => {
            let is_sector = SECTORS.iter().any(|sector| words.contains(sector));
            let verdict = if is_sector { Verdict::Doubtful } else { Verdict::Wrong };
            let why = format!(
                "Không có danh hiệu, hình thức khen nào tên như vậy trong danh mục. Gần nhất là {title}."
            );
            Judged { verdict, expected: Some(name.to_owned()), why }
        }
    };
    let to = printed.name_to + usize::from(printed.is_quoted);
    Some(Claim { from: printed.from, to, kind: Kind::AwardName, judged })
}
