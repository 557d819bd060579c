//! What a package may hold, which are read, and whose are trusted.

use std::collections::HashSet;

use kernel::{Day, Instant, Period, Refusal};

use super::model::{Body, CellTold, NewKey, PeerKey, Standing};
use crate::reports::KeptForm;

/// What names a file as a package.
pub const FORMAT: &str = "ketdoan-report-package";
/// The shape written. Every earlier one of the same first number is read.
pub const SCHEMA: &str = "1.1";
/// Bytes of a package at most: 500 lines of 300 letters, their cells and notes, with room.
pub const PACKAGE_BYTES_MAX: usize = 480 * 1024;
/// How deep lists and objects may stand in one another: a line of a form stands at five.
pub(super) const DEPTH_MAX: usize = 8;
/// Units below that a package tells at most; where there are more it tells none.
pub(super) const INPUTS_MAX: usize = 500;
const CELLS_MAX: usize = 500;
const NAME_MAX: usize = 300;
const NOTE_MAX: usize = 500;
const CODE_MAX: usize = 60;
const VERSION_MAX: i64 = 10_000;
/// The largest value, positive or negative: đồng of a whole country fit.
const VALUE_MAX: i64 = 1_000_000_000_000_000;

/// Refuses a package of a shape this program does not know.
pub(super) fn must_be_read(schema: &str) -> Result<(), Refusal> {
    let number = |text: &str| text.parse::<u32>().ok();
    let parts = |text: &str| {
        let (first, second) = text.split_once('.')?;
        // One number is written one way.
        let (a, b) = (number(first)?, number(second)?);
        (format!("{a}.{b}") == text).then_some((a, b))
    };
    let (ours, theirs) = (parts(SCHEMA).unwrap_or_default(), parts(schema));
    match theirs {
        Some((first, second)) if first == ours.0 && second <= ours.1 => Ok(()),
        Some(newer) if newer > ours => Err(Refusal::new(
            "package_newer",
            format!("Gói báo cáo viết theo bản {}, sổ này đọc đến bản {SCHEMA}", cut(schema)),
            "Cập nhật chương trình rồi nhận lại, hoặc xin nơi gửi xuất gói theo bản cũ hơn",
        )),
        _ => Err(Refusal::new(
            "package_unknown_schema",
            format!("Không có bản gói báo cáo “{}”", cut(schema)),
            "Xin nơi gửi xuất lại gói",
        )),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(20).collect()
}

fn bad(place: &str, what: &str) -> Refusal {
    Refusal::new(
        "package_bad_content",
        format!("Gói báo cáo sai ở {place}: {what}"),
        "Xin nơi gửi xuất lại gói từ sổ của họ",
    )
}

/// Refuses contents that no report can have; gives back the days it reports on.
pub(super) fn must_hold(body: &Body) -> Result<Period, Refusal> {
    let named = |place: &str, text: &str, most: usize| {
        let count = text.chars().count();
        if (1..=most).contains(&count) {
            Ok(())
        } else {
            Err(bad(place, "trống hoặc quá dài"))
        }
    };
    named("unit.code", &body.unit.code, CODE_MAX)?;
    named("unit.name", &body.unit.name, NAME_MAX)?;
    named("unit.kind", &body.unit.kind, CODE_MAX)?;
    named("filed.by", &body.filed.by, NAME_MAX)?;
    named("approved.by", &body.approved.by, NAME_MAX)?;
    for (place, at) in [
        ("filed.at", &body.filed.at),
        ("approved.at", &body.approved.at),
        ("known_at", &body.known_at),
    ] {
        Instant::parse(at).map_err(|_| bad(place, "không phải một thời điểm"))?;
    }
    let day =
        |place: &str, text: &str| Day::parse(text).map_err(|_| bad(place, "không phải một ngày"));
    let (first, last) =
        (day("period.from", &body.period.from)?, day("period.to", &body.period.to)?);
    if first > last {
        return Err(bad("period", "ngày đầu sau ngày cuối"));
    }
    day("as_of", &body.as_of)?;
    if !(1..=VERSION_MAX).contains(&body.version) || body.ledger_seq < 0 {
        return Err(bad("version", "ngoài khoảng ghi được"));
    }
    form_must_hold(&body.form)?;
    cells_must_hold(body)?;
    for each in &body.definitions {
        named("definitions", &each.indicator, CODE_MAX)?;
        for text in [&each.name, &each.meaning, &each.formula] {
            named(&format!("definitions {}", cut(&each.indicator)), text, NOTE_MAX)?;
        }
    }
    if body.inputs.len() > INPUTS_MAX || body.definitions.len() > CELLS_MAX {
        return Err(bad("inputs", "quá nhiều mục"));
    }
    for each in &body.inputs {
        named("inputs", &each.code, CODE_MAX)?;
        named("inputs", &each.name, NAME_MAX)?;
    }
    Ok(Period::inclusive(first, last))
}

fn form_must_hold(form: &KeptForm) -> Result<(), Refusal> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    if !(1..=CODE_MAX).contains(&form.code.len()) || !form.code.chars().all(plain) {
        return Err(bad("form.code", "mã mẫu phải gồm chữ, số, dấu gạch"));
    }
    let texts = [&form.name, &form.source, &form.confidence, &form.from];
    if texts.iter().any(|text| text.is_empty() || text.chars().count() > NOTE_MAX) {
        return Err(bad("form", "thiếu tên hoặc nguồn, hoặc quá dài"));
    }
    if !["grassroots", "upper"].contains(&&*form.level)
        || form.decimals > 4
        || form.cut_offs.len() > 20
    {
        return Err(bad("form", "cấp, số lẻ hoặc ngày chốt không đúng"));
    }
    if !(1..=CELLS_MAX).contains(&form.lines.len()) {
        return Err(bad("form.line", "không có dòng nào, hoặc quá 500 dòng"));
    }
    let mut seen = HashSet::new();
    for line in &form.lines {
        let place = format!("dòng {} của mẫu", cut(&line.code));
        let optional = [&line.indicator, &line.measure, &line.part_of];
        let mut codes = optional.into_iter().flatten().chain(&line.sum).chain([&line.code]);
        let is_code = |code: &String| {
            (1..=CODE_MAX).contains(&code.chars().count()) && !code.contains(char::is_control)
        };
        if !codes.all(is_code) {
            return Err(bad(&place, "mã trống, quá dài hoặc có ký tự không in được"));
        }
        if line.text.is_empty()
            || line.text.chars().count() > NAME_MAX
            || line.unit.chars().count() > CODE_MAX
        {
            return Err(bad(&place, "nội dung trống hoặc quá dài"));
        }
        if line.beside.is_some() {
            return Err(bad(&place, "có mục beside, gói không mang mục này"));
        }
        if line.sum.len() > CELLS_MAX || !seen.insert(&line.code) {
            return Err(bad(&place, "trùng số hiệu"));
        }
    }
    Ok(())
}

