//! What waits at a unit: calls whose last day is near, files to appraise, to mend, to bring to an outcome.

use std::collections::BTreeMap;

use kernel::{Actor, Day, Id};

use crate::rounds::due_model::{Due, DueWhat};
use crate::rounds::model::State;
use crate::rounds::{known_store, read_store};
use crate::{App, Result};

/// Days before the last day from which a call is told of.
const AHEAD: i32 = 30;

/// What waits at a unit, the most urgent first; nothing for who may not act there.
pub fn due(app: &App, actor: &Actor, unit: Id) -> Result<Vec<Due>> {
    let today = app.today();
    app.db.read(|tx| {
        if app.must_reach(tx, actor, "rounds.send", unit, today).is_err() {
            return Ok(Vec::new());
        }
        let mut counts: BTreeMap<(DueWhat, i64), (i64, Option<Day>)> = BTreeMap::new();
        let held = read_store::held(tx, app.federation, unit)?;
        for known in known_store::load_many(tx, app.federation, &held)? {
            let what = match known.standing.state {
                State::Sent => DueWhat::Appraise,
                State::Returned => DueWhat::Mend,
                State::Accepted | State::Passed | State::Failed => DueWhat::Outcome,
                _ => continue,
            };
            counts.entry((what, known.round.0)).or_default().0 += 1;
        }
        for (round, due_on) in read_store::calls_to(tx, app.federation, unit)? {
            if due_on < today.plus(-AHEAD) || due_on > today.plus(AHEAD) {
                continue;
            }
            counts.insert((DueWhat::Call, round.0), (0, Some(due_on)));
        }
        let ids: Vec<Id> = counts.keys().map(|(_, round)| Id(*round)).collect();
        let rounds = read_store::heads(tx, app.federation, &ids)?;
        let mut told = Vec::new();
        for ((what, round), (count, due_on)) in counts {
            let Some(head) = rounds.iter().find(|head| head.id.0 == round) else { continue };
            if what == DueWhat::Call && (head.is_closed || head.due_on < today) {
                continue;
            }
            told.push(Due { what, round: (head.id, head.name.clone()), count, due_on });
        }
        told.sort_by_key(|each| (each.due_on.unwrap_or(Day::MAX), each.what));
        Ok(told)
    })
}
