//! The opening of a period: how many members each union had, of whom a list of movements names only some.

use std::collections::HashMap;

use db::values;
use intake::SummaryRow;
use kernel::{Block, Day, Id, UnitKind};
use ledger::Posting;
use ledger::account;

use super::matching::Units;
use super::model::Run;
use crate::Result;
use crate::books::{Batch, schema};
use crate::units::{Entry, NewUnit, write_new_unit};

/// Unions of the summary that the books did not have, with the members they opened with.
pub(super) type Openings = HashMap<Id, i64>;

/// Writes down the unions that stood before the period and that the books do not have, on the eve of the period.
pub(super) fn write_units(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &mut Units,
    sheet: Option<&String>,
    rows: &[SummaryRow],
    eve: Day,
) -> Result<Openings> {
    let mut openings = Openings::new();
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let Some(name) = row.unit.as_deref() else { continue };
        if units.find(name).is_some() {
            run.accepted += 1;
            continue;
        }
        let result = write_unit(batch, run, units, name, eve);
        if let Some(unit) = run.tally(sheet, row.row, result)? {
            openings.insert(unit, row.opening);
        }
    }
    Ok(openings)
}

fn write_unit(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &mut Units,
    name: &str,
    eve: Day,
) -> Result<Id> {
    let new = NewUnit {
        code: units.fresh_code(name),
        name: name.to_owned(),
        kind: UnitKind::Grassroots,
        block: Block::Other,
        address: None,
        employer: None,
        manager: Some(run.scope),
        from: eve,
        entry: Entry::BroughtForward,
        method: None,
        members: None,
        document: None,
        import: Some(run.import),
    };
    let (unit, _) = write_new_unit(batch, &new)?;
    units.add(name, unit);
    Ok(unit)
}

/// Posts the members that no list names: the printed opening less those brought forward by name.
pub(super) fn post_unnamed(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    openings: &Openings,
    named: &HashMap<Id, i64>,
    eve: Day,
) -> Result<()> {
    let mut sorted: Vec<(&Id, &i64)> = openings.iter().collect();
    sorted.sort_unstable();
    let mut unnamed = 0;
    for (unit, opening) in sorted {
        let rest = opening - named.get(unit).copied().unwrap_or(0);
        if rest <= 0 {
            continue;
        }
        unnamed += rest;
        let none = None::<i64>;
        let row =
            values!["members_counted", *unit, eve, none, none, none, rest, none, run.import, none];
        let event = batch.append(&schema::UNIT_EVENT, row)?;
        for account in [account::MEMBERS, account::BROUGHT_FORWARD] {
            batch.post(
                event,
                Posting { account, unit: *unit, other: None, on: eve, quantity: rest },
            )?;
        }
    }
    if unnamed > 0 {
        run.notes.push(format!(
            "{} đoàn viên đầu kỳ chỉ có số, chưa có tên: bổ sung bằng danh sách đoàn viên của từng đơn vị.",
            vietnamese::number::format_integer(unnamed)
        ));
    }
    Ok(())
}
