//! Ballots opened, closed and thrown away. The urns are held meanwhile: books and urns change together or
//! not at all.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::{load_room_of, managed, matter_in, unknown_ballot};
use crate::books::{Batch, schema};
use crate::council::ballot_model::{Ballot, Ended, Opening, Way};
use crate::council::model::{Matter, Room};
use crate::council::{ballot_rules, room_store, rules, store};
use crate::{App, Result};

/// Opens a ballot on each of some matters. Gives back the ballots.
pub fn open_ballots(app: &App, actor: &Actor, session: Id, opening: &Opening) -> Result<Vec<Id>> {
    let urns = app.urns.hold();
    let opened = app.write(actor, "council.manage", "Mở bỏ phiếu", |batch| {
        let room = managed(batch, session)?;
        rules::must_have_begun(&room, app.today())?;
        if opening.matters.is_empty() {
            return Err(
                Refusal::new("no_matter", "Chưa chọn mục nào", "Chọn mục cần bỏ phiếu").into()
            );
        }
        let mut ids = opening.matters.clone();
        ids.sort_unstable();
        ids.dedup();
        let mut opened = Vec::with_capacity(ids.len());
        for id in ids {
            opened.push(open_one(batch, &room, matter_in(&room, id)?, opening)?);
        }
        Ok(opened)
    })?;
    for (ballot, _) in opened.iter().filter(|(_, uses_urn)| *uses_urn) {
        urns.set_up(*ballot);
    }
    Ok(opened.into_iter().map(|(ballot, _)| ballot).collect())
}

/// The ballot, and whether its votes go into an urn.
fn open_one(
    batch: &mut Batch<'_, '_>,
    room: &Room,
    matter: &Matter,
    opening: &Opening,
) -> Result<(Id, bool)> {
    let opened = ballot_rules::open(room, matter, opening)?;
    if opening.way == Way::Electronic {
        must_have_accounts(batch, room, &opened.voters)?;
    }
    let (secret, unit) = (matter.terms.secret, room.council.unit.0);
    let row =
        values![matter.id, room.id, unit, opening.way.code(), secret, opened.base, opened.needed];
    let ballot = batch.append(&schema::COUNCIL_BALLOT, row.to_vec())?;
    for (member, in_writing) in opened.voters {
        let row = values![ballot, room.id, unit, member, in_writing];
        batch.append(&schema::COUNCIL_VOTER, row.to_vec())?;
    }
    Ok((ballot, secret && opening.way == Way::Electronic))
}

/// Who votes on an own machine signs in: everybody who may vote must be able to.
fn must_have_accounts(batch: &mut Batch<'_, '_>, room: &Room, voters: &[(Id, bool)]) -> Result<()> {
    let federation = batch.federation();
    let here = voters.iter().filter(|(_, in_writing)| !in_writing);
    let members = here.filter_map(|(member, _)| room.member(*member));
    let members: Vec<_> = members.collect();
    let people: Vec<Id> = members.iter().filter_map(|member| member.person).collect();
    let kept = store::kept(batch.reader()?, federation, &people)?;
    let all: Vec<Id> = people.iter().chain(kept.values()).copied().collect();
    let known = store::with_account(batch.reader()?, federation, &all)?;
    let can = |person: Id| {
        known.contains(&person) || kept.get(&person).is_some_and(|into| known.contains(into))
    };
    let without: Vec<&str> = members
        .iter()
        .filter(|member| !member.person.is_some_and(can))
        .map(|member| &*member.named)
        .collect();
    if without.is_empty() {
        return Ok(());
    }
    Err(Refusal::new(
        "voter_without_account",
        format!("Chưa có tài khoản để bỏ phiếu trên máy: {}", without.join(", ")),
        "Mở tài khoản gắn với hồ sơ của người đó, hoặc bỏ phiếu giấy",
    )
    .into())
}

/// Closes ballots of one session: counts what there is, writes the sums, throws the urns away. `early`
/// closes before everybody voted.
pub fn close_ballots(
    app: &App,
    actor: &Actor,
    session: Id,
    ballots: &[Id],
    early: bool,
) -> Result<()> {
    let urns = app.urns.hold();
    app.write(actor, "council.manage", "Kết thúc bỏ phiếu, kiểm phiếu", |batch| {
        let room = managed(batch, session)?;
        let mut once = ballots.to_vec();
        once.sort_unstable();
        once.dedup();
        for id in &once {
            let (matter, ballot) = find(&room, *id)?;
            let tally = ballot_rules::counted(ballot, urns.count(*id), early)?;
            let passed = ballot_rules::passes(&matter.terms, tally.votes_for, ballot.base);
            let ended = Ended::Counted { tally, passed };
            room_store::append_result(batch, (*id, session, room.council.unit.0), &ended)?;
        }
        Ok(())
    })?;
    ballots.iter().for_each(|id| urns.throw_away(*id));
    Ok(())
}

/// Throws a ballot away unread, for a reason; the matter can be voted on again.
pub fn void_ballot(app: &App, actor: &Actor, ballot: Id, reason: &str) -> Result<()> {
    let reason = rules::text(reason, (3, rules::REASON_MAX), "Lý do hủy lần bỏ phiếu")?;
    let urns = app.urns.hold();
    app.write(actor, "council.manage", "Hủy lần bỏ phiếu", |batch| {
        let federation = batch.federation();
        let session = load_room_of(batch.reader()?, federation, ballot)?.id;
        let room = managed(batch, session)?;
        let (_, known) = find(&room, ballot)?;
        ballot_rules::must_be_running(known)?;
        let place = (ballot, session, room.council.unit.0);
        room_store::append_result(batch, place, &Ended::Void(reason.clone())).map(drop)
    })?;
    urns.throw_away(ballot);
    Ok(())
}

/// A ballot of a room and the matter it is about.
pub(super) fn find(room: &Room, ballot: Id) -> Result<(&Matter, &Ballot)> {
    let found = room.matters.iter().find_map(|matter| {
        matter.ballots.iter().find(|each| each.id == ballot).map(|each| (matter, each))
    });
    found.ok_or_else(unknown_ballot)
}
