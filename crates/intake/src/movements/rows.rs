//! The rows of the sheets of movements, and how each is read.

use jiff::civil::Date;
use vietnamese::date::PartialDate;
use vietnamese::number::{Decimal, Fraction, parse_percent};

use crate::cells;
use crate::columns::Field;
use crate::kinds::Finding;
use crate::person::{Person, sex_code};
use crate::problem::{Problem, Said};
use crate::reader::{DateKinds, Kept, Notes, Reader};
use crate::record::{Verdict, record};
use crate::table::Line;
use crate::units::UnitRow;
use crate::units_named::Resolver;

/// Opening, movements and closing of one union.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the column of its name; a blank counts as 0")]
pub struct SummaryRow {
    pub row: u32,
    pub verdict: Verdict,
    pub unit: Option<String>,
    pub opening: i64,
    pub admitted: i64,
    pub received: i64,
    pub sent: i64,
    pub left_retired: i64,
    pub left_contract_end: i64,
    pub left_other: i64,
    pub handed_over: i64,
    pub struck_off: i64,
    /// As printed, even where the movements give another figure.
    pub closing: i64,
}

record!(SummaryRow, |it| {
    Unit => Said::text(it.unit.as_deref()),
    Opening => Said::from(it.opening),
    Admitted => Said::from(it.admitted),
    Received => Said::from(it.received),
    Sent => Said::from(it.sent),
    LeftRetired => Said::from(it.left_retired),
    LeftContractEnd => Said::from(it.left_contract_end),
    LeftOther => Said::from(it.left_other),
    HandedOver => Said::from(it.handed_over),
    StruckOff => Said::from(it.struck_off),
    Closing => Said::from(it.closing),
});

/// A person admitted.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the column of its name")]
pub struct AdmissionRow {
    pub row: u32,
    pub verdict: Verdict,
    pub person: Person,
    pub unit: Option<String>,
    /// As written: newly admitted, recognised, admitted when the union was founded.
    pub how: Option<String>,
    pub decision_no: Option<String>,
    pub decision_date: Option<PartialDate>,
    pub kept: Vec<Kept>,
}

record!(AdmissionRow, |it| {
    Name => Said::text(it.person.name.as_deref()),
    Sex => Said::text(it.person.sex.map(sex_code)),
    Dob => Said::text(it.person.birth.map(PartialDate::iso)),
    Cccd => Said::text(it.person.cccd.as_deref()),
    Unit => Said::text(it.unit.as_deref()),
    How => Said::text(it.how.as_deref()),
    DecisionNo => Said::text(it.decision_no.as_deref()),
    DecisionDate => Said::text(it.decision_date.map(PartialDate::iso)),
});

/// A person sent to or received from another union.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the column of its name")]
pub struct TransferRow {
    pub row: u32,
    pub verdict: Verdict,
    pub person: Person,
    pub from_unit: Option<String>,
    pub to_unit: Option<String>,
    pub letter_no: Option<String>,
    /// The day of leaving, or of arriving.
    pub day: Option<PartialDate>,
    pub kept: Vec<Kept>,
}

record!(TransferRow, |it| {
    Name => Said::text(it.person.name.as_deref()),
    Cccd => Said::text(it.person.cccd.as_deref()),
    FromUnit => Said::text(it.from_unit.as_deref()),
    ToUnit => Said::text(it.to_unit.as_deref()),
    Letter => Said::text(it.letter_no.as_deref()),
    Day => Said::text(it.day.map(PartialDate::iso)),
});

/// A person who left.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the column of its name")]
pub struct LeaverRow {
    pub row: u32,
    pub verdict: Verdict,
    pub person: Person,
    pub unit: Option<String>,
    /// As written; `None` when it is in no list of reasons.
    pub reason: Option<String>,
    /// What the reason means; counted with the others when it is unknown.
    pub why: LeavingReason,
    pub decision_no: Option<String>,
    pub day: Option<PartialDate>,
    pub kept: Vec<Kept>,
}

record!(LeaverRow, |it| {
    Name => Said::text(it.person.name.as_deref()),
    Cccd => Said::text(it.person.cccd.as_deref()),
    Unit => Said::text(it.unit.as_deref()),
    Reason => Said::text(it.reason.as_deref()),
    DecisionNo => Said::text(it.decision_no.as_deref()),
    Day => Said::text(it.day.map(PartialDate::iso)),
});

