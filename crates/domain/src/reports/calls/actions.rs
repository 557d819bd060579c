//! Calling for reports, giving a unit another day, and who filed in time.

use std::collections::HashMap;

use db::Tx;
use kernel::{Actor, Day, Id, Period, Refusal, UnitKind};

use super::model::{Call, Counts, Due, NewCall, Owed, Owing, Waits};
use super::{rules, store};
use crate::books::Batch;
use crate::exchange;
use crate::reports::{Form, Key, Report, State, form_at};
use crate::{App, Result, units};

/// Calls are told of for so many days after the last one.
const REMEMBERED: i32 = 400;
/// Reports below that wait are looked for among periods that began so many days ago.
const WAITING: i32 = 800;
/// Calls whose last day is so far away are not yet told of as something that waits.
const NEAR: i32 = 14;

/// Calls for a form. A call for the same form and days takes the place of the one before; units that are no longer called
/// are let off.
pub fn send_call(app: &App, actor: &Actor, unit: Id, new: &NewCall) -> Result<Id> {
    let form = form_at(app, &new.form, new.period)?;
    form.must_report_on(new.period)?;
    rules::check_call(new, app.today())?;
    app.write(actor, "reports.call", "Mở đợt báo cáo", |batch| {
        batch.must_reach(unit)?;
        let app = batch.app;
        let below = below(batch.reader()?, app, unit, form)?;
        let called = match &*new.units {
            [] => below,
            named => {
                if let Some(stranger) = named.iter().find(|id| !below.contains(id)) {
                    return Err(not_below(batch, *stranger)?.into());
                }
                named.to_vec()
            }
        };
        rules::check_units(called.len())?;
        let of = (&*new.form, new.period);
        let before = store::standing(batch.reader()?, app.federation, unit, of)?;
        let call = store::write_call(batch, unit, new, false)?;
        for each in &called {
            store::write_due(batch, (call, *each), of, Some(new.due), None)?;
        }
        if let Some(before) = before {
            for row in store::dues(batch.reader()?, app.federation, before.key)? {
                if !called.contains(&row.unit) {
                    store::write_due(batch, (call, row.unit), of, None, Some("Không thuộc đợt"))?;
                }
            }
        }
        Ok(call)
    })
}

/// The units directly below today whose level a form is for.
fn below(tx: &mut Tx<'_>, app: &App, unit: Id, form: &Form) -> Result<Vec<Id>> {
    let rows = units::directly_below(tx, app, unit, app.today())?;
    // A row tells its kind by name.
    let fits = |row: &units::UnitRow| {
        let kind = UnitKind::ALL.iter().find(|kind| kind.name().vi == row.kind);
        kind.is_some_and(|kind| form.level.reports(*kind))
    };
    Ok(rows.into_iter().filter(|(_, row)| fits(row)).map(|(id, _)| id).collect())
}

fn not_below(batch: &mut Batch<'_, '_>, unit: Id) -> Result<Refusal> {
    let federation = batch.federation();
    let name = units::load(batch.reader()?, federation, unit)?.name;
    Ok(Refusal::new(
        "not_called_from_here",
        format!("{name} không trực thuộc đơn vị này, hoặc mẫu không dành cho cấp ấy"),
        "Chọn đơn vị trực thuộc đúng cấp của mẫu",
    ))
}

fn unknown() -> Refusal {
    Refusal::new(
        "unknown_call",
        "Không có đợt báo cáo này, hoặc đợt đã được thay",
        "Mở lại danh sách đợt báo cáo",
    )
}

/// Gives one unit of a call another last day. A locked report is open again until then.
pub fn extend(app: &App, actor: &Actor, call: Id, unit: Id, due: Day, reason: &str) -> Result<()> {
    rules::check_day(due, app.today())?;
    change(app, actor, (call, unit), Some(due), reason)
}

/// Lets one unit of a call off.
pub fn let_off(app: &App, actor: &Actor, call: Id, unit: Id, reason: &str) -> Result<()> {
    change(app, actor, (call, unit), None, reason)
}

