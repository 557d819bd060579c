//! The rules of opening a round: what it must say of years, days, awards, quotas. Pure.

use std::collections::HashSet;

use kernel::{Day, Refusal};

use super::model::{NewRound, Quota, RoundAward, RoundSort};
use super::rules::{ITEMS_MAX, LINE_MAX, NOMINATIONS_MAX, SAYS_MAX, must_call, must_say, refuse};
use crate::awards;

/// Awards of one round at most: the whole catalogue fits.
const AWARDS_MAX: usize = 60;
/// Quotas and rules of what goes first, at most.
const RULES_MAX: usize = 200;
/// Days for which a list stands open at most.
const COMMENT_DAYS_MAX: i64 = 60;
/// Years of one campaign at most.
const YEARS_MAX: i16 = 10;

/// What a round must say before anything is looked up.
pub(super) fn check_round(new: &NewRound, today: Day) -> Result<(), Refusal> {
    must_say(&new.name, "tên đợt", LINE_MAX)?;
    if new.note.as_ref().is_some_and(|note| note.chars().count() > SAYS_MAX) {
        let message = format!("Lời nhắn dài hơn {SAYS_MAX} chữ");
        return Err(refuse(
            "bad_text",
            message,
            "Ghi ngắn gọn; chi tiết để trong văn bản kèm theo",
        ));
    }
    check_years(new, today)?;
    if new.due_on < today {
        let message = format!("Hạn gửi hồ sơ {} đã qua", new.due_on.vi());
        return Err(refuse("due_in_the_past", message, "Chọn hạn từ hôm nay trở đi"));
    }
    if !(0..=COMMENT_DAYS_MAX).contains(&new.comment_days) {
        let message = format!("Số ngày lấy ý kiến phải từ 0 đến {COMMENT_DAYS_MAX}");
        return Err(refuse("bad_comment_days", message, "Ghi số ngày theo quy chế của đơn vị"));
    }
    if (new.comment_days > 0) != new.comment_level.is_some() {
        let remedy = "Chọn cấp công khai danh sách, hoặc ghi 0 ngày nếu đợt này không lấy ý kiến";
        return Err(refuse(
            "comment_level_missing",
            "Chưa rõ cấp nào lấy ý kiến đoàn viên",
            remedy,
        ));
    }
    if new.awards.is_empty() || new.awards.len() > AWARDS_MAX {
        let message = format!("Đợt xét cần từ 1 đến {AWARDS_MAX} danh hiệu, hình thức khen");
        return Err(refuse("no_awards", message, "Chọn ít nhất một danh hiệu, hình thức khen"));
    }
    let mut seen = HashSet::new();
    for award in &new.awards {
        check_award(award)?;
        if !seen.insert(&award.award) {
            let message = format!("{} ghi hai lần", awards::award_name(&award.award));
            return Err(refuse(
                "award_twice",
                message,
                "Mỗi danh hiệu, hình thức chỉ ghi một dòng",
            ));
        }
    }
    check_rules(new)?;
    must_call(new.called.len())
}

fn check_years(new: &NewRound, today: Day) -> Result<(), Refusal> {
    let (first, last) = new.years;
    let count = last.saturating_sub(first);
    let fits = match new.sort {
        RoundSort::Campaign => (1..=YEARS_MAX).contains(&count),
        RoundSort::Yearly | RoundSort::Thematic | RoundSort::OneOff => count == 0,
    };
    if fits && first >= 1929 && last <= today.year() + YEARS_MAX {
        return Ok(());
    }
    let remedy = "Đợt nhiều năm có năm đầu và năm cuối; các đợt khác là của một năm";
    Err(refuse("bad_years", "Năm xét không hợp lệ", remedy))
}

fn check_award(told: &RoundAward) -> Result<(), Refusal> {
    let Some(award) = awards::award(&told.award) else {
        let message = format!("Danh mục không có danh hiệu, hình thức khen “{}”", told.award);
        return Err(refuse("unknown_award", message, "Chọn trong danh mục"));
    };
    if !award.levels.contains(&told.level) {
        let message = format!("{} không do cấp {} quyết định", award.name, told.level.name().vi);
        return Err(refuse("level_not_competent", message, "Chọn đúng cấp quyết định"));
    }
    if told.council.iter().any(|level| *level > told.level) {
        let message = format!("{}: hội đồng họp ở cấp cao hơn cấp quyết định", award.name);
        return Err(refuse(
            "council_above_decision",
            message,
            "Chọn hội đồng từ cấp quyết định trở xuống",
        ));
    }
    if let Some(text) = &told.higher_by {
        must_say(text, "căn cứ đề nghị mức cao hơn", LINE_MAX)?;
    }
    if told.items.is_empty() || told.items.len() > ITEMS_MAX {
        let message = format!("Danh mục hồ sơ của {} cần từ 1 đến {ITEMS_MAX} mục", award.name);
        return Err(refuse(
            "bad_checklist",
            message,
            "Giữ ít nhất một mục, ví dụ báo cáo thành tích",
        ));
    }
    let mut codes = HashSet::new();
    for item in &told.items {
        must_say(&item.title, "tên mục hồ sơ", LINE_MAX)?;
        if item.code.is_empty() || item.code.len() > 40 || !codes.insert(&item.code) {
            let message = format!("Danh mục hồ sơ của {} có mục trùng", award.name);
            return Err(refuse("bad_checklist", message, "Mỗi mục ghi một lần"));
        }
    }
    Ok(())
}

fn check_rules(new: &NewRound) -> Result<(), Refusal> {
    if new.priorities.len() > RULES_MAX {
        return Err(too_many_rules());
    }
    check_quotas(&new.quotas, &new.awards)?;
    for rule in &new.priorities {
        if let Some(says) = &rule.says {
            must_say(says, "quy tắc ưu tiên", LINE_MAX)?;
        }
    }
    Ok(())
}

fn too_many_rules() -> Refusal {
    let message = format!("Nhiều hơn {RULES_MAX} dòng chỉ tiêu hoặc quy tắc ưu tiên");
    refuse("too_many_rules", message, "Gộp các dòng giống nhau")
}

/// Quotas are for awards of their round, and name a number that a round can have.
pub(super) fn check_quotas(quotas: &[Quota], awards: &[RoundAward]) -> Result<(), Refusal> {
    if quotas.len() > RULES_MAX {
        return Err(too_many_rules());
    }
    for quota in quotas {
        if !(0..=NOMINATIONS_MAX).contains(&quota.at_most) {
            let message = format!("Số lượng tối đa phải từ 0 đến {NOMINATIONS_MAX}");
            return Err(refuse("bad_quota", message, "Ghi số nguyên"));
        }
        let is_there = |code: &String| awards.iter().any(|award| award.award == *code);
        if quota.award.as_ref().is_some_and(|code| !is_there(code)) {
            let remedy = "Chọn danh hiệu, hình thức của chính đợt này";
            return Err(refuse("bad_quota", "Chỉ tiêu cho danh hiệu không thuộc đợt này", remedy));
        }
    }
    Ok(())
}