/// Why a person left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LeavingReason {
    /// Nghỉ hưu.
    Retired,
    /// Chấm dứt hợp đồng lao động, nghỉ việc.
    ContractEnded,
    /// Xin ra khỏi tổ chức công đoàn.
    Resigned,
    /// Khai trừ.
    Expelled,
    /// Ốm đau, từ trần.
    Died,
    /// Đi nước ngoài.
    WentAbroad,
    /// In no list of reasons.
    #[default]
    Unknown,
}

impl LeavingReason {
    /// The column of the summary that counts it.
    pub(crate) fn column(self) -> Field {
        match self {
            Self::Retired => Field::LeftRetired,
            Self::ContractEnded => Field::LeftContractEnd,
            _ => Field::LeftOther,
        }
    }

    /// Reads a reason by its words.
    pub fn parse(text: &str) -> Option<Self> {
        const WORDS: &[(LeavingReason, &[&str])] = &[
            (LeavingReason::Retired, &["huu", "nghi che do"]),
            (LeavingReason::WentAbroad, &["nuoc ngoai", "xuat khau lao dong", "xuat canh"]),
            (LeavingReason::Expelled, &["khai tru", "ky luat"]),
            (
                LeavingReason::Died,
                &["tu tran", "om dau", "chet", "mat", "qua doi", "tu vong", "hy sinh"],
            ),
            (
                LeavingReason::Resigned,
                &["xin ra", "ra khoi", "tu nguyen ra", "thoi tham gia", "xin thoi"],
            ),
            (
                LeavingReason::ContractEnded,
                &[
                    "cham dut",
                    "het han",
                    "het hop dong",
                    "hdld",
                    "hop dong",
                    "nghi viec",
                    "thoi viec",
                    "chuyen cong tac",
                    "sa thai",
                    "bo viec",
                    "mat viec",
                    "tinh gian",
                ],
            ),
        ];
        let plain = crate::heading::words(text);
        let holds = |words: &&[&str]| words.iter().any(|word| crate::heading::holds(&plain, word));
        WORDS.iter().find(|(_, words)| holds(words)).map(|(reason, _)| *reason)
    }
}

/// A union handed over.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the column of its name")]
pub struct HandedOverRow {
    pub row: u32,
    pub verdict: Verdict,
    pub unit: Option<String>,
    pub receiver: Option<String>,
    pub members: Option<i64>,
    pub decision_no: Option<String>,
    pub decision_date: Option<PartialDate>,
    pub day: Option<PartialDate>,
    pub kept: Vec<Kept>,
}

record!(HandedOverRow, |it| {
    Unit => Said::text(it.unit.as_deref()),
    Receiver => Said::text(it.receiver.as_deref()),
    Members => Said::count(it.members),
    DecisionNo => Said::text(it.decision_no.as_deref()),
    DecisionDate => Said::text(it.decision_date.map(PartialDate::iso)),
    Day => Said::text(it.day.map(PartialDate::iso)),
});

/// A union struck off.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the column of its name")]
pub struct StruckOffRow {
    pub row: u32,
    pub verdict: Verdict,
    pub unit: Option<String>,
    pub members: Option<i64>,
    pub reason: Option<String>,
    pub decision_no: Option<String>,
    pub decision_date: Option<PartialDate>,
    pub kept: Vec<Kept>,
}

record!(StruckOffRow, |it| {
    Unit => Said::text(it.unit.as_deref()),
    Members => Said::count(it.members),
    Reason => Said::text(it.reason.as_deref()),
    DecisionNo => Said::text(it.decision_no.as_deref()),
    DecisionDate => Said::text(it.decision_date.map(PartialDate::iso)),
});

/// Plan, result and printed rate of one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the column of its name")]
pub struct PlanResultRow {
    pub row: u32,
    pub verdict: Verdict,
    pub indicator: Option<String>,
    pub planned: Option<i64>,
    pub actual: Option<i64>,
    /// As printed: `87,5%`.
    pub printed_rate: Option<String>,
    /// Result over plan, up to two decimals: `77,78%`.
    pub true_rate: Option<String>,
}

record!(PlanResultRow, |it| {
    Indicator => Said::text(it.indicator.as_deref()),
    Plan => Said::count(it.planned),
    Actual => Said::count(it.actual),
    Rate => Said::text(it.printed_rate.as_deref()),
});

/// The period of the report.
pub(crate) type Span = Option<(Date, Date)>;

const KINDS: DateKinds =
    DateKinds { impossible: Finding::DecisionDateImpossible, future: Finding::DateOutsidePeriod };

