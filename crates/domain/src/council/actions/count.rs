//! Papers counted and entered by two people apart; votes by show of hands or in writing, name by name.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::ballots::find;
use super::{load_room_of, managed, unknown_member};
use crate::books::{Batch, schema};
use crate::council::ballot_model::{Choice, Tally, Way};
use crate::council::ballot_rules as rules;
use crate::council::model::Room;
use crate::{App, Result};

fn managed_of(batch: &mut Batch<'_, '_>, ballot: Id) -> Result<Room> {
    let federation = batch.federation();
    let session = load_room_of(batch.reader()?, federation, ballot)?.id;
    managed(batch, session)
}

/// Enters what the actor counted; entering again replaces the actor's own count and nobody else's.
pub fn enter_count(app: &App, actor: &Actor, ballot: Id, tally: Tally) -> Result<()> {
    app.write(actor, "council.manage", "Nhập số phiếu giấy", |batch| {
        let room = managed_of(batch, ballot)?;
        let (_, known) = find(&room, ballot)?;
        rules::must_be_running(known)?;
        if known.way != Way::Paper {
            return Err(Refusal::new(
                "not_on_paper",
                "Mục này không bỏ phiếu giấy",
                "Xem cách bỏ phiếu ở trang phiên họp",
            )
            .into());
        }
        rules::check_count(tally, known.voters.len())?;
        let row = values![
            ballot,
            room.id,
            room.council.unit.0,
            actor.name.clone(),
            tally.votes_for,
            tally.against,
            tally.blank,
            tally.spoilt
        ];
        batch.append(&schema::COUNCIL_COUNT, row.to_vec()).map(drop)
    })
}

/// Writes down votes of an open ballot by name: hands that were raised, letters of who was absent.
pub fn record_votes(app: &App, actor: &Actor, ballot: Id, votes: &[(Id, Choice)]) -> Result<()> {
    app.write(actor, "council.manage", "Ghi phiếu công khai", |batch| {
        let room = managed_of(batch, ballot)?;
        let (_, known) = find(&room, ballot)?;
        rules::must_be_running(known)?;
        for (member, choice) in votes {
            let voter = known.voters.iter().find(|voter| voter.member == *member);
            let voter = voter.ok_or_else(unknown_member)?;
            let by_hand = known.way == Way::Hands || voter.in_writing;
            if known.secret || !by_hand || known.way == Way::Paper {
                return Err(Refusal::new(
                    "not_by_name",
                    "Phiếu của mục này không ghi theo tên",
                    "Phiếu kín chỉ ghi tổng số; phiếu trên máy do từng người bỏ",
                )
                .into());
            }
            if voter.has_voted {
                let named = room.member(*member).map_or("Người này", |member| &member.named);
                let message = format!("{named} đã bỏ phiếu");
                return Err(Refusal::new("already_voted", message, "Bỏ dòng này").into());
            }
            let row = values![ballot, room.id, room.council.unit.0, *member, choice.code()];
            batch.append(&schema::COUNCIL_VOTE, row.to_vec())?;
            let row = values![ballot, room.id, room.council.unit.0, *member];
            batch.append(&schema::COUNCIL_VOTED, row.to_vec())?;
        }
        Ok(())
    })
}
