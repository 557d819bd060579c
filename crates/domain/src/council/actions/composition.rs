//! A council set up by its decision, seats filled and given up.

use db::values;
use kernel::{Actor, Day, Id, Refusal};

use super::{load_council, unknown_member};
use crate::books::{Batch, schema};
use crate::council::model::{Council, Member, NewCouncil, NewMember, Role};
use crate::council::{regulations, rules, store};
use crate::documents::{self, DocumentRef};
use crate::{App, Result, people, units};

/// Sets a council up with its members. Gives back its id.
pub fn set_up(app: &App, actor: &Actor, new: &NewCouncil) -> Result<Id> {
    app.write(
        actor,
        "council.manage",
        "Thành lập hội đồng thi đua – khen thưởng",
        |batch| {
            let federation = batch.federation();
            batch.must_reach(new.unit)?;
            rules::check_council(new)?;
            let unit = units::load(batch.reader()?, federation, new.unit)?;
            units::must_be_open(&unit, new.from)?;
            must_fit(&unit, new.from, new.members.len())?;
            let document = documents::find_or_add(batch, &new.document)?;
            let id = batch.next_id();
            let name = rules::text(&new.name, (3, rules::NAME_MAX), "Tên hội đồng")?;
            let row = values![id, new.unit, name, document, new.from, new.to];
            batch.append_as(id, &schema::COUNCIL, row.to_vec())?;
            for member in &new.members {
                write_member(batch, (id, new.unit), member, (new.from, document))?;
            }
            Ok(id)
        },
    )
}

/// The size that a text sets, where one was read for such a unit and day.
fn must_fit(unit: &units::UnitState, on: Day, members: usize) -> Result<()> {
    let Some(rule) = regulations::standard()?.size_on(unit.kind, on) else { return Ok(()) };
    if members <= rule.most {
        return Ok(());
    }
    Err(Refusal::new(
        "too_many_members",
        format!("Hội đồng có {members} người, quy định không quá {}", rule.most),
        format!("Xem lại danh sách; căn cứ: {}", rule.origin.cited()),
    )
    .into())
}

fn write_member(
    batch: &mut Batch<'_, '_>,
    (council, unit): (Id, Id),
    new: &NewMember,
    (from, document): (Day, Id),
) -> Result<Id> {
    let named = match new.person {
        None => rules::text(&new.named, (2, rules::NAME_MAX), "Họ tên thành viên")?,
        Some(person) => person_named(batch, person)?,
    };
    let title = rules::text(&new.title, (0, rules::NAME_MAX), "Chức vụ")?;
    let id = batch.next_id();
    let none: Option<Day> = None;
    let from = new.from.unwrap_or(from);
    let row =
        values![id, council, unit, new.role.code(), new.person, named, title, from, none, document];
    batch.append_as(id, &schema::COUNCIL_MEMBER, row.to_vec())?;
    Ok(id)
}

/// The name of a person whom the actor may read.
pub(super) fn person_named(batch: &mut Batch<'_, '_>, person: Id) -> Result<String> {
    let (app, actor, federation) = (batch.app, batch.actor().clone(), batch.federation());
    people::must_reach_person(app, batch.reader()?, &actor, "council.read", person)?;
    people::must_stand(batch.reader()?, federation, person)?;
    Ok(store::person_named(batch.reader()?, federation, person)?.unwrap_or_default())
}

/// Seats somebody in a council from a day on. Gives back the seat.
pub fn seat(
    app: &App,
    actor: &Actor,
    council: Id,
    new: &NewMember,
    document: &DocumentRef,
) -> Result<Id> {
    rules::check_member(new)?;
    app.write(actor, "council.manage", "Bổ sung thành viên hội đồng", |batch| {
        let federation = batch.federation();
        let council = load_council(batch.reader()?, federation, council)?;
        batch.must_reach(council.unit.0)?;
        let from = new.from.unwrap_or(app.today());
        must_leave_sessions(batch, council.id, from)?;
        let sits: Vec<&Member> =
            council.members.iter().filter(|member| member.sits_on(from)).collect();
        if sits.iter().any(|member| member.person.is_some() && member.person == new.person) {
            return Err(rules::already_sits().into());
        }
        if new.role == Role::Chair && sits.iter().any(|member| member.role == Role::Chair) {
            return Err(Refusal::new(
                "one_chair",
                "Hội đồng đã có Chủ tịch vào ngày đó",
                "Ghi người cũ thôi tham gia trước",
            )
            .into());
        }
        let unit = units::load(batch.reader()?, federation, council.unit.0)?;
        must_fit(&unit, from, sits.len() + 1)?;
        let document = documents::find_or_add(batch, document)?;
        write_member(batch, (council.id, council.unit.0), new, (from, document))
    })
}

/// Ends somebody's seat with a day.
pub fn unseat(
    app: &App,
    actor: &Actor,
    (council, member): (Id, Id),
    last: Day,
    document: &DocumentRef,
) -> Result<()> {
    app.write(actor, "council.manage", "Thôi tham gia hội đồng", |batch| {
        let federation = batch.federation();
        let council = load_council(batch.reader()?, federation, council)?;
        batch.must_reach(council.unit.0)?;
        let member = standing(&council, member)?;
        if last < member.from {
            return Err(Refusal::new(
                "ends_before_it_begins",
                format!("{} tham gia từ ngày {}", member.named, member.from.vi()),
                "Ghi ngày thôi tham gia từ ngày đó trở đi",
            )
            .into());
        }
        must_leave_sessions(batch, council.id, last.next())?;
        let document = documents::find_or_add(batch, document)?;
        let row = values![
            member.id,
            council.id,
            council.unit.0,
            member.role.code(),
            member.person,
            member.named.clone(),
            member.title.clone(),
            member.from,
            last,
            document
        ];
        batch.append(&schema::COUNCIL_MEMBER, row.to_vec()).map(drop)
    })
}

/// Who sat in a session that was held stays as it was: its quorum and minutes are of those people.
fn must_leave_sessions(batch: &mut Batch<'_, '_>, council: Id, from: Day) -> Result<()> {
    let federation = batch.federation();
    let held = store::sat_last(batch.reader()?, federation, council)?;
    let Some(held) = held.filter(|held| from <= *held) else { return Ok(()) };
    Err(Refusal::new(
        "session_was_held",
        format!(
            "Hội đồng đã họp và bỏ phiếu ngày {}, thành viên của ngày ấy giữ nguyên",
            held.vi()
        ),
        "Ghi thay đổi từ ngày sau phiên họp ấy",
    )
    .into())
}

/// A seat that was not given up yet.
fn standing(council: &Council, member: Id) -> Result<&Member> {
    let known = council.members.iter().find(|each| each.id == member).ok_or_else(unknown_member)?;
    if known.to.is_none() {
        return Ok(known);
    }
    Err(Refusal::new(
        "seat_ended",
        format!("{} đã thôi tham gia hội đồng", known.named),
        "Mở lại trang hội đồng",
    )
    .into())
}
