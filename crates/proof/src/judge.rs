//! The reckoning: what a printed percentage is to the two numbers it was made of.

use crate::figure::Hedge;
use crate::report::Verdict;
use std::fmt::Write as _;
use vietnamese::number::{
    Decimal, Fraction, Judgement, denominators_for, format_integer, judge, numerators_for,
};

/// Decimals of the percentages we print.
const DECIMALS: u8 = 2;

/// What is to be said of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    /// Whether it holds.
    pub(crate) verdict: Verdict,
    /// What it should say.
    pub(crate) expected: Option<String>,
    /// The reason, for people.
    pub(crate) why: String,
}

impl Judged {
    /// A claim that holds.
    pub(crate) fn right(expected: Option<String>, why: String) -> Self {
        Self { verdict: Verdict::Right, expected, why }
    }
}

/// Judges `part/whole … printed%`.
pub(crate) fn percent(share: Fraction, printed: Decimal, hedge: Hedge) -> Judged {
    if hedge != Hedge::Exact {
        return hedged(share, printed, hedge);
    }
    let name = share_name(share);
    let best = share.percent_text(DECIMALS);
    let exact = exact_text(share);
    let (verdict, why) = match judge(share, printed) {
        Judgement::Right => (Verdict::Right, format!("{name} là {best}: đúng.")),
        Judgement::Rounded if printed.decimals >= DECIMALS => {
            (Verdict::Right, format!("{name} là {exact}, làm tròn thành {printed}%: đúng."))
        }
        Judgement::Rounded => {
            (Verdict::Rounded, format!("{name} là {exact}; {printed}% là số đã làm tròn đúng."))
        }
        Judgement::Truncated => {
            let best = share.percent_text(printed.decimals.max(DECIMALS));
            let why = format!("{name} là {exact}, làm tròn là {best}; bài đã cắt bỏ chữ số cuối.");
            (Verdict::Truncated, why)
        }
        Judgement::Wrong => (Verdict::Wrong, wrong(share, printed, &best)),
    };
    Judged { verdict, expected: Some(best).filter(|best| !best.is_empty()), why }
}

/// Judges `part/whole … vượt printed%`: what lies above the plan.
pub(crate) fn percent_over(share: Fraction, printed: Decimal, hedge: Hedge) -> Option<Judged> {
    let above = Fraction::new(share.num().checked_sub(share.den())?, share.den())?;
    let judged = percent(above, printed, hedge);
    let name = share_name(share);
    let over = above.percent_text(DECIMALS);
    if !judged.verdict.is_alarm() {
        let why = format!("{name} là vượt {over}: đúng.");
        return Some(Judged { why, ..judged });
    }
    if !percent(share, printed, hedge).verdict.is_alarm() {
        let why = format!(
            "{name} là đạt {printed}%, tức vượt {over}. Nên viết “đạt {printed}%” hoặc “vượt {over}”."
        );
        return Some(Judged { verdict: Verdict::Doubtful, expected: Some(over), why });
    }
    let why = format!("{name} là vượt {over}, không phải vượt {printed}%.");
    Some(Judged { why, ..judged })
}

/// `21/27`, with dots between thousands.
pub(crate) fn share_name(share: Fraction) -> String {
    format!("{}/{}", format_integer(share.num()), format_integer(share.den()))
}

/// The percentage with more digits than we print: `79,88505…%`, or exactly `133,4%`.
fn exact_text(share: Fraction) -> String {
    let best = share.percent_text(9);
    let short = share.percent_text(DECIMALS);
    if best == short {
        return short;
    }
    let cut = share.percent_truncated(5).map(|cut| format!("{cut}…%"));
    cut.unwrap_or(short)
}

fn wrong(share: Fraction, printed: Decimal, best: &str) -> String {
    let name = share_name(share);
    let mut why = format!("{name} là {best}, không phải {printed}%.");
    let plans =
        denominators_for(share.num(), printed).filter(|plans| plans.end() - plans.start() < 3);
    let counts =
        numerators_for(share.den(), printed).filter(|counts| counts.end() - counts.start() < 3);
    if let Some(plans) = plans {
        let plans = one_or_more(*plans.start(), *plans.end());
        let _ = write!(why, " {printed}% là {}/{plans}.", format_integer(share.num()));
    }
    if let Some(counts) = counts {
        let counts = one_or_more(*counts.start(), *counts.end());
        let _ = write!(why, " Nếu giữ {}: {printed}% là {counts}.", format_integer(share.den()));
    }
    why.push_str(" Hỏi lại số nào đúng.");
    why
}

