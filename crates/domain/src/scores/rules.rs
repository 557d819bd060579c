//! What may be written on a card, when, and by whom; who is ranked at all.

use std::collections::HashMap;

use kernel::{Day, Refusal};

use super::grading::points_text;
use super::model::{Answer, Hand, Mark, NewCycle, State, Step};
use super::sheet::{Body, Item, When};

/// Letters of a reason, note or name at most.
pub(super) const LETTERS_MAX: usize = 500;
/// Units of a cluster at most.
pub(super) const UNITS_MAX: usize = 2_000;
/// Clusters of one cycle at most.
const CLUSTERS_MAX: usize = 100;
/// Days of a cycle at most: a school year and its holidays.
const CYCLE_DAYS_MAX: i32 = 400;

fn refuse(code: &'static str, message: impl Into<String>, remedy: &'static str) -> Refusal {
    Refusal::new(code, message.into(), remedy)
}

/// A text that must be there.
pub(super) fn must_say(text: &str, what: &str) -> Result<(), Refusal> {
    if (1..=LETTERS_MAX).contains(&text.trim().chars().count()) {
        return Ok(());
    }
    let message = format!("Phần {what} phải có, dài nhất {LETTERS_MAX} chữ");
    Err(refuse("bad_text", message, "Ghi ngắn gọn, đủ ý"))
}

/// A text that may be left out.
pub(super) fn must_fit(text: Option<&str>) -> Result<(), Refusal> {
    if text.is_none_or(|text| text.chars().count() <= LETTERS_MAX) {
        return Ok(());
    }
    let message = format!("Lý do hoặc ghi chú dài hơn {LETTERS_MAX} chữ");
    Err(refuse("bad_text", message, "Viết ngắn lại"))
}

/// Days that follow one another.
pub(super) fn must_follow(from: Day, to: Option<Day>) -> Result<(), Refusal> {
    if to.is_none_or(|to| from <= to) {
        return Ok(());
    }
    Err(refuse("ends_before_begun", "Ngày kết thúc trước ngày bắt đầu", "Kiểm tra lại hai ngày"))
}

/// What a cycle must say before anything is looked up.
pub(super) fn check_cycle(new: &NewCycle) -> Result<(), Refusal> {
    must_say(&new.name, "tên kỳ chấm")?;
    must_follow(new.from, Some(new.to))?;
    if new.to.since(new.from) > CYCLE_DAYS_MAX {
        let message = format!("Kỳ chấm dài hơn {CYCLE_DAYS_MAX} ngày");
        return Err(refuse("cycle_too_long", message, "Mở mỗi nửa năm hoặc mỗi năm một kỳ"));
    }
    if new.own_by < new.from || new.review_by.is_some_and(|day| day < new.own_by) {
        let remedy = "Hạn tự chấm sau ngày đầu kỳ, hạn thẩm định sau hạn tự chấm";
        return Err(refuse("bad_deadline", "Hạn tự chấm, hạn thẩm định không hợp lệ", remedy));
    }
    if new.clusters.is_empty() || new.clusters.len() > CLUSTERS_MAX {
        let message = format!("Chọn từ 1 đến {CLUSTERS_MAX} khối, cụm");
        return Err(refuse("no_cluster", message, "Chia khối trước, rồi mở kỳ chấm"));
    }
    Ok(())
}

/// The sheet uses items of a hand: the council's items are its own, all others are the unit's.
fn hand_fits(body: &Body, item: &Item, hand: Hand) -> bool {
    let by_council = body.group(&item.group).is_some_and(|group| group.by_council);
    by_council == (hand == Hand::Bonus)
}

/// Points that a hand may give.
pub(super) fn check_mark(body: &Body, hand: Hand, mark: &Mark) -> Result<(), Refusal> {
    must_fit(mark.reason.as_deref())?;
    let Some(item) = body.item(&mark.item) else {
        let code: String = mark.item.chars().take(20).collect();
        let message = format!("Bảng điểm không có chỉ tiêu “{code}”");
        return Err(refuse("unknown_item", message, "Tải lại trang phiếu chấm"));
    };
    if !hand_fits(body, item, hand) {
        let message = format!("Chỉ tiêu {} do hội đồng của cấp trên chấm", item.code);
        return Err(refuse("item_of_council", message, "Để trống chỉ tiêu này khi tự chấm"));
    }
    if !(0..=item.most).contains(&mark.points) {
        let message = format!(
            "Chỉ tiêu {} chấm từ 0 đến {} điểm, không phải {}",
            item.code,
            points_text(item.most),
            points_text(mark.points)
        );
        return Err(refuse("points_out_of_range", message, "Sửa lại số điểm"));
    }
    Ok(())
}

/// A condition that is asked.
pub(super) fn check_answer(body: &Body, answer: &Answer) -> Result<(), Refusal> {
    must_fit(answer.reason.as_deref())?;
    let asked = |code: &str| {
        body.conditions.iter().any(|each| each.code == code && each.when == When::Asked)
    };
    if asked(&answer.condition) {
        return Ok(());
    }
    let code: String = answer.condition.chars().take(20).collect();
    let message = format!("Bảng điểm không hỏi điều kiện “{code}”");
    Err(refuse("unknown_condition", message, "Tải lại trang phiếu chấm"))
}