fn change(
    app: &App,
    actor: &Actor,
    (call, unit): (Id, Id),
    due: Option<Day>,
    reason: &str,
) -> Result<()> {
    rules::check_reason(reason)?;
    app.write(actor, "reports.call", "Gia hạn hoặc miễn báo cáo", |batch| {
        let federation = batch.federation();
        let found = store::find(batch.reader()?, federation, call)?.ok_or_else(unknown)?;
        // The unit that called decides, not the one that owes.
        batch.must_reach(found.unit)?;
        let dues = store::dues(batch.reader()?, federation, call)?;
        if !dues.iter().any(|row| row.unit == unit) {
            return Err(not_below(batch, unit)?.into());
        }
        let of = (&*found.form, found.period);
        store::write_due(batch, (call, unit), of, due, Some(reason)).map(drop)
    })
}

/// Takes a call back: nobody owes the report any more; what was filed stays.
pub fn withdraw(app: &App, actor: &Actor, call: Id) -> Result<()> {
    app.write(actor, "reports.call", "Rút đợt báo cáo", |batch| {
        let federation = batch.federation();
        let found = store::find(batch.reader()?, federation, call)?.ok_or_else(unknown)?;
        batch.must_reach(found.unit)?;
        let again = NewCall {
            form: found.form.clone(),
            period: found.period,
            due: found.due_on,
            remind: found.remind.clone(),
            locks: found.locks,
            note: found.note.clone(),
            units: Vec::new(),
        };
        let written = store::write_call(batch, found.unit, &again, true)?;
        let of = (&*found.form, found.period);
        for row in store::dues(batch.reader()?, federation, call)? {
            store::write_due(batch, (written, row.unit), of, None, Some("Đợt đã rút"))?;
        }
        Ok(())
    })
}

/// The calls of a unit that stand, the latest due first.
pub fn calls(app: &App, actor: &Actor, unit: Id) -> Result<Vec<Call>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", unit, app.today())?;
        store::calls(tx, app.federation, unit, Day::MIN)
    })
}

/// Who filed in time, late or not at all, unit by unit, with the sums.
pub fn completeness(app: &App, actor: &Actor, call: Id) -> Result<(Call, Vec<Owing>, Counts)> {
    app.db.read(|tx| {
        let found = store::find(tx, app.federation, call)?.ok_or_else(unknown)?;
        app.must_reach(tx, actor, "reports.read", found.unit, app.today())?;
        let (rows, counts) = owing(tx, app, &found)?;
        Ok((found, rows, counts))
    })
}

/// How the reports of some units came along: filed in these books, or taken in as a package, which was approved before.
fn filed(
    tx: &mut Tx<'_>,
    app: &App,
    units: &[Id],
    report: (&str, Period),
) -> Result<HashMap<Id, store::Filed>> {
    let mut filed = store::filed(tx, app.federation, units, report)?;
    for (unit, on) in exchange::first_received(tx, app.federation, report)? {
        let is_silent = filed.get(&unit).is_none_or(|(first, _)| first.is_none());
        if is_silent && units.contains(&unit) {
            filed.insert(unit, (Some(on), State::Approved));
        }
    }
    Ok(filed)
}

fn owing(tx: &mut Tx<'_>, app: &App, call: &Call) -> Result<(Vec<Owing>, Counts)> {
    let today = app.today();
    let dues = store::dues(tx, app.federation, call.key)?;
    let ids: Vec<Id> = dues.iter().map(|row| row.unit).collect();
    let filed = filed(tx, app, &ids, (&call.form, call.period))?;
    let names = units::names_of(tx, app.federation, &ids)?;
    let (mut rows, mut counts) = (Vec::with_capacity(dues.len()), Counts::default());
    for row in dues {
        let Some(due) = row.due else {
            counts.let_off += 1;
            continue;
        };
        let (first, state) = filed.get(&row.unit).copied().unwrap_or((None, State::Drafted));
        let filing = rules::filing(first, state, due, today);
        counts.add(filing, state);
        let (code, name) = names.get(&row.unit).cloned().unwrap_or_default();
        rows.push(Owing {
            unit: row.unit,
            code,
            name,
            due: due.to_string(),
            reason: row.reason,
            state,
            filed_on: first.map(|day| day.to_string()),
            filing,
        });
    }
    rows.sort_by(|a, b| a.name.cmp(&b.name).then(a.unit.cmp(&b.unit)));
    Ok((rows, counts))
}

