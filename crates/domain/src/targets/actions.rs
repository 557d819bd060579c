//! Setting targets and comparing them with those of the units below.

use db::values;
use kernel::{Actor, Id, Period, Refusal};

use crate::books::{Batch, end_of_range, read_paths, schema};
use crate::documents::{self, DocumentRef};
use crate::{App, Result, figures, units};

/// A target to be set.
#[derive(Clone, Debug)]
pub struct NewTarget {
    /// The unit of which it is asked.
    pub unit: Id,
    /// The indicator's code.
    pub indicator: String,
    /// The period.
    pub period: Period,
    /// How much; `None` takes the target back.
    pub value: Option<i64>,
}

/// The most a target can ask: far above the members of the whole country.
const MOST: i64 = 1_000_000_000;

/// Sets or revises targets by one decision.
pub fn set_targets(
    app: &App,
    actor: &Actor,
    targets: &[NewTarget],
    document: &DocumentRef,
) -> Result<()> {
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
    batch.append(&schema::TARGET, row.to_vec())
}

/// What the units below were asked, beside what the unit itself was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildSum {
    /// The indicator.
    pub indicator: String,
    /// The unit's own target.
    pub own: Option<i64>,
    /// The sum over the units below that have one.
    pub sum: i64,
    /// How many units below have one.
    pub units: i64,
}

/// The sum of the targets of the units below a unit on the last day of a period, against its own.
pub fn children_sum(app: &App, actor: &Actor, unit: Id, period: Period) -> Result<Vec<ChildSum>> {
    app.allow(actor, "units.read")?;
    app.db.read(|tx| {
        let paths = read_paths(tx, app.federation, &[unit])?;
        let stretch = paths.get(&unit).and_then(|path| ledger::paths::on(path, period.last()));
        let Some(prefix) = stretch.map(ledger::Stretch::path) else { return Ok(Vec::new()) };
        // The latest decision for the same unit, indicator and period holds.
        let sql = "SELECT t.indicator, CAST(SUM(CASE WHEN t.unit_id <> $2 THEN t.value ELSE 0 END) AS BIGINT),
                SUM(CASE WHEN t.unit_id <> $2 THEN 1 ELSE 0 END),
                CAST(SUM(CASE WHEN t.unit_id = $2 THEN t.value END) AS BIGINT)
            FROM target t
            JOIN unit_path u ON u.federation_id = t.federation_id AND u.unit_id = t.unit_id
                AND u.path >= $3 AND u.path < $4 AND u.from_on <= $5 AND u.to_on > $5
            WHERE t.federation_id = $1 AND t.from_on = $6 AND t.to_on = $7 AND t.value IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM target l WHERE l.federation_id = t.federation_id
                  AND l.unit_id = t.unit_id AND l.indicator = t.indicator AND l.from_on = t.from_on
                  AND l.to_on = t.to_on AND l.id > t.id)
            GROUP BY t.indicator ORDER BY t.indicator";
        let values = values![
            app.federation, unit, &prefix, end_of_range(&prefix), period.last(), period.from, period.to
        ];
        Ok(tx.query(sql, &values, |row| {
            let indicator = row.text(0)?.to_owned();
            Ok(ChildSum { indicator, sum: row.int(1)?, units: row.int(2)?, own: row.opt_int(3)? })
        })?)
    })
}

/// Whether a code names an indicator of the books or one that a later register will count.
#[must_use]
pub fn is_counted(code: &str) -> bool {
    figures::find_indicator(code).is_some()
}
