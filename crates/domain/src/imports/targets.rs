//! Taking in a list of targets.

use intake::TargetRow;
use kernel::{Day, Id, Period};

use super::matching::Units;
use super::model::Run;
use crate::Result;
use crate::books::Batch;
use crate::targets::{NewTarget, standing, write_target};

/// The columns of a list of targets and the indicators they set.
fn values_of(row: &TargetRow) -> [(&'static str, Option<i64>); 7] {
    [
        ("members.admitted", row.members_to_admit),
        ("units.founded", row.unions_to_found),
        ("conferences.public", row.conferences_public),
        ("conferences.workers", row.conferences_workers),
        ("dialogues", row.dialogues),
        ("agreements", row.collective_agreements),
        ("party.introduced", row.introduced_to_party),
    ]
}

/// The year a list of targets is for: that of its period or of its day.
fn year_of(run: &Run<'_>) -> Option<Period> {
    Period::year(run.period.map_or(run.as_of, |(from, _)| from).year())
}

/// Writes the accepted rows, and the scope's own targets as their sum where it has none for the year.
pub(super) fn write(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &Units,
    sheet: Option<&String>,
    rows: &[TargetRow],
) -> Result<()> {
    let Some(period) = year_of(run) else { return Ok(()) };
    let mut sums = [0_i64; 7];
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let result = write_row(batch, run, units, row, period);
        if run.tally(sheet, row.row, result)?.is_some() {
            for (sum, (_, value)) in sums.iter_mut().zip(values_of(row)) {
                *sum += value.unwrap_or(0);
            }
        }
    }
    let codes = values_of(&TargetRow::default()).map(|(code, _)| code);
    for (code, sum) in codes.into_iter().zip(sums) {
        if sum > 0 && !has_own(batch, run.scope, code, period)? {
            set(batch, run, run.scope, (code, Some(sum)), period)?;
        }
    }
    Ok(())
}

fn write_row(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &Units,
    row: &TargetRow,
    period: Period,
) -> Result<()> {
    let unit = units.must_find(row.unit.as_deref())?;
    for value in values_of(row).into_iter().filter(|(_, value)| value.is_some()) {
        set(batch, run, unit, value, period)?;
    }
    Ok(())
}

/// Sets one target, taking note of the import.
pub(super) fn set(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    unit: Id,
    (code, value): (&str, Option<i64>),
    period: Period,
) -> Result<()> {
    let target = NewTarget { unit, indicator: code.to_owned(), period, value };
    write_target(batch, &target, None, Some(run.import)).map(drop)
}

fn has_own(batch: &mut Batch<'_, '_>, unit: Id, code: &str, period: Period) -> Result<bool> {
    let federation = batch.federation();
    Ok(standing(batch.reader()?, federation, unit, code, period)?.is_some())
}

/// The year that holds a day.
pub(super) fn year_with(day: Day) -> Option<Period> {
    Period::year(day.year())
}
