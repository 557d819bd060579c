//! The seam to the council: which files wait for its vote, and what it came to.

use db::Tx;
use kernel::{Day, Id, Refusal};

use crate::Result;
use crate::books::Batch;
use crate::rounds::known_store;
use crate::rounds::model::{CouncilOutcome, ForCouncil, State, Step};
use crate::rounds::store::{self, NewStep};
use crate::rounds::{read_store, rules};

/// The nominations of a round that were appraised at a rung where a council votes, and have not been voted on there.
pub fn ready_for_council(tx: &mut Tx<'_>, federation: Id, round: Id) -> Result<Vec<ForCouncil>> {
    let awards = read_store::awards(tx, federation, round)?;
    let ids = known_store::appraised(tx, federation, round)?;
    let known = known_store::load_many(tx, federation, &ids)?;
    let told = known.into_iter().filter_map(|each| {
        let line = awards.iter().find(|line| line.award == each.award)?;
        let rung = each.standing.level;
        let waits = each.standing.state == State::Accepted && line.council.contains(&rung);
        Some(ForCouncil {
            nomination: each.id,
            round: each.round,
            holder: each.standing.holder.filter(|_| waits)?,
            award: each.award,
            level: each.level,
            subject: each.subject,
            person: each.person,
            named: each.named,
            unit: each.of_unit,
            unit_named: each.unit_named,
            rung,
        })
    });
    Ok(told.collect())
}

/// Notes what a council came to about a nomination, within the batch that closes its session. The vote is about the file
/// as it was appraised when `ballot` was opened by the council of `unit`; one mended since, or gone to another rung, is
/// voted on again. It was answered on the day of the session, whenever that is entered.
pub fn council_answered(
    batch: &mut Batch<'_, '_>,
    nomination: Id,
    outcome: &CouncilOutcome,
    ((session, held_on), unit, ballot): ((Id, Day), Id, Id),
) -> Result<()> {
    let (federation, today) = (batch.federation(), batch.app.today());
    let known = known_store::load(batch.reader()?, federation, nomination)?;
    rules::must_stand_so(&known.standing, &[State::Accepted])?;
    let Some(holder) = known.standing.holder.filter(|holder| *holder == unit) else {
        let remedy = "Mở trang hồ sơ để xem đơn vị nào đang giữ";
        return Err(Refusal::new("held_elsewhere", "Hồ sơ này đang ở đơn vị khác", remedy).into());
    };
    let steps = known_store::steps_of(batch.reader()?, federation, nomination)?;
    let appraised =
        steps.iter().rev().find(|told| matches!(told.step, Step::Accepted | Step::Reconsidered));
    if appraised.is_some_and(|told| told.id > ballot) {
        let message = "Hồ sơ đã được thẩm định lại sau khi hội đồng bỏ phiếu";
        let remedy = "Đưa hồ sơ vào chương trình một phiên họp khác";
        return Err(Refusal::new("appraised_again", message, remedy).into());
    }
    let note: Option<String> =
        outcome.reason.as_ref().map(|reason| reason.chars().take(rules::SAYS_MAX).collect());
    let step = if outcome.passed { Step::Passed } else { Step::Failed };
    let on = held_on.min(today).max(known.standing.told_on);
    let step = NewStep {
        session: Some(session),
        votes: Some((outcome.votes_for, outcome.denominator)),
        note: note.as_deref(),
        ..NewStep::staying(&known.standing, holder, step, on)
    };
    store::append_step(batch, (known.round, nomination), &step).map(drop)
}