fn cells_must_hold(body: &Body) -> Result<(), Refusal> {
    if body.cells.len() > CELLS_MAX {
        return Err(bad("cells", "quá 500 ô"));
    }
    let mut seen = HashSet::new();
    for cell in &body.cells {
        let place = format!("ô {}", cut(&cell.line));
        if body.form.line(&cell.line).is_none() {
            return Err(bad(&place, "mẫu kèm theo không có dòng này"));
        }
        if !seen.insert(&cell.line) {
            return Err(bad(&place, "ghi hai lần"));
        }
        cell_must_hold(cell).map_err(|what| bad(&place, what))?;
    }
    Ok(())
}

fn cell_must_hold(cell: &CellTold) -> Result<(), &'static str> {
    if !["value", "not_reported", "not_obliged", "not_applicable"].contains(&&*cell.state) {
        return Err("trạng thái không có");
    }
    if !["computed", "summed", "lines"].contains(&&*cell.source) {
        return Err("nguồn số không có");
    }
    if (cell.state == "value") != cell.value.is_some() {
        return Err("trạng thái và số không khớp nhau");
    }
    let numbers = [cell.value, cell.target, cell.typed];
    if numbers.into_iter().flatten().any(|value| !(-VALUE_MAX..=VALUE_MAX).contains(&value)) {
        return Err("số ngoài khoảng ghi được");
    }
    // What units type is a count or more of it: below nothing it would take from what the others reported.
    let summed = [cell.value, cell.typed].into_iter().flatten().filter(|_| cell.source == "summed");
    if summed.min().is_some_and(|least| least < 0) {
        return Err("số đơn vị ghi và cộng lên không thể âm");
    }
    if cell.note.as_ref().is_some_and(|note| note.chars().count() > NOTE_MAX) {
        return Err("ghi chú dài quá 500 chữ");
    }
    Ok(())
}

