//! Matters put on the agenda and taken off it; who may not vote on one.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::composition::person_named;
use super::{managed, matter_in, unknown_member};
use crate::awards;
use crate::books::{Batch, schema};
use crate::council::model::{NewMatter, Room, Subject};
use crate::council::terms::Terms;
use crate::council::{regulations, room_store, rules};
use crate::{App, Result, people, units};

/// Letters of what is asked at most.
const ASKED_MAX: usize = 600;

/// Who a matter is about, as it is kept: name, person, unit.
pub(super) type About = (String, Option<Id>, Option<Id>);

/// Puts a matter on the agenda of a session. Gives back its id.
pub fn add_matter(app: &App, actor: &Actor, session: Id, new: &NewMatter) -> Result<Id> {
    app.write(actor, "council.manage", "Đưa việc vào chương trình họp", |batch| {
        let room = managed(batch, session)?;
        add_in(batch, &room, new)
    })
}

/// The same inside a batch.
fn add_in(batch: &mut Batch<'_, '_>, room: &Room, new: &NewMatter) -> Result<Id> {
    if let Some(code) = &new.award {
        awards::award(code).ok_or_else(|| {
            Refusal::new(
                "unknown_award",
                "Danh mục không có danh hiệu, hình thức khen này",
                "Chọn trong danh mục",
            )
        })?;
    }
    let terms = terms_of(batch, room, new)?;
    let about = about(batch, &new.subject)?;
    write_matter(batch, room, (new, &terms), about)
}

/// Writes a matter whose terms and subject are known.
pub(super) fn write_matter(
    batch: &mut Batch<'_, '_>,
    room: &Room,
    (new, terms): (&NewMatter, &Terms),
    (subject, person, unit): About,
) -> Result<Id> {
    if room.matters.len() >= rules::MATTERS_MAX {
        return Err(Refusal::new(
            "agenda_full",
            format!("Chương trình họp đã có {} mục", room.matters.len()),
            "Chia thành hai phiên họp",
        )
        .into());
    }
    let title = rules::text(&new.title, (3, ASKED_MAX), "Nội dung của mục")?;
    terms.must_stand()?;
    let id = batch.next_id();
    let mut row = values![
        id,
        room.id,
        room.council.unit.0,
        new.award.clone(),
        title,
        subject,
        person,
        unit,
        new.nomination
    ]
    .to_vec();
    row.extend(room_store::terms_row(terms));
    row.push(false.into());
    batch.append_as(id, &schema::COUNCIL_MATTER, row)?;
    Ok(id)
}

/// What binds a matter: the rule of the regulations, tightened by the session or not; where no text was
/// read, what the session typed.
pub(super) fn terms_of(batch: &mut Batch<'_, '_>, room: &Room, new: &NewMatter) -> Result<Terms> {
    let federation = batch.federation();
    let kind = units::load(batch.reader()?, federation, room.council.unit.0)?.kind;
    let award = new.award.as_deref().unwrap_or_default();
    let rule = regulations::standard()?.votes_on(kind, award, room.on, true).next();
    let rule = rule.map(|rule| rule.terms(room.quorum.0));
    let typed = new.terms.clone().map(|typed| Terms { quorum: room.quorum.0, rule: None, ..typed });
    match (typed, rule) {
        (None, Some(rule)) => Ok(rule),
        (Some(typed), None) => Ok(typed),
        (Some(typed), Some(rule)) => {
            let typed = Terms { quorum: rule.quorum, rule: rule.rule.clone(), ..typed };
            rules::must_not_loosen(&typed, &rule)?;
            Ok(typed)
        }
        (None, None) => Err(Refusal::new(
            "terms_missing",
            "Chưa văn bản nào đã đọc quy định mức thông qua của việc này",
            "Ghi mức thông qua, cách bỏ phiếu và căn cứ của phiên họp",
        )
        .into()),
    }
}

fn about(batch: &mut Batch<'_, '_>, subject: &Subject) -> Result<About> {
    let federation = batch.federation();
    match subject {
        Subject::Named(name) => Ok((
            rules::text(name, (0, rules::NAME_MAX), "Tên người, tập thể được xét")?,
            None,
            None,
        )),
        Subject::Unit(unit) => {
            let state = units::load(batch.reader()?, federation, *unit)?;
            Ok((state.name, None, Some(*unit)))
        }
        Subject::Person(person) => {
            let name = person_named(batch, *person)?;
            let place = people::places_of(batch.reader()?, federation, *person)?.first().copied();
            let Some(unit) = place else { return Ok((name, Some(*person), None)) };
            let unit = units::load(batch.reader()?, federation, unit)?.name;
            Ok((format!("{name}, {unit}"), Some(*person), None))
        }
    }
}

/// Takes a matter off the agenda on which nobody has voted.
pub fn withdraw_matter(app: &App, actor: &Actor, session: Id, matter: Id) -> Result<()> {
    app.write(actor, "council.manage", "Rút việc khỏi chương trình họp", |batch| {
        let room = managed(batch, session)?;
        let known = matter_in(&room, matter)?;
        if !known.ballots.is_empty() {
            return Err(Refusal::new(
                "matter_was_voted_on",
                format!("Mục {} đã bỏ phiếu, không rút khỏi chương trình được", known.place),
                "Giữ mục này; kết quả ghi khi kết thúc phiên",
            )
            .into());
        }
        let mut row = values![
            known.id,
            session,
            room.council.unit.0,
            known.award.clone(),
            known.title.clone(),
            known.subject.clone(),
            known.person,
            known.unit,
            known.nomination
        ]
        .to_vec();
        row.extend(room_store::terms_row(&known.terms));
        row.push(true.into());
        batch.append(&schema::COUNCIL_MATTER, row).map(drop)
    })
}

/// Writes down that a member may not vote on a matter and why; without a reason, that this was a mistake.
pub fn recuse(
    app: &App,
    actor: &Actor,
    session: Id,
    (matter, member): (Id, Id),
    reason: Option<&str>,
) -> Result<()> {
    app.write(actor, "council.manage", "Không tham gia bỏ phiếu", |batch| {
        let room = managed(batch, session)?;
        let known = matter_in(&room, matter)?;
        room.member(member).ok_or_else(unknown_member)?;
        rules::must_be_undecided(known)?;
        if known.recusals.iter().any(|each| each.member == member && each.is_own) {
            return Err(Refusal::new(
                "own_matter",
                "Người được xét không bỏ phiếu về mình, điều này không bỏ được",
                "Giữ nguyên",
            )
            .into());
        }
        let said = match reason {
            Some(reason) => rules::text(reason, (3, rules::REASON_MAX), "Lý do")?,
            None => String::new(),
        };
        let row = values![matter, session, room.council.unit.0, member, said, reason.is_none()];
        batch.append(&schema::COUNCIL_RECUSAL, row.to_vec()).map(drop)
    })
}
