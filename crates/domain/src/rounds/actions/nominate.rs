//! Beginning a nomination, taking it back from above, taking it out.

use kernel::{Actor, Block, Day, Id, Refusal};

use super::{higher, place};
use crate::awards::{self, Subject};
use crate::books::Batch;
use crate::rounds::known_store;
use crate::rounds::model::{NewNomination, Priority, State, Step};
use crate::rounds::store::{self, Found, NewStep};
use crate::rounds::{read_store, rules};
use crate::{App, Result, units};

/// Begins a nomination at a unit that was called, or stands under one. Gives back its id.
pub fn nominate(app: &App, actor: &Actor, new: &NewNomination) -> Result<Id> {
    app.write(actor, "rounds.nominate", "Lập hồ sơ đề nghị khen", |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        let head = read_store::find_head(batch.reader()?, federation, new.round)?;
        let lines = read_store::awards(batch.reader()?, federation, new.round)?;
        let line = rules::check_nomination(new, &lines)?;
        let (unit, rung) = place::on_rung(batch.reader()?, federation, new.unit)?;
        units::must_be_open(&unit, today)?;
        batch.must_reach(new.unit)?;
        if rung > line.level {
            let message = format!("{} cao hơn cấp quyết định khen thưởng này", unit.name);
            return Err(
                Refusal::new("above_decision", message, "Lập hồ sơ ở đơn vị cấp dưới").into()
            );
        }
        let chain = place::chain_of(batch.reader()?, federation, new.unit, today)?;
        let call = read_store::call_of(batch.reader()?, federation, (new.round, &chain))?;
        let call = call.ok_or_else(|| not_called(&unit.name))?;
        rules::must_be_in_time(call.due_on, head.is_closed, today)?;
        if known_store::count(batch.reader()?, federation, new.round)? >= rules::NOMINATIONS_MAX {
            let message = format!("Đợt xét đã có {} hồ sơ", rules::NOMINATIONS_MAX);
            return Err(Refusal::new("round_full", message, "Mở đợt khác cho số còn lại").into());
        }
        let found = find(batch, new, (line.level, call.top), today)?;
        must_be_new(batch, new, &found)?;
        higher::must_be_allowed(batch, new, (&lines, line.level), &found.named)?;
        let id = store::append_nomination(batch, new, &found, today)?;
        let step = NewStep {
            unit: new.unit,
            step: Step::Nominated,
            holder: Some(new.unit),
            level: rung,
            on: today,
            document: None,
            opening: None,
            commendation: None,
            session: None,
            votes: None,
            note: None,
        };
        store::append_step(batch, (new.round, id), &step)?;
        batch.answers(id);
        Ok(id)
    })
}

fn not_called(name: &str) -> Refusal {
    Refusal::new(
        "not_called",
        format!("{name} không được gọi trong đợt xét này"),
        "Xem danh sách đơn vị được gọi ở trang của đợt",
    )
}

/// Who is nominated, as the books name them today, and what speaks for going first.
fn find(
    batch: &mut Batch<'_, '_>,
    new: &NewNomination,
    (level, called): (awards::Level, Id),
    today: Day,
) -> Result<Found> {
    let federation = batch.federation();
    let stretch = place::stretch_of(batch.reader()?, federation, new.of_unit, today)?;
    let stretch = stretch.filter(|stretch| stretch.chain.contains(&new.unit)).ok_or_else(|| {
        Refusal::new(
            "not_of_unit",
            "Người, tập thể được đề nghị không thuộc đơn vị lập hồ sơ",
            "Chọn trong đơn vị mình và các đơn vị trực thuộc",
        )
    })?;
    let mut names = std::collections::HashMap::new();
    let unit_named = awards::unit_named(batch, new.of_unit, today, &mut names)?;
    let mut priority = Vec::new();
    let named = match (new.subject, new.person) {
        (Subject::Person, Some(person)) => {
            if known_store::is_woman(batch.reader()?, federation, person)? {
                priority.push(Priority::Woman.code());
            }
            awards::member_named(batch, person, new.of_unit, today)?
        }
        _ => new.named.as_deref().map_or_else(|| unit_named.clone(), |name| name.trim().to_owned()),
    };
    let block = stretch.class.block;
    let is_non_state =
        matches!(block, Block::PrivateEnterprise | Block::ForeignInvested | Block::Cooperative);
    if is_non_state {
        priority.push(Priority::NonState.code());
    }
    Ok(Found { level, called, named, unit_named, block: block.code(), priority })
}

/// Nobody stands twice for one award in a round.
fn must_be_new(batch: &mut Batch<'_, '_>, new: &NewNomination, found: &Found) -> Result<()> {
    let federation = batch.federation();
    let ids = known_store::same(batch.reader()?, federation, new, &found.named)?;
    for known in known_store::load_many(batch.reader()?, federation, &ids)? {
        let goes_beyond = new.after == Some(known.id) && known.standing.state == State::Refused;
        if known.standing.state != State::Withdrawn && !goes_beyond {
            let message = format!(
                "{} đã có hồ sơ {} trong đợt này: {}",
                found.named,
                awards::award_name(&new.award),
                known.standing.state.name().vi
            );
            return Err(Refusal::new("already_nominated", message, "Mở hồ sơ đã có").into());
        }
    }
    Ok(())
}

/// Takes a file back from the rung above, which has not finished appraising it.
pub fn recall(app: &App, actor: &Actor, nomination: Id) -> Result<()> {
    app.write(actor, "rounds.send", "Rút hồ sơ về để sửa", |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        let known = known_store::load(batch.reader()?, federation, nomination)?;
        rules::must_stand_so(&known.standing, &[State::Sent])?;
        let sender = known.standing.senders.last().copied().unwrap_or(known.unit);
        batch.must_reach(sender)?;
        let (_, level) = place::on_rung(batch.reader()?, federation, sender)?;
        take_proposal_out(batch, nomination, "Rút hồ sơ về để sửa")?;
        let step = NewStep {
            holder: Some(sender),
            level,
            ..NewStep::staying(&known.standing, sender, Step::Recalled, today)
        };
        store::append_step(batch, (known.round, nomination), &step).map(drop)
    })
}

/// Takes a nomination out, by the unit that nominated, until it is decided.
pub fn withdraw(app: &App, actor: &Actor, nomination: Id, why: &str) -> Result<()> {
    app.write(actor, "rounds.nominate", "Rút đề nghị khen", |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        rules::must_say(why, "lý do", rules::SAYS_MAX)?;
        let known = known_store::load(batch.reader()?, federation, nomination)?;
        batch.must_reach(known.unit)?;
        if known.standing.state.is_over() {
            rules::must_stand_so(&known.standing, &[State::Drafted])?;
        }
        take_proposal_out(batch, nomination, why)?;
        let step = NewStep {
            note: Some(why),
            ..NewStep::staying(&known.standing, known.unit, Step::Withdrawn, today)
        };
        store::append_step(batch, (known.round, nomination), &step).map(drop)
    })
}

/// What was recorded as proposed is taken out again.
pub(super) fn take_proposal_out(
    batch: &mut Batch<'_, '_>,
    nomination: Id,
    why: &str,
) -> Result<()> {
    let federation = batch.federation();
    let why: String = why.chars().take(400).collect();
    match known_store::proposal(batch.reader()?, federation, nomination)? {
        Some(proposal) => awards::withdraw_in(batch, proposal, &why),
        None => Ok(()),
    }
}
