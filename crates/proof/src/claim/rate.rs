//! `21/27 … đạt 87,5%`: which percentage belongs to which share, and whether it is right.

use super::Claim;
use super::link::{Tie, is_of_plan, stays, tie};
use super::share::{Share, shares};
use crate::figure::{Figure, Hedge, Mark, Noun, Reading, Role};
use crate::judge::{Judged, fits, percent, percent_over, share_name};
use crate::report::{Kind, Verdict};
use crate::sentence::Sentence;
use crate::words::{after_start, contains, ends_with};
use vietnamese::number::Decimal;

/// A percentage that may belong to a share.
#[derive(Debug, Clone, Copy)]
struct Rate {
    from: usize,
    to: usize,
    value: Decimal,
    hedge: Hedge,
    is_over: bool,
}

impl Rate {
    fn of(mark: &Mark) -> Option<Self> {
        let Figure::Percent { value, hedge, role } = mark.figure else { return None };
        let is_over = role == Role::Over;
        let takes_part = is_over || role == Role::Share;
        takes_part.then_some(Self { from: mark.from, to: mark.to, value, hedge, is_over })
    }

    fn judge(self, share: &Share) -> Option<Judged> {
        if self.is_over {
            percent_over(share.fraction, self.value, self.hedge)
        } else {
            Some(percent(share.fraction, self.value, self.hedge))
        }
    }
}

/// The claims made of a share and a percentage, and the shares that stand alone.
pub(super) fn claims(sentence: &Sentence<'_>) -> Vec<Claim> {
    let shares = shares(sentence);
    let rates: Vec<Rate> = sentence.marks.iter().filter_map(Rate::of).collect();
    let mut binding = Binding { sentence, shares, rates, pairs: Vec::new() };
    binding.bind_lists();
    binding.bind_in_brackets();
    binding.bind_behind();
    binding.bind_in_front();
    binding.claims()
}

struct Binding<'a, 'b> {
    sentence: &'a Sentence<'b>,
    shares: Vec<Share>,
    rates: Vec<Rate>,
    /// Which share goes with which rate, and how firmly.
    pairs: Vec<(usize, usize, Tie)>,
}

impl Binding<'_, '_> {
    fn is_free(&self, share: usize, rate: usize) -> bool {
        self.pairs.iter().all(|(s, r, _)| *s != share && *r != rate)
    }

    /// `21/27 CĐCS và 1.548/1.400 đoàn viên, lần lượt đạt 77,78% và 110,57%`.
    fn bind_lists(&mut self) {
        let mut first = 0;
        while first < self.rates.len() {
            let mut last = first;
            while last + 1 < self.rates.len() && self.joins(last) {
                last += 1;
            }
            self.bind_list(first, last);
            first = last + 1;
        }
    }

    fn joins(&self, rate: usize) -> bool {
        let gap = self.sentence.words(self.rates[rate].to, self.rates[rate + 1].from);
        matches!(gap, "và" | "," | ", và" | ";")
    }

    fn bind_list(&mut self, first: usize, last: usize) {
        let count = last + 1 - first;
        let before = self.shares.partition_point(|share| share.from < self.rates[first].from);
        let floor = first.checked_sub(1).map_or(0, |rate| self.rates[rate].to);
        let since = self.shares[..before].partition_point(|share| share.from < floor);
        if count >= 2 && before - since == count {
            let pairs = (0..count).map(|at| (since + at, first + at, Tie::Firm));
            self.pairs.extend(pairs);
        }
    }

    /// `77,78% (21/27 CĐCS)`: what stands in brackets belongs to what stands in front of them.
    fn bind_in_brackets(&mut self) {
        for rate in 0..self.rates.len() {
            let Some(share) = self.next_share(self.rates[rate].to) else { continue };
            let gap = self.sentence.words(self.rates[rate].to, self.shares[share].from);
            let Some((noun, inside)) = gap.split_once('(') else { continue };
            let inside = inside.trim();
            let is_plain =
                matches!(inside, "" | "tương ứng" | "tức" | "với" | "là" | "đạt" | "tức là");
            let is_near = noun.split(' ').count() <= 10 && !contains(noun, &[",", ";", ":", ")"]);
            let closes = self.sentence.key(self.shares[share].to) == ")";
            if is_plain && is_near && self.is_free(share, rate) {
                self.pairs.push((share, rate, if closes { Tie::Firm } else { Tie::Loose }));
            }
        }
    }

    /// `21/27 CĐCS (đạt 87,5%)`, `21/27 CĐCS, đạt 87,5%`.
    fn bind_behind(&mut self) {
        for rate in 0..self.rates.len() {
            let place = self.rates[rate].from;
            let Some(share) = self.shares.iter().rposition(|share| share.to <= place) else {
                continue;
            };
            if !self.is_free(share, rate) || self.pairs.iter().any(|(s, _, _)| *s == share) {
                continue;
            }
            let gap = self.sentence.words(self.shares[share].to, place);
            let Some(mut tie) = tie(gap, self.rates[rate].is_over) else { continue };
            if !self.nothing_between(share, rate) {
                tie = Tie::Loose;
            }
            self.pairs.push((share, rate, tie));
        }
    }

    /// `đạt 77,78%, tương ứng 21/27 CĐCS`.
    fn bind_in_front(&mut self) {
        for rate in 0..self.rates.len() {
            let Some(share) = self.next_share(self.rates[rate].to) else { continue };
            let gap = self.sentence.words(self.rates[rate].to, self.shares[share].from);
            let gap = after_start(gap, "kế hoạch").or(after_start(gap, "chỉ tiêu")).unwrap_or(gap);
            let gap = gap.trim_start_matches([',', '-', ' ']);
            let is_firm =
                ["tương ứng", "tức", "tức là", "tương ứng với", "tương đương"].contains(&gap);
            let is_loose = ["với", "", "=", "đạt", "là"].contains(&gap);
            if (is_firm || is_loose) && self.is_free(share, rate) {
                self.pairs.push((share, rate, if is_firm { Tie::Firm } else { Tie::Loose }));
            }
        }
    }

