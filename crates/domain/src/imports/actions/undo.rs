//! Taking an import back: whole, or not at all, with the names of what has come to depend on it since.

use std::collections::HashSet;

use db::values;
use kernel::{Actor, Id, Refusal};

use crate::books::{Batch, schema};
use crate::imports::store::{self, RunRow};
use crate::imports::undo_store;
use crate::memberships::{self, import_events};
use crate::people;
use crate::targets::{before_import, write_target};
use crate::units::close_line;
use crate::{App, Result};

/// Takes an import back.
pub fn undo(app: &App, actor: &Actor, import: Id) -> Result<()> {
    app.write(actor, "imports.undo", "Hoàn tác một lần nhập", |batch| {
        let run = load(batch, import)?;
        if let Some(unit) = run.3 {
            batch.must_reach(unit)?;
        }
        let federation = batch.federation();
        let today = app.today();
        let dependents = undo_store::dependents(batch.reader()?, federation, import, today)?;
        if !dependents.is_empty() {
            return Err(Refusal::new(
                "has_dependents",
                format!("Sau lần nhập này, sổ đã ghi thêm: {}", dependents.join("; ")),
                "Hủy các việc đó trước, hoặc sửa từng dòng thay vì hoàn tác cả lần nhập",
            )
            .into());
        }
        undo_members(batch, import)?;
        undo_units(batch, import)?;
        undo_employers(batch, import)?;
        undo_targets(batch, import)?;
        let (kind, file, hash, unit, as_of) = run;
        let row = values![kind, file, hash, unit, as_of, 0_i64, 0_i64, import];
        batch.append(&schema::IMPORT_RUN, row).map(drop)
    })
}

fn load(batch: &mut Batch<'_, '_>, import: Id) -> Result<RunRow> {
    let federation = batch.federation();
    let run = store::load_run(batch.reader()?, federation, import)?;
    let undone = store::is_undone(batch.reader()?, federation, import)?;
    match run {
        Some(run) if !undone => Ok(run),
        Some(_) => Err(Refusal::new(
            "already_undone",
            "Lần nhập này đã được hoàn tác",
            "Không cần làm gì thêm",
        )
        .into()),
        None => Err(Refusal::new(
            "unknown_import",
            format!("Sổ không có lần nhập {import}"),
            "Xem số của lần nhập trong lịch sử nhập",
        )
        .into()),
    }
}

fn undo_members(batch: &mut Batch<'_, '_>, import: Id) -> Result<()> {
    let federation = batch.federation();
    let brought = store::people_brought(batch.reader()?, federation, import)?;
    let standing: HashSet<Id> = brought.iter().copied().collect();
    let events = import_events(batch.reader()?, federation, import)?;
    // Nothing else depends on the people it brought, or it could not be undone: their whole lives go at once.
    let (lives, others): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|(person, _)| standing.contains(person));
    memberships::reverse_lives(batch, &lives, import)?;
    for (person, event) in others {
        memberships::reverse_in(batch, person, &event, Some(import))?;
        memberships::refresh(batch, person)?;
    }
    people::withdraw(batch, &brought, None)
}

/// Takes back the events of units, latest first; units that came with the import never stood.
fn undo_units(batch: &mut Batch<'_, '_>, import: Id) -> Result<()> {
    let federation = batch.federation();
    let events = store::unit_events(batch.reader()?, federation, import)?;
    for (event, unit, kind, on) in events {
        batch.reverse(event)?;
        let none = None::<i64>;
        let row = values![kind.clone(), unit, on, none, none, none, none, none, import, event];
        batch.append(&schema::UNIT_EVENT, row)?;
        match kind.as_str() {
            "founded" | "brought_forward" | "formed" | "external" => close_line(batch, unit)?,
            "handed_over" | "moved" => crate::units::retract_line(batch, unit, event)?,
            "struck_off" | "dissolved" | "merged" => crate::units::reopen(batch, unit)?,
            _ => {}
        }
    }
    Ok(())
}

fn undo_employers(batch: &mut Batch<'_, '_>, import: Id) -> Result<()> {
    let federation = batch.federation();
    let employers = store::employers_brought(batch.reader()?, federation, import)?;
    for (id, name, key, tax) in employers {
        let row = values![name, key, tax, None::<&str>, None::<i64>, import, id];
        batch.append(&schema::EMPLOYER, row)?;
    }
    Ok(())
}

/// Gives each target back the value it had before the import.
fn undo_targets(batch: &mut Batch<'_, '_>, import: Id) -> Result<()> {
    let federation = batch.federation();
    let targets = before_import(batch.reader()?, federation, import)?;
    targets.iter().try_for_each(|target| write_target(batch, target, None, Some(import)).map(drop))
}
