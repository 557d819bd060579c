//! The plan said before or behind what was done: `chỉ tiêu 2.500 đoàn viên, thực hiện 3.335 đoàn
//! viên, đạt 133,4%`; `kết nạp 3.335 đoàn viên, đạt 133,4% so với chỉ tiêu 2.500 đoàn viên`.

use super::Claim;
use super::link::Tie;
use super::share::exact_count;
use super::whole::Part;
use crate::figure::{Figure, Mark};
use crate::report::Kind;
use crate::sentence::Sentence;
use crate::token::Sort;
use crate::words::{contains, last_clause, starts_with};

const PLAN_WORDS: &[&str] = &[
    "chỉ tiêu",
    "kế hoạch",
    "được giao",
    "mục tiêu",
    "đăng ký",
    "giao",
    "nghị quyết đề ra",
    "đề ra",
    "phải",
];
const DONE_WORDS: &[&str] = &[
    "thực hiện",
    "kết quả",
    "đạt",
    "đạt được",
    "kết nạp",
    "thành lập",
    "phát triển",
    "đến nay",
    "thực tế",
    "vận động",
    "tổ chức",
    "hoàn thành",
    "giới thiệu",
    "xây dựng",
    "tính đến",
];

/// Words that give a number near `được giao` or `kế hoạch` another meaning.
const NO_PLAN: &[&str] = &["quản lý", "phụ trách", "theo dõi", "số", "kiểm tra", "quyết định"];
const SIGNS: [char; 6] = [',', ';', ':', '(', '-', ' '];

/// A claim whose whole is a plan; `None` when no plan stands beside the part.
pub(super) fn claim(sentence: &Sentence<'_>, part: &Part) -> Option<Claim> {
    in_front(sentence, part).or_else(|| behind(sentence, part))
}

fn in_front(sentence: &Sentence<'_>, part: &Part) -> Option<Claim> {
    // Days may stand between the two: `giao 2.500; đến ngày 30/9 đã kết nạp 3.210`.
    let is_number = |mark: &&Mark| !matches!(mark.figure, Figure::Day { .. } | Figure::Other);
    let before = sentence.marks_in(0, part.mark.from);
    let plan = before.iter().rfind(is_number)?;
    let (whole, noun) = exact_count(plan).filter(|_| is_amount(sentence, plan))?;
    let lead = clause_before(sentence, plan);
    let gap = sentence.words(plan.to, part.mark.from);
    let is_kind = noun.zip(part.noun).is_none_or(|(plan, done)| plan == done);
    let is_plan = is_kind && contains(lead, PLAN_WORDS) && !contains(lead, NO_PLAN);
    if !is_plan || contains(gap, &["trong đó", "gồm", "và", "cùng với", "nâng", "tổng số", "."])
    {
        return None;
    }
    // Nothing may stand between what was done and its percentage, unless it is said to be done.
    let link = sentence.words(part.mark.to, part.rate.from).trim_start_matches(SIGNS);
    let is_done = contains(gap, DONE_WORDS) || link.split(' ').count() <= 3;
    let judged = part.judge(whole)?;
    let is_sure = is_done
        && part.tie == Tie::Firm
        && part.is_near(whole)
        && contains(gap, &[",", ";", ":", "-", "("]);
    if judged.verdict.is_alarm() && !is_sure {
        return None;
    }
    let (from, to) = (plan.from, sentence.closed(plan.from, part.rate.to));
    Some(Claim { from, to, kind: Kind::RatioPercent, judged })
}

/// `Chỉ tiêu năm là kết nạp 2.500 đoàn viên. Đến nay đã kết nạp 3.335 đoàn viên, đạt 133,4%.`
pub(super) fn in_sentence_before(
    sentence: &Sentence<'_>,
    before: &Sentence<'_>,
    part: &Part,
) -> Option<Claim> {
    const RESULTS: &[&str] =
        &["kết quả", "đến nay", "thực hiện", "thực tế", "đến ngày", "tính đến", "đến hết"];
    let is_first = sentence.counts().next().is_some_and(|(mark, _)| mark.from == part.mark.from);
    let (plan, _) = before.counts().last()?;
    let (whole, noun) = exact_count(plan)?;
    let lead = clause_before(before, plan);
    let is_plan = contains(lead, PLAN_WORDS) && !contains(lead, NO_PLAN) && noun == part.noun;
    let is_result = starts_with(sentence.words_after(0, 2), RESULTS);
    let judged = part.judge(whole).filter(|_| is_plan && is_first && noun.is_some())?;
    let is_sure = is_result && part.tie == Tie::Firm && part.is_near(whole);
    let (from, to) = (part.mark.from, sentence.closed(part.mark.from, part.rate.to));
    let claim = Claim { from, to, kind: Kind::RatioPercent, judged };
    (is_sure || !claim.judged.verdict.is_alarm()).then_some(claim)
}

/// Whether a number without a known noun still is an amount: no other word follows.
fn is_amount(sentence: &Sentence<'_>, mark: &Mark) -> bool {
    let has_noun = matches!(mark.figure, Figure::Count { noun: Some(_), .. });
    has_noun || !sentence.is(mark.to, Sort::Word)
}

/// The words in front of a figure back to the figure or the sign before it.
fn clause_before<'a>(sentence: &'a Sentence<'_>, mark: &Mark) -> &'a str {
    const WORDS_MAX: usize = 8;
    let words = sentence.words_before(mark.from, WORDS_MAX);
    last_clause(words, &[",", ";", "(", ")", "%"])
}

fn behind(sentence: &Sentence<'_>, part: &Part) -> Option<Claim> {
    let plan = sentence.marks.iter().find(|mark| mark.from >= part.rate.to)?;
    let (whole, noun) = exact_count(plan).filter(|_| is_amount(sentence, plan))?;
    let gap = sentence.words(part.rate.to, plan.from);
    let is_kind = noun.zip(part.noun).is_none_or(|(plan, done)| plan == done);
    if !is_kind || !leads_to_plan(gap) {
        return None;
    }
    let judged = part.judge(whole)?;
    let is_sure = part.tie == Tie::Firm && part.is_near(whole);
    if judged.verdict.is_alarm() && !is_sure {
        return None;
    }
    let (from, to) = (part.mark.from, sentence.closed(part.mark.from, plan.to));
    Some(Claim { from, to, kind: Kind::RatioPercent, judged })
}

/// `so với chỉ tiêu`, `kế hoạch năm (`: nothing but words of a plan.
fn leads_to_plan(gap: &str) -> bool {
    const PLANS: &[&str] = &["chỉ tiêu", "kế hoạch", "mục tiêu"];
    const AROUND: &[&str] = &[
        "so", "với", "giao", "được", "năm", "cả", "là", "của", "đề", "ra", "(", ":", "kết", "nạp",
        "thành", "lập", "quận", "huyện", "thành", "phố", "tỉnh", "cấp", "trên",
    ];
    let rest = PLANS.iter().fold(gap.to_owned(), |gap, plan| gap.replace(plan, ""));
    rest.len() < gap.len() && rest.split_whitespace().all(|word| AROUND.contains(&word))
}
