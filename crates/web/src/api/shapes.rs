//! The shapes of the API: what is asked and what is answered. They change only by growing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A list, a page of it at a time.
#[derive(Serialize, JsonSchema)]
pub(super) struct List<T> {
    /// The items of this page.
    pub(super) items: Vec<T>,
    /// What to ask for as `cursor` to get the next page; `null` on the last.
    pub(super) next: Option<String>,
}

impl<T> List<T> {
    /// So many of the rows after so many others; the next page begins where this one ends.
    pub(super) fn page<R>(
        rows: Vec<R>,
        (skip, limit): (usize, usize),
        shape: impl Fn(R) -> T,
    ) -> Self {
        let next = (rows.len() > skip + limit).then(|| (skip + limit).to_string());
        Self { items: rows.into_iter().skip(skip).take(limit).map(shape).collect(), next }
    }
}

/// A unit on a list.
#[derive(Serialize, JsonSchema)]
pub(super) struct Unit {
    /// Short code, unique.
    pub(super) code: String,
    /// Present name.
    pub(super) name: String,
    /// What it is, in Vietnamese.
    pub(super) kind: String,
    /// First day, ISO.
    pub(super) opened_on: String,
    /// The day it ended, ISO; `null` while it stands.
    pub(super) ended_on: Option<String>,
}

/// A unit with its managers on the day asked for.
#[derive(Serialize, JsonSchema)]
pub(super) struct UnitCard {
    /// The unit.
    #[serde(flatten)]
    pub(super) unit: Unit,
    /// Its managers, the nearest first.
    pub(super) managers: Vec<Manager>,
}

/// A unit above another.
#[derive(Serialize, JsonSchema)]
pub(super) struct Manager {
    /// Short code.
    pub(super) code: String,
    /// Present name.
    pub(super) name: String,
}

/// One figure.
#[derive(Serialize, JsonSchema)]
pub(super) struct Figure {
    /// The indicator's code.
    pub(super) indicator: String,
    /// `value`, `not_reported`, `not_obliged`, `not_applicable`.
    pub(super) state: String,
    /// The value, where there is one.
    pub(super) value: Option<i64>,
    /// The target whose period holds this one.
    pub(super) target: Option<i64>,
    /// Done and planned, exact.
    pub(super) ratio: Option<[i64; 2]>,
    /// The percentage, rounded half-up to two decimals: `77.78`.
    pub(super) percent: Option<String>,
}

/// Every figure of one question.
#[derive(Serialize, JsonSchema)]
pub(super) struct Figures {
    /// The scope's code.
    pub(super) scope: String,
    /// The period's code.
    pub(super) period: String,
    /// The last day that counts, ISO.
    pub(super) as_of: String,
    /// The moment of knowledge, ISO; `null` for all that is known.
    pub(super) known_at: Option<String>,
    /// `was`, `now` or `like`.
    pub(super) view: String,
    /// The figures.
    pub(super) figures: Vec<Figure>,
    /// What a reader must know of this view of this scope, in Vietnamese.
    pub(super) notes: Vec<String>,
}

/// One line behind a figure.
#[derive(Serialize, JsonSchema)]
pub(super) struct Line {
    /// The posting's number; 0 where the line stands for a unit's whole stock.
    pub(super) seq: i64,
    /// The effective day, ISO.
    pub(super) on: String,
    /// The unit's code.
    pub(super) unit: String,
    /// What it adds to the figure.
    pub(super) quantity: i64,
    /// The person's name, where the record is about one.
    pub(super) person: Option<String>,
    /// The person's id.
    pub(super) person_id: Option<String>,
    /// What happened, in Vietnamese.
    pub(super) event: String,
    /// The paper.
    pub(super) document: Option<String>,
    /// When the books learned it.
    pub(super) recorded_at: String,
    /// Who recorded it.
    pub(super) actor: String,
}

/// Where a figure comes from.
#[derive(Serialize, JsonSchema)]
pub(super) struct Trace {
    /// The indicator's code.
    pub(super) indicator: String,
    /// What it counts, in Vietnamese.
    pub(super) meaning: String,
    /// The figure the lines add up to.
    pub(super) value: i64,
    /// The lines of this page.
    pub(super) items: Vec<Line>,
    /// What to ask for as `cursor` to get the next page; `null` on the last.
    pub(super) next: Option<String>,
}

