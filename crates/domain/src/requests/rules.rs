//! Pure decisions about requests: what a record says once a field is set to what was asked.

use kernel::{Day, Refusal};
use vietnamese::id::{cccd, phone};

use crate::people::{NewPerson, Sensitive, Sex};

/// Letters of an answer at most.
const SAID_MAX: usize = 300;

/// Whether a field can be set to what was asked, without anything else being done.
#[must_use]
pub fn is_simple(field: &str) -> bool {
    !matches!(field, "unit" | "other")
}

/// The record with one field set to what was asked.
pub fn applied(field: &str, asked: &str, facts: &NewPerson) -> Result<NewPerson, Refusal> {
    let asked = vietnamese::text::nfc(asked.trim());
    let text = || Some(asked.clone());
    let new = facts.clone();
    Ok(match field {
        "name" => NewPerson { name: asked.split_whitespace().collect::<Vec<_>>().join(" "), ..new },
        "birth" => NewPerson { birth: Some(day(&asked)?), ..new },
        "joined" => NewPerson { joined: Some(day(&asked)?), ..new },
        "sex" => NewPerson { sex: Some(sex(&asked)?), ..new },
        "phone" => {
            let read = phone::read(&asked).map_err(|_| cannot(&asked, "số điện thoại"))?;
            NewPerson { phone: Some(read.first.to_string()), ..new }
        }
        "hometown" => NewPerson { hometown: text(), ..new },
        "job" => NewPerson { job: text(), ..new },
        "union_title" => NewPerson { union_title: text(), ..new },
        "cccd" => NewPerson {
            sensitive: Sensitive { cccd: Some(number(&asked)?), ..Sensitive::default() },
            ..new
        },
        _ => {
            return Err(Refusal::new(
                "not_a_field",
                "Nội dung này không phải một ô của hồ sơ, không sửa thẳng được",
                "Làm việc cần thiết ở trang của đoàn viên, rồi trả lời là đã xử lý",
            ));
        }
    })
}

fn cannot(asked: &str, what: &str) -> Refusal {
    Refusal::new(
        "asked_unreadable",
        format!("Không đọc được {what} trong “{asked}”"),
        "Mở phiếu sửa hồ sơ để ghi đúng, hoặc không nhận và nêu lý do",
    )
}

/// A day as precise as it was written: `6/5/1990`, `5/1990`, `1990`, or as the books write it.
fn day(asked: &str) -> Result<String, Refusal> {
    let wrong = || cannot(asked, "ngày");
    let parts: Vec<&str> = asked.split(['/', '.', '-']).map(str::trim).collect();
    let number = |text: &str| text.parse::<i16>().map_err(|_| wrong());
    let year_of = |text: &str| {
        number(text).ok().filter(|year| (1900..=2100).contains(year)).ok_or_else(wrong)
    };
    match &parts[..] {
        [year] => Ok(format!("{:04}", year_of(year)?)),
        [month, year] => {
            let (month, year) = (number(month)?, year_of(year)?);
            if (1..=12).contains(&month) {
                Ok(format!("{year:04}-{month:02}"))
            } else {
                Err(wrong())
            }
        }
        [first, month, last] => {
            // The year stands last as people write it, and first as the books do.
            let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
            let small = |text: &str| number(text).ok().and_then(|number| i8::try_from(number).ok());
            let whole = small(month).zip(small(day));
            let found = whole.and_then(|(month, day)| Day::new(year_of(year).ok()?, month, day));
            found.map(|day| day.to_string()).ok_or_else(wrong)
        }
        _ => Err(wrong()),
    }
}

fn sex(asked: &str) -> Result<Sex, Refusal> {
    match &*vietnamese::fold::fold(asked) {
        "nu" => Ok(Sex::Female),
        "nam" => Ok(Sex::Male),
        _ => Err(cannot(asked, "giới tính (nam, nữ)")),
    }
}

fn number(asked: &str) -> Result<String, Refusal> {
    let known = cccd::Known { birth_year: None, sex: None };
    match cccd::read(asked, known) {
        Ok(cccd::CccdReading::Cccd { number, .. }) => Ok(number.as_str().to_owned()),
        _ => Err(cannot(asked, "số căn cước 12 chữ số")),
    }
}

/// What an answer says: something, within its length.
pub(super) fn must_say(said: &str, code: &'static str, missing: &str) -> Result<String, Refusal> {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if (1..=SAID_MAX).contains(&said.chars().count()) {
        return Ok(vietnamese::text::nfc(&said));
    }
    Err(Refusal::new(
        code,
        format!("{missing}, hoặc ghi dài quá {SAID_MAX} chữ"),
        "Ghi một câu để đoàn viên hiểu",
    ))
}
