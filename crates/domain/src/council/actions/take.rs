//! Nominations of a round put on an agenda, and answered when the session closes.

use kernel::{Actor, Id, Refusal};

use super::agenda::{terms_of, write_matter};
use super::managed;
use crate::awards::{Subject as Kind, award_name};
use crate::books::Batch;
use crate::council::model::{Matter, NewMatter, Room, Subject, Waiting};
use crate::council::store;
use crate::council::terms::Terms;
use crate::rounds::{self, CouncilOutcome, ForCouncil};
use crate::{App, Error, Result};

/// The rounds with nominations that wait for the council of a session, and how many do.
pub fn waiting(app: &App, actor: &Actor, session: Id) -> Result<Vec<Waiting>> {
    let room = super::read::room(app, actor, session)?;
    let unit = room.council.unit.0;
    let rounds = rounds::rounds(app, actor, unit)?;
    app.db.read(|tx| {
        let mut found = Vec::new();
        for round in rounds {
            let ready = rounds::ready_for_council(tx, app.federation, round.id)?;
            let ids: Vec<Id> = held(&ready, unit).map(|each| each.nomination).collect();
            let taken = store::on_agendas(tx, app.federation, &ids)?;
            let nominations = ids.iter().filter(|id| !taken.contains(id)).count();
            if nominations > 0 {
                found.push(Waiting { round: round.id, name: round.name, nominations });
            }
        }
        Ok(found)
    })
}

/// Those whose files lie at a unit.
fn held(ready: &[ForCouncil], unit: Id) -> impl Iterator<Item = &ForCouncil> {
    ready.iter().filter(move |each| each.holder == unit)
}

/// Puts every nomination of a round that waits for this council on the agenda. A rule that was read binds
/// those it is about; the typed terms are for the others. Gives back how many were taken.
pub fn take_from_round(
    app: &App,
    actor: &Actor,
    session: Id,
    round: Id,
    typed: Option<&Terms>,
) -> Result<usize> {
    app.write(
        actor,
        "council.manage",
        "Đưa hồ sơ của đợt xét vào chương trình họp",
        |batch| {
            let room = managed(batch, session)?;
            let (federation, unit) = (batch.federation(), room.council.unit.0);
            let ready = rounds::ready_for_council(batch.reader()?, federation, round)?;
            let ids: Vec<Id> = held(&ready, unit).map(|each| each.nomination).collect();
            let taken = store::on_agendas(batch.reader()?, federation, &ids)?;
            let new: Vec<&ForCouncil> =
                held(&ready, unit).filter(|each| !taken.contains(&each.nomination)).collect();
            if new.is_empty() {
                return Err(Refusal::new(
                    "nothing_waits",
                    "Đợt này không có hồ sơ nào chờ hội đồng",
                    "Thẩm định xong hồ sơ rồi đưa vào chương trình họp",
                )
                .into());
            }
            for nomination in &new {
                take_one(batch, &room, nomination, typed)?;
            }
            Ok(new.len())
        },
    )
}

fn take_one(
    batch: &mut Batch<'_, '_>,
    room: &Room,
    waits: &ForCouncil,
    typed: Option<&Terms>,
) -> Result<Id> {
    let mut new = NewMatter {
        award: Some(waits.award.clone()),
        title: format!("Đề nghị tặng {}", award_name(&waits.award)),
        subject: Subject::Named(String::new()),
        terms: None,
        nomination: Some(waits.nomination),
    };
    // A rule that was read goes before what was typed for the whole list.
    let terms = match terms_of(batch, room, &new) {
        Err(Error::Refused(refusal)) if refusal.code == "terms_missing" => {
            new.terms = typed.cloned();
            terms_of(batch, room, &new)?
        }
        told => told?,
    };
    let is_part = waits.named != waits.unit_named;
    let named = if is_part {
        format!("{}, {}", waits.named, waits.unit_named)
    } else {
        waits.named.clone()
    };
    let unit = (waits.subject == Kind::Collective).then_some(waits.unit);
    write_matter(batch, room, (&new, &terms), (named, waits.person, unit))
}

/// Answers the nomination a matter came from. One that went elsewhere since is no hindrance to the close:
/// the council's own record stands, and the trail says that there was nobody to answer.
pub(super) fn answer(
    batch: &mut Batch<'_, '_>,
    room: &Room,
    matter: &Matter,
    reason: &str,
) -> Result<()> {
    let (Some(nomination), Some((ballot, tally, passed))) = (matter.nomination, matter.counted())
    else {
        return Ok(());
    };
    let told = CouncilOutcome {
        passed,
        reason: Some(reason.to_owned()).filter(|reason| !reason.is_empty()),
        votes_for: tally.votes_for,
        denominator: ballot.base,
    };
    let place = ((room.id, room.on), room.council.unit.0, ballot.id);
    match rounds::council_answered(batch, nomination, &told, place) {
        Err(Error::Refused(refusal)) => {
            batch.note("council.not_answered", Some(nomination), Some(&refusal.message))
        }
        told => told,
    }
}
