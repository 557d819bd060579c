//! Targets side by side: units by indicators, what was decided before, and many cells revised by one decision.

use std::collections::HashMap;

use kernel::{Actor, Id, Period, Refusal};

use super::set::write_target;
use crate::documents::{self, DocumentRef};
use crate::targets::model::{Grid, GridRow, Revision, Seen};
use crate::targets::store;
use crate::{App, Result, figures, units};

/// The indicators for which federations set targets, in the order of the grid.
pub const TARGETED: [&str; 6] = [
    "members.admitted",
    "units.founded",
    "units.founded.new_method",
    "units.founded.min_members",
    "members.closing",
    "units.closing",
];

/// The targets of a unit and of the units directly below it on the last day of a period, from `skip` on, at most
/// `limit` of them.
pub fn grid(
    app: &App,
    actor: &Actor,
    unit: Id,
    period: Period,
    (skip, limit): (usize, usize),
) -> Result<Grid> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "figures.read", unit, period.last())?;
        let state = units::load(tx, app.federation, unit)?;
        let rows = units::directly_below(tx, app, unit, period.last())?;
        let mut ids: Vec<Id> = rows.iter().map(|(id, _)| *id).collect();
        ids.push(unit);
        let mut set: HashMap<(Id, String), i64> = HashMap::new();
        for (unit, indicator, value) in store::standing_of(tx, app.federation, &ids, period)? {
            set.insert((unit, indicator), value);
        }
        let values =
            |unit: Id| TARGETED.map(|code| set.get(&(unit, code.to_owned())).copied()).to_vec();
        let row = |unit: Id, code: &str, name: &str| GridRow {
            unit,
            code: code.to_owned(),
            name: name.to_owned(),
            values: values(unit),
        };
        let sum = |place: usize| rows.iter().filter_map(|(id, _)| values(*id)[place]).sum();
        let sums = (0..TARGETED.len()).map(sum).collect();
        let below = rows.iter().skip(skip).take(limit.min(500));
        Ok(Grid {
            own: row(unit, &state.code, &state.name),
            below: below.map(|(id, each)| row(*id, &each.code, &each.name)).collect(),
            total: rows.len(),
            sums,
        })
    })
}

/// What was ever decided of a unit for exactly this period, the latest first.
pub fn history(app: &App, actor: &Actor, unit: Id, period: Period) -> Result<Vec<Revision>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "figures.read", unit, period.last())?;
        store::decisions(tx, app.federation, unit, period)
    })
}

/// Revises many targets by one decision; all of them or none. A target that somebody else changed since the page was
/// opened is not overwritten.
pub fn revise(app: &App, actor: &Actor, changes: &[Seen], document: &DocumentRef) -> Result<usize> {
    app.allow(actor, "targets.set")?;
    let changed: Vec<&Seen> = changes.iter().filter(|each| each.new.value != each.seen).collect();
    if changed.is_empty() {
        return Err(Refusal::new(
            "nothing_changed",
            "Chưa có ô nào đổi",
            "Sửa con số trong bảng rồi ghi lại",
        )
        .into());
    }
    if document.number.trim().is_empty() {
        return Err(Refusal::new(
            "document_missing",
            "Giao, điều chỉnh chỉ tiêu cần số quyết định",
            "Ghi số và ngày của quyết định",
        )
        .into());
    }
    app.write(actor, "targets.set", "Giao, điều chỉnh chỉ tiêu", |batch| {
        let paper = documents::find_or_add(batch, document)?;
        for Seen { new, seen } in &changed {
            figures::must_be_known(&new.indicator)?;
            let federation = batch.federation();
            let standing =
                store::standing(batch.reader()?, federation, new.unit, &new.indicator, new.period)?;
            if standing != *seen {
                let name = units::load(batch.reader()?, federation, new.unit)?.name;
                return Err(changed_meanwhile(&name, standing).into());
            }
            write_target(batch, new, Some(paper), None)?;
        }
        batch.answers(changed.len());
        Ok(changed.len())
    })
}

fn changed_meanwhile(unit: &str, standing: Option<i64>) -> Refusal {
    let now = standing.map_or_else(|| "chưa giao".to_owned(), vietnamese::number::format_integer);
    Refusal::new(
        "changed_meanwhile",
        format!("Chỉ tiêu của {unit} vừa được người khác đổi, nay là {now}"),
        "Mở lại bảng để xem số mới rồi sửa tiếp",
    )
}
