//! Sending files to the rung above: by the unit that nominates, with the verdict of the day; by a rung that is done with
//! them, with its submission.

use std::collections::{BTreeMap, HashMap};

use kernel::{Actor, Day, Id, Refusal};

use super::{higher, judge, place};
use crate::awards::{self, Level, NewCommendation, NewHonour, Stage};
use crate::books::Batch;
use crate::eligibility::Explained;
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::{Outcome, State, Step};
use crate::rounds::rules::Counted;
use crate::rounds::store::{self, NewStep};
use crate::rounds::told::Round;
use crate::rounds::{file_store, read_store, rules};
use crate::units::{self, UnitState};
use crate::{App, Result, documents, people};

/// Sends files up from the unit that holds them; `why` answers a verdict that speaks against somebody.
pub fn send(app: &App, actor: &Actor, up: &Outcome, why: Option<&str>) -> Result<()> {
    must_name_some(&up.nominations)?;
    let judged = judge_own(app, actor, up)?;
    app.write(actor, "rounds.send", "Trình hồ sơ đề nghị khen", |batch| {
        batch.not_in_the_future(up.on)?;
        let federation = batch.federation();
        batch.must_reach(up.unit)?;
        let (unit, rung) = place::on_rung(batch.reader()?, federation, up.unit)?;
        let document =
            up.document.as_ref().map(|paper| documents::find_or_add(batch, paper)).transpose()?;
        let mut proposed: BTreeMap<(Level, i64), Vec<NewHonour>> = BTreeMap::new();
        let mut proposed_to = HashMap::new();
        for id in unique(&up.nominations) {
            let known = known_store::load(batch.reader()?, federation, id)?;
            let round = read_store::find(batch.reader()?, federation, known.round)?;
            let told = judged.get(&id).and_then(Option::as_ref);
            must_go(batch, (up, &known, &round), rung).map_err(|error| named(error, &known))?;
            if known.unit == up.unit {
                let verdict = judge::kept(told, (up.on, round.head.years.1), why);
                let state = told.map_or(::rules::State::NoRule, |told| told.verdict.state);
                rules::must_say_why(state, why).map_err(|refusal| named(refusal.into(), &known))?;
                file_store::append_verdict(batch, (id, up.unit), verdict)?;
            }
            let (next, level) = next_for(batch, &known, (up.unit, rung))?;
            if rung > Level::Grassroots
                && level >= known.level
                && known_store::proposal(batch.reader()?, federation, id)?.is_none()
            {
                let key = (known.level, round.head.id.0);
                proposed.entry(key).or_default().push(honour_of(batch, &known, up.on)?);
                proposed_to.insert(key, (next.as_ref().map(|unit| unit.name.clone()), round));
            }
            let step = NewStep {
                holder: next.map(|unit| unit.id),
                level,
                document,
                ..NewStep::staying(&known.standing, up.unit, Step::Sent, up.on)
            };
            store::append_step(batch, (known.round, id), &step)?;
        }
        for (key, lines) in proposed {
            let Some((to, round)) = proposed_to.remove(&key) else { continue };
            propose(batch, (up, &unit), (key.0, to, &round), lines)?;
        }
        Ok(())
    })
}

/// So many at once, each once.
pub(super) fn unique(ids: &[Id]) -> Vec<Id> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// At least one, and no more than a decision has lines.
pub(super) fn must_name_some(ids: &[Id]) -> Result<(), Refusal> {
    if (1..=rules::NOMINATIONS_MAX as usize).contains(&ids.len()) {
        return Ok(());
    }
    Err(Refusal::new("nothing_chosen", "Chưa chọn hồ sơ nào", "Đánh dấu ít nhất một hồ sơ"))
}

/// A refusal that says whose file it is about.
pub(super) fn named(error: crate::Error, known: &Known) -> crate::Error {
    match error {
        crate::Error::Refused(refusal) => {
            Refusal { message: format!("{}: {}", known.named, refusal.message), ..refusal }.into()
        }
        other => other,
    }
}

