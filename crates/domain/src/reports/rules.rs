//! What may happen to a report, and what to look at before it is filed.

use kernel::Refusal;

use super::form::{Form, What};
use super::model::{Cell, Finding, Gathered, State, Step, Typed};
use crate::figures::State as CellState;

/// The largest value a cell takes, positive: đồng of a whole country fit.
const VALUE_MAX: i64 = 1_000_000_000_000_000;
/// Letters of a note or remark at most.
const NOTE_MAX: usize = 500;
/// A value this many times the last one, or that part of it, is looked at again.
const FAR: i64 = 2;
/// Values below this are too small to be called far from one another.
const SMALL: i64 = 10;

/// Refuses a step that does not follow from where a report stands.
pub(super) fn check_step(state: State, step: Step, note: Option<&str>) -> Result<(), Refusal> {
    let follows = match step {
        Step::Submit => state.is_open(),
        Step::Return | Step::Approve => state == State::Submitted,
        Step::Publish => state == State::Approved,
        Step::Reopen => state.counts(),
    };
    if !follows {
        let (message, remedy) = out_of_turn(step);
        return Err(Refusal::new("step_out_of_turn", message, remedy));
    }
    check_note(note)?;
    if matches!(step, Step::Return | Step::Reopen) && note.is_none_or(|note| note.trim().is_empty())
    {
        return Err(Refusal::new(
            "reason_missing",
            "Chưa nêu lý do trả lại hoặc mở lại báo cáo",
            "Ghi ngắn gọn cần sửa điều gì",
        ));
    }
    Ok(())
}

fn out_of_turn(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Submit => ("Báo cáo này đã nộp", "Chờ cấp trên trả lại, hoặc xin mở lại để sửa"),
        Step::Return | Step::Approve => {
            ("Báo cáo này không chờ duyệt", "Tải lại trang để xem báo cáo đang ở đâu")
        }
        Step::Publish => ("Báo cáo này chưa được duyệt", "Duyệt báo cáo rồi công bố"),
        Step::Reopen => ("Báo cáo này chưa được duyệt nên không cần mở lại", "Sửa rồi nộp"),
    }
}

/// The refusal of a step that was meant for another version.
pub(super) fn changed_meanwhile() -> Refusal {
    Refusal::new(
        "changed_meanwhile",
        "Báo cáo vừa được nộp thành bản khác với bản đang xem",
        "Mở lại báo cáo để xem bản mới rồi bấm lại",
    )
}

/// The refusal of a report whose numbers a report of the same unit on another form told already.
pub(super) fn counted_already(line: &str, form: &str) -> Refusal {
    Refusal::new(
        "counted_already",
        format!("Số ở dòng {line} đã được cộng từ báo cáo cùng kỳ của đơn vị theo mẫu “{form}”"),
        "Trả lại một trong hai báo cáo, để mỗi số chỉ cộng lên một lần",
    )
}

/// Limits of what is said.
pub(super) fn check_note(note: Option<&str>) -> Result<(), Refusal> {
    if note.is_some_and(|note| note.chars().count() > NOTE_MAX) {
        return Err(Refusal::new(
            "note_too_long",
            "Ghi chú dài quá 500 chữ",
            "Viết ngắn lại, hoặc gửi kèm văn bản",
        ));
    }
    Ok(())
}

/// Refuses a value typed where none is to be, or out of measure.
pub(super) fn check_typed(form: &Form, typed: &Typed) -> Result<(), Refusal> {
    check_note(typed.note.as_deref())?;
    let line = form.line(&typed.line).filter(|line| matches!(line.what(), What::Typed(_)));
    if line.is_none() {
        return Err(Refusal::new(
            "line_not_typed",
            format!(
                "Dòng {} lấy từ sổ, không ghi tay",
                typed.line.chars().take(20).collect::<String>()
            ),
            "Sửa bản ghi trong sổ để số liệu đổi theo",
        ));
    }
    let says_why = typed.note.as_deref().is_some_and(|note| !note.trim().is_empty());
    let asks_why = matches!(typed.said(), CellState::NotObliged | CellState::NotApplicable);
    if asks_why && !says_why {
        return Err(Refusal::new(
            "why_missing",
            format!("Dòng {} ghi là không có số mà chưa nêu vì sao", typed.line),
            "Ghi lý do vào ô ghi chú của dòng",
        ));
    }
    if typed.value.is_some_and(|value| !(0..=VALUE_MAX).contains(&value)) {
        return Err(Refusal::new(
            "bad_value",
            format!("Số ở dòng {} ngoài khoảng ghi được", typed.line),
            "Ghi một số nguyên không âm",
        ));
    }
    Ok(())
}

