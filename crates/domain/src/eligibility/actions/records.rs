//! Recording what the rules ask about a person: one more row each time, nothing edited.

use db::values;
use kernel::{Actor, Day, Id, Refusal};

use crate::books::{Batch, schema};
use crate::eligibility::model::{NewRecord, Record};
use crate::eligibility::rules::must_be_sound;
use crate::eligibility::store;
use crate::people::{must_reach_person, must_stand, places_of};
use crate::{App, Result, documents};

/// Records of one person: far more than a life in the union has.
const RECORDS_MAX: usize = 500;

/// Writes a record of a person, at the unit the person belongs to.
pub fn record(app: &App, actor: &Actor, new: &NewRecord) -> Result<Id> {
    must_be_sound(new, app.today())?;
    app.write(actor, "eligibility.record", new.sort.name().vi, |batch| {
        let federation = batch.federation();
        must_reach_person(app, batch.reader()?, actor, "eligibility.record", new.person)?;
        must_stand(batch.reader()?, federation, new.person)?;
        if store::records(batch.reader()?, federation, &[new.person])?.len() >= RECORDS_MAX {
            return Err(Refusal::new(
                "too_many_records",
                format!("Người này đã có {RECORDS_MAX} mục"),
                "Gộp các mục liền nhau, hủy mục ghi thừa",
            )
            .into());
        }
        write(batch, new, None, false)
    })
}

/// Puts another version in the place of a record.
pub fn correct_record(app: &App, actor: &Actor, record: Id, new: &NewRecord) -> Result<()> {
    must_be_sound(new, app.today())?;
    app.write(actor, "eligibility.record", "Sửa mục hồ sơ xét khen thưởng", |batch| {
        let stands = standing(app, batch, actor, new.person, record)?;
        if stands.sort != new.sort {
            return Err(other_sort().into());
        }
        write(batch, new, Some(record), false).map(drop)
    })
}

/// Takes a record out; it stays readable in the books.
pub fn withdraw_record(app: &App, actor: &Actor, person: Id, record: Id) -> Result<()> {
    app.write(actor, "eligibility.record", "Hủy mục hồ sơ xét khen thưởng", |batch| {
        let stands = standing(app, batch, actor, person, record)?;
        let new = NewRecord {
            person,
            sort: stands.sort,
            kind: stands.kind,
            title: stands.title,
            from: stands.from,
            last: stands.until.map(Day::previous),
            document: None,
        };
        write(batch, &new, Some(record), true).map(drop)
    })
}

fn other_sort() -> Refusal {
    Refusal::new("other_sort", "Mục này thuộc phần khác của hồ sơ", "Hủy mục cũ rồi ghi mục mới")
}

/// A record of a person that stands, and that the actor reaches.
fn standing(
    app: &App,
    batch: &mut Batch<'_, '_>,
    actor: &Actor,
    person: Id,
    record: Id,
) -> Result<Record> {
    let federation = batch.federation();
    must_reach_person(app, batch.reader()?, actor, "eligibility.record", person)?;
    let records = store::records(batch.reader()?, federation, &[person])?;
    records.into_iter().find(|each| each.id == record).ok_or_else(|| {
        Refusal::new(
            "unknown_record",
            "Không có mục này trong hồ sơ, hoặc mục đã được hủy",
            "Mở lại hồ sơ để xem các mục đang có",
        )
        .into()
    })
}

fn write(
    batch: &mut Batch<'_, '_>,
    new: &NewRecord,
    corrects: Option<Id>,
    withdrawn: bool,
) -> Result<Id> {
    let federation = batch.federation();
    let unit = places_of(batch.reader()?, federation, new.person)?.first().copied();
    let unit = unit.ok_or_else(|| {
        Refusal::new(
            "no_unit",
            "Người này chưa từng thuộc đơn vị nào trong sổ",
            "Ghi kết nạp hoặc tiếp nhận trước",
        )
    })?;
    let document =
        (new.document.as_ref()).map(|paper| documents::find_or_add(batch, paper)).transpose()?;
    let title =
        new.title.as_ref().map(|title| title.trim().to_owned()).filter(|text| !text.is_empty());
    let row = values![
        new.person,
        unit,
        new.sort.code(),
        new.kind.clone(),
        title,
        new.from,
        new.last.map(Day::next),
        document,
        corrects,
        i64::from(withdrawn)
    ];
    batch.append(&schema::SERVICE_RECORD, row)
}

/// The records of a person as they stand.
pub fn records_of(app: &App, actor: &Actor, person: Id) -> Result<Vec<Record>> {
    app.db.read(|tx| {
        must_reach_person(app, tx, actor, "eligibility.read", person)?;
        store::records(tx, app.federation, &[person])
    })
}
