//! What was sent and received, a package opened, and what packages add to the reports above.

use std::collections::BTreeMap;

use db::Tx;
use kernel::{Actor, Id, Period, Refusal};

use crate::exchange::model::{Body, Counted, ReceivedBelow, ReceivedRow, SentRow, Signature};
use crate::exchange::{open, store};
use crate::reports;
use crate::{App, Result};

/// Packages taken in by the units within reach, the latest first; skip some, take some.
pub fn received(
    app: &App,
    actor: &Actor,
    (skip, take): (usize, usize),
) -> Result<Vec<ReceivedRow>> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "exchange.read")?;
        store::received(tx, app.federation, &bounds, (skip as i64, take as i64))
    })
}

/// Packages made of the reports of units within reach, the latest first; skip some, take some.
pub fn sent(app: &App, actor: &Actor, (skip, take): (usize, usize)) -> Result<Vec<SentRow>> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "exchange.read")?;
        store::sent(tx, app.federation, &bounds, (skip as i64, take as i64))
    })
}

/// A package that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its line on the list.
    pub row: ReceivedRow,
    /// What it says.
    pub body: Body,
    /// Who signed.
    pub signature: Signature,
    /// The file as it came.
    pub file: Vec<u8>,
}

/// A package that was taken in, proven again from its own bytes.
pub fn package(app: &App, actor: &Actor, id: Id) -> Result<Shown> {
    app.db.read(|tx| {
        let found = store::file(tx, app.federation, id)?;
        let (unit, file) = found.ok_or_else(unknown)?;
        app.must_reach(tx, actor, "exchange.read", unit, app.today())?;
        let row = store::row(tx, app.federation, id)?.ok_or_else(unknown)?;
        let opened = open::open(file.as_bytes())?;
        let (body, signature) = (opened.body, opened.signature);
        Ok(Shown { row, body, signature, file: file.into_bytes() })
    })
}

fn unknown() -> Refusal {
    Refusal::new("unknown_package", "Sổ không có gói báo cáo này", "Mở lại danh sách gói đã nhận")
}

/// What a package says and who signed it, without any books: whether that key is to be trusted only they know.
pub fn inside(file: &[u8]) -> Result<(Body, Signature), Refusal> {
    open::open(file).map(|opened| (opened.body, opened.signature))
}

/// The packages of units directly below a unit that count in its report: the last version of each, where the unit has no
/// approved report of its own in these books. A unit that is not open on the last day reports nowhere.
pub(crate) fn counted_below(
    tx: &mut Tx<'_>,
    app: &App,
    unit: Id,
    period: Period,
) -> Result<Vec<Counted>> {
    let last = store::last_versions(tx, app.federation, period)?;
    let units: Vec<Id> = last.iter().map(|each| each.unit).collect();
    let above = reports::directly_above(tx, app.federation, &units, period.last())?;
    let is_below = |each: &Counted| above.get(&each.unit) == Some(&unit);
    let mut below: Vec<Counted> = last.into_iter().filter(is_below).collect();
    let units: Vec<Id> = below.iter().map(|each| each.unit).collect();
    let own = reports::counted_among(tx, app, &units, period)?;
    below.retain(|each| !own.iter().any(|(unit, form)| *unit == each.unit && *form == each.form));
    Ok(below)
}

/// What those packages add up to. What a report of the same unit in these books tells on another form, that one tells.
pub(crate) fn received_below(
    tx: &mut Tx<'_>,
    app: &App,
    unit: Id,
    period: Period,
) -> Result<ReceivedBelow> {
    let counted = counted_below(tx, app, unit, period)?;
    let packages: Vec<Id> = counted.iter().map(|each| each.package).collect();
    let units: Vec<Id> = counted.iter().map(|each| each.unit).collect();
    let own = reports::measures_among(tx, app, &units, period)?;
    let of: BTreeMap<Id, Id> = counted.iter().map(|each| (each.package, each.unit)).collect();
    let mut below = ReceivedBelow::default();
    for (package, measure, indicator, source, state, value) in
        store::cells(tx, app.federation, &packages)?
    {
        let told = of.get(&package).copied().zip(measure.clone());
        if told.is_some_and(|told| own.contains(&told)) {
            continue;
        }
        let named = match (&*source, measure, indicator) {
            ("summed", Some(measure), _) => below.measures.entry(measure),
            ("computed", _, Some(indicator)) => below.indicators.entry(indicator),
            _ => continue,
        };
        named.or_default().add(state, value);
    }
    Ok(below)
}
