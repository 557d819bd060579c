//! Taking a reorganisation back: whole, or not at all, with the names of what has come to depend on it since.

use std::collections::BTreeSet;

use db::values;
use kernel::{Actor, Id, Refusal};

use crate::books::{Batch, schema};
use crate::reorganisations::model::Written;
use crate::reorganisations::{store, undo_store};
use crate::{App, Result, memberships, units};

/// Takes a reorganisation back; the books then say what they said before it.
pub fn undo(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, "units.record", "Gỡ một lần sắp xếp tổ chức", |batch| {
        let row = load(batch, id)?;
        batch.must_reach(row.unit)?;
        let federation = batch.federation();
        let events = undo_store::events(batch.reader()?, federation, (row.batch, id))?;
        let members = memberships::events_of_batch(batch.reader()?, federation, (row.batch, id))?;
        let people: BTreeSet<Id> = members.iter().map(|(person, _)| *person).collect();
        let people: Vec<Id> = people.into_iter().collect();
        must_be_free(batch, row.batch, &events, &people)?;
        for (person, event) in &members {
            memberships::reverse_in(batch, *person, event, None)?;
        }
        for event in &events {
            units::take_back(batch, (event.id, event.unit, &event.kind, event.on), row.batch)?;
        }
        for person in people {
            memberships::refresh(batch, person)?;
        }
        let values =
            values![row.document, row.unit, row.on, row.file_name, row.file_hash, row.rows, id];
        batch.append(&schema::REORGANISATION, values).map(drop)
    })
}

fn load(batch: &mut Batch<'_, '_>, id: Id) -> Result<store::Row> {
    let federation = batch.federation();
    match store::load(batch.reader()?, federation, id)? {
        Some(row) if !row.is_undone => Ok(row),
        Some(_) => Err(Refusal::new(
            "already_undone",
            "Lần sắp xếp này đã được gỡ",
            "Không cần làm gì thêm",
        )
        .into()),
        None => Err(Refusal::new(
            "unknown_reorganisation",
            format!("Sổ không có lần sắp xếp {id}"),
            "Mở lại trang Sắp xếp tổ chức",
        )
        .into()),
    }
}

/// Refuses where something recorded since rests on what would be taken back.
fn must_be_free(
    batch: &mut Batch<'_, '_>,
    number: i64,
    events: &[Written],
    people: &[Id],
) -> Result<()> {
    let federation = batch.federation();
    let touched: BTreeSet<Id> = events.iter().map(|event| event.unit).collect();
    let touched: Vec<Id> = touched.into_iter().collect();
    let founded: Vec<Id> =
        events.iter().filter(|event| event.opens()).map(|event| event.unit).collect();
    let tx = batch.reader()?;
    let mut found = undo_store::later_events(tx, federation, number, &touched)?;
    for (column, ids) in [("person_id", people), ("unit_id", &founded), ("other_id", &founded)] {
        let told = undo_store::later_of_members(tx, federation, number, column, ids)?;
        found.extend(told.into_iter().filter(|_| !ids.is_empty()));
    }
    found.extend(undo_store::others(tx, federation, number, &founded)?);
    found.dedup();
    if found.is_empty() {
        return Ok(());
    }
    Err(Refusal::new(
        "has_dependents",
        format!("Sau lần sắp xếp này, sổ đã ghi thêm: {}", found.join("; ")),
        "Hủy các việc đó trước, hoặc sửa từng đơn vị thay vì gỡ cả lần sắp xếp",
    )
    .into())
}
