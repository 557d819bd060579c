//! What the papers of a round say: the submission of a unit, the lists of what was decided.

use std::collections::HashMap;

use db::Tx;
use kernel::{Actor, Id};

use super::place;
use crate::rounds::due_model::{PaperLine, Submission};
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::State;
use crate::rounds::{list_store, read_store};
use crate::{App, Result, units};

type Votes = HashMap<(Id, Id), (i64, i64)>;
type Papers = HashMap<Id, (Id, String, kernel::Day)>;

fn line(known: &Known, votes: Option<(i64, i64)>, papers: &Papers) -> PaperLine {
    PaperLine {
        nomination: known.id,
        award: known.award.clone(),
        level: known.level,
        subject: known.subject,
        named: known.named.clone(),
        unit_named: known.unit_named.clone(),
        achievement: known.achievement.clone(),
        votes,
        decision: papers.get(&known.id).cloned(),
    }
}

/// Those of a round, with the votes and papers of it.
fn all_of(tx: &mut Tx<'_>, app: &App, round: Id) -> Result<(Vec<Known>, Votes, Papers)> {
    let known = known_store::load_round(tx, app.federation, round)?;
    let (votes, papers) = list_store::votes_and_papers(tx, app.federation, round)?;
    Ok((known, votes, papers))
}

/// What a unit submits to the one above: files it holds that are appraised, or passed by its council, and files it sent
/// that are not answered yet.
pub fn submission_of(app: &App, actor: &Actor, round: Id, unit: Id) -> Result<Submission> {
    app.db.read(|tx| {
        let (federation, today) = (app.federation, app.today());
        app.must_reach(tx, actor, "rounds.read", unit, today)?;
        let told = read_store::find(tx, federation, round)?;
        let (state, rung) = place::on_rung(tx, federation, unit)?;
        let (to, _) = place::next_of(tx, federation, (unit, rung), today)?;
        let (known, votes, papers) = all_of(tx, app, round)?;
        let goes = |each: &&Known| {
            let standing = &each.standing;
            let held = standing.holder == Some(unit)
                && matches!(standing.state, State::Accepted | State::Passed)
                && each.level > rung;
            let sent = standing.senders.last() == Some(&unit) && standing.state == State::Sent;
            held || sent
        };
        let lines = known.iter().filter(goes);
        let lines = lines.map(|each| line(each, votes.get(&(each.id, unit)).copied(), &papers));
        let lines = lines.collect();
        let to = to.map(|unit| unit.name);
        Ok(Submission { round: told, unit: (unit, state.name), to, lines })
    })
}

/// What was decided in a round by the files that lay at a unit, in the order of awards and names.
pub fn decided_lines(app: &App, actor: &Actor, round: Id, unit: Id) -> Result<Vec<PaperLine>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "rounds.read", unit, app.today())?;
        units::load(tx, app.federation, unit)?;
        let (known, votes, papers) = all_of(tx, app, round)?;
        let here = known.iter().filter(|each| {
            each.standing.state == State::Decided && each.standing.seat() == Some(unit)
        });
        let mut lines: Vec<PaperLine> =
            here.map(|each| line(each, votes.get(&(each.id, unit)).copied(), &papers)).collect();
        lines.sort_by(|a, b| {
            (&a.award, &a.unit_named, &a.named).cmp(&(&b.award, &b.unit_named, &b.named))
        });
        Ok(lines)
    })
}
