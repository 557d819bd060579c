//! Appraisal: each item accepted or returned with a reason; the file accepted as a whole, or sent back to be mended.

use kernel::{Actor, Id, Refusal};

use super::{nominate, place};
use crate::books::Batch;
use crate::rounds::known_store::{self, Known};
use crate::rounds::model::{Item, State, Step};
use crate::rounds::store::{self, NewStep};
use crate::rounds::{file_store, read_store, rules};
use crate::{App, Result};

/// A judgement on an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The item's code.
    pub item: String,
    /// Why it is returned; none where it is accepted.
    pub reason: Option<String>,
}

/// Keeps judgements on items, and leaves the file where it is.
pub fn mark(app: &App, actor: &Actor, nomination: Id, marks: &[Mark]) -> Result<()> {
    app.write(actor, "rounds.appraise", "Thẩm định hồ sơ", |batch| {
        let (known, unit, checklist) = lying(batch, nomination, &[State::Sent])?;
        write_marks(batch, (&known, unit), &checklist, marks)
    })
}

/// Accepts a file whose items are all accepted, or, at the unit that nominates, one that is whole.
pub fn accept(app: &App, actor: &Actor, nomination: Id, marks: &[Mark]) -> Result<()> {
    app.write(actor, "rounds.appraise", "Thẩm định xong hồ sơ", |batch| {
        let among = [State::Sent, State::Drafted, State::Returned];
        let (known, unit, checklist) = lying(batch, nomination, &among)?;
        let (federation, today) = (batch.federation(), batch.app.today());
        if known.standing.state.is_open() {
            if unit != known.unit {
                rules::must_stand_so(&known.standing, &[State::Sent])?;
            }
            let place = (nomination, &known.standing);
            let items = file_store::items(batch.reader()?, federation, place, &checklist)?;
            rules::must_be_whole(&file_store::filled(&items))?;
        } else {
            write_marks(batch, (&known, unit), &checklist, marks)?;
            let place = (nomination, &known.standing);
            let items = file_store::items(batch.reader()?, federation, place, &checklist)?;
            rules::must_be_accepted(&file_store::filled(&items))?;
        }
        let step = NewStep::staying(&known.standing, unit, Step::Accepted, today);
        store::append_step(batch, (known.round, nomination), &step).map(drop)
    })
}

/// Sends a file back to the unit that sent it, with what is to be mended.
pub fn return_file(
    app: &App,
    actor: &Actor,
    nomination: Id,
    marks: &[Mark],
    note: Option<&str>,
) -> Result<()> {
    app.write(actor, "rounds.appraise", "Trả lại hồ sơ để bổ sung", |batch| {
        let among = [State::Sent, State::Accepted, State::Failed, State::Returned];
        let (known, unit, checklist) = lying(batch, nomination, &among)?;
        let (federation, today) = (batch.federation(), batch.app.today());
        if let Some(note) = note.filter(|note| !note.trim().is_empty()) {
            rules::must_say(note, "lời nhắn", rules::SAYS_MAX)?;
        }
        let Some(sender) = known.standing.senders.last().copied() else {
            let message = "Hồ sơ do chính đơn vị này lập, không có nơi để trả lại";
            return Err(
                Refusal::new("nowhere_to_return", message, "Sửa hồ sơ, hoặc rút đề nghị").into()
            );
        };
        let place = (nomination, &known.standing);
        if known.standing.state == State::Returned {
            // What a higher rung asks for goes on to who can mend it, as this rung's own request.
            for told in file_store::items(batch.reader()?, federation, place, &checklist)? {
                if let Some((false, reason, false)) = &told.mark {
                    let reason = reason.as_deref().unwrap_or("Bổ sung theo yêu cầu của cấp trên");
                    file_store::append_mark(
                        batch,
                        (nomination, unit),
                        &told.item.code,
                        Some(reason),
                    )?;
                }
            }
        }
        write_marks(batch, (&known, unit), &checklist, marks)?;
        let items = file_store::items(batch.reader()?, federation, place, &checklist)?;
        rules::must_return_something(&file_store::filled(&items))?;
        nominate::take_proposal_out(batch, nomination, "Trả lại hồ sơ để bổ sung")?;
        let (_, level) = place::on_rung(batch.reader()?, federation, sender)?;
        let step = NewStep {
            holder: Some(sender),
            level,
            note,
            ..NewStep::staying(&known.standing, unit, Step::Returned, today)
        };
        store::append_step(batch, (known.round, nomination), &step).map(drop)
    })
}