impl<'a> Reader<'a> {
    pub(crate) fn summary(
        &self,
        line: &Line<'a>,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> SummaryRow {
        let mut count = |field| self.count(line, field, notes).unwrap_or(0);
        let row = SummaryRow {
            row: line.number(),
            verdict: Verdict::Ok,
            unit: None,
            opening: count(Field::Opening),
            admitted: count(Field::Admitted),
            received: count(Field::Received),
            sent: count(Field::Sent),
            left_retired: count(Field::LeftRetired),
            left_contract_end: count(Field::LeftContractEnd),
            left_other: count(Field::LeftOther),
            handed_over: count(Field::HandedOver),
            struck_off: count(Field::StruckOff),
            closing: count(Field::Closing),
        };
        self.subject(line, Field::Unit, Finding::UnitNameMissing, notes);
        SummaryRow { unit: self.body_named(line, Field::Unit, units, notes), ..row }
    }

    /// A union founded in the period.
    pub(crate) fn founded(&self, line: &Line<'a>, span: Span, notes: &mut Notes) -> UnitRow {
        let before = notes.found.len();
        let row = self.unit(line, notes);
        // The day of the decision is the day of the event: one that lies in the future lies
        // outside the period as well, and is told once.
        notes.found[before..].iter_mut().for_each(|problem| {
            if problem.kind == Finding::DecisionDateFuture {
                *problem = problem.clone().of(Finding::DateOutsidePeriod);
            }
        });
        let told = notes.found[before..].iter().any(|p| p.kind == Finding::DateOutsidePeriod);
        let outside = row.decision_date.is_some_and(|day| is_outside(day, span));
        if outside && !told {
            notes.found.push(self.problem(line, Field::DecisionDate, Finding::DateOutsidePeriod));
        }
        row
    }

