//! What a call must be, who is in time, and what is locked.

use kernel::{Day, Refusal};

use super::model::{Due, Filing, NewCall};
use crate::reports::{State, rules::check_note};

/// Days before the last one on which units are reminded: so many at most, and not earlier than this.
const REMINDERS: (usize, i32) = (5, 90);
/// Units of one call at most: a district of the largest city has 2,000 unions.
pub(super) const UNITS_MAX: usize = 5_000;

/// Refuses a call that makes no sense.
pub(super) fn check_call(new: &NewCall, today: Day) -> Result<(), Refusal> {
    check_note(new.note.as_deref())?;
    if new.due <= new.period.last() {
        return Err(Refusal::new(
            "due_before_end",
            format!("Hạn nộp {} trước khi kỳ báo cáo kết thúc", new.due.vi()),
            format!("Chọn hạn sau ngày {}", new.period.last().vi()),
        ));
    }
    check_day(new.due, today)?;
    let (most, earliest) = REMINDERS;
    if new.remind.len() > most || new.remind.iter().any(|days| !(1..=earliest).contains(days)) {
        return Err(Refusal::new(
            "bad_reminder",
            "Số ngày nhắc trước hạn không hợp lệ",
            "Ghi tối đa 5 số, mỗi số từ 1 đến 90, cách nhau dấu phẩy",
        ));
    }
    Ok(())
}

/// Refuses a last day that is over.
pub(super) fn check_day(due: Day, today: Day) -> Result<(), Refusal> {
    if due < today {
        return Err(Refusal::new(
            "due_past",
            format!("Hạn nộp {} đã qua", due.vi()),
            "Chọn hạn từ hôm nay trở đi",
        ));
    }
    Ok(())
}

/// Refuses a change for one unit without a reason.
pub(super) fn check_reason(reason: &str) -> Result<(), Refusal> {
    check_note(Some(reason))?;
    if reason.trim().is_empty() {
        return Err(Refusal::new(
            "reason_missing",
            "Chưa nêu lý do gia hạn hoặc miễn báo cáo",
            "Ghi ngắn gọn vì sao",
        ));
    }
    Ok(())
}

/// Refuses a call that nobody owes, or too many.
pub(super) fn check_units(count: usize) -> Result<(), Refusal> {
    match count {
        0 => Err(Refusal::new(
            "nobody_called",
            "Không có đơn vị trực thuộc nào thuộc diện của mẫu này",
            "Chọn mẫu đúng cấp của các đơn vị bên dưới",
        )),
        1..=UNITS_MAX => Ok(()),
        _ => Err(Refusal::new(
            "too_many_units",
            format!("Một đợt báo cáo gọi tối đa {UNITS_MAX} đơn vị"),
            "Để đơn vị cấp giữa gọi các đơn vị của mình",
        )),
    }
}

/// How a unit stands: the day of its first filing, where its report stands, its last day.
pub(super) fn filing(first: Option<Day>, state: State, due: Day, today: Day) -> Filing {
    match first {
        Some(_) if state.is_open() => Filing::Returned,
        Some(first) if first <= due => Filing::OnTime,
        Some(first) => Filing::Late(first.since(due)),
        None if today <= due => Filing::Awaited,
        None => Filing::Missing(today.since(due)),
    }
}

/// Whether a day of reminding is reached, or the last day is over.
pub(super) fn is_pressing(remind: &[i32], due: Day, today: Day) -> bool {
    let left = due.since(today);
    left < 0 || remind.iter().any(|days| left <= *days)
}

/// Whether nothing may be filed: the day is over, the call locks, and nobody above took the report up again. What was
/// sent back from above may be filed again.
pub(super) fn is_locked(due: Due, has_steps: bool, today: Day) -> bool {
    !has_steps && due.locks && due.on.is_some_and(|due| due < today)
}

/// The refusal of what is locked.
pub(super) fn locked(due: Due) -> Refusal {
    let day = due.on.map(Day::vi).unwrap_or_default();
    Refusal::new(
        "report_locked",
        format!("Đợt báo cáo đã khóa sau hạn nộp {day}"),
        "Đề nghị đơn vị cấp trên gia hạn cho đơn vị mình",
    )
}
