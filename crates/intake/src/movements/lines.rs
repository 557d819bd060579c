//! How a row of each sheet of movements is read.

use jiff::civil::Date;
use vietnamese::date::PartialDate;
use vietnamese::number::{Decimal, Fraction, parse_percent};

use super::{
    AdmissionRow, HandedOverRow, LeaverRow, LeavingReason, PlanResultRow, StruckOffRow, SummaryRow,
    TransferRow,
};
use crate::cells;
use crate::columns::Field;
use crate::kinds::Finding;
use crate::problem::{Problem, Said};
use crate::reader::{DateKinds, Kept, Notes, Reader};
use crate::record::Verdict;
use crate::table::Line;
use crate::units::UnitRow;
use crate::units_named::Resolver;

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