/// A card that is sent has every item of the unit's scored and every condition answered.
pub(super) fn must_be_whole(body: &Body, own: &HashMap<String, i64>) -> Result<(), Refusal> {
    let missing: Vec<&str> = body
        .items
        .iter()
        .filter(|item| hand_fits(body, item, Hand::Own) && !own.contains_key(&item.code))
        .map(|item| &*item.code)
        .collect();
    if !missing.is_empty() {
        let message = format!("Chưa chấm điểm các chỉ tiêu: {}", missing.join(", "));
        return Err(refuse("items_not_scored", message, "Chỉ tiêu không đạt thì ghi 0 điểm"));
    }
    let open = body
        .conditions
        .iter()
        .find(|each| each.when == When::Asked && !own.contains_key(&asked_key(&each.code)));
    match open {
        None => Ok(()),
        Some(condition) => {
            let message = format!("Chưa trả lời điều kiện: {}", condition.say);
            Err(refuse("condition_not_answered", message, "Chọn Có hoặc Không"))
        }
    }
}

/// Under which item the answer to a side condition stands.
pub(super) fn asked_key(condition: &str) -> String {
    format!("?{condition}")
}

/// Whoever changes what a unit gave itself says why.
pub(super) fn must_say_why(
    code: &str,
    own: Option<i64>,
    new: i64,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    if own == Some(new) || reason.is_some_and(|reason| !reason.trim().is_empty()) {
        return Ok(());
    }
    let message = format!("Điểm thẩm định của {code} khác điểm tự chấm mà chưa nêu lý do");
    Err(refuse("reason_missing", message, "Ghi lý do ở dòng ấy"))
}

/// A step that follows from where a card stands.
pub(super) fn must_follow_from(
    state: State,
    step: Step,
    note: Option<&str>,
) -> Result<(), Refusal> {
    must_fit(note)?;
    let follows = match step {
        Step::Submit => state.is_open(),
        Step::Return | Step::Review => state == State::Submitted,
        Step::Reopen => state == State::Reviewed,
    };
    if !follows {
        let (message, remedy) = match (step, state) {
            (Step::Reopen, State::Ranked) => {
                ("Khối này đã có quyết định xếp loại", "Hủy bảng xếp loại trước, rồi thẩm định lại")
            }
            (Step::Submit, _) => ("Phiếu này đã gửi lên cấp trên", "Chờ cấp trên trả lại để sửa"),
            (Step::Reopen, _) => ("Phiếu này chưa thẩm định", "Thẩm định phiếu trước"),
            _ => ("Phiếu này không chờ thẩm định", "Tải lại trang để xem phiếu đang ở đâu"),
        };
        return Err(refuse("step_out_of_turn", message, remedy));
    }
    let needs_words = matches!(step, Step::Return | Step::Reopen);
    if needs_words && note.is_none_or(|note| note.trim().is_empty()) {
        return Err(refuse("reason_missing", "Chưa nêu lý do", "Ghi ngắn gọn cần sửa điều gì"));
    }
    Ok(())
}

/// How a union began or last changed, as the books tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Begun {
    /// When it was founded; none where it stood before the books.
    pub(super) founded: Option<Day>,
    /// When it was last split or merged.
    pub(super) changed: Option<Day>,
}

/// Why a union is too young to be ranked at the end of a cycle.
pub(super) fn too_young(body: &Body, begun: Begun, to: Day) -> Option<String> {
    let full = |since: Day, months: i32| months_after(since, months) <= to.next();
    let founded = begun.founded.zip(body.months_founded).filter(|(day, n)| !full(*day, *n));
    if let Some((day, months)) = founded {
        return Some(format!("Thành lập {}, chưa đủ {months} tháng: không xếp loại", day.vi()));
    }
    let changed = begun.changed.zip(body.months_changed).filter(|(day, n)| !full(*day, *n));
    changed.map(|(day, months)| {
        format!("Chia, tách hoặc sáp nhập {}, chưa đủ {months} tháng: không xếp loại", day.vi())
    })
}

/// The same day so many months later; the last of a shorter month.
fn months_after(day: Day, months: i32) -> Day {
    let date = day.date();
    let all = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + months;
    let (year, month) = (all.div_euclid(12) as i16, (all.rem_euclid(12) + 1) as i8);
    (1..=date.day()).rev().find_map(|each| Day::new(year, month, each)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn twelve_months_are_counted_by_the_calendar_and_the_day_of_reaching_them_counts() {
        let body = Body { months_founded: Some(12), months_changed: Some(6), ..Body::default() };
        let young = |founded: Option<&str>, changed: Option<&str>| {
            let begun = Begun { founded: founded.map(day), changed: changed.map(day) };
            too_young(&body, begun, day("2021-06-30")).is_some()
        };
        assert!(!young(Some("2020-07-01"), None) && young(Some("2020-07-02"), None));
        assert!(!young(None, Some("2021-01-01")) && young(None, Some("2021-01-02")));
        assert!(!young(None, None), "what stood before the books is old enough");
        assert_eq!(months_after(day("2020-08-31"), 6), day("2021-02-28"));
    }
}
