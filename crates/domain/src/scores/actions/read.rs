//! One card with everything on it, and what its points make.

use std::collections::HashMap;

use db::Tx;
use kernel::{Actor, Id};

use crate::scores::grading::{self, Outcome};
use crate::scores::model::{Card, Hand, Mark, State};
use crate::scores::rules::asked_key;
use crate::scores::sheet::Body;
use crate::scores::{evidence_store, list_store, store};
use crate::{App, Result};

/// What the unit gave itself, by item.
pub(super) fn own_points(marks: &[(Hand, Mark)]) -> HashMap<String, i64> {
    let own = marks.iter().filter(|(hand, _)| *hand == Hand::Own);
    own.map(|(_, mark)| (mark.item.clone(), mark.points)).collect()
}

/// What stands after the review: the reviewed points, else the unit's own; and the council's.
pub(super) fn final_points(marks: &[(Hand, Mark)]) -> HashMap<String, i64> {
    let mut points = own_points(marks);
    let later = marks.iter().filter(|(hand, _)| *hand != Hand::Own);
    points.extend(later.map(|(_, mark)| (mark.item.clone(), mark.points)));
    points
}

/// What points and answers by item make of a sheet.
pub(super) fn outcome_of(body: &Body, points: &HashMap<String, i64>) -> Outcome {
    let of = |key: &str| points.get(key).copied().unwrap_or(0);
    grading::outcome(body, of, |condition| of(&asked_key(condition)) == 1)
}

/// Where a card stands, from its steps.
pub(super) fn state_of(tx: &mut Tx<'_>, app: &App, card: Id) -> Result<State> {
    let last = store::steps(tx, app.federation, card)?.last().map(|told| told.step);
    let ranked = list_store::is_ranked(tx, app.federation, card)?;
    Ok(State::after(last, ranked))
}

/// A card for who reaches its unit or the one that opened the cycle.
pub fn card(app: &App, actor: &Actor, id: Id) -> Result<Card> {
    app.allow(actor, "scores.read")?;
    app.db.read(|tx| {
        let head = store::card(tx, app.federation, id)?;
        let cycle = store::cycle(tx, app.federation, head.cycle)?;
        let unit = head.unit.0;
        let above = app.must_reach(tx, actor, "scores.read", cycle.unit.0, cycle.to).is_ok();
        if !above {
            app.must_reach(tx, actor, "scores.read", unit, cycle.to)?;
        }
        let sheet = store::sheet(tx, app.federation, cycle.sheet)?;
        let state = state_of(tx, app, id)?;
        let marks: Vec<(Hand, Mark)> = store::marks(tx, app.federation, &[id])?
            .into_iter()
            .map(|(_, hand, mark)| (hand, mark))
            .collect();
        let evidence = evidence_store::of_card(tx, app.federation, id)?;
        let today = app.today();
        let own = outcome_of(&sheet.body, &own_points(&marks));
        let reviewed = state.is_reviewed().then(|| outcome_of(&sheet.body, &final_points(&marks)));
        Ok(Card {
            id,
            unit: head.unit,
            cluster: head.cluster,
            state,
            evidence: evidence.into_iter().map(|kept| kept.told).collect(),
            steps: store::steps(tx, app.federation, id)?,
            own,
            reviewed,
            may_fill: app.must_reach(tx, actor, "scores.fill", unit, today).is_ok(),
            may_review: app.must_reach(tx, actor, "scores.manage", cycle.unit.0, today).is_ok(),
            marks,
            cycle,
            sheet,
        })
    })
}
