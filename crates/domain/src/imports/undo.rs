//! Taking an import back: whole, or not at all, with the names of what has come to depend on it since.

use db::values;
use kernel::{Actor, Day, Id, Period, Refusal};

use crate::books::{Batch, schema};
use crate::memberships::{self, import_events};
use crate::people;
use crate::targets::{NewTarget, write_target};
use crate::units::close_line;
use crate::{App, Result};

/// Takes an import back.
pub fn undo(app: &App, actor: &Actor, import: Id) -> Result<()> {
    app.write(actor, "imports.undo", "Hoàn tác một lần nhập", |batch| {
        let run = load(batch, import)?;
        let dependents = dependents(batch, import)?;
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
        batch.append(&schema::IMPORT_RUN, row.to_vec()).map(drop)
    })
}

type RunRow = (String, String, String, Option<Id>, Option<Day>);

fn load(batch: &mut Batch<'_, '_>, import: Id) -> Result<RunRow> {
    let federation = batch.federation();
    let sql = "SELECT kind, file_name, file_hash, unit_id, as_of FROM import_run
               WHERE federation_id = $1 AND id = $2 AND undoes IS NULL";
    let run = batch.reader()?.find(sql, &values![federation, import], |row| {
        let owned = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
        Ok((owned(0)?, owned(1)?, owned(2)?, row.opt_id(3)?, row.opt_day(4)?))
    })?;
    let sql = "SELECT 1 FROM import_run WHERE federation_id = $1 AND undoes = $2";
    let undone = batch.reader()?.find(sql, &values![federation, import], |_| Ok(()))?.is_some();
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

/// What was recorded since about the people and units that the import brought.
fn dependents(batch: &mut Batch<'_, '_>, import: Id) -> Result<Vec<String>> {
    let federation = batch.federation();
    let people = "SELECT p.name, e.on_day FROM person_fact f
        JOIN member_event e ON e.federation_id = f.federation_id AND e.person_id = f.person_id
            AND e.reverses IS NULL AND COALESCE(e.import_id, 0) <> $2
            AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
                AND r.person_id = e.person_id AND r.reverses = e.id)
        JOIN person p ON p.federation_id = f.federation_id AND p.id = f.person_id
        WHERE f.federation_id = $1 AND f.import_id = $2 AND f.withdrawn = 0
            AND (e.unit_event_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit_event u
                WHERE u.federation_id = e.federation_id AND u.id = e.unit_event_id AND u.import_id = $2))
        ORDER BY e.id LIMIT 5";
    let members = "SELECT n.name, e.on_day FROM unit_event u
        JOIN member_event e ON e.federation_id = u.federation_id
            AND (e.unit_id = u.unit_id OR e.other_id = u.unit_id)
            AND e.reverses IS NULL AND COALESCE(e.import_id, 0) <> $2
            AND NOT EXISTS (SELECT 1 FROM member_event r WHERE r.federation_id = e.federation_id
                AND r.person_id = e.person_id AND r.reverses = e.id)
            AND (e.unit_event_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit_event x
                WHERE x.federation_id = e.federation_id AND x.id = e.unit_event_id AND x.import_id = $2))
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY e.id LIMIT 5";
    let events = "SELECT n.name, e.on_day FROM unit_event u
        JOIN unit_event e ON e.federation_id = u.federation_id AND e.unit_id = u.unit_id
            AND COALESCE(e.import_id, 0) <> $2
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2 ORDER BY e.id LIMIT 5";
    let below = "SELECT n.name, l.from_on FROM unit_event u
        JOIN unit_line l ON l.federation_id = u.federation_id AND l.manager_id = u.unit_id AND l.retracts IS NULL
        JOIN unit_event e ON e.federation_id = l.federation_id AND e.id = l.event_id
            AND COALESCE(e.import_id, 0) <> $2
        JOIN unit_now n ON n.federation_id = l.federation_id AND n.unit_id = l.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2 ORDER BY l.id LIMIT 5";
    let targets = "SELECT n.name, t.from_on FROM unit_event u
        JOIN target t ON t.federation_id = u.federation_id AND t.unit_id = u.unit_id
            AND COALESCE(t.import_id, 0) <> $2 AND t.value IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM target l WHERE l.federation_id = t.federation_id
                AND l.unit_id = t.unit_id AND l.indicator = t.indicator AND l.from_on = t.from_on
                AND l.to_on = t.to_on AND l.id > t.id)
        JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
        WHERE u.federation_id = $1 AND u.import_id = $2
            AND u.kind IN ('founded', 'brought_forward', 'formed', 'external') ORDER BY t.id LIMIT 5";
    let mut found = Vec::new();
    for (what, sql) in [
        ("việc của đoàn viên", people),
        ("đoàn viên của đơn vị", members),
        ("việc của đơn vị", events),
        ("đơn vị trực thuộc", below),
        ("chỉ tiêu của đơn vị", targets),
    ] {
        found.extend(batch.reader()?.query(sql, &values![federation, import], |row| {
            Ok(format!("{what} {} ngày {}", row.text(0)?, row.day(1)?.vi()))
        })?);
    }
    Ok(found)
}

