//! Taking in the units that went or ended in a period: handed over, struck off.

use intake::{HandedOverRow, StruckOffRow};
use ledger::Cause;

use super::matching::{self, Units, must_have_day, whole_day};
use super::model::Run;
use crate::Result;
use crate::books::Batch;
use crate::units::{EndHow, write_end, write_move};

/// Writes the units handed over to another superior.
pub(super) fn write_handed_over(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &mut Units,
    sheet: Option<&String>,
    rows: &[HandedOverRow],
) -> Result<()> {
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let result = hand_over(batch, run, units, row);
        run.tally(sheet, row.row, result)?;
    }
    Ok(())
}

fn hand_over(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &mut Units,
    row: &HandedOverRow,
) -> Result<()> {
    let unit = units.must_find(row.unit.as_deref())?;
    let decided = row.decision_date.and_then(whole_day);
    let on = must_have_day(row.day.or(row.decision_date))?;
    let to = units.find_or_add_outside(
        batch,
        row.receiver.as_deref().unwrap_or_default(),
        run.import,
    )?;
    let document = matching::paper(
        row.decision_no.as_deref(),
        decided,
        run.issuer,
        "Bàn giao công đoàn cơ sở",
    );
    write_move(batch, unit, on, to, Cause::HandOver, document.as_ref(), Some(run.import))
}

/// Writes the units struck off.
pub(super) fn write_struck_off(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &Units,
    sheet: Option<&String>,
    rows: &[StruckOffRow],
) -> Result<()> {
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let result = strike_off(batch, run, units, row);
        run.tally(sheet, row.row, result)?;
    }
    Ok(())
}

fn strike_off(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &Units,
    row: &StruckOffRow,
) -> Result<()> {
    let unit = units.must_find(row.unit.as_deref())?;
    let on = must_have_day(row.decision_date)?;
    let document = matching::paper(
        row.decision_no.as_deref(),
        Some(on),
        run.issuer,
        "Xóa tên công đoàn cơ sở",
    );
    let reason = row.reason.as_deref();
    write_end(batch, unit, on, EndHow::StruckOff, reason, document.as_ref(), Some(run.import))
        .map(drop)
}