/// The verdicts on those whom this unit itself nominates, before anything is written.
fn judge_own(app: &App, actor: &Actor, up: &Outcome) -> Result<HashMap<Id, Option<Explained>>> {
    let ids = unique(&up.nominations);
    let (known, rounds) = app.db.read(|tx| {
        app.must_reach(tx, actor, "rounds.send", up.unit, app.today())?;
        let known = known_store::load_many(tx, app.federation, &ids)?;
        let mut rounds: Vec<Id> = known.iter().map(|each| each.round).collect();
        rounds.sort_unstable();
        rounds.dedup();
        Ok::<_, crate::Error>((known, read_store::heads(tx, app.federation, &rounds)?))
    })?;
    let last_year = |round: Id| {
        let head = rounds.iter().find(|head| head.id == round);
        head.map_or(i64::MAX, |head| head.years.1)
    };
    let own = known.into_iter().filter(|each| each.unit == up.unit);
    own.map(|each| {
        let asked = (&*each.award, last_year(each.round));
        let told = judge::preview(app, actor, asked, (each.subject, each.of_unit, each.person))?;
        Ok((each.id, told))
    })
    .collect()
}

/// Whether a file may go up from here now.
fn must_go(
    batch: &mut Batch<'_, '_>,
    (up, known, round): (&Outcome, &Known, &Round),
    rung: Level,
) -> Result<()> {
    let federation = batch.federation();
    let standing = &known.standing;
    rules::must_hold(standing, up.unit)?;
    place::must_follow(known, up.on)?;
    if standing.is_outside() {
        let remedy = "Ghi kết quả của cấp trên khi có văn bản";
        return Err(Refusal::new("held_elsewhere", "Hồ sơ đã ở ngoài sổ này", remedy).into());
    }
    if rung >= known.level {
        let message = "Khen thưởng này do chính cấp đang giữ hồ sơ quyết định";
        return Err(Refusal::new("decided_here", message, "Ghi quyết định ở cấp này").into());
    }
    if matches!(standing.state, State::Drafted | State::Returned) {
        let checklist = place::checklist_of(&round.awards, &known.award);
        let place = (known.id, standing);
        let items = file_store::items(batch.reader()?, federation, place, &checklist)?;
        rules::must_be_whole(&file_store::filled(&items))?;
    }
    let asks = (&*round.awards, round.comment_level);
    let before = place::before(batch.reader()?, federation, known, asks)?;
    match standing.state {
        // What was sent from here before had its outcome here before.
        State::Returned => {}
        State::Drafted if !before.council && !before.comment => {}
        State::Drafted => {
            let remedy = "Khóa hồ sơ để lấy ý kiến, họp hội đồng ở đơn vị trước khi trình";
            return Err(Refusal::new(
                "not_complete",
                "Hồ sơ còn phải qua hội đồng hoặc lấy ý kiến ở đơn vị",
                remedy,
            )
            .into());
        }
        _ => rules::must_be_ripe(standing, before, up.on)?,
    }
    if standing.state != State::Returned && (known.unit == up.unit || known.called == up.unit) {
        must_be_called_for(batch, known, (up.unit, round))?;
    }
    if known.called == up.unit {
        must_fit(batch, known, round)?;
    }
    Ok(())
}

/// The call has not ended.
fn must_be_called_for(
    batch: &mut Batch<'_, '_>,
    known: &Known,
    (unit, round): (Id, &Round),
) -> Result<()> {
    let (federation, today) = (batch.federation(), batch.app.today());
    let chain = place::chain_of(batch.reader()?, federation, unit, today)?;
    let call = read_store::call_of(batch.reader()?, federation, (known.round, &chain))?;
    let due_on = call.map_or(round.head.due_on, |call| call.due_on);
    Ok(rules::must_be_in_time(due_on, round.head.is_closed, today)?)
}

/// The quotas of the called unit have room for one more.
fn must_fit(batch: &mut Batch<'_, '_>, known: &Known, round: &Round) -> Result<()> {
    if round.quotas.is_empty() {
        return Ok(());
    }
    let federation = batch.federation();
    let place = (known.round, known.called);
    let all = known_store::of_called(batch.reader()?, federation, place)?;
    let there: Vec<Counted<'_>> = all
        .iter()
        .filter(|each| each.standing.state != State::Withdrawn)
        .filter(|each| each.standing.senders.contains(&known.called))
        .map(counted)
        .collect();
    Ok(rules::must_fit_quotas(&round.quotas, counted(known), &there)?)
}