    fn next_share(&self, place: usize) -> Option<usize> {
        let next = self.shares.iter().position(|share| share.from >= place)?;
        let rate_between = |rate: &&Rate| (place..self.shares[next].from).contains(&rate.from);
        self.rates.iter().find(rate_between).is_none().then_some(next)
    }

    /// Whether no other figure stands between a share and the percentage behind it. `với 450 đoàn
    /// viên` only accompanies what was counted; `từ 25 đoàn viên trở lên`, `trên 25 lao động` name it.
    fn nothing_between(&self, share: usize, rate: usize) -> bool {
        let (from, to) = (self.shares[share].to, self.rates[rate].from);
        self.sentence.marks_in(from, to).iter().all(|mark| match mark.figure {
            Figure::Count { hedge: Hedge::Exact, .. } => {
                ends_with(self.sentence.words_before(mark.from, 1), &["với"])
            }
            Figure::Count { .. } => true,
            _ => false,
        })
    }

    fn claims(self) -> Vec<Claim> {
        let mut claims: Vec<Claim> = self
            .pairs
            .iter()
            .filter_map(|(share, rate, tie)| self.claim(*share, *rate, *tie))
            .collect();
        let alone: Vec<Claim> = self
            .shares
            .iter()
            .filter(|share| claims.iter().all(|claim| !claim.covers(share.from)))
            .filter_map(Self::alone)
            .collect();
        claims.extend(alone);
        claims
    }

    fn claim(&self, share: usize, rate: usize, tie: Tie) -> Option<Claim> {
        let (share, rate) = (&self.shares[share], self.rates[rate]);
        // What is said to be near and stands loosely together meets by chance.
        if tie == Tie::Loose && (rate.hedge != Hedge::Exact || share.reading == Reading::Unsure) {
            return None;
        }
        let judged = rate.judge(share)?;
        if judged.verdict.is_alarm() && !self.is_sure(share, rate, tie) {
            return None;
        }
        let (from, to) = (share.from.min(rate.from), share.to.max(rate.to));
        let to = self.sentence.closed(from, to);
        let kind = Kind::RatioPercent;
        if exceeds(share) {
            return Some(Claim { from, to, kind: Kind::PercentRange, judged: beyond(share) });
        }
        Some(Claim { from, to, kind, judged })
    }

    /// Whether an alarm would be about this share and no other reading.
    fn is_sure(&self, share: &Share, rate: Rate, tie: Tie) -> bool {
        let mut others = self.shares.iter().filter(|other| other.from != share.from);
        let explained = others.any(|other| fits(other.fraction, rate.value, rate.hedge));
        let is_later = share.from > rate.from;
        tie == Tie::Firm
            && share.reading == Reading::Counted
            && (is_later || stays(self.sentence, rate.to, share.counted(self.sentence)))
            && !explained
            && !self.is_what_they_did(share, rate)
    }

    /// `12/15 phường đạt 100% chỉ tiêu`: not the share of the wards, but what each of them did.
    fn is_what_they_did(&self, share: &Share, rate: Rate) -> bool {
        const OBJECTS_OF: &[&str] = &[
            "thành lập",
            "kết nạp",
            "phát triển",
            "tổ chức",
            "ký",
            "ký kết",
            "công nhận",
            "ra mắt",
            "được",
            "đạt",
            "đoàn viên",
            "cơ sở",
            "hội nghị",
            "đối thoại",
            "mới",
            ":",
            "tại",
            "ở",
        ];
        let is_part = share.fraction.num() < share.fraction.den();
        let is_all = rate.value.to_integer() == Some(100);
        let of_plan = is_of_plan(self.sentence, rate.to);
        if is_part && (rate.is_over || (is_all && of_plan)) {
            return true;
        }
        let gap = self.sentence.words(share.to.min(rate.to), rate.from.max(share.from));
        let is_direct = matches!(gap, "đạt" | "đạt và vượt" | "vượt" | "hoàn thành" | "đã đạt");
        let before = self.sentence.words_before(share.from, 3);
        let is_object = ends_with(before, OBJECTS_OF);
        is_direct && !is_object && (of_plan || rate.value.decimals == 0)
    }

    /// A share without a percentage: listed when it surely counts something.
    fn alone(share: &Share) -> Option<Claim> {
        if share.reading == Reading::Unsure || share.noun.is_none() {
            return None;
        }
        let (from, to) = (share.from, share.to);
        if exceeds(share) {
            return Some(Claim { from, to, kind: Kind::PercentRange, judged: beyond(share) });
        }
        let why = format!(
            "{} là {}; bài không nêu tỷ lệ.",
            share_name(share.fraction),
            share.fraction.percent_text(2)
        );
        Some(Claim { from, to, kind: Kind::RatioPercent, judged: Judged::right(None, why) })
    }
}

/// Whether a part is larger than a whole that nothing can exceed: a total, or the votes given.
fn exceeds(share: &Share) -> bool {
    let is_whole = share.of_whole || share.noun == Some(Noun::Votes);
    is_whole && share.fraction.num() > share.fraction.den()
}

/// A part that is larger than its whole.
fn beyond(share: &Share) -> Judged {
    let why = format!(
        "{}: một phần không thể lớn hơn tổng số của nó. Hỏi lại cả hai con số.",
        share_name(share.fraction)
    );
    Judged { verdict: Verdict::Impossible, expected: None, why }
}
