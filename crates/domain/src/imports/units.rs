//! Taking in a list of grassroots unions.

use intake::UnitRow;
use kernel::{Block, Id, Refusal, UnitKind};

use super::matching::{self, Units, whole_day};
use super::model::Run;
use crate::Result;
use crate::books::Batch;
use crate::units::{Employer, Entry, Method, NewUnit, add_employer, check_name, write_new_unit};

/// Writes the accepted rows of a list.
pub(super) fn write(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &mut Units,
    sheet: Option<&String>,
    rows: &[UnitRow],
) -> Result<()> {
    for row in rows.iter().filter(|row| row.verdict.is_accepted()) {
        let result = write_unit(batch, run, units, row, false);
        run.tally(sheet, row.row, result)?;
    }
    Ok(())
}

/// Writes one union: founded on its decision's day where the list tells it, else brought forward on the list's day.
pub(super) fn write_unit(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    units: &mut Units,
    row: &UnitRow,
    is_new: bool,
) -> Result<(Id, Id)> {
    let name = row.name.clone().unwrap_or_default();
    if units.find(&name).is_some() {
        let refusal = Refusal::new(
            "unit_exists",
            format!("Sổ đã có đơn vị “{name}” trong phạm vi này"),
            "Bỏ dòng này, hoặc đổi tên nếu là đơn vị khác",
        );
        return Err(refusal.into());
    }
    // Asked before the employer is written: of a row that is refused nothing stays.
    check_name(&name)?;
    let founded_on = row.decision_date.and_then(whole_day).filter(|day| *day <= run.as_of);
    let employer = employer_of(batch, run, row, &name)?;
    let title = "Công nhận công đoàn cơ sở";
    let new = NewUnit {
        code: units.fresh_code(&name),
        kind: if row.khoi == Some(Block::TradeGuild) {
            UnitKind::Guild
        } else {
            UnitKind::Grassroots
        },
        block: row.khoi.unwrap_or(Block::Other),
        address: row.address.clone(),
        employer,
        manager: Some(run.scope),
        from: founded_on.unwrap_or(run.as_of),
        entry: if founded_on.is_some() { Entry::Founded } else { Entry::BroughtForward },
        method: row.method.map(|method| match method {
            intake::FoundingMethod::New => Method::New,
            intake::FoundingMethod::Traditional => Method::Traditional,
        }),
        // The head-count of a list of standing unions is that of its own day, not of the founding.
        members: row.members.filter(|_| is_new),
        document: matching::paper(row.decision_no.as_deref(), founded_on, run.issuer, title),
        import: Some(run.import),
        name: name.clone(),
    };
    let written = write_new_unit(batch, &new)?;
    units.add(&name, written.0);
    Ok(written)
}

fn employer_of(
    batch: &mut Batch<'_, '_>,
    run: &Run<'_>,
    row: &UnitRow,
    name: &str,
) -> Result<Option<Id>> {
    if row.mst.is_none() && row.workers.is_none() {
        return Ok(None);
    }
    let employer = Employer {
        name: name.to_owned(),
        tax_number: row.mst.clone(),
        address: row.address.clone(),
        workers: row.workers,
    };
    add_employer(batch, &employer, Some(run.import)).map(Some)
}
