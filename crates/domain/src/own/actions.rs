//! Reading one's own record, asking for it to be mended, taking it home.

use db::{Tx, values};
use kernel::{Actor, Id, Refusal};

use super::model::{Look, MyData, MyRecord, NewRequest, Request, Tie};
use super::store;
use crate::books::schema;
use crate::{App, Error, Result, accounts, people, requests};

/// The fields a member may ask to be mended.
pub const FIELDS: &[&str] = &[
    "name",
    "birth",
    "sex",
    "phone",
    "hometown",
    "job",
    "joined",
    "union_title",
    "cccd",
    "unit",
    "other",
];
/// Requests of one member that wait at most.
const OPEN_MAX: usize = 10;
const ASKED_MAX: usize = 300;
/// Lines of the trail shown of one record.
const LOOKS_MAX: i64 = 200;

/// The person the actor's account is tied to; records that were merged lead to the one that stays.
fn tie(app: &App, tx: &mut Tx<'_>, actor: &Actor) -> Result<Tie> {
    let account = actor.account.ok_or_else(no_record)?;
    let mut person = accounts::person_of(app, tx, account)?.ok_or_else(no_record)?;
    // A record is merged into one that stands, so one step is enough; a few more cost nothing.
    for _ in 0..4 {
        let Some(kept) = people::merged_into(tx, app.federation, person)? else { break };
        person = kept;
    }
    let unit = people::places_of(tx, app.federation, person)?.first().copied();
    Ok(Tie { person, unit })
}

fn no_record() -> Error {
    Refusal::new(
        "no_own_record",
        "Tài khoản này không gắn với hồ sơ đoàn viên nào",
        "Nhờ người quản lý tài khoản ở công đoàn cấp trên gắn hồ sơ",
    )
    .into()
}

/// The own record.
pub fn my_record(app: &App, actor: &Actor) -> Result<MyRecord> {
    app.db.read(|tx| record_in(app, tx, actor))
}

fn record_in(app: &App, tx: &mut Tx<'_>, actor: &Actor) -> Result<MyRecord> {
    let person = tie(app, tx, actor)?.person;
    let (card, facts) = people::whole_card(app, tx, person)?;
    Ok(MyRecord {
        id: card.row.id,
        name: card.row.name,
        sex: card.row.sex,
        birth: card.row.birth,
        joined: facts.joined,
        hometown: facts.hometown,
        job: facts.job,
        phone: facts.phone,
        union_title: facts.union_title,
        identity_number: card.cccd_masked,
        unit: card.row.unit,
        status: card.row.status,
        events: card.events,
    })
}

/// Who looked at the own record and who changed it, the latest first.
pub fn who_looked(app: &App, actor: &Actor) -> Result<Vec<Look>> {
    app.db.read(|tx| {
        let person = tie(app, tx, actor)?.person;
        store::looks(tx, app.federation, person, LOOKS_MAX)
    })
}

/// The own requests, the latest first.
pub fn my_requests(app: &App, actor: &Actor) -> Result<Vec<Request>> {
    app.db.read(|tx| {
        let person = tie(app, tx, actor)?.person;
        store::requests(tx, app.federation, person)
    })
}

/// Asks that the own record be mended; who keeps the members of the unit answers.
pub fn request_correction(app: &App, actor: &Actor, new: &NewRequest<'_>) -> Result<Id> {
    let field = FIELDS.iter().find(|field| **field == new.field).ok_or_else(|| {
        Refusal::new(
            "unknown_field",
            "Không có mục này trong hồ sơ",
            "Chọn một mục trong danh sách",
        )
    })?;
    let clean = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (asked, why) = (clean(new.asked), new.why.map(clean).filter(|why| !why.is_empty()));
    let long = |text: &str| text.chars().count() > ASKED_MAX;
    if asked.is_empty() || long(&asked) || why.as_deref().is_some_and(long) {
        return Err(Refusal::new(
            "bad_request_text",
            format!("Thiếu nội dung cần sửa, hoặc dài quá {ASKED_MAX} chữ"),
            "Ghi đúng nội dung mà hồ sơ cần có",
        )
        .into());
    }
    app.write_own(actor, "Đoàn viên đề nghị sửa hồ sơ", |batch| {
        let federation = batch.federation();
        let Tie { person, unit } = tie(app, batch.reader()?, actor)?;
        let waiting = store::requests(batch.reader()?, federation, person)?;
        if waiting.iter().filter(|each| each.accepted.is_none()).count() >= OPEN_MAX {
            return Err(Refusal::new(
                "too_many_requests",
                format!("Đã có {OPEN_MAX} đề nghị đang chờ trả lời"),
                "Chờ công đoàn trả lời các đề nghị trước",
            )
            .into());
        }
        let unit = unit.ok_or_else(no_record)?;
        let none: Option<i64> = None;
        let row = values![person, unit, *field, asked.clone(), why.clone(), none, none];
        let id = batch.append(&schema::CORRECTION_REQUEST, row.to_vec())?;
        requests::wait(batch, id, person, unit)?;
        Ok(id)
    })
}

/// Everything the books hold of the actor; taking it home is noted.
pub fn my_data(app: &App, actor: &Actor) -> Result<MyData> {
    let (person, data) = app.db.read(|tx| {
        let person = tie(app, tx, actor)?.person;
        let data = MyData {
            made_at: app.now().iso(),
            record: record_in(app, tx, actor)?,
            requests: store::requests(tx, app.federation, person)?,
            looks: store::looks(tx, app.federation, person, LOOKS_MAX)?,
        };
        Ok::<_, Error>((person, data))
    })?;
    app.note(actor, "people.own_data_taken", Some(person), None)?;
    Ok(data)
}
