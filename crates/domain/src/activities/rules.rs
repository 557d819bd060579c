//! What every record must pass, whatever its register: field by field as described, in a fixed order.

use std::collections::{BTreeMap, HashSet};

use kernel::{Day, Refusal};

use super::model::{FieldValue, NewActivity};
use super::register::{Field, FieldKind, Form, Place, Register};

/// Letters of a title.
const TITLE_MAX: usize = 300;
/// Đồng: a thousand billion, far above any programme.
const MONEY_MAX: i64 = 1_000_000_000_000_000;
/// People that one record names.
const PEOPLE_MAX: usize = 1_000;
/// Days a record may last: a class of a term, a campaign of a year.
const DAYS_MAX: i32 = 400;

/// The register and form a record names.
pub(super) fn resolve(new: &NewActivity) -> Result<(&'static Register, &'static Form), Refusal> {
    let register = super::find(&new.register).ok_or_else(|| {
        Refusal::new(
            "unknown_register",
            format!("Không có sổ “{}”", short(&new.register)),
            "Mở trang Hoạt động để xem các sổ",
        )
    })?;
    let form = register.form(&new.form).ok_or_else(|| {
        Refusal::new(
            "unknown_form",
            format!("{} không có loại “{}”", register.name.vi, short(&new.form)),
            "Chọn loại trong danh sách",
        )
    })?;
    Ok((register, form))
}

/// Everything that can be said without looking into the books.
pub(super) fn check(
    register: &Register,
    form: &Form,
    new: &NewActivity,
    is_office: bool,
) -> Result<(), Refusal> {
    if register.place == Place::Grassroots && is_office {
        return Err(Refusal::new(
            "wrong_place",
            format!("{}: chỉ ghi ở công đoàn cơ sở", register.name.vi),
            "Chọn công đoàn cơ sở đã tổ chức",
        ));
    }
    check_days(new)?;
    if new.title.chars().count() > TITLE_MAX {
        return Err(too_long("Tên gọi", TITLE_MAX));
    }
    check_values(register, form, &new.values)?;
    check_people(register, new)
}

fn check_days(new: &NewActivity) -> Result<(), Refusal> {
    let last = new.last.unwrap_or(new.on);
    if last < new.on || last.since(new.on) > DAYS_MAX {
        return Err(Refusal::new(
            "days_out_of_order",
            format!("Ngày cuối {} không hợp với ngày đầu {}", last.vi(), new.on.vi()),
            "Ngày cuối không trước ngày đầu, và không quá một năm sau",
        ));
    }
    let year = new.year.unwrap_or_else(|| new.on.year());
    if (year - new.on.year()).abs() > 1 {
        return Err(Refusal::new(
            "year_far_from_day",
            format!("Ghi cho năm {year} mà ngày là {}", new.on.vi()),
            "Năm chỉ có thể là năm của ngày ghi, năm trước hoặc năm sau",
        ));
    }
    Ok(())
}

fn check_values(
    register: &Register,
    form: &Form,
    values: &BTreeMap<String, FieldValue>,
) -> Result<(), Refusal> {
    let fields: Vec<&Field> = register.fields_of(form.code).collect();
    if let Some(stray) = values.keys().find(|code| fields.iter().all(|field| field.code != **code))
    {
        return Err(Refusal::new(
            "unknown_field",
            format!("{} không có mục “{}”", form.name.vi, short(stray)),
            "Bỏ mục này, hoặc chọn loại khác",
        ));
    }
    for field in fields {
        match values.get(field.code) {
            Some(value) => check_value(field, value)?,
            None if field.required => {
                return Err(Refusal::new(
                    "field_missing",
                    format!("Chưa ghi “{}”", field.name.vi),
                    "Ghi vào ô này rồi ghi lại",
                ));
            }
            None => {}
        }
    }
    Ok(())
}

/// One field holds what its kind allows.
pub(super) fn check_value(field: &Field, value: &FieldValue) -> Result<(), Refusal> {
    let wrong = |most: String| {
        Err(Refusal::new(
            "bad_value",
            format!("“{}” không nhận giá trị này", field.name.vi),
            format!("Ghi {most}"),
        ))
    };
    let number = vietnamese::number::format_integer;
    match (field.kind, value) {
        (FieldKind::Count(most), FieldValue::Number(count)) if (0..=most).contains(count) => Ok(()),
        (FieldKind::Count(most), _) => wrong(format!("số nguyên từ 0 đến {}", number(most))),
        (FieldKind::Money | FieldKind::Average(_), FieldValue::Number(dong))
            if (0..=MONEY_MAX).contains(dong) =>
        {
            Ok(())
        }
        (FieldKind::Money | FieldKind::Average(_), _) => {
            wrong(format!("số đồng từ 0 đến {}", number(MONEY_MAX)))
        }
        (FieldKind::Year, FieldValue::Number(year)) if (1929..=2200).contains(year) => Ok(()),
        (FieldKind::Year, _) => wrong("năm có bốn chữ số, từ 1929 đến 2200".to_owned()),
        (FieldKind::Mark, FieldValue::Number(1)) => Ok(()),
        (FieldKind::Mark, _) => wrong("có, hoặc để trống".to_owned()),
        (FieldKind::Day, FieldValue::Day(day)) if is_plausible(*day) => Ok(()),
        (FieldKind::Day, _) => wrong("ngày như 28/7/2024, từ năm 1929".to_owned()),
        (FieldKind::Choice(choices), FieldValue::Text(code))
            if choices.iter().any(|(each, _)| each == code) =>
        {
            Ok(())
        }
        (FieldKind::Choice(_), _) => wrong("một mục trong danh sách".to_owned()),
        (FieldKind::Text(most), FieldValue::Text(text)) if text.chars().count() <= most => Ok(()),
        (FieldKind::Text(most), _) => Err(too_long(field.name.vi, most)),
    }
}

fn is_plausible(day: Day) -> bool {
    (1929..=2200).contains(&day.year())
}

fn check_people(register: &Register, new: &NewActivity) -> Result<(), Refusal> {
    if new.people.is_empty() {
        return Ok(());
    }
    if register.people.is_none() {
        return Err(Refusal::new(
            "no_people_here",
            format!("{} không ghi tên người", register.name.vi),
            "Bỏ danh sách người",
        ));
    }
    if new.people.len() > PEOPLE_MAX {
        return Err(Refusal::new(
            "too_many_people",
            format!("Một bản ghi có nhiều nhất {PEOPLE_MAX} người"),
            "Chia làm nhiều bản ghi",
        ));
    }
    let different: HashSet<_> = new.people.iter().collect();
    if different.len() < new.people.len() {
        return Err(Refusal::new(
            "person_twice",
            "Có người được ghi hai lần trong cùng bản ghi",
            "Bỏ dòng trùng",
        ));
    }
    Ok(())
}

fn too_long(name: &str, most: usize) -> Refusal {
    Refusal::new(
        "text_too_long",
        format!("“{name}” dài hơn {most} chữ"),
        "Viết ngắn lại, phần còn lại để trong văn bản kèm theo",
    )
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Somebody corrects or withdraws what another has changed since.
pub(super) fn changed_meanwhile() -> Refusal {
    Refusal::new(
        "changed_meanwhile",
        "Bản ghi này vừa được người khác sửa hoặc gỡ",
        "Mở lại bản ghi để xem bản mới rồi sửa tiếp",
    )
}

/// A record that is not there, or not any more.
pub(super) fn unknown_record() -> Refusal {
    Refusal::new(
        "unknown_record",
        "Không có bản ghi này đang có hiệu lực",
        "Mở sổ để xem các bản ghi đang có",
    )
}
