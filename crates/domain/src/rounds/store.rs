//! The SQL of what rounds and nominations write.
//!
//! What an action must know before it writes is in `known_store`.

use db::values;
use kernel::{Day, Id, Refusal};

use super::model::{NewNomination, NewRound, Quota, RoundStep, Step};
use super::standing::Standing;
use crate::Result;
use crate::awards::Level;
use crate::books::{Batch, schema};

/// The refusal of an id that leads nowhere.
pub(super) fn unknown_round() -> Refusal {
    Refusal::new("unknown_round", "Sổ không có đợt xét này", "Tìm lại trong danh sách đợt xét")
}

/// The same for a nomination.
pub(super) fn unknown_nomination() -> Refusal {
    Refusal::new(
        "unknown_nomination",
        "Sổ không có hồ sơ đề nghị này",
        "Mở lại đợt xét để tìm hồ sơ",
    )
}

/// Writes a round with all that is stated of it.
pub(super) fn append_round(
    batch: &mut Batch<'_, '_>,
    new: &NewRound,
    (document, today): (Option<Id>, Day),
) -> Result<Id> {
    let trimmed = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let row = values![
        new.unit,
        new.sort.code(),
        new.name.trim().to_owned(),
        i64::from(new.years.0),
        i64::from(new.years.1),
        today,
        new.due_on,
        document,
        new.comment_days,
        new.comment_level.map(Level::code),
        trimmed(&new.note)
    ];
    let round = batch.append(&schema::ROUND, row)?;
    for (place, line) in new.awards.iter().enumerate() {
        let council: Vec<&str> = line.council.iter().map(|level| level.code()).collect();
        let (award, level) = (line.award.clone(), line.level.code());
        let row = values![
            round,
            new.unit,
            place as i64 + 1,
            award,
            level,
            council.join(" "),
            trimmed(&line.higher_by)
        ];
        batch.append(&schema::ROUND_AWARD, row)?;
        for (place, item) in line.items.iter().enumerate() {
            let row = values![
                round,
                new.unit,
                line.award.clone(),
                item.code.clone(),
                place as i64 + 1,
                item.sort.code(),
                item.title.trim().to_owned(),
                i64::from(item.needed),
                item.source.clone()
            ];
            batch.append(&schema::ROUND_ITEM, row)?;
        }
    }
    for quota in &new.quotas {
        append_quota(batch, (round, new.unit), quota)?;
    }
    for (place, rule) in new.priorities.iter().enumerate() {
        let row = values![round, new.unit, place as i64 + 1, rule.sort.code(), trimmed(&rule.says)];
        batch.append(&schema::ROUND_PRIORITY, row)?;
    }
    Ok(round)
}

/// Writes a quota of a round.
pub(super) fn append_quota(
    batch: &mut Batch<'_, '_>,
    (round, unit): (Id, Id),
    quota: &Quota,
) -> Result<Id> {
    let block = quota.block.map(kernel::Block::code);
    let row = values![round, unit, quota.called, quota.award.clone(), block, quota.at_most];
    batch.append(&schema::ROUND_QUOTA, row)
}

/// Writes that a unit is called, or no longer.
pub(super) fn append_call(
    batch: &mut Batch<'_, '_>,
    (round, caller): (Id, Id),
    called: Id,
    due_on: Day,
    withdrawn: bool,
) -> Result<Id> {
    let row = values![round, caller, called, due_on, i64::from(withdrawn)];
    batch.append(&schema::ROUND_CALL, row)
}

/// Writes what was done with a round.
pub(super) fn append_round_step(
    batch: &mut Batch<'_, '_>,
    (round, unit): (Id, Id),
    step: RoundStep,
    due_on: Day,
    note: Option<&str>,
) -> Result<Id> {
    let row = values![round, unit, step.code(), due_on, note.map(|note| note.trim().to_owned())];
    batch.append(&schema::ROUND_STEP, row)
}

/// What was found of somebody nominated before it is written.
pub(super) struct Found {
    pub(super) level: Level,
    pub(super) called: Id,
    pub(super) named: String,
    pub(super) unit_named: String,
    pub(super) block: &'static str,
    pub(super) priority: Vec<&'static str>,
}

/// Writes a nomination.
pub(super) fn append_nomination(
    batch: &mut Batch<'_, '_>,
    new: &NewNomination,
    found: &Found,
    today: Day,
) -> Result<Id> {
    let key = vietnamese::fold::fold(&format!("{} {}", found.named, found.unit_named));
    let row = values![
        new.round,
        new.unit,
        found.called,
        new.award.clone(),
        found.level.code(),
        new.subject.code(),
        new.of_unit,
        new.person,
        found.named.clone(),
        found.unit_named.clone(),
        key,
        found.block,
        found.priority.join(" "),
        new.achievement.trim().to_owned(),
        new.after,
        today
    ];
    batch.append(&schema::NOMINATION, row)
}

/// A step to be written: what, done where, who holds the file after it, on which rung.
pub(super) struct NewStep<'s> {
    pub(super) unit: Id,
    pub(super) step: Step,
    pub(super) holder: Option<Id>,
    pub(super) level: Level,
    pub(super) on: Day,
    pub(super) document: Option<Id>,
    pub(super) opening: Option<Id>,
    pub(super) commendation: Option<Id>,
    pub(super) session: Option<Id>,
    pub(super) votes: Option<(i64, i64)>,
    pub(super) note: Option<&'s str>,
}

impl NewStep<'_> {
    /// A step after which the file lies where it lay.
    pub(super) fn staying(standing: &Standing, unit: Id, step: Step, on: Day) -> Self {
        Self {
            unit,
            step,
            holder: standing.holder,
            level: standing.level,
            on,
            document: None,
            opening: None,
            commendation: None,
            session: None,
            votes: None,
            note: None,
        }
    }
}

/// Writes a step.
pub(super) fn append_step(
    batch: &mut Batch<'_, '_>,
    (round, nomination): (Id, Id),
    new: &NewStep<'_>,
) -> Result<Id> {
    let note = new.note.map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    let row = values![
        nomination,
        round,
        new.unit,
        new.step.code(),
        new.holder,
        new.level.code(),
        new.on,
        new.document,
        new.opening,
        new.commendation,
        new.session,
        new.votes.map(|(votes, _)| votes),
        new.votes.map(|(_, all)| all),
        note
    ];
    batch.append(&schema::NOMINATION_STEP, row)
}
