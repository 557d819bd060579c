//! The close of a session: an outcome for every matter, with the reason where it did not pass.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::managed;
use super::sessions::write_stage;
use crate::books::schema;
use crate::council::model::{Matter, Outcome, Stage};
use crate::council::rules;
use crate::{App, Result};

/// Closes a session. `reasons` are by matter, for those that did not pass or were not voted on.
pub fn close_session(
    app: &App,
    actor: &Actor,
    session: Id,
    reasons: &[(Id, String)],
) -> Result<()> {
    app.write(actor, "council.manage", "Kết thúc phiên họp hội đồng", |batch| {
        let room = managed(batch, session)?;
        rules::must_have_begun(&room, app.today())?;
        rules::must_not_be_voting(&room)?;
        if room.members.iter().any(|member| room.presence_of(member.id).is_none()) {
            return Err(Refusal::new(
                "attendance_missing",
                "Chưa điểm danh đủ thành viên",
                "Điểm danh rồi kết thúc phiên họp",
            )
            .into());
        }
        for matter in &room.matters {
            let said = reasons.iter().find(|(id, _)| *id == matter.id).map(|(_, said)| &**said);
            let (outcome, reason) = outcome(matter, said.unwrap_or_default())?;
            let told = reason.clone();
            let row = values![matter.id, session, room.council.unit.0, outcome.code(), reason];
            batch.append(&schema::COUNCIL_OUTCOME, row.to_vec())?;
            super::take::answer(batch, &room, matter, &told)?;
        }
        write_stage(batch, &room, Stage::Closed)
    })
}

/// What came of a matter; who asked for it is owed a reason where it did not pass.
fn outcome(matter: &Matter, said: &str) -> Result<(Outcome, String), Refusal> {
    let outcome = match matter.counted() {
        Some((.., true)) => Outcome::Passed,
        Some((.., false)) => Outcome::Failed,
        None => Outcome::Postponed,
    };
    let least = if outcome == Outcome::Passed { 0 } else { 3 };
    let reason = rules::text(said, (least, rules::REASON_MAX), "Lý do").map_err(|_| {
        Refusal::new(
            "reason_missing",
            format!("Mục {} {}, phải nêu lý do", matter.place, outcome.name().vi.to_lowercase()),
            "Ghi lý do sẽ trả lời nơi đề nghị",
        )
    })?;
    Ok((outcome, reason))
}