    pub(crate) fn admission(
        &self,
        line: &Line<'a>,
        span: Span,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> AdmissionRow {
        let person = self.person(line, notes);
        self.subject(line, Field::Name, Finding::NameMissing, notes);
        AdmissionRow {
            row: line.number(),
            verdict: Verdict::Ok,
            person,
            unit: self.unit_named(line, Field::Unit, units, notes),
            how: self.plain(line, Field::How, notes),
            decision_no: self.plain(line, Field::DecisionNo, notes),
            decision_date: self.day_in(line, Field::DecisionDate, span, notes),
            kept: std::mem::take(&mut notes.kept),
        }
    }

    /// A transfer: the union of this federation must be known, the other side may be anywhere.
    pub(crate) fn transfer(
        &self,
        line: &Line<'a>,
        own: Field,
        span: Span,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> TransferRow {
        let person = self.person(line, notes);
        self.subject(line, Field::Name, Finding::NameMissing, notes);
        let mut side = |field| {
            if field == own {
                self.unit_named(line, field, units, notes)
            } else {
                self.body_named(line, field, units, notes)
            }
        };
        let (from_unit, to_unit) = (side(Field::FromUnit), side(Field::ToUnit));
        TransferRow {
            row: line.number(),
            verdict: Verdict::Ok,
            person,
            from_unit,
            to_unit,
            letter_no: self.plain(line, Field::Letter, notes),
            day: self.day_in(line, Field::Day, span, notes),
            kept: std::mem::take(&mut notes.kept),
        }
    }

    pub(crate) fn leaver(
        &self,
        line: &Line<'a>,
        span: Span,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> LeaverRow {
        let person = self.person(line, notes);
        self.subject(line, Field::Name, Finding::NameMissing, notes);
        let written = self.plain(line, Field::Reason, notes);
        let why = written.as_deref().and_then(LeavingReason::parse);
        if let (Some(written), None) = (&written, why) {
            notes.found.push(self.problem(line, Field::Reason, Finding::ReasonUnknown));
            notes.kept.push(Kept { field: "reason", raw: written.clone() });
        }
        LeaverRow {
            row: line.number(),
            verdict: Verdict::Ok,
            person,
            unit: self.unit_named(line, Field::Unit, units, notes),
            reason: written.filter(|_| why.is_some()),
            why: why.unwrap_or_default(),
            decision_no: self.plain(line, Field::DecisionNo, notes),
            day: self.day_in(line, Field::Day, span, notes),
            kept: std::mem::take(&mut notes.kept),
        }
    }

    pub(crate) fn handed_over(
        &self,
        line: &Line<'a>,
        span: Span,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> HandedOverRow {
        self.subject(line, Field::Unit, Finding::UnitNameMissing, notes);
        let has_day = self.table.has(Field::Day);
        let decided_in = if has_day { None } else { span };
        HandedOverRow {
            row: line.number(),
            verdict: Verdict::Ok,
            unit: self.unit_named(line, Field::Unit, units, notes),
            receiver: self.plain(line, Field::Receiver, notes),
            members: self.count(line, Field::Members, notes),
            decision_no: self.plain(line, Field::DecisionNo, notes),
            decision_date: self.day_in(line, Field::DecisionDate, decided_in, notes),
            day: self.day_in(line, Field::Day, span, notes),
            kept: std::mem::take(&mut notes.kept),
        }
    }

    pub(crate) fn struck_off(
        &self,
        line: &Line<'a>,
        span: Span,
        units: &mut Resolver<'a>,
        notes: &mut Notes,
    ) -> StruckOffRow {
        self.subject(line, Field::Unit, Finding::UnitNameMissing, notes);
        StruckOffRow {
            row: line.number(),
            verdict: Verdict::Ok,
            unit: self.unit_named(line, Field::Unit, units, notes),
            members: self.count(line, Field::Members, notes),
            reason: self.plain(line, Field::Reason, notes),
            decision_no: self.plain(line, Field::DecisionNo, notes),
            decision_date: self.day_in(line, Field::DecisionDate, span, notes),
            kept: std::mem::take(&mut notes.kept),
        }
    }

    pub(crate) fn plan_result(&self, line: &Line<'a>, notes: &mut Notes) -> PlanResultRow {
        let planned = self.count(line, Field::Plan, notes);
        let actual = self.count(line, Field::Actual, notes);
        let exact = planned.zip(actual).and_then(|(plan, actual)| Fraction::new(actual, plan));
        let true_rate = exact.map(|exact| exact.percent_text(2));
        let printed = self.cell(line, Field::Rate).map(|cell| cells::digits(cell).into_owned());
        let mut row = PlanResultRow {
            row: line.number(),
            verdict: Verdict::Ok,
            indicator: self.plain(line, Field::Indicator, notes),
            planned,
            actual,
            printed_rate: printed.map(|printed| printed.trim().to_owned()),
            true_rate,
        };
        if let (Some(printed), Some(exact)) = (&row.printed_rate, exact) {
            let decimals = printed_rates(printed);
            if !decimals.is_empty()
                && !decimals.iter().any(|rate| exact.is_within_last_digit(*rate))
            {
                let problem = self.problem(line, Field::Rate, Finding::RateMismatch);
                let proposed = Said::text(row.true_rate.as_deref());
                notes.found.push(Problem { proposed, ..problem });
            }
        }
        row.indicator = row.indicator.filter(|indicator| !indicator.is_empty());
        row
    }

    /// Tells when the row does not name what it is about.
    fn subject(&self, line: &Line<'a>, field: Field, kind: Finding, notes: &mut Notes) {
        if self.cell(line, field).is_none() {
            notes.found.push(self.problem(line, field, kind));
        }
    }

    /// A day that should lie in the period.
    fn day_in(
        &self,
        line: &Line<'a>,
        field: Field,
        span: Span,
        notes: &mut Notes,
    ) -> Option<PartialDate> {
        let before = notes.found.len();
        let day = self.dated(line, field, &KINDS, notes)?;
        let told = notes.found[before..].iter().any(|p| p.kind == Finding::DateOutsidePeriod);
        if is_outside(day, span) && !told {
            notes.found.push(self.problem(line, field, Finding::DateOutsidePeriod));
        }
        Some(day)
    }
}

fn is_outside(day: PartialDate, span: Span) -> bool {
    span.is_some_and(|(from, to)| day.last_day() < from || day.first_day() > to)
}

/// The readings of a printed rate: with its sign it is one; a bare number may be a share of one.
fn printed_rates(printed: &str) -> Vec<Decimal> {
    let Ok(read) = parse_percent(printed) else { return Vec::new() };
    let mut rates = vec![read.value];
    if !printed.contains('%') && read.value.decimals >= 2 {
        rates.push(Decimal { units: read.value.units, decimals: read.value.decimals - 2 });
    } else if !printed.contains('%') {
        let units =
            read.value.units.saturating_mul(100 / 10_i64.pow(u32::from(read.value.decimals)));
        rates.push(Decimal { units, decimals: 0 });
    }
    rates
}
