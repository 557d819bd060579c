//! Members for programs.

use axum::response::Response;
use domain::memberships::{self, EventKind, LeaveReason, NewEvent};
use domain::people::{NewPerson, PersonRow, Sensitive, Sex, person_card, search};
use domain::units::scope_of_code;
use kernel::{Actor, Id};

use super::answer::{body, carry_out, day, json, number, paper, recorded, refuse, segment};
use super::shapes::{Admission, List, Member, MemberEvent};
use crate::problem::Problem;
use crate::site::Visit;

const MOST: usize = 500;
const NAME_MAX: usize = 120;

fn shape(row: PersonRow) -> Member {
    Member {
        id: row.id,
        name: row.name,
        sex: row.sex,
        birth: row.birth,
        unit: row.unit,
        status: row.status,
    }
}

/// Members whose name holds what is asked, within reach, a page at a time of the first that are found.
pub(super) fn found(visit: &Visit) -> Result<Response, Problem> {
    let (skip, limit) =
        (number(visit, "cursor", 0, MOST)?, number(visit, "limit", 50, MOST)?.max(1));
    let asked = visit.raw.get("q").unwrap_or_default();
    // Always as many: people of one name stand in another order where fewer are asked for, and pages would overlap.
    let rows = search(&visit.app, &visit.actor, asked, MOST)?;
    json(&List::page(rows, (skip, limit), shape))
}

fn id_of(visit: &Visit) -> Result<Id, Problem> {
    let typed = segment(visit, 1);
    Id::parse(&typed).ok_or_else(|| unknown(&typed))
}

fn unknown(typed: &str) -> Problem {
    refuse(
        "unknown_person",
        format!("Sổ không có người mang số {typed}"),
        "Tìm lại người này theo tên",
    )
}

/// One member.
pub(super) fn one(visit: &Visit) -> Result<Response, Problem> {
    json(&shape(person_card(&visit.app, &visit.actor, id_of(visit)?, false)?.row))
}

/// Admits somebody who is new to the books.
pub(super) fn admit(visit: &Visit) -> Result<Response, Problem> {
    let asked: Admission = body(visit)?;
    let name = asked.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(refuse(
            "bad_name",
            "Thiếu họ tên, hoặc họ tên quá dài".to_owned(),
            "Ghi họ tên đầy đủ",
        ));
    }
    let cccd = asked.cccd.as_deref().map(cccd).transpose()?;
    let admission = memberships::Admission {
        person: NewPerson {
            name: vietnamese::text::nfc(&name),
            sex: asked.sex.as_deref().map(sex).transpose()?,
            birth: asked.birth.as_deref().map(birth).transpose()?,
            sensitive: Sensitive { cccd, ..Sensitive::default() },
            ..NewPerson::default()
        },
        kind: EventKind::Admitted,
        unit: scope_of_code(&visit.app, &visit.actor, &asked.unit)?,
        on: day(&asked.on)?,
        from_outside: None,
        document: paper(asked.document.as_ref(), "Kết nạp đoàn viên")?,
        unit_event: None,
    };
    let work = |actor: &Actor| {
        memberships::admit(&visit.app, actor, &admission, false).map(|id| id.to_string())
    };
    carry_out(visit, work, recorded)
}

fn sex(code: &str) -> Result<Sex, Problem> {
    Sex::from_code(code).ok_or_else(|| {
        refuse("bad_sex", format!("“{}” không phải nam hay nu", cut(code)), "Ghi nam hoặc nu")
    })
}

fn birth(text: &str) -> Result<String, Problem> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    day(&whole).map(|_| text.to_owned())
}

/// An identity number as the paper has it, by the reader that imports and forms use.
fn cccd(text: &str) -> Result<String, Problem> {
    use vietnamese::id::cccd::{CccdReading, Known, read};
    match read(text, Known { birth_year: None, sex: None }) {
        Ok(CccdReading::Cccd { number, .. }) => Ok(number.as_str().to_owned()),
        _ => Err(refuse(
            "bad_cccd",
            "Số căn cước phải có 12 chữ số".to_owned(),
            "Kiểm tra lại số trên thẻ",
        )),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Records what happened to a member.
pub(super) fn event(visit: &Visit) -> Result<Response, Problem> {
    let person = id_of(visit)?;
    let asked: MemberEvent = body(visit)?;
    let unknown_code = |what: &str, code: &str| {
        refuse(
            "unknown_code",
            format!("Không có {what} “{}”", cut(code)),
            "Xem các mã trong /api/v1/openapi.json",
        )
    };
    let kind =
        EventKind::from_code(&asked.kind).ok_or_else(|| unknown_code("việc", &asked.kind))?;
    let reason = match asked.reason.as_deref() {
        Some(code) => {
            Some(LeaveReason::from_code(code).ok_or_else(|| unknown_code("lý do", code))?)
        }
        None => None,
    };
    let unit = scope_of_code(&visit.app, &visit.actor, &asked.unit)?;
    let other = match asked.other.as_deref() {
        Some(code) => Some(scope_of_code(&visit.app, &visit.actor, code)?),
        None => None,
    };
    let document = paper(asked.document.as_ref(), kind.name().vi)?;
    let new =
        NewEvent { other, reason, document, ..NewEvent::new(kind, person, unit, day(&asked.on)?) };
    let work =
        |actor: &Actor| memberships::record(&visit.app, actor, &new).map(|id| id.to_string());
    carry_out(visit, work, recorded)
}
