//! Filling a card and taking it a step further: the unit scores itself, the upper unit reviews, the council adds.

use std::collections::HashMap;

use kernel::{Actor, Id};

use super::read::{own_points, state_of};
use crate::books::Batch;
use crate::scores::model::{Answer, Cycle, Hand, Mark, Step};
use crate::scores::sheet::Sheet;
use crate::scores::{rules, store};
use crate::{App, Result};

/// A card being written: its unit, cycle, sheet, and what stands on it.
struct Held {
    unit: Id,
    cycle: Cycle,
    sheet: Sheet,
    marks: Vec<(Hand, Mark)>,
}

fn held(batch: &mut Batch<'_, '_>, card: Id) -> Result<Held> {
    let federation = batch.federation();
    let tx = batch.reader()?;
    let head = store::card(tx, federation, card)?;
    let cycle = store::cycle(tx, federation, head.cycle)?;
    let sheet = store::sheet(tx, federation, cycle.sheet)?;
    let marks = store::marks(tx, federation, &[card])?;
    let marks = marks.into_iter().map(|(_, hand, mark)| (hand, mark)).collect();
    Ok(Held { unit: head.unit.0, cycle, sheet, marks })
}

/// Writes a unit's own points and answers; what stands already is not written again.
pub fn fill(app: &App, actor: &Actor, card: Id, marks: &[Mark], answers: &[Answer]) -> Result<()> {
    app.write(actor, "scores.fill", "Tự chấm điểm thi đua", |batch| {
        let held = held(batch, card)?;
        batch.must_reach(held.unit)?;
        must_be_open(batch, card)?;
        let own = own_points(&held.marks);
        for mark in marks {
            rules::check_mark(&held.sheet.body, Hand::Own, mark)?;
        }
        for answer in answers {
            rules::check_answer(&held.sheet.body, answer)?;
        }
        for mark in marks.iter().cloned().chain(answers.iter().map(as_mark)) {
            if own.get(&mark.item) != Some(&mark.points) {
                store::append_mark(batch, (card, held.unit), Hand::Own, &mark)?;
            }
        }
        Ok(())
    })
}

fn as_mark(answer: &Answer) -> Mark {
    let item = rules::asked_key(&answer.condition);
    Mark { item, points: i64::from(answer.applies), reason: answer.reason.clone() }
}

fn must_be_open(batch: &mut Batch<'_, '_>, card: Id) -> Result<()> {
    let app = batch.app;
    let state = state_of(batch.reader()?, app, card)?;
    rules::must_follow_from(state, Step::Submit, None)?;
    Ok(())
}

/// Sends a card up; every item must be scored and every condition answered.
pub fn submit(app: &App, actor: &Actor, card: Id, note: Option<&str>) -> Result<()> {
    app.write(actor, "scores.fill", "Gửi phiếu chấm điểm thi đua", |batch| {
        let held = held(batch, card)?;
        batch.must_reach(held.unit)?;
        must_be_open(batch, card)?;
        rules::must_fit(note)?;
        rules::must_be_whole(&held.sheet.body, &own_points(&held.marks))?;
        store::append_step(batch, (card, held.unit), Step::Submit, note)
    })
}

/// Sends a card back for more, with the reason.
pub fn send_back(app: &App, actor: &Actor, card: Id, note: &str) -> Result<()> {
    above(app, actor, card, (Step::Return, "Trả lại phiếu chấm điểm thi đua"), Some(note))
}

/// Takes a reviewed card up again, with the reason.
pub fn reopen(app: &App, actor: &Actor, card: Id, note: &str) -> Result<()> {
    above(app, actor, card, (Step::Reopen, "Thẩm định lại phiếu chấm điểm"), Some(note))
}

fn above(
    app: &App,
    actor: &Actor,
    card: Id,
    (step, reason): (Step, &str),
    note: Option<&str>,
) -> Result<()> {
    app.write(actor, "scores.manage", reason, |batch| {
        let held = held(batch, card)?;
        batch.must_reach(held.cycle.unit.0)?;
        let state = state_of(batch.reader()?, app, card)?;
        rules::must_follow_from(state, step, note)?;
        store::append_step(batch, (card, held.unit), step, note)
    })
}

/// Reviews a card: points by item with a reason for each change, answers, and the council's bonus. What is not named
/// stays as the unit gave it.
pub fn review(
    app: &App,
    actor: &Actor,
    card: Id,
    (marks, answers): (&[Mark], &[Answer]),
    note: Option<&str>,
) -> Result<()> {
    app.write(actor, "scores.manage", "Thẩm định phiếu chấm điểm thi đua", |batch| {
        let held = held(batch, card)?;
        batch.must_reach(held.cycle.unit.0)?;
        let state = state_of(batch.reader()?, app, card)?;
        rules::must_follow_from(state, Step::Review, note)?;
        let body = &held.sheet.body;
        let own = own_points(&held.marks);
        let before: HashMap<(Hand, &str), i64> =
            held.marks.iter().map(|(hand, mark)| ((*hand, &*mark.item), mark.points)).collect();
        for mark in marks {
            let item = body.item(&mark.item);
            let council =
                item.and_then(|item| body.group(&item.group)).is_some_and(|group| group.by_council);
            let hand = if council { Hand::Bonus } else { Hand::Review };
            rules::check_mark(body, hand, mark)?;
            // The council says why it gives points; where it gives none, nothing is to be said.
            let given = if council { Some(0) } else { own.get(&mark.item).copied() };
            rules::must_say_why(&mark.item, given, mark.points, mark.reason.as_deref())?;
            let same = before.get(&(hand, &*mark.item)) == Some(&mark.points);
            if !same && (given != Some(mark.points) || before.contains_key(&(hand, &*mark.item))) {
                store::append_mark(batch, (card, held.unit), hand, mark)?;
            }
        }
        for answer in answers {
            rules::check_answer(body, answer)?;
            let mark = as_mark(answer);
            let given = own.get(&mark.item).copied();
            rules::must_say_why("điều kiện", given, mark.points, mark.reason.as_deref())?;
            let known = before.get(&(Hand::Review, &*mark.item)).copied();
            if known.or(given) != Some(mark.points) {
                store::append_mark(batch, (card, held.unit), Hand::Review, &mark)?;
            }
        }
        store::append_step(batch, (card, held.unit), Step::Review, note)
    })
}
