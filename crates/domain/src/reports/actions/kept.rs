//! What stands behind a filed report: the form it was filed on, the units it summed, the list of all that was filed.

use std::collections::{BTreeMap, BTreeSet};

use db::Tx;
use kernel::{Actor, Id, Instant, Period, Refusal};

use super::read;
use crate::books::Batch;
use crate::exchange;
use crate::figures;
use crate::reports::form::{Form, Line, What};
use crate::reports::kept::{Basis, FiledVersion, Input, Wording};
use crate::reports::model::{FiledRow, Key, Step, StepTold};
use crate::reports::own_forms::{all_forms, form_at};
use crate::reports::{kept_store, store};
use crate::{App, Result, units};

/// Units directly below that are written down with a version: above that the tree of its day tells them.
const INPUTS_MAX: i64 = 2_000;

/// The form of a code that holds for a period; where nothing has that code any more, as a report was last filed on it.
pub fn known_form(app: &App, code: &str, period: Period) -> Result<&'static Form> {
    let error = match form_at(app, code, period) {
        Err(error) if error.refusal().is_some_and(|told| told.code == "unknown_form") => error,
        known => return known,
    };
    let kept = app.db.read(|tx| kept_store::last_wording(tx, app.federation, code))?;
    kept.map_or_else(|| Err(error), |wording| wording.form())
}

/// The same report on the form as it was worded when the version shown was filed; a draft is on the form of today.
pub fn at_filing(app: &App, actor: &Actor, key: &Key, asked: Option<i64>) -> Result<Key> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", key.unit, key.period.last())?;
        let Some(version) = shown(tx, app, key, asked)? else { return Ok(*key) };
        worded(tx, app, key, version)
    })
}

/// The same report on the form as it was worded when a version was filed; as it is told where that was not kept.
pub(in crate::reports) fn worded(
    tx: &mut Tx<'_>,
    app: &App,
    key: &Key,
    version: i64,
) -> Result<Key> {
    match kept_store::basis(tx, app.federation, key, version)? {
        Some(basis) => Ok(Key { form: basis.wording.form()?, ..*key }),
        None => Ok(*key),
    }
}

/// The filed version that is shown; none for a draft.
pub(super) fn shown(
    tx: &mut Tx<'_>,
    app: &App,
    key: &Key,
    asked: Option<i64>,
) -> Result<Option<i64>> {
    let steps = store::steps(tx, app.federation, key)?;
    let last = steps.last().map_or(0, |step| step.version);
    let asked = asked.filter(|version| (1..=last).contains(version));
    let is_filed = !read::state_of(&steps).is_open();
    Ok(asked.or(is_filed.then_some(last)))
}

/// What a version was filed on; nothing for one filed before the books kept it.
pub fn basis(app: &App, actor: &Actor, key: &Key, version: i64) -> Result<Option<Basis>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", key.unit, key.period.last())?;
        kept_store::basis(tx, app.federation, key, version)
    })
}

/// Keeps what a version is filed on: wording, definitions, the unit's name, the units below and what of them is summed.
pub(super) fn keep(batch: &mut Batch<'_, '_>, key: &Key, version: i64) -> Result<()> {
    let wording = kept_store::write_wording(batch, &Wording::of(key.form))?;
    kept_store::write_basis(batch, key, version, wording)?;
    let app = batch.app;
    let inputs = inputs(batch.reader()?, app, key)?;
    kept_store::write_inputs(batch, key, version, &inputs)
}

/// The units directly below on the last day, each with the report that is summed of it.
pub(super) fn inputs(tx: &mut Tx<'_>, app: &App, key: &Key) -> Result<Vec<Input>> {
    let last = key.period.last();
    if units::count_directly_below(tx, app, key.unit, last)? > INPUTS_MAX {
        return Ok(Vec::new());
    }
    let below = units::directly_below(tx, app, key.unit, last)?;
    let ids: Vec<Id> = below.iter().map(|(id, _)| *id).collect();
    let standing = store::standing(tx, app.federation, &ids, key.period)?;
    let received = exchange::counted_below(tx, app, key.unit, key.period)?;
    let mut inputs = Vec::with_capacity(below.len());
    for (unit, row) in below {
        let blank = || Input {
            unit,
            code: row.code.clone(),
            name: row.name.clone(),
            summed: None,
            package: None,
        };
        let own = standing.iter().filter(|each| each.unit == unit && each.state.counts());
        let own =
            own.map(|each| Input { summed: Some((each.form.clone(), each.version)), ..blank() });
        let came = received.iter().filter(|each| each.unit == unit);
        let came = came.map(|each| Input {
            summed: Some((each.form.clone(), each.version)),
            package: Some(each.package),
            ..blank()
        });
        let found: Vec<Input> = own.chain(came).collect();
        if found.is_empty() {
            inputs.push(blank());
        }
        inputs.extend(found);
    }
    Ok(inputs)
}

