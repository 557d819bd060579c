//! The outcome of a rung: a decision, recorded as an honour; a refusal; what a level outside these books did.

use std::collections::BTreeMap;

use kernel::{Actor, Day, Id, Refusal};

use super::{place, send};
use crate::awards::{self, Level, NewCommendation, NewHonour, Stage};
use crate::books::Batch;
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::{Decision, Outcome, Step};
use crate::rounds::store::{self, NewStep};
use crate::rounds::told::Round;
use crate::rounds::{read_store, rules};
use crate::{App, Result, documents};

/// Records that files were decided: here, or at a level outside these books to which they went from here. Each award
/// level is a paper of its own; gives back what `awards` recorded.
pub fn decide(app: &App, actor: &Actor, what: &Outcome, told: &Decision) -> Result<Vec<Id>> {
    send::must_name_some(&what.nominations)?;
    app.write(actor, "rounds.decide", "Quyết định khen thưởng của đợt xét", |batch| {
        let document = what.document.clone().ok_or_else(document_missing)?;
        let paper = documents::find_or_add(batch, &document)?;
        let mut lists: BTreeMap<(Level, i64), (Round, Vec<Known>)> = BTreeMap::new();
        for id in send::unique(&what.nominations) {
            let (known, round) = ripe(batch, what, id)?;
            must_be_competent(batch, &known, what.unit)
                .map_err(|error| send::named(error, &known))?;
            let key = (known.level, round.head.id.0);
            lists.entry(key).or_insert_with(|| (round, Vec::new())).1.push(known);
        }
        let mut written = Vec::new();
        for ((level, _), (round, known)) in lists {
            let mut lines = Vec::with_capacity(known.len());
            for each in &known {
                let federation = batch.federation();
                let answers = known_store::proposal(batch.reader()?, federation, each.id)?;
                lines.push(NewHonour { answers, ..send::honour_of(batch, each, what.on)? });
            }
            let new = NewCommendation {
                unit: what.unit,
                stage: Stage::Decided,
                level,
                decided_by: told.decided_by.clone(),
                proposed_by: None,
                presented_by: told.presented_by.clone(),
                presented_on: told.presented_on,
                document: document.clone(),
                on: what.on,
                year: round.head.years.1 as i16,
                title: told.title.clone(),
                emulation: None,
                lines,
            };
            let commendation = awards::commend_in(batch, &new)?;
            for each in &known {
                let step = NewStep {
                    document: Some(paper),
                    commendation: Some(commendation),
                    ..NewStep::staying(&each.standing, what.unit, Step::Decided, what.on)
                };
                store::append_step(batch, (each.round, each.id), &step)?;
            }
            written.push(commendation);
        }
        Ok(written)
    })
}

fn document_missing() -> Refusal {
    Refusal::new("document_missing", "Quyết định khen cần số văn bản", "Ghi số và ngày quyết định")
}

/// A file that this unit may give an outcome to on that day.
fn ripe(batch: &mut Batch<'_, '_>, what: &Outcome, id: Id) -> Result<(Known, Round)> {
    let federation = batch.federation();
    batch.not_in_the_future(what.on)?;
    batch.must_reach(what.unit)?;
    let known = known_store::load(batch.reader()?, federation, id)?;
    let round = read_store::find(batch.reader()?, federation, known.round)?;
    let asks = (&*round.awards, round.comment_level);
    let before = place::before(batch.reader()?, federation, &known, asks)?;
    let passes = rules::must_hold(&known.standing, what.unit)
        .and_then(|()| place::must_follow(&known, what.on))
        .and_then(|()| rules::must_be_ripe(&known.standing, before, what.on));
    passes.map_err(|refusal| send::named(refusal.into(), &known))?;
    Ok((known, round))
}

/// Nobody decides what only a higher level can.
fn must_be_competent(batch: &mut Batch<'_, '_>, known: &Known, unit: Id) -> Result<()> {
    let federation = batch.federation();
    let rung = match known.standing.holder {
        Some(_) => place::on_rung(batch.reader()?, federation, unit)?.1,
        None => known.standing.level,
    };
    if rung >= known.level {
        return Ok(());
    }
    Err(Refusal::new(
        "level_not_competent",
        format!("Khen thưởng này do cấp {} quyết định", known.level.name().vi),
        "Trình hồ sơ lên cấp trên",
    )
    .into())
}

/// Records that files were refused at the rung where they lie, or at the level outside these books.
pub fn refuse(app: &App, actor: &Actor, what: &Outcome, why: &str) -> Result<()> {
    send::must_name_some(&what.nominations)?;
    app.write(actor, "rounds.decide", "Không khen thưởng", |batch| {
        rules::must_say(why, "lý do không khen", rules::SAYS_MAX)?;
        batch.not_in_the_future(what.on)?;
        batch.must_reach(what.unit)?;
        let federation = batch.federation();
        let document =
            what.document.as_ref().map(|paper| documents::find_or_add(batch, paper)).transpose()?;
        for id in send::unique(&what.nominations) {
            let known = known_store::load(batch.reader()?, federation, id)?;
            let passes = rules::must_hold(&known.standing, what.unit)
                .and_then(|()| place::must_follow(&known, what.on))
                .and_then(|()| may_be_refused(&known));
            passes.map_err(|refusal| send::named(refusal.into(), &known))?;
            if let Some(proposal) = known_store::proposal(batch.reader()?, federation, id)? {
                let cause: String = why.trim().chars().take(400).collect();
                awards::decline_in(batch, proposal, what.on, &cause)?;
            }
            let step = NewStep {
                document,
                note: Some(why),
                ..NewStep::staying(&known.standing, what.unit, Step::Refused, what.on)
            };
            store::append_step(batch, (known.round, id), &step)?;
        }
        Ok(())
    })
}

/// What a rung has looked at may be refused; a file being written is withdrawn instead.
fn may_be_refused(known: &Known) -> Result<(), Refusal> {
    use crate::rounds::model::State;
    let among = [State::Sent, State::Accepted, State::Passed, State::Failed];
    rules::must_stand_so(&known.standing, &among)
}

/// Records that a level outside these books sent a file further up.
pub fn pass_on(app: &App, actor: &Actor, nomination: Id, on: Day, note: &str) -> Result<()> {
    app.write(actor, "rounds.decide", "Cấp trên trình tiếp hồ sơ", |batch| {
        batch.not_in_the_future(on)?;
        rules::must_say(note, "nội dung", rules::SAYS_MAX)?;
        let federation = batch.federation();
        let known = known_store::load(batch.reader()?, federation, nomination)?;
        let seat = known.standing.seat().unwrap_or(known.unit);
        batch.must_reach(seat)?;
        place::must_follow(&known, on)?;
        let next = crate::rounds::standing::above(known.standing.level);
        let Some(level) = next.filter(|level| {
            known.standing.is_outside() && !known.standing.state.is_over() && *level <= known.level
        }) else {
            let message = "Hồ sơ không ở cấp ngoài sổ, hoặc đã ở cấp quyết định";
            return Err(
                Refusal::new("nowhere_to_pass", message, "Ghi kết quả khi có văn bản").into()
            );
        };
        let step = NewStep {
            level,
            note: Some(note),
            ..NewStep::staying(&known.standing, seat, Step::PassedOn, on)
        };
        store::append_step(batch, (known.round, nomination), &step).map(drop)
    })
}