/// What to look at before a report is filed: nothing of it stops anybody.
pub(super) fn findings(form: &Form, cells: &[Cell], before: &[Cell]) -> Vec<Finding> {
    let mut found = Vec::new();
    let value = |cells: &[Cell], code: &str| {
        cells.iter().find(|cell| cell.line == code).and_then(|cell| cell.value)
    };
    for line in &form.lines {
        let told = |code, [what, what_en]: [String; 2]| {
            let line = Some(line.code.clone());
            Finding { line, code, what, what_en, against: None }
        };
        let Some(cell) = cells.iter().find(|cell| cell.line == line.code) else { continue };
        if let Some(gathered) = cell.gathered.filter(|all| all.missing() > 0) {
            let (all, reported) = (gathered.obliged(), gathered.obliged() - gathered.missing());
            let said = [
                format!("Mới có {reported} trên {all} đơn vị cấp dưới báo cáo được duyệt"),
                format!("Only {reported} of {all} reports of the units below are approved"),
            ];
            found.push(told("units_missing", said));
        }
        if let Some(gathered) = cell.gathered.filter(|all| all.straight != all.sum) {
            let Gathered { straight_reported, straight, sum, .. } = gathered;
            let said = [
                format!(
                    "Cộng thẳng từ {straight_reported} báo cáo đã duyệt ở mọi cấp dưới là {straight}, cấp dưới trực tiếp báo cáo {sum}"
                ),
                format!(
                    "The {straight_reported} approved reports of every level below add up to {straight}, those directly below say {sum}"
                ),
            ];
            found.push(told("levels_behind", said));
        }
        if let What::Sum(lines) = line.what()
            && cell.value.is_some()
            && let Some(open) = unanswered(lines, cells)
        {
            let said = [
                format!("Tổng chưa có số của dòng {open}"),
                format!("The sum lacks the value of line {open}"),
            ];
            found.push(told("sum_incomplete", said));
        }
        if matches!(line.what(), What::Typed(_)) && cell.value.is_none() && cell.note.is_none() {
            let said = ["Chưa ghi số, cũng chưa nêu lý do", "Neither a value nor a reason"];
            found.push(told("not_filled", said.map(str::to_owned)));
        }
        let whole = line.part_of.as_deref().and_then(|code| value(cells, code));
        if let Some((part, whole)) = cell.value.zip(whole).filter(|(part, whole)| part > whole) {
            let said = [
                format!("Phần ({part}) lớn hơn tổng ({whole})"),
                format!("The part ({part}) is more than the whole ({whole})"),
            ];
            found.push(told("part_above_whole", said));
        }
        if let Some((now, then)) =
            cell.value.zip(value(before, &line.code)).filter(|(now, then)| is_far(*now, *then))
        {
            let said = [
                format!("Kỳ trước là {then}, kỳ này {now}"),
                format!("{then} the last time, {now} now"),
            ];
            found.push(told("far_from_last", said));
        }
    }
    found
}

/// The first of some lines that nobody reported.
fn unanswered<'l>(lines: &'l [String], cells: &[Cell]) -> Option<&'l String> {
    lines.iter().find(|code| {
        cells.iter().any(|cell| cell.line == **code && cell.state == CellState::NotReported)
    })
}

fn is_far(now: i64, then: i64) -> bool {
    let (less, more) = (now.min(then), now.max(then));
    more >= SMALL && more > less.saturating_mul(FAR)
}