fn one_or_more(first: i64, last: i64) -> String {
    let (first_text, last_text) = (format_integer(first), format_integer(last));
    if first == last { first_text } else { format!("{first_text} đến {last_text}") }
}

/// A percentage that is only said to be near.
fn hedged(share: Fraction, printed: Decimal, hedge: Hedge) -> Judged {
    /// How far, in tenths of a percent, a word may lean to the wrong side.
    const SLACK: i64 = 5;
    /// How far `khoảng` reaches.
    const ABOUT: i64 = 50;
    let above = |tenths| is_above(share, printed, tenths);
    let holds = match hedge {
        Hedge::Above => above(-SLACK),
        Hedge::Below => !above(SLACK),
        Hedge::About => above(-ABOUT) && !above(ABOUT),
        Hedge::Exact | Hedge::Limit => true,
    };
    let (name, best) = (share_name(share), share.percent_text(DECIMALS));
    let (verdict, why) = if holds {
        (Verdict::Right, format!("{name} là {best}: nói ước chừng như bài là đúng."))
    } else {
        (Verdict::Doubtful, format!("{name} là {best}, bài nói ước chừng {printed}%: nên xem lại."))
    };
    Judged { verdict, expected: Some(best).filter(|best| !best.is_empty()), why }
}

/// Whether the exact percentage is above the printed one plus some tenths of a percent.
fn is_above(share: Fraction, printed: Decimal, tenths: i64) -> bool {
    let scale = 10_i128.pow(u32::from(printed.decimals));
    let exact = i128::from(share.num()) * 1_000 * scale;
    let limit = i128::from(printed.units) * 10 + i128::from(tenths) * scale;
    exact > limit.saturating_mul(i128::from(share.den()))
}

/// Whether a percentage fits two numbers: exactly, rounded, cut off, or as the word before it says.
pub(crate) fn fits(share: Fraction, printed: Decimal, hedge: Hedge) -> bool {
    let judged = percent(share, printed, hedge);
    !judged.verdict.is_alarm() || judged.verdict == Verdict::Truncated
}

#[cfg(test)]
mod tests {
    use super::*;
    use vietnamese::number::parse_percent;

    fn judged(num: i64, den: i64, printed: &str) -> Judged {
        let printed = parse_percent(printed).expect("a percentage").value;
        percent(Fraction::new(num, den).expect("a plan"), printed, Hedge::Exact)
    }

    #[test]
    fn each_published_rate_gets_its_verdict_and_its_value() {
        for (num, den, printed, verdict, expected) in [
            (21, 27, "87,5%", Verdict::Wrong, "77,78%"),
            (21, 27, "77,78%", Verdict::Right, "77,78%"),
            (139, 174, "79,88%", Verdict::Truncated, "79,89%"),
            (139, 174, "79,9%", Verdict::Rounded, "79,89%"),
            (3_335, 2_500, "133,4%", Verdict::Right, "133,4%"),
            (31, 30, "103,33%", Verdict::Right, "103,33%"),
            (1_548, 1_400, "110,6%", Verdict::Rounded, "110,57%"),
            (66, 66, "100%", Verdict::Right, "100%"),
        ] {
            let judged = judged(num, den, printed);
            assert_eq!((judged.verdict, judged.expected.as_deref()), (verdict, Some(expected)));
        }
    }

    #[test]
    fn a_wrong_rate_names_the_plan_that_would_make_it_right() {
        assert!(judged(21, 27, "87,5%").why.contains("87,5% là 21/24."));
        assert!(judged(139, 174, "79,88%").why.contains("79,88505…%"));
    }

    #[test]
    fn words_of_nearness_are_believed_until_they_point_the_wrong_way() {
        let share = Fraction::new(435, 1_026).expect("a plan");
        let said = |units, hedge| percent(share, Decimal { units, decimals: 0 }, hedge).verdict;
        assert_eq!(said(40, Hedge::Above), Verdict::Right);
        assert_eq!(said(40, Hedge::Below), Verdict::Doubtful);
        assert_eq!(said(45, Hedge::About), Verdict::Right);
        assert_eq!(said(60, Hedge::About), Verdict::Doubtful);
    }

    #[test]
    fn what_lies_above_the_plan_is_not_the_whole() {
        let share = Fraction::new(3_335, 2_500).expect("a plan");
        let over = |units| {
            let printed = Decimal { units, decimals: 1 };
            percent_over(share, printed, Hedge::Exact).expect("fits").verdict
        };
        assert_eq!(
            (over(334), over(1_334), over(300)),
            (Verdict::Right, Verdict::Doubtful, Verdict::Wrong)
        );
    }
}
