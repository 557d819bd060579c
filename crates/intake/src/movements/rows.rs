//! The rows of the sheets of movements.

use vietnamese::date::PartialDate;

use super::LeavingReason;
use crate::person::{Person, sex_code};
use crate::problem::Said;
use crate::reader::Kept;
use crate::record::{Verdict, record};

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
