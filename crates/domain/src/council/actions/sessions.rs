//! A session called, changed, called off; who was there.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::{load_council, managed, unknown_member};
use crate::books::{Batch, schema};
use crate::council::model::{Council, NewSession, Presence, Room, Stage};
use crate::council::rules;
use crate::council::terms::SOURCE_MAX;
use crate::{App, Result};

/// Letters of a place or a note at most.
const PLACE_MAX: usize = 300;

/// Calls a session. Gives back its id.
pub fn call_session(app: &App, actor: &Actor, new: &NewSession) -> Result<Id> {
    app.write(actor, "council.manage", "Gọi họp hội đồng", |batch| {
        let federation = batch.federation();
        let council = load_council(batch.reader()?, federation, new.council)?;
        batch.must_reach(council.unit.0)?;
        let id = batch.next_id();
        must_stand(&council, new)?;
        write(batch, (id, id), &council, new, Stage::Planned)?;
        Ok(id)
    })
}

fn must_stand(council: &Council, new: &NewSession) -> Result<(), Refusal> {
    let outside = new.on < council.from || council.to.is_some_and(|to| new.on > to);
    if outside {
        return Err(Refusal::new(
            "council_not_sitting",
            format!("Ngày {} hội đồng chưa lập, hoặc đã hết nhiệm kỳ", new.on.vi()),
            "Xem lại ngày họp và quyết định lập hội đồng",
        ));
    }
    if !council.members.iter().any(|member| member.sits_on(new.on)) {
        return Err(Refusal::new(
            "nobody_sits",
            format!("Ngày {} hội đồng không có thành viên nào", new.on.vi()),
            "Ghi thành viên của hội đồng trước",
        ));
    }
    rules::text(&new.title, (3, rules::NAME_MAX), "Nội dung phiên họp")?;
    rules::text(&new.place, (0, PLACE_MAX), "Nơi họp")?;
    rules::text(&new.quorum_source, (3, SOURCE_MAX), "Căn cứ của số người phải có mặt").map(drop)
}

fn write(
    batch: &mut Batch<'_, '_>,
    (row, id): (Id, Id),
    council: &Council,
    new: &NewSession,
    stage: Stage,
) -> Result<()> {
    let values = values![
        id,
        council.id,
        council.unit.0,
        new.on,
        rules::text(&new.place, (0, PLACE_MAX), "Nơi họp")?,
        rules::text(&new.title, (3, rules::NAME_MAX), "Nội dung phiên họp")?,
        format!("{}/{}", new.quorum.part, new.quorum.whole),
        rules::text(&new.quorum_source, (3, SOURCE_MAX), "Căn cứ")?,
        stage.code()
    ];
    batch.append_as(row, &schema::COUNCIL_SESSION, values.to_vec())
}

/// What a room would be called by again.
fn as_called(room: &Room) -> NewSession {
    NewSession {
        council: room.council.id,
        on: room.on,
        place: room.place.clone(),
        title: room.title.clone(),
        quorum: room.quorum.0,
        quorum_source: room.quorum.1.clone(),
    }
}

/// Writes how far a session is.
pub(super) fn write_stage(batch: &mut Batch<'_, '_>, room: &Room, stage: Stage) -> Result<()> {
    let id = batch.next_id();
    write(batch, (id, room.id), &room.council, &as_called(room), stage)
}

/// Changes day, place, title or quorum of a session in which nobody has voted yet.
pub fn change_session(app: &App, actor: &Actor, session: Id, new: &NewSession) -> Result<()> {
    app.write(actor, "council.manage", "Sửa phiên họp hội đồng", |batch| {
        let room = managed(batch, session)?;
        must_be_untouched(&room)?;
        must_stand(&room.council, new)?;
        must_fit_agenda(&room, new)?;
        let id = batch.next_id();
        write(batch, (id, session), &room.council, new, Stage::Planned)
    })
}

/// Day and quorum are part of what a ballot was opened under.
fn must_be_untouched(room: &Room) -> Result<(), Refusal> {
    if room.matters.iter().all(|matter| matter.ballots.is_empty()) {
        return Ok(());
    }
    Err(Refusal::new(
        "session_has_voted",
        "Phiên họp đã bỏ phiếu, không sửa ngày và điều kiện họp nữa",
        "Kết thúc phiên này; gọi phiên khác cho việc còn lại",
    ))
}

/// What a matter asks for follows from the rules of the session's day and from its quorum.
fn must_fit_agenda(room: &Room, new: &NewSession) -> Result<(), Refusal> {
    if room.matters.is_empty() || (new.on == room.on && new.quorum == room.quorum.0) {
        return Ok(());
    }
    Err(Refusal::new(
        "session_has_agenda",
        "Mức thông qua của chương trình họp đã ghi theo ngày và điều kiện họp cũ",
        "Rút các mục khỏi chương trình, sửa phiên họp, rồi đưa lại",
    ))
}

/// Calls a session off.
pub fn cancel_session(app: &App, actor: &Actor, session: Id) -> Result<()> {
    app.write(actor, "council.manage", "Hủy phiên họp hội đồng", |batch| {
        let room = managed(batch, session)?;
        must_be_untouched(&room)?;
        write_stage(batch, &room, Stage::Cancelled)
    })
}

/// Writes down who was there and who was not.
pub fn attend(
    app: &App,
    actor: &Actor,
    session: Id,
    told: &[(Id, Presence, String)],
) -> Result<()> {
    app.write(actor, "council.manage", "Điểm danh phiên họp hội đồng", |batch| {
        let room = managed(batch, session)?;
        rules::must_have_begun(&room, app.today())?;
        rules::must_not_be_voting(&room)?;
        for (member, presence, note) in told.iter().take(rules::MEMBERS_MAX) {
            room.member(*member).ok_or_else(unknown_member)?;
            let note = rules::text(note, (0, PLACE_MAX), "Ghi chú")?;
            let known = room.presence.iter().find(|(each, ..)| each == member);
            if known.is_some_and(|(_, before, said)| before == presence && *said == note) {
                continue;
            }
            let row = values![session, room.council.unit.0, *member, presence.code(), note];
            batch.append(&schema::COUNCIL_ATTENDANCE, row.to_vec())?;
        }
        Ok(())
    })
}