fn undo_members(batch: &mut Batch<'_, '_>, import: Id) -> Result<()> {
    let federation = batch.federation();
    for (person, event) in import_events(batch.reader()?, federation, import)? {
        memberships::reverse_in(batch, person, &event, Some(import))?;
        memberships::refresh(batch, person)?;
    }
    let sql = "SELECT DISTINCT f.person_id FROM person_fact f
               JOIN person p ON p.federation_id = f.federation_id AND p.id = f.person_id
               WHERE f.federation_id = $1 AND f.import_id = $2 AND f.withdrawn = 0 ORDER BY f.person_id";
    let people = batch.reader()?.query(sql, &values![federation, import], |row| row.id(0))?;
    people.into_iter().try_for_each(|person| people::withdraw(batch, person, None))
}

/// Takes back the events of units, latest first; units that came with the import never stood.
fn undo_units(batch: &mut Batch<'_, '_>, import: Id) -> Result<()> {
    let federation = batch.federation();
    let sql = "SELECT id, unit_id, kind, on_day FROM unit_event
               WHERE federation_id = $1 AND import_id = $2 AND reverses IS NULL ORDER BY id DESC";
    let events = batch.reader()?.query(sql, &values![federation, import], |row| {
        Ok((row.id(0)?, row.id(1)?, row.text(2)?.to_owned(), row.day(3)?))
    })?;
    for (event, unit, kind, on) in events {
        batch.reverse(event)?;
        let none = None::<i64>;
        let row = values![kind.clone(), unit, on, none, none, none, none, none, import, event];
        batch.append(&schema::UNIT_EVENT, row.to_vec())?;
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
    let sql = "SELECT id, name, search_key, tax_number FROM employer
               WHERE federation_id = $1 AND import_id = $2 AND withdraws IS NULL ORDER BY id";
    let employers = batch.reader()?.query(sql, &values![federation, import], |row| {
        let tax = row.opt_text(3)?.map(str::to_owned);
        Ok((row.id(0)?, row.text(1)?.to_owned(), row.text(2)?.to_owned(), tax))
    })?;
    for (id, name, key, tax) in employers {
        let row = values![name, key, tax, None::<&str>, None::<i64>, import, id];
        batch.append(&schema::EMPLOYER, row.to_vec())?;
    }
    Ok(())
}

/// Gives each target back the value it had before the import.
fn undo_targets(batch: &mut Batch<'_, '_>, import: Id) -> Result<()> {
    let federation = batch.federation();
    let sql = "SELECT DISTINCT t.unit_id, t.indicator, t.from_on, t.to_on,
            (SELECT b.value FROM target b WHERE b.federation_id = t.federation_id AND b.unit_id = t.unit_id
                AND b.indicator = t.indicator AND b.from_on = t.from_on AND b.to_on = t.to_on
                AND COALESCE(b.import_id, 0) <> $2 ORDER BY b.id DESC LIMIT 1)
        FROM target t WHERE t.federation_id = $1 AND t.import_id = $2
        ORDER BY t.unit_id, t.indicator, t.from_on";
    let targets = batch.reader()?.query(sql, &values![federation, import], |row| {
        let period = Period { from: row.day(2)?, to: row.day(3)? };
        Ok(NewTarget {
            unit: row.id(0)?,
            indicator: row.text(1)?.to_owned(),
            period,
            value: row.opt_int(4)?,
        })
    })?;
    targets.iter().try_for_each(|target| write_target(batch, target, None, Some(import)).map(drop))
}
