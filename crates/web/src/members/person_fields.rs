//! The fields of a person on a form, and what was typed in them, read.

use domain::people::{NewPerson, Sensitive, Sex};
use kernel::Refusal;
use maud::{Markup, html};
use vietnamese::id::{cccd, phone};

use super::{said, words as w};
use crate::parts::form::{self, Field};
use crate::site::Visit;

/// The field that a refusal is about.
pub(super) fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal.code {
        "bad_name" => Some("name"),
        "bad_birth" | "before_birth" => Some("birth"),
        "bad_number" | "known_number" => Some("cccd"),
        "bad_phone" => Some("phone"),
        _ => None,
    }
}

/// The boxes of a birth as precise as it is known: `1990`, `1990-05`, `1990-05-06`.
pub(super) fn boxes_of(birth: Option<&str>) -> [String; 3] {
    let mut parts = birth.unwrap_or_default().split('-').map(|part| part.trim_start_matches('0'));
    let year = parts.next().unwrap_or_default().to_owned();
    let month = parts.next().unwrap_or_default().to_owned();
    let day = parts.next().unwrap_or_default().to_owned();
    [day, month, year]
}

/// The fields, with what was typed, or else with what is known.
pub(super) fn fields(
    visit: &Visit,
    known: Option<&NewPerson>,
    refusal: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (visit.say, &visit.form);
    let error = |field: &str| {
        refusal.filter(|told| field_of(told) == Some(field)).map(|told| &*told.message)
    };
    let was_sent = !typed.text("step").is_empty();
    let value = |name: &str, known: Option<&str>| {
        let shown = if was_sent { typed.text(name) } else { known.unwrap_or_default() };
        shown.to_owned()
    };
    let of = |read: fn(&NewPerson) -> Option<&String>| known.and_then(read).map(String::as_str);
    let name = value("name", known.map(|known| &*known.name));
    let sex = value("sex", known.and_then(|known| known.sex).map(Sex::code));
    let cccd = value("cccd", None);
    let rest = [
        ("phone", w::PHONE, value("phone", of(|known| known.phone.as_ref())), 20),
        ("job", w::JOB, value("job", of(|known| known.job.as_ref())), 120),
        ("title", w::TITLE, value("title", of(|known| known.union_title.as_ref())), 120),
        ("hometown", w::HOMETOWN, value("hometown", of(|known| known.hometown.as_ref())), 200),
    ];
    let birth = if was_sent {
        ["birth-d", "birth-m", "birth-y"].map(|name| typed.text(name).to_owned())
    } else {
        boxes_of(of(|known| known.birth.as_ref()))
    };
    let birth = [&*birth[0], &*birth[1], &*birth[2]];
    let sexes = [
        ("", say.text(w::NOT_TOLD)),
        (Sex::Female.code(), said::sex(say, Some(Sex::Female))),
        (Sex::Male.code(), said::sex(say, Some(Sex::Male))),
    ];
    let hint = say.text(if known.is_some() { w::NUMBER_KEEP } else { w::NUMBER_HINT });
    html! {
        (form::input(say, &Field { most: 120, error: error("name"), hint: say.text(w::NAME_HINT),
            ..Field::new("name", say.text(w::NAME), &name) }))
        (form::date(say, "birth", say.text(w::BIRTH_PRECISE), birth, error("birth")))
        (form::select(say, &Field::new("sex", say.text(w::SEX), &sex), &sexes))
        (form::input(say, &Field { most: 20, is_optional: true, error: error("cccd"), hint,
            ..Field::new("cccd", say.text(w::NUMBER), &cccd) }))
        @for (name, label, value, most) in &rest {
            (form::input(say, &Field { most: *most, is_optional: true, error: error(name),
                ..Field::new(name, say.text(*label), value) }))
        }
    }
}

