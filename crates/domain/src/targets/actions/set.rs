//! Setting targets and comparing them with those of the units below.

use db::values;
use kernel::{Actor, Id, Period, Refusal};

use crate::books::{Batch, read_paths, schema};
use crate::documents::{self, DocumentRef};
use crate::targets::model::{ChildSum, NewTarget};
use crate::targets::store;
use crate::{App, Result, figures, units};

/// The most a target can ask: far above the members of the whole country.
const MOST: i64 = 1_000_000_000;

/// Sets or revises targets by one decision.
pub fn set_targets(
    app: &App,
    actor: &Actor,
    targets: &[NewTarget],
    document: &DocumentRef,
) -> Result<()> {
    targets.iter().try_for_each(|target| figures::must_be_known(&target.indicator))?;
    app.write(actor, "targets.set", "Giao chỉ tiêu", |batch| {
        let document = documents::find_or_add(batch, document)?;
        targets
            .iter()
            .try_for_each(|target| write_target(batch, target, Some(document), None).map(drop))
    })
}

/// Writes a target inside a batch.
pub(crate) fn write_target(
    batch: &mut Batch<'_, '_>,
    target: &NewTarget,
    document: Option<Id>,
    import: Option<Id>,
) -> Result<Id> {
    if target.value.is_some_and(|value| !(0..=MOST).contains(&value)) {
        return Err(Refusal::new(
            "bad_target",
            format!("Chỉ tiêu {} ngoài khoảng từ 0 đến một tỷ", target.value.unwrap_or_default()),
            "Kiểm tra lại con số trong quyết định giao chỉ tiêu",
        )
        .into());
    }
    let federation = batch.federation();
    units::load(batch.reader()?, federation, target.unit)?;
    let row = values![
        target.unit,
        target.indicator.clone(),
        target.period.from,
        target.period.to,
        target.value,
        document,
        import
    ];
    batch.append(&schema::TARGET, row)
}

/// The sum of the targets of the units below a unit on the last day of a period, against its own.
pub fn children_sum(app: &App, actor: &Actor, unit: Id, period: Period) -> Result<Vec<ChildSum>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "units.read", unit, period.last())?;
        let paths = read_paths(tx, app.federation, &[unit])?;
        let stretch = paths.get(&unit).and_then(|path| ledger::paths::on(path, period.last()));
        let Some(prefix) = stretch.map(ledger::Stretch::path) else { return Ok(Vec::new()) };
        store::sums_under(tx, app.federation, unit, &prefix, period)
    })
}
