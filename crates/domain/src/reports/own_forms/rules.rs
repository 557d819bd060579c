//! What a form must be before it is put in force.

use std::collections::HashSet;

use kernel::{Day, Refusal};

use crate::reports::Form;

/// Bytes of the text of a form at most: 500 lines of 400 letters.
const TEXT_MAX: usize = 250_000;
/// Versions of forms an office may have put in force.
pub(super) const FORMS_MAX: usize = 300;

/// Refuses a text that is too long to be a form.
pub(super) fn check_size(text: &str) -> Result<(), Refusal> {
    if text.len() <= TEXT_MAX {
        return Ok(());
    }
    Err(Refusal::new(
        "form_too_long",
        "Mẫu báo cáo dài quá 250 KB",
        "Bỏ bớt dòng, hoặc tách thành hai mẫu",
    ))
}

/// Refuses a form two lines of which are summed upwards under one name: each would hold the numbers of both.
pub(super) fn check_measures(form: &Form) -> Result<(), Refusal> {
    let mut seen = HashSet::new();
    let measured = form.lines.iter().filter_map(|line| Some((line, line.measure.as_ref()?)));
    for (line, measure) in measured {
        if !seen.insert(measure) {
            return Err(Refusal::new(
                "measure_twice",
                format!(
                    "Dòng {} cộng lên theo chỉ số “{measure}” như một dòng phía trên",
                    line.code
                ),
                "Đặt cho mỗi dòng ghi tay một chỉ số riêng",
            ));
        }
    }
    Ok(())
}

/// Refuses a version that would change what holds already: `known` are the forms there are, `used` the last day a report
/// filed on this code is about.
pub(super) fn check_version(
    form: &Form,
    known: &[&Form],
    used: Option<Day>,
) -> Result<(), Refusal> {
    if known.len() >= FORMS_MAX {
        return Err(Refusal::new(
            "too_many_forms",
            "Sổ đã giữ quá nhiều mẫu báo cáo",
            "Dùng lại mã mẫu đang có, không đặt mã mới cho mỗi lần sửa",
        ));
    }
    let before = known.iter().filter(|each| each.code == form.code).max_by_key(|each| &each.from);
    let Some(before) = before else { return Ok(()) };
    if before.level != form.level {
        return Err(Refusal::new(
            "form_changes_level",
            "Bản mới của mẫu dành cho cấp khác với bản trước",
            "Giữ nguyên cấp, hoặc đặt mã mới cho mẫu",
        ));
    }
    if form.from <= before.from {
        return Err(Refusal::new(
            "form_not_newer",
            format!("Mẫu “{}” đã có bản từ ngày {}", form.code, vi(&before.from)),
            "Ghi ngày hiệu lực sau ngày đó; bản cũ giữ nguyên cho các báo cáo đã nộp",
        ));
    }
    match used.filter(|used| used.to_string() >= form.from) {
        Some(used) => Err(Refusal::new(
            "form_already_used",
            format!("Đã có báo cáo nộp theo mẫu này đến ngày {}", used.vi()),
            format!("Cho bản mới hiệu lực sau ngày {}", used.vi()),
        )),
        None => Ok(()),
    }
}

fn vi(day: &str) -> String {
    Day::parse(day).map_or_else(|_| day.to_owned(), Day::vi)
}
