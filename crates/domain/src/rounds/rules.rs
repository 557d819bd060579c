//! The rules of rounds: what a round must say, when a file may move on, how many may. Pure.

use kernel::{Day, Id, Refusal};

use super::model::{Item, NewNomination, Quota, RoundAward, State};
use super::standing::Standing;
use crate::awards::{self, Level, Subject};

/// Items of one checklist at most.
pub(super) const ITEMS_MAX: usize = 20;
/// Units called at once at most: the grassroots unions of a large district.
pub(super) const CALLED_MAX: usize = 2_000;
/// Nominations of one round at most: a province sees some thousands at a year's end.
pub(super) const NOMINATIONS_MAX: i64 = 5_000;
/// Letters of a line at most.
pub(super) const LINE_MAX: usize = 300;
/// Letters of a report at most: about twelve pages.
pub(super) const BODY_MAX: usize = 30_000;
/// Letters of a reason, an answer or a comment at most.
pub(super) const SAYS_MAX: usize = 2_000;
/// Comments of one account on one list at most: some on each of its lines.
const OWN_COMMENTS_MAX: usize = 200;
/// Comments on one list at most, with the answers: 5.000 × 2.000 letters are read at once.
const COMMENTS_MAX: usize = 5_000;
/// Files of one nomination at most.
pub(super) const FILES_MAX: usize = 30;

/// A refusal with its remedy.
pub(super) fn refuse(
    code: &'static str,
    message: impl Into<String>,
    remedy: &'static str,
) -> Refusal {
    Refusal::new(code, message.into(), remedy)
}

/// A text that must be there, within its limit.
pub(super) fn must_say(text: &str, what: &str, most: usize) -> Result<(), Refusal> {
    let letters = text.trim().chars().count();
    if (1..=most).contains(&letters) {
        return Ok(());
    }
    let message = format!("Phần {what} phải có, dài nhất {most} chữ");
    Err(refuse("bad_text", message, "Ghi ngắn gọn, rõ ý"))
}

/// So many units may be called at once.
pub(super) fn must_call(count: usize) -> Result<(), Refusal> {
    if (1..=CALLED_MAX).contains(&count) {
        return Ok(());
    }
    let message = format!("Gọi từ 1 đến {CALLED_MAX} đơn vị một lần");
    Err(refuse(
        "nobody_called",
        message,
        "Chọn ít nhất một đơn vị cấp dưới, hoặc chính đơn vị mình",
    ))
}

/// What a nomination must say before anything is looked up; gives back the award's line of the round.
pub(super) fn check_nomination<'a>(
    new: &NewNomination,
    awards_of: &'a [RoundAward],
) -> Result<&'a RoundAward, Refusal> {
    let line = awards_of.iter().find(|each| each.award == new.award).ok_or_else(|| {
        let message = format!("Đợt này không xét {}", awards::award_name(&new.award));
        refuse("not_in_round", message, "Chọn danh hiệu, hình thức của đợt")
    })?;
    must_say(&new.achievement, "nội dung thành tích", LINE_MAX)?;
    let award = awards::award(&new.award);
    if award.is_some_and(|award| !award.subjects.contains(&new.subject)) {
        let whom = new.subject.name().vi.to_lowercase();
        let message = format!("{} không tặng cho {whom}", awards::award_name(&new.award));
        return Err(refuse("wrong_subject", message, "Chọn hình thức khen dành cho đối tượng này"));
    }
    if (new.subject == Subject::Person) != new.person.is_some() {
        let remedy = "Tìm và chọn đoàn viên trong danh sách";
        return Err(refuse("name_missing", "Chưa chọn người được đề nghị", remedy));
    }
    if let Some(named) = &new.named {
        must_say(named, "tên tập thể", LINE_MAX)?;
    }
    Ok(line)
}

/// What the round says of a call on a day.
pub(super) fn must_be_in_time(due_on: Day, is_closed: bool, today: Day) -> Result<(), Refusal> {
    let remedy = "Đề nghị đơn vị mở đợt gia hạn hoặc mở lại";
    if is_closed {
        return Err(refuse("round_closed", "Đợt này đã kết thúc nhận hồ sơ", remedy));
    }
    if today > due_on {
        let message = format!("Hạn gửi hồ sơ của đợt này đã hết ngày {}", due_on.vi());
        return Err(refuse("call_over", message, remedy));
    }
    Ok(())
}

