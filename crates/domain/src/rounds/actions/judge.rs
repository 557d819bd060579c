//! What the rules say of somebody who is nominated: shown before, kept when the file is sent.

use kernel::{Actor, Day, Id};

use crate::awards::Subject;
use crate::eligibility::{self, Explained};
use crate::rounds::file_store::NewVerdict;
use crate::{App, Result};

/// The verdict on a person or a unit for an award by the rules of today, for merit of the last year that a round looks at
/// (this year, where the round goes on); none where no rule of the catalogue is for it, such as for
/// public praise, or for a part of a unit that the books do not know by itself.
pub fn preview(
    app: &App,
    actor: &Actor,
    (award, last): (&str, i64),
    (subject, unit, person): (Subject, Id, Option<Id>),
) -> Result<Option<Explained>> {
    app.allow(actor, "rounds.nominate")?;
    if app.catalogue().by_code(award).is_none() {
        return Ok(None);
    }
    let today = app.today();
    let when = (today, i16::try_from(last).unwrap_or(i16::MAX).min(today.year()));
    match (subject, person) {
        (Subject::Person, Some(person)) => {
            eligibility::explain_year(app, actor, person, award, when).map(Some)
        }
        (Subject::Person, None) => Ok(None),
        (Subject::Collective, _) => {
            eligibility::explain_unit_year(app, actor, unit, award, when).map(Some)
        }
    }
}

/// A verdict as it is kept.
pub(super) fn kept(
    told: Option<&Explained>,
    (today, last): (Day, i64),
    why: Option<&str>,
) -> NewVerdict {
    let why = why.map(str::trim).filter(|why| !why.is_empty()).map(str::to_owned);
    let Some(verdict) = told.map(|told| &told.verdict) else {
        return NewVerdict {
            on: today,
            year: last.min(i64::from(today.year())),
            state: ::rules::State::NoRule.code(),
            rules: String::new(),
            why,
            findings: Vec::new(),
        };
    };
    let rules: Vec<String> = verdict
        .rules
        .iter()
        .map(|rule| format!("{} ({}, {})", rule.code, rule.source, rule.lasts))
        .collect();
    let findings = verdict.findings.iter().map(|each| {
        let used: Vec<&str> = each.used.traces.iter().map(|trace| &*trace.says).collect();
        let (says, clause) = (each.says.clone(), each.clause.to_string());
        let missing: Vec<&str> = each.used.missing.iter().map(|name| meaning(name)).collect();
        let answer = match each.answer {
            ::rules::Answer::Met => "met",
            ::rules::Answer::NotMet => "not_met",
            ::rules::Answer::NeedsEvidence => "needs_evidence",
        };
        (says, clause, answer, each.decides, used.join("; "), missing.join("; "))
    });
    NewVerdict {
        on: verdict.on,
        year: i64::from(verdict.year),
        state: verdict.state.code(),
        rules: rules.join("; "),
        why,
        findings: findings.collect(),
    }
}

/// A fact in the words of its list.
fn meaning(name: &str) -> &str {
    match name {
        "awards" => "danh sách khen thưởng đã nhận",
        "grades" => "xếp loại của các năm ấy",
        "initiatives" => "danh sách sáng kiến được công nhận",
        _ => ::rules::Fact::from_name(name).map_or(name, |fact| fact.asked().vi),
    }
}