/// A member on a list.
#[derive(Serialize, JsonSchema)]
pub(super) struct Member {
    /// The id: thirteen letters and digits.
    pub(super) id: String,
    /// The name.
    pub(super) name: String,
    /// `nam` or `nu`.
    pub(super) sex: Option<String>,
    /// Birth, as precise as it is known: `1990`, `1990-05`, `1990-05-17`.
    pub(super) birth: Option<String>,
    /// The name of the present unit.
    pub(super) unit: Option<String>,
    /// `member`, `in_transit`, `left`.
    pub(super) status: String,
}

/// A paper that says why.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    /// Its number, such as `12/QĐ-LĐLĐ`.
    pub(super) number: String,
    /// Its day, ISO.
    pub(super) issued_on: Option<String>,
    /// Who issued it.
    pub(super) issuer: Option<String>,
}

/// Somebody to be admitted.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Admission {
    /// The unit's code.
    pub(super) unit: String,
    /// Full name, as on the identity card.
    pub(super) name: String,
    /// `nam` or `nu`.
    pub(super) sex: Option<String>,
    /// `1990`, `1990-05` or `1990-05-17`.
    pub(super) birth: Option<String>,
    /// The identity number, twelve digits; kept encrypted.
    pub(super) cccd: Option<String>,
    /// The day of the admission, ISO.
    pub(super) on: String,
    /// The decision.
    pub(super) document: Option<Paper>,
}

/// What happened to a member.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberEvent {
    /// `recognised`, `restored`, `transferred`, `sent`, `received`, `returned`, `left`, `corrected`.
    pub(super) kind: String,
    /// The code of the unit where it happened; for a transfer, the unit left.
    pub(super) unit: String,
    /// The day, ISO.
    pub(super) on: String,
    /// The code of the unit at the other end of a transfer.
    pub(super) other: Option<String>,
    /// Why a member left: `retired`, `job_ended`, `own_wish`, `died`, `expelled`, `abroad`, `other`.
    pub(super) reason: Option<String>,
    /// The paper.
    pub(super) document: Option<Paper>,
}

/// What was recorded.
#[derive(Serialize, JsonSchema)]
pub(super) struct Recorded {
    /// The id of the record.
    pub(super) id: String,
}

/// What came of taking a report package in.
#[derive(Serialize, JsonSchema)]
pub(super) struct TakenIn {
    /// The id of the package in these books.
    pub(super) id: String,
    /// `first`, `supersedes` an earlier version, `older` than one taken in before, or `known`: nothing was written.
    pub(super) standing: String,
}

/// A unit to be founded.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Founding {
    /// A short code: small letters, digits, hyphens.
    pub(super) code: String,
    /// Its name in full.
    pub(super) name: String,
    /// The code of its kind: `cdcs` for a grassroots union; a wrong one is refused with the list.
    pub(super) kind: String,
    /// The code of its block, such as `dn_ngoai_nn`; a wrong one is refused with the list.
    pub(super) block: String,
    /// The code of the unit that manages it.
    pub(super) manager: String,
    /// The day of the founding, ISO.
    pub(super) on: String,
    /// Members at the founding.
    pub(super) members: Option<i64>,
    /// The decision.
    pub(super) document: Paper,
}

/// One target.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Target {
    /// The indicator's code.
    pub(super) indicator: String,
    /// How much is asked; `null` takes the target back.
    pub(super) value: Option<i64>,
}

/// Targets of a unit and a period, by one decision.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Targets {
    /// `2021`, `2021-H1`, `2021-Q2`, `2021-06` or `2021-01-01..2021-05-31`.
    pub(super) period: String,
    /// The targets.
    pub(super) targets: Vec<Target>,
    /// The decision.
    pub(super) document: Paper,
}

/// How many were written.
#[derive(Serialize, JsonSchema)]
pub(super) struct Written {
    /// How many.
    pub(super) written: usize,
}

/// Why a request was not carried out (RFC 9457).
#[derive(Serialize, JsonSchema)]
pub(super) struct Problem {
    /// A stable name of the problem.
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// What is wrong, one sentence.
    pub(super) title: String,
    /// The status of HTTP.
    pub(super) status: u16,
    /// What to do next.
    pub(super) detail: String,
    /// The stable code, the same as on pages and at the terminal.
    pub(super) code: String,
}
