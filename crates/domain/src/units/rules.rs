//! What may be said of a unit. Pure: a unit's state and a day in, a refusal or nothing out.

use kernel::{Day, Refusal};

use super::model::Employer;
use super::store::UnitState;

/// The unit stands on a day.
pub(crate) fn must_be_open(unit: &UnitState, on: Day) -> Result<(), Refusal> {
    if on < unit.opened_on {
        return Err(Refusal::new(
            "unit_not_open",
            format!(
                "{} đến ngày {} mới thành lập, chưa có vào ngày {}",
                unit.name,
                unit.opened_on.vi(),
                on.vi()
            ),
            "Kiểm tra lại ngày, hoặc sửa ngày thành lập theo quyết định",
        ));
    }
    match unit.ended_on {
        // The unit ends at the end of its last day, after all that happened on it: what is told now comes too late.
        Some(ended) if on >= ended => Err(Refusal::new(
            "unit_not_open",
            format!(
                "{} đã kết thúc ngày {}, không nhận việc của ngày {}",
                unit.name,
                ended.vi(),
                on.vi()
            ),
            "Chọn đơn vị kế tiếp, hoặc kiểm tra lại ngày",
        )),
        _ => Ok(()),
    }
}

/// Nobody is a member of a unit after it ended: whoever came late to its list must be told to have gone before.
pub(crate) fn must_not_outlive(unit: &UnitState, to: Option<Day>) -> Result<(), Refusal> {
    match unit.ended_on {
        Some(ended) if to.is_none_or(|to| to > ended) => Err(Refusal::new(
            "member_outlives_unit",
            format!(
                "{} đã kết thúc ngày {}, sau ngày ấy không còn ai là đoàn viên ở đó",
                unit.name,
                ended.vi()
            ),
            "Hủy việc kết thúc đơn vị rồi ghi theo đúng thứ tự, hoặc ghi vào đơn vị kế tiếp",
        )),
        _ => Ok(()),
    }
}

/// A unit has one manager on a day: a second statement for the same day would silently replace the first.
pub(crate) fn must_have_no_line_from(
    stated: bool,
    unit: &UnitState,
    on: Day,
) -> Result<(), Refusal> {
    if !stated {
        return Ok(());
    }
    Err(Refusal::new(
        "second_manager",
        format!("{} đã có đơn vị quản lý được ghi từ chính ngày {}", unit.name, on.vi()),
        "Hủy quyết định đã ghi cho ngày đó trước, hoặc kiểm tra lại ngày",
    ))
}

/// No more members leave than the unit has, those without a name counted.
pub(crate) fn must_have_as_many(has: i64, leave: i64, unit: &str) -> Result<(), Refusal> {
    if leave <= has {
        return Ok(());
    }
    Err(Refusal::new(
        "more_leave_than_there_are",
        format!("{unit} có {has} đoàn viên mà đã kể {leave} người rời đi"),
        "Kiểm tra số đầu kỳ của đơn vị, hoặc nhập danh sách đoàn viên trước",
    ))
}

/// A code is short, plain and can stand in an address.
pub(crate) fn check_code(code: &str) -> Result<(), Refusal> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if (1..=64).contains(&code.len()) && code.bytes().all(plain) {
        return Ok(());
    }
    Err(Refusal::new(
        "bad_code",
        format!("Mã đơn vị “{code}” không hợp lệ"),
        "Dùng 1 đến 64 chữ thường không dấu, chữ số và dấu gạch nối",
    ))
}

/// A name is there and fits on a certificate.
pub(crate) fn check_name(name: &str) -> Result<(), Refusal> {
    if (1..=300).contains(&name.trim().chars().count()) {
        return Ok(());
    }
    Err(Refusal::new(
        "bad_name",
        "Tên đơn vị trống hoặc dài quá 300 chữ",
        "Ghi tên theo quyết định",
    ))
}

/// A number of people told: none or some, and no more than a country has.
pub(crate) fn check_people(told: Option<i64>) -> Result<(), Refusal> {
    if told.is_none_or(|count| (0..=100_000_000).contains(&count)) {
        return Ok(());
    }
    Err(Refusal::new(
        "bad_number_of_people",
        "Số người không thể âm hoặc lớn như thế",
        "Ghi số người theo quyết định hoặc theo sổ lao động",
    ))
}

/// The event needs a paper.
pub(crate) fn must_have_document<T>(document: Option<&T>, event: &str) -> Result<(), Refusal> {
    if document.is_some() {
        return Ok(());
    }
    Err(Refusal::new(
        "document_missing",
        format!("Việc {event} cần có quyết định"),
        "Ghi số và ngày của quyết định",
    ))
}

/// No unit is left without a superior or members when another ends.
pub(crate) fn must_be_empty(
    what: &'static str,
    left: i64,
    unit: &UnitState,
) -> Result<(), Refusal> {
    if left == 0 {
        return Ok(());
    }
    let noun = if what == "children" {
        "đơn vị trực thuộc"
    } else {
        "đoàn viên đang chờ nơi khác tiếp nhận"
    };
    Err(Refusal::new(
        "not_disposed_of",
        format!("{} còn {left} {noun}", unit.name),
        "Sắp xếp xong số này rồi mới ghi việc kết thúc",
    ))
}

/// Nothing was told of days after the last.
pub(crate) fn must_be_the_last(
    counts_after: bool,
    unit: &UnitState,
    on: Day,
) -> Result<(), Refusal> {
    if !counts_after {
        return Ok(());
    }
    Err(Refusal::new(
        "later_events",
        format!("{} còn việc đã ghi sau ngày {}", unit.name, on.vi()),
        "Hủy hoặc sửa ngày các việc đó, hoặc ghi ngày kết thúc muộn hơn",
    ))
}

/// A visit names the employer and says what came of it; what is typed has a limit.
pub(crate) fn check_visit(employer: &Employer, outcome: &str) -> Result<(), Refusal> {
    if !(1..=300).contains(&employer.name.trim().chars().count()) {
        return Err(Refusal::new(
            "bad_name",
            "Tên doanh nghiệp trống hoặc dài quá 300 chữ",
            "Ghi tên như trên đăng ký kinh doanh",
        ));
    }
    if !(1..=500).contains(&outcome.trim().chars().count()) {
        return Err(Refusal::new(
            "outcome_missing",
            "Chưa ghi kết quả lần tiếp cận, hoặc ghi dài quá 500 chữ",
            "Ghi ngắn gọn: gặp ai, được gì, hẹn khi nào",
        ));
    }
    let long =
        |text: &Option<String>, most| text.as_ref().is_some_and(|text| text.chars().count() > most);
    let workers = employer.workers.unwrap_or(0);
    if long(&employer.tax_number, 14)
        || long(&employer.address, 300)
        || !(0..=1_000_000).contains(&workers)
    {
        return Err(Refusal::new(
            "bad_number",
            "Mã số thuế, địa chỉ hoặc số lao động không hợp lệ",
            "Mã số thuế có 10 hoặc 13 chữ số; số lao động dưới một triệu",
        ));
    }
    Ok(())
}
