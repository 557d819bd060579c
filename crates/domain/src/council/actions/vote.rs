//! Voting on one's own machine. That somebody voted is written; what, goes into the urn and nowhere else.

use std::collections::HashMap;

use db::{Tx, values};
use kernel::{Actor, Id, Refusal};

use super::ballots::find;
use super::load_room_of;
use crate::books::schema;
use crate::council::ballot_model::{Choice, OwnBallot};
use crate::council::model::Room;
use crate::council::{ballot_rules, room_store, rules, store};
use crate::{App, Error, Result, accounts, people};

/// Votes sent together at most.
const TOGETHER: usize = rules::MATTERS_MAX;
/// Milliseconds for which a ballot is looked for: sixty days.
const OPEN_FOR: i64 = 60 * 24 * 60 * 60 * 1_000;

/// The person an actor's account is tied to; records that were merged lead to the one that stays.
fn person_of(app: &App, tx: &mut Tx<'_>, actor: &Actor) -> Result<Id> {
    let account = actor.account.ok_or_else(no_person)?;
    let mut person = accounts::person_of(app, tx, account)?.ok_or_else(no_person)?;
    for _ in 0..4 {
        let Some(kept) = people::merged_into(tx, app.federation, person)? else { break };
        person = kept;
    }
    Ok(person)
}

fn no_person() -> Error {
    Refusal::new(
        "no_vote_here",
        "Tài khoản này không gắn với thành viên hội đồng nào",
        "Nhờ người quản lý tài khoản gắn hồ sơ, hoặc bỏ phiếu giấy",
    )
    .into()
}

/// The seats of a room that belong to a person.
fn seats(tx: &mut Tx<'_>, federation: Id, room: &Room, person: Id) -> Result<Vec<Id>> {
    let people: Vec<Id> = room.members.iter().filter_map(|member| member.person).collect();
    let kept = store::kept(tx, federation, &people)?;
    let is_own = |known: Id| kept.get(&known).copied().unwrap_or(known) == person;
    let own = room.members.iter().filter(|member| member.person.is_some_and(is_own));
    Ok(own.map(|member| member.id).collect())
}

/// The open ballots in which the reader may vote, voted or not.
pub fn own_ballots(app: &App, actor: &Actor) -> Result<Vec<OwnBallot>> {
    app.db.read(|tx| {
        let person = match person_of(app, tx, actor) {
            Err(Error::Refused(refusal)) if refusal.code == "no_vote_here" => return Ok(Vec::new()),
            told => told?,
        };
        let since = Id::first_at(app.now().0 - OPEN_FOR);
        let open = room_store::open_since(tx, app.federation, since)?;
        let people: Vec<Id> = open.iter().map(|(person, _)| *person).collect();
        let kept = store::kept(tx, app.federation, &people)?;
        let is_own = |known: Id| kept.get(&known).copied().unwrap_or(known) == person;
        let own = open.into_iter().filter(|(known, _)| is_own(*known)).map(|(_, ballot)| ballot);
        Ok(own
            .map(|ballot| OwnBallot {
                is_lost: ballot.secret && !app.urns.has(ballot.id),
                ..ballot
            })
            .collect())
    })
}

/// Casts votes, each once and for good, all of them or none.
///
/// The urns are held from before the books are asked until after they answered: nobody counts an urn that
/// lacks a vote the books know of. The votes of a secret ballot are no argument of anything that is
/// written.
pub fn cast(app: &App, actor: &Actor, votes: &[(Id, Choice)]) -> Result<()> {
    if votes.is_empty() || votes.len() > TOGETHER {
        return Err(Refusal::new("no_choice", "Chưa chọn gì", "Chọn ở mỗi mục rồi bỏ phiếu").into());
    }
    let urns = app.urns.hold();
    let secret = app.write_own(actor, "Bỏ phiếu ở hội đồng", |batch| {
        let federation = batch.federation();
        let person = person_of(app, batch.reader()?, actor)?;
        let mut rooms: HashMap<Id, (Room, Vec<Id>)> = HashMap::new();
        let mut secret = Vec::new();
        for (place, (id, choice)) in votes.iter().enumerate() {
            if votes[..place].iter().any(|(before, _)| before == id) {
                return Err(Refusal::new(
                    "already_voted",
                    "Một phiếu gửi hai lần",
                    "Gửi lại một lần",
                )
                .into());
            }
            let session = room_store::session_of(batch.reader()?, federation, *id)?;
            let session = session.ok_or_else(super::unknown_ballot)?;
            if !rooms.contains_key(&session) {
                let mut room = load_room_of(batch.reader()?, federation, *id)?;
                mark_urns(&mut room, |ballot| urns.has(ballot));
                let seats = seats(batch.reader()?, federation, &room, person)?;
                rooms.insert(session, (room, seats));
            }
            let Some((room, seats)) = rooms.get(&session) else { continue };
            let (_, ballot) = find(room, *id)?;
            let member = ballot_rules::may_vote(ballot, seats)?;
            let unit = room.council.unit.0;
            if ballot.secret {
                secret.push((*id, *choice));
            } else {
                let row = values![*id, session, unit, member, choice.code()];
                batch.append(&schema::COUNCIL_VOTE, row.to_vec())?;
            }
            let row = values![*id, session, unit, member];
            batch.append(&schema::COUNCIL_VOTED, row.to_vec())?;
        }
        Ok(secret)
    })?;
    for (ballot, choice) in secret {
        urns.drop_in(ballot, choice);
    }
    Ok(())
}

/// Marks which ballots of a room have their urn in this program.
pub(super) fn mark_urns(room: &mut Room, has: impl Fn(Id) -> bool) {
    for ballot in room.matters.iter_mut().flat_map(|matter| &mut matter.ballots) {
        ballot.has_urn = has(ballot.id);
    }
}