fn counted(known: &Known) -> Counted<'_> {
    Counted { called: known.called, award: &known.award, block: &known.block }
}

/// Where a file goes: the unit above, or past the one that refused before.
fn next_for(
    batch: &mut Batch<'_, '_>,
    known: &Known,
    (unit, rung): (Id, Level),
) -> Result<(Option<UnitState>, Level)> {
    let (federation, today) = (batch.federation(), batch.app.today());
    let from = match higher::refuser_of(batch, known.id)? {
        Some(refused) if refused.standing.level >= rung => match refused.standing.holder {
            Some(refuser) => (refuser, refused.standing.level),
            None => return Ok((None, refused.level.max(known.level))),
        },
        _ => (unit, rung),
    };
    place::next_of(batch.reader()?, federation, from, today)
}

/// The line a paper of a day has of a nomination. Who changed unions since stands on it where they are on that day, and by
/// the record that is kept where two became one.
pub(super) fn honour_of(batch: &mut Batch<'_, '_>, known: &Known, on: Day) -> Result<NewHonour> {
    let is_unit = known.person.is_none() && known.named == known.unit_named;
    let (mut person, mut of_unit) = (known.person, known.of_unit);
    if let Some(nominated) = person {
        let federation = batch.federation();
        let kept = people::kept_of(batch.reader()?, federation, &[nominated])?;
        let stands = kept.get(&nominated).copied().unwrap_or(nominated);
        of_unit = awards::unit_on(batch, stands, on)?.unwrap_or(of_unit);
        person = Some(stands);
    } else {
        must_stand(batch, known, on)?;
    }
    Ok(NewHonour {
        subject: known.subject,
        person,
        named: (known.person.is_none() && !is_unit).then(|| known.named.clone()),
        achievement: Some(known.achievement.clone()),
        nomination: Some(known.id),
        ..NewHonour::of_unit(&known.award, of_unit)
    })
}

/// A collective stands on the day of the paper: no text that was read says how one is honoured that ended before.
fn must_stand(batch: &mut Batch<'_, '_>, known: &Known, on: Day) -> Result<()> {
    let federation = batch.federation();
    let unit = units::load(batch.reader()?, federation, known.of_unit)?;
    let Some(ended) = unit.ended_on.filter(|ended| on >= *ended) else { return Ok(()) };
    let named = units::successors(batch.reader()?, federation, unit.id, ended)?;
    let part = if known.named == known.unit_named { "" } else { &*known.named };
    let dash = if part.is_empty() { "" } else { ": " };
    let mut message = format!("{part}{dash}{} đã kết thúc ngày {}", unit.name, ended.vi());
    let mut remedy = "Nếu văn bản ký trước ngày ấy thì ghi đúng ngày ký; nếu không thì rút hồ sơ kèm lý do ở đơn vị lập hồ sơ"
        .to_owned();
    if !named.is_empty() {
        message.push_str(&format!(", đoàn viên về {}", named.join(", ")));
        remedy.push_str(", rồi đề nghị đơn vị kế tiếp trong một đợt còn nhận hồ sơ");
    }
    Err(Refusal::new("unit_not_open", message, remedy).into())
}

/// Records the submission to the level that decides, so that it counts as proposed.
fn propose(
    batch: &mut Batch<'_, '_>,
    (up, unit): (&Outcome, &UnitState),
    (level, to, round): (Level, Option<String>, &Round),
    lines: Vec<NewHonour>,
) -> Result<()> {
    let Some(document) = up.document.clone() else {
        let remedy = "Ghi số và ngày của tờ trình";
        return Err(Refusal::new(
            "document_missing",
            "Trình cấp quyết định cần số tờ trình",
            remedy,
        )
        .into());
    };
    let new = NewCommendation {
        unit: unit.id,
        stage: Stage::Proposed,
        level,
        decided_by: to.unwrap_or_else(|| level.name().vi.to_owned()),
        proposed_by: Some(unit.name.clone()),
        presented_by: None,
        presented_on: None,
        document,
        on: up.on,
        year: round.head.years.1 as i16,
        title: round.head.name.clone(),
        emulation: None,
        lines,
    };
    awards::commend_in(batch, &new).map(drop)
}