/// Every report of a unit that was ever filed, on whatever form, the latest days first.
pub fn filed(app: &App, actor: &Actor, unit: Id) -> Result<Vec<FiledRow>> {
    let known = all_forms(app)?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", unit, app.today())?;
        let filed = kept_store::filed(tx, app.federation, unit)?;
        // Few wordings stand behind many reports: each is read once.
        let worded: BTreeSet<Id> = filed.iter().filter_map(|each| each.definition).collect();
        let mut names: BTreeMap<Id, String> = BTreeMap::new();
        for id in worded {
            if let Some(wording) = kept_store::wording(tx, app.federation, id)? {
                names.insert(id, wording.form.name);
            }
        }
        let mut rows = Vec::with_capacity(filed.len());
        for each in filed {
            let kept = each.definition.and_then(|id| names.get(&id)).cloned();
            let today = || known.iter().find(|form| form.code == each.form);
            let name = match kept.or_else(|| today().map(|form| form.name.clone())) {
                Some(name) => name,
                None => kept_store::last_wording(tx, app.federation, &each.form)?
                    .map_or_else(|| each.form.clone(), |wording| wording.form.name),
            };
            let (form, period, version, state) = (each.form, each.period, each.version, each.state);
            rows.push(FiledRow { form, name, period, version, state });
        }
        Ok(rows)
    })
}

/// A version that was approved, with all that stands behind it; none where that version was not approved. The last one
/// unless told.
pub(crate) fn approved_version(
    tx: &mut Tx<'_>,
    app: &App,
    key: &Key,
    asked: Option<i64>,
) -> Result<Option<FiledVersion>> {
    let steps = store::steps(tx, app.federation, key)?;
    let version = asked.or(steps.last().map(|told| told.version)).unwrap_or_default();
    let of = |step| steps.iter().find(|told| told.step == step && told.version == version);
    let Some((submitted, approved)) = of(Step::Submit).zip(of(Step::Approve)) else {
        return Ok(None);
    };
    let moment = |tx: &mut Tx<'_>, told: &StepTold| -> Result<(Instant, String)> {
        let at = kept_store::recorded_at(tx, app.federation, told.batch)?;
        Ok((at.unwrap_or(Instant(0)), told.actor.clone()))
    };
    let (filed, approved) = (moment(tx, submitted)?, moment(tx, approved)?);
    let basis = match kept_store::basis(tx, app.federation, key, version)? {
        Some(basis) => basis,
        None => basis_of_today(tx, app, key)?,
    };
    let worded = Key { form: basis.wording.form()?, ..*key };
    Ok(Some(FiledVersion {
        version,
        filed,
        approved,
        ledger_seq: submitted.ledger_seq,
        cells: read::filed(tx, app, &worded, version)?,
        inputs: kept_store::inputs(tx, app.federation, key, version)?,
        wording: basis.wording,
        unit_code: basis.unit_code,
        unit_name: basis.unit_name,
        unit_kind: basis.unit_kind,
    }))
}

/// For a version that was filed before the books kept its basis.
fn basis_of_today(tx: &mut Tx<'_>, app: &App, key: &Key) -> Result<Basis> {
    let unit = units::load(tx, app.federation, key.unit)?;
    let kind = unit.kind.code().to_owned();
    let wording = Wording::of(key.form);
    Ok(Basis { wording, unit_code: unit.code, unit_name: unit.name, unit_kind: kind })
}

/// The reports of some units that count above by the books themselves: unit and form.
pub(crate) fn counted_among(
    tx: &mut Tx<'_>,
    app: &App,
    units: &[Id],
    period: Period,
) -> Result<Vec<(Id, String)>> {
    let standing = store::standing(tx, app.federation, units, period)?;
    let counted = standing.into_iter().filter(|each| each.state.counts());
    Ok(counted.map(|each| (each.unit, each.form)).collect())
}

/// What those reports say something of: unit and measure.
pub(crate) fn measures_among(
    tx: &mut Tx<'_>,
    app: &App,
    units: &[Id],
    period: Period,
) -> Result<BTreeSet<(Id, String)>> {
    let standing = store::standing(tx, app.federation, units, period)?;
    let counted = standing.into_iter().filter(|each| each.state.counts());
    let counted: BTreeSet<(Id, String, i64)> =
        counted.map(|each| (each.unit, each.form, each.version)).collect();
    let mut found = BTreeSet::new();
    for (unit, form, version, measure) in kept_store::measures(tx, app.federation, units, period)? {
        if counted.contains(&(unit, form, version)) {
            found.insert((unit, measure));
        }
    }
    Ok(found)
}

/// Whether the program of today can fill a line: it knows its indicator, or those of the lines it is the sum of.
pub(super) fn is_counted(form: &Form, line: &Line) -> bool {
    match line.what() {
        What::Indicator(code) => figures::find_indicator(code).is_some(),
        // A sum names lines above it only, so this ends.
        What::Sum(lines) => {
            lines.iter().filter_map(|code| form.line(code)).all(|each| is_counted(form, each))
        }
        What::Heading | What::Typed(_) => true,
    }
}

/// The refusal of a line that a form does not have.
pub(super) fn unknown_line(line: &str) -> Refusal {
    let line: String = line.chars().take(20).collect();
    Refusal::new("unknown_line", format!("Mẫu không có dòng {line}"), "Mở lại trang báo cáo")
}