/// What a unit owes: called for, not filed or to be mended.
pub fn owed(app: &App, actor: &Actor, unit: Id) -> Result<Vec<Owed>> {
    app.db.read(|tx| {
        let today = app.today();
        app.must_reach(tx, actor, "reports.read", unit, today)?;
        let mut owed = Vec::new();
        for each in store::called_for(tx, app.federation, unit, today.plus(-REMEMBERED))? {
            let Some(due) = each.due.on else { continue };
            let of = (&*each.form, each.period);
            let filed = filed(tx, app, &[unit], of)?;
            let standing = filed.get(&unit).copied();
            let (_, state) = standing.unwrap_or((None, State::Drafted));
            if !state.is_open() {
                continue;
            }
            owed.push(Owed {
                form: each.form,
                period: each.period,
                due,
                state,
                is_pressing: rules::is_pressing(&each.remind, due, today),
                is_locked: rules::is_locked(each.due, standing.is_some(), today),
            });
        }
        Ok(owed)
    })
}

/// What waits at a unit from those directly below.
pub fn waiting(app: &App, actor: &Actor, unit: Id) -> Result<Waits> {
    app.db.read(|tx| {
        let today = app.today();
        app.must_reach(tx, actor, "reports.read", unit, today)?;
        let below = units::directly_below(tx, app, unit, today)?;
        let ids: Vec<Id> = below.into_iter().map(|(id, _)| id).collect();
        let to_approve = store::waiting(tx, app.federation, &ids, today.plus(-WAITING))?;
        let mut missing = Vec::new();
        for call in store::calls(tx, app.federation, unit, today.plus(-REMEMBERED))? {
            if call.due_on.since(today) > NEAR {
                continue;
            }
            let (_, counts) = owing(tx, app, &call)?;
            let open = counts.awaited + counts.missing + counts.returned;
            if open > 0 {
                missing.push((call, open));
            }
        }
        Ok(Waits { to_approve, missing })
    })
}

/// By which day a unit owes a report, where somebody called for it.
pub(in crate::reports) fn due_of(tx: &mut Tx<'_>, app: &App, key: &Key) -> Result<Option<Due>> {
    store::due_of(tx, app.federation, key)
}

/// Refuses to write into a report whose call has locked.
pub(in crate::reports) fn must_be_open(
    batch: &mut Batch<'_, '_>,
    key: &Key,
    has_steps: bool,
) -> Result<()> {
    let (federation, today) = (batch.federation(), batch.app.today());
    match store::due_of(batch.reader()?, federation, key)? {
        Some(due) if rules::is_locked(due, has_steps, today) => Err(rules::locked(due).into()),
        _ => Ok(()),
    }
}

/// Whether the call for a report locks and its day is over.
pub(in crate::reports) fn has_locked(batch: &mut Batch<'_, '_>, key: &Key) -> Result<bool> {
    let (federation, today) = (batch.federation(), batch.app.today());
    let due = store::due_of(batch.reader()?, federation, key)?;
    Ok(due.is_some_and(|due| rules::is_locked(due, false, today)))
}

impl Report {
    /// Whether the call for it has locked, so that nothing can be typed or filed on a day.
    pub fn is_locked(&self, today: Day) -> bool {
        self.due.is_some_and(|due| rules::is_locked(due, !self.steps.is_empty(), today))
    }
}