/// The state must be one of these.
pub(super) fn must_stand_so(standing: &Standing, among: &[State]) -> Result<(), Refusal> {
    if among.contains(&standing.state) {
        return Ok(());
    }
    let message =
        format!("Hồ sơ đang ở bước “{}” nên không làm được việc này", standing.state.name().vi);
    Err(refuse("step_out_of_turn", message, "Mở lại trang hồ sơ để xem việc nào làm được bây giờ"))
}

/// The file must lie there.
pub(super) fn must_hold(standing: &Standing, unit: Id) -> Result<(), Refusal> {
    if standing.seat() == Some(unit) {
        return Ok(());
    }
    let remedy = "Mở trang hồ sơ để xem đơn vị nào đang giữ";
    Err(refuse("held_elsewhere", "Hồ sơ này đang ở đơn vị khác", remedy))
}

/// What is known of an item when the file moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Filled<'i> {
    pub(super) item: &'i Item,
    pub(super) has_text: bool,
    pub(super) has_file: bool,
    /// The last judgement by the unit it lies at, or that returned it: accepted or not, and whether it is older than
    /// what stands in the item.
    pub(super) mark: Option<(bool, bool)>,
}

impl Filled<'_> {
    /// Whether what the item asks for is there.
    pub(super) fn is_whole(&self) -> bool {
        use super::model::ItemSort;
        match self.item.sort {
            ItemSort::Text => self.has_text,
            ItemSort::File => self.has_file,
            ItemSort::Both => self.has_text && self.has_file,
        }
    }

    fn is_empty(&self) -> bool {
        !self.has_text && !self.has_file
    }
}