/// The person that was typed; what the form does not ask is taken from what is known.
pub(super) fn read(visit: &Visit, known: Option<&NewPerson>) -> Result<NewPerson, Refusal> {
    let form = &visit.form;
    let some = |field: &str| form.some(field).map(str::to_owned);
    let name = form.text("name").split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        let (no, then) = ("Chưa ghi họ tên", "Ghi họ tên như trên thẻ căn cước");
        return Err(Refusal::new("bad_name", no, then));
    }
    let birth = birth(form.boxes("birth"))?;
    let phone = match form.some("phone") {
        None => None,
        Some(typed) => {
            Some(phone::read(typed).map(|read| read.first.to_string()).map_err(|_| {
                let message = format!("“{typed}” không phải là số điện thoại");
                Refusal::new("bad_phone", message, "Ghi mười chữ số, bắt đầu bằng 0")
            })?)
        }
    };
    let sensitive = Sensitive { cccd: number(form.text("cccd"))?, ..Sensitive::default() };
    let known = known.cloned().unwrap_or_default();
    Ok(NewPerson {
        name: vietnamese::text::nfc(&name),
        sex: form.some("sex").and_then(Sex::from_code),
        birth,
        phone,
        job: some("job"),
        union_title: some("title"),
        hometown: some("hometown"),
        sensitive,
        ..known
    })
}

/// An identity number of twelve digits.
fn number(typed: &str) -> Result<Option<String>, Refusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    let known = cccd::Known { birth_year: None, sex: None };
    match cccd::read(typed, known) {
        Ok(cccd::CccdReading::Cccd { number, .. }) => Ok(Some(number.as_str().to_owned())),
        _ => Err(Refusal::new(
            "bad_number",
            "Số căn cước phải có 12 chữ số",
            "Ghi như trên thẻ căn cước, hoặc để trống nếu chưa có",
        )),
    }
}

/// A birth as precise as it was typed: a year, a month and a year, or a whole day.
fn birth([day, month, year]: [&str; 3]) -> Result<Option<String>, Refusal> {
    let wrong = || {
        let message = format!("“{day}/{month}/{year}” không phải là ngày sinh");
        Refusal::new("bad_birth", message, "Ghi ngày, tháng, năm; chỉ biết năm thì ghi riêng năm")
    };
    let whole_year = || {
        let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
        is_year.then_some(()).ok_or_else(wrong)
    };
    match (day.is_empty(), month.is_empty(), year.is_empty()) {
        (true, true, true) => Ok(None),
        (true, true, false) => whole_year().map(|()| Some(year.to_owned())),
        (true, false, false) => {
            whole_year()?;
            let month: u8 = month.parse().map_err(|_| wrong())?;
            if !(1..=12).contains(&month) {
                return Err(wrong());
            }
            Ok(Some(format!("{year}-{month:02}")))
        }
        (false, false, false) => {
            let day = crate::parts::typed::boxes([day, month, year]).map_err(|_| wrong())?;
            Ok(day.map(|day| day.to_string()))
        }
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::{birth, boxes_of, number};

    #[test]
    fn a_birth_is_as_precise_as_it_was_typed() {
        for (boxes, told) in [
            (["", "", ""], None),
            (["", "", "1990"], Some("1990")),
            (["", "5", "1990"], Some("1990-05")),
            (["6", "5", "1990"], Some("1990-05-06")),
        ] {
            assert_eq!(birth(boxes).unwrap().as_deref(), told);
            assert_eq!(boxes_of(told), boxes);
        }
        for wrong in [["31", "2", "1990"], ["", "13", "1990"], ["5", "", "1990"], ["", "", "90"]] {
            assert_eq!(birth(wrong).unwrap_err().code, "bad_birth", "{wrong:?}");
        }
    }

    #[test]
    fn an_identity_number_has_twelve_digits() {
        assert_eq!(number("001 190 123 456").unwrap().as_deref(), Some("001190123456"));
        assert_eq!(number("").unwrap(), None);
        assert_eq!(number("12345").unwrap_err().code, "bad_number");
    }
}