/// Looks again at a file that the council or this rung was against, or whose decision was taken out as recorded in error.
pub fn reconsider(app: &App, actor: &Actor, nomination: Id, why: &str) -> Result<()> {
    app.write(actor, "rounds.appraise", "Xét lại hồ sơ", |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        rules::must_say(why, "lý do xét lại", rules::SAYS_MAX)?;
        let known = known_store::load(batch.reader()?, federation, nomination)?;
        rules::must_stand_so(&known.standing, &[State::Failed, State::Refused, State::Decided])?;
        let seat = known.standing.seat().unwrap_or(known.unit);
        batch.must_reach(seat)?;
        if known.standing.state == State::Decided
            && !known_store::was_taken_out(batch.reader()?, federation, nomination)?
        {
            let remedy = "Nếu ghi nhầm, xóa dòng khen ở trang quyết định trước";
            return Err(
                Refusal::new("decision_stands", "Quyết định khen còn hiệu lực", remedy).into()
            );
        }
        let step = NewStep {
            note: Some(why),
            ..NewStep::staying(&known.standing, seat, Step::Reconsidered, today)
        };
        store::append_step(batch, (known.round, nomination), &step).map(drop)
    })
}

/// A file in one of some states, with the unit in these books that holds it and its checklist.
fn lying(
    batch: &mut Batch<'_, '_>,
    nomination: Id,
    among: &[State],
) -> Result<(Known, Id, Vec<Item>)> {
    let federation = batch.federation();
    let known = known_store::load(batch.reader()?, federation, nomination)?;
    rules::must_stand_so(&known.standing, among)?;
    let Some(holder) = known.standing.holder else {
        let remedy = "Ghi kết quả của cấp trên khi có văn bản";
        return Err(Refusal::new("held_elsewhere", "Hồ sơ đang ở ngoài sổ này", remedy).into());
    };
    batch.must_reach(holder)?;
    let awards = read_store::awards(batch.reader()?, federation, known.round)?;
    let checklist = place::checklist_of(&awards, &known.award);
    Ok((known, holder, checklist))
}

fn write_marks(
    batch: &mut Batch<'_, '_>,
    (known, unit): (&Known, Id),
    checklist: &[Item],
    marks: &[Mark],
) -> Result<()> {
    if marks.len() > rules::ITEMS_MAX {
        let message = format!("Nhiều hơn {} mục", rules::ITEMS_MAX);
        return Err(Refusal::new("too_many_marks", message, "Tải lại trang hồ sơ").into());
    }
    let federation = batch.federation();
    let place = (known.id, &known.standing);
    let stands = file_store::items(batch.reader()?, federation, place, checklist)?;
    for each in marks {
        let Some(told) = stands.iter().find(|told| told.item.code == each.item) else {
            let message = "Danh mục hồ sơ không có mục này";
            return Err(Refusal::new("unknown_item", message, "Tải lại trang hồ sơ").into());
        };
        if let Some(reason) = &each.reason {
            rules::must_say(reason, "lý do trả lại", rules::SAYS_MAX)?;
        }
        let same = told.mark.as_ref().is_some_and(|(accepted, reason, stale)| {
            !stale && *accepted == each.reason.is_none() && *reason == each.reason
        });
        if !same {
            file_store::append_mark(batch, (known.id, unit), &each.item, each.reason.as_deref())?;
        }
    }
    Ok(())
}