/// A file that goes up must be whole, and what was returned must have been mended.
pub(super) fn must_be_whole(items: &[Filled<'_>]) -> Result<(), Refusal> {
    if let Some(lacks) = items.iter().find(|each| each.item.needed && !each.is_whole()) {
        let message = format!("Hồ sơ còn thiếu: {}", lacks.item.title);
        return Err(refuse("file_incomplete", message, "Bổ sung mục này rồi gửi lại"));
    }
    if let Some(left) = items.iter().find(|each| each.mark == Some((false, false))) {
        let message = format!("Mục “{}” bị trả lại mà chưa được bổ sung", left.item.title);
        return Err(refuse("not_mended", message, "Sửa nội dung hoặc gửi tệp khác cho mục này"));
    }
    Ok(())
}

/// Appraisal is over when every item that must be there, or is there, was accepted.
pub(super) fn must_be_accepted(items: &[Filled<'_>]) -> Result<(), Refusal> {
    let left = items
        .iter()
        .find(|each| (each.item.needed || !each.is_empty()) && each.mark != Some((true, false)));
    match left {
        None => Ok(()),
        Some(left) => {
            let message = format!("Mục “{}” chưa được chấp nhận", left.item.title);
            Err(refuse("not_appraised", message, "Chấp nhận từng mục, hoặc trả lại kèm lý do"))
        }
    }
}

/// A return names at least one item.
pub(super) fn must_return_something(items: &[Filled<'_>]) -> Result<(), Refusal> {
    if items.iter().any(|each| each.mark == Some((false, false))) {
        return Ok(());
    }
    let remedy = "Đánh dấu mục cần bổ sung kèm lý do, rồi trả lại";
    Err(refuse("nothing_returned", "Chưa nêu mục nào cần bổ sung", remedy))
}

/// What must have happened on a rung before its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Before {
    /// Whether a council votes at this rung.
    pub(super) council: bool,
    /// Whether the list is opened at this rung.
    pub(super) comment: bool,
    /// The first day after the list was open, where it was opened.
    pub(super) opened_to: Option<Day>,
    /// Objections that nobody answered.
    pub(super) open_objections: i64,
}

/// Passes when a rung may give its outcome to a file: appraised, commented on, voted on.
pub(super) fn must_be_ripe(standing: &Standing, before: Before, today: Day) -> Result<(), Refusal> {
    if standing.is_outside() {
        return must_stand_so(standing, &[State::Sent]);
    }
    match (standing.state, before.council) {
        (State::Accepted, false) | (State::Passed, _) => {}
        (State::Accepted, true) => {
            let remedy = "Đưa hồ sơ vào phiên họp hội đồng của đơn vị";
            return Err(refuse("council_missing", "Hội đồng chưa biểu quyết hồ sơ này", remedy));
        }
        (State::Failed, _) => {
            let remedy = "Ghi không được khen, trả lại, hoặc xét lại kèm lý do";
            return Err(refuse("council_against", "Hội đồng không thông qua hồ sơ này", remedy));
        }
        _ => return must_stand_so(standing, &[State::Accepted]),
    }
    must_be_heard(before, today)
}

fn must_be_heard(before: Before, today: Day) -> Result<(), Refusal> {
    match before.opened_to {
        None if before.comment => {
            let remedy = "Mở danh sách lấy ý kiến trước, rồi quyết định sau khi đủ ngày";
            return Err(refuse(
                "comment_missing",
                "Chưa lấy ý kiến đoàn viên về hồ sơ này",
                remedy,
            ));
        }
        Some(to) if today < to => {
            let message = format!("Danh sách còn lấy ý kiến đến hết ngày {}", to.previous().vi());
            return Err(refuse("comment_not_over", message, "Chờ hết hạn lấy ý kiến"));
        }
        _ => {}
    }
    if before.open_objections > 0 {
        let message = format!("Còn {} ý kiến phản ánh chưa trả lời", before.open_objections);
        return Err(refuse(
            "objection_open",
            message,
            "Trả lời từng ý kiến trong danh sách lấy ý kiến",
        ));
    }
    Ok(())
}

/// Whether a rung opens the list: the one whose level the round names.
pub(super) fn opens_list(comment: Option<Level>, rung: Level) -> bool {
    comment == Some(rung)
}

/// Nobody fills a list for comment alone: what one account says there, and what all do.
pub(super) fn must_leave_room(own: usize, all: usize) -> Result<(), Refusal> {
    if own < OWN_COMMENTS_MAX && all < COMMENTS_MAX {
        return Ok(());
    }
    let remedy = "Gửi ý kiến trực tiếp cho văn phòng";
    Err(refuse("too_many_comments", "Danh sách đã có quá nhiều ý kiến", remedy))
}

/// A nomination as quotas count it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted<'a> {
    pub(super) called: Id,
    pub(super) award: &'a str,
    pub(super) block: &'a str,
}

/// Passes when one more of this sort may go beyond its called unit, where `there` are beyond it already.
pub(super) fn must_fit_quotas(
    quotas: &[Quota],
    one: Counted<'_>,
    there: &[Counted<'_>],
) -> Result<(), Refusal> {
    let covers = |quota: &Quota, each: &Counted<'_>| {
        quota.called.is_none_or(|called| called == each.called)
            && quota.award.as_deref().is_none_or(|award| award == each.award)
            && quota.block.is_none_or(|block| block.code() == each.block)
            // A quota that names no unit holds for each called unit by itself.
            && each.called == one.called
    };
    for quota in quotas.iter().filter(|quota| covers(quota, &one)) {
        let count = there.iter().filter(|each| covers(quota, each)).count() as i64;
        if count >= quota.at_most {
            return Err(refuse(
                "quota_full",
                format!("Đã gửi đủ {} hồ sơ theo chỉ tiêu: {}", quota.at_most, quota_says(quota)),
                "Rút bớt một hồ sơ, hoặc đề nghị đơn vị mở đợt điều chỉnh chỉ tiêu",
            ));
        }
    }
    Ok(())
}

/// What a quota is for, in words.
fn quota_says(quota: &Quota) -> String {
    let award = quota.award.as_deref().map_or("mọi danh hiệu, hình thức", awards::award_name);
    let block = quota.block.map_or("mọi khối", |block| block.name().vi);
    format!("{award}, {block}")
}

/// Where the rules speak against somebody, the unit says why it still asks.
pub(super) fn must_say_why(state: ::rules::State, why: Option<&str>) -> Result<(), Refusal> {
    let against = matches!(state, ::rules::State::NotEligible | ::rules::State::OnHold);
    match why.map(str::trim).filter(|why| !why.is_empty()) {
        Some(why) => must_say(why, "giải trình", SAYS_MAX),
        None if against => Err(refuse(
            "verdict_against",
            format!("Kết quả xét điều kiện: {}", state.name().vi),
            "Ghi giải trình vì sao vẫn đề nghị, hoặc chọn người, tập thể khác",
        )),
        None => Ok(()),
    }
}
