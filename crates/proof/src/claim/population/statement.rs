//! What one sentence says of the size of a population.

use super::super::share::{Share, exact_count};
use crate::figure::{Figure, Mark, Noun, Reading};
use crate::judge::share_name;
use crate::sentence::Sentence;
use crate::words::{before_end, contains, ends_with, find, first_clause, last_clause, rfind};
use vietnamese::number::Fraction;

/// Sectors that name a population, in all their wordings.
const SECTORS: [(&str, &[&str]); 4] = [
    (
        "ngoài nhà nước",
        &["ngoài nhà nước", "ngoài khu vực nhà nước", "ngoài quốc doanh", "ngoài nn"],
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

/// What the units of a population are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Duty {
    /// The workers' conference of an enterprise.
    Conference,
    /// The dialogue at the workplace: the same enterprises are obliged to hold it.
    Dialogue,
}

/// The size of a population as one figure says it.
pub(super) struct Statement<'a, 'b> {
    pub(super) sentence: &'a Sentence<'b>,
    /// The tokens of the figure: from one up to another.
    pub(super) from: usize,
    /// See `from`.
    pub(super) to: usize,
    /// How many there are.
    pub(super) size: i64,
    /// How many of them were counted; nothing when only the size is said.
    pub(super) counted: Option<i64>,
    pub(super) sector: Option<&'static str>,
    pub(super) duty: Option<Duty>,
    /// The place of its block and sentence.
    pub(super) place: (usize, usize),
}

impl<'a, 'b> Statement<'a, 'b> {
    /// What a share says; the sector may have been said with the share before.
    pub(super) fn of_share(
        place: (usize, usize),
        sentence: &'a Sentence<'b>,
        share: &Share,
        inherited: Option<&'static str>,
    ) -> Option<Self> {
        let is_units = share.noun.is_none_or(|noun| noun == Noun::Units);
        if share.reading != Reading::Counted || !is_units {
            return None;
        }
        let (before, after) = clause(sentence, share);
        let said = sector(after).or_else(|| sector(before));
        let named = population_words(after);
        // Without a sector only enterprises and plain units are known to have both duties.
        let is_plain = said.is_some()
            || (named.is_empty()
                && !contains(before, OTHER_UNITS)
                && !is_other_unit(sentence, share));
        let duty = duty(after).or_else(|| duty(before)).filter(|_| is_plain);
        let is_narrowed = contains(named, NARROWED) || contains(before, NARROWED);
        let is_other = contains(after, OTHER_DUTIES) || contains(before, OTHER_DUTIES);
        if contains(before, AIMS) || is_narrowed || is_other {
            return None;
        }
        let Share { from, to, fraction, .. } = *share;
        let (size, counted) = (fraction.den(), Some(fraction.num()));
        Some(Self { sentence, from, to, size, counted, sector: said.or(inherited), duty, place })
    }

    /// What a count of all says: `toàn quận có 174 đơn vị ngoài nhà nước`.
    pub(super) fn of_count(
        place: (usize, usize),
        sentence: &'a Sentence<'b>,
        mark: &Mark,
    ) -> Option<Self> {
        let (size, noun) = exact_count(mark)?;
        let after = sentence.words_after(mark.to, 10);
        let named = first_clause(after, &[",", ";", ".", ")", "với", "và"]);
        let sector = sector(named)?;
        // Only the sector may stand between the noun and the end: a verb would make it some of all.
        let is_bare = SECTORS
            .iter()
            .flat_map(|(_, wordings)| *wordings)
            .any(|wording| named == *wording || before_end(named, wording) == Some("khu vực"));
        let before = sentence.words_before(mark.from, 5);
        let is_all = ends_with(before, &["tổng số"])
            || (contains(before, &["toàn", "hiện"]) && ends_with(before, &["có", "quản lý"]));
        let is_said = noun == Some(Noun::Units) && is_bare && is_all;
        is_said.then_some(Self {
            sentence,
            from: mark.from,
            to: mark.to,
            size,
            counted: None,
            sector: Some(sector),
            duty: None,
            place,
        })
    }

    /// The figure as it is named in a reason.
    pub(super) fn name(&self) -> String {
        let share = self.counted.and_then(|counted| Fraction::new(counted, self.size));
        share.map_or_else(|| self.sentence.written(self.from, self.to), share_name)
    }
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
    let is_next = |mark: &&Mark| matches!(mark.figure, Figure::Ratio { .. });
    let next = sentence.marks_in(share.to, sentence.len()).iter().find(is_next);
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
    share.noun.is_some() && !ends_with(sentence.words(share.from, share.to), PLAIN)
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