/// The key that is trusted for what a package says, on a day.
pub(super) fn trusted(keys: &[PeerKey], code: &str, today: Day) -> Result<PeerKey, Refusal> {
    let Some(first) = keys.first() else {
        return Err(Refusal::new(
            "unknown_sender_key",
            "Sổ này chưa tin khóa đã ký gói báo cáo",
            "Gọi cho nơi gửi, đối chiếu dấu vân tay của khóa, rồi ghi khóa vào danh sách khóa tin cậy",
        ));
    };
    let of_unit: Vec<&PeerKey> = keys.iter().filter(|key| key.code == code).collect();
    if of_unit.is_empty() {
        return Err(Refusal::new(
            "key_of_another_unit",
            format!(
                "Khóa này được tin để báo cáo cho {}, không cho đơn vị mã “{}”",
                first.unit_name,
                cut(code)
            ),
            "Hỏi lại nơi gửi; nếu đúng, ghi thêm khóa cho đơn vị ấy",
        ));
    }
    let holds = |key: &&&PeerKey| key.from <= today && key.to.is_none_or(|to| today <= to);
    of_unit.iter().find(holds).map(|key| (*key).clone()).ok_or_else(|| {
        let days = of_unit[0].to.map_or_else(
            || format!("từ {}", of_unit[0].from.vi()),
            |to| format!("từ {} đến {}", of_unit[0].from.vi(), to.vi()),
        );
        Refusal::new(
            "key_not_in_force",
            format!("Khóa của {} chỉ được tin {days}", of_unit[0].unit_name),
            "Hỏi nơi gửi khóa đang dùng, đối chiếu rồi ghi khóa ấy",
        )
    })
}

/// Refuses a key that cannot be trusted as it is told.
pub(super) fn key_must_hold(new: &NewKey, known: &[PeerKey]) -> Result<(), Refusal> {
    if !crate::signing::is_key(&new.key) {
        return Err(Refusal::new(
            "bad_public_key",
            "Khóa công khai phải là 64 chữ số thập lục phân viết thường",
            "Chép nguyên khóa mà nơi gửi in ra bằng ketdoan key",
        ));
    }
    let code = new.code.trim();
    if code.is_empty() || code.chars().count() > CODE_MAX {
        return Err(Refusal::new(
            "bad_sender_code",
            "Thiếu mã của đơn vị ở sổ nơi gửi, hoặc mã quá dài",
            "Hỏi nơi gửi mã đơn vị của họ",
        ));
    }
    if new.to.is_some_and(|to| to < new.from) {
        return Err(Refusal::new(
            "key_ends_before_it_begins",
            "Ngày cuối của khóa đứng trước ngày đầu",
            "Sửa lại hai ngày",
        ));
    }
    if new.note.as_ref().is_some_and(|note| note.chars().count() > NOTE_MAX) {
        return Err(Refusal::new("note_too_long", "Ghi chú dài quá 500 chữ", "Viết ngắn lại"));
    }
    let stands = |key: &&PeerKey| key.key == new.key && key.code == code;
    let meets = |key: &&PeerKey| {
        key.to.is_none_or(|to| new.from <= to) && new.to.is_none_or(|to| key.from <= to)
    };
    match known.iter().find(|key| stands(key) && meets(key)) {
        Some(key) => Err(Refusal::new(
            "key_known",
            format!("Khóa này đã được tin cho {}", key.unit_name),
            "Không cần ghi lại; nếu ghi sai đơn vị, kết thúc dòng cũ trước",
        )),
        None => Ok(()),
    }
}

/// Where a version stands beside the last one taken in.
pub(super) fn standing(version: i64, last: Option<i64>) -> Result<Standing, Refusal> {
    match last {
        None => Ok(Standing::First),
        Some(last) if version > last => Ok(Standing::Supersedes),
        Some(last) if version < last => Ok(Standing::Older),
        Some(_) => Err(Refusal::new(
            "version_told_twice",
            format!("Đã nhận bản {version} của báo cáo này với nội dung khác"),
            "Hỏi nơi gửi: điều đã nộp không sửa được, phải mở lại và nộp thành bản mới",
        )),
    }
}
