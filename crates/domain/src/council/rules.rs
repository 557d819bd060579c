//! Pure decisions about councils, their sessions and agendas.

use kernel::{Day, Id, Refusal};

use super::model::{Matter, NewCouncil, NewMember, Role, Room, Stage};
use super::terms::{Base, Terms};

/// Members of a council at most, whatever the regulations say: more fit on no form.
pub(super) const MEMBERS_MAX: usize = 60;
/// Matters on an agenda at most.
pub(super) const MATTERS_MAX: usize = 200;
/// Letters of a name or title at most.
pub(super) const NAME_MAX: usize = 200;
/// Letters of a reason at most.
pub(super) const REASON_MAX: usize = 1_000;

pub(super) fn no(
    code: &'static str,
    message: impl Into<String>,
    remedy: impl Into<String>,
) -> Refusal {
    Refusal::new(code, message, remedy)
}

/// A text of at least so many letters and at most so many.
pub(super) fn text(
    value: &str,
    (least, most): (usize, usize),
    what: &'static str,
) -> Result<String, Refusal> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if (least..=most).contains(&value.chars().count()) {
        return Ok(value);
    }
    Err(no(
        "council_text",
        format!("{what} phải có từ {least} đến {most} chữ"),
        "Ghi lại cho đủ, hoặc ngắn hơn",
    ))
}

/// A council needs days in order, one chair, and a name for each seat.
pub(super) fn check_council(new: &NewCouncil) -> Result<(), Refusal> {
    text(&new.name, (3, NAME_MAX), "Tên hội đồng")?;
    if new.to.is_some_and(|to| to < new.from) {
        return Err(no(
            "ends_before_it_begins",
            "Ngày kết thúc ở trước ngày bắt đầu",
            "Xem lại hai ngày của quyết định",
        ));
    }
    if new.members.len() > MEMBERS_MAX {
        return Err(no(
            "too_many_members",
            format!("Hội đồng có quá {MEMBERS_MAX} người"),
            "Xem lại danh sách kèm quyết định",
        ));
    }
    let chairs = new.members.iter().filter(|member| member.role == Role::Chair).count();
    if chairs != 1 {
        return Err(no(
            "one_chair",
            format!("Hội đồng phải có đúng một Chủ tịch, danh sách có {chairs}"),
            "Ghi lại vai trò như quyết định",
        ));
    }
    new.members.iter().try_for_each(check_member)?;
    must_be_once(&new.members)
}

/// A seat is somebody's: of the books, or with a name.
pub(super) fn check_member(new: &NewMember) -> Result<(), Refusal> {
    if new.person.is_none() {
        text(&new.named, (2, NAME_MAX), "Họ tên thành viên")?;
    }
    text(&new.title, (0, NAME_MAX), "Chức vụ").map(drop)
}

fn must_be_once(members: &[NewMember]) -> Result<(), Refusal> {
    let mut people: Vec<Id> = members.iter().filter_map(|member| member.person).collect();
    let count = people.len();
    people.sort_unstable();
    people.dedup();
    if people.len() == count { Ok(()) } else { Err(already_sits()) }
}

pub(super) fn already_sits() -> Refusal {
    no("already_sits", "Một người có hai ghế trong hội đồng", "Bỏ một dòng")
}

/// What a session typed must be no looser than the rule that binds it.
pub(super) fn must_not_loosen(typed: &Terms, rule: &Terms) -> Result<(), Refusal> {
    let same = typed.pass.is_as_large_as(rule.pass) && rule.pass.is_as_large_as(typed.pass);
    let looser = !typed.pass.is_as_large_as(rule.pass)
        || (same && rule.beyond && !typed.beyond)
        || (rule.base == Base::All && typed.base == Base::Present)
        || (rule.secret && !typed.secret)
        || (typed.written && !rule.written)
        || (typed.recused_out && !rule.recused_out)
        || !typed.quorum.is_as_large_as(rule.quorum);
    if looser {
        return Err(no(
            "looser_than_rule",
            format!("Điều đã ghi nhẹ hơn quy định: {}, {}", rule.vi(), rule.source),
            "Giữ như quy định, hoặc ghi chặt hơn",
        ));
    }
    Ok(())
}

/// A session that can still change.
pub(super) fn must_be_open(room: &Room) -> Result<(), Refusal> {
    match room.stage {
        Stage::Planned => Ok(()),
        Stage::Closed | Stage::Cancelled => Err(no(
            "session_over",
            format!("Phiên họp ngày {} {}", room.on.vi(), room.stage.name().vi),
            "Gọi phiên họp khác",
        )),
    }
}

/// Nothing happens in a session before its day.
pub(super) fn must_have_begun(room: &Room, today: Day) -> Result<(), Refusal> {
    must_be_open(room)?;
    if today < room.on {
        return Err(no(
            "session_not_begun",
            format!("Phiên họp đến ngày {} mới bắt đầu", room.on.vi()),
            "Chờ đến ngày họp, hoặc sửa ngày của phiên",
        ));
    }
    Ok(())
}

/// Where somebody was, and who may not vote, stays as it is while a ballot is open.
pub(super) fn must_not_be_voting(room: &Room) -> Result<(), Refusal> {
    if room.matters.iter().any(|matter| matter.open_ballot().is_some()) {
        return Err(no(
            "ballot_open",
            "Đang có phiếu mở, người dự họp và người bỏ phiếu không đổi được",
            "Kết thúc hoặc hủy phiếu đang mở trước",
        ));
    }
    Ok(())
}

/// A matter that was not voted on yet.
pub(super) fn must_be_undecided(matter: &Matter) -> Result<(), Refusal> {
    if matter.open_ballot().is_some() {
        return Err(no(
            "ballot_open",
            format!("Mục {} đang bỏ phiếu", matter.place),
            "Kết thúc hoặc hủy phiếu đang mở trước",
        ));
    }
    if matter.counted().is_some() {
        return Err(no(
            "matter_decided",
            format!("Mục {} đã có kết quả", matter.place),
            "Kết quả đã kiểm không bỏ phiếu lại trong cùng phiên",
        ));
    }
    Ok(())
}
