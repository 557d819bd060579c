//! What the books say of the counts of a text: of the unit and period of the bar, where the wording leaves one reading.
//!
//! A text may be about another unit or period, so a count that differs is told and is no fault of the text.

use domain::figures::{Figure, FigureSet};
use proof::{Found, Kind, Marked};

/// What the books say of one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) indicator: &'static str,
    pub(super) value: i64,
    /// The target, where the text says one too.
    pub(super) target: Option<i64>,
    /// Whether the text says the same.
    pub(super) agrees: bool,
}

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    People,
    Units,
}

use Counted::{People, Units};

/// The wording in front of a count, folded, what is counted, and the indicator it names.
const NAMED: [(&str, Counted, &str); 8] = [
    ("ket nap", People, "members.admitted"),
    ("thanh lap", Units, "units.founded"),
    ("ban giao", Units, "units.handed_over"),
    ("ban giao", People, "units.handed_over.members"),
    ("tiep nhan", Units, "units.received"),
    ("tiep nhan", People, "units.received.members"),
    ("xoa ten", Units, "units.struck_off"),
    ("xoa ten", People, "units.struck_off.members"),
];

/// Wording that makes a count a part of the whole, or of something else.
const APART: [&str; 6] = ["trong do", "phuong thuc moi", "tu 25", "trong so", "gan ", "hon "];

/// Bytes in front of a count that may name it. A text of 19,000 counts in one clause would be read 19,000 times without.
const BEFORE: usize = 1_000;

/// What the books say of a claim, when it names one of their figures.
pub(super) fn said(marked: &Marked, found: &Found, set: &FigureSet) -> Option<Said> {
    if !matches!(found.finding.kind, Kind::RatioPercent | Kind::Count) {
        return None;
    }
    let text = &marked.passages.get(found.passage)?.text;
    let claim = text.get(found.bytes.clone())?;
    let before = clause_before(text, found.bytes.start);
    let behind: String = text.get(found.bytes.end..)?.chars().take(40).collect();
    let indicator = named(&fold(before), &fold(claim), &fold(&behind))?;
    let (count, planned) = counts(claim)?;
    let figure = set.figures.iter().find(|figure| figure.indicator == indicator)?;
    told(figure, count, planned)
}

fn told(figure: &Figure, count: i64, planned: Option<i64>) -> Option<Said> {
    let value = figure.value?;
    let target = planned.and(figure.target);
    let agrees = value == count && (target.is_none() || target == planned);
    Some(Said { indicator: figure.indicator, value, target, agrees })
}

fn fold(text: &str) -> String {
    vietnamese::fold::fold(text)
}

/// The clause a count stands in, up to the count at a byte, as far as it may name it.
fn clause_before(text: &str, at: usize) -> &str {
    let from = text.floor_char_boundary(at.saturating_sub(BEFORE));
    let text = text.get(from..at).unwrap_or_default();
    let sentence = text.rsplit(". ").next().unwrap_or(text);
    sentence.rsplit([';', '\n']).next().unwrap_or(sentence)
}

/// The indicator that a clause names, read up to a count and a little behind it.
fn named(before: &str, claim: &str, behind: &str) -> Option<&'static str> {
    let people = claim.contains("doan vien");
    let units = ["cong doan co so", "cdcs", "don vi", "nghiep doan"];
    let counted = match (people, units.iter().any(|noun| claim.contains(noun))) {
        (true, false) => People,
        (false, true) => Units,
        _ => return None,
    };
    let (at, word) = NAMED
        .iter()
        .filter_map(|(word, _, _)| Some((before.rfind(word)?, *word)))
        .max_by_key(|(at, _)| *at)?;
    let between = before.get(at + word.len()..)?;
    let behind_ends = behind.split([',', ';', '.']).next().unwrap_or_default();
    let is_part = |text: &str| APART.iter().any(|part| text.contains(part));
    if is_part(between) || is_part(claim) || is_part(behind_ends) {
        return None;
    }
    // `bàn giao 3 đơn vị với 194 đoàn viên`: the people of the units counted just before.
    let numbers =
        between.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let goes_with =
        counted == People && between.trim_end().ends_with("voi") && between.contains("don vi");
    if numbers.count() > usize::from(goes_with) {
        return None;
    }
    let entry = NAMED.iter().find(|(named, of, _)| *named == word && *of == counted);
    entry.map(|(_, _, indicator)| *indicator)
}

/// The first count of a claim, and the one behind a stroke.
fn counts(claim: &str) -> Option<(i64, Option<i64>)> {
    let (count, rest) = number(claim)?;
    let planned = rest.trim_start().strip_prefix('/').and_then(number).map(|(planned, _)| planned);
    Some((count, planned))
}

/// The number a text begins with, and what stands behind it.
fn number(text: &str) -> Option<(i64, &str)> {
    let text = text.trim_start();
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '.';
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let number = vietnamese::number::parse_integer(number.trim_end_matches('.')).ok()?.0;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proof::{Options, mark};

    fn named_in(text: &str) -> Vec<(String, Option<&'static str>)> {
        let marked = mark(text, &Options::default()).unwrap();
        let each = |found: &Found| {
            let text = &marked.passages[found.passage].text;
            let before = clause_before(text, found.bytes.start);
            let behind: String = text[found.bytes.end..].chars().take(40).collect();
            let claim = &text[found.bytes.clone()];
            (claim.to_owned(), named(&fold(before), &fold(claim), &fold(&behind)))
        };
        marked.found.iter().map(each).collect()
    }

    #[test]
    fn a_count_names_a_figure_only_where_the_wording_leaves_one_reading() {
        for (text, expected) in [
            ("Quận thành lập mới 21/27 công đoàn cơ sở, đạt 77,78%.", Some("units.founded")),
            ("Quận kết nạp 1.548/1.400 đoàn viên, đạt 110,57%.", Some("members.admitted")),
            ("Quận xóa tên 2 đơn vị.", Some("units.struck_off")),
            ("Quận thành lập 2 đơn vị theo phương thức mới.", None),
            ("Quận kết nạp, trong đó có 12 đoàn viên nữ.", None),
            ("Quận có 275 công đoàn cơ sở.", None),
            (&*format!("Quận kết nạp {} 5 đoàn viên.", "rất nhiều".repeat(99)), None),
        ] {
            let told = named_in(text);
            assert_eq!(told[0].1, expected, "{told:?}");
        }
        let told = named_in("Quận bàn giao 3 đơn vị với 194 đoàn viên.");
        let indicators: Vec<_> = told.iter().map(|(_, indicator)| *indicator).collect();
        assert_eq!(indicators, [Some("units.handed_over"), Some("units.handed_over.members")]);
    }

    #[test]
    fn the_counts_of_a_claim_are_read_with_what_they_are_measured_against() {
        assert_eq!(counts("1.548/1.400 đoàn viên, đạt 110,6%"), Some((1_548, Some(1_400))));
        assert_eq!(counts("21 / 27 CĐCS"), Some((21, Some(27))));
        assert_eq!(counts("2 đơn vị"), Some((2, None)));
        assert_eq!(counts("gần 20.000 đoàn viên"), None);
    }
}
